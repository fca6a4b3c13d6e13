//! Background work: named threads that take requests and send messages. Nothing here touches the state.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{Builder, JoinHandle};
use std::time::Instant;

use super::message::Message;
use super::runtime::Arrival;
use crate::content::Course;
use crate::search::{self, Query, SearchIndex};
use crate::sim;
use crate::study::Deck;
use crate::text::Message as Sentence;

/// How many hits a search on screen gives.
const HITS: usize = 100;

/// Reads a course.
pub type Reader = Box<dyn FnOnce() -> Result<Course, Sentence> + std::marker::Send>;

/// Where course and memory come from.
pub struct Sources {
    /// Reads the course; called once, on a worker.
    pub course: Reader,
    /// The folder of the learner's log.
    pub profile: PathBuf,
    /// Takes what the workers did, for those who ask for details.
    pub details: Sender<Sentence>,
}

/// The workers, and the ways to ask them for something.
pub(super) struct Jobs {
    /// While these are held, what the first frame does not need has to wait: it would take a processor from it.
    held: Option<[Sender<()>; 2]>,
    searches: Sender<(u64, Query)>,
    runs: Sender<Simulation>,
}

enum Simulation {
    Run { generation: u64, sim: &'static str, scenario: String },
    Panic,
}

impl Jobs {
    /// Starts the workers: course and index, searches, simulators.
    ///
    /// # Errors
    ///
    /// The system has no thread to give.
    pub fn start(arrivals: &Sender<Arrival>, course: Reader, deck: Sender<Arc<Deck>>, details: Sender<Sentence>) -> io::Result<Jobs> {
        let shelf: Arc<OnceLock<Arc<Course>>> = Arc::default();
        let index: Arc<OnceLock<Arc<SearchIndex>>> = Arc::default();
        let (searches, asked) = channel();
        let (runs, scenarios) = channel();
        let (books, found) = (Arc::clone(&shelf), Arc::clone(&index));
        let (hold_index, index_may) = channel();
        let (hold_colours, colours_may) = channel();
        worker("course", arrivals, move |send| {
            let Some(course) = read(course, &deck, send) else { return };
            let _ = books.set(Arc::clone(&course));
            let _ = index_may.recv();
            build_index(&course, &found, (send, &details));
        })?;
        worker("search", arrivals, move |send| answer_searches(&asked, &shelf, &index, send))?;
        worker("simulators", arrivals, move |send| run_scenarios(&scenarios, send))?;
        worker("colours", arrivals, move |send| {
            let _ = colours_may.recv();
            super::widgets::code::load();
            send.message(Message::ColoursReady);
        })?;
        Ok(Jobs { held: Some([hold_index, hold_colours]), searches, runs })
    }

    /// The first frame has been drawn: everything else may begin.
    pub fn first_frame_is_drawn(&mut self) {
        self.held = None;
    }

    /// Asks for a search; only the newest request is answered.
    pub fn search(&self, generation: u64, query: Query) {
        // A worker that is gone has ended the program already.
        let _ = self.searches.send((generation, query));
    }

    /// Asks for a scenario to be run.
    pub fn run(&self, generation: u64, sim: &'static str, scenario: String) {
        let _ = self.runs.send(Simulation::Run { generation, sim, scenario });
    }

    /// Makes a worker panic.
    pub fn panic(&self) {
        let _ = self.runs.send(Simulation::Panic);
    }
}

/// The way from a worker to the main loop.
pub(super) struct Send(Sender<Arrival>);

impl Send {
    /// Sends a message; when the main loop is gone there is nobody to tell.
    pub fn message(&self, message: Message) {
        let _ = self.0.send(Arrival::Message(message));
    }

    /// Ends the program with an error.
    pub fn failure(&self, error: Sentence) {
        let _ = self.0.send(Arrival::Failed(error));
    }
}

/// Starts a named thread; a panic in it ends the program.
///
/// # Errors
///
/// The system has no thread to give.
pub(super) fn worker<T: std::marker::Send + 'static>(
    name: &str,
    arrivals: &Sender<Arrival>,
    work: impl FnOnce(&Send) -> T + std::marker::Send + 'static,
) -> io::Result<JoinHandle<T>> {
    struct Watch(Sender<Arrival>);
    impl Drop for Watch {
        fn drop(&mut self) {
            if std::thread::panicking() {
                let _ = self.0.send(Arrival::Died);
            }
        }
    }
    let arrivals = arrivals.clone();
    Builder::new().name(name.into()).spawn(move || {
        let watch = Watch(arrivals.clone());
        let result = work(&Send(arrivals));
        drop(watch);
        result
    })
}

fn read(course: Reader, decks: &Sender<Arc<Deck>>, send: &Send) -> Option<Arc<Course>> {
    let course = match course() {
        Ok(course) => Arc::new(course),
        Err(error) => {
            send.failure(error);
            return None;
        }
    };
    let deck = Arc::new(Deck::of(&course));
    let _ = decks.send(Arc::clone(&deck));
    send.message(Message::CourseReady(Arc::clone(&course), deck));
    Some(course)
}

/// Without an index the scan of the text goes on answering.
fn build_index(course: &Course, index: &OnceLock<Arc<SearchIndex>>, (send, details): (&Send, &Sender<Sentence>)) {
    let begun = Instant::now();
    if let Ok(built) = SearchIndex::build(course) {
        let built = Arc::new(built);
        let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let _ = details.send(Sentence::new("voice-index").with("sections", built.sections()).with("ms", ms));
        let _ = index.set(Arc::clone(&built));
        send.message(Message::IndexReady(built));
    }
}

fn answer_searches(asked: &Receiver<(u64, Query)>, shelf: &OnceLock<Arc<Course>>, index: &OnceLock<Arc<SearchIndex>>, send: &Send) {
    while let Some((generation, query)) = newest(asked) {
        let found = match (index.get(), shelf.get()) {
            (Some(index), _) => index.search(&query, HITS),
            (None, Some(course)) => search::scan(course, &query, HITS),
            (None, None) => continue,
        };
        send.message(Message::Found { generation, found: Box::new(found) });
    }
}

fn run_scenarios(asked: &Receiver<Simulation>, send: &Send) {
    // Every request is answered: a lesson asks for all its scenarios at once.
    while let Ok(simulation) = asked.recv() {
        match simulation {
            Simulation::Run { generation, sim, scenario } => {
                let run = sim::find(sim).map(|sim| sim.run(&scenario)).unwrap_or_default();
                send.message(Message::Ran { generation, run: Arc::new(run) });
            }
            Simulation::Panic => panic!("asked for by OPSDRILL_PANIC"),
        }
    }
}

/// Waits for a request and takes the last of those that have come by then; none when nobody can ask any more.
fn newest<T>(asked: &Receiver<T>) -> Option<T> {
    let first = asked.recv().ok()?;
    Some(asked.try_iter().last().unwrap_or(first))
}
