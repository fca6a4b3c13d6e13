use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::analyse::Analyser;
use super::form::Form;
use super::word::words;

/// Text with the places that a query found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The places, in bytes of the text: in order, apart from each other, never empty.
    pub marks: Vec<Range<usize>>,
}

/// What a query looks for, ready to be found in any text: synonyms and both languages among it.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    how: How,
}

#[derive(Clone, Debug)]
enum How {
    /// By tokens, as the index does.
    Tokens(HashMap<u64, Vec<Pattern>>),
    /// By letters, before there is an index.
    Letters(Vec<String>),
}

/// A form behind its first token.
#[derive(Clone, Debug)]
struct Pattern {
    /// The number of the unit that it is a form of.
    unit: usize,
    rest: Vec<u64>,
}

/// A token of a text, small enough to be kept for every section.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    token: u64,
    from: u32,
    to: u32,
}

/// A place that a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The number of the unit that was found there.
    pub unit: usize,
}

impl Default for How {
    fn default() -> Self {
        How::Letters(Vec::new())
    }
}

impl Terms {
    /// Terms of forms, each with the number of its unit.
    pub fn of_forms<'a>(forms: impl IntoIterator<Item = (usize, &'a Form)>) -> Self {
        let mut patterns: HashMap<u64, Vec<Pattern>> = HashMap::new();
        for (unit, form) in forms {
            let mut tokens = form.tokens.iter().map(|token| fingerprint(token));
            if let Some(first) = tokens.next() {
                patterns.entry(first).or_default().push(Pattern { unit, rest: tokens.collect() });
            }
        }
        Terms { how: How::Tokens(patterns) }
    }

    /// Terms of words that are found wherever their letters stand; Latin case does not matter.
    #[must_use]
    pub fn of_letters(words: Vec<String>) -> Self {
        Terms { how: How::Letters(words) }
    }

    /// Whether nothing is looked for: only filters were asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.how {
            How::Tokens(patterns) => patterns.is_empty(),
            How::Letters(words) => words.is_empty(),
        }
    }

    /// The places in a text, in order and apart from each other.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        merged(self.find(text, &spots(text, &mut Analyser::default())))
    }

    /// A text with its marks.
    #[must_use]
    pub fn mark(&self, text: &str) -> Marked {
        Marked { text: text.to_owned(), marks: self.marks(text) }
    }

    /// Every place in a text whose tokens are known, overlapping ones among them.
    #[must_use]
    pub fn find(&self, text: &str, spots: &[Spot]) -> Vec<Mark> {
        match &self.how {
            How::Tokens(patterns) => by_tokens(patterns, spots),
            How::Letters(words) => by_letters(words, text),
        }
    }
}

impl Spot {
    /// A token at a place in a line.
    #[must_use]
    pub fn new(token: &str, range: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Spot { token: fingerprint(token), from: small(range.start), to: small(range.end) }
    }
}

/// The tokens of a text.
pub fn spots(text: &str, analyser: &mut Analyser) -> Vec<Spot> {
    let mut out = Vec::new();
    for word in words(text) {
        analyser.each_token(&word, |token, range| out.push(Spot::new(token, range)));
    }
    out
}

/// Sorts places and joins those that overlap or touch.
#[must_use]
pub fn merged(mut found: Vec<Mark>) -> Vec<Range<usize>> {
    found.sort_by_key(|mark| mark.range.start);
    let mut out: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for Mark { range, .. } in found {
        match out.last_mut() {
            Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

fn by_tokens(patterns: &HashMap<u64, Vec<Pattern>>, spots: &[Spot]) -> Vec<Mark> {
    let mut found = Vec::new();
    for (at, first) in spots.iter().enumerate() {
        for pattern in patterns.get(&first.token).into_iter().flatten() {
            let Some(rest) = spots.get(at + 1..at + 1 + pattern.rest.len()) else { continue };
            if rest.iter().map(|spot| spot.token).eq(pattern.rest.iter().copied()) {
                let end = rest.last().unwrap_or(first).to;
                found.push(Mark { range: first.from as usize..end as usize, unit: pattern.unit });
            }
        }
    }
    found
}

fn by_letters(words: &[String], text: &str) -> Vec<Mark> {
    let lower = text.to_ascii_lowercase(); // keeps every byte in its place
    let words = words.iter().enumerate().filter(|(_, word)| !word.is_empty());
    words
        .flat_map(|(unit, word)| {
            lower.match_indices(&word.to_ascii_lowercase()).map(move |(at, found)| Mark { range: at..at + found.len(), unit }).collect::<Vec<_>>()
        })
        .collect()
}

/// Stands for a token where many are kept; that two agree by chance could only mark a word too many.
fn fingerprint(token: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    token.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(forms: &[&str]) -> Terms {
        let mut analyser = Analyser::default();
        let forms: Vec<Form> = forms.iter().filter_map(|form| Form::of(form, &mut analyser)).collect();
        Terms::of_forms(forms.iter().enumerate())
    }

    fn picture(terms: &Terms, text: &str) -> String {
        let mut out = text.to_owned();
        for mark in terms.marks(text).iter().rev() {
            out.insert(mark.end, ']');
            out.insert(mark.start, '[');
        }
        out
    }

    #[track_caller]
    fn check(forms: &[&str], expected: &str) {
        assert_eq!(picture(&terms(forms), &expected.replace(['[', ']'], "")), expected);
    }

    #[test]
    fn a_stem_is_found_in_every_form() {
        check(&["cost"], "What it [costs]; [Cost] and coasts");
    }

    #[test]
    fn hangul_is_found_inside_a_word_and_without_its_particle() {
        check(&["서브넷"], "[서브넷]은 사설[서브넷]에 있다");
        check(&["웜스타트"], "[웜스타트], 스타트업");
    }

    #[test]
    fn a_name_is_one_mark() {
        check(&["NAT gateway"], "a [NAT gateway], no NAT and no gateway");
    }

    #[test]
    fn overlapping_places_are_one() {
        check(&["보안 그룹", "그룹 규칙"], "[보안 그룹 규칙]");
    }

    #[test]
    fn letters_are_found_anywhere() {
        let terms = Terms::of_letters(vec!["gatew".to_owned(), "서".to_owned()]);
        assert_eq!(picture(&terms, "GateWay 서브넷"), "[GateW]ay [서]브넷");
    }

    proptest::proptest! {
        #[test]
        fn marks_are_in_order_and_apart(text in "[a b가나다 ]{0,40}") {
            let marks = terms(&["a", "a b", "가나", "나다"]).marks(&text);
            proptest::prop_assert!(marks.iter().all(|m| m.start < m.end && text.get(m.clone()).is_some()));
            proptest::prop_assert!(marks.windows(2).all(|p| p[0].end < p[1].start));
        }
    }
}
