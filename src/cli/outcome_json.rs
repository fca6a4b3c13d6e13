//! The outcome of a simulator as JSON: stable field names, sentences beside their ids.

use serde_json::{Map, Value, json};

use crate::sim::{Bit, Cell, Change, Control, Fix, Outcome, Panel, Refusal, Run, Simulator, Tone};
use crate::text::{Arg, Message, Texts};

/// A whole run.
#[must_use]
pub fn run(sim: &str, scenario: &str, run: &Run, texts: &Texts) -> Value {
    json!({
        "sim": sim,
        "scenario": scenario,
        "outcomes": list(&run.outcomes, |o| outcome(o, texts)),
        "refusals": list(&run.refusals, |r| refusal(r, texts)),
    })
}

/// What a simulator is.
#[must_use]
pub fn simulator(sim: &dyn Simulator, texts: &Texts) -> Value {
    json!({
        "name": sim.name(),
        "summary": texts.say(&sim.summary()),
        "grammar": sim.grammar().lines().collect::<Vec<_>>(),
        "examples": sim.examples(),
        "codes": sim.codes(),
        "drills": list(sim.drills(), |d| json!({"kind": d.name, "summary": texts.get(d.summary)})),
    })
}

/// A message: its id, its arguments, and the sentence in the reader's language.
#[must_use]
pub fn message(message: &Message, texts: &Texts) -> Value {
    let args: Map<String, Value> = message.args.iter().map(|(name, arg)| ((*name).to_owned(), argument(arg, texts))).collect();
    json!({"id": message.id, "args": args, "text": texts.say(message)})
}

fn argument(arg: &Arg, texts: &Texts) -> Value {
    match arg {
        Arg::Text(text) => text.as_ref().into(),
        Arg::Count(n) => (*n).into(),
        Arg::Message(m) => message(m, texts),
    }
}

fn outcome(outcome: &Outcome, texts: &Texts) -> Value {
    json!({
        "verdict": outcome.verdict,
        "codes": outcome.codes,
        "asked": [outcome.asked.start, outcome.asked.end],
        "headline": maybe(outcome.headline.as_ref(), texts),
        "findings": list(&outcome.findings, |f| json!({"code": f.code, "tone": name(f.tone), "message": message(&f.message, texts)})),
        "notices": list(&outcome.notices, |n| json!({"code": n.code, "message": message(&n.message, texts)})),
        "steps": list(&outcome.steps, |s| json!({"message": message(&s.message, texts), "points_at": s.points_at.map(|(panel, row)| json!({"panel": panel, "row": row}))})),
        "panels": list(&outcome.panels, |p| panel(p, texts)),
        "fixes": list(&outcome.fixes, |f| fix(f, texts)),
        "caveat": maybe(outcome.caveat.as_ref(), texts),
        "controls": list(&outcome.controls, |c| control(c, texts)),
    })
}

fn panel(panel: &Panel, texts: &Texts) -> Value {
    match panel {
        Panel::Text { title, lines } => json!({"kind": "text", "title": maybe(title.as_ref(), texts), "lines": lines}),
        Panel::Table { title, header, rows } => json!({
            "kind": "table",
            "title": maybe(title.as_ref(), texts),
            "header": list(header, |m| message(m, texts)),
            "rows": list(rows, |row| list(row, |c| cell(c, texts))),
        }),
        Panel::Bits { rows } => json!({
            "kind": "bits",
            "rows": list(rows, |r| json!({"label": message(&r.label, texts), "bits": digits(&r.bits), "network": r.bits.iter().filter(|b| b.network).count(), "text": r.text})),
        }),
        Panel::Tree { title, header, rows } => json!({
            "kind": "tree",
            "title": maybe(title.as_ref(), texts),
            "header": list(header, |m| message(m, texts)),
            "rows": list(rows, |r| json!({"depth": r.depth, "cells": list(&r.cells, |c| cell(c, texts)), "controls": list(&r.controls, |c| control(c, texts))})),
        }),
    }
}

fn digits(bits: &[Bit]) -> String {
    bits.iter().map(|b| if b.one { '1' } else { '0' }).collect()
}

fn cell(cell: &Cell, texts: &Texts) -> Value {
    match cell {
        Cell::Text(text, tone) => json!({"text": text, "tone": name(*tone)}),
        Cell::Number(text) => json!({"number": text}),
        Cell::Message(m, tone) => json!({"message": message(m, texts), "tone": name(*tone)}),
    }
}

fn name(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Muted => "muted",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Warn => "warn",
        Tone::Strong => "strong",
    }
}

fn fix(fix: &Fix, texts: &Texts) -> Value {
    json!({"label": message(&fix.label, texts), "change": change(&fix.change), "then": fix.then})
}

fn control(control: &Control, texts: &Texts) -> Value {
    json!({"key": control.key, "label": message(&control.label, texts), "ask": maybe(control.ask.as_ref(), texts), "change": change(&control.change)})
}

fn change(change: &Change) -> Value {
    json!({"range": [change.range.start, change.range.end], "text": change.text})
}

fn refusal(refusal: &Refusal, texts: &Texts) -> Value {
    json!({
        "code": refusal.code,
        "at": [refusal.at.start, refusal.at.end],
        "message": message(&refusal.message, texts),
        "hint": maybe(refusal.hint.as_ref(), texts),
        "mend": refusal.mend.as_ref().map(change),
    })
}

fn maybe(m: Option<&Message>, texts: &Texts) -> Value {
    m.map_or(Value::Null, |m| message(m, texts))
}

fn list<T>(items: &[T], each: impl Fn(&T) -> Value) -> Value {
    Value::Array(items.iter().map(each).collect())
}
