use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::events::{PATIENCE, event_id};
use super::shelf::Shelf;
use super::{EventLog, StoreError};
use crate::study::{Event, Moment, Stamp, What};
use crate::text::Message;

/// How long a write waits for others while it is known that the log takes nothing.
const BRIEF: Duration = Duration::from_millis(200);

/// The event log as the faces use it: what was asked for once is never dropped.
///
/// An event that the log refuses has its id and its time already. It waits in its place, is put
/// aside in a file of its own where that is possible, and is tried again before every other, with
/// [`retry`](Journal::retry), when the journal is closed and at the next start. The log takes an id
/// only once, so that trying again can never write anything twice.
#[derive(Debug)]
pub struct Journal {
    profile: PathBuf,
    shelf: Shelf,
    /// For writing, or at least for reading.
    log: Option<EventLog>,
    waiting: VecDeque<Waiting>,
    trouble: Option<StoreError>,
    notices: Vec<Message>,
    /// Events of a log that was opened late, to be given out.
    fresh: Vec<Event>,
    /// Everything recorded here, should the log turn out to be damaged later.
    recorded: Vec<Event>,
    patience: Duration,
}

#[derive(Debug)]
struct Waiting {
    event: Event,
    is_aside: bool,
}

/// What a journal could not save until it was closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Events that lie aside and are taken in at the next start.
    pub aside: usize,
    /// Events that are nowhere on disk.
    pub lost: usize,
    /// Why.
    pub why: Option<StoreError>,
}

impl Journal {
    /// Opens the log of a profile's directory, or mends it if it is damaged, and takes in what could not be saved before.
    ///
    /// It never fails: where the log cannot be written, [`trouble`](Journal::trouble) says why, and
    /// what it says can still be read where that is possible.
    #[must_use]
    pub fn open(profile: &Path) -> (Journal, Vec<Event>) {
        Journal::open_within(profile, PATIENCE)
    }

    fn open_within(profile: &Path, patience: Duration) -> (Journal, Vec<Event>) {
        let shelf = Shelf::of(profile);
        let mut journal = Journal {
            profile: profile.to_owned(),
            log: None,
            waiting: VecDeque::new(),
            trouble: None,
            notices: Vec::new(),
            fresh: Vec::new(),
            recorded: Vec::new(),
            patience,
            shelf,
        };
        journal.open_log(patience);
        let mut events = std::mem::take(&mut journal.fresh);
        if !journal.is_writable()
            && let Ok((log, found)) = EventLog::open_read_only(profile)
        {
            (journal.log, events) = (Some(log), found);
        }
        let shelved = journal.shelf.read();
        journal.waiting.extend(shelved.iter().map(|event| Waiting { event: event.clone(), is_aside: true }));
        journal.save(patience);
        if !shelved.is_empty() && journal.waiting.is_empty() {
            journal.notices.push(Message::new("store-taken-in").with("entries", shelved.len()));
        }
        events.extend(shelved);
        (journal, events)
    }

    /// What a profile's log says, with what waits to be put into it, without writing anything; a log that is not there yet is empty.
    ///
    /// # Errors
    ///
    /// The log is there and cannot be read.
    pub fn read(profile: &Path) -> Result<Vec<Event>, StoreError> {
        let mut events = match EventLog::open_read_only(profile) {
            Ok((_, events)) => events,
            Err(StoreError::NotFound { .. }) => Vec::new(),
            Err(error) => return Err(error),
        };
        events.extend(Shelf::of(profile).read());
        Ok(events)
    }

    /// Stamps an event and keeps it. It counts whether the log takes it now or later.
    pub fn record(&mut self, what: What, now: Moment) -> Event {
        // Where it is known that the log takes nothing, nobody is kept waiting for it.
        let patience = if self.trouble.is_none() { self.patience } else { self.brief() };
        let (stamp, seq) = (now.stamped(self.last()), self.recorded.len() as u64 + 1);
        let event = Event { id: event_id(now.at), device: "unsaved".into(), seq, stamp, what };
        self.recorded.push(event.clone());
        self.waiting.push_back(Waiting { event: event.clone(), is_aside: false });
        self.try_again(patience).unwrap_or(event)
    }

    /// Tries again what waits, without much patience.
    pub fn retry(&mut self) {
        self.try_again(self.brief());
    }

    /// The events that came since the log was last read: from other instances, or everything in a
    /// log that could not be opened before. One that is known already may be among them.
    pub fn news(&mut self) -> Vec<Event> {
        let mut news = std::mem::take(&mut self.fresh);
        // A log that cannot be read for a moment is looked at again with the next change.
        news.extend(self.log.as_mut().and_then(|log| log.news().ok()).unwrap_or_default());
        news
    }

    /// Why nothing can be saved at present.
    #[must_use]
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// How many events wait to be saved, and whether all of them lie aside on disk.
    #[must_use]
    pub fn waiting(&self) -> (usize, bool) {
        (self.waiting.len(), self.waiting.iter().all(|waiting| waiting.is_aside))
    }

    /// What a person should know, once: a log that was mended, a backup that could not be made.
    pub fn take_notices(&mut self) -> Vec<Message> {
        let warning = self.log.as_mut().and_then(EventLog::take_warning);
        self.notices.extend(warning.map(|error| error.message()));
        std::mem::take(&mut self.notices)
    }

    /// Tries a last time, with all patience, and says what could not be saved.
    pub fn close(mut self) -> Left {
        if self.waiting.is_empty() {
            return Left::default();
        }
        self.try_again(self.patience);
        let aside = self.waiting.iter().filter(|waiting| waiting.is_aside).count();
        Left { aside, lost: self.waiting.len() - aside, why: self.trouble }
    }
}

impl Journal {
    fn is_writable(&self) -> bool {
        self.log.as_ref().is_some_and(EventLog::is_writable)
    }

    fn last(&self) -> Option<Stamp> {
        let waiting = self.waiting.iter().map(|waiting| waiting.event.stamp).max();
        self.log.as_ref().and_then(EventLog::last).max(waiting)
    }

    fn brief(&self) -> Duration {
        BRIEF.min(self.patience)
    }

    fn try_again(&mut self, patience: Duration) -> Option<Event> {
        if !self.is_writable() {
            self.open_log(patience);
        }
        self.save(patience)
    }

    /// Opens the log for writing, mended if need be; where that fails, what was open before stays.
    fn open_log(&mut self, patience: Duration) {
        let opened = match EventLog::open_within(&self.profile, patience) {
            Err(error @ StoreError::Damaged { .. }) => match EventLog::mend(&self.profile) {
                Ok(mended) => {
                    self.notices.push(mended.message());
                    self.wait_again();
                    Ok((mended.log, mended.events))
                }
                Err(_) => Err(error),
            },
            opened => opened,
        };
        match opened {
            Ok((log, events)) => {
                (self.log, self.trouble) = (Some(log), None);
                self.fresh.extend(events);
            }
            Err(error) => self.trouble = Some(error),
        }
    }

    /// What was recorded here may be missing from a mended log.
    fn wait_again(&mut self) {
        let still = std::mem::take(&mut self.waiting);
        let waits = |event: &&Event| still.iter().all(|waiting| waiting.event.id != event.id);
        self.waiting = self.recorded.iter().filter(waits).map(|event| Waiting { event: event.clone(), is_aside: false }).collect();
        self.waiting.extend(still);
    }

    /// Saves what waits; gives back the last of it, as the log has it, if all is saved.
    fn save(&mut self, patience: Duration) -> Option<Event> {
        let mut last = None;
        if let Some(log) = self.log.as_mut().filter(|log| log.is_writable()) {
            log.wait_for(patience);
            self.trouble = None;
            while let Some(Waiting { event, is_aside }) = self.waiting.front() {
                match log.keep(event.clone()) {
                    Ok(kept) => last = Some(kept),
                    Err(error) => {
                        self.trouble = Some(error);
                        break;
                    }
                }
                if *is_aside {
                    self.shelf.remove(event.id);
                }
                self.waiting.pop_front();
            }
        }
        if matches!(self.trouble, Some(StoreError::Damaged { .. })) {
            self.log = None; // to be mended with the next try
        }
        self.put_aside();
        last.filter(|_| self.waiting.is_empty())
    }

    /// Puts what waits into files, until one cannot be written.
    fn put_aside(&mut self) {
        for waiting in self.waiting.iter_mut().filter(|waiting| !waiting.is_aside) {
            if self.shelf.put(&waiting.event).is_err() {
                return;
            }
            waiting.is_aside = true;
        }
    }
}

impl Left {
    /// What to say to a person, where there is anything to say.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        let why = self.why.as_ref().map(StoreError::message)?;
        match self {
            Left { lost: 0, aside: 0, .. } => None,
            Left { lost: 0, aside, .. } => Some(Message::new("store-left-aside").with("entries", *aside).with("why", why)),
            Left { lost, .. } => Some(Message::new("store-lost").with("entries", *lost).with("why", why)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;
    use rusqlite::Connection;
    use tempfile::TempDir;

    use super::*;
    use crate::study::{EventId, LessonId, Millis};

    const SHORT: Duration = Duration::from_millis(1);

    /// A profile whose log another program can hold.
    struct Place {
        dir: TempDir,
        holder: Option<Connection>,
        clock: i64,
    }

    impl Place {
        fn new() -> Place {
            let dir = tempfile::tempdir().unwrap();
            drop(EventLog::open(dir.path()).unwrap());
            Place { dir, holder: None, clock: 1_800_000_000_000 }
        }

        fn open(&self) -> (Journal, Vec<Event>) {
            Journal::open_within(self.dir.path(), SHORT)
        }

        fn hold(&mut self) {
            let db = Connection::open(self.dir.path().join("events.db")).unwrap();
            db.execute_batch("BEGIN IMMEDIATE").unwrap();
            self.holder = Some(db);
        }

        fn let_go(&mut self) {
            self.holder = None;
        }

        fn read(&mut self, journal: &mut Journal) -> Event {
            self.clock += 1000;
            journal.record(What::Read { lesson: LessonId::from_text(&format!("c/{}", self.clock)) }, Moment { at: Millis(self.clock), ahead: 0 })
        }

        /// The log as it is on disk.
        fn kept(&self) -> Vec<EventId> {
            EventLog::open_read_only(self.dir.path()).unwrap().1.iter().map(|event| event.id).collect()
        }

        fn aside(&self) -> usize {
            fs::read_dir(self.dir.path().join("unsaved")).map_or(0, Iterator::count)
        }
    }

    #[test]
    fn a_log_that_refuses_three_times_has_everything_in_order_in_the_end() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        let first = place.read(&mut journal);
        place.hold();
        let second = place.read(&mut journal);
        let third = place.read(&mut journal);
        journal.retry();
        assert_eq!((journal.waiting(), place.kept(), place.aside()), ((2, true), vec![first.id], 2));
        assert!(matches!(journal.trouble(), Some(StoreError::Busy { .. })));
        place.let_go();
        journal.retry();
        assert_eq!((journal.waiting(), journal.trouble(), place.aside()), ((0, true), None, 0));
        assert_eq!(place.kept(), [first.id, second.id, third.id]);
        assert_eq!(journal.close(), Left::default());
    }

    #[test]
    fn the_next_answer_takes_those_before_it_along() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        place.hold();
        let first = place.read(&mut journal);
        place.let_go();
        let second = place.read(&mut journal);
        assert_eq!((second.seq, place.kept()), (2, vec![first.id, second.id]));
    }

    #[test]
    fn an_answer_that_waits_can_be_undone() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        place.hold();
        let wrong = place.read(&mut journal);
        let undoing = journal.record(What::Undone { event: wrong.id }, Moment { at: Millis(place.clock + 1), ahead: 0 });
        place.let_go();
        drop(journal);
        let (_, events) = place.open();
        assert_eq!(events.last().map(|event| &event.what), Some(&undoing.what));
        assert_eq!(place.kept(), [wrong.id, undoing.id]);
    }

    #[test]
    fn what_waits_at_the_end_is_taken_in_at_the_next_start() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        place.hold();
        let events = [place.read(&mut journal), place.read(&mut journal)];
        let left = journal.close();
        assert_eq!((left.aside, left.lost), (2, 0));
        assert!(Journal::read(place.dir.path()).unwrap().iter().map(|event| event.id).eq(events.iter().map(|event| event.id)));
        place.let_go();
        let (mut journal, found) = place.open();
        assert_eq!(found.iter().map(|event| (event.id, &event.what)).collect::<Vec<_>>(), events.each_ref().map(|event| (event.id, &event.what)));
        assert_eq!(journal.take_notices(), [Message::new("store-taken-in").with("entries", 2)]);
        assert_eq!((place.kept(), place.aside()), (events.map(|event| event.id).to_vec(), 0));
    }

    #[test]
    fn another_instance_may_take_in_what_waits() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        place.hold();
        let event = place.read(&mut journal);
        place.let_go();
        drop(place.open());
        assert_eq!((journal.waiting(), place.kept()), ((1, true), vec![event.id]));
        journal.retry();
        assert_eq!((journal.waiting().0, place.kept(), journal.close()), (0, vec![event.id], Left::default()));
    }

    #[test]
    fn a_log_that_cannot_be_at_first_is_opened_later() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        let before = place.read(&mut journal);
        drop(journal);
        let (good, away) = (place.dir.path().to_owned(), place.dir.path().with_extension("away"));
        fs::rename(&good, &away).unwrap();
        fs::write(&good, "in the way").unwrap();
        let (mut journal, events) = place.open();
        assert!(events.is_empty() && matches!(journal.trouble(), Some(StoreError::NotADirectory { .. })));
        let event = place.read(&mut journal);
        assert_eq!(journal.waiting(), (1, false));
        fs::remove_file(&good).unwrap();
        fs::rename(&away, &good).unwrap();
        journal.retry();
        assert_eq!(journal.news().iter().map(|event| event.id).collect::<Vec<_>>(), [before.id]);
        assert_eq!(place.kept(), [before.id, event.id]);
    }

    #[test]
    fn what_is_nowhere_on_disk_is_counted_as_lost() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        let (mut journal, _) = Journal::open_within(&file, SHORT);
        journal.record(What::Read { lesson: LessonId::from_text("c/a") }, Moment::default());
        let left = journal.close();
        assert_eq!((left.aside, left.lost, &left.why), (0, 1, &Some(StoreError::NotADirectory { path: file })));
        assert_eq!(left.message().map(|message| message.id), Some("store-lost"));
    }

    #[test]
    fn a_log_that_is_damaged_on_the_way_is_mended_and_has_everything() {
        let mut place = Place::new();
        let (mut journal, _) = place.open();
        let first = place.read(&mut journal);
        let file = place.dir.path().join("events.db");
        Connection::open(&file).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        let length = fs::metadata(&file).unwrap().len();
        fs::write(&file, vec![0xa5; usize::try_from(length).unwrap()]).unwrap();
        let second = place.read(&mut journal);
        assert!(matches!(journal.trouble(), Some(StoreError::Damaged { .. })), "{:?}", journal.trouble());
        journal.retry();
        assert_eq!((journal.trouble(), place.kept()), (None, vec![first.id, second.id]));
        assert_eq!(journal.take_notices().len(), 1);
    }

    #[test]
    fn a_file_that_makes_no_sense_is_left_where_it_is() {
        let place = Place::new();
        let shelf = place.dir.path().join("unsaved");
        fs::create_dir(&shelf).unwrap();
        fs::write(shelf.join("x.json"), "{\"id\":").unwrap();
        fs::write(shelf.join("y.draft"), "").unwrap();
        let (journal, events) = place.open();
        assert!(events.is_empty() && journal.waiting().0 == 0 && place.aside() == 2);
    }

    /// What may happen to a journal.
    #[derive(Clone, Copy, Debug)]
    enum Turn {
        Answer,
        Hold,
        LetGo,
        Retry,
        Restart,
        Killed,
    }

    fn turn() -> impl Strategy<Value = Turn> {
        prop_oneof![4 => Just(Turn::Answer), 2 => Just(Turn::Hold), 2 => Just(Turn::LetGo), 1 => Just(Turn::Retry), 1 => Just(Turn::Restart), 1 => Just(Turn::Killed)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn whatever_happens_all_is_kept_once_and_in_order(turns in proptest::collection::vec(turn(), 1..16)) {
            let mut place = Place::new();
            let mut journal = place.open().0;
            let mut asked = Vec::new();
            for turn in turns {
                match turn {
                    Turn::Answer => asked.push(place.read(&mut journal).id),
                    Turn::Hold if place.holder.is_none() => place.hold(),
                    Turn::Hold => {}
                    Turn::LetGo => place.let_go(),
                    Turn::Retry => journal.retry(),
                    Turn::Restart => {
                        journal.close();
                        journal = place.open().0;
                    }
                    Turn::Killed => journal = place.open().0,
                }
            }
            place.let_go();
            prop_assert_eq!(journal.close(), Left::default());
            drop(place.open());
            prop_assert_eq!(place.kept(), asked);
        }
    }
}
