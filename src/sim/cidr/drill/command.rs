//! `drill` in a scenario: a question to look at, with its answer as the way there.

use super::super::read::{Read, refuse};
use super::super::say::step;
use super::super::words::Words;
use super::{NAMES, drill};
use crate::sim::{Change, Control, DrillKind, Outcome};
use crate::text::{Message, nearest};

/// `drill [KIND] [LEVEL] [seed N]`.
pub fn answer(words: &mut Words<'_>) -> Read<Outcome> {
    let kind = kind(words)?;
    let level = level(words)?;
    let seed = if words.eat(&["seed", "시드"]) { seed(words)? } else { 1 };
    let Some(drill) = drill(kind, level, seed) else { return Err(words.missing(Message::new("cidr-e-kind"))) };
    let mut steps: Vec<_> = drill.explanation.into_iter().map(step).collect();
    steps.push(step(Message::new("cidr-drill-answer").with("answer", drill.answer.clone())));
    let control = |key, label, text| Control { key, label: Message::new(label), ask: None, change: Change { range: words.asked.clone(), text } };
    let next = format!("drill {kind} {level} seed {}", seed.wrapping_add(1));
    Ok(Outcome {
        verdict: drill.answer,
        headline: Some(drill.prompt),
        steps,
        controls: vec![control('n', "cidr-key-next", next), control('v', "cidr-key-see", drill.scenario)],
        ..Outcome::default()
    })
}

fn kind(words: &mut Words<'_>) -> Read<&'static str> {
    if let Some(kind) = NAMES.iter().find(|kind| words.eat(&[kind.name])) {
        return Ok(kind.name);
    }
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) || word.eq_ignore_ascii_case("seed") || word == "시드";
    match words.peek() {
        Some(word) if !plain(word.text) => {
            let near = nearest(word.text, names()).first().copied();
            let message = Message::new("cidr-e-kind");
            let refusal = refuse("E_KIND", word.range(), message);
            Err(match near {
                Some(near) => super::super::read::mended(refusal, word.range(), near),
                None => super::super::read::hinted(refusal, Message::new("cidr-h-kinds").with("kinds", names().collect::<Vec<_>>().join(" "))),
            })
        }
        _ => Ok("network"),
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|kind: &DrillKind| kind.name)
}

fn level(words: &mut Words<'_>) -> Read<u8> {
    if !words.peek().is_some_and(|word| word.text.bytes().all(|b| b.is_ascii_digit())) {
        return Ok(1);
    }
    let (level, at) = words.number()?;
    u8::try_from(level).ok().filter(|l| (1..=3).contains(l)).ok_or_else(|| refuse("E_RANGE", at, Message::new("cidr-e-level")))
}

fn seed(words: &mut Words<'_>) -> Read<u64> {
    let (seed, at) = words.number()?;
    u64::try_from(seed).map_err(|_| refuse("E_RANGE", at, Message::new("cidr-e-seed")))
}
