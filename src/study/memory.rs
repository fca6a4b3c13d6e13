use std::collections::{HashMap, HashSet};

use super::event::Key;
use super::progress::{Lessons, Subject};
use super::tally::Tally;
use super::trail::Trail;
use super::{CardId, Event, EventId, LessonId, LessonProgress, Moment, Place, Rating, Renames, Scheduler, Stamp, StudyDay, What, fuzz};

/// What the log means: the state of every card and lesson.
///
/// The result is the same for any order of arrival, because events are folded in the order of
/// time, device and number, each card and lesson from its own events. An event that arrives twice
/// counts once; one that was undone does not count, whichever of the two arrives first.
#[derive(Debug, Default)]
pub struct Memory {
    scheduler: Scheduler,
    renames: Renames,
    seen: HashMap<EventId, Subject>,
    undone: HashSet<EventId>,
    latest: Option<(Key, Stamp)>,
    cards: HashMap<CardId, Record>,
    lessons: Lessons,
    tally: Tally,
}

/// A card that has been answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// The days after which recall has fallen to 90 %.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
    /// The first answer.
    pub first: StudyDay,
    /// The last answer.
    pub last: StudyDay,
    /// The day from which on it is to be asked.
    pub due: StudyDay,
    /// How the last answer went.
    pub rating: Rating,
    /// How often it was answered.
    pub reps: u32,
    /// How often it was forgotten after it had been known.
    pub lapses: u32,
}

/// How far a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Never answered.
    New,
    /// The last answer was wrong: it comes again at once.
    Learning,
    /// The last answer was right.
    Review,
}

/// The events of a card and what they came to.
#[derive(Clone, Debug, Default)]
struct Record {
    trail: Trail<Deed>,
    learned: Option<Learned>,
    flagged: bool,
}

/// What can happen to a card.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Review { rating: Rating, day: StudyDay, days: Option<u32>, took_ms: u32 },
    Practice { day: StudyDay, took_ms: u32 },
    Flag(bool),
}

impl Memory {
    /// A memory without events; `renames` come from the [`Deck`](super::Deck).
    #[must_use]
    pub fn new(scheduler: Scheduler, renames: Renames) -> Memory {
        Memory { scheduler, renames, ..Memory::default() }
    }

    /// A memory with the events of a log.
    #[must_use]
    pub fn of<'a>(renames: Renames, events: impl IntoIterator<Item = &'a Event>) -> Memory {
        let mut memory = Memory::new(Scheduler::default(), renames);
        events.into_iter().for_each(|event| memory.apply(event));
        memory
    }

    /// Takes one event in.
    pub fn apply(&mut self, event: &Event) {
        if self.seen.contains_key(&event.id) {
            return;
        }
        let key = event.key();
        if self.latest.as_ref().is_none_or(|(latest, _)| *latest < key) {
            self.latest = Some((key, event.stamp));
        }
        // An undoing cannot be undone: else the result would depend on the order of arrival.
        let counts = !self.undone.contains(&event.id) || matches!(event.what, What::Undone { .. });
        let subject = if counts { self.take(event) } else { Subject::None };
        self.seen.insert(event.id, subject);
    }

    fn take(&mut self, event: &Event) -> Subject {
        match &event.what {
            What::Reviewed { card, rating, practice, took_ms, days, .. } => {
                let (day, took_ms) = (event.stamp.day, *took_ms);
                let review = Deed::Review { rating: *rating, day, days: *days, took_ms };
                self.card_deed(event, card, if *practice { Deed::Practice { day, took_ms } } else { review })
            }
            What::Flagged { card, on } => self.card_deed(event, card, Deed::Flag(*on)),
            What::Undone { event: target } => self.undo(*target),
            What::Opened { lesson, .. } | What::Read { lesson } | What::Left { lesson, .. } | What::Enrolled { lesson } => {
                self.lessons.take(event, self.renames.lesson(lesson))
            }
            What::Unknown(_) => Subject::None,
        }
    }

    fn card_deed(&mut self, event: &Event, card: &CardId, deed: Deed) -> Subject {
        let card = self.renames.card(card);
        if let Some((day, took_ms)) = deed.answer() {
            self.tally.answered(day, took_ms);
        }
        let record = self.cards.entry(card.clone()).or_default();
        let before = record.learned;
        if record.trail.insert(event, deed) {
            record.step(&self.scheduler, &card, deed);
        } else {
            record.refold(&self.scheduler, &card);
        }
        self.tally.moved(before, record.learned);
        Subject::Card(card)
    }

    fn undo(&mut self, target: EventId) -> Subject {
        if self.undone.insert(target) {
            match self.seen.insert(target, Subject::None) {
                Some(Subject::Card(card)) => self.forget(&card, target),
                Some(Subject::Lesson(lesson)) => self.lessons.forget(&lesson, target),
                Some(Subject::None) => {}
                None => drop(self.seen.remove(&target)),
            }
        }
        Subject::None
    }

    fn forget(&mut self, card: &CardId, target: EventId) {
        let Some(record) = self.cards.get_mut(card) else { return };
        let before = record.learned;
        if let Some((day, took_ms)) = record.trail.remove(target).and_then(|deed| deed.answer()) {
            self.tally.unanswered(day, took_ms);
        }
        record.refold(&self.scheduler, card);
        self.tally.moved(before, record.learned);
        if record.trail.is_empty() {
            self.cards.remove(card);
        }
    }
}

impl Memory {
    /// What is known of a card; none if it was never answered.
    #[must_use]
    pub fn learned(&self, card: &CardId) -> Option<&Learned> {
        self.cards.get(card)?.learned.as_ref()
    }

    /// Every card that was ever answered, practised or flagged, in no order.
    pub fn cards(&self) -> impl Iterator<Item = (&CardId, Option<&Learned>)> {
        self.cards.iter().map(|(id, record)| (id, record.learned.as_ref()))
    }

    /// How far a card is.
    #[must_use]
    pub fn phase(&self, card: &CardId) -> Phase {
        match self.learned(card) {
            None => Phase::New,
            Some(learned) if learned.rating == Rating::Again => Phase::Learning,
            Some(_) => Phase::Review,
        }
    }

    /// Whether a card has been answered and is to be asked on `day`.
    #[must_use]
    pub fn is_due(&self, card: &CardId, day: StudyDay) -> bool {
        self.learned(card).is_some_and(|learned| learned.due <= day)
    }

    /// The probability that a card would be remembered on `day`; none if it was never answered.
    #[must_use]
    pub fn recall(&self, card: &CardId, day: StudyDay) -> Option<f32> {
        self.learned(card).map(|learned| self.recall_of(learned, day))
    }

    pub(super) fn recall_of(&self, learned: &Learned, day: StudyDay) -> f32 {
        self.scheduler.recall(learned.stability, day.since(learned.last))
    }

    /// Whether a card is forgotten again and again, so that one more repetition is no help.
    ///
    /// Eight times forgotten after it had been known, as in Anki.
    #[must_use]
    pub fn is_leech(&self, card: &CardId) -> bool {
        const LAPSES: u32 = 8;
        self.learned(card).is_some_and(|learned| learned.lapses >= LAPSES)
    }

    /// Whether the learner marked a card for later.
    #[must_use]
    pub fn is_flagged(&self, card: &CardId) -> bool {
        self.cards.get(card).is_some_and(|record| record.flagged)
    }

    /// How far a lesson has been read.
    #[must_use]
    pub fn lesson(&self, lesson: &LessonId) -> LessonProgress {
        self.lessons.progress(lesson)
    }

    /// Whether the new cards of a lesson may come: it has been read, or the learner chose so.
    #[must_use]
    pub fn admits(&self, lesson: &LessonId) -> bool {
        self.lessons.admits(lesson)
    }

    /// Where the learner stopped reading.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.lessons.place()
    }

    /// The cards that were answered for the first time on `day`.
    #[must_use]
    pub fn introduced_on(&self, day: StudyDay) -> usize {
        self.tally.introduced_on(day)
    }

    /// The answers given on `day`, exercises among them.
    #[must_use]
    pub fn answers_on(&self, day: StudyDay) -> usize {
        self.tally.answers_on(day)
    }

    /// The cards, of all courses, that become due on exactly `day`.
    #[must_use]
    pub fn load_on(&self, day: StudyDay) -> usize {
        self.tally.load_on(day)
    }

    /// The seconds that an answer takes, by the log's own times; 30 before there are any.
    #[must_use]
    pub fn seconds_a_card(&self) -> u32 {
        self.tally.seconds_a_card()
    }

    /// The study day of `now`, seen from the latest event: see [`Moment::stamped`].
    #[must_use]
    pub fn today(&self, now: Moment) -> StudyDay {
        now.stamped(self.latest.as_ref().map(|(_, stamp)| *stamp)).day
    }

    /// The scheduler that computes this memory.
    #[must_use]
    pub fn scheduler(&self) -> &Scheduler {
        &self.scheduler
    }
}

impl PartialEq for Memory {
    /// Whether both know the same, by whatever events they came to it.
    fn eq(&self, other: &Memory) -> bool {
        let known = |m: &Memory| m.cards.iter().map(|(id, r)| (id.clone(), (r.learned, r.flagged))).collect::<HashMap<_, _>>();
        known(self) == known(other) && self.lessons == other.lessons && self.tally == other.tally
    }
}

impl Record {
    fn refold(&mut self, scheduler: &Scheduler, card: &CardId) {
        let trail = std::mem::take(&mut self.trail);
        *self = Record::default();
        trail.iter().for_each(|deed| self.step(scheduler, card, *deed));
        self.trail = trail;
    }

    fn step(&mut self, scheduler: &Scheduler, card: &CardId, deed: Deed) {
        match deed {
            Deed::Practice { .. } => {}
            Deed::Flag(on) => self.flagged = on,
            Deed::Review { rating, day, days, .. } => self.learned = Some(Learned::after(self.learned, scheduler, card, (rating, day, days))),
        }
    }
}

impl Learned {
    /// The card after one more answer.
    ///
    /// `days` is what the learner's program chose near the interval as it knew it; where other
    /// events have moved the interval since, the nearest day of its new range is taken.
    fn after(before: Option<Learned>, scheduler: &Scheduler, card: &CardId, (rating, day, days): (Rating, StudyDay, Option<u32>)) -> Learned {
        let elapsed = before.map_or(0, |b| day.since(b.last));
        let step = scheduler.next(before.map(|b| (b.stability, b.difficulty)), elapsed)[rating];
        let last = before.map_or(day, |b| b.last.max(day));
        let reps = before.map_or(0, |b| b.reps);
        let (nearest, furthest) = fuzz::range(step.ideal);
        let days = days.map_or_else(|| fuzz::pick(step.ideal, card.seed(u64::from(reps))), |days| days.clamp(nearest, furthest));
        let forgot = before.is_some_and(|b| b.rating != Rating::Again) && rating == Rating::Again;
        Learned {
            stability: step.stability,
            difficulty: step.difficulty,
            first: before.map_or(day, |b| b.first),
            last,
            due: if rating == Rating::Again { last } else { last + i32::try_from(days).unwrap_or(i32::MAX) },
            rating,
            reps: reps + 1,
            lapses: before.map_or(0, |b| b.lapses) + u32::from(forgot),
        }
    }
}

impl Deed {
    /// Day and time of an answer.
    fn answer(self) -> Option<(StudyDay, u32)> {
        match self {
            Deed::Review { day, took_ms, .. } | Deed::Practice { day, took_ms } => Some((day, took_ms)),
            Deed::Flag(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::super::specimen::{card, event, id, read, review};
    use super::super::{Millis, Rating};
    use super::*;

    fn memory(events: &[Event]) -> Memory {
        Memory::of(Renames::default(), events)
    }

    #[test]
    fn a_card_is_learned_known_and_forgotten() {
        let steps = [(10, Rating::Good), (12, Rating::Good), (20, Rating::Again), (20, Rating::Good)];
        let events: Vec<Event> = (1..).zip(steps).map(|(seq, (day, rating))| event(seq, day, review("c/a#q", rating))).collect();
        let q = card("c/a#q");
        let phases: Vec<Phase> = (0..=events.len()).map(|n| memory(&events[..n]).phase(&q)).collect();
        assert_eq!(phases, [Phase::New, Phase::Review, Phase::Review, Phase::Learning, Phase::Review]);
        let learned = *memory(&events).learned(&q).unwrap();
        assert_eq!((learned.first, learned.last, learned.reps, learned.lapses), (StudyDay(10), StudyDay(20), 4, 1));
        assert!(learned.due > StudyDay(20));
        assert_eq!(memory(&events[..3]).learned(&q).unwrap().due, StudyDay(20), "a failed card is due at once");
    }

    #[test]
    fn the_chosen_day_stands_unless_the_interval_has_moved_away() {
        let due = |days| {
            let What::Reviewed { card, rating, .. } = review("c/a#q", Rating::Easy) else { unreachable!() };
            let what = What::Reviewed { card: card.clone(), rating, judged: None, practice: false, took_ms: 0, days: Some(days) };
            memory(&[event(1, 0, what)]).learned(&card).unwrap().due
        };
        assert_eq!([due(7), due(9), due(40), due(1)], [StudyDay(7), StudyDay(9), StudyDay(10), StudyDay(6)]);
    }

    #[test]
    fn practice_leaves_the_schedule_alone() {
        let mut practice = review("c/a#q", Rating::Again);
        if let What::Reviewed { practice, .. } = &mut practice {
            *practice = true;
        }
        let log = [event(1, 1, review("c/a#q", Rating::Good)), event(2, 2, practice)];
        assert_eq!(memory(&log).learned(&card("c/a#q")), memory(&log[..1]).learned(&card("c/a#q")));
        assert_eq!(memory(&log).answers_on(StudyDay(2)), 1);
    }

    #[test]
    fn a_clock_set_back_gives_no_negative_interval() {
        let mut late = event(2, 5, review("c/a#q", Rating::Good));
        late.stamp.moment.at = Millis(late.stamp.moment.at.0 + 10 * 86_400_000);
        let learned = *memory(&[event(1, 9, review("c/a#q", Rating::Good)), late]).learned(&card("c/a#q")).unwrap();
        assert_eq!((learned.first, learned.last), (StudyDay(9), StudyDay(9)));
        assert!(learned.due > StudyDay(9));
    }

    #[test]
    fn a_lesson_is_half_read_then_read() {
        let lesson = LessonId::from_text("c/a");
        let opened = |section: &str| What::Opened { lesson: lesson.clone(), section: Some(section.into()) };
        let log = [event(1, 1, opened("one")), event(2, 1, opened("two")), event(3, 2, read("c/a")), event(4, 3, opened("one"))];
        let progress: Vec<_> = (0..=4).map(|n| memory(&log[..n]).lesson(&lesson)).collect();
        let half = |section: &str| LessonProgress::Half(Some(section.into()));
        assert_eq!(progress, [LessonProgress::Unread, half("one"), half("two"), LessonProgress::Read, LessonProgress::Read]);
        assert!(memory(&log).admits(&lesson) && !memory(&log[..2]).admits(&lesson));
        let enrolled = memory(&[event(1, 1, What::Enrolled { lesson: lesson.clone() })]);
        assert!(enrolled.admits(&lesson) && enrolled.lesson(&lesson) == LessonProgress::Unread);
    }

    #[test]
    fn reading_goes_on_where_it_stopped_last() {
        let left = |lesson: &str| What::Left { lesson: LessonId::from_text(lesson), section: None, lang: "ko".into() };
        let mut memory = memory(&[event(2, 1, left("c/b")), event(1, 1, left("c/a"))]);
        assert_eq!(memory.place().unwrap().lesson.as_str(), "c/b");
        memory.apply(&event(3, 1, What::Undone { event: id(2) }));
        assert_eq!(memory.place().unwrap().lesson.as_str(), "c/a");
    }

    #[test]
    fn what_is_not_understood_changes_nothing() {
        let known = event(1, 1, review("c/a#q", Rating::Good));
        let strange = event(2, 1, What::from_parts("dreamt", r#"{"card":"c/a#q"}"#));
        assert!(memory(&[known.clone(), strange]) == memory(&[known]));
    }

    #[test]
    fn the_pace_is_the_logs_own() {
        assert_eq!(memory(&[]).seconds_a_card(), 30);
        assert_eq!(memory(&[event(1, 1, review("c/a#q", Rating::Good))]).seconds_a_card(), 10);
    }

    fn whats() -> impl Strategy<Value = What> {
        let rating = (1u8..=4).prop_map(|n| Rating::from_number(n).unwrap());
        let reviewed = ("c/[ab]#[qr]", rating, any::<bool>(), 0u32..200_000, proptest::option::of(0u32..60));
        prop_oneof![
            6 => reviewed.prop_map(|(card, rating, practice, took_ms, days)| What::Reviewed { card: CardId::from_text(&card), rating, judged: None, practice, took_ms, days }),
            1 => ("c/[ab]#[qr]", any::<bool>()).prop_map(|(card, on)| What::Flagged { card: CardId::from_text(&card), on }),
            1 => ("c/[ab]", "[xy]").prop_map(|(lesson, section)| What::Opened { lesson: LessonId::from_text(&lesson), section: Some((*section).into()) }),
            1 => "c/[ab]".prop_map(|lesson| read(&lesson)),
            1 => "c/[ab]".prop_map(|lesson| What::Left { lesson: LessonId::from_text(&lesson), section: None, lang: "en".into() }),
            2 => (1u64..40).prop_map(|seq| What::Undone { event: id(seq) }),
        ]
    }

    /// Events of two devices whose clocks need not agree.
    fn logs() -> impl Strategy<Value = Vec<Event>> {
        proptest::collection::vec((any::<bool>(), 0i64..30, whats()), 0..40).prop_map(|events| {
            let stamped = (1u64..).zip(events).map(|(seq, (other, day, what))| Event {
                id: EventId(Uuid::from_u128(u128::from(seq))),
                device: if other { "b".into() } else { "a".into() },
                seq,
                stamp: Moment { at: Millis(day * 86_400_000), ahead: 0 }.stamped(None),
                what,
            });
            stamped.collect()
        })
    }

    proptest! {
        #[test]
        fn any_order_of_arrival_gives_the_same((log, shuffled) in logs().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle()))) {
            prop_assert!(memory(&log) == memory(&shuffled));
        }

        #[test]
        fn an_event_counts_once(log in logs()) {
            let twice: Vec<Event> = log.iter().chain(&log).cloned().collect();
            prop_assert!(memory(&log) == memory(&twice));
        }

        #[test]
        fn undo_restores_the_state_exactly(log in logs(), what in whats(), day in 0i32..30) {
            prop_assume!(!matches!(what, What::Undone { .. }));
            let before = memory(&log);
            let mut after = memory(&log);
            after.apply(&event(100, day, what));
            after.apply(&event(101, day, What::Undone { event: id(100) }));
            prop_assert!(after == before);
        }

        #[test]
        fn due_days_come_after_the_last_answer(log in logs()) {
            for (_, learned) in memory(&log).cards() {
                if let Some(learned) = learned {
                    prop_assert!(learned.due >= learned.last && learned.last >= learned.first && learned.stability.is_finite());
                }
            }
        }
    }
}
