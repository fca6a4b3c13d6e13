use super::{Card, CardId, Deck, LessonId, Limits, Memory, Phase, Queue, Rating, StudyDay, What, fuzz};
use crate::content::Slug;

/// A card is known while it would be remembered at least this likely.
const KNOWN: f32 = 0.8;

/// A course's cards as they stand on a day: what queue, session, reader and Home ask.
#[derive(Clone, Copy, Debug)]
pub struct Today<'a> {
    /// The cards.
    pub deck: &'a Deck,
    /// What is known of them.
    pub memory: &'a Memory,
    /// The study day.
    pub day: StudyDay,
}

/// How a card was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The rating that counts.
    pub rating: Rating,
    /// The program's own, where it judged; kept beside the learner's.
    pub judged: Option<Rating>,
    /// How long it took.
    pub took_ms: u32,
}

impl Today<'_> {
    /// What is to be reviewed.
    #[must_use]
    pub fn queue(&self, limits: &Limits) -> Queue {
        Queue::of(*self, limits)
    }

    /// The cards that are due, new ones not among them.
    #[must_use]
    pub fn due(&self) -> usize {
        self.count(|id| self.memory.is_due(id, self.day))
    }

    /// The cards that were right the last time and would be right now, more likely than four in five.
    #[must_use]
    pub fn known(&self) -> usize {
        self.count(|id| self.memory.phase(id) == Phase::Review && self.memory.recall(id, self.day).is_some_and(|r| r >= KNOWN))
    }

    /// The days until the card would be due, for each rating in the order of [`Rating::ALL`]; 0 is today.
    ///
    /// Within the fuzz of the interval it is the day with the fewest cards and without a sibling.
    #[must_use]
    pub fn intervals(&self, card: &CardId) -> [u32; 4] {
        let learned = self.memory.learned(card);
        let elapsed = learned.map_or(0, |l| self.day.since(l.last));
        let next = self.memory.scheduler().next(learned.map(|l| (l.stability, l.difficulty)), elapsed);
        let seed = card.seed(u64::from(learned.map_or(0, |l| l.reps)));
        let from = learned.map_or(self.day, |l| l.last.max(self.day));
        let siblings: Vec<StudyDay> = self.deck.siblings(card).filter_map(|id| self.memory.learned(id)).map(|l| l.due).collect();
        let burden = |days: u32| {
            let day = from + i32::try_from(days).unwrap_or(i32::MAX);
            (siblings.contains(&day), self.memory.load_on(day))
        };
        let mut least = 1;
        Rating::ALL.map(|rating| {
            if rating == Rating::Again {
                return 0;
            }
            least = fuzz::lightest(next[rating].ideal, seed, burden).max(least);
            least
        })
    }

    /// What shuffles a card's choices and makes its numbers: others on another day and after each answer.
    #[must_use]
    pub fn seed(&self, card: &CardId) -> u64 {
        let reps = self.memory.learned(card).map_or(0, |l| l.reps);
        card.seed(u64::from(self.day.0.unsigned_abs()) << 32 | u64::from(reps))
    }

    /// The first lesson, in the course's order, whose new cards may not come yet, with their number.
    #[must_use]
    pub fn next_lesson(&self, topics: &[String]) -> Option<(&Slug, usize)> {
        let wanted = |card: &&Card| topics.is_empty() || topics.iter().any(|topic| topic == card.lesson.topic());
        let first = self.deck.cards().iter().filter(wanted).find(|card| self.memory.learned(&card.id).is_none() && !self.admits(card))?;
        let new = self.deck.of_lesson(&first.lesson).filter(|card| self.memory.learned(&card.id).is_none()).count();
        Some((&first.lesson, new))
    }

    /// What an answer means for the log.
    ///
    /// It is a review if the card is new or due; otherwise an exercise that leaves the schedule alone.
    #[must_use]
    pub fn reviewed(&self, card: &CardId, answer: Answer) -> What {
        let practice = self.memory.phase(card) != Phase::New && !self.memory.is_due(card, self.day);
        let days = self.intervals(card)[answer.rating as usize];
        What::Reviewed {
            card: card.clone(),
            rating: answer.rating,
            judged: answer.judged,
            practice,
            took_ms: answer.took_ms,
            days: (!practice && days > 0).then_some(days),
        }
    }

    /// Whether the new cards of a card's lesson may come.
    pub(super) fn admits(&self, card: &Card) -> bool {
        self.memory.admits(&LessonId::new(self.deck.course(), &card.lesson))
    }

    fn count(&self, holds: impl Fn(&CardId) -> bool) -> usize {
        self.deck.cards().iter().filter(|card| holds(&card.id)).count()
    }
}
