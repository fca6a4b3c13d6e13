use std::collections::BTreeMap;

use super::{Learned, StudyDay};

/// An answer that took longer counts as this much: the learner was elsewhere.
const LONGEST_MS: u32 = 120_000;
/// What an answer takes before the log knows better.
const FIRST_GUESS_S: u64 = 30;

/// Sums over all cards, in whole numbers, so that taking something back restores them exactly.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    due: Days,
    introduced: Days,
    answers: Days,
    took_ms: u64,
    timed: u64,
}

/// A count for each day that has one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Days(BTreeMap<StudyDay, usize>);

impl Tally {
    pub fn answered(&mut self, day: StudyDay, took_ms: u32) {
        self.answers.add(day);
        self.took_ms += u64::from(took_ms.min(LONGEST_MS));
        self.timed += 1;
    }

    pub fn unanswered(&mut self, day: StudyDay, took_ms: u32) {
        self.answers.take(day);
        self.took_ms -= u64::from(took_ms.min(LONGEST_MS));
        self.timed -= 1;
    }

    /// A card was `before` and is `after`.
    pub fn moved(&mut self, before: Option<Learned>, after: Option<Learned>) {
        if let Some(before) = before {
            self.due.take(before.due);
            self.introduced.take(before.first);
        }
        if let Some(after) = after {
            self.due.add(after.due);
            self.introduced.add(after.first);
        }
    }

    pub fn introduced_on(&self, day: StudyDay) -> usize {
        self.introduced.on(day)
    }

    pub fn answers_on(&self, day: StudyDay) -> usize {
        self.answers.on(day)
    }

    pub fn load_on(&self, day: StudyDay) -> usize {
        self.due.on(day)
    }

    pub fn seconds_a_card(&self) -> u32 {
        let seconds = self.took_ms.div_ceil(1000).checked_div(self.timed).unwrap_or(FIRST_GUESS_S);
        u32::try_from(seconds.max(1)).unwrap_or(LONGEST_MS / 1000)
    }
}

impl Days {
    fn add(&mut self, day: StudyDay) {
        *self.0.entry(day).or_default() += 1;
    }

    fn take(&mut self, day: StudyDay) {
        if let Some(count) = self.0.get_mut(&day) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(&day);
            }
        }
    }

    fn on(&self, day: StudyDay) -> usize {
        self.0.get(&day).copied().unwrap_or(0)
    }
}
