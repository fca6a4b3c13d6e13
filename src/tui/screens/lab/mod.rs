//! The lab: the list of simulators, the workbench with scenario and outcome, and drills.
//!
//! It runs nothing: it asks for runs and takes the newest answer. Every key of the workbench that
//! changes something is an edit of the scenario's text.

mod bench;
mod list;
mod outcome;
mod pane;
mod panes;
mod practice;
mod reasons;
mod refused;
mod view;

use crate::sim::{self, Simulator};
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::message::Input;
use bench::Bench;
use list::List;
use practice::Practice;

pub use outcome::shell_command;

/// What is open: drills cover the workbench, the workbench covers the list.
pub struct State {
    list: List,
    bench: Option<Bench>,
    /// Workbenches with changes that were closed, the last one last: opened again they are as they were left.
    left: Vec<Bench>,
    practice: Option<Practice>,
    /// Whether the workbench was opened from elsewhere, so that back leaves the lab.
    direct: bool,
}

/// How many changed workbenches are remembered.
const MOST_LEFT: usize = 20;

/// What one of the parts wants of the whole.
enum Asks {
    /// These effects, or none.
    Effects(Vec<Effect>),
    /// To be closed.
    Close,
    /// A workbench with this simulator; with its first example where there is no scenario.
    Open(&'static dyn Simulator, Option<String>),
    /// Drills of this simulator.
    Practise(&'static dyn Simulator),
}

impl Asks {
    fn nothing() -> Asks {
        Asks::Effects(Vec::new())
    }
}

impl State {
    /// Opens the list, or the workbench of a simulator.
    #[must_use]
    pub fn open(sim: Option<&'static str>, scenario: Option<String>, cx: &Cx) -> (State, Vec<Effect>) {
        let mut state = State { list: List::of(sim::ALL), bench: None, left: Vec::new(), practice: None, direct: false };
        let effects = state.reopen(sim, scenario, cx);
        (state, effects)
    }

    /// Opens a lab that was left as [`State::open`] does, but with what was changed in it.
    pub fn reopen(&mut self, sim: Option<&'static str>, scenario: Option<String>, cx: &Cx) -> Vec<Effect> {
        self.practice = None;
        self.leave_bench();
        self.list.lay(cx);
        let sim = sim.and_then(sim::find);
        self.direct = sim.is_some();
        sim.map_or_else(Vec::new, |sim| self.open_bench(sim, scenario, cx))
    }

    /// Puts the workbench aside if there are changes in it.
    fn leave_bench(&mut self) {
        self.left.extend(self.bench.take().filter(Bench::is_changed));
        let too_many = self.left.len().saturating_sub(MOST_LEFT);
        self.left.drain(..too_many);
    }

    /// The scopes in force.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        match (&self.practice, &self.bench) {
            (Some(practice), _) => vec![practice.scope()],
            (None, Some(bench)) => bench.scopes(),
            (None, None) => vec![Scope::Lab],
        }
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        if matches!(input, Input::Changed | Input::Shown) {
            return self.changed(matches!(input, Input::Shown), cx);
        }
        if let (Input::Ran { generation, run }, Some(bench)) = (&input, &mut self.bench) {
            bench.ran(*generation, run, cx);
            return Vec::new();
        }
        let asks = match (&mut self.practice, &mut self.bench) {
            (Some(practice), _) => practice.update(&input, cx),
            (None, Some(bench)) => bench.update(&input, cx),
            (None, None) => self.list.update(&input, cx),
        };
        self.done(asks, cx)
    }

    /// Everything is laid out anew; what was asked for while another screen was on top is asked for again.
    fn changed(&mut self, is_shown: bool, cx: &Cx) -> Vec<Effect> {
        self.list.lay(cx);
        if let Some(practice) = &mut self.practice {
            practice.lay(cx);
        }
        let Some(bench) = &mut self.bench else { return Vec::new() };
        bench.changed(cx);
        if is_shown { bench.ask_again(cx) } else { Vec::new() }
    }

    fn done(&mut self, asks: Asks, cx: &Cx) -> Vec<Effect> {
        match asks {
            Asks::Effects(effects) => effects,
            Asks::Close => self.close(),
            Asks::Open(sim, scenario) => self.open_bench(sim, scenario, cx),
            Asks::Practise(sim) if sim.drills().is_empty() => vec![Effect::Tell(Sentence::new("lab-no-drill").with("sim", sim.name()))],
            Asks::Practise(sim) => {
                self.practice = Some(Practice::new(sim, cx));
                Vec::new()
            }
        }
    }

    /// One cover off; out of the lab from the last.
    fn close(&mut self) -> Vec<Effect> {
        if self.practice.take().is_some() {
            return Vec::new();
        }
        if self.direct || self.bench.is_none() {
            return vec![Effect::Back];
        }
        self.leave_bench();
        Vec::new()
    }

    /// The workbench that was opened with this scenario before and left with changes.
    fn took_up(&mut self, sim: &'static dyn Simulator, scenario: Option<&str>, cx: &Cx) -> Option<(Bench, Vec<Effect>)> {
        let at = self.left.iter().rposition(|bench| bench.began_with(sim, scenario))?;
        let mut bench = self.left.remove(at);
        let mut effects = bench.take_up(cx);
        effects.push(Effect::Tell(Sentence::new("lab-kept").with("count", bench.editor.edits())));
        Some((bench, effects))
    }

    /// A scenario of a drill goes to the workbench that is open, where it can be undone.
    fn open_bench(&mut self, sim: &'static dyn Simulator, scenario: Option<String>, cx: &Cx) -> Vec<Effect> {
        self.practice = None;
        match (&mut self.bench, scenario) {
            (Some(bench), Some(scenario)) if bench.sim_name() == sim.name() => bench.show(&scenario, cx),
            (_, scenario) => {
                let (bench, effects) = self.took_up(sim, scenario.as_deref(), cx).unwrap_or_else(|| Bench::open(sim, scenario, cx));
                self.bench = Some(bench);
                effects
            }
        }
    }

    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        match (&self.practice, &self.bench) {
            (Some(practice), _) => practice.view(canvas, cx),
            (None, Some(bench)) => bench.view(canvas, cx),
            (None, None) => self.list.view(canvas, cx),
        }
    }
}

#[cfg(test)]
mod tests;
