use std::io::{self, BufRead, Write};

use super::pick::{arrangement, letter, places};
use super::talk::{Heard, Order, Talk};
use crate::cli::read::page::{Page, hanging, lines};
use crate::content::{Inlines, Kind};
use crate::quiz::{Attempt, Grading, Mark, Sheet, Verdict};
use crate::text::{Message, width};

/// The width of the text in cells.
const CELLS: usize = 76;

/// What came of asking.
pub enum Reply {
    /// It was answered; the verdict, where the program judged.
    Answered(Option<Verdict>),
    /// Something else is wanted.
    Order(Order),
}

/// Asks a question until it is answered.
///
/// # Errors
///
/// The streams fail.
pub fn ask<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, page: &Page<'_>, attempt: &mut Attempt) -> io::Result<Reply> {
    talk.print(&page.text(&attempt.prompt()))?;
    if let Some(shape) = shape(page, attempt) {
        talk.print(&format!("\n{shape}"))?;
    }
    loop {
        let heard = match attempt.sheet() {
            Sheet::Fields(_) => fill(talk, attempt)?,
            _ => talk.ask("")?,
        };
        let line = match heard {
            Heard::Line(line) => line,
            Heard::Order(Order::Hint) => {
                hint(talk, attempt)?;
                continue;
            }
            Heard::Order(order) => return Ok(Reply::Order(order)),
        };
        if !take(attempt, &line) {
            talk.say(&Message::new("study-not-understood"))?;
            continue;
        }
        if let Sheet::Rubric { .. } = attempt.sheet() {
            return rubric(talk, page, attempt);
        }
        match attempt.grade() {
            Grading::Judged(verdict) => return Ok(Reply::Answered(Some(verdict))),
            Grading::Ask(_, message) => talk.say(&message)?,
            Grading::ByLearner => return Ok(Reply::Answered(None)),
        }
    }
}

/// Says what was right and what was not, and why.
///
/// # Errors
///
/// The streams fail.
pub fn explain<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, page: &Page<'_>, attempt: &Attempt, verdict: Option<&Verdict>) -> io::Result<()> {
    let question = attempt.question();
    if let Some(verdict) = verdict {
        talk.print(&talk.texts.get(if verdict.is_right() { "study-right" } else { "study-wrong" }))?;
        let solution = if verdict.is_right() { Vec::new() } else { solution(page, attempt) };
        talk.print_lines(&solution)?;
        talk.print_lines(&feedback(page, attempt, verdict))?;
    }
    if let Kind::Recall { answer } = &question.kind {
        talk.print(&page.text(answer))?;
    }
    if question.explanation.is_empty() { Ok(()) } else { talk.print(&format!("\n{}", page.text(&question.explanation))) }
}

/// What is said to whoever took a choice, or did not take one that holds, under the choice.
fn feedback(page: &Page<'_>, attempt: &Attempt, verdict: &Verdict) -> Vec<String> {
    let (Kind::Choice(choices) | Kind::Select(choices), Sheet::Choices { shown, .. }) = (&attempt.question().kind, attempt.sheet()) else { return Vec::new() };
    let mut out = Vec::new();
    for (at, index) in shown.iter().enumerate() {
        let (Some(choice), Some(mark)) = (choices.get(*index), verdict.marks.get(*index)) else { continue };
        if *mark != Mark::Plain && !choice.feedback.is_empty() {
            out.extend(item(&format!("{}) ", letter(at)), &page.line(&choice.text)));
            out.extend(hanging("     ", page.text(&choice.feedback).lines().map(str::to_owned).collect()));
        }
    }
    out
}

impl<R: BufRead, W: Write> Talk<'_, R, W> {
    fn print_lines(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.print(line))
    }
}

/// Choices, items and columns with the letters that name them.
fn shape(page: &Page<'_>, attempt: &Attempt) -> Option<String> {
    let item = |at: usize, text: &Inlines| item(&format!("{}) ", letter(at)), &page.line(text));
    let rows: Vec<String> = match (attempt.sheet(), &attempt.question().kind) {
        (Sheet::Choices { shown, .. }, Kind::Choice(choices) | Kind::Select(choices)) => {
            shown.iter().enumerate().filter_map(|(at, index)| Some(item(at, &choices.get(*index)?.text))).flatten().collect()
        }
        (Sheet::Order { shown }, Kind::Order(items)) => {
            shown.iter().enumerate().filter_map(|(at, index)| Some(item(at, items.get(*index)?))).flatten().collect()
        }
        (Sheet::Match { shown, .. }, Kind::Match { columns, pairs }) => {
            let left = pairs.iter().enumerate().flat_map(|(at, pair)| self::item(&format!("{}. ", at + 1), &page.line(&pair[0])));
            let right = shown.iter().enumerate().filter_map(|(at, index)| Some(item(at, &pairs.get(*index)?[1]))).flatten();
            let [one, two] = [0, 1].map(|column| lines(&page.line(&columns[column]), CELLS));
            one.into_iter().chain(left).chain([String::new()]).chain(two).chain(right).collect()
        }
        _ => return None,
    };
    let how = match (attempt.sheet(), rows.is_empty()) {
        (_, true) => return None,
        (Sheet::Choices { many: true, .. }, _) => Some("study-how-select"),
        (Sheet::Order { .. }, _) => Some("study-how-order"),
        (Sheet::Match { .. }, _) => Some("study-how-match"),
        _ => None,
    };
    let how = how.map(|id| format!("\n\n{}", page.texts().get(id))).unwrap_or_default();
    Some(format!("{}{how}", rows.join("\n")))
}

fn item(mark: &str, text: &str) -> Vec<String> {
    hanging(&format!("  {mark}"), lines(text, CELLS - 2 - width(mark)))
}

/// Takes an answer in; `false` if it cannot be understood. An empty line is "I don't know".
fn take(attempt: &mut Attempt, line: &str) -> bool {
    let line = line.trim();
    match attempt.sheet().clone() {
        Sheet::Choices { shown, picked, many } => match places(line, shown.len()) {
            Some(places) if many || places.len() < 2 => {
                let wanted = |index: usize| places.iter().any(|at| shown.get(*at) == Some(&index));
                (0..picked.len()).filter(|index| wanted(*index)).for_each(|index| attempt.toggle(index));
                true
            }
            _ => false,
        },
        Sheet::Order { shown } => line.is_empty() || arrangement(line, shown.len()).is_some_and(|places| arrange(attempt, &shown, &places)),
        Sheet::Match { shown, .. } => {
            let letters: String = line.chars().filter(|c| !c.is_ascii_digit()).collect();
            let places = arrangement(&letters, shown.len());
            places.iter().flatten().enumerate().for_each(|(left, at)| attempt.pair(left, shown.get(*at).copied().unwrap_or(usize::MAX)));
            line.is_empty() || places.is_some()
        }
        Sheet::Fields(_) | Sheet::Recall | Sheet::Rubric { .. } => true,
    }
}

fn arrange(attempt: &mut Attempt, shown: &[usize], places: &[usize]) -> bool {
    for (to, at) in places.iter().enumerate() {
        let Sheet::Order { shown: now } = attempt.sheet() else { return false };
        if let Some(from) = now.iter().position(|item| shown.get(*at) == Some(item)) {
            attempt.shift(from, to);
        }
    }
    true
}

/// Asks for each field in turn.
fn fill<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, attempt: &mut Attempt) -> io::Result<Heard> {
    let Sheet::Fields(fields) = attempt.sheet() else { return Ok(Heard::Line(String::new())) };
    let count = fields.len();
    for at in 0..count {
        let mark = if count > 1 { format!("{}", at + 1) } else { String::new() };
        match talk.ask(&mark)? {
            Heard::Line(line) => attempt.write(at, line),
            order @ Heard::Order(_) => return Ok(order),
        }
    }
    Ok(Heard::Line(String::new()))
}

fn hint<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, attempt: &Attempt) -> io::Result<()> {
    match &attempt.question().hint {
        Some(hint) => talk.print(hint),
        None => talk.say(&Message::new("study-no-hint")),
    }
}

/// Shows the points of a spoken answer and asks which of them were made.
fn rubric<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, page: &Page<'_>, attempt: &mut Attempt) -> io::Result<Reply> {
    let Kind::Rubric { points } = attempt.question().kind.clone() else { return Ok(Reply::Answered(None)) };
    for (at, point) in points.iter().enumerate() {
        talk.print_lines(&item(&format!("{}) ", letter(at)), &page.line(point)))?;
    }
    talk.say(&Message::new("study-how-rubric"))?;
    loop {
        match talk.ask("")? {
            Heard::Order(order) => return Ok(Reply::Order(order)),
            Heard::Line(line) => match places(&line, points.len()) {
                Some(mut places) => {
                    places.sort_unstable();
                    places.dedup();
                    places.into_iter().for_each(|point| attempt.toggle(point));
                    break;
                }
                None => talk.say(&Message::new("study-not-understood"))?,
            },
        }
    }
    match attempt.grade() {
        Grading::Judged(verdict) => Ok(Reply::Answered(Some(verdict))),
        _ => Ok(Reply::Answered(None)),
    }
}

/// The right answer, where it is not among what is told anyway.
fn solution(page: &Page<'_>, attempt: &Attempt) -> Vec<String> {
    match (&attempt.question().kind, attempt.sheet()) {
        (Kind::Choice(choices) | Kind::Select(choices), Sheet::Choices { shown, .. }) => {
            let right = shown.iter().enumerate().filter_map(|(at, index)| choices.get(*index).filter(|choice| choice.right).map(|choice| (at, choice)));
            right.flat_map(|(at, choice)| item(&format!("{}) ", letter(at)), &page.line(&choice.text))).collect()
        }
        (Kind::Order(items), _) => items.iter().enumerate().flat_map(|(at, text)| item(&format!("{}. ", at + 1), &page.line(text))).collect(),
        (Kind::Match { pairs, .. }, _) => pairs.iter().flat_map(|[left, right]| item("", &format!("{} = {}", page.line(left), page.line(right)))).collect(),
        (_, Sheet::Fields(fields)) => (0..fields.len()).filter_map(|field| attempt.accepted(field).first()).flat_map(|a| item("= ", &a.text)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Question, Slug, Source, parse_lesson};
    use crate::text::Lang;

    fn question(fence: &str) -> Question {
        let text = format!("+++\ntitle = \"T\"\n+++\n\n```quiz q {fence}\n```\n");
        let (lesson, problems) = parse_lesson(&Source::new("t/a.md", text), &Slug::from("t/a"), Lang::En);
        assert_eq!(problems, []);
        lesson.questions().next().unwrap().clone()
    }

    /// The letters that name items of the question in this order, in a shuffle.
    fn letters(shown: &[usize], items: &[usize]) -> String {
        items.iter().map(|item| letter(shown.iter().position(|s| s == item).unwrap())).collect()
    }

    fn points(attempt: &Attempt) -> (usize, usize) {
        let Grading::Judged(verdict) = attempt.grade() else { panic!() };
        verdict.points
    }

    #[test]
    fn letters_arrange_items() {
        for seed in 0..20 {
            let mut attempt = Attempt::new(&question("\nQ?\n\n1. a\n2. b\n3. c\n4. d"), None, seed);
            let Sheet::Order { shown } = attempt.sheet().clone() else { panic!() };
            assert!(take(&mut attempt, &letters(&shown, &[0, 1, 2, 3])));
            assert_eq!(points(&attempt), (1, 1), "seed {seed}");
        }
    }

    #[test]
    fn letters_pair_items() {
        for seed in 0..20 {
            let mut attempt = Attempt::new(&question("\nQ?\n\n| x | y |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n| c | 3 |"), None, seed);
            let Sheet::Match { shown, .. } = attempt.sheet().clone() else { panic!() };
            let right: Vec<String> = letters(&shown, &[0, 1, 2]).chars().enumerate().map(|(at, letter)| format!("{}{letter}", at + 1)).collect();
            assert!(take(&mut attempt, &right.join(" ")));
            assert_eq!(points(&attempt), (1, 1), "seed {seed}");
        }
    }

    #[test]
    fn what_is_no_letter_of_the_question_is_asked_again() {
        let mut choice = Attempt::new(&question("fixed\nQ?\n\n- [ ] a\n- [x] b"), None, 1);
        assert!(!take(&mut choice, "c") && !take(&mut choice, "ab") && take(&mut choice, "B"));
        assert_eq!(points(&choice), (1, 1));
        let mut order = Attempt::new(&question("\nQ?\n\n1. a\n2. b"), None, 1);
        assert!(!take(&mut order, "a") && !take(&mut order, "aa") && take(&mut order, ""));
    }
}
