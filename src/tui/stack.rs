//! The screens that are open, one on top of the other, and those that were left and can be returned to.

use super::context::Cx;
use super::effect::{Effect, Route};
use super::message::Input;
use super::screens::{Screen, lab};

/// The way through the screens: back leads to where one came from, in the state in which it was left.
pub(super) struct Stack {
    /// Never empty: `back` keeps the last one.
    screens: Vec<Screen>,
    ahead: Vec<Screen>,
    /// The lab that was left last: what was changed in it isn't lost when another screen is opened.
    lab: Option<Box<lab::State>>,
}

impl Stack {
    /// A stack of one screen.
    pub fn new(first: Screen) -> Stack {
        Stack { screens: vec![first], ahead: Vec::new(), lab: None }
    }

    /// The screen on top.
    pub fn top(&self) -> &Screen {
        &self.screens[self.screens.len() - 1]
    }

    /// Tells the screen on top.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        let last = self.screens.len() - 1;
        self.screens[last].update(input, cx)
    }

    /// Tells every screen, also those below: what they asked for may come after another was opened.
    pub fn update_all(&mut self, input: &Input, cx: &Cx) -> Vec<Effect> {
        self.screens.iter_mut().flat_map(|screen| screen.update(input.clone(), cx)).collect()
    }

    /// Opens a screen on top; those that were left are forgotten, but for the lab.
    pub fn open(&mut self, route: Route, cx: &Cx) -> Vec<Effect> {
        for screen in self.ahead.drain(..) {
            if let Screen::Lab(lab) = screen {
                self.lab = Some(lab);
            }
        }
        let mut effects = self.update(Input::Leaving, cx);
        let (screen, opening) = match (route, self.lab.take()) {
            (Route::Lab { sim, scenario }, Some(mut lab)) => {
                let opening = lab.reopen(sim, scenario, cx);
                (Screen::Lab(lab), opening)
            }
            (route, lab) => {
                self.lab = lab;
                Screen::open(route, cx)
            }
        };
        self.screens.push(screen);
        effects.extend(opening);
        effects
    }

    /// Opens a screen in the place of all.
    pub fn replace(&mut self, route: Route, cx: &Cx) -> Vec<Effect> {
        let (screen, effects) = Screen::open(route, cx);
        *self = Stack::new(screen);
        effects
    }

    /// Leaves the screen on top; `None` if there is no other.
    pub fn back(&mut self, cx: &Cx) -> Option<Vec<Effect>> {
        if self.screens.len() == 1 {
            return None;
        }
        let mut effects = self.update(Input::Leaving, cx);
        self.ahead.extend(self.screens.pop());
        effects.extend(self.update(Input::Shown, cx));
        Some(effects)
    }

    /// Returns to the screen that was left last.
    pub fn forward(&mut self, cx: &Cx) -> Vec<Effect> {
        let Some(screen) = self.ahead.pop() else { return Vec::new() };
        let mut effects = self.update(Input::Leaving, cx);
        self.screens.push(screen);
        effects.extend(self.update(Input::Shown, cx));
        effects
    }
}
