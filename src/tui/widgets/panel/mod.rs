//! The outcome of a simulator as styled lines: headline, remarks, panels, steps, fixes.
//!
//! A layout depends on the width and knows where the rows stand that keys and steps speak of. It
//! knows no screen, no scrolling and no cursor: whoever shows it marks rows over it.

mod bits;
mod columns;

use std::collections::HashMap;
use std::ops::Range;

use ratatui::style::Style;

use columns::{Columns, Row};

use super::wrapped::{behind, cells_of, hanging};
use crate::sim::{Finding, Notice, Outcome, Panel, Tone};
use crate::text::{Message, Run, Texts, width};
use crate::tui::canvas::Styled;
use crate::tui::theme::Theme;

/// The most cells that sentences take; tables may be wider.
const PROSE: usize = 76;

/// What an outcome is laid out with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// How things look.
    pub theme: &'a Theme,
    /// How things are said.
    pub texts: &'static Texts,
    /// How wide it may be, in cells.
    pub width: usize,
}

/// A line of an outcome.
#[derive(Clone, Debug)]
enum Line {
    /// It has been laid out.
    Said(Styled),
    /// A row of a panel, laid out when it is seen.
    Row { panel: usize, row: usize },
}

/// An outcome as lines, with the places that keys and steps speak of.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    lines: Vec<Line>,
    columns: HashMap<usize, Columns>,
    /// The lines of each row of each panel.
    pub panels: Vec<Vec<Range<usize>>>,
    /// The lines of each step.
    pub steps: Vec<Range<usize>>,
    /// The lines of each fix.
    pub fixes: Vec<Range<usize>>,
}

impl Laid {
    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A line of the outcome that was laid out, with what it was laid out with.
    #[must_use]
    pub fn line(&self, at: usize, outcome: Option<&Outcome>, look: &Look) -> Styled {
        match self.lines.get(at) {
            Some(Line::Said(line)) => line.clone(),
            Some(Line::Row { panel, row }) => self.row(*panel, *row, outcome, look).unwrap_or_default(),
            None => Styled::new(),
        }
    }

    /// Every line.
    pub fn lines(&self, outcome: &Outcome, look: &Look) -> impl Iterator<Item = Styled> {
        (0..self.len()).map(move |at| self.line(at, Some(outcome), look))
    }

    fn row(&self, panel: usize, row: usize, outcome: Option<&Outcome>, look: &Look) -> Option<Styled> {
        let row = match outcome?.panels.get(panel)? {
            Panel::Table { rows, .. } => Row { depth: 0, cells: rows.get(row)? },
            Panel::Tree { rows, .. } => rows.get(row).map(|row| Row { depth: row.depth, cells: &row.cells })?,
            Panel::Text { .. } | Panel::Bits { .. } => return None,
        };
        Some(self.columns.get(&panel)?.line(row, look))
    }

    /// An empty line, unless it would be the first or the second in a row.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !matches!(line, Line::Said(line) if line.is_empty())) {
            self.lines.push(Line::Said(Styled::new()));
        }
    }

    /// Adds lines and says where they stand.
    pub fn add(&mut self, lines: impl IntoIterator<Item = Styled>) -> Range<usize> {
        let begin = self.lines.len();
        self.lines.extend(lines.into_iter().map(Line::Said));
        begin..self.lines.len()
    }

    fn push(&mut self, line: Line) -> Range<usize> {
        self.lines.push(line);
        self.lines.len() - 1..self.lines.len()
    }
}

/// A whole outcome, each part after an empty line.
#[must_use]
pub fn lay(outcome: &Outcome, look: &Look) -> Laid {
    let mut laid = answer(outcome, look);
    steps(outcome, look, &mut laid);
    fixes(outcome, look, &mut laid);
    laid
}

/// What was answered: headline, findings, remarks, panels.
#[must_use]
pub fn answer(outcome: &Outcome, look: &Look) -> Laid {
    let mut laid = Laid::default();
    laid.add(look.headline(outcome));
    if !outcome.findings.is_empty() {
        laid.gap();
    }
    for finding in &outcome.findings {
        laid.add(look.finding(finding));
    }
    if !outcome.notices.is_empty() {
        laid.gap();
    }
    for notice in &outcome.notices {
        laid.add(look.notice(notice));
    }
    for panel in &outcome.panels {
        laid.gap();
        look.panel(panel, &mut laid);
    }
    laid
}

/// The way to the answer, numbered.
pub fn steps(outcome: &Outcome, look: &Look, laid: &mut Laid) {
    if !outcome.steps.is_empty() {
        laid.gap();
    }
    let digits = outcome.steps.len().to_string().len();
    for (at, step) in outcome.steps.iter().enumerate() {
        let lead = [Run::new(format!("{:>digits$}  ", at + 1), look.theme.muted)];
        let lines = behind(&lead, &look.said(&step.message, look.theme.text), look.prose());
        let lines = laid.add(lines);
        laid.steps.push(lines);
    }
}

/// What would mend it, each with the key that does it and what it leads to.
pub fn fixes(outcome: &Outcome, look: &Look, laid: &mut Laid) {
    let Some(title) = outcome.fixes_title() else { return };
    laid.gap();
    laid.add([vec![Run::new(look.texts.get(title), look.theme.strong)]]);
    if let Some(caveat) = &outcome.caveat {
        laid.add(behind(&[Run::new("   ", look.theme.text)], &look.said(caveat, look.theme.text), look.prose()));
    }
    for (at, fix) in outcome.fixes.iter().enumerate() {
        let lead = [Run::new(format!("{}  ", at + 1), look.theme.accent)];
        let then = look.texts.say(&outcome.after(fix));
        let mut lines = behind(&lead, &look.said(&fix.label, look.theme.text), look.prose());
        match lines.last_mut().filter(|last| cells_of(last) + 3 + width(&then) <= look.prose()) {
            Some(last) => last.extend([Run::new("   ", look.theme.text), Run::new(then, look.theme.muted)]),
            None => lines.extend(behind(&[Run::new("   ", look.theme.text)], &[Run::new(then, look.theme.muted)], look.prose())),
        }
        let lines = laid.add(lines);
        laid.fixes.push(lines);
    }
}

impl Look<'_> {
    fn prose(&self) -> usize {
        self.width.min(PROSE)
    }

    fn said(&self, message: &Message, style: Style) -> Styled {
        vec![Run::new(self.texts.say(message), style)]
    }

    /// The answer in one sentence; the machine's word at the right, where it says something else and there is room.
    fn headline(&self, outcome: &Outcome) -> Vec<Styled> {
        let said = outcome.headline.as_ref().map(|message| self.texts.say(message)).unwrap_or_default();
        let mut lines = if said.is_empty() { Vec::new() } else { hanging(&[Run::new(&said, self.theme.strong)], self.prose(), 0) };
        let verdict = &outcome.verdict;
        let wide = width(verdict);
        match &mut lines[..] {
            _ if verdict.is_empty() || verdict.contains(' ') || said.contains(verdict.as_str()) => {}
            [] => lines.push(vec![Run::new(verdict, self.theme.strong)]),
            [only] if cells_of(only) + 3 + wide <= self.prose() => {
                only.push(Run::new(" ".repeat(self.prose() - cells_of(only) - wide), self.theme.text));
                only.push(Run::new(verdict, self.theme.muted));
            }
            _ => {}
        }
        lines
    }

    fn finding(&self, finding: &Finding) -> Vec<Styled> {
        let (style, sign) = self.tone(finding.tone);
        let said = if sign.is_empty() { style } else { self.theme.text };
        behind(&[Run::new(format!("{sign:1} "), style)], &self.said(&finding.message, said), self.prose())
    }

    fn notice(&self, notice: &Notice) -> Vec<Styled> {
        behind(&[Run::new("! ", self.theme.warn)], &self.said(&notice.message, self.theme.warn), self.prose())
    }

    fn panel(&self, panel: &Panel, laid: &mut Laid) {
        let rows = match panel {
            Panel::Text { title, lines } => {
                self.title(title.as_ref(), laid);
                lines.iter().map(|line| laid.add(hanging(&[Run::new(line, self.theme.text)], self.width, indent(line) + 2))).collect()
            }
            Panel::Table { title, header, rows } => {
                self.title(title.as_ref(), laid);
                let rows: Vec<Row> = rows.iter().map(|cells| Row { depth: 0, cells }).collect();
                columns::lay(header, &rows, self, laid.panels.len(), laid)
            }
            Panel::Tree { title, header, rows } => {
                self.title(title.as_ref(), laid);
                let rows: Vec<Row> = rows.iter().map(|row| Row { depth: row.depth, cells: &row.cells }).collect();
                columns::lay(header, &rows, self, laid.panels.len(), laid)
            }
            Panel::Bits { rows } => bits::lay(rows, self, laid),
        };
        laid.panels.push(rows);
    }

    fn title(&self, title: Option<&Message>, laid: &mut Laid) {
        if let Some(title) = title {
            laid.add([vec![Run::new(self.texts.say(title), self.theme.strong)]]);
        }
    }

    /// How a meaning looks, and the sign that says it without colour.
    fn tone(&self, tone: Tone) -> (Style, &'static str) {
        match tone {
            Tone::Plain => (self.theme.text, ""),
            Tone::Muted => (self.theme.muted, ""),
            Tone::Good => (self.theme.ok, self.theme.signs.done),
            Tone::Bad => (self.theme.bad, self.theme.signs.wrong),
            Tone::Warn => (self.theme.warn, "!"),
            Tone::Strong => (self.theme.strong, ""),
        }
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests;
