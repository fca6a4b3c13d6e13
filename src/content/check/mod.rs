//! What can be wrong with a course as a whole: links, prices, scenarios, languages that part ways.
//!
//! It does not know the simulators: whoever asks says what they are called and runs them.

mod languages;
mod links;
mod scenarios;

use std::ops::Range;
use std::sync::Arc;

use super::{Course, Lesson, Problem, Source};
use crate::text::{Lang, Message};

/// What a check must be told about the simulators.
pub struct Checks<'a> {
    /// Every simulator.
    pub simulators: Vec<SimulatorFacts<'a>>,
    /// Runs a scenario of a simulator, named first.
    pub run: &'a dyn Fn(&str, &str) -> Ran,
    /// Whether every code must be explained by some lesson, as in the built-in course.
    pub explain_all: bool,
}

/// What is known of a simulator.
#[derive(Clone, Debug)]
pub struct SimulatorFacts<'a> {
    /// Its name in a fence.
    pub name: &'a str,
    /// The kinds of its drills.
    pub drills: Vec<&'a str>,
    /// The codes that its outcomes may have.
    pub codes: Vec<&'a str>,
}

/// What came of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Ran {
    /// Verdict and codes for each of its questions.
    pub outcomes: Vec<(String, Vec<String>)>,
    /// What could not be read.
    pub refusals: Vec<Refused>,
}

/// A part of a scenario that could not be read.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The bytes of the scenario.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub hint: Option<Message>,
}

/// Everything that is wrong with a course, by file and place.
#[must_use]
pub fn check(course: &Course, checks: &Checks<'_>) -> Vec<Problem> {
    let mut problems = course.problems.clone();
    for text in texts(course) {
        links::check(course, &text, &mut problems);
        scenarios::check(&text, checks, &mut problems);
    }
    links::check_explained(course, checks, &mut problems);
    if course.languages.len() > 1 {
        languages::check(course, &mut problems);
    }
    problems.sort_by(|a, b| (&a.source.file, a.span.start, a.span.end, a.code).cmp(&(&b.source.file, b.span.start, b.span.end, b.code)));
    problems.dedup();
    problems
}

/// A lesson in one language, with the file that it stands in.
struct LessonText<'a> {
    lesson: &'a Lesson,
    source: Source,
    /// Whether its front matter holds for every language.
    main: bool,
}

impl<'a> LessonText<'a> {
    fn new(course: &Course, lesson: &'a Arc<Lesson>) -> LessonText<'a> {
        let file = course.file(&lesson.slug, lesson.lang);
        LessonText { lesson, source: Source::new(file, Arc::clone(&lesson.source)), main: course.main_lang() == lesson.lang }
    }

    /// Where a quoted text of the front matter stands; its first line if it is not found.
    fn in_front(&self, text: &str) -> Range<usize> {
        let end = self.source.text.match_indices("\n+++").next().map_or(self.source.text.len(), |(at, _)| at);
        let front = &self.source.text[..end];
        let found = front.find(&format!("\"{text}\"")).map(|at| at + 1).or_else(|| front.find(text));
        found.map_or(0..front.lines().next().map_or(0, str::len), |at| at..at + text.len())
    }
}

/// Every lesson in every language.
fn texts(course: &Course) -> impl Iterator<Item = LessonText<'_>> {
    let all = course.lessons.values().flat_map(|texts| texts.iter().filter_map(|(_, lesson)| lesson.as_ref()));
    all.map(|lesson| LessonText::new(course, lesson))
}

/// The name of a language as a message says it.
fn lang_name(lang: Lang) -> Message {
    Message::new(match lang {
        Lang::En => "content-lang-en",
        Lang::Ko => "content-lang-ko",
    })
}

#[cfg(test)]
mod tests;
