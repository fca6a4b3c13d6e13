//! `opsdrill sim`: lists the simulators, runs a scenario, answers requests in a batch.

use std::io::Read as _;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::args::{Color, Global, Sim, help_of};
use super::caret;
use super::outcome_json;
use super::paint::Paint;
use super::panel::Pen;
use super::voice::{Voice, since};
use super::{Outcome, batch, print};
use crate::sim::{self, Flag, Refusal, Run, Simulator};
use crate::text::{Message, Texts, nearest, pad, width};

/// Does what `opsdrill sim` was asked.
pub fn run(args: &Sim, global: &Global, texts: &'static Texts) -> Outcome {
    let (color, voice) = (global.color, Voice::of(global, texts));
    let Some(name) = &args.name else {
        if args.help {
            return print(&help_of("sim", texts));
        }
        return print(&if args.json { listing_json(texts) } else { listing(texts, Paint::stdout(color)) });
    };
    let sim = find(name, texts)?;
    if args.help {
        return print(&help(sim, texts, Paint::stdout(color)));
    }
    if args.batch {
        return batch::answer(voice, |line| answer(sim, line, texts));
    }
    let scenario = match sim::flagged(sim.flags(), &scenario(args, texts)?, &args.flags) {
        Ok(scenario) => scenario,
        Err(message) => bail!(texts.say(&message)),
    };
    let begun = Instant::now();
    let run = sim.run(&scenario);
    voice.detail(&ran(sim, &scenario, &run).with("ms", since(begun)));
    if args.json {
        print(&format!("{:#}\n", outcome_json::run(sim.name(), &scenario, &run, texts)))?;
    } else {
        let pen = Pen { texts, paint: Paint::stdout(color), steps: args.steps };
        print(&run.outcomes.iter().map(|o| pen.outcome(o)).collect::<Vec<_>>().join("\n"))?;
    }
    complain(&run, &scenario, color, texts);
    if run.outcomes.is_empty() { Err(super::Said.into()) } else { Ok(run.refusals.is_empty()) }
}

/// The simulator of that name, or a complaint that names the nearest.
pub fn find(name: &str, texts: &Texts) -> anyhow::Result<&'static dyn Simulator> {
    if let Some(sim) = sim::find(name) {
        return Ok(sim);
    }
    let known: Vec<&str> = sim::ALL.iter().map(|s| s.name()).collect();
    let mut text = texts.say(&Message::new("sim-unknown").with("name", name.to_owned()).with("known", known.join(", ")));
    if let Some(near) = nearest(name, known).first().copied() {
        text.push('\n');
        text.push_str(&texts.say(&Message::new("sim-did-you-mean").with("word", near)));
    }
    bail!(text)
}

/// The answer to one line of a batch.
fn answer(sim: &dyn Simulator, line: &Value, texts: &Texts) -> batch::Reply {
    let request = line.get("request").ok_or_else(|| batch::lacks("request", texts))?;
    sim.answer(request).map(|answer| ("answer", answer)).map_err(|refusal| refused(&refusal, texts))
}

fn refused(refusal: &Refusal, texts: &Texts) -> Value {
    let mut error = json!({"code": refusal.code, "message": texts.say(&refusal.message)});
    if !refusal.at.is_empty() {
        error["at"] = json!([refusal.at.start, refusal.at.end]);
    }
    if let Some(hint) = &refusal.hint {
        error["hint"] = texts.say(hint).into();
    }
    error
}

fn scenario(args: &Sim, texts: &Texts) -> anyhow::Result<String> {
    let name = args.name.clone().unwrap_or_default();
    // A lone `-` is standard input, as for other programs; among words it is a word, as in `range A - B`.
    let stdin = (args.scenario == ["-"]).then(|| PathBuf::from("-"));
    let Some(file) = args.file.as_ref().or(stdin.as_ref()) else {
        if args.scenario.is_empty() && args.flags.is_empty() {
            bail!(texts.say(&Message::new("sim-nothing").with("name", name)));
        }
        return Ok(crate::text::clean(&args.scenario.join(" ")));
    };
    let shown = file.display().to_string();
    let mut bytes = Vec::new();
    let read = if shown == "-" { std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ()) } else { std::fs::read(file).map(|read| bytes = read) };
    read.with_context(|| texts.say(&Message::new("sim-unreadable").with("file", shown.clone())))?;
    let Ok(text) = String::from_utf8(bytes) else { bail!(texts.say(&Message::new("sim-not-text").with("file", shown))) };
    Ok(crate::text::clean(&text))
}

/// What is to be said of a run.
fn ran(sim: &dyn Simulator, scenario: &str, run: &Run) -> Message {
    let message = Message::new("voice-ran").with("sim", sim.name()).with("bytes", scenario.len());
    message.with("outcomes", run.outcomes.len()).with("refusals", run.refusals.len())
}

fn complain(run: &Run, scenario: &str, color: Color, texts: &Texts) {
    let paint = Paint::stderr(color);
    for refusal in &run.refusals {
        eprint!("{}", caret::complaint(refusal, scenario, texts, paint));
    }
}

fn listing(texts: &Texts, paint: Paint) -> String {
    let wide = sim::ALL.iter().map(|s| width(s.name())).max().unwrap_or(0);
    let mut text = String::new();
    for sim in sim::ALL {
        text.push_str(&format!("  {}   {}\n", paint.accent(&pad(sim.name(), wide)), texts.say(&sim.summary())));
    }
    text + "\n" + &texts.get("sim-more") + "\n"
}

fn listing_json(texts: &Texts) -> String {
    let all: Vec<_> = sim::ALL.iter().map(|s| outcome_json::simulator(*s, texts)).collect();
    format!("{:#}\n", serde_json::Value::from(all))
}

fn help(sim: &dyn Simulator, texts: &Texts, paint: Paint) -> String {
    let bold = |text: &str| paint.tone(sim::Tone::Strong, text);
    let indent = |text: &str| text.lines().map(|l| format!("  {l}\n")).collect::<String>();
    let usage = texts.say(&Message::new("sim-usage").with("name", sim.name()));
    let mut text = format!("{}\n\n{usage}\n\n{}\n{}\n", bold(&texts.say(&sim.summary())), bold(&texts.get("sim-grammar")), indent(sim.grammar()));
    if let Some(words) = sim.words_id() {
        text.push_str(&format!("{}\n", indent(&texts.get(words))));
    }
    if !sim.flags().is_empty() {
        text.push_str(&format!("{}\n{}\n", bold(&texts.get("sim-flags")), flags(sim.flags(), texts, paint)));
    }
    text.push_str(&bold(&texts.get("sim-examples")));
    text.push('\n');
    text.push_str(&sim.examples().iter().map(|e| indent(e)).collect::<Vec<_>>().join(if sim.examples().iter().any(|e| e.contains('\n')) { "\n" } else { "" }));
    text
}

fn flags(flags: &[Flag], texts: &Texts, paint: Paint) -> String {
    let form = |flag: &Flag| format!("{}--{} {}", flag.short.map_or_else(|| "    ".to_owned(), |short| format!("-{short}, ")), flag.long, flag.value);
    let wide = flags.iter().map(|flag| width(&form(flag))).max().unwrap_or(0);
    flags.iter().map(|flag| format!("  {}   {}\n", paint.accent(&pad(&form(flag), wide)), texts.get(flag.summary))).collect()
}
