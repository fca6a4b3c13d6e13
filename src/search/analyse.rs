use std::collections::HashMap;
use std::ops::Range;

use frostem::{Algorithm, Stemmer};

use super::korean;
use super::word::{Script, Word, words};

/// The unit that index, query and highlighter agree on: a stem, or two neighbouring syllables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What is compared.
    pub text: String,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// Turns words into what is compared, and remembers stems: the same words come again and again.
#[derive(Default)]
pub struct Analyser {
    stems: HashMap<String, String>,
}

impl Analyser {
    /// A word as glossary keys have it: a stem, or Hangul without its particle.
    pub fn norm(&mut self, word: &Word) -> String {
        match word.script {
            Script::Latin => self.stem(&word.text),
            Script::Hangul => korean::strip(&word.text).to_owned(),
            Script::Jamo | Script::Ideographs => word.text.clone(),
        }
    }

    /// The tokens of a text, in order.
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        words(text).iter().flat_map(|word| self.word_tokens(word)).collect()
    }

    /// The tokens of one word: overlapping pairs of syllables where it is Hangul of two or more.
    pub fn word_tokens(&mut self, word: &Word) -> Vec<Token> {
        let norm = self.norm(word);
        if word.script != Script::Hangul {
            return vec![Token { text: norm, range: word.range.clone() }];
        }
        let start = word.range.start;
        let ends: Vec<usize> = norm.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        if ends.len() < 2 {
            let end = start + norm.len();
            return vec![Token { text: norm, range: start..end }];
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let pairs = starts.zip(ends.iter().copied().skip(1));
        pairs.map(|(from, to)| Token { text: norm[from..to].to_owned(), range: start + from..start + to }).collect()
    }

    fn stem(&mut self, word: &str) -> String {
        const SHORTEST: usize = 4;
        if word.len() < SHORTEST || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return word.to_owned();
        }
        if let Some(stem) = self.stems.get(word) {
            return stem.clone();
        }
        let stem = Stemmer::new(Algorithm::English).stem(word).into_owned();
        self.stems.insert(word.to_owned(), stem.clone());
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = Analyser::default().tokens(text);
        let found: Vec<&str> = tokens.iter().map(|t| t.text.as_str()).collect();
        assert_eq!(found, expected, "{text}");
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
        let ranges: Vec<&str> = Analyser::default().tokens(text).into_iter().map(|t| &text[t.range]).collect();
        assert_eq!(ranges, ["a", "서브", "브넷"]);
    }
}
