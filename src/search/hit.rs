use std::ops::Range;
use std::sync::Arc;

use super::terms::{Mark, Marked, Spot, Terms, merged};
use crate::content::{Anchor, Slug};
use crate::text::Lang;

/// What a search came to.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best sections, best first.
    pub hits: Vec<Hit>,
    /// How many sections match in all.
    pub total: usize,
    /// What was looked for, to mark it in any other text.
    pub terms: Arc<Terms>,
}

/// A section that matches.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The lesson.
    pub slug: Slug,
    /// The section; none for the lesson's beginning.
    pub anchor: Option<Anchor>,
    /// The language in which it opens.
    pub lang: Lang,
    /// The lesson's title in that language.
    pub title: String,
    /// The section's heading; empty for the lesson's beginning.
    pub heading: String,
    /// The line that has most of what was looked for, cut to a few words around it.
    pub snippet: Marked,
    /// How well it matches; comparable within one search only.
    pub score: f32,
    pub(super) text: Arc<Text>,
    pub(super) terms: Arc<Terms>,
}

impl Hit {
    /// The whole section, line by line, marked: for a preview.
    #[must_use]
    pub fn preview(&self) -> Vec<Marked> {
        let marked = |line: &Line| Marked { text: line.text.clone(), marks: merged(line.find(&self.terms)) };
        self.text.lines.iter().map(marked).collect()
    }
}

/// A section in one language, with its tokens.
#[derive(Debug)]
pub struct Text {
    /// The lesson's title.
    pub title: Line,
    /// The section's heading.
    pub heading: Line,
    /// What stands below it.
    pub lines: Vec<Line>,
}

/// A line with its tokens.
#[derive(Debug)]
pub struct Line {
    /// The line.
    pub text: String,
    /// Its tokens; none before there is an index.
    pub spots: Vec<Spot>,
}

impl Line {
    fn find(&self, terms: &Terms) -> Vec<Mark> {
        terms.find(&self.text, &self.spots)
    }
}

impl Text {
    /// Whether anything that `terms` look for stands here.
    #[must_use]
    pub fn has(&self, terms: &Terms) -> bool {
        [&self.title, &self.heading].into_iter().chain(&self.lines).any(|line| !line.find(terms).is_empty())
    }

    /// The line with most of the things looked for; of such lines a sentence rather than a table's head, then the one with most places.
    #[must_use]
    pub fn snippet(&self, terms: &Terms) -> Marked {
        const SENTENCE: usize = 40; // bytes
        let found = self.lines.iter().map(|line| (line, line.find(terms)));
        let worth = |(line, marks): &(&Line, Vec<Mark>)| (distinct(marks), line.text.len() >= SENTENCE, marks.len());
        let best = found.reduce(|best, next| if worth(&next) > worth(&best) { next } else { best });
        best.map(|(line, marks)| excerpt(&line.text, merged(marks))).unwrap_or_default()
    }
}

fn distinct(marks: &[Mark]) -> usize {
    let mut units: Vec<usize> = marks.iter().map(|mark| mark.unit).collect();
    units.sort_unstable();
    units.dedup();
    units.len()
}

/// Cuts a long line to the stretch with most marks; `…` stands where something was left out.
fn excerpt(line: &str, marks: Vec<Range<usize>>) -> Marked {
    const LONGEST: usize = 240; // bytes: two lines of a list, in either language
    if line.len() <= LONGEST {
        return Marked { text: line.to_owned(), marks };
    }
    let from = word_start(line, best_start(&marks, LONGEST).min(line.len() - LONGEST));
    let to = if from + LONGEST >= line.len() { line.len() } else { word_end(line, from + LONGEST) };
    let before = if from > 0 { "… " } else { "" };
    let after = if to < line.len() { " …" } else { "" };
    let inside = marks.into_iter().filter(|mark| mark.start >= from && mark.end <= to);
    let marks = inside.map(|mark| mark.start - from + before.len()..mark.end - from + before.len()).collect();
    Marked { text: format!("{before}{}{after}", &line[from..to]), marks }
}

/// Where a stretch of `len` bytes with most of `marks` begins: at the line's beginning, if that has as many.
fn best_start(marks: &[Range<usize>], len: usize) -> usize {
    const BEFORE: usize = 60;
    let starts = std::iter::once(0).chain(marks.iter().map(|mark| mark.start.saturating_sub(BEFORE)));
    let count = |start: usize| marks.iter().filter(|mark| mark.start >= start && mark.end <= start + len).count();
    starts.reduce(|best, next| if count(next) > count(best) { next } else { best }).unwrap_or(0)
}

/// Words longer than this, in bytes, are cut inside.
const LONG_WORD: usize = 40;

/// The start of the word in which `at` lies.
fn word_start(line: &str, at: usize) -> usize {
    let at = line.floor_char_boundary(at);
    line[..at].rfind(' ').map(|space| space + 1).filter(|start| at - start < LONG_WORD).unwrap_or(at)
}

/// The end of the word before the one in which `at` lies.
fn word_end(line: &str, at: usize) -> usize {
    let at = line.floor_char_boundary(at);
    line[..at].rfind(' ').filter(|end| at - end < LONG_WORD).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analyse::Analyser;
    use crate::search::form::Form;
    use crate::search::terms::spots;

    fn line(text: &str) -> Line {
        Line { text: text.to_owned(), spots: spots(text, &mut Analyser::default()) }
    }

    fn terms(words: &[&str]) -> Terms {
        let forms: Vec<Form> = words.iter().filter_map(|word| Form::of(word, &mut Analyser::default())).collect();
        Terms::of_forms(forms.iter().enumerate())
    }

    #[test]
    fn the_line_with_most_things_is_shown() {
        let lines = ["alpha alpha alpha", "alpha and beta", "beta"].map(line).into();
        let text = Text { title: line("title"), heading: line("heading"), lines };
        let snippet = text.snippet(&terms(&["alpha", "beta"]));
        assert_eq!(snippet, Marked { text: "alpha and beta".into(), marks: vec![0..5, 10..14] });
    }

    #[test]
    fn a_long_line_keeps_its_beginning_if_that_has_as_many_marks() {
        let text = format!("a needle {} needle", "word ".repeat(60));
        let text = Text { title: line(""), heading: line(""), lines: vec![line(&text)] };
        assert!(text.snippet(&terms(&["needle"])).text.starts_with("a needle word"));
    }

    #[test]
    fn a_long_line_is_cut_around_its_marks() {
        for filler in ["word ", "낱말 ", "wordwithoutanyspaceinit"] {
            let text = format!("{} needle {}", filler.repeat(80), filler.repeat(80));
            let text = Text { title: line(""), heading: line(""), lines: vec![line(&text)] };
            let snippet = text.snippet(&terms(&["needle"]));
            let marked: Vec<&str> = snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect();
            assert_eq!(marked, ["needle"]);
            assert!(snippet.text.ends_with('…') && snippet.text.len() < 300, "{}", snippet.text);
        }
    }
}
