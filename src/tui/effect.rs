//! What the program wants done: data that [`App::update`](super::app::App::update) returns.

use crate::content::{Anchor, Slug};
use crate::search::Query;
use crate::study::What;
use crate::text::{Lang, Message as Sentence};

/// Something to be done outside the state: by the app itself (`Go`, `Back`), or by the runtime.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Open a screen on top of this one.
    Go(Route),
    /// Leave this screen.
    Back,
    /// Leave the program.
    Quit,
    /// Stop until the shell brings the program back.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Put this into the log; `Message::Recorded` comes back.
    Record(What),
    /// Search; `Message::Found` comes back with the same generation.
    Search { generation: u64, query: Query },
    /// Run a scenario; `Message::Ran` comes back with the same generation.
    Run { generation: u64, sim: &'static str, scenario: String },
    /// Copy to the clipboard through the terminal (OSC 52).
    Copy(String),
    /// Take the mouse, or leave it to the terminal for selecting.
    Mouse(bool),
    /// Show the interface and the lessons in this language.
    Speak(Lang),
    /// Tell the learner something in the status line.
    Tell(Sentence),
}

/// A screen with what it is opened on.
#[derive(Clone, Debug)]
pub enum Route {
    /// Today.
    Home,
    /// All lessons.
    Library,
    /// A lesson, at a section, with the words of a search marked.
    Reader { slug: Slug, anchor: Option<Anchor>, lang: Option<Lang>, terms: Option<String> },
    /// The search, with words already typed.
    Search { text: String },
    /// A review session on these topics, or all.
    Review { topics: Vec<String>, minutes: Option<u32> },
    /// The lab: the list, or the workbench with a scenario.
    Lab { sim: Option<&'static str>, scenario: Option<String> },
    /// The keys.
    Help,
}
