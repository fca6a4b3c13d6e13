//! What screens draw on: cells, the places a mouse can click, and where the hardware cursor stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::message::Input;
use super::theme::Theme;
use crate::text::{Run, Texts, width};

/// A line of styled text.
pub type Styled = Vec<Run<Style>>;

/// A frame while it is drawn.
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// How things look.
    pub theme: &'a Theme,
    /// How things are said.
    pub texts: &'static Texts,
    /// What a click does, the last drawn on top.
    pub clicks: Vec<(Rect, Input)>,
    /// Where text is typed: an input method shows its half-made syllable there.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    /// A canvas over `buffer`.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme, texts: &'static Texts) -> Self {
        Canvas { buffer, theme, texts, clicks: Vec::new(), cursor: None }
    }

    /// Writes `text` from `x`, at most `cells` wide, and says where it ended.
    ///
    /// Text that does not fit is ended by `…`. Nothing outside the buffer is touched.
    pub fn text(&mut self, x: u16, y: u16, cells: u16, text: &str, style: Style) -> u16 {
        if !self.buffer.area.contains(Position::new(x, y)) {
            return x;
        }
        let shown = crate::text::cut(text, usize::from(cells));
        self.buffer.set_stringn(x, y, shown, usize::from(cells), style).0
    }

    /// Writes `text` so that it ends before `right`, and says where it began.
    pub fn text_right(&mut self, right: u16, y: u16, text: &str, style: Style) -> u16 {
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX);
        let x = right.saturating_sub(wide);
        self.text(x, y, wide, text, style);
        x
    }

    /// Writes a styled line from `x`, at most `cells` wide, and says where it ended.
    pub fn line(&mut self, x: u16, y: u16, cells: u16, line: &[Run<Style>]) -> u16 {
        let end = x.saturating_add(cells);
        line.iter().fold(x, |at, run| self.text(at, y, end.saturating_sub(at), &run.text, run.style))
    }

    /// Sets the style of an area without touching its text.
    pub fn style(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Empties an area, as under something that floats; a wide character that reaches into it goes too.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        if area.x > self.buffer.area.x {
            for y in area.top()..area.bottom() {
                if let Some(cell) = self.buffer.cell_mut(Position::new(area.x - 1, y)).filter(|cell| width(cell.symbol()) > 1) {
                    cell.set_symbol(" ");
                }
            }
        }
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// A thin line over the width of `area`, in its first row.
    pub fn rule(&mut self, area: Rect) {
        let line = self.theme.signs.line.repeat(usize::from(area.width));
        self.text(area.x, area.y, area.width, &line, self.theme.muted);
    }

    /// A bar of `cells`, filled to `part` of `whole`.
    pub fn bar(&mut self, x: u16, y: u16, cells: u16, part: usize, whole: usize) {
        let filled = if whole == 0 { 0 } else { (usize::from(cells) * part.min(whole)).div_ceil(whole) };
        let end = self.text(x, y, cells, &self.theme.signs.filled.repeat(filled), self.theme.accent);
        let rest = usize::from(cells).saturating_sub(filled);
        self.text(end, y, cells, &self.theme.signs.line.repeat(rest), self.theme.muted);
    }

    /// A frame round something that floats; gives back what is inside it.
    pub fn frame(&mut self, area: Rect) -> Rect {
        self.clear(area);
        if area.width < 2 || area.height < 2 {
            return area;
        }
        let signs = self.theme.signs;
        let style = self.theme.muted;
        let line = signs.line.repeat(usize::from(area.width - 2));
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for (y, left_corner, right_corner) in [(area.y, signs.corners[0], signs.corners[1]), (bottom, signs.corners[2], signs.corners[3])] {
            self.text(area.x, y, 1, left_corner, style);
            self.text(area.x + 1, y, area.width - 2, &line, style);
            self.text(right, y, 1, right_corner, style);
        }
        for y in area.y + 1..bottom {
            self.text(area.x, y, 1, signs.pane, style);
            self.text(right, y, 1, signs.pane, style);
        }
        Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
    }

    /// Makes a click in `area` do `input`.
    pub fn click(&mut self, area: Rect, input: Input) {
        self.clicks.push((area, input));
    }
}
