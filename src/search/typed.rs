use crate::text::hangul;

/// The keys that type a word, so that a word half typed is a prefix of it: `파티셔` of `파티션`.
///
/// Hangul goes back to the two-set keyboard behind a mark, which no Latin word has: `서브` is not
/// `tjqm`. A syllable takes the next one's consonant while it is typed (`맑` on the way to `말가`),
/// and only the keys know that these agree.
#[must_use]
pub fn strokes(word: &str) -> String {
    const HANGUL: char = '\u{1}';
    let mut out = String::with_capacity(word.len() + 1);
    let mut in_hangul = false;
    for c in word.chars() {
        let keys = hangul::keys(c);
        if keys.is_some() && !in_hangul {
            out.push(HANGUL);
        }
        in_hangul = keys.is_some();
        match keys {
            Some(keys) => out.push_str(&keys),
            None => out.push(c),
        }
    }
    out
}

/// The part of `sorted` whose strokes begin with `prefix`.
pub fn starting<'a, T>(sorted: &'a [(String, T)], prefix: &str) -> &'a [(String, T)] {
    let from = sorted.partition_point(|(strokes, _)| strokes.as_str() < prefix);
    let count = sorted[from..].partition_point(|(strokes, _)| strokes.starts_with(prefix));
    &sorted[from..from + count]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_half_typed_begins_the_word() {
        for (typed, word) in [("파티셔", "파티션"), ("맑", "말가"), ("콜드스ㅌ", "콜드스타트"), ("오", "와"), ("gatew", "gateway"), ("nat게", "nat게이트웨이")]
        {
            assert!(strokes(word).starts_with(&strokes(typed)), "{typed} {word}");
        }
    }

    #[test]
    fn hangul_is_no_latin_word() {
        assert!(!strokes("서브넷").starts_with("tj"));
    }

    #[test]
    fn a_prefix_finds_its_words() {
        let sorted: Vec<(String, usize)> = ["ab", "abc", "abd", "b"].iter().enumerate().map(|(i, w)| ((*w).to_owned(), i)).collect();
        assert_eq!(starting(&sorted, "ab").len(), 3);
        assert_eq!(starting(&sorted, "ac").len(), 0);
        assert_eq!(starting(&sorted, "").len(), 4);
    }
}
