//! Drawing of the editor.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Editor;
use super::layout::{Row, Shown};
use crate::text::{Run, width};
use crate::tui::canvas::{Canvas, Styled};

/// Begins a remark in a scenario.
const COMMENT: &str = "#";

/// How a text is dressed while it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    /// Stretches of the text in another style; a later one covers an earlier.
    pub spots: Vec<(Range<usize>, Style)>,
    /// Whether the hardware cursor stands at the caret.
    pub focused: bool,
}

impl Editor {
    /// Scrolls so that the caret can be seen in `tall` rows.
    pub fn follow(&mut self, tall: usize) {
        self.layout.follow(tall);
    }

    /// Draws the rows from the scrolled one on.
    pub fn view(&self, canvas: &mut Canvas, area: Rect, dress: &Dress) {
        for (shown, y) in self.layout.shown.iter().skip(self.layout.scroll).zip(area.y..area.bottom()) {
            match *shown {
                Shown::Text(row) => self.view_row(canvas, Rect { y, height: 1, ..area }, row, dress),
                Shown::Carets { note, row } => self.view_carets(canvas, Rect { y, height: 1, ..area }, note, row),
                Shown::Line { note, line } => {
                    if let Some(line) = self.notes.get(note).and_then(|note| note.lines.get(line)) {
                        canvas.line(area.x, y, area.width, line);
                    }
                }
            }
        }
        let (_, cell) = self.layout.caret(&self.text, self.caret);
        let row = self.layout.caret_at.checked_sub(self.layout.scroll).and_then(|row| u16::try_from(row).ok());
        if let (true, Some(row)) = (dress.focused, row.filter(|row| *row < area.height)) {
            let x = area.x.saturating_add(u16::try_from(cell).unwrap_or(u16::MAX)).min(area.right().saturating_sub(1));
            canvas.cursor = Some(Position::new(x, area.y + row));
        }
    }

    fn view_row(&self, canvas: &mut Canvas, place: Rect, row: usize, dress: &Dress) {
        let Some(row) = self.layout.rows.get(row) else { return };
        let indent = u16::try_from(row.indent).unwrap_or(0);
        let line = self.dressed(row, dress, canvas.theme.text, canvas.theme.muted);
        canvas.line(place.x + indent, place.y, place.width.saturating_sub(indent), &line);
    }

    fn dressed(&self, row: &Row, dress: &Dress, text: Style, comment: Style) -> Styled {
        let begin = self.text[..row.range.start].rfind('\n').map_or(0, |at| at + 1);
        let base = if self.text[begin..].trim_start_matches(' ').starts_with(COMMENT) { comment } else { text };
        let mut cuts: Vec<usize> = vec![row.range.start, row.range.end];
        cuts.extend(dress.spots.iter().flat_map(|(at, _)| [at.start, at.end]).filter(|at| row.range.contains(at) && self.text.is_char_boundary(*at)));
        cuts.sort_unstable();
        cuts.dedup();
        let style = |at: usize| dress.spots.iter().rev().find(|(range, _)| range.contains(&at)).map_or(base, |(_, style)| base.patch(*style));
        cuts.windows(2).map(|pair| Run::new(&self.text[pair[0]..pair[1]], style(pair[0]))).collect()
    }

    /// Carets under what a note means, as far as it stands in that row.
    fn view_carets(&self, canvas: &mut Canvas, place: Rect, note: usize, row: usize) {
        let (Some(note), Some(row)) = (self.notes.get(note), self.layout.rows.get(row)) else { return };
        let part = |range: Range<usize>| self.text.get(range).map_or(0, width);
        let start = note.at.start.clamp(row.range.start, row.range.end);
        let end = note.at.end.clamp(start, row.range.end);
        let before = row.indent + part(row.range.start..start);
        let room = usize::from(place.width).saturating_sub(before);
        let carets = "^".repeat(part(start..end).clamp(1, room.max(1)));
        let x = place.x.saturating_add(u16::try_from(before).unwrap_or(0)).min(place.right().saturating_sub(1));
        canvas.text(x, place.y, place.width, &carets, canvas.theme.bad);
    }
}
