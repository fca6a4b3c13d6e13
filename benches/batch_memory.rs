//! The memory and speed of `sim NAME --batch` over a million lines, by the program itself.
//!
//! `cargo bench --bench batch_memory -- 100000` takes another number of lines. The recorded requests are sent again and
//! again; the peak of the memory after the first hundredth stands beside the peak at the end, where the system tells it.

use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use opsdrill::sim;
use serde_json::Value;

/// Lines for each simulator.
const LINES: usize = 1_000_000;

fn main() {
    let lines = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(LINES);
    println!("{:12} {:>9}  {:>9}  {:>12}  {:>12}", "simulator", "lines", "lines/s", "peak at 1 %", "peak at end");
    for simulator in sim::ALL {
        let requests = recorded(simulator.name());
        if !requests.is_empty() {
            measure(simulator.name(), &requests, lines);
        }
    }
}

/// The recorded requests of a simulator as lines of a batch.
fn recorded(name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let texts = files.filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect::<Vec<_>>();
    let cases = texts.iter().flat_map(|text| text.lines()).filter_map(|line| serde_json::from_str::<Value>(line).ok());
    cases.filter(|case| case["sim"] == name).map(|case| serde_json::json!({"id": case["id"], "request": case["request"]}).to_string()).collect()
}

fn measure(name: &str, requests: &[String], lines: usize) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_opsdrill"))
        .args(["sim", name, "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (input, output) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    let begun = Instant::now();
    let (early, late) = std::thread::scope(|scope| {
        // Standard input stays open until all is answered, so that the program is still there to be asked for its memory.
        let (done, wait) = std::sync::mpsc::channel::<()>();
        scope.spawn(move || {
            let mut input = BufWriter::new(input);
            for request in requests.iter().cycle().take(lines) {
                writeln!(input, "{request}").expect("the program reads");
            }
            input.flush().expect("the program reads");
            wait.recv().ok();
        });
        let (mut early, mut answered) = (None, 0);
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while answered < lines && output.read_until(b'\n', &mut line).expect("the program answers") > 0 {
            line.clear();
            answered += 1;
            if answered == lines.div_ceil(100) {
                early = peak(&child);
            }
        }
        assert_eq!(answered, lines, "{name} left lines without an answer");
        let late = peak(&child);
        done.send(()).ok();
        (early, late)
    });
    let seconds = begun.elapsed().as_secs_f64();
    child.wait().expect("the program ends");
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    let rate = lines as f64 / seconds;
    let shown = |peak: Option<u64>| peak.map_or("?".to_owned(), |kb| format!("{:.1} MB", f64::from(u32::try_from(kb).unwrap_or(u32::MAX)) / 1024.0));
    println!("{name:12} {lines:>9}  {rate:>9.0}  {:>12}  {:>12}", shown(early), shown(late));
}

/// The most memory that a program ever held, in KB, where the system tells.
fn peak(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
