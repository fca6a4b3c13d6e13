//! stub
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::message::Input;
#[derive(Default)]
pub struct State;
impl State {
    pub fn new(_cx: &Cx) -> State {
        State
    }
    pub fn scopes(&self) -> Vec<Scope> {
        vec![]
    }
    pub fn update(&mut self, _i: &Input, _cx: &Cx) -> Vec<Effect> {
        vec![]
    }
    pub fn view(&self, _c: &mut Canvas, _cx: &Cx) {}
}
