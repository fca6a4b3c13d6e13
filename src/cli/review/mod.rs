//! `opsdrill review`: what is due, on the full screen, line by line, or as JSON.

mod desk;
mod drill;
mod pick;
mod plain;
mod question;
mod talk;

use std::io;

use serde_json::json;

use super::args::{Args, Global, Review};
use super::voice::Voice;
use super::{Outcome, load, open};
use crate::study::{Limits, Memory};
use crate::text::Texts;
use crate::tui::effect::Route;
use desk::Desk;
use plain::Plain;
use talk::Talk;

/// Reviews what is due.
///
/// # Errors
///
/// The course cannot be read, or the streams fail.
pub fn run(review: &Review, args: &Args, texts: &'static Texts) -> Outcome {
    if review.json {
        return list(review, &args.global, texts);
    }
    if !review.plain {
        return open::run(args, Some(Route::Review { topics: review.topic.clone(), minutes: review.minutes }), texts);
    }
    let course = load::course(&args.global, texts)?;
    let desk = Desk::open(course, &load::paths(&args.global, texts)?);
    let talk = Talk::new(io::stdin().lock(), io::stdout().lock(), texts);
    Plain::new(desk, talk, Voice::of(&args.global, texts)).run(&limits(review))
}

fn limits(review: &Review) -> Limits {
    Limits { minutes: review.minutes, topics: review.topic.clone(), ..Limits::default() }
}

/// Prints the queue.
fn list(review: &Review, global: &Global, texts: &'static Texts) -> Outcome {
    let course = load::course(global, texts)?;
    let (deck, memory, day, queue) = desk::look(&course, &load::paths(global, texts)?, &limits(review), texts)?;
    let card = |id| {
        let lesson = deck.card(id).map(|card| &card.lesson);
        json!({
            "card": id, "lesson": lesson.map(ToString::to_string), "topic": lesson.map(|slug| slug.topic()), "new": memory.learned(id).is_none(),
            "due": memory.learned(id).map(|learned| learned.due.to_string()), "recall": memory.recall(id, day).map(rounded), "flagged": Memory::is_flagged(&memory, id),
        })
    };
    let cards: Vec<_> = queue.cards.iter().map(card).collect();
    super::print(&format!("{}\n", json!({ "day": day.to_string(), "due": queue.due, "new": queue.new_cards(), "minutes": queue.minutes(), "cards": cards })))
}

/// Four decimals are more than the model knows.
fn rounded(recall: f32) -> f64 {
    (f64::from(recall) * 1e4).round() / 1e4
}
