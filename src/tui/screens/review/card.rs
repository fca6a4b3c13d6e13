//! The card that is asked: its text in the course, and its answer on the screen.

use crate::content::{Anchor, Lesson, Question, QuestionId, Slug, plain};
use crate::content::{BlockKind, Course};
use crate::sim;
use crate::study::{CardId, Task};
use crate::text::Lang;
use crate::tui::app::Cx;
use crate::tui::widgets::question::Asked;

/// A card with what is asked.
pub struct Card {
    /// Its name in the log.
    pub id: CardId,
    /// The lesson in which it stands.
    pub lesson: Slug,
    /// The section in which it stands.
    pub anchor: Option<Anchor>,
    /// As it is asked.
    pub asked: Asked,
    task: Task,
}

impl Card {
    /// Asks a card for the `tries`th time in this session; `None` if the course has lost it.
    #[must_use]
    pub fn new(id: &CardId, tries: u32, cx: &Cx) -> Option<Card> {
        let card = cx.deck.card(id)?;
        let seed = id.seed(cx.nonce.wrapping_add(u64::from(tries)));
        let asked = match &card.task {
            Task::Question { id, blank } => Asked::question(&question(&cx.course, &card.lesson, id, cx.lang)?, *blank, seed),
            Task::Drill(drill) => Asked::drill(sim::find(&drill.sim)?.drill(&drill.kind, drill.level, seed)?),
        };
        let anchor = section(&cx.course, &card.lesson, &card.task, cx.lang);
        Some(Card { id: id.clone(), lesson: card.lesson.clone(), anchor, asked, task: card.task.clone() })
    }

    /// The same in the language that is read now.
    pub fn reword(&mut self, cx: &Cx) {
        if let Task::Question { id, .. } = &self.task
            && let Some(question) = question(&cx.course, &self.lesson, id, cx.lang)
        {
            self.asked = self.asked.reworded(&question);
        }
    }
}

/// The beginning of a card's question, to name it.
#[must_use]
pub fn name(id: &CardId, cx: &Cx) -> String {
    let Some(card) = cx.deck.card(id) else { return id.to_string() };
    match &card.task {
        Task::Question { id, .. } => question(&cx.course, &card.lesson, id, cx.lang).map_or_else(|| id.to_string(), |question| first_words(&question)),
        Task::Drill(drill) => drill.id.to_string(),
    }
}

fn first_words(question: &Question) -> String {
    let text = question.prompt.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(plain(text)),
        _ => None,
    });
    text.unwrap_or_else(|| question.id.to_string())
}

/// A question in `lang`, or in another language where it is not there in that one.
fn question(course: &Course, slug: &Slug, id: &QuestionId, lang: Lang) -> Option<Question> {
    texts(course, slug, lang).find_map(|lesson| lesson.questions().find(|question| question.id == *id).cloned())
}

fn section(course: &Course, slug: &Slug, task: &Task, lang: Lang) -> Option<Anchor> {
    let wanted = match task {
        Task::Question { id, .. } => id,
        Task::Drill(drill) => &drill.id,
    };
    let is_it = |block: &BlockKind| match block {
        BlockKind::Question(question) => question.id == *wanted,
        BlockKind::Drill(drill) => drill.id == *wanted,
        _ => false,
    };
    texts(course, slug, lang).find_map(|lesson| {
        let at = lesson.blocks.iter().position(|block| is_it(&block.kind))?;
        lesson.sections().into_iter().find(|section| section.blocks.contains(&at))?.anchor.cloned()
    })
}

/// The texts of a lesson, the one in `lang` first.
fn texts<'a>(course: &'a Course, slug: &'a Slug, lang: Lang) -> impl Iterator<Item = &'a Lesson> {
    let first = course.lesson(slug, lang).map(AsRef::as_ref);
    let others = course.lessons.get(slug).into_iter().flat_map(|texts| texts.iter().filter_map(|(_, text)| text.as_deref()));
    first.into_iter().chain(others)
}
