//! How far the lesson has been read, and what of that the log must know.

use std::collections::BTreeSet;

use super::State;
use super::page::Part;
use crate::content::{Anchor, Lesson};
use crate::study::{LessonId, LessonProgress, What};
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::effect::Effect;

/// What has been on screen since the lesson was opened.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The sections whose end has been on screen, by their number.
    sections: BTreeSet<usize>,
    /// The lesson has been reported as read.
    told: bool,
    /// The learner has scrolled or answered: more than a glance.
    pub moved: bool,
}

/// How far a section has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its end has been on screen, now or on another day.
    Read,
    /// Not yet.
    Unread,
}

impl State {
    fn lesson_id(&self, cx: &Cx) -> LessonId {
        LessonId::new(&cx.course.id, &self.slug)
    }

    fn progress(&self, cx: &Cx) -> LessonProgress {
        cx.memory.as_ref().map(|memory| memory.lesson(&self.lesson_id(cx))).unwrap_or_default()
    }

    /// The number of a section in the lesson.
    fn number_of(lesson: &Lesson, anchor: Option<&Anchor>) -> usize {
        lesson.sections().iter().position(|section| section.anchor == anchor).unwrap_or(0)
    }

    /// The section in which a line of the page stands.
    pub(super) fn section_at(&self, line: usize) -> usize {
        let (Some(lesson), Some(piece)) = (&self.lesson, self.page.pieces().get(self.page.piece_at(line))) else { return 0 };
        let sections = lesson.sections();
        match piece.part {
            Part::Head => 0,
            Part::Tail => sections.len().saturating_sub(1),
            Part::Block(at) => sections.partition_point(|section| section.blocks.start <= at + 1).saturating_sub(1),
        }
    }

    /// The section that is being read: the one that fills the upper part of the screen.
    pub(super) fn section_on_screen(&self) -> usize {
        if self.top == 0 { 0 } else { self.section_at(self.top + self.frame.height() / 4) }
    }

    /// Takes note of the sections whose end is on screen; the end of the last one is the end of the lesson.
    pub(super) fn note_progress(&mut self, cx: &Cx) -> Vec<Effect> {
        let Some(lesson) = &self.lesson else { return Vec::new() };
        let bottom = self.top + self.frame.height();
        let sections = lesson.sections();
        let end = |at: usize| self.page.index_of(Part::Block(at)).and_then(|index| self.page.pieces().get(index)).map(super::page::Piece::end);
        for (number, section) in sections.iter().enumerate() {
            let last = section.blocks.end.checked_sub(1).and_then(end);
            if last.is_some_and(|end| end > self.top && end <= bottom) {
                self.seen.sections.insert(number);
            }
        }
        let is_at_end = lesson.blocks.len().checked_sub(1).and_then(end).is_some_and(|end| end <= bottom);
        if is_at_end { self.tell_read(cx) } else { Vec::new() }
    }

    fn tell_read(&mut self, cx: &Cx) -> Vec<Effect> {
        if self.seen.told || cx.memory.is_none() || self.progress(cx) == LessonProgress::Read {
            return Vec::new();
        }
        self.seen.told = true;
        vec![Effect::Record(What::Read { lesson: self.lesson_id(cx) })]
    }

    /// The learner says that the lesson is read.
    pub(super) fn mark_read(&mut self, cx: &Cx) -> Vec<Effect> {
        let mut effects = self.tell_read(cx);
        effects.push(Effect::Tell(Sentence::new("reader-is-read")));
        effects
    }

    /// How far a section has been read.
    pub(super) fn mark_of(&self, number: usize, cx: &Cx) -> Mark {
        let before = match (self.progress(cx), &self.lesson) {
            (LessonProgress::Read, _) => true,
            (LessonProgress::Half(section), Some(lesson)) => number <= State::number_of(lesson, section.as_ref()),
            _ => false,
        };
        if before || self.seen.sections.contains(&number) { Mark::Read } else { Mark::Unread }
    }

    /// What the log must know when the screen is left: how far it was read, and where to go on.
    pub(super) fn leave(&mut self, cx: &Cx) -> Vec<Effect> {
        let (Some(lesson), Some(memory)) = (&self.lesson, &cx.memory) else { return Vec::new() };
        if !self.seen.moved {
            return Vec::new();
        }
        let sections = lesson.sections();
        let anchor = |number: usize| sections.get(number).and_then(|section| section.anchor.cloned());
        let id = self.lesson_id(cx);
        let mut effects = Vec::new();
        let furthest = self.seen.sections.last().copied();
        let known = match self.progress(cx) {
            LessonProgress::Unread => None,
            LessonProgress::Half(section) => Some(State::number_of(lesson, section.as_ref())),
            LessonProgress::Read => Some(usize::MAX),
        };
        if !self.seen.told && (known.is_none() || furthest > known) {
            effects.push(Effect::Record(What::Opened { lesson: id.clone(), section: furthest.and_then(anchor) }));
        }
        let section = anchor(self.section_at(self.top));
        let lang = lesson.lang.code().to_owned();
        let is_known = memory.place().is_some_and(|place| place.lesson == id && place.section == section && place.lang == lang);
        if !is_known {
            effects.push(Effect::Record(What::Left { lesson: id, section, lang }));
        }
        effects
    }
}
