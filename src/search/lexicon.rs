use std::collections::HashMap;

use super::stop::is_stop;
use super::typed::{starting, strokes};
use super::word::{Script, Word};

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
    pub fn new(counted: impl IntoIterator<Item = (String, u32)>, sections: u32) -> Self {
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

/// Counts in how many sections each word stands, while they are read one after another.
#[derive(Default)]
pub struct Counts {
    /// The count, and the last section that was counted.
    words: HashMap<String, (u32, u32)>,
    /// The number of sections that have been read.
    sections: u32,
}

impl Counts {
    /// Counts a word of the section that is being read; `norm` is what is left of Hangul without its particle.
    pub fn add(&mut self, word: &Word, norm: &str) {
        let text = match word.script {
            Script::Latin => word.text.as_str(),
            Script::Hangul => norm,
            Script::Jamo | Script::Ideographs => return,
        };
        let now = self.sections + 1;
        match self.words.get_mut(text) {
            Some((_, last)) if *last == now => {}
            Some((count, last)) => (*count, *last) = (*count + 1, now),
            None => drop(self.words.insert(text.to_owned(), (1, now))),
        }
    }

    /// The section has been read.
    pub fn end_section(&mut self) {
        self.sections += 1;
    }
}

impl From<Counts> for Lexicon {
    /// Nobody looks for stop words, so none completes what was typed.
    fn from(counts: Counts) -> Self {
        let words = counts.words.into_iter().filter(|(word, _)| !is_stop(word));
        Lexicon::new(words.map(|(word, (count, _))| (word, count)), counts.sections)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::word::words;

    #[test]
    fn a_rarer_completion_counts_less() {
        let lexicon = Lexicon::new([("key", 20), ("keys", 20), ("keytool", 1), ("lock", 3)].map(|(w, n)| (w.to_owned(), n)), 100);
        let found: Vec<(&str, bool)> = lexicon.completions("ke", 3).iter().map(|c| (c.word, c.share >= 1.0)).collect();
        assert_eq!(found, [("key", true), ("keys", true), ("keytool", false)]);
        assert_eq!(lexicon.completions("ke", 2).len(), 2);
        assert!(lexicon.completions("x", 2).is_empty());
    }

    #[test]
    fn a_word_is_counted_once_a_section_and_without_its_particle() {
        let mut counts = Counts::default();
        for section in ["key key, the", "키를 key", "서브넷은 서브넷"] {
            for word in words(section) {
                counts.add(&word, crate::search::korean::strip(&word.text));
            }
            counts.end_section();
        }
        let mut words: Vec<(String, u32)> = Lexicon::from(counts).words.into_iter().map(|(_, word)| word).collect();
        words.sort();
        assert_eq!(words, [("key", 2), ("서브넷", 1), ("키를", 1)].map(|(word, count)| (word.to_owned(), count)));
    }
}
