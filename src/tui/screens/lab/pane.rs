//! An outcome on the workbench: its lines, the row and step that the cursor is on, and how far it is scrolled.

use std::ops::Range;

use ratatui::style::Style;

use super::reasons::{Reason, reasons};
use crate::sim::{Control, Outcome, Panel};
use crate::text::{Run, width};
use crate::tui::app::Cx;
use crate::tui::canvas::Styled;
use crate::tui::widgets::panel::{self, Laid, Look};
use crate::tui::widgets::wrapped::behind;

/// What is laid out, and where the cursor is.
#[derive(Debug, Default)]
pub struct Pane {
    /// The lines and their places.
    pub laid: Laid,
    /// The sections that explain the outcome.
    pub reasons: Vec<Reason>,
    /// The lines of each of them.
    pub reason_lines: Vec<Range<usize>>,
    /// The panel whose rows the cursor moves over: a tree with edits.
    tree: Option<usize>,
    /// The row of it.
    row: usize,
    /// The step that is looked at.
    pub step: Option<usize>,
    /// Whether what the step speaks of is to be brought into sight.
    follows: bool,
    /// The first line that is drawn.
    pub scroll: usize,
    /// Lines below the others: the step, where it is out of sight, and the keys of row and outcome.
    pub foot: Vec<Foot>,
    /// How many lines are drawn above them.
    pub tall: usize,
}

/// A line at the foot of the pane, with the cells of each key in it.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    /// The line.
    pub line: Styled,
    /// Where a key stands.
    pub keys: Vec<(Range<usize>, char)>,
}

impl Pane {
    /// Lays an outcome out; row and scrolling stay as far as they can, `anew` forgets the step.
    pub fn lay(&mut self, outcome: &Outcome, cells: usize, anew: bool, cx: &Cx) {
        let look = Look { theme: &cx.theme, texts: cx.texts, width: cells };
        self.laid = panel::answer(outcome, &look);
        panel::steps(outcome, &look, &mut self.laid);
        self.reasons = reasons(outcome, &cx.course, cx.lang);
        self.lay_reasons(&look, cx);
        panel::fixes(outcome, &look, &mut self.laid);
        let has_edits = |panel: &Panel| matches!(panel, Panel::Tree { rows, .. } if rows.iter().any(|row| !row.controls.is_empty()));
        self.tree = outcome.panels.iter().position(has_edits);
        self.row = self.row.min(self.rows().len().saturating_sub(1));
        if anew {
            self.step = None;
        }
    }

    fn lay_reasons(&mut self, look: &Look, cx: &Cx) {
        self.reason_lines.clear();
        if self.reasons.is_empty() {
            return;
        }
        self.laid.gap();
        let why = cx.texts.get("lab-why");
        let indent = " ".repeat(width(&why) + 2);
        for (at, reason) in self.reasons.iter().enumerate() {
            let key = if self.reasons.len() == 1 { "w".to_owned() } else { format!("{}", at + 1) };
            let first = if at == 0 { Run::new(format!("{why}  "), cx.theme.strong) } else { Run::new(indent.clone(), cx.theme.text) };
            let lead = [first, Run::new(format!("{key}  "), cx.theme.accent)];
            let mut runs = vec![Run::new(reason.title.clone(), cx.theme.text)];
            if !reason.heading.is_empty() {
                runs.push(Run::new(format!(" {} ", cx.theme.signs.into), cx.theme.muted));
                runs.push(Run::new(reason.heading.clone(), cx.theme.text));
            }
            let lines = self.laid.add(behind(&lead, &runs, look.width.min(76)));
            self.reason_lines.push(lines);
        }
    }

    /// Puts other lines in the place of an outcome.
    pub fn say(&mut self, laid: Laid) {
        *self = Pane { laid, ..Pane::default() };
    }

    fn rows(&self) -> &[Range<usize>] {
        self.tree.and_then(|tree| self.laid.panels.get(tree)).map_or(&[], Vec::as_slice)
    }

    /// The lines of the row under the cursor.
    #[must_use]
    pub fn row_lines(&self) -> Option<Range<usize>> {
        self.rows().get(self.row).cloned()
    }

    /// The lines of the row that the step speaks of.
    #[must_use]
    pub fn pointed(&self, outcome: &Outcome) -> Option<Range<usize>> {
        let (panel, row) = outcome.steps.get(self.step?)?.points_at?;
        self.laid.panels.get(panel)?.get(row).cloned()
    }

    /// The edits that can be made here: those of the row under the cursor, then those of the whole.
    #[must_use]
    pub fn controls<'a>(&self, outcome: &'a Outcome) -> Vec<&'a Control> {
        let row = self.tree.and_then(|tree| match outcome.panels.get(tree)? {
            Panel::Tree { rows, .. } => rows.get(self.row),
            _ => None,
        });
        row.into_iter().flat_map(|row| &row.controls).chain(&outcome.controls).collect()
    }

    /// Down or up: by rows of the tree, or by lines where there is none or its end is reached.
    pub fn move_by(&mut self, by: isize) {
        let rows = self.rows().len();
        let next = self.row.saturating_add_signed(by).min(rows.saturating_sub(1));
        if rows == 0 || next == self.row {
            self.scroll_by(by);
            return;
        }
        self.row = next;
        if let Some(lines) = self.row_lines() {
            // At the ends of the tree what stands above and below it is shown too.
            let lines = if next == 0 { 0..lines.end } else { lines };
            self.bring(&lines);
        }
    }

    /// Scrolls without moving the cursor.
    pub fn scroll_by(&mut self, by: isize) {
        self.follows = false;
        self.scroll = self.scroll.saturating_add_signed(by).min(self.last_scroll());
    }

    /// The next or previous step; before the first there is none.
    pub fn step_by(&mut self, by: isize, outcome: &Outcome) {
        let count = outcome.steps.len();
        self.step = match (self.step, by > 0) {
            (None, true) if count > 0 => Some(0),
            (None, _) | (Some(0), false) => None,
            (Some(at), true) => Some((at + 1).min(count.saturating_sub(1))),
            (Some(at), false) => Some(at - 1),
        };
    }

    /// Scrolls so that the step and what it speaks of are in sight, if both can be.
    pub fn show_step(&mut self, outcome: &Outcome) {
        let Some(step) = self.step.and_then(|at| self.laid.steps.get(at).cloned()) else { return };
        let Some(pointed) = self.pointed(outcome) else { return self.bring(&step) };
        self.follows = true;
        let both = pointed.start.min(step.start)..pointed.end.max(step.end);
        self.bring(if both.len() <= self.tall { &both } else { &pointed });
    }

    /// Whether lines are drawn.
    #[must_use]
    pub fn sees(&self, lines: &Range<usize>) -> bool {
        lines.start >= self.scroll && lines.end <= self.scroll + self.tall
    }

    fn bring(&mut self, lines: &Range<usize>) {
        let lowest = lines.end.saturating_sub(self.tall);
        self.scroll = self.scroll.max(lowest).min(lines.start).min(self.last_scroll());
    }

    fn last_scroll(&self) -> usize {
        self.laid.len().saturating_sub(self.tall)
    }

    /// Makes the foot for `tall` lines in all, and keeps the scrolling inside.
    pub fn settle(&mut self, outcome: Option<&Outcome>, cells: usize, tall: usize, cx: &Cx) {
        let controls = outcome.map(|outcome| self.controls(outcome)).unwrap_or_default();
        self.foot = foot(&controls, cells, cx);
        // At least half of the room is the outcome's.
        self.foot.truncate((tall / 2).max(1));
        self.tall = tall.saturating_sub(self.foot.len() + usize::from(!self.foot.is_empty()));
        let step = self.step.and_then(|at| self.laid.steps.get(at).cloned());
        if let Some(lines) = step.filter(|lines| !self.sees(lines) && lines.len() < self.tall) {
            let look = Look { theme: &cx.theme, texts: cx.texts, width: cells };
            let pinned: Vec<Foot> = lines.map(|at| Foot { line: self.laid.line(at, outcome, &look), keys: Vec::new() }).collect();
            self.foot.splice(0..0, pinned);
            self.tall = tall.saturating_sub(self.foot.len() + 1);
        }
        self.scroll = self.scroll.min(self.last_scroll());
        // The step's own words at the foot took room: what it speaks of must not lie behind them.
        if let Some(pointed) = outcome.filter(|_| self.follows).and_then(|outcome| self.pointed(outcome)).filter(|lines| lines.len() <= self.tall) {
            self.bring(&pointed);
        }
    }

    /// Shows the verdict again, which stands at the top; on a tree the cursor stays in sight instead.
    pub fn go_to_top(&mut self) {
        if self.tree.is_none() {
            (self.scroll, self.follows) = (0, false);
        }
    }

    /// Puts the cursor on the row of the tree that has this line.
    pub fn click(&mut self, line: usize) -> bool {
        let row = self.rows().iter().position(|lines| lines.contains(&line));
        self.row = row.unwrap_or(self.row);
        row.is_some()
    }
}

/// Keys and what they do, as many in a line as there is room for.
fn foot(controls: &[&Control], cells: usize, cx: &Cx) -> Vec<Foot> {
    const GAP: usize = 3;
    let mut lines: Vec<Foot> = Vec::new();
    let mut used = 0;
    for control in controls {
        let label = cx.texts.say(&control.label);
        let wide = width(control.key.encode_utf8(&mut [0; 4])) + 1 + width(&label);
        if lines.is_empty() || used + GAP + wide > cells {
            lines.push(Foot::default());
            used = 0;
        }
        let Some(last) = lines.last_mut() else { break };
        if used > 0 {
            last.line.push(Run::new(" ".repeat(GAP), Style::new()));
            used += GAP;
        }
        last.line.push(Run::new(control.key.to_string(), cx.theme.accent));
        last.line.push(Run::new(format!(" {label}"), cx.theme.muted));
        last.keys.push((used..used + wide, control.key));
        used += wide;
    }
    lines
}
