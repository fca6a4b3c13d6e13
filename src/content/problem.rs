use std::ops::Range;
use std::sync::Arc;

use crate::text::Message;

/// Something wrong in a file of a course: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file and its text.
    pub source: Source,
    /// The bytes of the text that are meant.
    pub span: Range<usize>,
    /// A machine code such as `broken-link`: stable, for `--json`.
    pub code: &'static str,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub hint: Option<Message>,
}

/// A file of a course: its path below the course and its cleaned text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The path, `vpc/nat-gateway.md`.
    pub file: Arc<str>,
    /// The text that spans count in.
    pub text: Arc<str>,
}

impl Source {
    /// A file with its text.
    pub fn new(file: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Source { file: file.into(), text: text.into() }
    }

    /// A problem at `span`.
    #[must_use]
    pub fn problem(&self, span: Range<usize>, code: &'static str, message: Message) -> Problem {
        Problem { source: self.clone(), span, code, message, hint: None }
    }
}

impl Problem {
    /// Adds how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Line and column of its beginning, both from 1, the column in characters.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        place(&self.source.text, self.span.start)
    }

    /// Line and column of the first character after it.
    #[must_use]
    pub fn end(&self) -> (usize, usize) {
        place(&self.source.text, self.span.end)
    }
}

fn place(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_knows_its_place() {
        let source = Source::new("a.md", "가나\n다라");
        let at = source.text.find('라').unwrap_or_default();
        assert_eq!(source.problem(at..at + 3, "x", Message::new("x")).place(), (2, 2));
        assert_eq!(source.problem(at..at + 3, "x", Message::new("x")).end(), (2, 3));
        assert_eq!(source.problem(0..0, "x", Message::new("x")).place(), (1, 1));
    }
}
