//! What a text was before each edit. Letters typed one after the other are one edit, as a word is.

/// The most edits that are kept.
const MOST: usize = 1000;

/// A text with its caret.
type Shot = (String, usize);

/// Texts before and after the one that is shown.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Shot>,
    future: Vec<Shot>,
    last: Option<Last>,
}

/// The last edit, while another may still become part of it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Last {
    kind: Kind,
    /// Where the caret stood after it.
    caret: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Typed,
    Deleted,
}

impl History {
    /// How many edits can be taken back.
    pub fn edits(&self) -> usize {
        self.past.len()
    }

    /// `new` is about to be typed at the caret. A word ends where a space or line end follows it.
    pub fn typed(&mut self, text: &str, caret: usize, new: &str) {
        let goes_on = new.trim() == new && new.chars().count() == 1;
        self.keep(text, caret, Kind::Typed, goes_on);
    }

    /// Something is about to be deleted.
    pub fn deleted(&mut self, text: &str, caret: usize) {
        self.keep(text, caret, Kind::Deleted, true);
    }

    /// An edit is about to be made that joins no other.
    pub fn edited(&mut self, text: &str, caret: usize) {
        self.last = None;
        self.push(text, caret);
    }

    /// An edit was made; the caret stands here now.
    pub fn ended(&mut self, caret: usize) {
        if let Some(last) = &mut self.last {
            last.caret = caret;
        }
    }

    /// The caret was moved: what is typed next is an edit of its own.
    pub fn moved(&mut self) {
        self.last = None;
    }

    /// The text before the last edit, for the one that is shown.
    pub fn undo(&mut self, text: &str, caret: usize) -> Option<Shot> {
        self.last = None;
        let shot = self.past.pop()?;
        self.future.push((text.to_owned(), caret));
        Some(shot)
    }

    /// The text that was taken back last, for the one that is shown.
    pub fn redo(&mut self, text: &str, caret: usize) -> Option<Shot> {
        self.last = None;
        let shot = self.future.pop()?;
        self.past.push((text.to_owned(), caret));
        Some(shot)
    }

    fn keep(&mut self, text: &str, caret: usize, kind: Kind, goes_on: bool) {
        let joins = goes_on && self.last == Some(Last { kind, caret });
        if !joins {
            self.push(text, caret);
        }
        self.last = Some(Last { kind, caret });
    }

    fn push(&mut self, text: &str, caret: usize) {
        self.future.clear();
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.past.push((text.to_owned(), caret));
    }
}
