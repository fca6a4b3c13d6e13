//! What a month costs: quantities by the prices of a dated table, line by line.
//!
//! Follows the pricing pages of AWS as the price table records them. Traps: a part of an hour is a whole one, but
//! Fargate counts seconds, a minute at least; the 100 GB that leave for nothing are one allowance for the account;
//! Lambda's 400,000 are GB-seconds, not seconds; between zones both directions are paid; an interface endpoint is paid
//! in each zone; what passes NAT is paid there and again on its way out; a GB has 2^30 bytes. A price that was read on
//! no official page keeps its mark in every sum, and a tier without a price is refused, not guessed. The sums of the
//! lecture notes stand beside today's and are never reckoned into them.

mod decimal;
mod items;
mod measure;

mod forms;
mod read;
mod tally;
mod then;

mod compare;

mod advice;
mod edit;
mod ledger;
mod past;
mod show;

mod answer;
mod drill;
#[cfg(test)]
mod hard;
#[cfg(test)]
mod laws;

use serde_json::Value;

use super::{Drill, DrillKind, Judgement, Outcome, Refusal, Run, Simulator};

/// Scenarios worth trying.
const EXAMPLES: &[&str] = &[
    "region seoul\nhours 730\nnat 3\nnatgb 500\nipv4 3\negress 500",
    "region seoul nat 3 natgb 500 ipv4 3 vpce 4 az 2 vpcegb 100 egress 500 interaz 200 hours 730",
    "nat 2 natgb 600 ipv4 2 egress 200 az 2 compare 400",
    "region virginia nat 3 natgb 500 ipv4 3 egress 500",
    "nat 1 ipv4 1 nat-flow 400GB 100GB other-az",
    "lambda 10M 128MB 120ms apigw-http 10M 3KB ddb-write 5M ddb-read 20M sqs 5M",
    "fargate 2 1vCPU 2GB fargate 0.25vCPU 512MB 90s alb 1 ipv4 2",
    "kms-key 2 kms-req 50k secret 3 sfn 20k s3 500 ecr 10 logs 20",
    "nat 1 ipv4 1 hours 49.5",
    "notes eip",
    "notes egress",
    "notes peering notes nat",
    "notes fargate",
    "notes kms notes codedeploy notes beanstalk",
    "notes lambda-free notes lambda-ms notes lambda-warm",
    "notes apigw notes apigw-free notes rest",
    "notes cache-0.5 notes cache-1.6 notes cache-6.1",
];

/// The simulator.
pub struct Cost;

impl Simulator for Cost {
    fn name(&self) -> &'static str {
        "cost"
    }

    fn summary_id(&self) -> &'static str {
        "cost-summary"
    }

    fn grammar(&self) -> &'static str {
        items::grammar()
    }

    fn examples(&self) -> &'static [&'static str] {
        EXAMPLES
    }

    fn codes(&self) -> &'static [&'static str] {
        show::CODES
    }

    fn run(&self, scenario: &str) -> Run {
        run(scenario)
    }

    fn answer(&self, request: &Value) -> Result<Value, Box<Refusal>> {
        answer::answer(request)
    }

    fn drills(&self) -> &'static [DrillKind] {
        drill::KINDS
    }

    fn drill(&self, kind: &str, level: u8, seed: u64) -> Option<Drill> {
        drill::drill(kind, level, seed)
    }

    fn judge(&self, drill: &Drill, answer: &str) -> Judgement {
        drill::judge(drill, answer)
    }
}

/// Runs a scenario: one bill, and each sum of the notes by itself, or what is wrong with it.
fn run(scenario: &str) -> Run {
    match outcomes(scenario) {
        Ok(outcomes) => Run { outcomes, refusals: Vec::new() },
        Err(refusals) => Run { outcomes: Vec::new(), refusals },
    }
}

fn outcomes(scenario: &str) -> Result<Vec<Outcome>, Vec<Refusal>> {
    let bill = read::read(scenario)?;
    let mut outcomes = Vec::new();
    if !bill.entries.is_empty() {
        let tally = tally::tally(&bill)?;
        let comparison = compare::compare(&bill)?;
        outcomes.push(show::outcome(scenario, &bill, &tally, comparison.as_ref()));
    }
    for (sum, at) in &bill.sums {
        outcomes.push(past::outcome(&bill, &past::again(&bill, sum, at)?));
    }
    Ok(outcomes)
}
