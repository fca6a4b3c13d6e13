//! What is said when no card is left: what was done, or what could be done instead.

use crate::content::Slug;
use crate::study::{CardId, LessonId, LessonProgress, Limits, Session, StudyDay, Today};
use crate::tui::app::Cx;

/// A quiet summary.
#[derive(Clone, Debug, Default)]
pub struct End {
    /// The answers given.
    pub answered: usize,
    /// How many of them were right.
    pub right: usize,
    /// The minutes that it took.
    pub minutes: u32,
    /// The cards that were skipped or flagged stay due; this is the next day with cards.
    pub next_due: Option<(StudyDay, usize)>,
    /// Cards of this session that are forgotten again and again, with their lessons.
    pub leeches: Vec<(CardId, Slug)>,
    /// New cards that the day's limit holds back.
    pub held_back: usize,
    /// The first lesson that has not been read.
    pub unread: Option<Slug>,
}

impl End {
    /// The summary of a session that took `millis`, over `seen` cards.
    #[must_use]
    pub fn of(session: &Session, seen: &[CardId], millis: i64, limits: &Limits, cx: &Cx) -> Option<End> {
        let memory = cx.memory.as_ref()?;
        let today = Today { deck: &cx.deck, memory, day: cx.today };
        let without_limit = today.queue(&Limits { new_a_day: usize::MAX, minutes: None, ..limits.clone() });
        let with_limit = today.queue(&Limits { minutes: None, ..limits.clone() });
        let is_unread = |slug: &&Slug| cx.course.lessons.contains_key(*slug) && memory.lesson(&LessonId::new(&cx.course.id, slug)) != LessonProgress::Read;
        let leeches = seen.iter().filter(|id| memory.is_leech(id)).filter_map(|id| Some((id.clone(), cx.deck.card(id)?.lesson.clone())));
        Some(End {
            answered: session.answered(),
            right: session.right(),
            minutes: u32::try_from((millis + 59_999) / 60_000).unwrap_or(0),
            next_due: next_due(today),
            leeches: leeches.collect(),
            held_back: without_limit.new_cards().saturating_sub(with_limit.new_cards()),
            unread: cx.course.order().find(is_unread).cloned(),
        })
    }
}

/// The first day after this one with cards, and how many they are.
fn next_due(today: Today) -> Option<(StudyDay, usize)> {
    let due = today.deck.cards().iter().filter_map(|card| today.memory.learned(&card.id)).map(|learned| learned.due).filter(|due| *due > today.day);
    let mut days: Vec<StudyDay> = due.collect();
    days.sort_unstable();
    let first = *days.first()?;
    Some((first, days.iter().take_while(|day| **day == first).count()))
}
