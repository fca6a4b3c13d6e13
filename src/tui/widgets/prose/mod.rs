//! Blocks of a lesson laid out as styled lines.
//!
//! The result knows what a click on a stretch of text does, where code stands that can be copied,
//! and which lines were only broken because they were full. It knows no screen and no scrolling.

mod block;
mod inline;
mod table;

use std::ops::Range;

use ratatui::style::Style;

use super::code::Painter;
use crate::content::{Course, PriceRef, SpokenPrice, Target};
use crate::text::{Lang, Run, Texts, width};
use crate::tui::theme::Theme;

pub use block::{gap, lay, quiet_code};
pub use inline::{HARD_SPACE, paragraph, runs, wrapped};

/// How a stretch of text looks, and what it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// How it looks.
    pub style: Style,
    /// What a click on it does: an index into [`Prose::acts`].
    pub act: Option<usize>,
    /// Whether text is typed right before it.
    pub caret: bool,
}

impl From<Style> for Ink {
    fn from(style: Style) -> Ink {
        Ink { style, ..Ink::default() }
    }
}

/// Stretches of text on their way into a line.
pub type Runs = Vec<Run<Ink>>;

/// What a click on a stretch of text does, or Enter while it has the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes where a link leads.
    Follow(Target),
    /// Takes row `n` of a question, or opens a simulator.
    Row(usize),
    /// Puts the cursor on place `n` of a question: a field, an item that has no partner yet.
    Place(usize),
}

/// A laid-out line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it says.
    pub runs: Runs,
    /// Whether the text goes on in the next line and was broken here because this one was full.
    pub goes_on: bool,
}

impl Line {
    /// A line of one stretch.
    #[must_use]
    pub fn of(text: impl Into<String>, style: Style) -> Line {
        Line { runs: vec![Run::new(text, style.into())], goes_on: false }
    }

    /// The cells that it takes.
    #[must_use]
    pub fn cells(&self) -> usize {
        cells(&self.runs)
    }

    /// Its text without styles.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|r| r.text.as_str()).collect()
    }
}

impl From<Runs> for Line {
    fn from(runs: Runs) -> Line {
        Line { runs, goes_on: false }
    }
}

/// The cells that some stretches of text take side by side.
#[must_use]
pub fn cells(runs: &[Run<Ink>]) -> usize {
    runs.iter().map(|r| width(&r.text)).sum()
}

/// Code that can be copied: the lines on which it stands and its text as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The lines.
    pub lines: Range<usize>,
    /// What is copied.
    pub text: String,
}

/// Laid-out lines with what can be done on them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// What [`Ink::act`] speaks of.
    pub acts: Vec<Act>,
    /// Code on these lines.
    pub code: Vec<Snippet>,
}

impl Prose {
    /// Adds a line at the end.
    pub fn push(&mut self, line: impl Into<Line>) {
        self.lines.push(line.into());
    }

    /// Adds empty lines at the end.
    pub fn blank(&mut self, lines: usize) {
        self.lines.extend(std::iter::repeat_n(Line::default(), lines));
    }

    /// Remembers what a stretch of text does and gives the number for its ink.
    pub fn act(&mut self, act: Act) -> usize {
        self.acts.push(act);
        self.acts.len() - 1
    }

    /// Adds other lines at the end, `first` before the first of them and `rest` before the others.
    pub fn append(&mut self, other: Prose, first: &[Run<Ink>], rest: &[Run<Ink>]) {
        let (line, act) = (self.lines.len(), self.acts.len());
        for (at, mut added) in other.lines.into_iter().enumerate() {
            for run in &mut added.runs {
                run.style.act = run.style.act.map(|a| a + act);
            }
            let before = if at == 0 { first } else { rest };
            let is_blank = added.runs.is_empty() && before.iter().all(|r| r.text.trim().is_empty());
            if !is_blank {
                added.runs.splice(0..0, before.iter().cloned());
            }
            self.lines.push(added);
        }
        self.acts.extend(other.acts);
        self.code.extend(other.code.into_iter().map(|s| Snippet { lines: s.lines.start + line..s.lines.end + line, text: s.text }));
    }

    /// Where text is typed: line and cell.
    #[must_use]
    pub fn caret(&self) -> Option<(usize, usize)> {
        self.lines.iter().enumerate().find_map(|(line, Line { runs, .. })| {
            let at = runs.iter().position(|run| run.style.caret)?;
            Some((line, cells(&runs[..at])))
        })
    }

    /// The first line on which something is done that is looked for.
    #[must_use]
    pub fn line_of(&self, wanted: impl Fn(&Act) -> bool) -> Option<usize> {
        let is_wanted = |run: &Run<Ink>| run.style.act.and_then(|act| self.acts.get(act)).is_some_and(&wanted);
        self.lines.iter().position(|line| line.runs.iter().any(is_wanted))
    }

    /// Adds other lines at the end, moved to the right.
    pub fn indented(&mut self, other: Prose, by: usize) {
        let indent = [Run::new(" ".repeat(by), Ink::default())];
        self.append(other, &indent, &indent);
    }
}

/// What a layout depends on beside the text itself.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// How things look.
    pub theme: &'a Theme,
    /// The words around the text.
    pub texts: &'static Texts,
    /// Prices and the titles of lessons.
    pub course: &'a Course,
    /// The language of the text.
    pub lang: Lang,
    /// Colours code, once that can be done.
    pub painter: Option<&'a Painter>,
    /// How wide running text may be, in cells.
    pub width: usize,
    /// How much wider code and tables may be, in cells.
    pub spare: usize,
    /// What stands in the hidden places of a cloze.
    pub blanks: Option<&'a dyn Fn(usize) -> Fill>,
    /// Says the prices of the paragraph, table or list that is being laid out.
    pub prices: Option<&'a dyn Fn(&PriceRef) -> SpokenPrice>,
}

/// What stands in a hidden place of a cloze.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fill {
    /// The field, or the answer.
    pub runs: Runs,
    /// The place on which a click puts the cursor.
    pub place: Option<usize>,
}

impl Setting<'_> {
    /// The same, `cells` narrower.
    #[must_use]
    pub fn narrower(self, cells: usize) -> Self {
        Setting { width: self.width.saturating_sub(cells).max(8), ..self }
    }
}
