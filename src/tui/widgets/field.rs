//! One line of text that is typed: search, filter, palette, answers.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean_line, width};
use crate::tui::canvas::Canvas;
use crate::tui::keymap;

/// The text and the caret, which stands before the byte `caret`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    caret: usize,
}

impl Field {
    /// A field that holds `text`, the caret at its end.
    #[must_use]
    pub fn with(text: impl Into<String>) -> Field {
        let text = text.into();
        Field { caret: text.len(), text }
    }

    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret and what behind it.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.caret)
    }

    /// Takes a key and says whether the text changed. Keys that edit no text are left to others.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('a') if ctrl => self.caret = 0,
            KeyCode::Char('e') if ctrl => self.caret = self.text.len(),
            KeyCode::Char('u') if ctrl => return self.delete(0, self.caret),
            KeyCode::Char('w') if ctrl => return self.delete(self.word_start(), self.caret),
            KeyCode::Char('k') if ctrl => return self.delete(self.caret, self.text.len()),
            KeyCode::Char(c) if keymap::types(key) => return self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace => return self.delete(self.before(), self.caret),
            KeyCode::Delete => return self.delete(self.caret, self.after()),
            KeyCode::Left => self.caret = self.before(),
            KeyCode::Right => self.caret = self.after(),
            KeyCode::Home => self.caret = 0,
            KeyCode::End => self.caret = self.text.len(),
            _ => {}
        }
        false
    }

    /// Puts text in at the caret: a paste, or a composed syllable.
    pub fn insert(&mut self, text: &str) -> bool {
        let text = clean_line(text);
        self.text.insert_str(self.caret, &text);
        self.caret += text.len();
        !text.is_empty()
    }

    fn delete(&mut self, from: usize, to: usize) -> bool {
        self.text.replace_range(from..to, "");
        self.caret = from;
        from < to
    }

    fn before(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.caret..].graphemes(true).next().map_or(self.caret, |g| self.caret + g.len())
    }

    fn word_start(&self) -> usize {
        let before = self.text[..self.caret].trim_end();
        before.rfind(' ').map_or(0, |at| at + 1)
    }

    /// Draws the field into one line, the caret always in sight, and puts the hardware cursor at it.
    pub fn view(&self, canvas: &mut Canvas, area: Rect, style: Style) {
        let room = usize::from(area.width.saturating_sub(1));
        let mut begin = 0;
        for grapheme in self.text[..self.caret].graphemes(true) {
            if width(&self.text[begin..self.caret]) <= room {
                break;
            }
            begin += grapheme.len();
        }
        canvas.text(area.x, area.y, area.width, &self.text[begin..], style);
        let x = area.x + u16::try_from(width(&self.text[begin..self.caret])).unwrap_or(0);
        canvas.cursor = Some(Position::new(x, area.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[KeyEvent]) -> Field {
        let mut field = Field::default();
        for key in keys {
            field.key(key);
        }
        field
    }

    fn char(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
    }

    #[test]
    fn syllables_are_deleted_whole() {
        let field = typed(&[char('서'), char('브'), KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE), char('a')]);
        assert_eq!(field, Field::with("서a"));
    }

    #[test]
    fn a_word_is_deleted_at_once() {
        let mut field = Field::with("nat gateway");
        assert!(field.key(&KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL)));
        assert_eq!(field.text(), "nat ");
    }

    #[test]
    fn a_paste_stays_on_one_line() {
        let mut field = Field::default();
        field.insert("a\r\n\x1b[2J");
        assert_eq!(field.text(), "a \u{fffd}[2J");
    }
}
