use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::clean_line;

/// The number of terminal cells that a line of text takes; Hangul syllables take two.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The longest beginning of `text` that fits into `cells`, ended by `…` if something was cut.
#[must_use]
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let w = width(grapheme);
        if used + w + 1 > cells {
            break;
        }
        used += w;
        out.push_str(grapheme);
    }
    if cells > 0 {
        out.push('…');
    }
    out
}

/// A text as it is repeated in a sentence: on one line, of a long one its first 80 characters, ended by `…`.
///
/// What a learner pasted may be megabytes on one line, and a complaint about it must stay readable.
#[must_use]
pub fn excerpt(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", clean_line(&text[..end])),
        None => clean_line(text),
    }
}

/// `text` cut or filled with spaces to exactly `cells`.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut out = cut(text, cells);
    let used = width(&out);
    out.extend(std::iter::repeat_n(' ', cells.saturating_sub(used)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_is_measured_in_cells() {
        assert_eq!(width("서브넷 a"), 8);
        assert_eq!(cut("서브넷", 5), "서브…");
        assert_eq!(cut("서브넷", 4), "서…");
        assert_eq!(pad("서브넷", 4), "서… ");
        assert_eq!(pad("ab", 4), "ab  ");
        assert_eq!(cut("abc", 0), "");
    }

    #[test]
    fn a_long_text_is_repeated_in_part() {
        assert_eq!(excerpt("서브넷"), "서브넷");
        assert_eq!(excerpt(&"가".repeat(81)), format!("{}…", "가".repeat(80)));
        assert_eq!(excerpt("a\tb\u{1b}[1m\n"), "a b\u{fffd}[1m ");
    }
}
