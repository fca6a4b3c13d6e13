//! Rows to choose from, to put in order or to tick: what keys do with them, and how they are drawn.

use super::look::{Look, Row};
use super::{Asked, Body, Reply};
use crate::content::{Choice, Inlines};
use crate::quiz::{Attempt, Mark, Sheet};
use crate::text::Message as Sentence;
use crate::tui::widgets::prose::{Line, Prose};

impl Asked {
    /// Takes the row of that number: answers, marks, or moves an item.
    pub(super) fn pick(&mut self, row: usize) -> Reply {
        let compares = self.stage == super::Stage::Compare;
        let Body::Question(attempt) = &mut self.body else { return self.pick_drill(row) };
        match attempt.sheet() {
            Sheet::Choices { shown, many, .. } => {
                let (Some(choice), many) = (shown.get(row).copied(), *many) else { return Reply::Passed };
                self.cursor = Some(row);
                attempt.toggle(choice);
                if many { self.unremark() } else { self.grade() }
            }
            Sheet::Order { shown } if row < shown.len() => self.grab(row),
            Sheet::Match { shown, .. } => {
                let Some(right) = shown.get(row).copied() else { return Reply::Passed };
                self.pair(right)
            }
            Sheet::Rubric { ticked } if compares && row < ticked.len() => {
                self.cursor = Some(row);
                attempt.toggle(row);
                Reply::Taken
            }
            _ => Reply::Passed,
        }
    }

    /// Marks the row under the cursor, or takes hold of it.
    pub(super) fn toggle(&mut self) -> Reply {
        if matches!(self.sheet(), Some(Sheet::Recall | Sheet::Rubric { .. })) && self.stage == super::Stage::Open {
            return self.enter();
        }
        let Some(row) = self.cursor else { return Reply::Passed };
        match self.sheet() {
            Some(Sheet::Order { .. }) => {
                self.held = !self.held;
                Reply::Taken
            }
            Some(Sheet::Choices { many: true, .. } | Sheet::Rubric { .. }) => self.pick(row),
            _ => Reply::Passed,
        }
    }

    /// Takes hold of an item, or puts the held one where this one is.
    fn grab(&mut self, row: usize) -> Reply {
        if let Some(from) = self.cursor.filter(|_| self.held)
            && let Body::Question(attempt) = &mut self.body
        {
            attempt.shift(from, row);
        }
        self.held = !self.held;
        self.cursor = Some(row);
        Reply::Taken
    }

    /// Moves the item under the cursor.
    pub(super) fn carry(&mut self, by: isize) -> Reply {
        let rows = self.rows();
        let (Some(from), Body::Question(attempt)) = (self.cursor, &mut self.body) else { return Reply::Passed };
        if !matches!(attempt.sheet(), Sheet::Order { .. }) {
            return Reply::Passed;
        }
        if let Some(to) = from.checked_add_signed(by).filter(|to| *to < rows) {
            attempt.shift(from, to);
            self.cursor = Some(to);
        }
        Reply::Taken
    }

    pub(super) fn unremark(&mut self) -> Reply {
        self.remark = None;
        Reply::Taken
    }
}

impl Look<'_> {
    /// Choices with what is said to whoever took one, right under it.
    pub(super) fn choices(&mut self, choices: &[Choice], shown: &[usize], picked: &[bool], many: bool) {
        for (row, at) in shown.iter().enumerate() {
            let Some(choice) = choices.get(*at) else { continue };
            let is_picked = picked.get(*at).copied().unwrap_or(false);
            let mark = self.mark(*at);
            let ticked = many.then_some(is_picked);
            self.row(&Row { number: row, of: shown.len(), mark, ticked }, &choice.text);
            if mark.is_some() && is_picked && !choice.feedback.is_empty() {
                self.under(&choice.feedback, if many { 10 } else { 6 });
            }
        }
    }

    /// Items as they are arranged; after a wrong answer the right order below them.
    pub(super) fn order(&mut self, items: &[Inlines], shown: &[usize]) {
        for (row, at) in shown.iter().enumerate() {
            let Some(item) = items.get(*at) else { continue };
            let mark = self.mark(row);
            self.row(&Row { number: row, of: shown.len(), mark, ticked: None }, item);
        }
        if !self.is_wrong() {
            return;
        }
        self.prose.blank(1);
        self.indented_line("question-right-order", 2);
        for (at, item) in items.iter().enumerate() {
            let number = format!("{}. ", at + 1);
            self.hanging(&number, item, 6, self.setting.theme.text);
        }
    }

    /// The points of a spoken answer, to be ticked.
    pub(super) fn points(&mut self, points: &[Inlines], ticked: &[bool]) {
        for (row, point) in points.iter().enumerate() {
            let is_ticked = ticked.get(row).copied().unwrap_or(false);
            let mark = self.done.map(|_| if is_ticked { Mark::Right } else { Mark::Plain });
            self.row(&Row { number: row, of: points.len(), mark, ticked: Some(is_ticked) }, point);
        }
        if let Some(done) = self.done {
            let (got, of) = done.verdict.points;
            let said = Sentence::new("question-points").with("got", got).with("of", of);
            let line = format!("  {}", self.setting.texts.say(&said));
            self.prose.blank(1);
            self.prose.push(Line::of(line, self.setting.theme.muted));
        }
    }
}

/// A question of rows, as it stands.
pub(super) fn lay(attempt: &Attempt, look: &mut Look) -> Prose {
    use crate::content::Kind;
    match (&attempt.question().kind, attempt.sheet()) {
        (Kind::Choice(choices) | Kind::Select(choices), Sheet::Choices { shown, picked, many }) => look.choices(choices, shown, picked, *many),
        (Kind::Order(items), Sheet::Order { shown }) => look.order(items, shown),
        (Kind::Match { columns, pairs }, Sheet::Match { shown, partners }) => look.pairs(columns, pairs, shown, partners),
        (Kind::Rubric { points }, Sheet::Rubric { ticked }) if look.compares || look.done.is_some() => look.points(points, ticked),
        _ => {}
    }
    std::mem::take(&mut look.prose)
}
