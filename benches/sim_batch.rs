//! How many recorded requests a second each simulator answers; one that has none recorded, its examples.

use std::path::Path;

use divan::Bencher;
use divan::counter::ItemsCount;
use opsdrill::sim;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// The requests of a simulator's files, `NAME.jsonl` and `NAME-*.jsonl`; where it has no file, its examples.
fn requests(name: &str) -> Vec<Value> {
    let recorded = recorded(name);
    if !recorded.is_empty() {
        return recorded;
    }
    let examples = sim::find(name).map_or(&[][..], |simulator| simulator.examples());
    examples.iter().map(|example| json!({"op": "estimate", "scenario": example})).collect()
}

fn recorded(name: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| stem == name || stem.starts_with(&format!("{name}-"))));
    files.sort();
    let text: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap_or_default()).collect();
    let cases = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    cases.filter_map(|mut case| case.get_mut("request").map(Value::take)).collect()
}

#[divan::bench(args = sim::ALL.iter().map(|s| s.name()))]
fn answer(bencher: Bencher<'_, '_>, name: &str) {
    let simulator = sim::find(name).expect("a name of the list");
    let requests = requests(name);
    bencher.counter(ItemsCount::new(requests.len())).bench_local(|| {
        for request in &requests {
            divan::black_box(simulator.answer(divan::black_box(request)).ok());
        }
    });
}

/// What the batch door does with a line: JSON in, answer, JSON out.
#[divan::bench(args = sim::ALL.iter().map(|s| s.name()))]
fn line(bencher: Bencher<'_, '_>, name: &str) {
    let simulator = sim::find(name).expect("a name of the list");
    let lines: Vec<String> = requests(name).iter().map(ToString::to_string).collect();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        for line in &lines {
            let request: Value = serde_json::from_str(line).unwrap_or_default();
            divan::black_box(simulator.answer(&request).map(|answer| answer.to_string()).ok());
        }
    });
}
