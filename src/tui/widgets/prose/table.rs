//! Tables: as wide as they need to be, wrapped in their cells, or row by row where even that is too wide.

use super::block::labelled;
use super::inline::{HARD_SPACE, runs, wrapped};
use super::{Ink, Line, Prose, Runs, Setting, cells};
use crate::content::{Align, Inlines};
use crate::text::{Run, width};

/// The cells between two columns.
const GAP: usize = 3;

/// A table as lines.
pub(super) fn table(align: &[Align], header: &[Inlines], rows: &[Vec<Inlines>], setting: &Setting) -> Prose {
    let theme = setting.theme;
    let mut prose = Prose::default();
    let head: Vec<Runs> = header.iter().map(|cell| breakable(runs(cell, theme.muted, setting, &mut prose))).collect();
    let mut cell = |cell: &Inlines| breakable(runs(cell, theme.text, setting, &mut prose));
    let body: Vec<Vec<Runs>> = rows.iter().map(|row| row.iter().map(&mut cell).collect()).collect();
    let Some(widths) = widths(&head, &body, setting) else { return row_by_row(header, rows, setting) };
    let grid = Grid { align, widths };
    if head.iter().any(|cell| !cell.is_empty()) {
        grid.row(&head, &mut prose);
        let total = grid.widths.iter().sum::<usize>() + GAP * grid.widths.len().saturating_sub(1);
        prose.push(Line::of(theme.signs.line.repeat(total), theme.muted));
    }
    let apart = body.iter().any(|row| row.iter().zip(&grid.widths).any(|(cell, wide)| cells(cell) > *wide));
    for (at, row) in body.iter().enumerate() {
        prose.blank(usize::from(apart && at > 0));
        grid.row(row, &mut prose);
    }
    prose
}

/// The width of each column; `None` if their longest words do not fit side by side.
fn widths(head: &[Runs], body: &[Vec<Runs>], setting: &Setting) -> Option<Vec<usize>> {
    let columns = head.len();
    let of =
        |at: usize, measure: &dyn Fn(&Runs) -> usize| head.get(at).into_iter().chain(body.iter().filter_map(|row| row.get(at))).map(measure).max().unwrap_or(0);
    let natural: Vec<usize> = (0..columns).map(|at| of(at, &|cell| cells(cell))).collect();
    let gaps = GAP * columns.saturating_sub(1);
    if natural.iter().sum::<usize>() + gaps <= setting.width + setting.spare {
        return Some(natural);
    }
    let least: Vec<usize> = (0..columns).map(|at| of(at, &longest_word)).collect();
    let mut left = setting.width.checked_sub(least.iter().sum::<usize>() + gaps)?;
    let mut widths = least;
    while let Some(next) = (0..columns).filter(|at| widths[*at] < natural[*at]).min_by_key(|at| widths[*at]) {
        if left == 0 {
            break;
        }
        widths[next] += 1;
        left -= 1;
    }
    Some(widths)
}

/// In a narrow cell code is broken at its spaces, however short it is.
fn breakable(mut cell: Runs) -> Runs {
    cell.iter_mut().filter(|run| run.text.contains(HARD_SPACE)).for_each(|run| run.text = run.text.replace(HARD_SPACE, " "));
    cell
}

fn longest_word(cell: &Runs) -> usize {
    let text: String = cell.iter().map(|r| r.text.as_str()).collect();
    text.split([' ', '\n']).map(width).max().unwrap_or(0)
}

struct Grid<'a> {
    align: &'a [Align],
    widths: Vec<usize>,
}

impl Grid<'_> {
    fn row(&self, row: &[Runs], prose: &mut Prose) {
        let wrapped: Vec<Vec<Line>> = row.iter().zip(&self.widths).map(|(cell, wide)| lines(cell, *wide)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for y in 0..height {
            let mut line = Runs::new();
            let mut pending = 0;
            for (at, wide) in self.widths.iter().enumerate() {
                let runs = wrapped.get(at).and_then(|cell| cell.get(y)).map_or(&[][..], |l| l.runs.as_slice());
                let (before, after) = self.pad(at, wide.saturating_sub(cells(runs)));
                pending += before;
                if !runs.is_empty() {
                    line.push(Run::new(" ".repeat(pending), Ink::default()));
                    line.extend(runs.iter().cloned());
                    pending = 0;
                }
                pending += if runs.is_empty() { *wide - before } else { after } + GAP;
            }
            line.retain(|r| !r.text.is_empty());
            prose.push(line);
        }
    }

    fn pad(&self, column: usize, free: usize) -> (usize, usize) {
        match self.align.get(column).copied().unwrap_or_default() {
            Align::Left => (0, free),
            Align::Center => (free / 2, free - free / 2),
            Align::Right => (free, 0),
        }
    }
}

fn lines(cell: &Runs, wide: usize) -> Vec<Line> {
    let mut prose = Prose::default();
    wrapped(cell, wide, &mut prose);
    prose.lines
}

/// In a narrow terminal each row is a small list: header and cell, one below the other.
fn row_by_row(header: &[Inlines], rows: &[Vec<Inlines>], setting: &Setting) -> Prose {
    let mut prose = Prose::default();
    let mut scratch = Prose::default();
    let labels = header.iter().map(|h| cells(&runs(h, setting.theme.muted, setting, &mut scratch)));
    let indent = (labels.max().unwrap_or(0) + 2).min(setting.width / 3);
    for (at, row) in rows.iter().enumerate() {
        prose.blank(usize::from(at > 0));
        for (label, cell) in header.iter().zip(row) {
            prose.append(labelled(label, cell, indent, setting), &[], &[]);
        }
    }
    prose
}
