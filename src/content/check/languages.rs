use std::collections::BTreeSet;
use std::ops::Range;

use super::{LessonText, lang_name};
use crate::content::markdown::first_line;
use crate::content::{Block, BlockKind, Choice, Course, Kind, Problem, Question, Slug};
use crate::text::Message;

/// Lessons whose languages part ways: a section, question or scenario that only one of them has.
pub(super) fn check(course: &Course, problems: &mut Vec<Problem>) {
    for (slug, texts) in &course.lessons {
        let texts: Vec<LessonText<'_>> = texts.iter().filter_map(|(_, l)| l.as_ref()).map(|l| LessonText::new(course, l)).collect();
        for text in &texts {
            missing(course, slug, text, texts.iter().map(|t| t.lesson.lang).collect(), problems);
        }
        let Some((main, others)) = texts.split_first() else { continue };
        for other in others {
            pair(main, other, problems);
        }
    }
}

fn missing(course: &Course, slug: &Slug, text: &LessonText<'_>, there: Vec<crate::text::Lang>, problems: &mut Vec<Problem>) {
    for lang in course.languages.iter().filter(|lang| !there.contains(lang)) {
        let message = Message::new("content-missing-translation").with("lang", lang_name(*lang)).with("file", course.file(slug, *lang));
        problems.push(text.source.problem(0..0, "missing-translation", message));
    }
}

fn pair(main: &LessonText<'_>, other: &LessonText<'_>, problems: &mut Vec<Problem>) {
    in_step(main, other, &marks(main), &marks(other), problems);
    questions(main, other, problems);
    scenarios(main, other, problems);
}

/// What must stand in every language under the same name, in the same order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Section(String),
    Question(String),
    Drill(String),
}

impl Mark {
    fn message(&self) -> Message {
        match self {
            Mark::Section(anchor) => Message::new("content-the-section").with("anchor", anchor.clone()),
            Mark::Question(id) => Message::new("content-the-question").with("id", id.clone()),
            Mark::Drill(id) => Message::new("content-the-drill").with("id", id.clone()),
        }
    }
}

fn marks(text: &LessonText<'_>) -> Vec<(Mark, Range<usize>)> {
    let mark = |block: &Block| match &block.kind {
        BlockKind::Heading { anchor, .. } => Some(Mark::Section(anchor.to_string())),
        BlockKind::Question(question) => Some(Mark::Question(question.id.to_string())),
        BlockKind::Drill(drill) => Some(Mark::Drill(drill.id.to_string())),
        _ => None,
    };
    text.lesson.blocks.iter().filter_map(|b| Some((mark(b)?, first_line(&text.source.text, &b.span)))).collect()
}

type Marks = [(Mark, Range<usize>)];

fn in_step(main: &LessonText<'_>, other: &LessonText<'_>, left: &Marks, right: &Marks, problems: &mut Vec<Problem>) {
    let names = |marks: &Marks| marks.iter().map(|(mark, _)| mark.clone()).collect::<BTreeSet<_>>();
    let (in_left, in_right) = (names(left), names(right));
    for (text, marks, lacking, there) in [(main, left, other, &in_right), (other, right, main, &in_left)] {
        for (mark, span) in marks.iter().filter(|(mark, _)| !there.contains(mark)) {
            let message = Message::new("content-out-of-step").with("what", mark.message()).with("lang", lang_name(lacking.lesson.lang));
            problems.push(text.source.problem(span.clone(), "out-of-step", message));
        }
    }
    let common = |marks: &Marks| marks.iter().filter(|(m, _)| in_left.contains(m) && in_right.contains(m)).cloned().collect::<Vec<_>>();
    let moved = common(left).into_iter().zip(common(right)).find(|(a, b)| a.0 != b.0);
    if let Some(((mark, _), (_, span))) = moved {
        let message = Message::new("content-other-order").with("what", mark.message()).with("lang", lang_name(main.lesson.lang));
        problems.push(other.source.problem(span, "out-of-step", message));
    }
}

fn questions(main: &LessonText<'_>, other: &LessonText<'_>, problems: &mut Vec<Problem>) {
    for question in other.lesson.questions() {
        let Some(twin) = main.lesson.questions().find(|q| q.id == question.id) else { continue };
        if let Some(message) = difference(twin, question) {
            let message = message.with("lang", lang_name(main.lesson.lang));
            problems.push(other.source.problem(first_line(&other.source.text, &question.span), "out-of-step", message));
        }
    }
}

/// What makes two languages of a question two questions, if anything.
fn difference(a: &Question, b: &Question) -> Option<Message> {
    let same = match (&a.kind, &b.kind) {
        (Kind::Choice(a), Kind::Choice(b)) | (Kind::Select(a), Kind::Select(b)) => rights(a) == rights(b),
        (Kind::Order(a), Kind::Order(b)) => a.len() == b.len(),
        (Kind::Match { pairs: a, .. }, Kind::Match { pairs: b, .. }) => a.len() == b.len(),
        (Kind::Cloze { .. }, Kind::Cloze { .. }) => {
            let same = cards(a) == cards(b);
            return (!same).then(|| Message::new("content-other-blanks"));
        }
        (Kind::Typed { .. }, Kind::Typed { .. }) | (Kind::Recall { .. }, Kind::Recall { .. }) => true,
        (Kind::Rubric { points: a }, Kind::Rubric { points: b }) => a.len() == b.len(),
        _ => return Some(Message::new("content-other-kind")),
    };
    if !same {
        return Some(Message::new("content-other-items"));
    }
    let attributes = (a.fixed, a.level, &a.was) == (b.fixed, b.level, &b.was);
    (!attributes).then(|| Message::new("content-other-attributes"))
}

/// Which choices are right: their order must be the same, so that an answer survives a change of language.
fn rights(choices: &[Choice]) -> Vec<bool> {
    choices.iter().map(|choice| choice.right).collect()
}

fn cards(question: &Question) -> BTreeSet<u32> {
    match &question.kind {
        Kind::Cloze { blanks, .. } => blanks.iter().map(|blank| blank.card).collect(),
        _ => BTreeSet::new(),
    }
}

fn scenarios(main: &LessonText<'_>, other: &LessonText<'_>, problems: &mut Vec<Problem>) {
    let (left, right): (Vec<_>, Vec<_>) = (main.lesson.scenarios().collect(), other.lesson.scenarios().collect());
    for ((_, a), (block, b)) in left.iter().zip(&right) {
        if a.sim != b.sim || a.expects != b.expects || words(&a.text) != words(&b.text) {
            let message = Message::new("content-other-scenario").with("lang", lang_name(main.lesson.lang));
            problems.push(other.source.problem(first_line(&other.source.text, &block.span), "out-of-step", message));
        }
    }
    let (more, lacking, extra) = if left.len() > right.len() { (main, other, &left[right.len()..]) } else { (other, main, &right[left.len()..]) };
    for (block, _) in extra {
        let message = Message::new("content-out-of-step").with("what", Message::new("content-the-scenario")).with("lang", lang_name(lacking.lesson.lang));
        problems.push(more.source.problem(first_line(&more.source.text, &block.span), "out-of-step", message));
    }
}

/// A scenario without comments and empty lines: what must be the same in every language.
fn words(scenario: &str) -> Vec<&str> {
    scenario.lines().map(|line| without_comment(line).trim_end()).filter(|line| !line.is_empty()).collect()
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    line.split_once(" #").map_or(line, |(words, _)| words)
}
