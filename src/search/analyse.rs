use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use frostem::{Algorithm, Stemmer};

use super::korean;
use super::word::{Script, Word};

/// Turns words into what is compared, and remembers them: the same words come again and again.
///
/// Index, query and highlighter all use it, so that they agree.
#[derive(Default)]
pub struct Analyser {
    norms: HashMap<String, Rc<str>>,
}

impl Analyser {
    /// A word as glossary keys have it: a stem, or Hangul without its particle.
    pub fn norm(&mut self, word: &Word) -> Rc<str> {
        if let Some(norm) = self.norms.get(&word.text) {
            return Rc::clone(norm);
        }
        let norm: Rc<str> = match word.script {
            Script::Latin => stem(&word.text).into(),
            Script::Hangul => korean::strip(&word.text).into(),
            Script::Jamo | Script::Ideographs => word.text.as_str().into(),
        };
        self.norms.insert(word.text.clone(), Rc::clone(&norm));
        norm
    }

    /// The tokens of a word with their places: overlapping pairs of syllables where it is Hangul of
    /// two or more, otherwise the word.
    pub fn each_token(&mut self, word: &Word, mut visit: impl FnMut(&str, Range<usize>)) {
        let norm = self.norm(word);
        if word.script != Script::Hangul {
            return visit(&norm, word.range.clone());
        }
        let start = word.range.start;
        let ends = norm.char_indices().map(|(at, c)| at + c.len_utf8());
        let pairs = std::iter::once(0).chain(ends.clone()).zip(ends.skip(1));
        let mut alone = true;
        for (from, to) in pairs {
            visit(&norm[from..to], start + from..start + to);
            alone = false;
        }
        if alone {
            visit(&norm, start..start + norm.len());
        }
    }

    /// The tokens of some words, in order.
    pub fn tokens(&mut self, words: &[Word]) -> Vec<String> {
        let mut out = Vec::with_capacity(words.len());
        for word in words {
            self.each_token(word, |token, _| out.push(token.to_owned()));
        }
        out
    }
}

fn stem(word: &str) -> Cow<'_, str> {
    const SHORTEST: usize = 4;
    if word.len() < SHORTEST || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Stemmer::new(Algorithm::English).stem(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::word::words;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(Analyser::default().tokens(&words(text)), expected, "{text}");
    }

    #[test]
    fn english_is_stemmed() {
        check("Subnets cost; pricing was k8s", &["subnet", "cost", "price", "was", "k8s"]);
    }

    #[test]
    fn hangul_becomes_pairs_without_its_particle() {
        check("서브넷은 키", &["서브", "브넷", "키"]);
        check("게이트웨이로", &["게이", "이트", "트웨", "웨이"]);
    }

    #[test]
    fn ranges_leave_the_particle_out() {
        let text = "a 서브넷은";
        let mut ranges = Vec::new();
        for word in words(text) {
            Analyser::default().each_token(&word, |_, range| ranges.push(&text[range]));
        }
        assert_eq!(ranges, ["a", "서브", "브넷"]);
    }
}
