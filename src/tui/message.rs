//! What happens to the program: keys, signals, and the results of effects.

use std::sync::Arc;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Position, Rect};

use super::keymap::Action;
use crate::content::Course;
use crate::search::{Found, SearchIndex};
use crate::sim::Run;
use crate::study::{Deck, Event, Memory, Millis, StudyDay};
use crate::text::Message as Sentence;

/// Everything that can reach [`App::update`](super::app::App::update).
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted, as it came from the terminal.
    Paste(String),
    /// The terminal has this size now, in cells.
    Resized { width: u16, height: u16 },
    /// It is this time now: comes before every key, click and paste.
    Now { at: Millis, day: StudyDay },
    /// The course has been read.
    CourseReady(Arc<Course>, Arc<Deck>),
    /// The log has been read.
    MemoryReady(Box<Memory>),
    /// How it stands with what could not be saved has changed.
    Unsaved(Unsaved),
    /// An event that this instance asked for is in the log, or waits for it and counts already.
    Recorded(Event),
    /// What another instance has put into the log, or what a log says that could not be read before.
    News(Vec<Event>),
    /// The search index stands.
    IndexReady(Arc<SearchIndex>),
    /// A search has been answered.
    Found { generation: u64, found: Box<Found> },
    /// A scenario has been run.
    Ran { generation: u64, run: Arc<Run> },
    /// Code can be coloured now.
    ColoursReady,
    /// Something to tell the learner in the status line.
    Tell(Sentence),
}

/// How it stands with what could not be saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unsaved {
    /// How many events wait to be put into the log.
    pub waiting: usize,
    /// Whether all of them are on disk beside the log.
    pub is_aside: bool,
    /// Why nothing can be saved; none if everything is.
    pub why: Option<Sentence>,
}

/// What a screen is told.
#[derive(Clone, Debug)]
pub enum Input {
    /// A key of the table, or a click on what stands for it.
    Do(Action),
    /// A key that no scope of the table knows: typed text, or a letter to which only this screen gives a meaning.
    Key(KeyEvent),
    /// Pasted text, cleaned of control characters.
    Paste(String),
    /// A click on row `n` of whatever the screen lists.
    Row(usize),
    /// A click on a cell of an area, counted from its corner.
    Cell { x: u16, y: u16 },
    /// The wheel: lines down, or up if negative.
    Wheel(i32),
    /// The size, language, course, memory or colours changed: lay out anew what depends on them.
    Changed,
    /// A search has been answered.
    Found { generation: u64, found: Box<Found> },
    /// A scenario has been run.
    Ran { generation: u64, run: Arc<Run> },
    /// An event that this program asked for is in the log; `Changed` follows.
    Recorded(Event),
    /// The screen is shown again after another was on top.
    Shown,
    /// The screen is covered or left, or the program ends: what it still wants to keep must be recorded now.
    Leaving,
}

impl Input {
    /// What a click at `at` means in an area that does this.
    #[must_use]
    pub fn inside(self, area: Rect, at: Position) -> Input {
        match self {
            Input::Cell { .. } => Input::Cell { x: at.x.saturating_sub(area.x), y: at.y.saturating_sub(area.y) },
            input => input,
        }
    }
}
