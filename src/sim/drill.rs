use super::rng::Rng;
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

impl Drill {
    /// What is told after an answer: the learner's mistake, then why the right answer is right, nothing twice.
    pub fn told<'d>(&'d self, mistake: Option<&'d Message>) -> impl Iterator<Item = &'d Message> {
        mistake.into_iter().chain(self.explanation.iter().filter(move |said| Some(*said) != mistake))
    }
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

/// Makes a simulator's question of a level, 1 to 3.
pub(super) type Make<Q> = fn(&mut Rng, u8) -> Q;

/// A kind of drill with what makes its questions.
pub(super) type Maker<Q> = (DrillKind, Make<Q>);

/// A kind by its name and the id of its summary.
pub(super) const fn kind(name: &'static str, summary: &'static str) -> DrillKind {
    DrillKind { name, summary }
}

/// The kinds without their makers, in the same order: what [`Simulator::drills`](super::Simulator::drills) lists.
pub(super) const fn kinds<Q, const N: usize>(makers: &[Maker<Q>; N]) -> [DrillKind; N] {
    let mut kinds = [kind("", ""); N];
    let mut i = 0;
    while i < N {
        kinds[i] = makers[i].0;
        i += 1;
    }
    kinds
}

/// Makes the question of a kind: its name as it is declared, the level held between 1 and 3, the question.
///
/// `None` if there is no such kind.
pub(super) fn make<Q>(makers: &[Maker<Q>], kind: &str, level: u8, seed: u64) -> Option<(&'static str, u8, Q)> {
    let (kind, make) = makers.iter().find(|(known, _)| known.name == kind)?;
    let level = level.clamp(1, 3);
    Some((kind.name, level, make(&mut Rng::new(kind.name, level, seed), level)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_twice() {
        let (slip, why) = (Message::new("cors-slip-null"), Message::new("cors-why-order"));
        let drill = Drill {
            sim: "cors",
            kind: "redirect",
            level: 1,
            seed: 1,
            prompt: Message::new("cors-slip-null"),
            answer: "null".into(),
            choices: Vec::new(),
            explanation: vec![slip.clone(), why.clone()],
            scenario: String::new(),
        };
        assert_eq!(drill.told(Some(&slip)).collect::<Vec<_>>(), [&slip, &why]);
        assert_eq!(drill.told(None).collect::<Vec<_>>(), [&slip, &why]);
    }
}
