//! A refusal under the line that it means, with carets. Of a very long line stands the part that is meant.

use super::paint::Paint;
use crate::sim::{Refusal, Tone};
use crate::text::{Message, Texts, clean_line, width};

/// The line, carets under what is refused, code, sentence, hint and what to write instead.
#[must_use]
pub fn complaint(refusal: &Refusal, scenario: &str, texts: &Texts, paint: Paint) -> String {
    let (number, line, before, wide) = place(refusal, scenario);
    let gutter = if scenario.trim_end().contains('\n') { format!("{number}> ") } else { "> ".to_owned() };
    let code = paint.tone(Tone::Strong, refusal.code);
    let carets = paint.tone(Tone::Bad, &"^".repeat(wide));
    let mut text = format!("{gutter}{line}\n{}{carets} {code}  {}\n", " ".repeat(gutter.len() + before), texts.say(&refusal.message));
    if let Some(hint) = &refusal.hint {
        text.push_str(&format!("  {}\n", texts.say(hint)));
    }
    if let Some(mend) = &refusal.mend {
        let mended = mend.apply(scenario, "");
        let line = mended.lines().nth(number - 1).unwrap_or_default().trim();
        text.push_str(&format!("  {}\n", texts.say(&Message::new("sim-mend").with("line", clean_line(line)))));
    }
    text
}

/// The most bytes that are shown before what is meant, of it, and after it.
const AROUND: usize = 160;

/// The number of the line, its text, and in cells where the carets begin and how many there are.
fn place(refusal: &Refusal, scenario: &str) -> (usize, String, usize, usize) {
    let start = floor(scenario, refusal.at.start);
    let end = floor(scenario, refusal.at.end).max(start);
    let head = &scenario[..start];
    let begin = head.rfind('\n').map_or(0, |i| i + 1);
    let line_end = scenario[start..].find('\n').map_or(scenario.len(), |i| start + i);
    let end = end.min(line_end).max(start).min(floor(scenario, start + AROUND));
    let left = if start - begin > AROUND { floor(scenario, start - AROUND) } else { begin };
    let right = if line_end - end > AROUND { floor(scenario, end + AROUND) } else { line_end };
    let more = |is: bool| if is { "…" } else { "" };
    let line = format!("{}{}{}", more(left > begin), clean_line(&scenario[left..right]), more(right < line_end));
    let before = width(&clean_line(&scenario[left..start])) + usize::from(left > begin);
    let wide = width(&clean_line(&scenario[start..end])).max(1);
    (head.matches('\n').count() + 1, line, before, wide)
}

fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (at.saturating_sub(3)..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Color;
    use crate::sim::Change;
    use crate::text::Lang;

    #[track_caller]
    fn check(scenario: &str, at: std::ops::Range<usize>, expected: &str) {
        let refusal = Refusal { code: "E_X", at, message: Message::new("cidr-e-net"), hint: None, mend: None };
        let text = complaint(&refusal, scenario, Texts::of(Lang::En), Paint::stdout(Color::Never));
        assert_eq!(text, format!("{expected} E_X  a network is missing\n"));
    }

    #[test]
    fn carets_stand_under_what_is_meant() {
        check("10.0.300.0/24", 5..8, "> 10.0.300.0/24\n       ^^^");
        check("정보 10.0.300.0", 12..15, "> 정보 10.0.300.0\n            ^^^");
        check("join", 4..4, "> join\n      ^");
        check("a\nb c\nd", 4..5, "2> b c\n     ^");
        check("a\tb\x1b", 2..99, "> a b\u{fffd}\n    ^^");
        check("가", 1..2, "> 가\n  ^");
    }

    #[test]
    fn of_a_long_line_stands_the_part_that_is_meant() {
        let (long, around) = ("a".repeat(1_000_000), "a".repeat(AROUND));
        check(&format!("{long}b{long}"), 1_000_000..1_000_001, &format!("> …{around}b{around}…\n{}^", " ".repeat(3 + AROUND)));
        let (long, around) = ("가".repeat(1_000_000), "가".repeat(AROUND / 3));
        check(&long, 0..3_000_000, &format!("> {around}{around}…\n  {}", "^".repeat(AROUND / 3 * 2)));
    }

    #[test]
    fn a_mend_is_shown_as_its_line() {
        let mend = Some(Change { range: 4..4, text: "/8".into() });
        let refusal = Refusal { code: "E_X", at: 2..4, message: Message::new("cidr-e-net"), hint: None, mend };
        assert!(complaint(&refusal, "a\nb1", Texts::of(Lang::En), Paint::stdout(Color::Never)).ends_with("Try: b1/8\n"));
    }
}
