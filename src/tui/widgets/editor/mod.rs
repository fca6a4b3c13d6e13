//! The editor of a scenario: a few lines of text, wrapped with an indent, with its history.
//!
//! It is our own because no text area at hand wraps with a hanging indent, lets remarks stand between
//! lines, marks stretches of text, or shares its history with edits that are made elsewhere: in the
//! lab every key in the outcome is an edit of this text too. The hardware cursor stands at the caret.

mod history;
mod layout;
mod view;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::clean;
use crate::tui::keymap;
use history::History;
use layout::Layout;
pub use layout::Note;
pub use view::Dress;

/// Spaces that stand for a tab, which terminals measure differently.
const TAB: &str = "    ";
/// The most bytes of a scenario that can be typed or pasted.
const LONGEST: usize = 1 << 20;

/// A text, the caret in it, and how both came to be.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    text: String,
    /// The byte before which the caret stands.
    caret: usize,
    /// The cell that moving up and down aims at.
    goal: Option<usize>,
    history: History,
    layout: Layout,
    notes: Vec<Note>,
}

impl Editor {
    /// An editor with a text, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Editor {
        let text = tidy(text);
        let mut editor = Editor { caret: text.len(), text, ..Editor::default() };
        editor.lay();
        editor
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte before which the caret stands.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// How many edits can be undone.
    #[must_use]
    pub fn edits(&self) -> usize {
        self.history.edits()
    }

    /// How many rows it takes, remarks among them.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.layout.shown.len()
    }

    /// Lays the text out for a width in cells.
    pub fn resize(&mut self, cells: usize) {
        if self.layout.cells != cells {
            self.layout.cells = cells;
            self.lay();
        }
    }

    /// Puts remarks below the rows that they speak of.
    pub fn remark(&mut self, notes: Vec<Note>) {
        self.notes = notes;
        self.lay();
    }

    /// Takes a key and says whether the text changed.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char(c) if keymap::types(key) => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Enter => self.insert(&format!("\n{}", self.indent())),
            KeyCode::Backspace if ctrl || key.modifiers.contains(KeyModifiers::ALT) => self.delete(self.word_start(), self.caret),
            KeyCode::Char('w') if ctrl => self.delete(self.word_start(), self.caret),
            KeyCode::Char('u') if ctrl => self.delete(self.line_start(), self.caret),
            KeyCode::Char('k') if ctrl => self.delete(self.caret, self.line_end().max(self.after_line_end())),
            KeyCode::Backspace => self.delete(self.before(), self.caret),
            KeyCode::Delete => self.delete(self.caret, self.after()),
            _ => {
                self.move_by(key, ctrl);
                false
            }
        }
    }

    /// Puts text in at the caret: a letter, a composed syllable, a paste.
    pub fn insert(&mut self, text: &str) -> bool {
        let text = tidy(text);
        if text.is_empty() || self.text.len() + text.len() > LONGEST {
            return false;
        }
        self.history.typed(&self.text, self.caret, &text);
        self.text.insert_str(self.caret, &text);
        self.place(self.caret + text.len());
        self.history.ended(self.caret);
        true
    }

    /// Puts another text in the place of this one, as an edit that can be undone.
    ///
    /// The caret goes to the end of what differs.
    pub fn replace(&mut self, text: &str) -> bool {
        let text = tidy(text);
        if text == self.text {
            return false;
        }
        self.history.edited(&self.text, self.caret);
        let same = self.text.bytes().rev().zip(text.bytes().rev()).take_while(|(a, b)| a == b).count();
        let end = text.floor_char_boundary(text.len() - same);
        self.text = text;
        self.place(end);
        true
    }

    /// Takes the last edit back.
    pub fn undo(&mut self) -> bool {
        let shot = self.history.undo(&self.text, self.caret);
        self.restore(shot)
    }

    /// Makes the edit again that was taken back last.
    pub fn redo(&mut self) -> bool {
        let shot = self.history.redo(&self.text, self.caret);
        self.restore(shot)
    }

    /// Puts the caret before a byte.
    pub fn move_to(&mut self, at: usize) {
        self.history.moved();
        self.place(self.text.floor_char_boundary(at));
    }

    /// Puts the caret at a cell, counted from the first row that is drawn.
    pub fn click(&mut self, x: u16, y: u16) {
        let row = self.layout.scroll + usize::from(y);
        if let Some(at) = self.layout.byte_at(&self.text, row, usize::from(x)) {
            self.move_to(at);
        }
    }

    fn restore(&mut self, shot: Option<(String, usize)>) -> bool {
        let Some((text, caret)) = shot else { return false };
        self.text = text;
        self.place(caret);
        true
    }

    fn delete(&mut self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        self.history.deleted(&self.text, self.caret);
        self.text.replace_range(from..to, "");
        self.place(from);
        self.history.ended(self.caret);
        true
    }

    fn place(&mut self, caret: usize) {
        self.caret = caret;
        self.goal = None;
        self.lay();
    }

    fn lay(&mut self) {
        self.layout.lay(&self.text, self.caret, &self.notes);
    }

    fn move_by(&mut self, key: &KeyEvent, ctrl: bool) {
        match key.code {
            KeyCode::Char('a') if ctrl => self.move_to(self.line_start()),
            KeyCode::Char('e') if ctrl => self.move_to(self.line_end()),
            KeyCode::Left if ctrl => self.move_to(self.word_start()),
            KeyCode::Right if ctrl => self.move_to(self.word_end()),
            KeyCode::Home if ctrl => self.move_to(0),
            KeyCode::End if ctrl => self.move_to(self.text.len()),
            KeyCode::Left => self.move_to(self.before()),
            KeyCode::Right => self.move_to(self.after()),
            KeyCode::Home => self.move_to(self.line_start()),
            KeyCode::End => self.move_to(self.line_end()),
            KeyCode::Up => self.move_rows(-1),
            KeyCode::Down => self.move_rows(1),
            KeyCode::PageUp => self.move_rows(-10),
            KeyCode::PageDown => self.move_rows(10),
            _ => {}
        }
    }

    /// Up or down by rows as they are shown, aiming at the cell from which the movement began.
    fn move_rows(&mut self, by: isize) {
        let (row, cell) = self.layout.caret(&self.text, self.caret);
        let goal = self.goal.unwrap_or(cell);
        let at = match row.checked_add_signed(by) {
            None => 0,
            Some(row) if row >= self.layout.rows.len() => self.text.len(),
            Some(row) => self.layout.byte_in_row(&self.text, row, goal),
        };
        self.move_to(at);
        self.goal = Some(goal);
    }

    fn before(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.caret..].graphemes(true).next().map_or(self.caret, |g| self.caret + g.len())
    }

    fn line_start(&self) -> usize {
        self.text[..self.caret].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.caret..].find('\n').map_or(self.text.len(), |at| self.caret + at)
    }

    /// At the end of a line the line end itself is what stands before the next.
    fn after_line_end(&self) -> usize {
        if self.line_end() == self.caret { self.after() } else { self.caret }
    }

    fn word_start(&self) -> usize {
        let before = self.text[..self.caret].trim_end_matches(' ');
        match before.rfind([' ', '\n']) {
            Some(at) if at + 1 < before.len() => at + 1,
            Some(end) if before.len() == self.caret => end,
            Some(_) => before.len(),
            None => 0,
        }
    }

    fn word_end(&self) -> usize {
        let rest = &self.text[self.caret..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\n']).len();
        rest[spaces..].find([' ', '\n']).map_or(self.text.len(), |at| self.caret + spaces + at)
    }

    /// The spaces with which the caret's line begins: the next one begins so too.
    fn indent(&self) -> String {
        let line = &self.text[self.line_start()..self.caret];
        line[..line.len() - line.trim_start_matches(' ').len()].to_owned()
    }
}

fn tidy(text: &str) -> String {
    clean(text).replace('\t', TAB)
}

#[cfg(test)]
mod tests;
