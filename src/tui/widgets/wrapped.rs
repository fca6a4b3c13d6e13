//! Styled text broken into lines that hang together.

use ratatui::style::Style;

use crate::search::Marked;
use crate::text::{Run, width, wrap};
use crate::tui::canvas::Styled;

/// Breaks `runs` at `cells`; every line but the first is indented by `indent`.
#[must_use]
pub fn hanging(runs: &[Run<Style>], cells: usize, indent: usize) -> Vec<Styled> {
    let rest = cells.saturating_sub(indent);
    let mut lines = wrap(runs, cells, rest);
    for line in lines.iter_mut().skip(1) {
        line.insert(0, Run::new(" ".repeat(indent), Style::new()));
    }
    lines
}

/// Breaks `runs` at `cells` behind `lead`, which stands on the first line only.
#[must_use]
pub fn behind(lead: &[Run<Style>], runs: &[Run<Style>], cells: usize) -> Vec<Styled> {
    let indent = cells_of(lead);
    let room = cells.saturating_sub(indent);
    let mut lines = wrap(runs, room, room);
    for (at, line) in lines.iter_mut().enumerate() {
        let before: Styled = if at == 0 { lead.to_vec() } else { vec![Run::new(" ".repeat(indent), Style::new())] };
        line.splice(0..0, before);
    }
    lines
}

/// The cells that a line takes.
#[must_use]
pub fn cells_of(line: &[Run<Style>]) -> usize {
    line.iter().map(|run| width(&run.text)).sum()
}

/// A text with the places that a search found in another style.
#[must_use]
pub fn marked(text: &Marked, style: Style, mark: Style) -> Styled {
    let mut runs = Styled::new();
    let mut at = 0;
    for place in &text.marks {
        runs.push(Run::new(&text.text[at..place.start], style));
        runs.push(Run::new(&text.text[place.clone()], style.patch(mark)));
        at = place.end;
    }
    runs.push(Run::new(&text.text[at..], style));
    runs.retain(|run| !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(lines: &[Styled]) -> Vec<String> {
        lines.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_hang_under_the_first() {
        let runs = [Run::new("route rt-1: 0.0.0.0/0 -> igw", Style::new())];
        assert_eq!(picture(&hanging(&runs, 12, 2)), ["route rt-1:", "  0.0.0.0/0", "  -> igw"]);
        let lead = [Run::new("1  ", Style::new())];
        assert_eq!(picture(&behind(&lead, &runs, 14)), ["1  route rt-1:", "   0.0.0.0/0", "   -> igw"]);
    }

    #[test]
    fn places_are_marked() {
        let (plain, mark) = (Style::new(), Style::new().yellow());
        let text = Marked { text: "a 서브넷.".into(), marks: vec![2..8, 8..11] };
        let runs = marked(&text, plain, mark);
        assert_eq!(runs, [Run::new("a ", plain), Run::new("서브", mark), Run::new("넷", mark), Run::new(".", plain)]);
        assert!(marked(&Marked::default(), plain, mark).is_empty());
    }
}
