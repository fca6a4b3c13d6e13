//! Hangul below the syllable: which particle follows a word, and the keys that made a syllable.

/// The two-set keyboard: each jamo as it arrives from an input method, and the keys that make it.
const TWO_SET: &[(char, &str)] = &[
    ('ㄱ', "r"),
    ('ㄲ', "R"),
    ('ㄳ', "rt"),
    ('ㄴ', "s"),
    ('ㄵ', "sw"),
    ('ㄶ', "sg"),
    ('ㄷ', "e"),
    ('ㄸ', "E"),
    ('ㄹ', "f"),
    ('ㄺ', "fr"),
    ('ㄻ', "fa"),
    ('ㄼ', "fq"),
    ('ㄽ', "ft"),
    ('ㄾ', "fx"),
    ('ㄿ', "fv"),
    ('ㅀ', "fg"),
    ('ㅁ', "a"),
    ('ㅂ', "q"),
    ('ㅃ', "Q"),
    ('ㅄ', "qt"),
    ('ㅅ', "t"),
    ('ㅆ', "T"),
    ('ㅇ', "d"),
    ('ㅈ', "w"),
    ('ㅉ', "W"),
    ('ㅊ', "c"),
    ('ㅋ', "z"),
    ('ㅌ', "x"),
    ('ㅍ', "v"),
    ('ㅎ', "g"),
    ('ㅏ', "k"),
    ('ㅐ', "o"),
    ('ㅑ', "i"),
    ('ㅒ', "O"),
    ('ㅓ', "j"),
    ('ㅔ', "p"),
    ('ㅕ', "u"),
    ('ㅖ', "P"),
    ('ㅗ', "h"),
    ('ㅘ', "hk"),
    ('ㅙ', "ho"),
    ('ㅚ', "hl"),
    ('ㅛ', "y"),
    ('ㅜ', "n"),
    ('ㅝ', "nj"),
    ('ㅞ', "np"),
    ('ㅟ', "nl"),
    ('ㅠ', "b"),
    ('ㅡ', "m"),
    ('ㅢ', "ml"),
    ('ㅣ', "l"),
];
const INITIALS: [char; 19] = ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
const FINALS: [Option<char>; 28] = [
    None,
    Some('ㄱ'),
    Some('ㄲ'),
    Some('ㄳ'),
    Some('ㄴ'),
    Some('ㄵ'),
    Some('ㄶ'),
    Some('ㄷ'),
    Some('ㄹ'),
    Some('ㄺ'),
    Some('ㄻ'),
    Some('ㄼ'),
    Some('ㄽ'),
    Some('ㄾ'),
    Some('ㄿ'),
    Some('ㅀ'),
    Some('ㅁ'),
    Some('ㅂ'),
    Some('ㅄ'),
    Some('ㅅ'),
    Some('ㅆ'),
    Some('ㅇ'),
    Some('ㅈ'),
    Some('ㅊ'),
    Some('ㅋ'),
    Some('ㅌ'),
    Some('ㅍ'),
    Some('ㅎ'),
];

/// Whether `c` is a composed Hangul syllable.
#[must_use]
pub fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// The keys of the two-set layout that typed `c`: `ㅓ` is `j`, `하` is `gk`. `None` if `c` is no Hangul.
#[must_use]
pub fn keys(c: char) -> Option<String> {
    if !is_syllable(c) {
        return two_set(letter(c).unwrap_or(c)).map(str::to_owned);
    }
    jamo(c).map(two_set).collect()
}

/// The letter that a keyboard types for a conjoining jamo, `ㅋ` for `U+110F`. `None` if `c` is none.
#[must_use]
pub fn letter(c: char) -> Option<char> {
    let n = c as usize;
    match c {
        '\u{1100}'..='\u{1112}' => Some(INITIALS[n - 0x1100]),
        '\u{1161}'..='\u{1175}' => char::from_u32(c as u32 - 0x1161 + 'ㅏ' as u32),
        '\u{11a8}'..='\u{11c2}' => FINALS[n - 0x11a7],
        _ => None,
    }
}

/// The jamo of a syllable, as compatibility letters.
fn jamo(syllable: char) -> impl Iterator<Item = char> {
    let n = syllable as usize - '가' as usize;
    let vowel = char::from_u32('ㅏ' as u32 + (n / 28 % 21) as u32);
    [Some(INITIALS[n / 588]), vowel, FINALS[n % 28]].into_iter().flatten()
}

fn two_set(jamo: char) -> Option<&'static str> {
    TWO_SET.iter().find(|(j, _)| *j == jamo).map(|(_, keys)| *keys)
}

/// The form of a particle that follows `word`; `pair` names both, after a consonant first: `은/는`.
///
/// Digits and Latin letters are taken as they are read aloud in Korean. `으로/로` also takes `로` after ㄹ.
#[must_use]
pub fn particle<'p>(word: &str, pair: &'p str) -> &'p str {
    let (closed, open) = pair.split_once('/').unwrap_or((pair, pair));
    let end = word.chars().rev().find(|c| c.is_alphanumeric()).map_or(End::Open, end_of);
    match end {
        End::Open => open,
        End::Rieul if closed == "으로" => open,
        End::Closed | End::Rieul => closed,
    }
}

#[derive(Clone, Copy)]
enum End {
    Open,
    Rieul,
    Closed,
}

/// How the last letter of a word sounds: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔; L 엘, M 엠, N 엔, R 알.
fn end_of(c: char) -> End {
    match c.to_ascii_lowercase() {
        '1' | '7' | '8' | 'l' | 'r' => End::Rieul,
        '0' | '3' | '6' | 'm' | 'n' => End::Closed,
        c if is_syllable(c) => match FINALS[(c as usize - '가' as usize) % 28] {
            None => End::Open,
            Some('ㄹ') => End::Rieul,
            Some(_) => End::Closed,
        },
        _ => End::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_goes_back_to_its_keys() {
        for (c, expected) in [('ㅓ', Some("j")), ('하', Some("gk")), ('값', Some("rkqt")), ('의', Some("dml")), ('ㄳ', Some("rt")), ('a', None), ('日', None)]
        {
            assert_eq!(keys(c).as_deref(), expected, "{c}");
        }
    }

    #[test]
    fn conjoining_jamo_are_the_letters_of_the_keyboard() {
        for (c, expected) in [('\u{110f}', Some('ㅋ')), ('\u{1175}', Some('ㅣ')), ('\u{11b9}', Some('ㅄ')), ('ㅋ', None), ('x', None)] {
            assert_eq!(letter(c), expected, "{c}");
        }
        assert_eq!(keys('\u{110f}').as_deref(), Some("z"));
    }

    #[test]
    fn particles_follow_the_sound() {
        for (word, pair, expected) in [
            ("서브넷", "은/는", "은"),
            ("게이트웨이", "은/는", "는"),
            ("서울", "으로/로", "로"),
            ("집", "으로/로", "으로"),
            ("10.0.0.0/16", "이/가", "이"),
            ("10.0.0.0/24", "이/가", "가"),
            ("VPC", "을/를", "를"),
            ("`NACL`", "을/를", "을"),
            ("", "은/는", "는"),
        ] {
            assert_eq!(particle(word, pair), expected, "{word} {pair}");
        }
    }
}
