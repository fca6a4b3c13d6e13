//! Every text that reaches a simulator is broken in every way we can think of: scenarios, requests, answers to drills.
//!
//! It begins with what is well-formed (examples, the lessons' scenarios, recorded requests), mutates it, and keeps what
//! made the simulator say something new, so that the next mutation starts from there. Nothing may panic, hang or let the
//! memory grow, and what is said of a broken text must hold: places lie inside it, sentences exist in every language, a
//! fix does what it promises. What was ever found stays in `tests/corpus` and is tried first.
//!
//! `cargo test` tries a few hundred texts a door, the same ones each time. For long runs, with overflow checks:
//!
//! ```text
//! OPSDRILL_FUZZ_SECONDS=600 cargo test --profile fuzz --test fuzz -- --nocapture
//! OPSDRILL_FUZZ_ONLY=cors/request ...    one door, or all doors of a simulator
//! OPSDRILL_FUZZ_SEED=7 ...               other texts
//! ```
//!
//! A text that breaks something is made smaller and written beside the build; copy it into `tests/corpus`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod door;
mod mutate;
mod seeds;
mod watch;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use door::Door;
use mutate::Mutator;
use watch::Watched;

/// Texts tried at each door when nobody asks for a long run.
const FEW: u64 = 250;

/// The most texts that are kept to start from.
const POOL: usize = 4_000;

/// How long a text that broke something is made smaller.
const SHRINKING: Duration = Duration::from_secs(20);

/// The most different failures of one door before it is left.
const ENOUGH: usize = 12;

#[test]
fn what_was_found_before_stays_mended() {
    let mut tried = 0;
    for door in Door::all() {
        for (path, text) in seeds::corpus(&door) {
            tried += 1;
            if let Err(why) = Watched::new(&door).knock(&text) {
                panic!("{path}: {why}");
            }
        }
    }
    assert!(tried > 0, "tests/corpus is empty");
}

#[test]
fn no_text_brings_a_simulator_down() {
    let only = std::env::var("OPSDRILL_FUZZ_ONLY").unwrap_or_default();
    let doors: Vec<Door> = Door::all().into_iter().filter(|door| door.name().starts_with(&only)).collect();
    assert!(!doors.is_empty(), "no door is called {only}");
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(doors.len());
    let found: Vec<String> = std::thread::scope(|scope| {
        let work = || {
            let mut found = Vec::new();
            while let Some(door) = doors.get(next.fetch_add(1, Ordering::Relaxed)) {
                found.extend(fuzz(door));
            }
            found
        };
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(found.is_empty(), "{} failures:\n{}", found.len(), found.join("\n"));
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Tries a door until its time or its number of texts is over; says what broke.
fn fuzz(door: &Door) -> Vec<String> {
    let limit = number("OPSDRILL_FUZZ_SECONDS").map(Duration::from_secs);
    let mut watched = if limit.is_some() { Watched::timed(door) } else { Watched::new(door) };
    let mut pool = seeds::of(door);
    let mut mutator = Mutator::new(&pool, number("OPSDRILL_FUZZ_SEED").unwrap_or(1));
    let (mut known, mut failures, mut cases) = (std::collections::HashSet::new(), Vec::<(String, String)>::new(), 0);
    let begun = Instant::now();
    let over = |cases: u64| limit.map_or(cases >= FEW, |limit| begun.elapsed() >= limit);
    let mut memory = None;
    while !over(cases) && failures.len() < ENOUGH {
        let text = mutator.mutate(&pool, door.is_json());
        cases += 1;
        match watched.knock(&text) {
            Ok(said) if known.insert(said) => mutator.keep(&mut pool, text, POOL),
            Ok(_) => {}
            Err(why) if failures.iter().any(|(known, _)| *known == why) => {}
            Err(why) => {
                let begun = Instant::now();
                // What is slow is slow by its length: a shorter one would only be less so.
                let goes_on = || why != watch::SLOW && begun.elapsed() < SHRINKING;
                let text = mutator.shrink(text, |smaller| goes_on() && watched.knock(smaller).is_err_and(|other| other == why));
                failures.push((why, text));
            }
        }
        if memory.is_none() && limit.is_some_and(|limit| begun.elapsed() > limit / 10) {
            memory = watch::resident();
        }
    }
    if let Some(limit) = limit {
        let grown = watch::resident().zip(memory).map_or(0, |(now, then)| now.saturating_sub(then) >> 20);
        println!("{:20} {cases:>10} texts in {:>4} s, {:>5} kept, slowest {:?}, memory +{grown} MB", door.name(), limit.as_secs(), pool.len(), watched.slowest);
    }
    failures.into_iter().map(|(why, text)| format!("{}: {why}\n  {}", door.name(), written(door, &text))).collect()
}

/// Where a text that broke something was put.
fn written(door: &Door, text: &str) -> String {
    let name = format!("{}-{:016x}", door.name().replace('/', "-"), opsdrill::seed::hash(text.bytes()));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).map_or_else(|error| error.to_string(), |()| path.display().to_string())
}
