//! Laying the lesson out, as a whole or one piece of it, without losing the place.

use std::sync::Arc;

use super::State;
use super::ends::{self, Ways};
use super::frame::Frame;
use super::page::{Page, Part};
use super::tasks::{Task, id_of};
use crate::content::{Block, BlockKind, Lesson};
use crate::text::{Message as Sentence, Texts};
use crate::tui::app::Cx;
use crate::tui::effect::Effect;
use crate::tui::widgets::code;
use crate::tui::widgets::prose::{self, Line, Prose, Setting};

/// A line of the page by what stands there, so that it is found again in another layout.
#[derive(Clone, Copy, Debug)]
struct Spot {
    part: Part,
    /// Lines below the part's first one; above it, if negative.
    line: isize,
    /// How many lines the part had.
    of: usize,
}

impl State {
    /// Size, language, course or memory may have changed.
    pub(super) fn changed(&mut self, cx: &Cx) -> Vec<Effect> {
        if self.spoken != cx.lang {
            (self.spoken, self.opened_in) = (cx.lang, None);
        }
        self.frame = Frame::of(cx.area);
        self.ways = Ways::of(&cx.course, &self.slug);
        let spot = self.spot();
        let before = self.lesson.take();
        self.lesson = cx.course.lesson(&self.slug, self.lang(cx)).cloned();
        let is_other = match (&before, &self.lesson) {
            (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
            _ => true,
        };
        if let Some(lesson) = self.lesson.clone().filter(|_| is_other) {
            self.tasks.take(&lesson, cx);
        }
        self.focus_again(before.as_deref());
        let effects = self.sims.wanted(self.lesson.as_deref(), cx);
        self.lay_out(cx);
        self.find_again(spot, before.as_deref());
        if let Some(anchor) = self.wanted.take_if(|_| self.lesson.is_some()) {
            self.top = self.line_of(&anchor);
        }
        self.go_to(self.top);
        effects
    }

    fn spot(&self) -> Option<Spot> {
        let piece = self.page.pieces().get(self.page.piece_at(self.top))?;
        let line = self.top.checked_signed_diff(piece.top).unwrap_or(0);
        Some(Spot { part: piece.part, line, of: piece.prose.lines.len() })
    }

    /// Goes to where the learner was: the same block, as far down in it as before.
    fn find_again(&mut self, spot: Option<Spot>, before: Option<&Lesson>) {
        let (Some(spot), Some(lesson)) = (spot, &self.lesson) else { return };
        let part = match (spot.part, before) {
            (Part::Block(at), Some(before)) => Part::Block(twin(before, at, lesson)),
            (part, _) => part,
        };
        let Some(piece) = self.page.index_of(part).and_then(|index| self.page.pieces().get(index)) else { return };
        let lines = piece.prose.lines.len();
        let line = if spot.of == lines || spot.line <= 0 { spot.line } else { spot.line * lines.cast_signed() / spot.of.max(1).cast_signed() };
        self.top = piece.top.saturating_add_signed(line);
    }

    /// The piece that has the focus, in the text of another language.
    fn focus_again(&mut self, before: Option<&Lesson>) {
        let (Some(before), Some(lesson), Some(at)) = (before, &self.lesson, self.focus.and_then(|index| index.checked_sub(1))) else { return };
        let block = twin(before, at, lesson);
        self.focus = (block < lesson.blocks.len()).then_some(block + 1);
    }

    pub(super) fn lay_out(&mut self, cx: &Cx) {
        let mut page = Page::default();
        if let Some(lesson) = &self.lesson {
            let setting = self.setting(lesson, cx);
            page.push(Part::Head, 0, ends::head(lesson, self.lang(cx), &setting));
            for (at, block) in lesson.blocks.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|at| lesson.blocks.get(at)).map(|b| &b.kind);
                let gap = if at == 0 { 1 } else { prose::gap(before, &block.kind) };
                page.push(Part::Block(at), gap, self.piece(block, self.focus == Some(at + 1), (&setting, cx)));
            }
            page.push(Part::Tail, 2, ends::tail(lesson, &self.ways, &setting));
        }
        page.place();
        self.page = page;
        self.find.look(&self.page);
    }

    /// Lays one piece out anew.
    pub(super) fn lay_again(&mut self, index: usize, cx: &Cx) {
        let (Some(lesson), Some(block)) = (&self.lesson, self.block_of(index)) else { return };
        let prose = self.piece(block, self.focus == Some(index), (&self.setting(lesson, cx), cx));
        self.page.replace(index, prose);
        self.find.look(&self.page);
    }

    fn piece(&self, block: &Block, focused: bool, (setting, cx): (&Setting, &Cx)) -> Prose {
        match &block.kind {
            BlockKind::Question(_) | BlockKind::Drill(_) => {
                let task = id_of(&block.kind).and_then(|id| self.tasks.get(id));
                task.map_or_else(|| prose::lay(std::slice::from_ref(block), setting), |task| self.task_lines(task, block, focused, (setting, cx)))
            }
            BlockKind::Scenario(scenario) => self.sims.lay(scenario, focused, setting),
            _ => prose::lay(std::slice::from_ref(block), setting),
        }
    }

    /// A question; once it is answered, with the day on which it comes again.
    fn task_lines(&self, task: &Task, block: &Block, focused: bool, (setting, cx): (&Setting, &Cx)) -> Prose {
        let mut prose = task.asked.lay(focused, setting);
        let due = id_of(&block.kind).filter(|_| task.asked.is_done()).and_then(|id| task.due(&self.slug, id, cx));
        if let Some(due) = due {
            let days = due.since(cx.today);
            let id = if days == 0 { "question-again-today" } else { "question-again-in" };
            let said = setting.texts.say(&Sentence::new(id).with("days", days));
            prose.push(Line::of(format!("  {said}"), setting.theme.muted));
        }
        prose
    }

    /// The block of a piece; the head and the tail have none.
    pub(super) fn block_of(&self, index: usize) -> Option<&Block> {
        match self.page.pieces().get(index)?.part {
            Part::Block(at) => self.lesson.as_ref()?.blocks.get(at),
            Part::Head | Part::Tail => None,
        }
    }

    /// What the text of a lesson is laid out with: its own language's words around it.
    fn setting<'a>(&self, lesson: &Lesson, cx: &'a Cx) -> Setting<'a> {
        Setting {
            theme: &cx.theme,
            texts: Texts::of(lesson.lang),
            course: &cx.course,
            lang: lesson.lang,
            painter: code::painter().filter(|_| cx.colours),
            width: usize::from(self.frame.text.width),
            spare: usize::from(self.frame.spare),
            blanks: None,
            prices: None,
        }
    }
}

/// The block of another language's text that says what block `at` says: the same place in the same section.
fn twin(from: &Lesson, at: usize, to: &Lesson) -> usize {
    if from.blocks.len() == to.blocks.len() {
        return at;
    }
    if let Some(id) = from.blocks.get(at).and_then(|block| id_of(&block.kind)) {
        return to.blocks.iter().position(|block| id_of(&block.kind) == Some(id)).unwrap_or(at);
    }
    let sections = from.sections();
    let Some(section) = sections.iter().find(|s| s.blocks.contains(&at) || s.blocks.start == at + 1) else { return at };
    let sections = to.sections();
    let Some(same) = sections.iter().find(|s| s.anchor == section.anchor) else { return at };
    let place = (at + 1).saturating_sub(section.blocks.start);
    (same.blocks.start + place).saturating_sub(1).min(same.blocks.end.saturating_sub(1))
}
