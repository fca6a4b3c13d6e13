//! Where scenario and outcome stand.

use ratatui::layout::Rect;

/// From this width on they stand side by side.
const WIDE: u16 = 100;

/// From this height on an empty line parts them from the last line of the screen.
const ROOMY: u16 = 20;

/// The places of the workbench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    /// The scenario.
    pub editor: Rect,
    /// The outcome; the cells before it are for marks.
    pub outcome: Rect,
}

impl Panes {
    /// The places below the first line of `area`, for a scenario of `rows` rows that has the keys or not.
    #[must_use]
    pub fn of(area: Rect, rows: usize, is_edited: bool) -> Panes {
        let below = u16::from(area.height >= ROOMY);
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + below), ..area };
        if area.width >= WIDE {
            return Panes::beside(body);
        }
        // Whichever has the keys has more of the room.
        let most = if is_edited { (body.height * 2 / 5).max(3) } else { (body.height / 4).saturating_sub(1).max(1) };
        let tall = u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, most).min(body.height);
        let editor = Rect { x: body.x + 1, width: body.width.saturating_sub(2), height: tall, ..body };
        let y = editor.bottom() + 1;
        let outcome = Rect { x: body.x + 3, y, width: body.width.saturating_sub(4), height: body.bottom().saturating_sub(y) };
        Panes { editor, outcome }
    }

    fn beside(body: Rect) -> Panes {
        let wide = (body.width * 9 / 25).clamp(34, 56);
        let editor = Rect { x: body.x + 1, width: wide, ..body };
        let x = editor.right() + 4;
        let outcome = Rect { x, width: body.right().saturating_sub(x + 1), ..body };
        Panes { editor, outcome }
    }

    /// How wide the scenario is, which does not depend on its length.
    #[must_use]
    pub fn editor_width(area: Rect) -> usize {
        usize::from(Panes::of(area, 1, true).editor.width)
    }
}
