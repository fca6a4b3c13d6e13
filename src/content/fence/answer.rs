use std::ops::Range;

use crate::content::{Accepted, Problem, Source};
use crate::text::Message;

/// The answers in `text`, which a bare bar parts; `\|` is a bar and `\{{` are braces.
///
/// A number may be followed by ` +- ` and how far an answer may be off.
pub(super) fn alternatives(source: &Source, text: &str, span: &Range<usize>, problems: &mut Vec<Problem>) -> Vec<Accepted> {
    let mut accepted = Vec::new();
    for part in parts(text) {
        let part = part.trim();
        if part.is_empty() {
            problems.push(source.problem(span.clone(), "empty-answer", Message::new("content-empty-answer")));
            continue;
        }
        if part.len() > 1 && part.starts_with('`') && part.ends_with('`') {
            let message = Message::new("content-ticks-in-answer").with("answer", part.trim_matches('`').to_owned());
            problems.push(source.problem(span.clone(), "ticks-in-answer", message).hint(Message::new("content-ticks-in-answer-hint")));
        }
        accepted.push(tolerant(part));
    }
    accepted
}

/// Parts text at bars without a backslash and takes the backslashes of `\|` and `\{{` away.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (taken, kept) = match rest {
            _ if rest.starts_with(r"\|") => (2, "|"),
            _ if rest.starts_with(r"\{{") => (3, "{{"),
            _ if c == '|' => {
                parts.push(String::new());
                rest = &rest[1..];
                continue;
            }
            _ => (c.len_utf8(), &rest[..c.len_utf8()]),
        };
        if let Some(last) = parts.last_mut() {
            last.push_str(kept);
        }
        rest = &rest[taken..];
    }
    parts
}

/// `0.059 +- 0.001` as a number and its tolerance; a unit may follow either.
fn tolerant(text: &str) -> Accepted {
    let whole = || Accepted { text: text.to_owned(), tolerance: None };
    let Some((value, off)) = text.split_once("+-").or_else(|| text.split_once('±')) else { return whole() };
    let ((number, unit), (off, off_unit)) = (number_and_unit(value.trim()), number_and_unit(off.trim()));
    if number.is_empty() || off.is_empty() || off.starts_with('-') || !(unit.is_empty() || off_unit.is_empty() || unit == off_unit) {
        return whole();
    }
    let unit = if unit.is_empty() { off_unit } else { unit };
    let text = if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") };
    Accepted { text, tolerance: Some(off.replace([',', '_'], "")) }
}

/// A number with digits, separators, point and sign, and what follows it.
fn number_and_unit(text: &str) -> (&str, &str) {
    let signless = text.trim_start_matches(['-', '+', '$']);
    let end = text.len() - signless.len() + signless.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '_'))).unwrap_or(signless.len());
    if text[..end].bytes().any(|b| b.is_ascii_digit()) { (&text[..end], text[end..].trim()) } else { ("", text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let mut problems = Vec::new();
        let accepted = alternatives(&Source::default(), text, &(0..0), &mut problems);
        let accepted: Vec<_> = accepted.iter().map(|a| (a.text.as_str(), a.tolerance.as_deref())).collect();
        assert_eq!((accepted.as_slice(), problems.len()), (expected, 0), "{text}");
    }

    #[test]
    fn a_bare_bar_parts_alternatives() {
        check("NAT gateway|NAT GW", &[("NAT gateway", None), ("NAT GW", None)]);
        check(r"a \| b|c", &[("a | b", None), ("c", None)]);
        check(r"\{{x}}", &[("{{x}}", None)]);
        check(r"C:\dir", &[(r"C:\dir", None)]);
        check("::1", &[("::1", None)]);
    }

    #[test]
    fn a_number_may_have_a_tolerance() {
        check("0.059 +- 0.001", &[("0.059", Some("0.001"))]);
        check("4 +- 0.5 KB|5 KB", &[("4 KB", Some("0.5")), ("5 KB", None)]);
        check("4 KB +- 1", &[("4 KB", Some("1"))]);
        check("1,000 +- 1,0", &[("1,000", Some("10"))]);
        check("a +- b", &[("a +- b", None)]);
        check("4 KB +- 1 MB", &[("4 KB +- 1 MB", None)]);
    }

    #[test]
    fn nothing_is_no_answer() {
        let mut problems = Vec::new();
        let accepted = alternatives(&Source::default(), "a||`b`", &(0..0), &mut problems);
        assert_eq!(accepted.len(), 2);
        assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["empty-answer", "ticks-in-answer"]);
    }
}
