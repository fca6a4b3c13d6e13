use std::ops::Range;

use super::Failure;
use super::fence_mark;
use crate::content::keys::did_you_mean;
use crate::content::{Problem, QuestionId, Source};
use crate::text::Message;

/// The opening line of a fence: its kind, then words, `key=value` and `key="value"`.
///
/// It is read from the raw text: Markdown would take backslashes and entities out of it.
pub(super) struct Opening {
    /// `quiz`, `sim` or `drill`.
    pub(super) kind: String,
    source: Source,
    line: Range<usize>,
    words: Vec<Word>,
}

struct Word {
    key: String,
    value: Option<String>,
    span: Range<usize>,
}

impl Opening {
    pub(super) fn read(source: &Source, line: &Range<usize>, problems: &mut Vec<Problem>) -> Opening {
        let text = source.text.get(line.clone()).unwrap_or_default();
        let start = text.len() - text.trim_start().len() + fence_mark(text).len();
        let mut words = split(text, start).into_iter().map(|(at, end)| word(&text[at..end], line.start + at..line.start + end));
        let kind = words.next().map(|w| w.key).unwrap_or_default();
        let words: Vec<Word> = words.collect();
        for open in words.iter().filter(|w| w.value.as_deref().is_some_and(|v| v.contains('"'))) {
            problems.push(source.problem(open.span.clone(), "open-quote", Message::new("content-open-quote").with("key", open.key.clone())));
        }
        Opening { kind, source: source.clone(), line: line.clone(), words }
    }

    /// The next bare word: the id of a question, the name of a simulator.
    ///
    /// # Errors
    ///
    /// A problem with the message `missing` where there is none.
    pub(super) fn name(&mut self, missing: &'static str) -> Result<(String, Range<usize>), Failure> {
        if self.words.first().is_some_and(|w| w.value.is_none()) {
            let word = self.words.remove(0);
            return Ok((word.key, word.span));
        }
        Err(Box::new(self.source.problem(self.line.clone(), "missing-name", Message::new(missing))))
    }

    /// Whether a bare word stands there.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        let at = self.words.iter().position(|w| w.key == name && w.value.is_none());
        at.map(|at| self.words.remove(at)).is_some()
    }

    /// The value of a key and where it stands.
    pub(super) fn value(&mut self, name: &str) -> Option<(String, Range<usize>)> {
        let at = self.words.iter().position(|w| w.key == name && w.value.is_some())?;
        let word = self.words.remove(at);
        Some((word.value.unwrap_or_default(), word.span))
    }

    /// An id given by a key.
    pub(super) fn id(&mut self, name: &str, problems: &mut Vec<Problem>) -> Option<QuestionId> {
        let (id, span) = self.value(name)?;
        self.check_id(&id, span, problems);
        Some(QuestionId::new(id))
    }

    /// `level=1` to `level=3`.
    pub(super) fn level(&mut self, problems: &mut Vec<Problem>) -> Option<u8> {
        let (value, span) = self.value("level")?;
        let level = value.parse().ok().filter(|level| (1..=3).contains(level));
        if level.is_none() {
            problems.push(self.source.problem(span, "bad-level", Message::new("content-bad-level").with("value", value)));
        }
        level
    }

    /// Reports an id that could not be part of a card's id.
    pub(super) fn check_id(&self, id: &str, span: Range<usize>, problems: &mut Vec<Problem>) {
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')) {
            problems.push(self.source.problem(span, "bad-id", Message::new("content-bad-id").with("id", id.to_owned())));
        }
    }

    /// Reports every word that nobody asked for.
    pub(super) fn finish(&mut self, known: &[&str], problems: &mut Vec<Problem>) {
        for word in self.words.drain(..) {
            let message = Message::new("content-unknown-attribute").with("word", word.key.clone());
            let hint = if known.is_empty() { Message::new("content-no-attributes") } else { did_you_mean(&word.key, known) };
            problems.push(self.source.problem(word.span, "unknown-attribute", message).hint(hint));
        }
    }
}

/// Where the words of a line begin and end; a space between double quotes ends none.
fn split(text: &str, from: usize) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quoted = false;
    for (at, c) in text.char_indices().filter(|(at, _)| *at >= from) {
        if c.is_whitespace() && !quoted {
            words.extend(start.take().map(|start| (start, at)));
        } else {
            start = start.or(Some(at));
            quoted ^= c == '"';
        }
    }
    words.extend(start.map(|start| (start, text.len())));
    words
}

fn word(text: &str, span: Range<usize>) -> Word {
    let Some((key, value)) = text.split_once('=') else {
        return Word { key: text.to_owned(), value: None, span };
    };
    let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value);
    Word { key: key.to_owned(), value: Some(bare.to_owned()), span }
}
