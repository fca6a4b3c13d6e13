use super::event::Key;
use super::{Event, EventId};

/// What happened to one thing, in the order of the fold, whatever the order of arrival.
#[derive(Clone, Debug)]
pub(super) struct Trail<T> {
    deeds: Vec<Deed<T>>,
}

#[derive(Clone, Debug)]
struct Deed<T> {
    key: Key,
    id: EventId,
    what: T,
}

impl<T> Trail<T> {
    /// Puts `what` in its place and says whether that is the end, so that the fold can just go on.
    pub fn insert(&mut self, event: &Event, what: T) -> bool {
        let deed = Deed { key: event.key(), id: event.id, what };
        let at = self.deeds.partition_point(|d| (&d.key, d.id) < (&deed.key, deed.id));
        self.deeds.insert(at, deed);
        at + 1 == self.deeds.len()
    }

    /// Takes an event out.
    pub fn remove(&mut self, id: EventId) -> Option<T> {
        let at = self.deeds.iter().rposition(|deed| deed.id == id)?;
        Some(self.deeds.remove(at).what)
    }

    pub fn is_empty(&self) -> bool {
        self.deeds.is_empty()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.deeds.iter().map(|deed| &deed.what)
    }
}

impl<T> Default for Trail<T> {
    fn default() -> Self {
        Trail { deeds: Vec::new() }
    }
}
