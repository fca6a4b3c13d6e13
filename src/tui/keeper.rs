//! The thread that keeps what the learner did: it alone talks to the event log.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use uuid::Uuid;

use super::jobs::{Send, worker};
use super::message::Message;
use super::runtime::Arrival;
use crate::store::{EventLog, StoreError, clock};
use crate::study::{Deck, Event, EventId, Memory, What};

/// How long after a file was written it is read: the bytes of a transaction are seen before the
/// transaction counts, because SQLite makes it valid in shared memory after they have reached the disk.
const SETTLE: Duration = Duration::from_millis(150);

/// The way to ask the keeper for something.
pub(super) struct Keeper {
    requests: Sender<Request>,
    thread: Option<JoinHandle<()>>,
}

enum Request {
    /// Put this into the log.
    Record(What),
    /// Something was written in the folder: perhaps by another instance.
    Look,
    /// Everything asked for so far is kept; end.
    Stop,
}

impl Keeper {
    /// Starts the thread. It reads the log of `profile` at once and needs a deck to make a memory of it.
    ///
    /// # Errors
    ///
    /// The system has no thread to give.
    pub fn start(arrivals: &Sender<Arrival>, profile: PathBuf, decks: Receiver<Arc<Deck>>) -> io::Result<Keeper> {
        let (requests, asked) = channel();
        let looks = requests.clone();
        let thread = worker("keeper", arrivals, move |send| keep(&profile, &decks, &asked, looks, send))?;
        Ok(Keeper { requests, thread: Some(thread) })
    }

    /// Asks for an event to be kept; `Message::Recorded` tells when it is.
    pub fn record(&self, what: What) {
        let _ = self.requests.send(Request::Record(what));
    }

    /// Waits until everything asked for is on disk.
    pub fn finish(&mut self) {
        let _ = self.requests.send(Request::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

fn keep(profile: &Path, decks: &Receiver<Arc<Deck>>, asked: &Receiver<Request>, looks: Sender<Request>, send: &Send) {
    // A new learner need not wait until the log has been made on disk: there is nothing in it.
    let is_new = !profile.exists();
    let deck = if is_new { decks.recv().ok() } else { None };
    if let Some(deck) = &deck {
        send.message(Message::MemoryReady(Box::new(Memory::of(deck.renames().clone(), []))));
    }
    let (mut log, events) = open(profile, send);
    if !is_new {
        let Ok(deck) = decks.recv() else { return };
        send.message(Message::MemoryReady(Box::new(Memory::of(deck.renames().clone(), &events))));
    }
    // Kept until the end: when it goes, nothing is watched any more.
    let _watcher = log.as_ref().and_then(|_| watch(profile, looks));
    let mut look_at: Option<Instant> = None;
    loop {
        let request = match look_at {
            None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => asked.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match request {
            Ok(Request::Record(what)) => record(&mut log, what, send),
            Ok(Request::Look) => look_at = look_at.or_else(|| Some(Instant::now() + SETTLE)),
            Ok(Request::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                look_at = None;
                look(&mut log, send);
            }
        }
    }
}

/// The log for writing, or at least what it says; why it cannot be written stays on the screen.
fn open(profile: &Path, send: &Send) -> (Option<EventLog>, Vec<Event>) {
    match EventLog::open(profile) {
        Ok((log, events)) => (Some(log), events),
        Err(StoreError::Damaged { .. }) if let Ok(mended) = EventLog::mend(profile) => {
            send.message(Message::Tell(mended.message()));
            (Some(mended.log), mended.events)
        }
        Err(error) => {
            send.message(Message::ReadOnly(error.message()));
            let events = EventLog::open_read_only(profile).map(|(_, events)| events).unwrap_or_default();
            (None, events)
        }
    }
}

fn record(log: &mut Option<EventLog>, what: What, send: &Send) {
    let now = clock::now();
    let kept = match log {
        Some(log) => log.append(what.clone(), now),
        None => return send.message(Message::Recorded { event: unkept(what, now), ours: true }),
    };
    match kept {
        Ok(event) => send.message(Message::Recorded { event, ours: true }),
        Err(error) => {
            send.message(Message::ReadOnly(error.message()));
            send.message(Message::Recorded { event: unkept(what, now), ours: true });
        }
    }
    if let Some(warning) = log.as_mut().and_then(EventLog::take_warning) {
        send.message(Message::Tell(warning.message()));
    }
}

/// An event that counts until the program ends. The banner says that it is not saved.
fn unkept(what: What, now: crate::study::Moment) -> Event {
    Event { id: EventId(Uuid::now_v7()), device: "unkept".into(), seq: 0, stamp: now.stamped(None), what }
}

fn look(log: &mut Option<EventLog>, send: &Send) {
    let Some(log) = log else { return };
    // A log that cannot be read for a moment is looked at again with the next change.
    for event in log.news().unwrap_or_default() {
        send.message(Message::Recorded { event, ours: false });
    }
}

/// Watches the folder of the log, so that the answers given in another instance are seen at once.
fn watch(profile: &Path, looks: Sender<Request>) -> Option<RecommendedWatcher> {
    let changed = move |event: Result<notify::Event, notify::Error>| {
        if event.is_ok_and(|e| e.kind.is_modify() || e.kind.is_create()) {
            let _ = looks.send(Request::Look);
        }
    };
    let mut watcher = notify::recommended_watcher(changed).ok()?;
    watcher.watch(profile, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
