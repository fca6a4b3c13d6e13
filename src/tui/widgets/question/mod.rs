//! A question or drill on the screen: how keys answer it, and how it looks before and after.
//!
//! The reader and the review show the same. Whoever owns it says what an answer means for the log
//! and makes it anew for a second try; it knows no schedule, no lesson and no place on the screen.

mod choices;
mod drill;
mod fields;
mod look;
mod pairs;
#[cfg(test)]
mod tests;

use crossterm::event::KeyEvent;

use super::field::Field;
use crate::content::Question;
use crate::quiz::{Attempt, Grading, Mark, Sheet, Verdict};
use crate::sim::Drill;
use crate::study::Rating;
use crate::text::Message as Sentence;
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;

/// A question or drill that is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    body: Body,
    stage: Stage,
    /// The row under the cursor, as it is shown; the field, where text is typed.
    cursor: Option<usize>,
    /// Whether the item under the cursor moves with it.
    held: bool,
    fields: Vec<Field>,
    hint: bool,
    /// What must be said before an answer counts.
    remark: Option<Sentence>,
}

#[derive(Clone, Debug)]
enum Body {
    Question(Attempt),
    Drill(Drill),
}

/// How far the answer is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// It is waited for.
    Open,
    /// The learner has answered in the head or aloud, and compares.
    Compare,
    /// It was given.
    Done(Done),
}

#[derive(Clone, Debug, PartialEq)]
struct Done {
    verdict: Verdict,
    rating: Rating,
    judged: Option<Rating>,
    /// The learner's mistake in a drill, where it is a known one.
    mistake: Option<Sentence>,
}

/// What came of input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is not for the question: the owner may have a use for it.
    Passed,
    /// It was taken.
    Taken,
    /// The question has been answered now.
    Answered,
    /// A new try is wanted.
    Again,
    /// The scenario of the drill is to be opened in the lab.
    Lab,
}

/// What an answer came to, for one card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The number of the blanks, for a card of a cloze.
    pub number: Option<u32>,
    /// The rating that counts.
    pub rating: Rating,
    /// The program's own, where it judged.
    pub judged: Option<Rating>,
}

impl Asked {
    /// A try at a question; `seed` decides every order. With `blank` only the blanks of that number are asked.
    #[must_use]
    pub fn question(question: &Question, blank: Option<u32>, seed: u64) -> Asked {
        Asked::new(Body::Question(Attempt::new(question, blank, seed)))
    }

    /// A drill.
    #[must_use]
    pub fn drill(drill: Drill) -> Asked {
        Asked::new(Body::Drill(drill))
    }

    fn new(body: Body) -> Asked {
        let fields = match &body {
            Body::Question(attempt) => match attempt.sheet() {
                Sheet::Fields(fields) => fields.len(),
                _ => 0,
            },
            Body::Drill(drill) => usize::from(drill.choices.is_empty()),
        };
        let cursor = match &body {
            Body::Question(attempt) => !matches!(attempt.sheet(), Sheet::Choices { .. } | Sheet::Rubric { .. }),
            Body::Drill(drill) => drill.choices.is_empty(),
        };
        Asked { body, stage: Stage::Open, cursor: cursor.then_some(0), held: false, fields: vec![Field::default(); fields], hint: false, remark: None }
    }

    /// The same try at the same question in another language.
    ///
    /// What was picked, typed and judged stays, where the question has the same shape there.
    #[must_use]
    pub fn reworded(&self, question: &Question) -> Asked {
        let Body::Question(before) = &self.body else { return self.clone() };
        let after = before.reworded(question);
        let mut asked = self.clone();
        let moved = moved(before, &after);
        if let Sheet::Fields(fields) = after.sheet() {
            asked.fields = fields.iter().map(|field| Field::with(field.text.as_str())).collect();
            asked.cursor = self.cursor.and_then(|at| moved.iter().position(|from| *from == at)).or(Some(0));
        }
        if let Stage::Done(done) = &mut asked.stage
            && !moved.is_empty()
        {
            done.verdict.marks = moved.iter().filter_map(|from| done.verdict.marks.get(*from).copied()).collect();
        }
        asked.body = Body::Question(after);
        asked
    }

    /// The scope that its keys stand in.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match &self.stage {
            Stage::Done(_) if self.scenario().is_some() => Scope::AnsweredDrill,
            Stage::Done(_) => Scope::Answered,
            Stage::Compare if matches!(self.sheet(), Some(Sheet::Recall)) => Scope::Compare,
            Stage::Open if !self.fields.is_empty() => Scope::Answer,
            Stage::Open | Stage::Compare => Scope::Question,
        }
    }

    /// The row or field under the cursor.
    #[must_use]
    pub fn cursor(&self) -> Option<usize> {
        self.cursor
    }

    /// Whether it has been answered.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done(_))
    }

    /// Whether it has been answered rightly.
    #[must_use]
    pub fn is_right(&self) -> bool {
        matches!(&self.stage, Stage::Done(done) if done.rating != Rating::Again)
    }

    /// Whether the answer is shown and the learner grades it.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.scope() == Scope::Compare
    }

    /// What the answer came to, for each card that was asked.
    #[must_use]
    pub fn outcomes(&self) -> Vec<Outcome> {
        let Stage::Done(done) = &self.stage else { return Vec::new() };
        let whole = vec![Outcome { number: None, rating: done.rating, judged: done.judged }];
        let Body::Question(attempt) = &self.body else { return whole };
        let numbers = attempt.numbers();
        if numbers.is_empty() {
            return whole;
        }
        numbers.into_iter().map(|(number, fields)| done.of_card(number, &fields)).collect()
    }

    /// The scenario of a drill with its simulator.
    #[must_use]
    pub fn scenario(&self) -> Option<(&'static str, &str)> {
        match &self.body {
            Body::Drill(drill) => Some((drill.sim, &drill.scenario)),
            Body::Question(_) => None,
        }
    }

    /// Takes input in.
    pub fn update(&mut self, input: &Input) -> Reply {
        if self.is_done() {
            return self.after(input);
        }
        match input {
            Input::Do(Action::Pick(number)) => self.pick(usize::from(*number).saturating_sub(1)),
            Input::Row(row) => self.pick(*row),
            Input::Do(Action::Toggle) => self.toggle(),
            Input::Do(Action::RowDown) => self.step(1),
            Input::Do(Action::RowUp) => self.step(-1),
            Input::Do(Action::MoveDown) => self.carry(1),
            Input::Do(Action::MoveUp) => self.carry(-1),
            Input::Do(Action::Next) if self.is_typed() => self.step(1),
            Input::Do(Action::Previous) if self.is_typed() => self.step(-1),
            Input::Do(Action::Enter) => self.enter(),
            Input::Do(Action::Hint) => self.show_hint(),
            Input::Do(action) => grade_of(*action).map_or(Reply::Passed, |rating| self.rate(rating)),
            Input::Key(key) => self.type_key(key),
            Input::Paste(text) => self.type_text(text),
            _ => Reply::Passed,
        }
    }

    /// Puts the cursor on a place: a field, an item of the left column.
    pub fn place(&mut self, place: usize) {
        if !self.is_done() {
            self.cursor = Some(place);
        }
    }

    /// Rates an answer that the learner compares, or overrules what the program judged.
    pub fn rate(&mut self, rating: Rating) -> Reply {
        match &mut self.stage {
            Stage::Compare if matches!(&self.body, Body::Question(a) if *a.sheet() == Sheet::Recall) => {
                let right = rating != Rating::Again;
                let verdict = Verdict { points: (usize::from(right), 1), marks: Vec::new() };
                self.stage = Stage::Done(Done { verdict, rating, judged: None, mistake: None });
                Reply::Answered
            }
            Stage::Done(done) => {
                done.rating = rating;
                Reply::Taken
            }
            _ => Reply::Passed,
        }
    }

    fn after(&mut self, input: &Input) -> Reply {
        match input {
            Input::Do(Action::Again) => Reply::Again,
            Input::Do(Action::OpenLab) | Input::Row(_) if self.scenario().is_some() => Reply::Lab,
            _ => Reply::Passed,
        }
    }

    fn sheet(&self) -> Option<&Sheet> {
        match &self.body {
            Body::Question(attempt) => Some(attempt.sheet()),
            Body::Drill(_) => None,
        }
    }

    fn is_typed(&self) -> bool {
        !self.fields.is_empty()
    }

    /// How many rows the cursor can stand on.
    fn rows(&self) -> usize {
        match (&self.body, self.sheet()) {
            (Body::Drill(drill), _) => drill.choices.len().max(self.fields.len()),
            (_, Some(Sheet::Choices { shown, .. } | Sheet::Order { shown })) => shown.len(),
            (_, Some(Sheet::Match { partners, .. })) => partners.len(),
            (_, Some(Sheet::Fields(fields))) => fields.len(),
            (_, Some(Sheet::Rubric { ticked })) if self.stage == Stage::Compare => ticked.len(),
            _ => 0,
        }
    }

    fn step(&mut self, by: isize) -> Reply {
        if self.held {
            return self.carry(by);
        }
        let rows = self.rows();
        let next = match self.cursor {
            None if by > 0 && rows > 0 => Some(0),
            None => None,
            Some(at) => at.checked_add_signed(by).filter(|at| *at < rows),
        };
        if next.is_none() {
            return Reply::Passed;
        }
        self.cursor = next;
        Reply::Taken
    }

    fn show_hint(&mut self) -> Reply {
        self.hint = true;
        if matches!(&self.body, Body::Question(attempt) if attempt.question().hint.is_some()) {
            return Reply::Taken;
        }
        self.remark = Some(Sentence::new("question-no-hint"));
        Reply::Taken
    }

    /// Judges, or shows what to compare with.
    fn enter(&mut self) -> Reply {
        match (self.sheet(), &self.stage) {
            (Some(Sheet::Choices { many: false, .. }), _) => self.cursor.map_or(Reply::Taken, |row| self.pick(row)),
            (Some(Sheet::Recall | Sheet::Rubric { .. }), Stage::Open) => {
                self.stage = Stage::Compare;
                Reply::Taken
            }
            (Some(Sheet::Recall), _) => self.rate(Rating::Good),
            (Some(Sheet::Fields(_)), _) => self.enter_field(),
            (Some(_), _) => self.grade(),
            (None, _) => self.enter_drill(),
        }
    }

    fn grade(&mut self) -> Reply {
        let Body::Question(attempt) = &self.body else { return Reply::Passed };
        let warned = self.remark == Some(Sentence::new("question-incomplete"));
        if !attempt.is_complete() && !warned {
            return self.say(Sentence::new("question-incomplete"));
        }
        match attempt.grade() {
            Grading::Judged(verdict) => {
                let rating = Rating::from_points(verdict.points.0, verdict.points.1);
                self.finish(Done { verdict, rating, judged: Some(rating), mistake: None })
            }
            Grading::Ask(field, message) => {
                self.cursor = Some(field);
                self.say(message)
            }
            Grading::ByLearner => Reply::Taken,
        }
    }

    fn finish(&mut self, done: Done) -> Reply {
        self.stage = Stage::Done(done);
        self.remark = None;
        self.held = false;
        Reply::Answered
    }

    fn say(&mut self, sentence: Sentence) -> Reply {
        self.remark = Some(sentence);
        Reply::Taken
    }

    fn type_key(&mut self, key: &KeyEvent) -> Reply {
        let Some(field) = self.cursor.and_then(|at| self.fields.get_mut(at)) else { return Reply::Passed };
        let changed = field.key(key);
        self.typed(changed)
    }

    fn type_text(&mut self, text: &str) -> Reply {
        let Some(field) = self.cursor.and_then(|at| self.fields.get_mut(at)) else { return Reply::Passed };
        let changed = field.insert(text);
        self.typed(changed)
    }
}

impl Done {
    /// What the fields of one card came to.
    fn of_card(&self, number: u32, fields: &[usize]) -> Outcome {
        let right = fields.iter().all(|at| self.verdict.marks.get(*at) == Some(&Mark::Right));
        let rating = Rating::from_points(usize::from(right), 1);
        Outcome { number: Some(number), rating: if self.judged == Some(self.rating) { rating } else { self.rating }, judged: Some(rating) }
    }
}

/// For each blank of a cloze after a change of language, which one it was before.
fn moved(before: &Attempt, after: &Attempt) -> Vec<usize> {
    let old = before.numbers();
    let mut moved: Vec<(usize, usize)> = Vec::new();
    for (number, fields) in &after.numbers() {
        let was = old.iter().find(|(n, _)| n == number).map_or(&[][..], |(_, fields)| fields.as_slice());
        moved.extend(fields.iter().copied().zip(was.iter().copied()));
    }
    moved.sort_unstable();
    moved.into_iter().map(|(_, from)| from).collect()
}

/// The rating that a key gives.
#[must_use]
pub fn grade_of(action: Action) -> Option<Rating> {
    match action {
        Action::GradeAgain => Some(Rating::Again),
        Action::GradeHard => Some(Rating::Hard),
        Action::GradeGood => Some(Rating::Good),
        Action::GradeEasy => Some(Rating::Easy),
        _ => None,
    }
}
