use std::io::{self, BufRead, Write};

use super::pick::{letter, places};
use super::question::Reply;
use super::talk::{Heard, Order, Talk};
use crate::cli::read::page::{hanging, lines};
use crate::quiz::Verdict;
use crate::sim::{Drill, Judgement, Simulator};
use crate::text::Message;

/// The width of the text in cells.
const CELLS: usize = 76;

/// Asks a question that a simulator made, until it is answered, and says what was right.
///
/// # Errors
///
/// The streams fail.
pub fn ask<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, sim: &dyn Simulator, drill: &Drill) -> io::Result<Reply> {
    let prompt = lines(&talk.texts.say(&drill.prompt), CELLS).join("\n");
    talk.print(&prompt)?;
    for (at, (_, says)) in drill.choices.iter().enumerate() {
        let row = hanging(&format!("  {}) ", letter(at)), lines(&talk.texts.say(says), CELLS - 5)).join("\n");
        talk.print(&row)?;
    }
    loop {
        let line = match talk.ask("")? {
            Heard::Line(line) => line,
            Heard::Order(Order::Hint) => {
                talk.say(&Message::new("study-no-hint"))?;
                continue;
            }
            Heard::Order(order) => return Ok(Reply::Order(order)),
        };
        let judgement = if line.trim().is_empty() { Judgement::Wrong(None) } else { sim.judge(drill, answer(drill, &line)) };
        match judgement {
            Judgement::Unreadable(message) => talk.say(&message)?,
            Judgement::Right => return told(talk, drill, true, None),
            Judgement::Wrong(mistake) => return told(talk, drill, false, mistake.as_ref()),
        }
    }
}

/// The word that a letter stands for, where there are choices.
fn answer<'a>(drill: &Drill, line: &'a str) -> &'a str {
    match places(line, drill.choices.len()).as_deref() {
        Some([at]) => drill.choices.get(*at).map_or(line, |(word, _)| word),
        _ => line.trim(),
    }
}

fn told<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, drill: &Drill, right: bool, mistake: Option<&Message>) -> io::Result<Reply> {
    talk.say(&Message::new(if right { "study-right" } else { "study-wrong" }))?;
    if !right {
        let shown = drill.choices.iter().find(|(word, _)| *word == drill.answer).map(|(_, says)| talk.texts.say(says));
        talk.print(&format!("  = {}", shown.as_deref().unwrap_or(&drill.answer)))?;
    }
    for message in drill.told(mistake) {
        let text = lines(&talk.texts.say(message), CELLS).join("\n");
        talk.print(&text)?;
    }
    Ok(Reply::Answered(Some(Verdict { points: (usize::from(right), 1), marks: Vec::new() })))
}
