//! Rows of cells in columns; where they do not fit side by side, each row flows over lines of its own.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::Style;

use super::{Laid, Line, Look};
use crate::sim::{Cell, Tone};
use crate::text::{Message, Run, showable, width, wrap};
use crate::tui::canvas::Styled;
use crate::tui::theme::Signs;
use crate::tui::widgets::wrapped::{cells_of, hanging};

/// A row of a table or tree.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// How deep it stands in a tree.
    pub depth: usize,
    /// One cell for each header.
    pub cells: &'a [Cell],
}

/// How the columns of a panel stand, to draw a row of it when it is seen.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Which cells of a row there are.
    kept: Vec<usize>,
    widths: Vec<usize>,
    gap: usize,
}

impl Columns {
    /// A row that takes one line.
    pub fn line(&self, row: Row, look: &Look) -> Styled {
        let mut cells: Vec<Option<Set>> = set_row(&row, look).into_iter().map(Some).collect();
        let kept: Vec<Set> = self.kept.iter().filter_map(|at| cells.get_mut(*at)?.take()).collect();
        line(kept.iter().map(|cell| (&*cell.text, cell)), &self.widths, self.gap)
    }
}

/// A cell as it will stand.
#[derive(Clone)]
struct Set<'a> {
    text: Cow<'a, str>,
    style: Style,
    right: bool,
}

/// Lays rows out under their header and says where each stands; panel `number` of the outcome.
pub fn lay(header: &[Message], rows: &[Row], look: &Look, number: usize, laid: &mut Laid) -> Vec<Range<usize>> {
    let mut table = Table::new(header, rows, look);
    table.drop_empty_columns();
    match table.widths(look.width) {
        Some((widths, gap)) => table.side_by_side(widths, gap, number, laid),
        None => table.flowing(look, laid),
    }
}

struct Table<'a> {
    header: Vec<Set<'a>>,
    rows: Vec<Vec<Set<'a>>>,
    /// Which cells of a row there are.
    kept: Vec<usize>,
}

impl<'a> Table<'a> {
    fn new(header: &[Message], rows: &[Row<'a>], look: &Look) -> Table<'a> {
        let rows: Vec<Vec<Set<'a>>> = rows.iter().map(|row| set_row(row, look)).collect();
        let count = rows.iter().map(Vec::len).chain([header.len()]).max().unwrap_or(0);
        let right: Vec<bool> = (0..count).map(|i| !rows.is_empty() && rows.iter().filter_map(|r| r.get(i)).all(|c| c.right || c.text.is_empty())).collect();
        let header = header.iter().zip(&right).map(|(m, right)| Set { text: look.texts.say(m).into(), style: look.theme.muted, right: *right }).collect();
        Table { header, rows, kept: (0..count).collect() }
    }

    /// A column in which no row says anything takes no room.
    fn drop_empty_columns(&mut self) {
        for at in (0..self.kept.len()).rev() {
            if !self.rows.is_empty() && self.rows.iter().all(|row| row.get(at).is_none_or(|cell| cell.text.is_empty())) {
                self.kept.remove(at);
                for row in self.rows.iter_mut().chain([&mut self.header]) {
                    if at < row.len() {
                        row.remove(at);
                    }
                }
            }
        }
    }

    fn column(&self, at: usize) -> impl Iterator<Item = &Set<'a>> {
        self.rows.iter().filter_map(move |row| row.get(at))
    }

    /// How wide each column is and how far they stand apart, the widest of them broken where that helps.
    ///
    /// Numbers and words are never broken: `None` where they do not fit side by side.
    fn widths(&self, room: usize) -> Option<(Vec<usize>, usize)> {
        let natural: Vec<usize> =
            (0..self.kept.len()).map(|i| self.column(i).chain(self.header.get(i)).map(|cell| width(&cell.text)).max().unwrap_or(0)).collect();
        let apart = |gap: usize| gap * natural.len().saturating_sub(1);
        let sum: usize = natural.iter().sum();
        if let Some(gap) = [3, 2].into_iter().find(|gap| sum + apart(*gap) <= room) {
            return Some((natural, gap));
        }
        let header = |i: usize| self.header.get(i).map_or(0, |cell| words(&cell.text));
        let least: Vec<usize> = (0..natural.len()).map(|i| self.column(i).map(longest_word).max().unwrap_or(0).max(header(i))).collect();
        let mut over = (sum + apart(2)).saturating_sub(room);
        let mut widths = natural.clone();
        while over > 0 {
            let widest = (0..widths.len()).filter(|i| widths[*i] > least[*i]).max_by_key(|i| widths[*i])?;
            widths[widest] -= 1;
            over -= 1;
        }
        Some((widths, 2))
    }

    /// Rows of one line are drawn when they are seen: there may be thousands.
    fn side_by_side(self, widths: Vec<usize>, gap: usize, number: usize, laid: &mut Laid) -> Vec<Range<usize>> {
        if !self.header.is_empty() {
            laid.add(beside(&self.header, &widths, gap, Base::Bottom));
        }
        let mut places = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            places.push(if is_flat(row, &widths) { laid.push(Line::Row { panel: number, row: at }) } else { laid.add(beside(row, &widths, gap, Base::Top)) });
        }
        laid.columns.insert(number, Columns { kept: self.kept, widths, gap });
        places
    }

    /// The first cell of a row, and below it the others, each after its header.
    fn flowing(&self, look: &Look, laid: &mut Laid) -> Vec<Range<usize>> {
        self.rows
            .iter()
            .map(|row| {
                let mut lines = row.first().map_or_else(Vec::new, |cell| hanging(&[Run::new(&*cell.text, cell.style)], look.width, 2));
                let rest = row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.text.is_empty());
                let pairs = rest.map(|(at, cell)| pair(self.header.get(at), cell)).collect();
                lines.extend(flow(pairs, look.width));
                laid.add(lines)
            })
            .collect()
    }
}

fn set_row<'a>(row: &Row<'a>, look: &Look) -> Vec<Set<'a>> {
    let mut cells: Vec<Set> = row.cells.iter().map(|cell| set(cell, look)).collect();
    if let Some(first) = cells.first_mut().filter(|_| row.depth > 0) {
        first.text.to_mut().insert_str(0, &"  ".repeat(row.depth));
    }
    cells
}

fn set<'a>(cell: &'a Cell, look: &Look) -> Set<'a> {
    let (text, tone, right): (Cow<str>, Tone, bool) = match cell {
        Cell::Text(text, tone) => (showable(text), *tone, false),
        Cell::Number(text) => (showable(text), Tone::Plain, true),
        Cell::Message(message, tone) => (look.texts.say(message).into(), *tone, false),
    };
    let (style, sign) = look.tone(tone);
    if sign.is_empty() || text.is_empty() {
        return Set { text, style, right };
    }
    // Some say their meaning with a sign of their own.
    let said = text.strip_prefix(Signs::UNICODE.done).or_else(|| text.strip_prefix(Signs::UNICODE.wrong)).map_or(&*text, str::trim_start);
    Set { text: format!("{sign} {said}").trim_end().to_owned().into(), style, right }
}

/// The cells below which a column cannot be broken; of a tree's cell with its indent.
fn longest_word(cell: &Set) -> usize {
    if cell.right {
        return width(&cell.text);
    }
    let indent = cell.text.len() - cell.text.trim_start_matches(' ').len();
    indent + words(&cell.text)
}

/// The cells of the longest word.
fn words(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// Which line the cells of a row share.
#[derive(Clone, Copy, PartialEq)]
enum Base {
    /// The first: rows of a table.
    Top,
    /// The last: its header, which stands on the rows.
    Bottom,
}

/// A row in columns: as many lines as its tallest cell.
fn beside(row: &[Set], widths: &[usize], gap: usize, base: Base) -> Vec<Styled> {
    if is_flat(row, widths) {
        return vec![line(row.iter().map(|cell| (&*cell.text, cell)), widths, gap)];
    }
    let broken: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, cells)| broken(&cell.text, *cells)).collect();
    let tall = broken.iter().map(Vec::len).max().unwrap_or(0);
    let part = |cell: usize, at: usize| {
        let above = if base == Base::Bottom { tall - broken[cell].len() } else { 0 };
        at.checked_sub(above).and_then(|at| broken[cell].get(at)).map_or("", String::as_str)
    };
    (0..tall).map(|at| line(row.iter().enumerate().map(|(i, cell)| (part(i, at), cell)), widths, gap)).collect()
}

/// Whether no cell has to be broken.
fn is_flat(row: &[Set], widths: &[usize]) -> bool {
    row.iter().zip(widths).all(|(cell, cells)| width(&cell.text) <= *cells)
}

fn broken(text: &str, cells: usize) -> Vec<String> {
    let lines = wrap(&[Run::new(text, ())], cells, cells);
    lines.into_iter().map(|line| line.into_iter().map(|run| run.text).collect()).collect()
}

fn line<'a, 's: 'a>(cells: impl Iterator<Item = (&'a str, &'a Set<'s>)>, widths: &[usize], gap: usize) -> Styled {
    let mut out = Styled::new();
    let mut space = 0;
    for ((text, cell), cells) in cells.zip(widths) {
        let empty = cells.saturating_sub(width(text));
        let (before, after) = if cell.right { (empty, 0) } else { (0, empty) };
        if !text.is_empty() {
            let lead = space + before;
            if lead > 0 {
                out.push(Run::new(" ".repeat(lead), Style::new()));
            }
            out.push(Run::new(text, cell.style));
            space = after + gap;
        } else {
            space += cells + gap;
        }
    }
    out
}

/// A cell after its header.
fn pair(header: Option<&Set>, cell: &Set) -> Styled {
    let mut runs = Styled::new();
    if let Some(header) = header.filter(|header| !header.text.is_empty()) {
        runs.push(Run::new(format!("{} ", header.text), header.style));
    }
    runs.push(Run::new(&*cell.text, cell.style));
    runs
}

/// Pairs one after the other, a new line where the next does not fit.
fn flow(pairs: Vec<Styled>, room: usize) -> Vec<Styled> {
    const INDENT: usize = 2;
    let indent = || vec![Run::new(" ".repeat(INDENT), Style::new())];
    let mut lines: Vec<Styled> = Vec::new();
    for pair in pairs {
        let wide = cells_of(&pair);
        match lines.last_mut().filter(|last| cells_of(last) + 3 + wide <= room) {
            Some(last) => {
                last.push(Run::new("   ", Style::new()));
                last.extend(pair);
            }
            None if INDENT + wide <= room => lines.push(indent().into_iter().chain(pair).collect()),
            None => lines.extend(hanging(&pair, room.saturating_sub(INDENT), INDENT).into_iter().map(|line| indent().into_iter().chain(line).collect())),
        }
    }
    lines
}
