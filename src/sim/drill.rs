use crate::text::Message;

/// A kind of drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrillKind {
    /// The word in a `drill` fence and on the command line.
    pub name: &'static str,
    /// The id of the message that says what it practises.
    pub summary: &'static str,
}

/// A question made by a simulator.
#[derive(Clone, Debug, PartialEq)]
pub struct Drill {
    /// The simulator's name.
    pub sim: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// 1 to 3.
    pub level: u8,
    /// What it was made from.
    pub seed: u64,
    /// What is asked.
    pub prompt: Message,
    /// The right answer in canonical text.
    pub answer: String,
    /// Choices to pick from instead of typing, where the kind has them: the word to answer with, and what it says.
    pub choices: Vec<(&'static str, Message)>,
    /// Why the answer is right.
    pub explanation: Vec<Message>,
    /// The scenario that shows it in the lab.
    pub scenario: String,
}

/// What became of an answer to a drill.
#[derive(Clone, Debug, PartialEq)]
pub enum Judgement {
    /// Right.
    Right,
    /// Wrong; the learner's mistake, where it is a known one.
    Wrong(Option<Message>),
    /// Not an answer at all (an address was asked for, a word came): asked again, not counted.
    Unreadable(Message),
}
