use std::collections::HashMap;

use super::typed::{starting, strokes};

/// Every word of the lessons as written, for the end of a query that is still being typed.
///
/// A prefix is expanded here and not by the index, whose prefix queries score all words alike.
#[derive(Default)]
pub struct Lexicon {
    /// By strokes: each word and the number of sections that have it.
    words: Vec<(String, (String, u32))>,
    /// The number of sections.
    sections: u32,
}

/// A word that goes on as a query ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Completion<'a> {
    /// The word.
    pub word: &'a str,
    /// How much it counts, from 0 to 1: a rarer word less.
    ///
    /// The index finds a rare word telling, but it was not typed: each completion is to count as the
    /// most frequent one does, or `ke` would be about `keytool` before it is about `key`.
    pub share: f32,
}

impl Lexicon {
    /// Sorts the words of so many sections, each with the number of those that have it.
    #[must_use]
    pub fn new(counted: HashMap<String, u32>, sections: u32) -> Self {
        let mut words: Vec<_> = counted.into_iter().map(|(word, count)| (strokes(&word), (word, count))).collect();
        words.sort();
        Lexicon { words, sections }
    }

    /// Whether a section has exactly this word.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        starting(&self.words, &strokes(word)).first().is_some_and(|(_, (first, _))| first == word)
    }

    /// The words that begin with what was typed, the most frequent first, at most `limit`.
    #[must_use]
    pub fn completions(&self, typed: &str, limit: usize) -> Vec<Completion<'_>> {
        let mut found: Vec<&(String, u32)> = starting(&self.words, &strokes(typed)).iter().map(|(_, word)| word).collect();
        found.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), word.len()));
        found.truncate(limit);
        let common = found.first().map_or(0.0, |(_, count)| self.rarity(*count));
        found.into_iter().map(|(word, count)| Completion { word, share: common / self.rarity(*count) }).collect()
    }

    /// How telling a word is that stands in `count` sections, as BM25 has it.
    #[expect(clippy::cast_precision_loss, reason = "sections are counted in thousands")]
    fn rarity(&self, count: u32) -> f32 {
        let (all, count) = (self.sections.max(count) as f32, count as f32);
        ((all - count + 0.5) / (count + 0.5)).ln_1p()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rarer_completion_counts_less() {
        let lexicon = Lexicon::new([("key", 20), ("keys", 20), ("keytool", 1), ("lock", 3)].map(|(w, n)| (w.to_owned(), n)).into(), 100);
        let found: Vec<(&str, bool)> = lexicon.completions("ke", 3).iter().map(|c| (c.word, c.share >= 1.0)).collect();
        assert_eq!(found, [("key", true), ("keys", true), ("keytool", false)]);
        assert_eq!(lexicon.completions("ke", 2).len(), 2);
        assert!(lexicon.completions("x", 2).is_empty());
    }
}
