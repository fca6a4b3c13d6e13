//! What a month costs: quantities by the prices of a dated table, line by line.
//!
//! Follows the pricing pages of AWS as the price table records them. Traps: a part of an hour is a whole one; the
//! 100 GB that leave for nothing are one allowance for the account; between zones both directions are paid; an
//! interface endpoint is paid in each zone; what passes NAT is paid there and again on its way out. A price that was
//! read on no official page keeps its mark in every sum, and a tier without a price is refused, not guessed.

mod decimal;
mod items;
mod read;
mod tally;

mod compare;
mod show;

mod drill;

use serde_json::{Value, json};

use super::{Drill, DrillKind, Judgement, Refusal, Run, Simulator};
use crate::text::Message;

/// Scenarios worth trying.
const EXAMPLES: &[&str] = &[
    "region seoul\nhours 730\nnat 3\nnatgb 500\nipv4 3\negress 500",
    "region seoul nat 3 natgb 500 ipv4 3 vpce 4 az 2 vpcegb 100 egress 500 interaz 200 hours 730",
    "nat 2 natgb 600 ipv4 2 az 2 compare 400",
    "region virginia nat 3 natgb 500 ipv4 3 egress 500",
    "ddb-write 5M ddb-read 20M lambda-req 10M lambda-gbs 500k apigw-http 10M",
    "nat 1 ipv4 1 hours 49.5",
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
        answer(request)
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

/// Runs a scenario: one bill, or what is wrong with it.
fn run(scenario: &str) -> Run {
    let reckoned = read::read(scenario).and_then(|bill| {
        let tally = tally::tally(&bill)?;
        let comparison = compare::compare(&bill)?;
        Ok(show::outcome(scenario, &bill, &tally, comparison.as_ref()))
    });
    match reckoned {
        Ok(outcome) => Run { outcomes: vec![outcome], refusals: Vec::new() },
        Err(refusals) => Run { outcomes: Vec::new(), refusals },
    }
}

/// Answers `{"op": "estimate", "scenario": TEXT}` with the total, its codes and its lines.
fn answer(request: &Value) -> Result<Value, Box<Refusal>> {
    let field = |name| request.get(name).and_then(Value::as_str);
    let (Some("estimate"), Some(scenario)) = (field("op"), field("scenario")) else {
        return Err(read::refuse("E_REQUEST", &(0..0), Message::new("cost-e-request")));
    };
    let bill = read::read(scenario).map_err(first)?;
    let tally = tally::tally(&bill).map_err(first)?;
    let codes = show::codes(&bill, &tally);
    let line = |line: &tally::Line| json!({ "item": line.item.word, "usd": decimal::amount(line.amount), "confirmed": line.page.is_none() });
    Ok(json!({ "total": decimal::amount(tally.total), "codes": codes, "lines": tally.lines.iter().map(line).collect::<Vec<_>>() }))
}

fn first(refusals: Vec<Refusal>) -> Box<Refusal> {
    refusals.into_iter().next().map_or_else(|| read::refuse("E_REQUEST", &(0..0), Message::new("cost-e-request")), Box::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(scenario: &str, verdict: &str, codes: &[&str]) {
        let run = run(scenario);
        assert_eq!(run.refusals, []);
        assert_eq!((run.outcomes[0].verdict.as_str(), run.outcomes[0].codes.as_slice()), (verdict, codes), "{scenario}");
    }

    #[track_caller]
    fn refused(scenario: &str, expected: &[(&str, &str)]) {
        let refusals = run(scenario).refusals;
        assert_eq!(refusals.iter().map(|r| (r.code, &scenario[r.at.clone()])).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn three_gateways_and_500_gb_as_reckoned_by_hand() {
        check("region seoul nat 3 natgb 500 egress 500 ipv4 3 hours 730", "220.06", &["EGRESS_FREE"]);
        check("region virginia nat 3 natgb 500 egress 500 ipv4 3 hours 730", "168.00", &["EGRESS_FREE", "NOT_CONFIRMED"]);
        check(EXAMPLES[1], "300.98", &["EGRESS_FREE", "CROSS_AZ_TWICE"]);
    }

    #[test]
    fn the_rules_of_the_meters() {
        check("nat 1 hours 1.01", "0.12", &["HOUR_ROUNDED"]);
        check("egress 100", "0.00", &["EGRESS_FREE"]);
        check("egress 101", "0.13", &["EGRESS_FREE"]);
        check("interaz 200", "4.00", &["CROSS_AZ_TWICE"]);
        check("gateway 5", "0.00", &[]);
        check("vpce 4 az 2", "75.92", &[]);
        check("ddb-write 5M # and\n# nothing else", "3.40", &[]);
    }

    #[test]
    fn four_ways_and_where_an_endpoint_pays() {
        let bill = read::read("nat 3 natgb 600 ipv4 3 az 1 compare 300").unwrap();
        let compared = compare::compare(&bill).unwrap().unwrap();
        let totals: Vec<String> = compared.ways.iter().map(|(_, tally)| decimal::amount(tally.total)).collect();
        assert_eq!(totals, ["175.56", "157.86", "170.35", "90.12"]);
        assert_eq!(compared.break_even, Some(193_674));
    }

    #[test]
    fn what_is_wrong_is_marked() {
        refused("nat -3", &[("E_NEGATIVE", "-3")]);
        refused("nat three natgb 1e3", &[("E_NUMBER", "three"), ("E_NUMBER", "1e3")]);
        refused("natt 3\nregion mars", &[("E_ITEM", "natt"), ("E_REGION", "mars")]);
        refused("nat 1 nat 2 natgb", &[("E_TWICE", "nat"), ("E_EXPECTED", "natgb")]);
        refused("az 1.5 hours 9999999999999", &[("E_ZONES", "1.5"), ("E_LARGE", "9999999999999")]);
        refused("natgb 5 compare 6", &[("E_COMPARE", "6")]);
        refused(" # 한글", &[("E_EMPTY", "")]);
    }

    #[test]
    fn a_price_nobody_read_and_a_tier_without_a_price_are_refused() {
        refused("vpn 1 nat 1", &[("E_PRICE", "vpn 1")]);
        refused("region virginia interaz 5", &[("E_PRICE", "interaz 5")]);
        refused("egress 10241", &[("E_TIER", "egress 10241")]);
    }

    #[test]
    fn a_long_month_is_remarked() {
        let long = |hours: u32| run(&format!("nat 1 hours {hours}")).outcomes[0].notices.iter().any(|n| n.message.id == "cost-n-long");
        assert_eq!([long(744), long(745)], [false, true]);
    }

    #[test]
    fn the_region_is_an_edit() {
        let scenario = "nat 1";
        let other = run(scenario).outcomes[0].controls[0].change.apply(scenario, "");
        check(&other, "32.85", &[]);
        assert_eq!(run(&other).outcomes[0].controls[0].change.apply(&other, ""), "region seoul\nnat 1");
    }

    #[test]
    fn mistakes_are_named() {
        let said = |kind: &str, level, answer: &dyn Fn(f64) -> f64| {
            let drill = Cost.drill(kind, level, 7).unwrap();
            Cost.judge(&drill, &format!("${:.2}", answer(drill.answer.parse().unwrap())))
        };
        let named = |id| Judgement::Wrong(Some(Message::new(id)));
        assert_eq!(said("egress-free-tier", 1, &|right| right + 12.6), named("cost-m-free"));
        assert_eq!(said("cross-az", 1, &|right| right / 2.0), named("cost-m-directions"));
        assert_eq!(said("nat-month", 2, &|right| right / 730.0), named("cost-m-month"));
        assert!(matches!(Cost.judge(&Cost.drill("nat-gb", 1, 1).unwrap(), "much"), Judgement::Unreadable(_)));
    }

    #[test]
    fn the_batch_door_answers() {
        let answer = answer(&json!({ "op": "estimate", "scenario": "nat 1" })).unwrap();
        assert_eq!(answer["total"], "43.07");
        assert_eq!(super::answer(&json!({ "op": "estimate" })).unwrap_err().code, "E_REQUEST");
    }

    #[test]
    fn ten_megabytes_on_a_line_end_soon() {
        assert!(!run(&"x ".repeat(5_000_000)).refusals.is_empty());
        assert!(!run(&"9".repeat(10_000_000)).refusals.is_empty());
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in "\\PC*", words in prop::collection::vec("nat|natgb|egress|hours|az|compare|region|-1|0\\.5|9{1,14}M?|seoul|#|\n|가", 0..12)) {
            for scenario in [text, words.join(" ")] {
                for refusal in run(&scenario).refusals {
                    prop_assert!(scenario.get(refusal.at).is_some());
                }
            }
        }
    }
}
