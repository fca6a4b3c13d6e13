//! What a run begins with: texts that are well-formed.

use std::path::Path;

use opsdrill::store::library;
use serde_json::Value;

use crate::door::{Door, Way};

/// Recorded strings longer than this are not repeated in full.
const LONGEST: u64 = 5_000;

/// The texts that a door is known to take, and what was found before.
pub fn of(door: &Door) -> Vec<String> {
    let mut seeds: Vec<String> = corpus(door).into_iter().map(|(_, text)| text).collect();
    match door.way {
        Way::Scenario => {
            seeds.extend(door.sim.examples().iter().map(|example| (*example).to_owned()));
            seeds.extend(lessons(door.sim.name()));
            seeds.extend(door.drills().map(|drill| drill.scenario));
        }
        Way::Request => seeds.extend(recorded(door.sim.name())),
        Way::Answer => seeds.extend(door.drills().map(|drill| drill.answer)),
    }
    if seeds.is_empty() {
        seeds.push(if door.is_json() { "{}" } else { "?" }.to_owned());
    }
    seeds
}

/// What was found before: the file's name and the text.
pub fn corpus(door: &Door) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(door.name());
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.into_iter().filter_map(|file| Some((file.display().to_string(), std::fs::read_to_string(&file).ok()?))).collect()
}

/// The scenarios in the built-in lessons.
fn lessons(sim: &str) -> Vec<String> {
    let course = library::embedded();
    let lessons = course.lessons.values().flat_map(|texts| texts.iter().filter_map(|(_, lesson)| lesson.clone()));
    let found = lessons.flat_map(|lesson| {
        let scenarios = lesson.scenarios().filter(|(_, scenario)| scenario.sim == sim);
        scenarios.map(|(_, scenario)| scenario.text.clone()).collect::<Vec<_>>()
    });
    found.collect()
}

/// The recorded requests.
fn recorded(sim: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let texts = files.iter().filter_map(|file| std::fs::read_to_string(file).ok());
    let cases: Vec<Value> = texts.flat_map(|text| text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect::<Vec<_>>()).collect();
    cases.into_iter().filter(|case| case["sim"] == sim).map(|mut case| expand(case["request"].take()).to_string()).collect()
}

/// `{"$rep": ["x", n]}` stands for "x" n times.
fn expand(value: Value) -> Value {
    match value {
        Value::Object(fields) => match fields.get("$rep").and_then(Value::as_array).map(Vec::as_slice) {
            Some([Value::String(text), times]) => text.repeat(usize::try_from(times.as_u64().unwrap_or(0).min(LONGEST)).unwrap_or(0)).into(),
            _ => fields.into_iter().map(|(name, value)| (name, expand(value))).collect(),
        },
        Value::Array(items) => items.into_iter().map(expand).collect(),
        other => other,
    }
}
