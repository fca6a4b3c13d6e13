//! A virtual private cloud: who reaches whom, what stops them, and what would mend it.
//!
//! Follows the Amazon VPC user guide (route tables, internet and NAT gateways, network ACLs, security groups) and
//! peering guide; why a packet is stopped is told in the codes of Reachability Analyzer. The traps: the longest prefix
//! wins and a black hole does not fall back; a NAT gateway leaves by the table of its own subnet; an ACL forgets a
//! connection, so that the answer needs the client's ephemeral ports; a subnet's ACL is not asked within the subnet; a
//! peering leads to the VPC at its other end and no further; an instance with a public address in a subnet without a
//! route to the internet gateway is reached but cannot answer. Messages begin with `vpc-`.

pub mod packet;
pub mod rules;
pub mod table;
pub mod trip;
pub mod walk;
pub mod world;

mod build;
mod limits;
mod phrase;
mod request;
mod sheet;
mod write;

mod codes;
mod flow;

mod bill;
mod control;
mod draw;
mod fix;
mod judged;
mod least;
mod lint;
mod matrix;
mod quota;
mod story;
mod unread;
mod why;

mod drill;
mod run;

mod answer;

#[cfg(test)]
mod hard;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod pictures;

pub use matrix::between_subnets;
use serde_json::Value;

use super::{Drill, DrillKind, Judgement, Refusal, Run, Simulator};

/// Scenarios worth trying.
const EXAMPLES: &[&str] = &[
    "\
vpc A 10.0.0.0/16
igw igw-1 attach A
subnet pub-a A 10.0.1.0/24 az a rt rt-pub
subnet priv-a A 10.0.2.0/24 az a rt rt-priv
rt rt-pub: 0.0.0.0/0 -> igw-1
rt rt-priv: 0.0.0.0/0 -> nat-1
nat nat-1 in priv-a eip 203.0.113.99
host app in priv-a 10.0.2.10 sg web
sg web: out all to 0.0.0.0/0
path app -> internet:443",
    "\
vpc A 10.0.0.0/16
subnet web A 10.0.1.0/24 nacl n-web
subnet db A 10.0.2.0/24 nacl n-db
nacl n-web: in 100 allow tcp 1024-65535 10.0.2.0/24; out 100 allow tcp 3306 10.0.2.0/24
nacl n-db: in 100 allow tcp 3306 10.0.1.0/24; out 100 allow tcp 49152-65535 10.0.1.0/24
host app in web 10.0.1.10 os linux
host mysql in db 10.0.2.10 sg sg-db
sg sg-db: in tcp 3306 from 10.0.1.0/24
path app -> mysql:3306",
    "\
vpc A 10.0.0.0/16
vpc B 10.1.0.0/16
peering pcx-ab A B
subnet a A 10.0.1.0/24 rt rt-a
subnet b B 10.1.1.0/24 rt rt-b
rt rt-a: 10.1.0.0/16 -> pcx-ab
rt rt-b:
host app in a 10.0.1.10
host api in b 10.1.1.10
path app -> api:443
reach matrix :443",
    "\
vpc A 10.0.0.0/16
igw igw-1 attach A
subnet pub A 10.0.1.0/24 rt rt-pub
subnet priv A 10.0.2.0/24
rt rt-pub: 0.0.0.0/0 -> igw-1
outside laptop 203.0.113.7
host bastion in pub 10.0.1.10 public 198.51.100.22 sg sg-bastion
host app in priv 10.0.2.10 sg sg-app
sg sg-bastion: in tcp 22 from 203.0.113.7/32
sg sg-app: in tcp 22 from sg-bastion
path laptop -> bastion:22 -> app:22
path laptop -> app:22",
];

/// The network that the statements of a scenario make, without what could not be read.
#[must_use]
pub fn world_of(scenario: &str) -> world::World {
    build::build(&sheet::read(scenario)).world
}

/// The simulator.
pub struct Vpc;

impl Simulator for Vpc {
    fn name(&self) -> &'static str {
        "vpc"
    }

    fn summary_id(&self) -> &'static str {
        "vpc-summary"
    }

    fn grammar(&self) -> &'static str {
        run::GRAMMAR
    }

    fn words_id(&self) -> Option<&'static str> {
        Some("vpc-words")
    }

    fn examples(&self) -> &'static [&'static str] {
        EXAMPLES
    }

    fn codes(&self) -> &'static [&'static str] {
        codes::CODES
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
