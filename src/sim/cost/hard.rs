//! Input that nobody means well: megabytes on a line, numbers that are none, requests of any shape.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::laws::refused;
use super::*;

#[test]
fn ten_megabytes_on_a_line_end_soon() {
    for text in ["x ".repeat(5_000_000), "9".repeat(10_000_000), "nat 1 ".repeat(1_666_666), format!("nat {}", "1 ".repeat(5_000_000))] {
        assert!(!run(&text).refusals.is_empty());
        assert!(Cost.answer(&json!({ "op": "estimate", "scenario": text })).is_err());
    }
    refused(&format!("nat 1{}", " ".repeat(10_000_000)), &[("E_LONG", "")]);
    for text in ["x ".repeat(500_000), "9".repeat(1_000_000), "nat 1 ".repeat(170_000), format!("nat {}", "1 ".repeat(500_000))] {
        assert!((1..=16).contains(&run(&text).refusals.len()));
    }
    assert!(run(&format!("nat 1 #{}", "x".repeat(1_000_000))).refusals.is_empty());
}

#[test]
fn a_million_statements_that_may_repeat_are_refused() {
    for statement in ["fargate 1vCPU 2GB ", "nat-flow 1 1\n", "lambda 1 128MB 1ms ", "notes apigw\n"] {
        assert_eq!(run(&statement.repeat(1_000_000 / statement.len())).refusals[0].code, "E_MANY", "{statement}");
    }
}

#[test]
fn no_number_is_read_as_a_float() {
    for text in ["NaN", "inf", "1e309", "0x10", "1/0", "٣", "\u{ff11}", "1.", ".5", "\u{0}"] {
        refused(&format!("nat {text}"), &[("E_NUMBER", text)]);
    }
    refused("nat 00000000000000000000000000000001", &[("E_NUMBER", "00000000000000000000000000000001")]);
}

#[test]
fn the_largest_quantities_are_reckoned_or_refused_but_never_wrapped() {
    for item in items::ITEMS {
        let largest = run(&format!("region virginia hours 1000000M {} 1000000M", item.word));
        assert!(largest.refusals.iter().all(|refusal| matches!(refusal.code, "E_LARGE" | "E_TIER" | "E_PRICE")), "{}: {:?}", item.word, largest.refusals);
        assert!(largest.outcomes.iter().all(|outcome| !outcome.verdict.starts_with('-')), "{}", item.word);
    }
    refused("lambda 1000000M 10240MB 900s", &[("E_TIER", "lambda 1000000M 10240MB 900s")]);
    refused("hours 1000000M fargate 1000000M 16vCPU 120GB", &[("E_LARGE", "fargate 1000000M 16vCPU 120GB"); 2]);
}

#[test]
fn a_request_that_is_none_is_refused() {
    let mut deep = json!(1);
    for _ in 0..10_000 {
        deep = Value::Array(vec![deep]);
    }
    for request in [json!(null), json!([]), json!({}), json!({ "op": "estimate", "scenario": 5 }), json!({ "op": "pay", "scenario": "nat 1" }), deep] {
        assert_eq!(Cost.answer(&request).unwrap_err().code, "E_REQUEST");
        // A value so deep is taken apart by hand: dropping it at once would go as deep.
        flatten(request);
    }
}

fn flatten(mut value: Value) {
    while let Value::Array(items) = value {
        value = items.into_iter().next().unwrap_or_default();
    }
}

proptest! {
    #[test]
    fn no_text_brings_it_down(text in "\\PC*", words in prop::collection::vec("nat|natgb|egress|hours|az|compare|region|notes|apigw|free|none|lambda|fargate|nat-flow|[0-9]{1,3}(MB|GB|ms|s|vCPU|M|k)?|arm|other-az|-1|0\\.5|9{1,14}M?|seoul|#|\n|가", 0..14)) {
        for scenario in [text, words.join(" ")] {
            let run = run(&scenario);
            for refusal in run.refusals {
                prop_assert!(scenario.get(refusal.at).is_some());
            }
            for outcome in run.outcomes {
                prop_assert!(scenario.get(outcome.asked.clone()).is_some());
                prop_assert!(outcome.codes.iter().all(|code| show::CODES.contains(code)));
                for fix in outcome.fixes {
                    prop_assert!(scenario.get(fix.change.range).is_some());
                }
            }
        }
    }

    #[test]
    fn no_request_brings_it_down(op in "estimate|[a-z]{0,8}", scenario in "\\PC*", other in prop::option::of(any::<i64>())) {
        let scenario = other.map_or(json!(scenario), |n| json!(n));
        if let Err(refusal) = Cost.answer(&json!({ "op": op, "scenario": scenario.clone() })) {
            prop_assert!(refusal.at.is_empty() || scenario.as_str().is_some_and(|text| text.get(refusal.at).is_some()));
        }
    }
}
