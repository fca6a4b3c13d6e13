use anyhow::anyhow;

use crate::content::Course;
use crate::store::{EventLog, Paths, StoreError, clock};
use crate::study::{Deck, Event, Limits, Memory, Queue, StudyDay, Today, What};
use crate::text::{Message, Texts};

/// A course, what is known of it, and the log that keeps what is learnt.
pub struct Desk {
    /// The course.
    pub course: Course,
    /// Its cards.
    pub deck: Deck,
    /// What is known of them.
    pub memory: Memory,
    log: EventLog,
}

impl Desk {
    /// Opens the log of a profile for writing; a damaged one is kept aside, which is said on standard error.
    ///
    /// # Errors
    ///
    /// The log cannot be used; in the reader's language.
    pub fn open(course: Course, paths: &Paths, texts: &Texts) -> anyhow::Result<Desk> {
        let opened = match EventLog::open(paths.profile()) {
            Err(StoreError::Damaged { .. }) => EventLog::mend(paths.profile()).map(|mended| {
                eprintln!("opsdrill: {}", texts.say(&mended.message()));
                (mended.log, mended.events)
            }),
            other => other,
        };
        let (log, events) = opened.map_err(|error| anyhow!(texts.say(&error.message())))?;
        let deck = Deck::of(&course);
        let memory = Memory::of(deck.renames().clone(), &events);
        Ok(Desk { course, deck, memory, log })
    }

    /// The cards as they stand now.
    #[must_use]
    pub fn today(&self) -> Today<'_> {
        Today { deck: &self.deck, memory: &self.memory, day: self.memory.today(clock::now()) }
    }

    /// Keeps what happened and takes it in; another instance's news come along.
    ///
    /// # Errors
    ///
    /// It could not be kept.
    pub fn keep(&mut self, what: What) -> Result<Event, Message> {
        let event = self.log.append(what, clock::now()).map_err(|error| error.message())?;
        self.memory.apply(&event);
        for news in self.log.news().unwrap_or_default() {
            self.memory.apply(&news);
        }
        Ok(event)
    }

    /// What went wrong beside the work.
    pub fn warning(&mut self) -> Option<Message> {
        self.log.take_warning().map(|error| error.message())
    }
}

/// What is to be reviewed, read without writing anything; a log that is not there yet is empty.
///
/// # Errors
///
/// The log cannot be read; in the reader's language.
pub fn look(course: &Course, paths: &Paths, limits: &Limits, texts: &Texts) -> anyhow::Result<(Deck, Memory, StudyDay, Queue)> {
    let events = match EventLog::open_read_only(paths.profile()) {
        Ok((_, events)) => events,
        Err(StoreError::NotFound { .. }) => Vec::new(),
        Err(error) => return Err(anyhow!(texts.say(&error.message()))),
    };
    let deck = Deck::of(course);
    let memory = Memory::of(deck.renames().clone(), &events);
    let day = memory.today(clock::now());
    let queue = Today { deck: &deck, memory: &memory, day }.queue(limits);
    Ok((deck, memory, day, queue))
}
