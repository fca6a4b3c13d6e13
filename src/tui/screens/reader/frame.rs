//! Where the parts of the screen stand, for a size of the terminal.

use ratatui::layout::Rect;

/// The widest that running text may be, in cells.
const WIDEST: u16 = 76;
/// From this width on the outline stands beside the text.
const WITH_OUTLINE: u16 = 104;

/// The places of text and outline, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The text, its lines below the first line of the screen.
    pub text: Rect,
    /// How much wider than the text code and tables may be.
    pub spare: u16,
    /// The outline, where there is room for it beside the text.
    pub outline: Option<Rect>,
}

impl Frame {
    /// The places in `area`.
    ///
    /// Text and outline stand in the middle together; what is left over is margin.
    #[must_use]
    pub fn of(area: Rect) -> Frame {
        let (head, foot) = if area.height >= 16 { (2, 1) } else { (1, 0) };
        let (y, height) = (area.y + head, area.height.saturating_sub(head + foot));
        let margin = (area.width / 16).clamp(2, 6);
        if area.width < WITH_OUTLINE {
            let width = (area.width - 2 * margin).min(WIDEST);
            let x = area.x + (area.width - width) / 2;
            let spare = (area.right() - x - width).saturating_sub(1);
            return Frame { text: Rect::new(x, y, width, height), spare, outline: None };
        }
        let outline = (area.width / 4).clamp(26, 34);
        let gap = (area.width / 18).clamp(4, 8);
        let width = (area.width - outline - gap - 2 * margin).min(WIDEST);
        let x = area.x + (area.width - width - gap - outline) / 2;
        let beside = Rect::new(x + width + gap, y, outline, height);
        Frame { text: Rect::new(x, y, width, height), spare: gap.saturating_sub(3), outline: Some(beside) }
    }

    /// How many lines of text are on screen.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.text.height).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: u16, text: (u16, u16), outline: Option<(u16, u16)>) {
        let frame = Frame::of(Rect::new(0, 0, width, 40));
        assert_eq!(((frame.text.x, frame.text.width), frame.outline.map(|o| (o.x, o.width))), (text, outline));
    }

    #[test]
    fn text_is_never_wider_than_76_cells() {
        check(40, (2, 36), None);
        check(80, (5, 70), None);
        check(100, (12, 76), None);
        check(104, (6, 61), Some((72, 26)));
        check(120, (6, 72), Some((84, 30)));
        check(250, (66, 76), Some((150, 34)));
    }
}
