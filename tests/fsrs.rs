//! FSRS-6 as py-fsrs computes it: `tests/vectors/fsrs.jsonl`, recorded with fuzz off.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;

use opsdrill::study::{Rating, Scheduler};
use serde_json::Value;

#[test]
fn every_recorded_sequence_holds() {
    let text = fs::read_to_string("tests/vectors/fsrs.jsonl").unwrap();
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let tolerance = rows[0]["meta"]["relative_tolerance"].as_f64().unwrap();
    let cases: Vec<&Value> = rows.iter().filter(|row| row.get("request").is_some()).collect();
    let broken: Vec<String> = cases.iter().flat_map(|case| differences(case, tolerance)).collect();
    assert!(broken.is_empty(), "{} differences:\n{}", broken.len(), broken.join("\n"));
    assert_eq!(cases.len(), 97);
}

fn differences(case: &Value, tolerance: f64) -> Vec<String> {
    let request = &case["request"];
    let scheduler = match request.get("parameters") {
        Some(parameters) => Scheduler::new(&floats(parameters), single(&request["retention"])).unwrap(),
        None => Scheduler::new(&[], single(&request["retention"])).unwrap(),
    };
    let mut before = None;
    let mut broken = Vec::new();
    let reviews = request["reviews"].as_array().unwrap();
    let expected = case["expect"]["states"].as_array().unwrap();
    assert_eq!(reviews.len(), expected.len());
    for (at, (review, expect)) in reviews.iter().zip(expected).enumerate() {
        let elapsed = review["elapsed_days"].as_u64().unwrap() as u32;
        let rating = Rating::from_number(review["rating"].as_u64().unwrap() as u8).unwrap();
        let recall = before.map(|(stability, _)| scheduler.recall(stability, elapsed));
        let step = scheduler.next(before, elapsed)[rating];
        let mut check = |what: &str, got: f64, allowed: f64| {
            if let Some(want) = expect[what].as_f64()
                && (got - want).abs() > allowed.max(tolerance * want.abs())
            {
                broken.push(format!("case {} review {at}: {what} {got} instead of {want}", case["id"]));
            }
        };
        check("stability", f64::from(step.stability), tolerance * 1e-3);
        check("difficulty", f64::from(step.difficulty), tolerance * 1e-3);
        check("retrievability_before", f64::from(recall.unwrap_or(0.0)), tolerance * 1e-3);
        let days = expect["interval_days"].as_f64().unwrap();
        check("interval_days", f64::from(step.days()), (0.002 * days).max(1.0));
        before = Some((step.stability, step.difficulty));
    }
    broken
}

fn single(value: &Value) -> f32 {
    value.as_f64().unwrap() as f32
}

fn floats(values: &Value) -> Vec<f32> {
    values.as_array().unwrap().iter().map(single).collect()
}
