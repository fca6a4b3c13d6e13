use std::collections::{HashMap, VecDeque};

use super::{Answer, CardId, EventId, Queue, Rating, Today, What, queue};

/// After how many others a failed card comes again.
const AGAIN_AFTER: usize = 6;

/// A walk through a queue: which card is asked, what is left, and the way back.
///
/// Pure: every change that the log must keep is returned as a [`What`], and the session may end at
/// any card. Whoever keeps the answer tells with [`Session::saved`] under which id, or with
/// [`Session::take_back`] that it could not.
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

    /// The last answer could not be kept: its card is asked again as if nothing had been said.
    pub fn take_back(&mut self) {
        if let Some(Step { deed: Deed::Answered { event: None, .. }, .. }) = self.steps.last() {
            self.go_back();
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
