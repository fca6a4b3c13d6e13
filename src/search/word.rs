use std::ops::Range;

use super::korean;
use crate::text::{half_width, hangul};

/// The script of a run of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Latin letters and digits, and every other alphabet that is not named below.
    Latin,
    /// Syllables, with letters of a syllable that is still being typed behind them.
    Hangul,
    /// Letters of Hangul without a syllable before them.
    Jamo,
    /// Chinese characters and kana.
    Ideographs,
}

/// A run of letters of one script, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The letters, folded.
    pub text: String,
    /// Where they stand, in bytes of the text that was split.
    pub range: Range<usize>,
    /// Their script.
    pub script: Script,
}

/// Splits text into words; a new script is a new word, so that `NAT가` is `nat` and its particle.
///
/// A particle glued to a Latin word is dropped, and `route53` is split before its digits as
/// `route 53` is. The text must be NFC; nothing is composed here, so ranges count in it as it is.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for run in runs(text) {
        let glued = out.last().is_some_and(|before| before.script == Script::Latin && before.range.end == run.range.start);
        if glued && run.script == Script::Hangul && korean::is_particle(&run.text) {
            continue;
        }
        match number_at(text, &run) {
            Some(at) => out.extend([part(text, run.range.start..at), part(text, at..run.range.end)]),
            None => out.push(run),
        }
    }
    out
}

fn runs(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for (at, c) in text.char_indices() {
        let c_end = at + c.len_utf8();
        let c = fold(c);
        let Some(script) = script(c) else { continue };
        match out.last_mut() {
            Some(run) if run.range.end == at && joins(run.script, script) => {
                run.text.extend(c.to_lowercase());
                run.range.end = c_end;
            }
            _ => out.push(Word { text: c.to_lowercase().collect(), range: at..c_end, script }),
        }
    }
    out
}

fn joins(run: Script, next: Script) -> bool {
    run == next || (run == Script::Hangul && next == Script::Jamo)
}

fn script(c: char) -> Option<Script> {
    match c {
        _ if hangul::is_syllable(c) => Some(Script::Hangul),
        'ㄱ'..='ㅣ' => Some(Script::Jamo),
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => c.is_alphanumeric().then_some(Script::Ideographs),
        _ => c.is_alphanumeric().then_some(Script::Latin),
    }
}

/// Full-width signs become ASCII and conjoining jamo the letters that keyboards type.
///
/// NFKC would do that too, but it also turns typed letters (`ㅋ`) into conjoining ones.
fn fold(c: char) -> char {
    match c {
        '\u{1100}'..='\u{11ff}' => hangul::letter(c).unwrap_or(c),
        c => half_width(c),
    }
}

/// Where the digits of a word like `route53` begin: four letters or more, then digits alone.
fn number_at(text: &str, run: &Word) -> Option<usize> {
    const SHORTEST_NAME: usize = 4; // s3, ec2, k8s and oauth2 are names of their own
    if run.script != Script::Latin {
        return None;
    }
    let letters = run.text.chars().take_while(|c| c.is_alphabetic()).count();
    let rest = run.text.chars().skip(letters);
    if letters < SHORTEST_NAME || rest.clone().next().is_none() || !rest.clone().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let written = &text[run.range.clone()];
    written.char_indices().find(|(_, c)| fold(*c).is_ascii_digit()).map(|(at, _)| run.range.start + at)
}

fn part(text: &str, range: Range<usize>) -> Word {
    let folded = text[range.clone()].chars().map(fold).flat_map(char::to_lowercase).collect();
    Word { text: folded, range, script: Script::Latin }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = words(text);
        let found: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_new_script_is_a_new_word() {
        check("AWS환경 구성", &["aws", "환경", "구성"]);
        check("node.js, CI/CD", &["node", "js", "ci", "cd"]);
        check("東京リージョン Tokyo", &["東京リージョン", "tokyo"]);
        check("déployé", &["déployé"]);
    }

    #[test]
    fn a_particle_glued_to_a_latin_word_is_dropped() {
        check("EC2로 SSH를 쓴다", &["ec2", "ssh", "쓴다"]);
        check("SSH 를", &["ssh", "를"]);
    }

    #[test]
    fn long_names_leave_their_number() {
        check("route53 Route53은", &["route", "53", "route", "53"]);
        check("s3 ec2 k8s web2py", &["s3", "ec2", "k8s", "web2py"]);
    }

    #[test]
    fn widths_and_letters_are_folded() {
        check("ＳＳＨ　ｒｏｕｔｅ５３", &["ssh", "route", "53"]);
        check("ㅋㄷ 콜드스ㅌ", &["ㅋㄷ", "콜드스ㅌ"]);
        check("\u{110f}\u{1103}", &["ㅋㄷ"]);
    }

    #[test]
    fn ranges_lie_in_the_text_as_written() {
        let text = "ｒｏｕｔｅ５３, 서브넷";
        let ranges: Vec<&str> = words(text).iter().map(|w| &text[w.range.clone()]).collect();
        assert_eq!(ranges, ["ｒｏｕｔｅ", "５３", "서브넷"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_split_at_its_own_letters(text: String) {
            let mut end = 0;
            for word in words(&text) {
                proptest::prop_assert!(word.range.start >= end && !word.text.is_empty());
                proptest::prop_assert!(text.get(word.range.clone()).is_some());
                end = word.range.end;
            }
        }
    }
}
