use std::fmt;
use std::ops::Index;

use fsrs::{DEFAULT_PARAMETERS, FSRS, ItemState, MemoryState, NextStates};

use super::Rating;

/// The longest interval, in days.
pub const LONGEST: u32 = 36_500;

/// FSRS-6 with its parameters and the recall that is aimed at.
///
/// The `fsrs` crate computes; rounding, limits, the study day and fuzz are ours.
pub struct Scheduler {
    fsrs: FSRS,
    decay: f32,
    retention: f32,
}

/// What a card's memory becomes, for each rating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next([Step; 4]);

/// A card's memory after an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The days after which recall has fallen to 90 %.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
    /// The days until recall falls to what is aimed at, not yet rounded.
    pub ideal: f32,
}

impl Scheduler {
    /// A scheduler with its own parameters, 21 for FSRS-6, aiming at a recall of `retention`.
    ///
    /// # Errors
    ///
    /// Parameters that are not numbers or not 0, 17, 19 or 21 of them; a retention outside 0.7 to 0.99.
    pub fn new(parameters: &[f32], retention: f32) -> Result<Scheduler, BadParameters> {
        let parameters = fsrs::check_and_fill_parameters(parameters).map_err(|_| BadParameters)?;
        let fsrs = FSRS::new(&parameters).map_err(|_| BadParameters)?;
        if !(0.7..=0.99).contains(&retention) {
            return Err(BadParameters);
        }
        let decay = parameters.get(20).map_or(DEFAULT_PARAMETERS[20], |decay| decay.clamp(0.1, 0.8)); // as FSRS clips it
        Ok(Scheduler { fsrs, decay, retention })
    }

    /// What each rating makes of a card with memory `before`, `elapsed` study days after its last answer.
    ///
    /// No rating leads to a longer interval than a better one.
    #[must_use]
    pub fn next(&self, before: Option<(f32, f32)>, elapsed: u32) -> Next {
        let before = before.map(|(stability, difficulty)| MemoryState { stability, difficulty });
        let next = self.fsrs.next_states(before, self.retention, elapsed);
        // Only a state that is no number is refused; such a card is learnt anew.
        let next = next.or_else(|_| self.fsrs.next_states(None, self.retention, 0));
        next.map_or(Next([Step::LOST; 4]), Next::of)
    }

    /// The probability that a card of this stability is remembered after `elapsed` study days.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "days stay far below 2^24")]
    pub fn recall(&self, stability: f32, elapsed: u32) -> f32 {
        fsrs::current_retrievability(MemoryState { stability, difficulty: 1.0 }, elapsed as f32, self.decay)
    }

    /// The recall that is aimed at.
    #[must_use]
    pub fn retention(&self) -> f32 {
        self.retention
    }
}

impl Default for Scheduler {
    /// FSRS-6 as published, aiming at a recall of 90 %.
    fn default() -> Self {
        Scheduler { fsrs: FSRS::default(), decay: DEFAULT_PARAMETERS[20], retention: 0.9 }
    }
}

impl fmt::Debug for Scheduler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scheduler").field("decay", &self.decay).field("retention", &self.retention).finish_non_exhaustive()
    }
}

impl Next {
    fn of(states: NextStates) -> Next {
        let mut least = 0.0_f32;
        Next([states.again, states.hard, states.good, states.easy].map(|state| {
            let step = Step::of(state, least);
            least = step.ideal;
            step
        }))
    }
}

impl Index<Rating> for Next {
    type Output = Step;

    fn index(&self, rating: Rating) -> &Step {
        &self.0[rating as usize]
    }
}

impl Step {
    /// Where even the first answer of a card cannot be computed: asked again tomorrow.
    const LOST: Step = Step { stability: 0.1, difficulty: 5.0, ideal: 1.0 };

    fn of(state: ItemState, least: f32) -> Step {
        Step { stability: state.memory.stability, difficulty: state.memory.difficulty, ideal: state.interval.max(least) }
    }

    /// The interval in whole days, from 1 to `LONGEST`.
    #[must_use]
    pub fn days(&self) -> u32 {
        whole_days(self.ideal)
    }
}

/// Days rounded to a whole number from 1 to `LONGEST`.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "clamped before the cast")]
pub(super) fn whole_days(days: f32) -> u32 {
    days.round().clamp(1.0, LONGEST as f32) as u32
}

/// Parameters that FSRS cannot work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadParameters;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_new_card_gets_the_published_intervals() {
        let next = Scheduler::default().next(None, 0);
        assert_eq!(Rating::ALL.map(|rating| next[rating].days()), [1, 1, 2, 8]);
    }

    #[test]
    fn recall_is_what_was_aimed_at_when_the_card_is_due() {
        let scheduler = Scheduler::default();
        assert!((scheduler.recall(30.0, 30) - 0.9).abs() < 1e-4);
        assert!((scheduler.recall(30.0, 0) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn bad_parameters_are_refused() {
        assert_eq!(Scheduler::new(&[1.0; 5], 0.9).err(), Some(BadParameters));
        assert_eq!(Scheduler::new(&[f32::NAN; 21], 0.9).err(), Some(BadParameters));
        assert_eq!(Scheduler::new(&[], 1.0).err(), Some(BadParameters));
    }

    proptest! {
        #[test]
        fn a_better_rating_never_comes_sooner(stability in 0.001f32..40_000.0, difficulty in 1.0f32..10.0, elapsed in 0u32..40_000) {
            let next = Scheduler::default().next(Some((stability, difficulty)), elapsed);
            let days = Rating::ALL.map(|rating| next[rating].days());
            prop_assert!(days.is_sorted(), "{days:?}");
            prop_assert!(days[0] >= 1 && days[3] <= LONGEST);
        }
    }
}
