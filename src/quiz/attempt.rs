use super::judge::{Judged, judge};
use super::shuffle::shuffled;
use super::verdict::{Grading, Mark, Verdict};
use crate::content::{Accepted, Choice, Inlines, Kind, Question};

/// One try at a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    question: Question,
    sheet: Sheet,
}

/// What the learner works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Choices as shown, and which are picked; only one of them unless `many`.
    Choices { shown: Vec<usize>, picked: Vec<bool>, many: bool },
    /// Items as they are arranged now.
    Order { shown: Vec<usize> },
    /// The right column as shown, and for each item of the left column its partner in the right one.
    Match { shown: Vec<usize>, partners: Vec<Option<usize>> },
    /// Places to type into; a typed question has one.
    Fields(Vec<Field>),
    /// The learner thinks, then compares.
    Recall,
    /// The learner speaks, then ticks the points made.
    Rubric { ticked: Vec<bool> },
}

/// A place to type into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The index among the question's blanks; 0 in a typed question.
    pub blank: usize,
    /// What has been typed.
    pub text: String,
}

impl Attempt {
    /// A try at `question`; `seed` decides every order in which something is shown.
    ///
    /// `blank` is the number of the card, where one card of a cloze is asked and the other blanks are
    /// shown; without it all blanks are asked.
    #[must_use]
    pub fn new(question: &Question, blank: Option<u32>, seed: u64) -> Attempt {
        Attempt { sheet: Sheet::of(question, blank, seed), question: question.clone() }
    }

    /// The question.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// What the learner works on.
    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Takes a choice or ticks a point, or takes that back; where one is to be chosen, the other is let go.
    pub fn toggle(&mut self, index: usize) {
        let (marks, many) = match &mut self.sheet {
            Sheet::Choices { picked, many, .. } => (picked, *many),
            Sheet::Rubric { ticked } => (ticked, true),
            _ => return,
        };
        let on = marks.get(index).is_some_and(|on| !on);
        if !many {
            marks.fill(false);
        }
        if let Some(mark) = marks.get_mut(index) {
            *mark = on;
        }
    }

    /// Moves the item shown at `from` to the place `to`; those between make room.
    pub fn shift(&mut self, from: usize, to: usize) {
        if let Sheet::Order { shown } = &mut self.sheet
            && from < shown.len()
        {
            let item = shown.remove(from);
            shown.insert(to.min(shown.len()), item);
        }
    }

    /// Puts an item of the left column and one of the right together; both leave their partners. The same again parts them.
    pub fn pair(&mut self, left: usize, right: usize) {
        let Sheet::Match { shown, partners } = &mut self.sheet else { return };
        if left >= partners.len() || right >= shown.len() {
            return;
        }
        let parted = partners[left] == Some(right);
        partners.iter_mut().filter(|p| **p == Some(right)).for_each(|p| *p = None);
        partners[left] = (!parted).then_some(right);
    }

    /// Puts text into a field.
    pub fn write(&mut self, field: usize, text: impl Into<String>) {
        if let Sheet::Fields(fields) = &mut self.sheet
            && let Some(field) = fields.get_mut(field)
        {
            field.text = text.into();
        }
    }

    /// Whether everything that can be answered has been.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        match &self.sheet {
            Sheet::Choices { picked, .. } => picked.contains(&true),
            Sheet::Match { partners, .. } => !partners.contains(&None),
            Sheet::Fields(fields) => fields.iter().all(|field| !field.text.trim().is_empty()),
            Sheet::Order { .. } | Sheet::Recall | Sheet::Rubric { .. } => true,
        }
    }

    /// Judges what has been answered so far; what is left open counts as not known.
    #[must_use]
    pub fn grade(&self) -> Grading {
        match (&self.sheet, &self.question.kind) {
            (Sheet::Choices { picked, .. }, Kind::Choice(choices) | Kind::Select(choices)) => Grading::Judged(grade_choices(picked, choices)),
            (Sheet::Order { shown }, Kind::Order(items)) => Grading::Judged(grade_order(shown, items)),
            (Sheet::Match { partners, .. }, Kind::Match { pairs, .. }) => Grading::Judged(grade_match(partners, pairs)),
            (Sheet::Fields(fields), _) => self.grade_fields(fields),
            (Sheet::Rubric { ticked }, _) => Grading::Judged(Verdict {
                points: (ticked.iter().filter(|t| **t).count(), ticked.len()),
                marks: ticked.iter().map(|ticked| Mark::of(*ticked, true)).collect(),
            }),
            _ => Grading::ByLearner,
        }
    }

    /// What is accepted in a field, the answer to show first.
    #[must_use]
    pub fn accepted(&self, field: usize) -> &[Accepted] {
        match (&self.question.kind, &self.sheet) {
            (Kind::Typed { accepted, .. }, _) => accepted,
            (Kind::Cloze { blanks, .. }, Sheet::Fields(fields)) => {
                fields.get(field).and_then(|field| blanks.get(field.blank)).map_or(&[], |blank| blank.accepted.as_slice())
            }
            _ => &[],
        }
    }

    fn grade_fields(&self, fields: &[Field]) -> Grading {
        let exact = matches!(self.question.kind, Kind::Typed { exact: true, .. } | Kind::Cloze { exact: true, .. });
        let judged: Vec<Judged> = fields.iter().enumerate().map(|(at, field)| judge(self.accepted(at), exact, &field.text)).collect();
        let asked = judged.iter().enumerate().find_map(|(at, judged)| match judged {
            Judged::Ask(message) => Some((at, message.clone())),
            _ => None,
        });
        match asked {
            Some((at, message)) if !judged.contains(&Judged::Wrong) => Grading::Ask(at, message),
            _ => Grading::Judged(Verdict::whole(judged.iter().map(|judged| Mark::right_or_wrong(*judged == Judged::Right)).collect())),
        }
    }
}

impl Sheet {
    fn of(question: &Question, blank: Option<u32>, seed: u64) -> Sheet {
        let shown = |count| if question.fixed { (0..count).collect() } else { shuffled(count, seed) };
        match &question.kind {
            Kind::Choice(choices) => Sheet::Choices { shown: shown(choices.len()), picked: vec![false; choices.len()], many: false },
            Kind::Select(choices) => Sheet::Choices { shown: shown(choices.len()), picked: vec![false; choices.len()], many: true },
            Kind::Order(items) => Sheet::Order { shown: disordered(items, seed) },
            Kind::Match { pairs, .. } => Sheet::Match { shown: shuffled(pairs.len(), seed), partners: vec![None; pairs.len()] },
            Kind::Cloze { blanks, .. } => {
                let asked = blanks.iter().enumerate().filter(|(_, b)| blank.is_none_or(|number| b.card == number));
                Sheet::Fields(asked.map(|(blank, _)| Field { blank, text: String::new() }).collect())
            }
            Kind::Typed { .. } => Sheet::Fields(vec![Field::default()]),
            Kind::Recall { .. } => Sheet::Recall,
            Kind::Rubric { points } => Sheet::Rubric { ticked: vec![false; points.len()] },
        }
    }
}

/// An order that is not the right one, where there is such.
fn disordered(items: &[Inlines], seed: u64) -> Vec<usize> {
    let mut shown = shuffled(items.len(), seed);
    if grade_order(&shown, items).is_right() && !shown.is_empty() {
        shown.rotate_left(1);
    }
    shown
}

fn grade_choices(picked: &[bool], choices: &[Choice]) -> Verdict {
    Verdict::whole(picked.iter().zip(choices).map(|(picked, choice)| Mark::of(*picked, choice.right)).collect())
}

/// Items that say the same may stand in each other's place.
fn grade_order(shown: &[usize], items: &[Inlines]) -> Verdict {
    Verdict::whole(shown.iter().zip(items).map(|(at, item)| Mark::right_or_wrong(items.get(*at) == Some(item))).collect())
}

/// Items of the right column that say the same may stand for each other, and so may those of the left.
fn grade_match(partners: &[Option<usize>], pairs: &[[Inlines; 2]]) -> Verdict {
    let belongs = |(left, right): (&[Inlines; 2], &Option<usize>)| {
        let right = right.and_then(|right| pairs.get(right));
        Mark::right_or_wrong(right.is_some_and(|right| pairs.iter().any(|pair| pair[0] == left[0] && pair[1] == right[1])))
    };
    Verdict::whole(pairs.iter().zip(partners).map(belongs).collect())
}
