use std::ops::Range;

use super::{Block, Inlines, QuestionId};

/// A question of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Unique in the lesson.
    pub id: QuestionId,
    /// What is asked. In a cloze it holds [`Inline::Blank`](super::Inline::Blank)s.
    pub prompt: Vec<Block>,
    /// How it is answered.
    pub kind: Kind,
    /// What everyone is told after answering.
    pub explanation: Vec<Block>,
    /// A nudge, shown when asked for.
    pub hint: Option<String>,
    /// 1 to 3.
    pub level: Option<u8>,
    /// Choices keep the order in which they are written.
    pub fixed: bool,
    /// The id that it had before.
    pub was: Option<QuestionId>,
    /// Where the fence stands in the lesson's text, in bytes.
    pub span: Range<usize>,
}

/// The kinds of question; the kind follows from the shape of the fence.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One of several is right.
    Choice(Vec<Choice>),
    /// Any number of several are right.
    Select(Vec<Choice>),
    /// Items in the right order.
    Order(Vec<Inlines>),
    /// Pairs that belong together, under the names of the two columns.
    Match { columns: [Inlines; 2], pairs: Vec<[Inlines; 2]> },
    /// Hidden places in the prompt.
    Cloze { blanks: Vec<Blank>, exact: bool },
    /// A typed answer.
    Typed { accepted: Vec<Accepted>, exact: bool },
    /// The learner compares with the answer.
    Recall { answer: Vec<Block> },
    /// The learner ticks the points that a spoken answer made.
    Rubric { points: Vec<Inlines> },
}

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it says.
    pub text: Inlines,
    /// Whether it is right.
    pub right: bool,
    /// What is said to whoever took it.
    pub feedback: Vec<Block>,
}

/// A hidden place of a cloze.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// The number in `{{c1::..}}`: blanks with one number are one card.
    pub card: u32,
    /// Every accepted filling, the first of them shown as the answer.
    pub accepted: Vec<Accepted>,
}

/// One accepted answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// As it is written in the lesson, alternatives apart.
    pub text: String,
    /// How far a number may be off: `+- 0.001`.
    pub tolerance: Option<String>,
}
