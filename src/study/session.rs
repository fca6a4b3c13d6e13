use std::collections::{HashMap, VecDeque};

use super::{Answer, CardId, EventId, Queue, Rating, Today, What, queue};

/// After how many others a failed card comes again.
const AGAIN_AFTER: usize = 6;

/// A walk through a queue: which card is asked, what is left, and the way back.
///
/// Pure: every change that the log must keep is returned as a [`What`], and the session may end at
/// any card. Whoever keeps the answer tells with [`Session::saved`] under which id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    waiting: VecDeque<CardId>,
    steps: Vec<Step>,
    tries: HashMap<CardId, u32>,
    seconds_a_card: u32,
}

/// What [`Session::undo`] did.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// There is nothing to undo.
    Nothing,
    /// The last answer is still being kept; ask again in a moment.
    Pending,
    /// A skipped card is back.
    Unskipped,
    /// An answered card is back; the log must keep this.
    Unanswered(What),
}

/// One step of the way, with all that it takes to go back.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    card: CardId,
    deed: Deed,
    /// Where the card was put to come again.
    again_at: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
enum Deed {
    Skipped,
    Answered { right: bool, event: Option<EventId> },
}

impl Session {
    /// A session over a queue.
    #[must_use]
    pub fn new(queue: &Queue) -> Session {
        Session { waiting: queue.cards.iter().cloned().collect(), seconds_a_card: queue.seconds_a_card, ..Session::default() }
    }

    /// The card that is asked; none at the end.
    #[must_use]
    pub fn current(&self) -> Option<&CardId> {
        self.waiting.front()
    }

    /// How often the current card has been answered in this session: part of what seeds its shuffle and its numbers.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.current().and_then(|card| self.tries.get(card)).copied().unwrap_or(0)
    }

    /// The answers so far.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.deed, Deed::Answered { .. })).count()
    }

    /// How many of the answers were right.
    #[must_use]
    pub fn right(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.deed, Deed::Answered { right: true, .. })).count()
    }

    /// The cards that are left, the current one among them.
    #[must_use]
    pub fn left(&self) -> usize {
        self.waiting.len()
    }

    /// About how many minutes are left.
    #[must_use]
    pub fn minutes_left(&self) -> u32 {
        queue::minutes(self.waiting.len(), self.seconds_a_card)
    }

    /// Answers the current card and goes on; a failed card comes again after some others.
    ///
    /// `None` if there is no card left.
    pub fn answer(&mut self, answer: Answer, today: Today<'_>) -> Option<What> {
        let card = self.waiting.pop_front()?;
        let what = today.reviewed(&card, answer);
        let again_at = (answer.rating == Rating::Again).then(|| self.waiting.len().min(AGAIN_AFTER));
        if let Some(at) = again_at {
            self.waiting.insert(at, card.clone());
        }
        *self.tries.entry(card.clone()).or_default() += 1;
        self.steps.push(Step { card, deed: Deed::Answered { right: answer.rating != Rating::Again, event: None }, again_at });
        Some(what)
    }

    /// The oldest answer without an id has been kept as this event.
    pub fn saved(&mut self, id: EventId) {
        let unsaved = self.steps.iter_mut().find_map(|step| match &mut step.deed {
            Deed::Answered { event: event @ None, .. } => Some(event),
            _ => None,
        });
        if let Some(event) = unsaved {
            *event = Some(id);
        }
    }

    /// Goes one step back, as often as there are steps.
    pub fn undo(&mut self) -> Undo {
        let Some(last) = self.steps.last() else { return Undo::Nothing };
        match last.deed {
            Deed::Answered { event: None, .. } => Undo::Pending,
            Deed::Answered { event: Some(event), .. } => {
                self.go_back();
                Undo::Unanswered(What::Undone { event })
            }
            Deed::Skipped => {
                self.go_back();
                Undo::Unskipped
            }
        }
    }

    /// Leaves the current card out of this session; it stays due.
    pub fn skip(&mut self) {
        if let Some(card) = self.waiting.pop_front() {
            self.steps.push(Step { card, deed: Deed::Skipped, again_at: None });
        }
    }

    /// Marks the current card for later, or takes the mark away.
    #[must_use]
    pub fn flag(&self, today: Today<'_>) -> Option<What> {
        self.current().map(|card| What::Flagged { card: card.clone(), on: !today.memory.is_flagged(card) })
    }

    fn go_back(&mut self) {
        let Some(step) = self.steps.pop() else { return };
        if let Some(at) = step.again_at {
            self.waiting.remove(at);
        }
        if let Deed::Answered { .. } = step.deed {
            match self.tries.get_mut(&step.card) {
                Some(tries) if *tries > 1 => *tries -= 1,
                _ => drop(self.tries.remove(&step.card)),
            }
        }
        self.waiting.push_front(step.card);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::specimen::{card, course, event, id, lesson, read};
    use super::super::{Deck, Limits, Memory, StudyDay};
    use super::*;

    /// A session over new cards `c/t/a#0`, `c/t/a#1` ..., with what it needs.
    struct Table {
        deck: Deck,
        memory: Memory,
        session: Session,
        written: u64,
    }

    impl Table {
        fn with(cards: usize) -> Table {
            let names: Vec<String> = (0..cards).map(|n| format!("q{n}")).collect();
            let deck = Deck::of(&course(&[("t/a", &lesson(&names.iter().map(String::as_str).collect::<Vec<_>>()))]));
            let memory = Memory::of(deck.renames().clone(), &[event(1, 1, read("c/t/a"))]);
            let today = Today { deck: &deck, memory: &memory, day: StudyDay(1) };
            let session = Session::new(&today.queue(&Limits { new_a_day: 100, ..Limits::default() }));
            Table { deck, memory, session, written: 1 }
        }

        fn keep(&mut self, what: What) {
            self.written += 1;
            let event = event(self.written, 1, what);
            self.memory.apply(&event);
            self.session.saved(event.id);
        }

        fn answer(&mut self, rating: Rating) {
            let today = Today { deck: &self.deck, memory: &self.memory, day: StudyDay(1) };
            if let Some(what) = self.session.answer(Answer { rating, judged: None, took_ms: 1000 }, today) {
                self.keep(what);
            }
        }

        fn undo(&mut self) -> Undo {
            let undo = self.session.undo();
            if let Undo::Unanswered(what) = &undo {
                self.written += 1;
                self.memory.apply(&event(self.written, 1, what.clone()));
            }
            undo
        }

        fn waiting(&self) -> Vec<&str> {
            self.session.waiting.iter().map(CardId::question).collect()
        }
    }

    #[test]
    fn a_failed_card_comes_again_after_others() {
        let mut table = Table::with(3);
        table.answer(Rating::Again);
        assert_eq!((table.waiting(), table.session.tries()), (vec!["q1", "q2", "q0"], 0));
        table.answer(Rating::Good);
        table.answer(Rating::Hard);
        assert_eq!((table.waiting(), table.session.tries()), (vec!["q0"], 1));
        table.answer(Rating::Good);
        assert_eq!((table.session.current(), table.session.answered(), table.session.right()), (None, 4, 3));
    }

    #[test]
    fn a_skipped_card_stays_due() {
        let mut table = Table::with(2);
        table.session.skip();
        assert_eq!(table.waiting(), ["q1"]);
        assert_eq!(table.undo(), Undo::Unskipped);
        assert_eq!(table.waiting(), ["q0", "q1"]);
    }

    #[test]
    fn an_answer_that_is_still_being_kept_cannot_be_undone_yet() {
        let mut table = Table::with(2);
        let today = Today { deck: &table.deck, memory: &table.memory, day: StudyDay(1) };
        let _ = table.session.answer(Answer { rating: Rating::Again, judged: None, took_ms: 0 }, today);
        assert_eq!(table.session.undo(), Undo::Pending);
    }

    #[test]
    fn a_flag_is_turned_over() {
        let mut table = Table::with(1);
        for on in [true, false] {
            let today = Today { deck: &table.deck, memory: &table.memory, day: StudyDay(1) };
            let what = table.session.flag(today).unwrap();
            assert_eq!(what, What::Flagged { card: card("c/t/a#q0"), on });
            table.written += 1;
            table.memory.apply(&event(table.written, 1, what));
        }
    }

    #[test]
    fn undo_names_the_event() {
        let mut table = Table::with(2);
        table.answer(Rating::Good);
        assert_eq!(table.undo(), Undo::Unanswered(What::Undone { event: id(2) }));
        assert_eq!(table.undo(), Undo::Nothing);
    }

    proptest! {
        #[test]
        fn every_way_leads_back(cards in 1usize..12, steps in proptest::collection::vec(0u8..=4, 0..40)) {
            let mut table = Table::with(cards);
            for step in steps {
                match Rating::from_number(step) {
                    Some(rating) => table.answer(rating),
                    None => table.session.skip(),
                }
            }
            while table.undo() != Undo::Nothing {}
            let fresh = Table::with(cards);
            prop_assert!(table.session == fresh.session && table.memory == fresh.memory);
        }
    }
}
