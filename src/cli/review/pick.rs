use super::talk::latin;

/// The letter of an item shown at `at`.
pub fn letter(at: usize) -> char {
    u8::try_from(at).ok().filter(|at| *at < 26).map_or('?', |at| char::from(b'a' + at))
}

/// The places that `a c`, `ac` or `1,3` name among `count`; `None` if anything else stands there.
pub fn places(text: &str, count: usize) -> Option<Vec<usize>> {
    let signs = latin(text);
    let place = |c: char| {
        let at = match c {
            'a'..='z' => c as usize - 'a' as usize,
            '1'..='9' => c as usize - '1' as usize,
            _ => return None,
        };
        (at < count).then_some(at)
    };
    signs.chars().filter(|c| !c.is_whitespace() && *c != ',').map(place).collect()
}

/// The places of all `count` items, each once.
pub fn arrangement(text: &str, count: usize) -> Option<Vec<usize>> {
    let places = places(text, count)?;
    let mut sorted = places.clone();
    sorted.sort_unstable();
    sorted.iter().copied().eq(0..count).then_some(places)
}

/// Whether a line agrees: `y` or `네`, or only Enter.
pub fn is_yes(line: &str) -> bool {
    let line = line.trim();
    matches!(line, "네" | "예" | "응") || matches!(latin(line).as_str(), "" | "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_hangul_name_places() {
        for (text, expected) in [
            ("a c", Some(vec![0, 2])),
            ("AC", Some(vec![0, 2])),
            ("1,3", Some(vec![0, 2])),
            ("ㅁ", Some(vec![0])),
            ("", Some(vec![])),
            ("d", None),
            ("0", None),
            ("-", None),
        ] {
            assert_eq!(places(text, 3), expected, "{text}");
        }
    }

    #[test]
    fn an_arrangement_names_each_once() {
        assert_eq!(arrangement("c a b", 3), Some(vec![2, 0, 1]));
        assert_eq!((arrangement("ca", 3), arrangement("caa", 3)), (None, None));
    }

    #[test]
    fn a_yes_is_heard_in_both_languages() {
        assert!(["", "y", "Yes", "네", "예", "ㅛ"].into_iter().all(is_yes));
        assert!(!["n", "아니요", "q"].into_iter().any(is_yes));
    }

    #[test]
    fn letters_stand_for_places() {
        assert_eq!([letter(0), letter(25), letter(26)], ['a', 'z', '?']);
    }
}
