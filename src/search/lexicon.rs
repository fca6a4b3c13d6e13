use std::collections::HashMap;

use super::typed::{starting, strokes};

/// Every word of the lessons as written, for the end of a query that is still being typed.
///
/// A prefix is expanded here and not by the index, whose prefix queries score all words alike.
#[derive(Default)]
pub struct Lexicon {
    /// By strokes: each word and the number of sections that have it.
    words: Vec<(String, (String, u32))>,
}

impl Lexicon {
    /// Sorts counted words for looking up.
    #[must_use]
    pub fn new(counted: HashMap<String, u32>) -> Self {
        let mut words: Vec<_> = counted.into_iter().map(|(word, sections)| (strokes(&word), (word, sections))).collect();
        words.sort();
        Lexicon { words }
    }

    /// The words that begin with what was typed, the most frequent first, at most `limit`.
    #[must_use]
    pub fn completions(&self, typed: &str, limit: usize) -> Vec<&str> {
        let mut found: Vec<&(String, u32)> = starting(&self.words, &strokes(typed)).iter().map(|(_, word)| word).collect();
        found.sort_by_key(|(word, sections)| (std::cmp::Reverse(*sections), word.len()));
        found.into_iter().take(limit).map(|(word, _)| word.as_str()).collect()
    }
}
