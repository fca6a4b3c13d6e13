use super::number::Quantity;
use super::spelling;
use crate::content::Accepted;
use crate::text::Message;

/// What became of one typed answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is one of the accepted answers.
    Right,
    /// It is none of them.
    Wrong,
    /// It may be right, but something must be said first.
    Ask(Message),
}

/// Compares what was typed with every accepted answer.
///
/// Case, full-width forms and Korean particles do not matter; spaces are dropped beside Hangul and
/// collapsed elsewhere; numbers are compared by value, within the tolerance; their unit is compared
/// as text, and asked for where it is missing. With `exact`, only white space at the ends is dropped.
#[must_use]
pub fn judge(accepted: &[Accepted], exact: bool, given: &str) -> Judged {
    let verdicts = accepted.iter().map(|accepted| if exact { judge_exactly(accepted, given) } else { judge_one(accepted, given) });
    verdicts.min_by_key(Judged::rank).unwrap_or(Judged::Wrong)
}

fn judge_exactly(accepted: &Accepted, given: &str) -> Judged {
    Judged::of(spelling::composed(&accepted.text) == spelling::composed(given))
}

fn judge_one(accepted: &Accepted, given: &str) -> Judged {
    let numbers = (Quantity::read(&accepted.text), Quantity::read(given));
    let (Some(wanted), Some(said)) = numbers else {
        return Judged::of(spelling::same(&accepted.text, given));
    };
    if !wanted.near(&said, accepted.tolerance.as_deref()) {
        return Judged::Wrong;
    }
    match (wanted.unit.as_str(), said.unit.as_str()) {
        ("", "") => Judged::Right,
        (_, "") => Judged::Ask(Message::new("quiz-which-unit")),
        ("", _) => Judged::Ask(Message::new("quiz-only-number")),
        (wanted, said) => Judged::of(spelling::same(wanted, said)),
    }
}

impl Judged {
    fn of(right: bool) -> Judged {
        if right { Judged::Right } else { Judged::Wrong }
    }

    /// Of several accepted answers the one that was met best counts.
    fn rank(&self) -> u8 {
        match self {
            Judged::Right => 0,
            Judged::Ask(_) => 1,
            Judged::Wrong => 2,
        }
    }
}
