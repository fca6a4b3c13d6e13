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

#[cfg(test)]
mod tests {
    use super::super::Event;
    use super::super::specimen::{card, course, event, lesson, review};
    use super::*;

    const CLOZE: &str = "+++\ntitle = \"T\"\n+++\n\n```quiz z\n{{c1::a}} {{c2::b}}\n```\n";

    fn with<T>(text: &str, log: &[Event], ask: impl Fn(Today<'_>) -> T) -> T {
        let deck = Deck::of(&course(&[("t/a", text)]));
        let memory = Memory::of(deck.renames().clone(), log);
        ask(Today { deck: &deck, memory: &memory, day: StudyDay(10) })
    }

    fn due(seq: u64, id: &str, days: u32) -> Event {
        let What::Reviewed { card, .. } = review(id, Rating::Easy) else { unreachable!() };
        event(seq, 10, What::Reviewed { card, rating: Rating::Easy, judged: None, practice: false, took_ms: 0, days: Some(days) })
    }

    #[test]
    fn the_days_are_shown_for_each_key() {
        let intervals = with(&lesson(&["q"]), &[], |today| today.intervals(&card("c/t/a#q")));
        assert_eq!(intervals[..3], [0, 1, 2]);
        assert!((6..=10).contains(&intervals[3]));
    }

    #[test]
    fn the_day_with_the_fewest_cards_is_chosen() {
        let log: Vec<Event> = [6, 7, 9, 10].into_iter().enumerate().map(|(n, days)| due(n as u64 + 1, &format!("c/x#q{n}"), days)).collect();
        let easy = with(&lesson(&["q"]), &log, |today| today.intervals(&card("c/t/a#q"))[3]);
        assert_eq!(easy, 8);
    }

    #[test]
    fn a_siblings_day_is_left_to_it() {
        for days in 6..=10 {
            let others = (6..=10).filter(|day| *day != days).enumerate().map(|(n, day)| due(n as u64 + 2, &format!("c/x#q{n}"), day));
            let log: Vec<Event> = [due(1, "c/t/a#z/1", days)].into_iter().chain(others).collect();
            assert_ne!(with(CLOZE, &log, |today| today.intervals(&card("c/t/a#z/2"))[3]), days);
        }
    }

    #[test]
    fn what_is_shown_is_what_is_kept() {
        for rating in Rating::ALL {
            let answer = Answer { rating, judged: None, took_ms: 1 };
            let (shown, what) =
                with(&lesson(&["q"]), &[], |today| (today.intervals(&card("c/t/a#q"))[rating as usize], today.reviewed(&card("c/t/a#q"), answer)));
            let kept = Memory::of(super::super::Renames::default(), &[event(1, 10, what)]).learned(&card("c/t/a#q")).unwrap().due;
            assert_eq!(kept, StudyDay(10) + i32::try_from(shown).unwrap(), "{rating:?}");
        }
    }

    #[test]
    fn an_answer_before_its_day_is_practice() {
        let answer = Answer { rating: Rating::Again, judged: Some(Rating::Again), took_ms: 1 };
        let practice = |log: &[Event]| match with(&lesson(&["q"]), log, |today| today.reviewed(&card("c/t/a#q"), answer)) {
            What::Reviewed { practice, .. } => practice,
            _ => unreachable!(),
        };
        assert!(!practice(&[]), "new");
        assert!(practice(&[event(1, 9, review("c/t/a#q", Rating::Easy))]), "not due");
        assert!(!practice(&[event(1, 1, review("c/t/a#q", Rating::Good))]), "due");
        assert!(!practice(&[event(1, 10, review("c/t/a#q", Rating::Again))]), "failed today");
    }

    #[test]
    fn numbers_change_with_the_day_and_the_answers() {
        let seed = |log: &[Event], day| {
            let deck = Deck::of(&course(&[("t/a", &*lesson(&["q"]))]));
            let memory = Memory::of(deck.renames().clone(), log);
            Today { deck: &deck, memory: &memory, day: StudyDay(day) }.seed(&card("c/t/a#q"))
        };
        let answered = [event(1, 10, review("c/t/a#q", Rating::Again))];
        assert_eq!(seed(&[], 10), seed(&[], 10));
        assert!(seed(&[], 10) != seed(&[], 11) && seed(&[], 10) != seed(&answered, 10));
    }

    #[test]
    fn the_next_lesson_is_the_first_that_is_not_open_yet() {
        let next = |log: &[Event]| with(&lesson(&["q", "r"]), log, |today| today.next_lesson(&[]).map(|(slug, cards)| (slug.to_string(), cards)));
        assert_eq!(next(&[]), Some(("t/a".into(), 2)));
        assert_eq!(next(&[event(1, 1, review("c/t/a#q", Rating::Good))]), Some(("t/a".into(), 1)));
        assert_eq!(next(&[event(1, 1, super::super::specimen::read("c/t/a"))]), None);
        assert!(with(&lesson(&["q"]), &[], |today| today.next_lesson(&["x".into()]).is_none()));
    }
}
