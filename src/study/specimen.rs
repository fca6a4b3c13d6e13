//! Made-up courses and events for tests.

use std::sync::Arc;

use uuid::Uuid;

use super::{CardId, Event, EventId, LessonId, Millis, Moment, Rating, Stamp, StudyDay, What};
use crate::content::{Course, Prices, parse_course};

/// An event with the number `seq` of device `a`, in the morning of `day`, `seq` seconds past eight.
pub fn event(seq: u64, day: i32, what: What) -> Event {
    let at = Millis(i64::from(day) * 86_400_000 + 8 * 3_600_000 + i64::try_from(seq).unwrap() * 1000);
    Event { id: id(seq), device: Arc::from("a"), seq, stamp: Stamp { moment: Moment { at, ahead: 0 }, day: StudyDay(day) }, what }
}

pub fn id(seq: u64) -> EventId {
    EventId(Uuid::from_u128(u128::from(seq)))
}

pub fn card(text: &str) -> CardId {
    CardId::from_text(text)
}

pub fn review(card: &str, rating: Rating) -> What {
    What::Reviewed { card: CardId::from_text(card), rating, judged: None, practice: false, took_ms: 10_000, days: None }
}

pub fn read(lesson: &str) -> What {
    What::Read { lesson: LessonId::from_text(lesson) }
}

/// A course `c` of lessons, each a slug with its text, in this order.
pub fn course(lessons: &[(&str, &str)]) -> Course {
    let slugs: Vec<String> = lessons.iter().map(|(slug, _)| format!("{slug:?}")).collect();
    let toml = format!(
        "id = \"c\"\ntitle = {{ en = \"C\" }}\nlanguages = [\"en\"]\n[[part]]\nid = \"p\"\ntitle = {{ en = \"P\" }}\n[[part.module]]\ntitle = {{ en = \"M\" }}\nlessons = [{}]\n",
        slugs.join(", ")
    );
    let files = lessons.iter().map(|(slug, text)| (format!("{slug}.md"), text.to_string()));
    parse_course("c", files.chain([("course.toml".to_owned(), toml)]), Arc::new(Prices::default()))
}

/// A lesson with recall questions of these ids.
pub fn lesson(ids: &[&str]) -> String {
    let questions: Vec<String> = ids.iter().map(|id| format!("```quiz {id}\nQ?\n\n---\n\nA\n```\n")).collect();
    format!("+++\ntitle = \"T\"\n+++\n\nText.\n\n{}", questions.join("\n"))
}
