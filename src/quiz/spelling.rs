use unicode_normalization::UnicodeNormalization;

use crate::text::{half_width, hangul};

/// Particles and endings that a learner may leave out or add, the longest first.
const PARTICLES: &str = "에서는 입니다 이에요 에게 에는 에서 으로 까지 부터 이다 예요 은 는 이 가 을 를 과 와 의 에 로 요";

/// The particles that follow only one kind of sound, as [`hangul::particle`] knows them.
const PAIRS: [&str; 6] = ["은/는", "이/가", "을/를", "과/와", "으로/로", "이에요/예요"];

/// NFC without white space at the ends: what `exact` compares.
pub(super) fn composed(text: &str) -> String {
    text.trim().nfc().collect()
}

/// Whether two answers say the same, but for case, full-width forms, spaces and a particle at the end.
pub(super) fn same(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let (stem_a, stem_b) = (without_particle(&a), without_particle(&b));
    a == b || stem_a == b || a == stem_b || stem_a == stem_b
}

/// NFC, full-width forms as ASCII, lower case, one space between words and none beside Hangul.
pub(super) fn fold(text: &str) -> String {
    let half_width: String = text.nfc().map(half_width).flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(half_width.len());
    for word in half_width.split_whitespace() {
        let beside_hangul = out.chars().next_back().is_some_and(is_hangul) || word.starts_with(is_hangul);
        if !out.is_empty() && !beside_hangul {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The word without the particle at its end, where what is left is a word.
///
/// A single syllable is left alone: `도로` is no `도` with a particle. `도` and `만` are not among
/// the particles, because behind a number they are units.
pub(super) fn without_particle(word: &str) -> &str {
    let stems = PARTICLES.split(' ').filter_map(|particle| word.strip_suffix(particle).map(|stem| (stem, particle)));
    stems.filter(|(stem, particle)| is_stem(stem) && follows(stem, particle)).map(|(stem, _)| stem).next().unwrap_or(word)
}

fn is_stem(stem: &str) -> bool {
    match stem.chars().next_back() {
        Some(c) if is_hangul(c) => stem.chars().count() > 1,
        Some(c) => c.is_alphanumeric() || matches!(c, ')' | '"' | '\'' | '`' | '%'),
        None => false,
    }
}

/// Whether the particle has the form that the sound before it asks for. Latin letters and digits are read in more than one way.
fn follows(stem: &str, particle: &str) -> bool {
    if !stem.ends_with(is_hangul) {
        return true;
    }
    PAIRS.iter().filter(|pair| pair.split('/').any(|form| form == particle)).all(|pair| hangul::particle(stem, pair) == particle)
}

fn is_hangul(c: char) -> bool {
    hangul::is_syllable(c) || ('\u{3131}'..='\u{318e}').contains(&c)
}
