//! What every screen may look at.

use std::cell::Cell;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::theme::Theme;
use crate::content::Course;
use crate::search::SearchIndex;
use crate::study::{Deck, Memory, Millis, StudyDay};
use crate::text::{Lang, Texts};

/// What every screen may look at.
pub struct Cx {
    /// The course; empty until it has been read.
    pub course: Arc<Course>,
    /// Its cards.
    pub deck: Arc<Deck>,
    /// What the learner knows; `None` until the log has been read.
    pub memory: Option<Memory>,
    /// The search index, once it stands.
    pub index: Option<Arc<SearchIndex>>,
    /// The language of interface and lessons.
    pub lang: Lang,
    /// Its sentences.
    pub texts: &'static Texts,
    /// The day that it is for the learner.
    pub today: StudyDay,
    /// When the last key, click or paste came.
    pub now: Millis,
    /// How things look.
    pub theme: Theme,
    /// What a screen may draw on, in cells: the terminal without its last line.
    pub area: Rect,
    /// Makes shuffles differ from run to run.
    pub nonce: u64,
    /// Whether code can be coloured yet.
    pub colours: bool,
    /// Numbers for searches and runs.
    pub generations: Generations,
}

/// Gives each search and run a number of its own.
///
/// Answers come to the screen that is on top by then: with a number that no other screen has had, it
/// knows its own, and the newest of them.
#[derive(Debug, Default)]
pub struct Generations(Cell<u64>);

impl Generations {
    /// A number larger than all before.
    #[must_use]
    pub fn next(&self) -> u64 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }
}
