//! The colours of code: what each stretch of it is, in the four meanings that a theme knows.
//!
//! The grammars take some time to unpack. [`load`] does that, on a thread of its own; until then
//! there is no painter, and code is drawn plain.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use ratatui::style::Style;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use crate::tui::theme::Theme;

static PAINTER: OnceLock<Painter> = OnceLock::new();

/// The longest code that is painted, in bytes: a person's own notes may hold whole files.
const LONGEST: usize = 20_000;

/// What a stretch of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// A word of the language's own.
    Keyword,
    /// Text between quotes.
    String,
    /// A number or a named constant.
    Number,
    /// A remark.
    Comment,
}

impl Tone {
    /// How it looks.
    #[must_use]
    pub fn style(self, theme: &Theme) -> Style {
        match self {
            Tone::Plain => theme.text,
            Tone::Keyword => theme.keyword,
            Tone::String => theme.string,
            Tone::Number => theme.number,
            Tone::Comment => theme.comment,
        }
    }
}

/// The tones of some lines of code: for each line its stretches, by bytes.
pub type Painted = Arc<Vec<Vec<(Range<usize>, Tone)>>>;

/// Knows the grammars of many languages.
pub struct Painter {
    grammars: SyntaxSet,
    known: Mutex<HashMap<(String, String), Option<Painted>>>,
}

/// Unpacks the grammars. A second call does nothing.
pub fn load() {
    PAINTER.get_or_init(|| Painter { grammars: two_face::syntax::extra_newlines(), known: Mutex::default() });
}

/// The painter, once it has been loaded.
#[must_use]
pub fn painter() -> Option<&'static Painter> {
    PAINTER.get()
}

impl Painter {
    /// The tones of code in the language that a fence names; `None` for text and for languages that are not known.
    #[must_use]
    pub fn paint(&self, lang: &str, code: &str) -> Option<Painted> {
        if lang.is_empty() || lang == "text" || code.len() > LONGEST {
            return None;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry((lang.to_owned(), code.to_owned())).or_insert_with(|| self.tones(self.grammars.find_syntax_by_token(lang)?, code)).clone()
    }

    fn tones(&self, grammar: &SyntaxReference, code: &str) -> Option<Painted> {
        let mut state = ParseState::new(grammar);
        let mut stack = ScopeStack::new();
        let mut lines = Vec::new();
        for line in code.split('\n') {
            let operations = state.parse_line(&format!("{line}\n"), &self.grammars).ok()?;
            let mut stretches = Vec::new();
            let mut at = 0;
            for (next, operation) in operations {
                stretch(&mut stretches, at..next.min(line.len()), &stack);
                at = next.min(line.len());
                stack.apply(&operation).ok()?;
            }
            stretch(&mut stretches, at..line.len(), &stack);
            lines.push(stretches);
        }
        Some(Arc::new(lines))
    }
}

/// Adds a stretch, or makes the last one longer if it means the same.
fn stretch(stretches: &mut Vec<(Range<usize>, Tone)>, range: Range<usize>, stack: &ScopeStack) {
    if range.is_empty() {
        return;
    }
    let tone = tone(stack);
    match stretches.last_mut() {
        Some((last, same)) if *same == tone => last.end = range.end,
        _ => stretches.push((range, tone)),
    }
}

/// The innermost scope that means something decides.
fn tone(stack: &ScopeStack) -> Tone {
    static MEANINGS: LazyLock<Vec<(Scope, Tone)>> = LazyLock::new(|| {
        let names = [
            ("comment", Tone::Comment),
            ("string.unquoted", Tone::Plain),
            ("string", Tone::String),
            ("constant.numeric", Tone::Number),
            ("constant.language", Tone::Number),
            ("keyword.operator", Tone::Plain),
            ("keyword", Tone::Keyword),
            ("storage", Tone::Keyword),
            ("meta.interpolation", Tone::Plain),
        ];
        names.into_iter().filter_map(|(name, tone)| Some((Scope::new(name).ok()?, tone))).collect()
    });
    let meaning = |scope: &Scope| MEANINGS.iter().find(|(known, _)| known.is_prefix_of(*scope)).map(|(_, tone)| *tone);
    stack.as_slice().iter().rev().find_map(meaning).unwrap_or(Tone::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: &str, code: &str, expected: &[(&str, Tone)]) {
        load();
        let painted = painter().unwrap().paint(lang, code).unwrap();
        let tones: Vec<(&str, Tone)> =
            code.split('\n').zip(painted.iter()).flat_map(|(line, stretches)| stretches.iter().map(|(range, tone)| (&line[range.clone()], *tone))).collect();
        assert_eq!(tones, expected);
    }

    #[test]
    fn code_is_told_apart() {
        use Tone::{Comment, Keyword, Number, Plain, String};
        check("json", "{\"a\": 1}", &[("{", Plain), ("\"a\"", String), (": ", Plain), ("1", Number), ("}", Plain)]);
        check("bash", "# 주석\nif x", &[("# 주석", Comment), ("if", Keyword), (" x", Plain)]);
    }

    #[test]
    fn text_stays_plain() {
        load();
        assert_eq!(painter().unwrap().paint("text", "if 1"), None);
        assert_eq!(painter().unwrap().paint("no-such-language", "if 1"), None);
    }
}
