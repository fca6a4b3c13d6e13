use super::page::lines as wrapped;
use crate::content::Align;
use crate::text::width;

/// What stands between two columns.
const GAP: &str = "  ";

/// A column is never narrower than this, so that a word of Korean fits.
const NARROWEST: usize = 6;

/// A table whose cells stand below each other, wrapped where it would be wider than `cells`.
pub(super) fn lines(align: &[Align], header: &[String], rows: &[Vec<String>], cells: usize) -> Vec<String> {
    let widths = widths(header, rows, cells);
    let rule = widths.iter().map(|w| "─".repeat(*w)).collect::<Vec<_>>().join(GAP);
    let mut out = row(align, header, &widths);
    out.push(rule);
    let is_wrapped = rows.iter().any(|row| row.iter().zip(&widths).any(|(cell, w)| width(cell) > *w));
    for (i, cells) in rows.iter().enumerate() {
        if is_wrapped && i > 0 {
            out.push(String::new());
        }
        out.extend(row(align, cells, &widths));
    }
    out
}

/// As wide as the widest cell; where that is too wide, the widest columns give way first.
fn widths(header: &[String], rows: &[Vec<String>], cells: usize) -> Vec<usize> {
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).chain(header.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..header.len()).map(|at| widest(at).max(1)).collect();
    let room = cells.saturating_sub(GAP.len() * widths.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let Some(most) = widths.iter_mut().max().filter(|most| **most > NARROWEST) else { break };
        *most -= 1;
    }
    widths
}

fn row(align: &[Align], cells: &[String], widths: &[usize]) -> Vec<String> {
    let columns: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, w)| cell_lines(cell, *w)).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let parts = columns.iter().zip(widths).enumerate().map(|(column, (lines, w))| {
            let text = lines.get(at).map_or("", String::as_str);
            set(text, *w, align.get(column).copied().unwrap_or_default())
        });
        parts.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    };
    (0..height.max(1)).map(line).collect()
}

fn cell_lines(cell: &str, cells: usize) -> Vec<String> {
    if width(cell) <= cells { vec![cell.replace('\n', " ")] } else { wrapped(cell, cells) }
}

fn set(text: &str, cells: usize, align: Align) -> String {
    let free = cells.saturating_sub(width(text));
    let before = match align {
        Align::Left => 0,
        Align::Center => free / 2,
        Align::Right => free,
    };
    format!("{}{text}{}", " ".repeat(before), " ".repeat(free - before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(align: &[Align], table: &[&[&str]], cells: usize, expected: &[&str]) {
        let mut rows: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let header = rows.remove(0);
        assert_eq!(lines(align, &header, &rows, cells), expected);
    }

    #[test]
    fn columns_are_measured_in_cells() {
        let align = [Align::Left, Align::Right];
        check(
            &align,
            &[&["방법", "n"], &["NAT 게이트웨이", "1"], &["b", "22"]],
            40,
            &["방법             n", "──────────────  ──", "NAT 게이트웨이   1", "b               22"],
        );
    }

    #[test]
    fn wide_cells_are_wrapped() {
        let expected = ["a    b", "───  ──────────────────", "one  a text that is", "     longer than its", "     room", "", "two  short"];
        check(&[], &[&["a", "b"], &["one", "a text that is longer than its room"], &["two", "short"]], 23, &expected);
    }
}
