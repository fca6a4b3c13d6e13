//! Keys and clicks in the outcome: steps, fixes, controls, reasons. What they change is the scenario's text.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;

use super::Asks;
use super::bench::{Bench, Place};
use super::reasons::Reason;
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::message::Input;
use crate::tui::widgets::field::Field;

impl Bench {
    pub(super) fn in_outcome(&mut self, input: &Input, cx: &Cx) -> Asks {
        let page = isize::try_from(self.pane.tall.saturating_sub(1).max(1)).unwrap_or(1);
        match input {
            Input::Do(Action::Next) => self.place = Place::Editor,
            Input::Do(Action::Down) => self.pane.move_by(1),
            Input::Do(Action::Up) => self.pane.move_by(-1),
            Input::Do(Action::HalfDown) => self.pane.move_by(page / 2),
            Input::Do(Action::HalfUp) => self.pane.move_by(-page / 2),
            Input::Do(Action::PageDown) => self.pane.move_by(page),
            Input::Do(Action::PageUp) => self.pane.move_by(-page),
            Input::Do(Action::Top) => self.pane.move_by(isize::MIN),
            Input::Do(Action::Bottom) => self.pane.move_by(isize::MAX),
            Input::Do(Action::Right) => self.step(1),
            Input::Do(Action::Left) => self.step(-1),
            Input::Do(Action::NextOutcome) => self.turn(1),
            Input::Do(Action::PreviousOutcome) => self.turn(-1),
            Input::Do(Action::Fix(number)) => return self.fix(usize::from(*number).saturating_sub(1), cx),
            Input::Do(Action::Copy) => return Asks::Effects(self.copy()),
            Input::Do(Action::Drill) => return Asks::Practise(self.sim),
            Input::Do(Action::Example) => return Asks::Effects(self.example(cx)),
            Input::Do(Action::Explain) => return Asks::Effects(self.explain()),
            Input::Key(KeyEvent { code: KeyCode::Char(key), modifiers, .. }) if !modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                return Asks::Effects(self.control(*key, cx));
            }
            _ => return self.either(input, cx),
        }
        Asks::nothing()
    }

    pub(super) fn in_reasons(&mut self, input: &Input) -> Asks {
        match input {
            Input::Do(Action::Pick(number)) => {
                self.place = Place::Outcome;
                let reason = self.pane.reasons.get(usize::from(*number).saturating_sub(1));
                Asks::Effects(reason.map_or_else(Vec::new, Reason::open))
            }
            Input::Do(_) | Input::Key(_) | Input::Cell { .. } => {
                self.place = Place::Outcome;
                Asks::nothing()
            }
            _ => Asks::nothing(),
        }
    }

    pub(super) fn in_prompt(&mut self, input: &Input, cx: &Cx) -> Asks {
        let Place::Prompt { change, field, .. } = &mut self.place else { return Asks::nothing() };
        match input {
            Input::Key(key) => {
                field.key(key);
            }
            Input::Paste(text) => {
                field.insert(text);
            }
            Input::Do(Action::Enter) => {
                let text = change.apply(self.editor.text(), field.text());
                self.place = Place::Outcome;
                return Asks::Effects(self.show(&text, cx));
            }
            Input::Do(Action::Back) => self.place = Place::Outcome,
            _ => {}
        }
        Asks::nothing()
    }

    fn step(&mut self, by: isize) {
        let Some(run) = self.shown.as_ref().map(|shown| Arc::clone(&shown.run)) else { return };
        let Some(outcome) = self.outcome().and_then(|(at, _)| run.outcomes.get(at)) else { return };
        self.pane.step_by(by, outcome);
        self.pane.show_step(outcome);
    }

    /// Puts the caret into the next or previous question.
    fn turn(&mut self, by: isize) {
        let Some((at, _)) = self.outcome() else { return };
        let end = at.checked_add_signed(by).and_then(|next| Some(self.shown.as_ref()?.run.outcomes.get(next)?.asked.end));
        if let Some(end) = end {
            self.editor.move_to(end);
        }
    }

    /// Whether changes of the outcome fit the text; else what is to be told.
    fn fits(&self) -> Result<(), Vec<Effect>> {
        match &self.shown {
            Some(shown) if shown.scenario == self.editor.text() && self.refusals.is_empty() => Ok(()),
            _ => Err(vec![Effect::Tell(Sentence::new("lab-mend-first"))]),
        }
    }

    fn fix(&mut self, at: usize, cx: &Cx) -> Asks {
        let Some(fix) = self.outcome().and_then(|(_, outcome)| outcome.fixes.get(at)) else { return Asks::nothing() };
        if let Err(effects) = self.fits() {
            return Asks::Effects(effects);
        }
        let text = fix.change.apply(self.editor.text(), "");
        Asks::Effects(self.show(&text, cx))
    }

    /// Makes the edit of a control, after asking what it asks for.
    fn control(&mut self, key: char, cx: &Cx) -> Vec<Effect> {
        let found = self.outcome().and_then(|(_, outcome)| self.pane.controls(outcome).into_iter().find(|control| control.key == key).cloned());
        let Some(control) = found else { return Vec::new() };
        if let Err(effects) = self.fits() {
            return effects;
        }
        match control.ask {
            Some(ask) => {
                self.place = Place::Prompt { ask, change: control.change, field: Field::default() };
                Vec::new()
            }
            None => {
                let text = control.change.apply(self.editor.text(), "");
                self.show(&text, cx)
            }
        }
    }

    fn copy(&self) -> Vec<Effect> {
        let command = shell_command(self.sim.name(), self.editor.text());
        let line = command.lines().next().unwrap_or_default().to_owned();
        let told = if line.len() < command.len() { format!("{line} …") } else { line };
        vec![Effect::Copy(command), Effect::Tell(Sentence::new("lab-copied").with("command", told))]
    }

    /// The example after the one that stands there, or the first.
    fn example(&mut self, cx: &Cx) -> Vec<Effect> {
        let examples = self.sim.examples();
        let at = examples.iter().position(|example| *example == self.editor.text().trim_end()).map_or(0, |at| (at + 1) % examples.len());
        examples.get(at).map_or_else(Vec::new, |example| self.show(example, cx))
    }

    fn explain(&mut self) -> Vec<Effect> {
        match &self.pane.reasons[..] {
            [] => vec![Effect::Tell(Sentence::new("lab-no-reason"))],
            [only] => only.open(),
            _ => {
                self.place = Place::Reasons;
                Vec::new()
            }
        }
    }

    pub(super) fn clicked(&mut self, x: u16, y: u16, cx: &Cx) -> Asks {
        let at = Position::new(cx.area.x + x, cx.area.y + y);
        let panes = self.panes(cx);
        if panes.editor.contains(at) {
            self.place = Place::Editor;
            self.editor.click(at.x - panes.editor.x, at.y - panes.editor.y);
            return Asks::nothing();
        }
        if at.y < panes.outcome.y || at.x + 2 < panes.outcome.x {
            return Asks::nothing();
        }
        self.place = Place::Outcome;
        let (x, y) = (usize::from(at.x.saturating_sub(panes.outcome.x)), usize::from(at.y - panes.outcome.y));
        self.clicked_outcome(x, y, cx)
    }

    fn clicked_outcome(&mut self, x: usize, y: usize, cx: &Cx) -> Asks {
        if let Some(foot) = y.checked_sub(self.pane.tall + 1).and_then(|at| self.pane.foot.get(at)) {
            let key = foot.keys.iter().find(|(cells, _)| cells.contains(&x)).map(|(_, key)| *key);
            return Asks::Effects(key.map_or_else(Vec::new, |key| self.control(key, cx)));
        }
        let line = self.pane.scroll + y;
        let among = |places: &[std::ops::Range<usize>]| places.iter().position(|lines| lines.contains(&line));
        if let Some(at) = among(&self.pane.laid.fixes) {
            return self.fix(at, cx);
        }
        if let Some(at) = among(&self.pane.reason_lines) {
            return Asks::Effects(self.pane.reasons[at].open());
        }
        if let Some(at) = among(&self.pane.laid.steps) {
            self.pane.step = Some(at);
        } else {
            self.pane.click(line);
        }
        Asks::nothing()
    }
}

/// The command that runs a scenario in a shell.
#[must_use]
pub fn shell_command(sim: &str, scenario: &str) -> String {
    let quoted = scenario.trim_end().replace('\'', r"'\''");
    format!("opsdrill sim {sim} '{quoted}'")
}
