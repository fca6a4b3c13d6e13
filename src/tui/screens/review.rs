//! The review screen.

use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;

/// The state of the screen.
pub struct State;

impl State {
    /// Opens the screen.
    #[must_use]
    pub fn open(_topics: &[String], _minutes: Option<u32>, _cx: &Cx) -> (State, Vec<Effect>) {
        (State, Vec::new())
    }

    /// The scopes in force.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        Vec::new()
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, _cx: &Cx) -> Vec<Effect> {
        match input {
            Input::Do(Action::Back) => vec![Effect::Back],
            _ => Vec::new(),
        }
    }

    /// Draws the screen.
    pub fn view(&self, _canvas: &mut Canvas, _cx: &Cx) {}
}
