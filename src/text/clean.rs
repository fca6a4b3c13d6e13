use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Makes text from a file fit for a terminal: NFC, LF line ends, no byte order mark, and a
/// visible sign in the place of every control character.
///
/// NFD Hangul is drawn wrong by terminals and would be another card id, so it is composed. An
/// escape sequence keeps its letters, but its `ESC` becomes `U+FFFD`, so that it does nothing.
#[must_use]
pub fn clean(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    let text = if is_nfc(&text) { text } else { text.nfc().collect() };
    showable(&text).into_owned()
}

/// The text with a visible sign in the place of each character that must not reach a terminal.
///
/// [`clean`] does this to every text that comes in; but a clean scenario can hold an escape such as
/// `\u001b` in a string, which becomes the character itself when it is read. So what goes out to a
/// person goes through here again.
#[must_use]
pub fn showable(text: &str) -> Cow<'_, str> {
    if text.chars().any(unshowable) { text.chars().map(|c| if unshowable(c) { '\u{fffd}' } else { c }).collect() } else { text.into() }
}

/// Whether a character can be shown and is in NFC wherever it stands: nearly all of every file.
///
/// It is here for speed alone: to look up each syllable in tables takes its time at every start.
fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{a0}'..='\u{ff}' | '가'..='힣' | '\u{2010}'..='\u{2027}' | '←'..='↙' | '−' | '─'..='◿' | '✓' | '✗')
}

/// The same for one line: line ends and tabs become spaces.
#[must_use]
pub fn clean_line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ")
}

/// Whether a character must not reach a terminal: controls other than line feed and tab, and the
/// marks that turn the direction of the text around them.
#[must_use]
pub fn unshowable(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// The ASCII character that a full-width form stands for, as a Korean input method writes it.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::*;

    #[test]
    fn an_escape_sequence_is_made_harmless() {
        assert_eq!(clean("\u{feff}a\x1b[2Jb\r\nc\u{9b}31m\u{202e}"), "a\u{fffd}[2Jb\nc\u{fffd}31m\u{fffd}");
    }

    #[test]
    fn decomposed_hangul_is_composed() {
        assert_eq!(clean("서브"), "서브");
    }

    #[test]
    fn what_is_plain_needs_no_cleaning() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            assert!(!unshowable(c) && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes, "{c:?}");
        }
        assert!(!is_plain('\u{1100}') && !is_plain('\u{301}') && !is_plain('\r'));
    }

    #[test]
    fn a_line_stays_one() {
        assert_eq!(clean_line("a\tb\r\nc"), "a b c");
    }

    #[test]
    fn full_width_forms_become_ascii() {
        let plain: String = "ＮＡＴ　１０．０．０．０／８ 서브넷".chars().map(half_width).collect();
        assert_eq!(plain, "NAT 10.0.0.0/8 서브넷");
    }
}
