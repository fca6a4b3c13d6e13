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
mod scope;
mod split;

mod aws;
mod drill;
mod tree;

mod run;

mod answer;
mod fields;

#[cfg(test)]
mod laws;

use serde_json::Value;

use super::{Drill, DrillKind, Judgement, Refusal, Run, Simulator};

/// Scenarios worth trying.
const EXAMPLES: &[&str] = &[
    "bits 10.0.37.200/20",
    "join 10.0.1.0/24 10.0.2.0/24",
    "split 10.0.0.0/22 hosts 200,100,50,25 aws",
    "minus 10.0.0.0/16 10.0.64.0/20",
    "vpc 10.0.0.0/16 + 192.168.0.0/16",
    "plan 10.0.0.0/16 az 3 tier web:/24 app:/22 db:/26",
    "peer 10.0.0.0/16 | 10.0.4.0/22",
    "subnet 2001:db8::/56 8 26",
    "tree 10.0.0.0/16\nsplit 10.0.0.0/16\nsplit 10.0.0.0/17 /20\nname 10.0.0.0/20 web",
];

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
        EXAMPLES
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
        drill::NAMES
    }

    fn drill(&self, kind: &str, level: u8, seed: u64) -> Option<Drill> {
        drill::drill(kind, level, seed)
    }

    fn judge(&self, drill: &Drill, answer: &str) -> Judgement {
        drill::judge(drill, answer)
    }
}
