//! The questions and drills of a lesson while they are answered in their places.

use std::collections::HashMap;

use crate::content::{BlockKind, Drill, Lesson, Question, QuestionId, Slug};
use crate::sim;
use crate::study::{Answer, CardId, Millis, StudyDay, Today};
use crate::tui::app::Cx;
use crate::tui::effect::Effect;
use crate::tui::widgets::question::{Asked, Outcome};

/// What is asked on the page, by the ids of the questions.
#[derive(Clone, Debug, Default)]
pub struct Tasks(HashMap<QuestionId, Task>);

/// A question or drill with how often it was tried and since when it is looked at.
#[derive(Clone, Debug)]
pub struct Task {
    /// As it is asked.
    pub asked: Asked,
    tries: u64,
    since: Option<Millis>,
}

/// The id of the question or drill of a block.
#[must_use]
pub fn id_of(block: &BlockKind) -> Option<&QuestionId> {
    match block {
        BlockKind::Question(question) => Some(&question.id),
        BlockKind::Drill(drill) => Some(&drill.id),
        _ => None,
    }
}

impl Tasks {
    /// Asks what the lesson asks; what has been asked before keeps its answers, in the words of this lesson.
    pub fn take(&mut self, lesson: &Lesson, cx: &Cx) {
        for block in &lesson.blocks {
            let Some(id) = id_of(&block.kind) else { continue };
            let task = match (self.0.remove(id), &block.kind) {
                (Some(task), BlockKind::Question(question)) => Some(Task { asked: task.asked.reworded(question), ..task }),
                (Some(task), _) => Some(task),
                (None, kind) => Task::new(&lesson.slug, kind, 0, cx),
            };
            if let Some(task) = task {
                self.0.insert(id.clone(), task);
            }
        }
    }

    /// What is asked under an id.
    #[must_use]
    pub fn get(&self, id: &QuestionId) -> Option<&Task> {
        self.0.get(id)
    }

    /// The same, to be answered.
    pub fn get_mut(&mut self, id: &QuestionId) -> Option<&mut Task> {
        self.0.get_mut(id)
    }

    /// A second try: shuffled anew, with new numbers.
    pub fn again(&mut self, slug: &Slug, block: &BlockKind, cx: &Cx) {
        let Some(id) = id_of(block) else { return };
        let tries = self.0.get(id).map_or(0, |task| task.tries + 1);
        if let Some(mut task) = Task::new(slug, block, tries, cx) {
            task.since = Some(cx.now);
            self.0.insert(id.clone(), task);
        }
    }
}

impl Task {
    fn new(slug: &Slug, block: &BlockKind, tries: u64, cx: &Cx) -> Option<Task> {
        let id = id_of(block)?;
        let seed = CardId::new(&cx.course.id, slug, id).seed(cx.nonce.wrapping_add(tries));
        let asked = match block {
            BlockKind::Question(question) => asked(question, seed),
            BlockKind::Drill(drill) => made(drill, seed)?,
            _ => return None,
        };
        Some(Task { asked, tries, since: None })
    }

    /// It is looked at from now on, unless it has been before.
    pub fn seen(&mut self, now: Millis) {
        self.since = self.since.or(Some(now));
    }

    /// The learner turns to it now.
    pub fn begin(&mut self, now: Millis) {
        if !self.asked.is_done() {
            self.since = Some(now);
        }
    }

    /// What the answer means for the log: a review of each card that is new or due, else practice.
    #[must_use]
    pub fn record(&self, slug: &Slug, id: &QuestionId, cx: &Cx) -> Vec<Effect> {
        let Some(memory) = &cx.memory else { return Vec::new() };
        let today = Today { deck: &cx.deck, memory, day: cx.today };
        let outcomes = self.asked.outcomes();
        let took = self.since.map_or(0, |since| cx.now.0.saturating_sub(since.0).max(0));
        let each = took / i64::try_from(outcomes.len().max(1)).unwrap_or(1);
        let took_ms = u32::try_from(each).unwrap_or(u32::MAX);
        let answered = outcomes.into_iter().map(|outcome| {
            let card = card(outcome, slug, id, cx);
            Effect::Record(today.reviewed(&card, Answer { rating: outcome.rating, judged: outcome.judged, took_ms }))
        });
        answered.collect()
    }

    /// The first day on which one of its cards comes again.
    #[must_use]
    pub fn due(&self, slug: &Slug, id: &QuestionId, cx: &Cx) -> Option<StudyDay> {
        let memory = cx.memory.as_ref()?;
        self.asked.outcomes().into_iter().filter_map(|outcome| memory.learned(&card(outcome, slug, id, cx))).map(|learned| learned.due).min()
    }
}

fn card(outcome: Outcome, slug: &Slug, id: &QuestionId, cx: &Cx) -> CardId {
    match outcome.number {
        Some(number) => CardId::blank(&cx.course.id, slug, id, number),
        None => CardId::new(&cx.course.id, slug, id),
    }
}

fn asked(question: &Question, seed: u64) -> Asked {
    Asked::question(question, None, seed)
}

fn made(drill: &Drill, seed: u64) -> Option<Asked> {
    sim::find(&drill.sim)?.drill(&drill.kind, drill.level, seed).map(Asked::drill)
}
