use std::collections::{HashMap, VecDeque};

use super::{Card, CardId, Today};

/// How many cards ahead one is looked for that fits better.
const WINDOW: usize = 24;
/// How many cards stand between two of one question, where there are others.
const APART: usize = 6;

/// What holds for a day's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// New cards a day, those already met today included.
    pub new_a_day: usize,
    /// About how long the session may last.
    pub minutes: Option<u32>,
    /// Only these topics; all if there is none.
    pub topics: Vec<String>,
}

/// What is to be reviewed on a day, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// The cards: due ones first, the most likely forgotten of them first, then new ones in course order.
    pub cards: Vec<CardId>,
    /// How many of them are due.
    pub due: usize,
    /// What an answer takes, in seconds.
    pub seconds_a_card: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { new_a_day: 20, minutes: None, topics: Vec::new() }
    }
}

impl Queue {
    pub(super) fn of(today: Today<'_>, limits: &Limits) -> Queue {
        let wanted = |card: &&Card| limits.topics.is_empty() || limits.topics.iter().any(|topic| topic == card.lesson.topic());
        let room = limits.new_a_day.saturating_sub(today.memory.introduced_on(today.day));
        let (mut due, mut new) = (Vec::new(), Vec::new());
        for card in today.deck.cards().iter().filter(wanted) {
            match today.memory.learned(&card.id) {
                Some(learned) if learned.due <= today.day => due.push((today.memory.recall_of(learned, today.day), card)),
                None if new.len() < room && today.admits(card) => new.push(card),
                _ => {}
            }
        }
        due.sort_by(|a, b| a.0.total_cmp(&b.0)); // stable: equals stay in course order

        let mut queue = Queue { cards: Vec::new(), due: due.len(), seconds_a_card: today.memory.seconds_a_card() };
        spread(due.into_iter().map(|(_, card)| card), true, &mut queue.cards);
        spread(new.into_iter(), false, &mut queue.cards);
        if let Some(minutes) = limits.minutes {
            queue.shorten(minutes);
        }
        queue
    }

    /// How many of the cards are new.
    #[must_use]
    pub fn new_cards(&self) -> usize {
        self.cards.len() - self.due
    }

    /// About how many minutes it takes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        minutes(self.cards.len(), self.seconds_a_card)
    }

    fn shorten(&mut self, minutes: u32) {
        let room = (minutes.saturating_mul(60) / self.seconds_a_card.max(1)).max(1);
        self.cards.truncate(usize::try_from(room).unwrap_or(usize::MAX));
        self.due = self.due.min(self.cards.len());
    }
}

/// The minutes that some cards take, begun ones counted whole.
pub(super) fn minutes(cards: usize, seconds_a_card: u32) -> u32 {
    u32::try_from(cards).unwrap_or(u32::MAX).saturating_mul(seconds_a_card).div_ceil(60)
}

/// A card on its way into the queue, with numbers for its question and its topic.
struct Waiting<'a> {
    card: &'a Card,
    question: usize,
    topic: usize,
}

/// Puts cards behind each other so that siblings stand apart and, if asked, topics alternate.
///
/// It looks a few cards ahead only, so the order that was given holds by and large.
fn spread<'a>(cards: impl Iterator<Item = &'a Card>, by_topic: bool, out: &mut Vec<CardId>) {
    let (mut questions, mut topics) = (HashMap::new(), HashMap::new());
    let mut cards = cards.map(|card| Waiting { card, question: number(&mut questions, card.id.whole()), topic: number(&mut topics, card.lesson.topic()) });
    let mut window: VecDeque<Waiting<'_>> = cards.by_ref().take(WINDOW).collect();
    let mut last: VecDeque<Waiting<'_>> = VecDeque::new();
    while !window.is_empty() {
        let nearness = |w: &Waiting<'_>| last.iter().position(|l| l.question == w.question).map_or(0, |at| APART - at);
        let repeats = |w: &Waiting<'_>| by_topic && last.front().is_some_and(|l| l.topic == w.topic);
        let best = window.iter().enumerate().min_by_key(|(_, w)| (nearness(w), repeats(w))).map_or(0, |(at, _)| at);
        let Some(next) = window.remove(best) else { break };
        out.push(next.card.id.clone());
        last.push_front(next);
        last.truncate(APART);
        window.extend(cards.next());
    }
}

/// A number for each name, the same for the same name.
fn number<'a>(known: &mut HashMap<&'a str, usize>, name: &'a str) -> usize {
    let next = known.len();
    *known.entry(name).or_insert(next)
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{course, event, lesson, read, review};
    use super::super::{Deck, Event, Memory, Rating, StudyDay, What};
    use super::*;

    const CLOZE: &str = "+++\ntitle = \"T\"\n+++\n\n```quiz z\n{{c1::a}} {{c2::b}}\n```\n";

    /// The queue on day 30 as questions, new ones behind a bar.
    #[track_caller]
    fn check(lessons: &[(&str, &str)], log: &[Event], limits: &Limits, expected: &str) {
        let deck = Deck::of(&course(lessons));
        let memory = Memory::of(deck.renames().clone(), log);
        let queue = Today { deck: &deck, memory: &memory, day: StudyDay(30) }.queue(limits);
        let names: Vec<&str> = queue.cards.iter().map(|id| id.as_str().rsplit('#').next().unwrap()).collect();
        let (due, new) = names.split_at(queue.due);
        assert_eq!(format!("{} | {}", due.join(" "), new.join(" ")).trim(), expected);
    }

    fn log(whats: Vec<(i32, What)>) -> Vec<Event> {
        (1..).zip(whats).map(|(seq, (day, what))| event(seq, day, what)).collect()
    }

    #[test]
    fn new_cards_come_when_their_lesson_has_been_read() {
        let lessons = [("t/b", &*lesson(&["b1", "b2"])), ("t/a", &lesson(&["a1"])), ("t/c", &lesson(&["c1"]))];
        check(&lessons, &[], &Limits::default(), "|");
        let both = log(vec![(30, read("c/t/a")), (30, read("c/t/b"))]);
        check(&lessons, &both, &Limits::default(), "| b1 b2 a1");
        check(&lessons, &both, &Limits { new_a_day: 2, ..Limits::default() }, "| b1 b2");
    }

    #[test]
    fn new_cards_of_today_count() {
        let lessons = [("t/a", &*lesson(&["a1", "a2", "a3"]))];
        let log = log(vec![(29, read("c/t/a")), (30, review("c/t/a#a1", Rating::Good))]);
        check(&lessons, &log, &Limits { new_a_day: 2, ..Limits::default() }, "| a2");
    }

    #[test]
    fn the_most_likely_forgotten_comes_first() {
        let lessons = [("t/a", &*lesson(&["a1", "a2", "a3"]))];
        let log = log(vec![(28, review("c/t/a#a1", Rating::Good)), (1, review("c/t/a#a2", Rating::Good)), (30, review("c/t/a#a3", Rating::Again))]);
        check(&lessons, &log, &Limits::default(), "a2 a1 a3 |");
    }

    #[test]
    fn topics_alternate_and_siblings_stand_apart() {
        let lessons = [("s/a", &*lesson(&["s1", "s2"])), ("t/a", &lesson(&["t1", "t2"])), ("t/z", CLOZE)];
        let cards = ["c/s/a#s1", "c/s/a#s2", "c/t/a#t1", "c/t/a#t2", "c/t/z#z/1", "c/t/z#z/2"];
        let log = log(cards.map(|card| (1, review(card, Rating::Good))).to_vec());
        check(&lessons, &log, &Limits::default(), "s1 t1 s2 t2 z/1 z/2 |");
        let zs = [("t/z", CLOZE), ("t/a", &*lesson(&["t1"]))];
        check(&zs, &log, &Limits::default(), "z/1 t1 z/2 |");
    }

    #[test]
    fn topics_and_minutes_limit_it() {
        let lessons = [("s/a", &*lesson(&["s1", "s2"])), ("t/a", &lesson(&["t1"]))];
        let log = log(vec![(1, review("c/s/a#s1", Rating::Good)), (30, read("c/s/a")), (30, read("c/t/a"))]);
        check(&lessons, &log, &Limits { topics: vec!["s".into()], ..Limits::default() }, "s1 | s2");
        check(&lessons, &log, &Limits { minutes: Some(0), ..Limits::default() }, "s1 |");
    }

    #[test]
    fn minutes_are_whole() {
        assert_eq!([minutes(0, 30), minutes(1, 30), minutes(3, 30)], [0, 1, 2]);
    }
}
