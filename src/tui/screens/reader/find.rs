//! Finding words in the page, and marking what a search found.

use std::sync::Arc;

use unicode_width::UnicodeWidthChar;

use super::State;
use super::page::Page;
use crate::search::{Query, Terms};
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::message::Input;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::prose::Line;

/// What is looked for in the page, and where it stands.
#[derive(Default)]
pub struct Find {
    /// The field, while it is typed.
    pub field: Option<Field>,
    looked_for: LookedFor,
    matches: Vec<Match>,
    current: Option<usize>,
    /// Where the page stood before.
    origin: usize,
    /// The search that the terms are waited from.
    asked: Option<u64>,
}

#[derive(Default)]
enum LookedFor {
    #[default]
    Nothing,
    Words(String),
    Terms(Arc<Terms>),
}

/// A place in the page, on one line or over a line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match(Vec<Stretch>);

/// Cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The line of the page.
    pub line: usize,
    /// The first cell.
    pub from: usize,
    /// The cell behind the last one.
    pub to: usize,
}

/// Running text over line ends that are only there because lines were full.
#[derive(Default)]
struct Flow {
    text: String,
    /// For each character its byte, its line and its first cell, and the cell behind it.
    places: Vec<(usize, Stretch)>,
}

impl Find {
    /// Looks again: the page has been laid out anew.
    pub fn look(&mut self, page: &Page) {
        self.matches = match &self.looked_for {
            LookedFor::Nothing => Vec::new(),
            LookedFor::Words(words) => found(page, |text| word_ranges(text, words)),
            LookedFor::Terms(terms) => found(page, |text| terms.marks(text)),
        };
        self.current = self.current.filter(|at| *at < self.matches.len());
    }

    /// Whether anything is marked.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.matches.is_empty()
    }

    /// Every marked stretch, and whether it is the one that the learner stands at.
    pub fn stretches(&self) -> impl Iterator<Item = (Stretch, bool)> {
        let current = self.current;
        self.matches.iter().enumerate().flat_map(move |(at, found)| found.0.iter().map(move |stretch| (*stretch, current == Some(at))))
    }

    /// The number of the place that the learner stands at, and of all: `3 of 7`.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.current.map_or(0, |at| at + 1), self.matches.len())
    }

    fn clear(&mut self) {
        *self = Find::default();
    }

    /// The first place from a line on, or the first of all.
    fn from(&self, line: usize) -> Option<usize> {
        let below = self.matches.iter().position(|found| found.line() >= line);
        below.or((!self.matches.is_empty()).then_some(0))
    }

    fn line(&self) -> Option<usize> {
        self.matches.get(self.current?).map(Match::line)
    }
}

impl Match {
    fn line(&self) -> usize {
        self.0.first().map_or(0, |stretch| stretch.line)
    }
}

impl State {
    /// Asks what the words of a search are in all their forms, to mark them.
    pub(super) fn mark_terms(&mut self, terms: Option<String>, cx: &Cx) -> Vec<Effect> {
        let Some(text) = terms.filter(|text| !text.trim().is_empty()) else { return Vec::new() };
        let generation = cx.generations.next();
        self.find.asked = Some(generation);
        vec![Effect::Search { generation, query: Query { text, lang: cx.lang, ..Query::default() } }]
    }

    /// The forms of the words have come.
    pub(super) fn terms_found(&mut self, generation: u64, terms: &Arc<Terms>) -> Vec<Effect> {
        if self.find.asked == Some(generation) {
            self.find.asked = None;
            self.find.looked_for = LookedFor::Terms(Arc::clone(terms));
            self.find.look(&self.page);
        }
        Vec::new()
    }

    /// Opens the field.
    pub(super) fn open_find(&mut self) -> Vec<Effect> {
        self.find = Find { field: Some(Field::default()), origin: self.top, ..Find::default() };
        Vec::new()
    }

    /// Takes input while words are typed.
    pub(super) fn type_find(&mut self, input: &Input) -> Option<Vec<Effect>> {
        let field = self.find.field.as_mut()?;
        let changed = match input {
            Input::Key(key) => field.key(key),
            Input::Paste(text) => field.insert(text),
            Input::Do(Action::Enter) => return Some(self.close_find()),
            Input::Do(Action::Back) => {
                let origin = self.find.origin;
                self.find.clear();
                return Some(self.go_to(origin));
            }
            Input::Do(Action::Down) => return Some(self.find_next(1)),
            Input::Do(Action::Up) => return Some(self.find_next(-1)),
            _ => return None,
        };
        if changed {
            self.find.looked_for = LookedFor::Words(field.text().to_owned());
            self.find.look(&self.page);
            self.find.current = self.find.from(self.find.origin);
            self.show_match();
        }
        Some(Vec::new())
    }

    fn close_find(&mut self) -> Vec<Effect> {
        let Some(field) = self.find.field.take() else { return Vec::new() };
        if self.find.is_on() || field.text().is_empty() {
            return Vec::new();
        }
        vec![Effect::Tell(Sentence::new("reader-not-found").with("words", field.text().to_owned()))]
    }

    /// Goes to the next place, or the previous one, round and round.
    pub(super) fn find_next(&mut self, by: isize) -> Vec<Effect> {
        let of = self.find.matches.len();
        if of == 0 {
            return Vec::new();
        }
        let here = self.find.from(self.top).unwrap_or(0).cast_signed();
        let next = match self.find.current {
            Some(at) => at.cast_signed() + by,
            None if by > 0 => here,
            None => here - 1,
        };
        self.find.current = Some(next.rem_euclid(of.cast_signed()).cast_unsigned());
        self.show_match();
        Vec::new()
    }

    /// Brings the place into sight, a few lines below the top.
    fn show_match(&mut self) {
        let Some(line) = self.find.line() else { return };
        let height = self.frame.height();
        if line < self.top || line + 2 >= self.top + height {
            self.go_to(line.saturating_sub(height / 3));
        }
    }

    /// Takes the marks of what was typed away; says whether there were any. Those of a search stay: it is left for it.
    pub(super) fn clear_find(&mut self) -> bool {
        let was_on = self.find.is_on() && matches!(self.find.looked_for, LookedFor::Words(_));
        if was_on {
            self.find.clear();
        }
        was_on
    }
}

fn found(page: &Page, find: impl Fn(&str) -> Vec<std::ops::Range<usize>>) -> Vec<Match> {
    flows(page).iter().flat_map(|flow| find(&flow.text).into_iter().map(|range| flow.stretches(&range)).collect::<Vec<_>>()).collect()
}

/// The texts of a page, each over as many lines as it goes on.
fn flows(page: &Page) -> Vec<Flow> {
    let mut flows = Vec::new();
    let mut flow = Flow::default();
    for (number, _, line) in page.lines_from(0) {
        flow.push(number, line);
        if !line.goes_on {
            flows.push(std::mem::take(&mut flow));
        }
    }
    flows
}

impl Flow {
    fn push(&mut self, number: usize, line: &Line) {
        let mut cell = 0;
        let mut goes_on = !self.text.is_empty();
        if goes_on {
            self.text.push(' ');
        }
        for c in line.runs.iter().flat_map(|run| run.text.chars()) {
            let to = cell + c.width().unwrap_or(0);
            // The indent and the bar of a line that goes on are no part of the text.
            goes_on = goes_on && !c.is_alphanumeric() && (c == ' ' || cell < 2);
            if !goes_on {
                self.places.push((self.text.len(), Stretch { line: number, from: cell, to }));
                self.text.push(c);
            }
            cell = to;
        }
    }

    fn stretches(&self, range: &std::ops::Range<usize>) -> Match {
        let mut stretches: Vec<Stretch> = Vec::new();
        for (_, place) in self.places.iter().filter(|(byte, _)| range.contains(byte)) {
            match stretches.last_mut() {
                Some(last) if last.line == place.line => last.to = place.to,
                _ => stretches.push(*place),
            }
        }
        Match(stretches)
    }
}

/// Where `words` stand in a text; upper and lower case do not matter.
fn word_ranges(text: &str, words: &str) -> Vec<std::ops::Range<usize>> {
    let fold = |c: char| c.to_lowercase().next().unwrap_or(c);
    let wanted: Vec<char> = words.trim().chars().map(fold).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let text_chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let mut ranges = Vec::new();
    let mut at = 0;
    while at + wanted.len() <= text_chars.len() {
        if text_chars[at..at + wanted.len()].iter().map(|(_, c)| c).eq(wanted.iter()) {
            let end = text_chars.get(at + wanted.len()).map_or(text.len(), |(byte, _)| *byte);
            ranges.push(text_chars[at].0..end);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::text::Run;
    use crate::tui::screens::reader::page::Part;
    use crate::tui::widgets::prose::Prose;

    fn page(lines: &[(&str, bool)]) -> Page {
        let mut prose = Prose::default();
        for (text, goes_on) in lines {
            prose.push(Line { runs: vec![Run::new(*text, Style::new().into())], goes_on: *goes_on });
        }
        let mut page = Page::default();
        page.push(Part::Head, 0, prose);
        page.place();
        page
    }

    #[track_caller]
    fn check(lines: &[(&str, bool)], words: &str, expected: &[&[(usize, usize, usize)]]) {
        let matches = found(&page(lines), |text| word_ranges(text, words));
        let cells: Vec<Vec<_>> = matches.iter().map(|m| m.0.iter().map(|s| (s.line, s.from, s.to)).collect()).collect();
        assert_eq!(cells, expected);
    }

    #[test]
    fn words_are_found_in_cells() {
        check(&[("a NAT, a nat", false)], "nat", &[&[(0, 2, 5)], &[(0, 9, 12)]]);
        check(&[("프라이빗 서브넷", false)], "서브", &[&[(0, 9, 13)]]);
        check(&[("aaa", false)], "aa", &[&[(0, 0, 2)]]);
        check(&[("text", false)], " ", &[]);
    }

    #[test]
    fn words_are_found_over_a_full_line() {
        check(&[("▌ a private", true), ("▌ subnet", false)], "private subnet", &[&[(0, 4, 11), (1, 2, 8)]]);
        check(&[("a private", false), ("subnet", false)], "private subnet", &[]);
    }
}
