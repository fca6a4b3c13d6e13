use anyhow::anyhow;

use crate::content::Course;
use crate::store::{Journal, Left, Paths, clock};
use crate::study::{Deck, Event, Limits, Memory, Queue, StudyDay, Today, What};
use crate::text::{Message, Texts};

/// A course, what is known of it, and the journal that keeps what is learnt.
pub struct Desk {
    /// The course.
    pub course: Course,
    /// Its cards.
    pub deck: Deck,
    /// What is known of them.
    pub memory: Memory,
    journal: Journal,
    /// How many events it held when it was opened.
    entries: usize,
    /// What was last said of why nothing can be saved.
    told: Option<Message>,
}

impl Desk {
    /// Opens the journal of a profile. What is to be said of it, [`Desk::news`] says.
    #[must_use]
    pub fn open(course: Course, paths: &Paths) -> Desk {
        let (journal, events) = Journal::open(paths.profile());
        let deck = Deck::of(&course);
        let memory = Memory::of(deck.renames().clone(), &events);
        Desk { course, deck, memory, journal, entries: events.len(), told: None }
    }

    /// The cards as they stand now.
    #[must_use]
    pub fn today(&self) -> Today<'_> {
        Today { deck: &self.deck, memory: &self.memory, day: self.memory.today(clock::now()) }
    }

    /// What is to be said of the journal.
    #[must_use]
    pub fn detail(&self) -> Message {
        Message::new("voice-log").with("entries", self.entries)
    }

    /// Keeps what happened and takes it in; another instance's news come along.
    pub fn keep(&mut self, what: What) -> Event {
        let event = self.journal.record(what, clock::now());
        self.memory.apply(&event);
        self.journal.news().iter().for_each(|event| self.memory.apply(event));
        event
    }

    /// What a person should know of the journal and has not been told: that something is not saved, and why.
    pub fn news(&mut self) -> Vec<Message> {
        let mut news = self.journal.take_notices();
        let trouble = self.journal.trouble().map(|why| {
            let id = if matches!(self.journal.waiting(), (1.., true)) { "kept-aside-because" } else { "not-saved-because" };
            Message::new(id).with("why", why.message())
        });
        if trouble != self.told {
            news.push(trouble.clone().unwrap_or_else(|| Message::new("all-saved")));
            self.told = trouble;
        }
        news
    }

    /// Saves what waits, if it can be, and says what could not.
    pub fn close(self) -> Left {
        self.journal.close()
    }
}

/// What is to be reviewed, read without writing anything; a log that is not there yet is empty.
///
/// # Errors
///
/// The log cannot be read; in the reader's language.
pub fn look(course: &Course, paths: &Paths, limits: &Limits, texts: &Texts) -> anyhow::Result<(Deck, Memory, StudyDay, Queue)> {
    let events = Journal::read(paths.profile()).map_err(|error| anyhow!(texts.say(&error.message())))?;
    let deck = Deck::of(course);
    let memory = Memory::of(deck.renames().clone(), &events);
    let day = memory.today(clock::now());
    let queue = Today { deck: &deck, memory: &memory, day }.queue(limits);
    Ok((deck, memory, day, queue))
}
