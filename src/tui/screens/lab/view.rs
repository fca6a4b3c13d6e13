//! Drawing of the workbench.

use ratatui::layout::Rect;

use super::bench::{Bench, Place};
use crate::sim::Outcome;
use crate::text::{Message as Sentence, width};
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::message::Input;
use crate::tui::widgets::chrome;
use crate::tui::widgets::editor::Dress;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::panel::Look;

impl Bench {
    /// Draws the workbench.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let left = format!("{} {} {}", canvas.texts.get("lab-title"), cx.theme.signs.into, self.sim_name());
        chrome::top(canvas, cx.area, &left, &self.counts(cx));
        canvas.click(cx.area, Input::Cell { x: 0, y: 0 });
        let panes = self.panes(cx);
        self.view_editor(canvas, panes.editor);
        self.view_outcome(canvas, panes.outcome, cx);
        if let Place::Prompt { ask, field, .. } = &self.place {
            let line = Rect { y: panes.outcome.bottom().saturating_sub(1), height: 1, ..panes.outcome };
            prompt(canvas, line, ask, field);
        }
    }

    /// `2 of 3   12 edits`.
    fn counts(&self, cx: &Cx) -> String {
        let place = self.outcome().filter(|_| self.outcomes() > 1);
        let place = place.map(|(at, _)| Sentence::new("lab-outcome-place").with("at", at + 1).with("of", self.outcomes()));
        let edits = (self.editor.edits() > 0).then(|| Sentence::new("lab-edits").with("count", self.editor.edits()));
        place.into_iter().chain(edits).map(|sentence| cx.texts.say(&sentence)).collect::<Vec<_>>().join("   ")
    }

    fn view_editor(&self, canvas: &mut Canvas, area: Rect) {
        let mut dress = Dress { spots: Vec::new(), focused: matches!(self.place, Place::Editor) };
        if let Some((_, outcome)) = self.outcome().filter(|_| self.outcomes() > 1 && !self.is_dim()) {
            dress.spots.push((outcome.asked.clone(), canvas.theme.strong));
        }
        dress.spots.extend(self.refusals.iter().map(|refusal| (refusal.at.clone(), canvas.theme.bad)));
        self.editor.view(canvas, area, &dress);
    }

    fn view_outcome(&self, canvas: &mut Canvas, area: Rect, cx: &Cx) {
        let pane = &self.pane;
        let look = Look { theme: &cx.theme, texts: cx.texts, width: usize::from(area.width) };
        let outcome = self.outcome().map(|(_, outcome)| outcome);
        for (number, y) in (pane.scroll..pane.laid.len()).take(pane.tall).zip(area.y..area.bottom()) {
            canvas.line(area.x, y, area.width, &pane.laid.line(number, outcome, &look));
            self.mark(canvas, Rect { y, height: 1, ..area }, number);
        }
        if self.is_dim() {
            canvas.style(area, canvas.theme.muted);
        }
        let foot = area.y + u16::try_from(pane.tall + 1).unwrap_or(0);
        for (foot, y) in pane.foot.iter().zip(foot..area.bottom()) {
            canvas.line(area.x, y, area.width, &foot.line);
        }
    }

    /// Marks the row under the cursor, the step, and what it speaks of; without them the pane's first line.
    fn mark(&self, canvas: &mut Canvas, place: Rect, line: usize) {
        if !matches!(self.place, Place::Outcome | Place::Reasons) {
            return;
        }
        let (signs, accent, selected) = (canvas.theme.signs, canvas.theme.accent, canvas.theme.selected);
        let has = |lines: Option<std::ops::Range<usize>>| lines.is_some_and(|lines| lines.contains(&line));
        let x = place.x.saturating_sub(2);
        let step = self.pane.step.and_then(|at| self.pane.laid.steps.get(at).cloned());
        let row = self.pane.row_lines();
        let is_first = line == 0 && step.is_none() && row.is_none();
        if is_first {
            canvas.text(x, place.y, 1, signs.bar, accent);
        } else if has(step) || has(row) {
            canvas.text(x, place.y, 1, signs.bar, accent);
            canvas.style(place, selected);
        } else if has(self.outcome().and_then(|(_, outcome): (usize, &Outcome)| self.pane.pointed(outcome))) {
            canvas.text(x, place.y, 1, signs.into, accent);
            canvas.style(place, selected);
        }
    }
}

/// What is asked for, and what is typed.
fn prompt(canvas: &mut Canvas, line: Rect, ask: &Sentence, field: &Field) {
    let text = canvas.texts.say(ask);
    let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX).min(line.width.saturating_sub(8));
    canvas.text(line.x.saturating_sub(2), line.y, 1, canvas.theme.signs.bar, canvas.theme.accent);
    let x = canvas.text(line.x, line.y, wide, &text, canvas.theme.muted) + 2;
    field.view(canvas, Rect { x, width: line.right().saturating_sub(x), ..line }, canvas.theme.text);
}
