//! Which question or simulator keys go to, and what becomes of its answer.

use super::State;
use super::page::Part;
use super::sims;
use super::tasks::{Task, id_of};
use crate::content::{BlockKind, QuestionId};
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::effect::{Effect, Route};
use crate::tui::message::Input;
use crate::tui::widgets::prose::{Act, Line};
use crate::tui::widgets::question::Reply;

impl State {
    pub(super) fn focused_task(&self) -> Option<&Task> {
        let block = self.block_of(self.focus?)?;
        self.tasks.get(id_of(&block.kind)?)
    }

    fn focused_id(&self) -> Option<(usize, QuestionId)> {
        let index = self.focus?;
        Some((index, id_of(&self.block_of(index)?.kind)?.clone()))
    }

    /// Gives input to the question that has the focus; `None` if it has no use for it.
    pub(super) fn answer(&mut self, input: &Input, cx: &Cx) -> Option<Vec<Effect>> {
        let (index, id) = self.focused_id()?;
        let task = self.tasks.get_mut(&id)?;
        let mut effects = match task.asked.update(input) {
            Reply::Passed => return None,
            Reply::Taken => Vec::new(),
            Reply::Answered => {
                self.seen.moved = true;
                task.record(&self.slug, &id, cx)
            }
            Reply::Lab => lab(task),
            Reply::Again => {
                let block = self.block_of(index)?.kind.clone();
                self.tasks.again(&self.slug, &block, cx);
                Vec::new()
            }
        };
        let before = self.lines_of(index);
        self.lay_again(index, cx);
        let now = self.lines_of(index);
        let has_grown = now.len() > before.len();
        if has_grown {
            let is_said = |(at, line): (usize, &String)| before.get(at) != Some(line) && line.contains(char::is_alphanumeric);
            let said = now.iter().enumerate().position(is_said).unwrap_or(now.len());
            self.bring_answer_into_sight(index, said);
        }
        self.keep_cursor_in_sight(index);
        effects.extend(Some(Effect::Tell(Sentence::new("reader-more-below"))).filter(|_| has_grown && self.ends_below(index)));
        Some(effects)
    }

    /// Puts the cursor on a place of a question.
    pub(super) fn place(&mut self, index: usize, place: usize, cx: &Cx) {
        let Some((_, id)) = self.focused_id() else { return };
        if let Some(task) = self.tasks.get_mut(&id) {
            task.asked.place(place);
        }
        self.lay_again(index, cx);
    }

    pub(super) fn set_focus(&mut self, to: Option<usize>, cx: &Cx) {
        let before = std::mem::replace(&mut self.focus, to);
        for index in before.into_iter().chain(to) {
            self.lay_again(index, cx);
        }
        if before != to
            && let Some((_, id)) = self.focused_id()
            && let Some(task) = self.tasks.get_mut(&id)
        {
            task.begin(cx.now);
        }
    }

    /// The next question or simulator: behind the one that has the focus, or from the top of the screen on.
    pub(super) fn focus_next(&mut self, cx: &Cx) -> Vec<Effect> {
        let here = self.focus.filter(|index| self.is_on_screen(*index));
        let from = here.map_or_else(|| self.page.piece_at(self.top), |index| index + 1);
        let next = (from..self.page.pieces().len()).find(|index| self.is_focusable(*index) && (here.is_some() || self.begins_below_top(*index)));
        self.turn_to(next, cx)
    }

    /// The previous one.
    pub(super) fn focus_previous(&mut self, cx: &Cx) -> Vec<Effect> {
        let here = self.focus.filter(|index| self.is_on_screen(*index));
        let end = here.unwrap_or_else(|| self.page.piece_at(self.top + self.frame.height()));
        let previous = (0..end).rev().find(|index| self.is_focusable(*index));
        self.turn_to(previous, cx)
    }

    fn turn_to(&mut self, to: Option<usize>, cx: &Cx) -> Vec<Effect> {
        if to.is_some() {
            self.set_focus(to, cx);
        }
        if let Some(index) = to {
            self.bring_into_sight(index);
        }
        Vec::new()
    }

    fn is_focusable(&self, index: usize) -> bool {
        let Some(block) = self.block_of(index) else { return false };
        match &block.kind {
            BlockKind::Scenario(scenario) => sims::is_known(scenario),
            kind => id_of(kind).is_some_and(|id| self.tasks.get(id).is_some()),
        }
    }

    fn begins_below_top(&self, index: usize) -> bool {
        self.page.pieces().get(index).is_some_and(|piece| piece.top >= self.top)
    }

    pub(super) fn is_on_screen(&self, index: usize) -> bool {
        let bottom = self.top + self.frame.height();
        self.page.pieces().get(index).is_some_and(|piece| piece.top < bottom && piece.end() > self.top)
    }

    /// Scrolls so that a whole piece is seen, or as much of it as fits; not at all, if it is seen already.
    fn bring_into_sight(&mut self, index: usize) {
        let Some(piece) = self.page.pieces().get(index) else { return };
        let height = self.frame.height();
        if piece.top >= self.top && piece.end() <= self.top + height {
            return;
        }
        let lead = (height / 6).min(height.saturating_sub(piece.prose.lines.len()));
        self.go_to(piece.top.saturating_sub(lead));
    }

    fn lines_of(&self, index: usize) -> Vec<String> {
        self.page.pieces().get(index).map_or_else(Vec::new, |piece| piece.prose.lines.iter().map(Line::text).collect())
    }

    /// Scrolls only if nothing of what was said to an answer is seen, from its line `said` on: just so far
    /// that it is, its question staying on the screen.
    fn bring_answer_into_sight(&mut self, index: usize, said: usize) {
        let Some(piece) = self.page.pieces().get(index) else { return };
        let height = self.frame.height();
        if piece.top + said < self.top + height {
            return;
        }
        // One line more: on which day it comes again is known once the answer is in the log.
        self.go_to((piece.end() + 1).saturating_sub(height).min(piece.top));
    }

    fn ends_below(&self, index: usize) -> bool {
        self.page.pieces().get(index).is_some_and(|piece| piece.end() > self.top + self.frame.height())
    }

    /// Scrolls just so far that the row or field under the cursor is seen. The question itself never jumps.
    fn keep_cursor_in_sight(&mut self, index: usize) {
        let Some(piece) = self.page.pieces().get(index) else { return };
        let cursor = self.focused_task().and_then(|task| task.asked.cursor());
        let caret = piece.prose.caret().map(|(line, _)| line);
        let line = caret.or_else(|| piece.prose.line_of(|act| matches!(act, Act::Row(n) | Act::Place(n) if Some(*n) == cursor)));
        let Some(line) = line.map(|line| piece.top + line) else { return };
        let (first, last) = (self.top, self.top + self.frame.height() - 1);
        if line < first {
            self.go_to(line);
        } else if line > last {
            self.go_to(self.top + line - last);
        }
    }

    /// What is on screen is being looked at.
    pub(super) fn look(&mut self, cx: &Cx) {
        let from = self.page.piece_at(self.top);
        let Some(lesson) = self.lesson.clone() else { return };
        for piece in self.page.pieces().iter().skip(from).take_while(|piece| piece.top < self.top + self.frame.height()) {
            let Part::Block(at) = piece.part else { continue };
            let id = lesson.blocks.get(at).and_then(|block| id_of(&block.kind));
            if let Some(task) = id.and_then(|id| self.tasks.get_mut(id)) {
                task.seen(cx.now);
            }
        }
    }
}

fn lab(task: &Task) -> Vec<Effect> {
    let Some((sim, scenario)) = task.asked.scenario() else { return Vec::new() };
    vec![Effect::Go(Route::Lab { sim: Some(sim), scenario: Some(scenario.to_owned()) })]
}
