//! Recorded behaviour of real software, answered by the same door as `sim --batch`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use opsdrill::sim;
use serde_json::Value;

/// Every file here but this one holds cases of a simulator.
const NOT_SIMULATED: &str = "fsrs.jsonl";

#[test]
fn every_recorded_case_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "jsonl") && file.file_name().is_some_and(|name| name != NOT_SIMULATED));
    assert!(!files.is_empty());
    let wrong: Vec<String> = files.iter().flat_map(|file| failures(file)).collect();
    assert!(wrong.is_empty(), "{} cases do not hold:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

fn failures(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let cases = text.lines().map(|line| expand(serde_json::from_str(line).unwrap()));
    cases.filter_map(|case| failure(&case).map(|why| format!("{} {}: {why}", file.display(), case["id"]))).collect()
}

/// Where the answer parts from what was recorded; `None` if the case holds.
fn failure(case: &Value) -> Option<String> {
    let name = case["sim"].as_str().unwrap();
    let simulator = sim::find(name).unwrap_or_else(|| panic!("no simulator {name}"));
    let refused = case["expect"] == serde_json::json!({"error": true});
    match simulator.answer(&case["request"]) {
        Ok(_) if refused => Some("accepted".to_owned()),
        Ok(answer) => parting(&case["expect"], &answer, ""),
        Err(_) if refused => None,
        Err(refusal) => Some(format!("refused: {}", refusal.code)),
    }
}

/// Where `answer` does not contain `expected`: a field expected to be null may be absent, lists are equal
/// in length and order (unless `unordered`), numbers by value, and what is marked `should` does not bind.
fn parting(expected: &Value, answer: &Value, path: &str) -> Option<String> {
    match (expected, answer) {
        (Value::Object(fields), Value::Object(given)) => {
            let unordered = expected.get("unordered").is_some_and(|u| u == true);
            fields.iter().filter(|(name, _)| !matches!(name.as_str(), "unordered" | "should")).find_map(|(name, value)| {
                let path = format!("{path}.{name}");
                match given.get(name) {
                    None => (!value.is_null()).then(|| format!("{path} is missing")),
                    Some(other) if unordered && matches!(name.as_str(), "entered" | "Items") => parting(&sorted(value), &sorted(other), &path),
                    Some(other) => parting(value, other, &path),
                }
            })
        }
        (Value::Array(items), Value::Array(given)) if items.len() == given.len() => {
            let each = items.iter().zip(given).enumerate().filter(|(_, (item, _))| item.get("should").is_none_or(|s| s != true));
            each.into_iter().find_map(|(i, (item, other))| parting(&spread(item), other, &format!("{path}[{i}]")))
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            ((a - b).abs() > 1e-9 * a.abs().max(1.0)).then(|| format!("{path}: {a} and {b}"))
        }
        (a, b) => (a != b).then(|| format!("{path}: {a} and {b}")),
    }
}

/// `unordered` beside `ok` means the items in it.
fn spread(item: &Value) -> Value {
    let mut item = item.clone();
    if item.get("unordered").is_some_and(|u| u == true) && item.get("ok").is_some_and(Value::is_object) {
        item["ok"]["unordered"] = true.into();
    }
    item
}

fn sorted(list: &Value) -> Value {
    let Some(items) = list.as_array() else { return list.clone() };
    let mut items = items.clone();
    items.sort_by_key(ToString::to_string);
    Value::Array(items)
}

/// `{"$rep": ["x", n]}` stands for "x" n times.
fn expand(value: Value) -> Value {
    match value {
        Value::Object(fields) => match fields.get("$rep").and_then(Value::as_array).map(Vec::as_slice) {
            Some([Value::String(text), times]) if fields.len() == 1 => text.repeat(usize::try_from(times.as_u64().unwrap()).unwrap()).into(),
            _ => fields.into_iter().map(|(name, value)| (name, expand(value))).collect(),
        },
        Value::Array(items) => items.into_iter().map(expand).collect(),
        other => other,
    }
}
