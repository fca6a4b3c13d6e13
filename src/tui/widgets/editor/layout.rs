//! A text as rows of cells: long lines go on in indented rows, remarks stand between them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::width;
use crate::tui::canvas::Styled;

/// How much further the rows of a long line are indented than its first.
const INDENT: usize = 2;

/// A remark on a stretch of the text, below the row in which it begins.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// The bytes that are meant.
    pub at: Range<usize>,
    /// What is said, below the carets.
    pub lines: Vec<Styled>,
}

/// A stretch of the text in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its bytes.
    pub range: Range<usize>,
    /// The cells before it.
    pub indent: usize,
    /// Whether its line ends with it.
    pub ends: bool,
}

/// What is drawn in a row of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A row of the text.
    Text(usize),
    /// The carets of a note.
    Carets { note: usize, row: usize },
    /// A line of a note.
    Line { note: usize, line: usize },
}

/// The rows of a text for a width.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The width in cells; the last is kept for the caret.
    pub cells: usize,
    /// The rows of the text.
    pub rows: Vec<Row>,
    /// The rows of the screen.
    pub shown: Vec<Shown>,
    /// The row of the screen in which the caret stands.
    pub caret_at: usize,
    /// The first row of the screen that is drawn.
    pub scroll: usize,
}

impl Layout {
    /// Lays a text out anew.
    pub fn lay(&mut self, text: &str, caret: usize, notes: &[Note]) {
        let room = self.cells.saturating_sub(1).max(8);
        self.rows.clear();
        let mut begin = 0;
        for line in text.split('\n') {
            self.rows.extend(rows_of(line, begin, room));
            begin += line.len() + 1;
        }
        let places: Vec<usize> = notes.iter().map(|note| self.row_of(note.at.start.min(text.len()))).collect();
        self.shown.clear();
        for row in 0..self.rows.len() {
            self.shown.push(Shown::Text(row));
            for (note, said) in notes.iter().enumerate().filter(|(note, _)| places[*note] == row) {
                self.shown.push(Shown::Carets { note, row });
                self.shown.extend((0..said.lines.len()).map(|line| Shown::Line { note, line }));
            }
        }
        let row = self.row_of(caret);
        self.caret_at = self.shown.iter().position(|shown| *shown == Shown::Text(row)).unwrap_or(0);
    }

    /// Keeps the caret among the `tall` rows that are drawn, and what is said about its row if there is room.
    pub fn follow(&mut self, tall: usize) {
        let said = self.shown[self.caret_at.min(self.shown.len())..].iter().skip(1).take_while(|shown| !matches!(shown, Shown::Text(_))).count();
        let end = self.caret_at + 1 + said.min(tall.saturating_sub(1));
        self.scroll = self.scroll.max(end.saturating_sub(tall)).min(self.caret_at).min(self.shown.len().saturating_sub(tall));
    }

    /// The row of the text in which a byte stands; at a break, the later one.
    pub fn row_of(&self, at: usize) -> usize {
        self.rows.partition_point(|row| row.range.start <= at).saturating_sub(1)
    }

    /// The row of the text and the cell at which a byte stands.
    pub fn caret(&self, text: &str, at: usize) -> (usize, usize) {
        let number = self.row_of(at);
        let Some(row) = self.rows.get(number) else { return (0, 0) };
        let before = text.get(row.range.start..at).unwrap_or_default();
        (number, (row.indent + width(before)).min(self.cells.saturating_sub(1).max(row.indent)))
    }

    /// The byte nearest to a cell of a row of the text.
    pub fn byte_in_row(&self, text: &str, row: usize, cell: usize) -> usize {
        let Some(row) = self.rows.get(row) else { return text.len() };
        let mut at = row.range.start;
        let mut cells = row.indent;
        for grapheme in text[row.range.clone()].graphemes(true) {
            let wide = width(grapheme);
            if cells + wide.div_ceil(2) > cell {
                return at;
            }
            cells += wide;
            at += grapheme.len();
        }
        // At a break the end of a row is the beginning of the next: stay before its last letter.
        if row.ends { at } else { text[row.range.clone()].grapheme_indices(true).next_back().map_or(at, |(last, _)| row.range.start + last) }
    }

    /// The byte nearest to a cell of the screen's rows.
    pub fn byte_at(&self, text: &str, shown: usize, cell: usize) -> Option<usize> {
        match self.shown.get(shown) {
            Some(Shown::Text(row)) => Some(self.byte_in_row(text, *row, cell)),
            Some(_) => None,
            None => Some(text.len()),
        }
    }
}

/// The rows of one line that begins at byte `begin` of the text.
fn rows_of(line: &str, begin: usize, room: usize) -> Vec<Row> {
    let lead = line.len() - line.trim_start_matches(' ').len();
    let hang = (lead + INDENT).min(room / 2);
    let mut rows = Vec::new();
    let mut start = 0;
    let mut indent = 0;
    while let Some(end) = break_of(&line[start..], room - indent) {
        rows.push(Row { range: begin + start..begin + start + end, indent, ends: false });
        start += end;
        indent = hang;
    }
    rows.push(Row { range: begin + start..begin + line.len(), indent, ends: true });
    rows
}

/// Where a text must be broken to fit: after a space, else inside the word; `None` where it fits.
fn break_of(text: &str, room: usize) -> Option<usize> {
    if width(text.trim_end_matches(' ')) <= room {
        return None;
    }
    let mut cells = 0;
    let mut space = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        cells += width(grapheme);
        if cells > room && grapheme != " " {
            let word = space.filter(|space| !text[..*space].trim().is_empty());
            return Some(word.unwrap_or(at.max(grapheme.len())));
        }
        if grapheme == " " {
            space = Some(at + 1);
        }
    }
    None
}
