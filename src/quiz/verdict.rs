use crate::text::Message;

/// What became of a try.
#[derive(Clone, Debug, PartialEq)]
pub enum Grading {
    /// It was judged.
    Judged(Verdict),
    /// Something must be said first, such as a unit; nothing counts yet. The field and what is asked.
    Ask(usize, Message),
    /// The learner compares with the answer and rates it.
    ByLearner,
}

/// What an answer is worth, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The points got and the points there are. What is either right or wrong has one.
    pub points: (usize, usize),
    /// What each part is: choices and points of a rubric in the question's order, places of an order
    /// as shown, the left column of a match, fields.
    pub marks: Vec<Mark>,
}

/// What one part of an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Neither taken nor to be taken.
    Plain,
    /// As it should be.
    Right,
    /// Not as it should be.
    Wrong,
    /// Should have been taken.
    Missed,
}

impl Verdict {
    /// All or nothing: right if every part is.
    pub(super) fn whole(marks: Vec<Mark>) -> Verdict {
        let right = marks.iter().all(|mark| matches!(mark, Mark::Plain | Mark::Right));
        Verdict { points: (usize::from(right), 1), marks }
    }

    /// Whether nothing is wrong or missing.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.points.0 == self.points.1
    }
}

impl Mark {
    pub(super) fn of(taken: bool, right: bool) -> Mark {
        match (taken, right) {
            (true, true) => Mark::Right,
            (true, false) => Mark::Wrong,
            (false, true) => Mark::Missed,
            (false, false) => Mark::Plain,
        }
    }

    pub(super) fn right_or_wrong(right: bool) -> Mark {
        if right { Mark::Right } else { Mark::Wrong }
    }
}
