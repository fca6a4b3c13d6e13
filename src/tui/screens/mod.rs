//! The screens: a closed list, each with the same words: `State`, `scopes`, `update`, `view`.

pub mod help;
pub mod home;
pub mod lab;
pub mod library;
pub mod palette;
pub mod reader;
pub mod review;
pub mod search;

use super::app::Cx;
use super::canvas::Canvas;
use super::effect::{Effect, Route};
use super::keymap::Scope;
use super::message::Input;
use crate::text::Lang;

/// A screen with its state.
pub enum Screen {
    /// Today, or the welcome.
    Home(home::State),
    /// All lessons.
    Library(library::State),
    /// A lesson.
    Reader(Box<reader::State>),
    /// The search.
    Search(Box<search::State>),
    /// A review session.
    Review(Box<review::State>),
    /// The lab.
    Lab(Box<lab::State>),
}

impl Screen {
    /// What the program begins with.
    #[must_use]
    pub fn home() -> Screen {
        Screen::Home(home::State::default())
    }

    /// Opens the screen of a route, with what it wants done first.
    #[must_use]
    pub fn open(route: Route, cx: &Cx) -> (Screen, Vec<Effect>) {
        match route {
            Route::Home | Route::Help => (Screen::home(), Vec::new()),
            Route::Library => (Screen::Library(library::State::new(cx)), Vec::new()),
            Route::Reader { slug, anchor, lang, terms } => {
                let (state, effects) = reader::State::open(slug, anchor, lang, terms, cx);
                (Screen::Reader(Box::new(state)), effects)
            }
            Route::Search { text } => {
                let (state, effects) = search::State::open(text, cx);
                (Screen::Search(Box::new(state)), effects)
            }
            Route::Review { topics, minutes } => {
                let (state, effects) = review::State::open(&topics, minutes, cx);
                (Screen::Review(Box::new(state)), effects)
            }
            Route::Lab { sim, scenario } => {
                let (state, effects) = lab::State::open(sim, scenario, cx);
                (Screen::Lab(Box::new(state)), effects)
            }
        }
    }

    /// The scopes that the screen puts in force, the innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        match self {
            Screen::Home(_) => vec![Scope::Home],
            Screen::Library(state) => state.scopes(),
            Screen::Reader(state) => state.scopes(),
            Screen::Search(state) => state.scopes(),
            Screen::Review(state) => state.scopes(),
            Screen::Lab(state) => state.scopes(),
        }
    }

    /// The language that is read on the screen: what "the other language" is seen from.
    #[must_use]
    pub fn lang(&self, cx: &Cx) -> Lang {
        match self {
            Screen::Reader(state) => state.lang(cx),
            _ => cx.lang,
        }
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        match self {
            Screen::Home(state) => state.update(&input, cx),
            Screen::Library(state) => state.update(&input, cx),
            Screen::Reader(state) => state.update(input, cx),
            Screen::Search(state) => state.update(input, cx),
            Screen::Review(state) => state.update(input, cx),
            Screen::Lab(state) => state.update(input, cx),
        }
    }

    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        match self {
            Screen::Home(state) => state.view(canvas, cx),
            Screen::Library(state) => state.view(canvas, cx),
            Screen::Reader(state) => state.view(canvas, cx),
            Screen::Search(state) => state.view(canvas, cx),
            Screen::Review(state) => state.view(canvas, cx),
            Screen::Lab(state) => state.view(canvas, cx),
        }
    }
}
