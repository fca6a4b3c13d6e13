//! IPv4 and IPv6 networks: what they hold, how they are split, joined, planned and remembered.
//!
//! Nothing here counts addresses one by one: every answer takes time in proportion to the bits of
//! an address or the networks named. Where it is said why, the messages begin with `cidr-`.

pub mod net;
pub mod read;
pub mod set;
pub mod size;

mod rules;
mod say;
mod words;

mod bits;
mod class;
mod fit;
mod info;
mod join;
mod nth;
mod relate;
mod room;
mod split;

mod aws;
mod tree;

mod run;

mod answer;
mod fields;

use serde_json::Value;

use super::{Drill, DrillKind, Judgement, Refusal, Run, Simulator};

/// The simulator.
pub struct Cidr;

impl Simulator for Cidr {
    fn name(&self) -> &'static str {
        "cidr"
    }

    fn summary_id(&self) -> &'static str {
        "cidr-summary"
    }

    fn grammar(&self) -> &'static str {
        run::grammar()
    }

    fn examples(&self) -> &'static [&'static str] {
        &["info 10.0.37.200/20"]
    }

    fn codes(&self) -> &'static [&'static str] {
        say::CODES
    }

    fn run(&self, scenario: &str) -> Run {
        run::run(scenario)
    }

    fn answer(&self, request: &Value) -> Result<Value, Box<Refusal>> {
        answer::answer(request)
    }

    fn drills(&self) -> &'static [DrillKind] {
        &[]
    }

    fn drill(&self, _kind: &str, _level: u8, _seed: u64) -> Option<Drill> {
        None
    }

    fn judge(&self, _drill: &Drill, _answer: &str) -> Judgement {
        Judgement::Wrong(None)
    }
}
