//! The thread that keeps what the learner did: it alone talks to the event log.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::jobs::{Send, worker};
use super::message::{Message, Unsaved};
use super::runtime::Arrival;
use crate::store::{Journal, Left, StoreError, clock};
use crate::study::{Deck, Memory, What};
use crate::text::Message as Sentence;

/// How long after a file was written it is read: the bytes of a transaction are seen before the
/// transaction counts, because SQLite makes it valid in shared memory after they have reached the disk.
const SETTLE: Duration = Duration::from_millis(150);

/// After what pause that which could not be saved is tried again at first; each pause is twice the last.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// The longest of these pauses.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// The way to ask the keeper for something.
pub(super) struct Keeper {
    requests: Sender<Request>,
    thread: Option<JoinHandle<Left>>,
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
    pub fn start(arrivals: &Sender<Arrival>, profile: PathBuf, (decks, details): (Receiver<Arc<Deck>>, Sender<Sentence>)) -> io::Result<Keeper> {
        let (requests, asked) = channel();
        let looks = requests.clone();
        let thread = worker("keeper", arrivals, move |send| keep(&profile, (&decks, &details), (&asked, looks), send))?;
        Ok(Keeper { requests, thread: Some(thread) })
    }

    /// Asks for an event to be kept; `Message::Recorded` tells when it is.
    pub fn record(&self, what: What) {
        let _ = self.requests.send(Request::Record(what));
    }

    /// Waits until everything asked for is on disk, or says what could not be saved.
    pub fn finish(&mut self) -> Left {
        let _ = self.requests.send(Request::Stop);
        self.thread.take().and_then(|thread| thread.join().ok()).unwrap_or_default()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

fn keep(
    profile: &Path,
    (decks, details): (&Receiver<Arc<Deck>>, &Sender<Sentence>),
    (asked, looks): (&Receiver<Request>, Sender<Request>),
    send: &Send,
) -> Left {
    // A new learner need not wait until the log has been made on disk: there is nothing in it.
    let is_new = !profile.exists();
    let deck = if is_new { decks.recv().ok() } else { None };
    if let Some(deck) = &deck {
        send.message(Message::MemoryReady(Box::new(Memory::of(deck.renames().clone(), []))));
    }
    let (journal, events) = Journal::open(profile);
    let _ = details.send(Sentence::new("voice-log").with("entries", events.len()));
    if !is_new {
        let Ok(deck) = decks.recv() else { return journal.close() };
        send.message(Message::MemoryReady(Box::new(Memory::of(deck.renames().clone(), &events))));
    }
    let mut work = Work { journal, send, told: Unsaved::default(), look_at: None, retry: None };
    work.tell();
    // Kept until the end: when it goes, nothing is watched any more.
    let mut watcher = None;
    loop {
        watcher = watcher.or_else(|| watch(profile, looks.clone()));
        match work.next(asked) {
            Ok(Request::Record(what)) => work.record(what),
            Ok(Request::Look) => work.look_at = work.look_at.or_else(|| Some(Instant::now() + SETTLE)),
            Ok(Request::Stop) | Err(RecvTimeoutError::Disconnected) => return work.journal.close(),
            Err(RecvTimeoutError::Timeout) => work.wake(Instant::now()),
        }
    }
}

/// The journal, and what is still to be done for it.
struct Work<'a> {
    journal: Journal,
    send: &'a Send,
    /// What was told last of what is not saved.
    told: Unsaved,
    look_at: Option<Instant>,
    /// When to try again, and the pause that led there.
    retry: Option<(Instant, Duration)>,
}

impl Work<'_> {
    /// Waits for a request, but not longer than until something is to be done without one.
    fn next(&self, asked: &Receiver<Request>) -> Result<Request, RecvTimeoutError> {
        let retry_at = self.retry.map(|(at, _)| at);
        match self.look_at.into_iter().chain(retry_at).min() {
            None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => asked.recv_timeout(at.saturating_duration_since(Instant::now())),
        }
    }

    fn record(&mut self, what: What) {
        let event = self.journal.record(what, clock::now());
        self.send.message(Message::Recorded(event));
        self.tell();
    }

    fn wake(&mut self, now: Instant) {
        if self.retry.is_some_and(|(at, _)| at <= now) {
            self.journal.retry();
            self.tell();
        }
        if self.look_at.is_some_and(|at| at <= now) {
            self.look_at = None;
            self.look();
        }
    }

    fn look(&mut self) {
        let news = self.journal.news();
        if !news.is_empty() {
            self.send.message(Message::News(news));
        }
    }

    /// Tells what changed, and settles when to try again.
    fn tell(&mut self) {
        self.journal.take_notices().into_iter().for_each(|notice| self.send.message(Message::Tell(notice)));
        let (waiting, is_aside) = self.journal.waiting();
        let unsaved = Unsaved { waiting, is_aside, why: self.journal.trouble().map(StoreError::message) };
        self.retry = unsaved.why.is_some().then(|| after(self.retry, Instant::now()));
        if unsaved.why.is_none() && self.told.why.is_some() {
            self.look(); // what a log says that could not be read before
        }
        if unsaved != self.told {
            self.send.message(Message::Unsaved(unsaved.clone()));
            self.told = unsaved;
        }
    }
}

/// When to try again after another failure: a pause that has not run out stands, one that has is followed by one twice as long.
fn after(retry: Option<(Instant, Duration)>, now: Instant) -> (Instant, Duration) {
    match retry {
        None => (now + FIRST_PAUSE, FIRST_PAUSE),
        Some((at, pause)) if at > now => (at, pause),
        Some((_, pause)) => {
            let pause = (pause * 2).min(LONGEST_PAUSE);
            (now + pause, pause)
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_grow_until_a_minute() {
        let start = Instant::now();
        let mut retry = None;
        let mut pauses = Vec::new();
        let mut now = start;
        for _ in 0..9 {
            let (at, pause) = after(retry, now);
            pauses.push(pause.as_secs());
            assert_eq!(after(Some((at, pause)), now), (at, pause), "an answer in between moves nothing");
            (retry, now) = (Some((at, pause)), at);
        }
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }
}
