//! The scenarios of a lesson, run where they stand.

use std::collections::HashMap;
use std::sync::Arc;

use super::State;
use crate::content::{Inline, Lesson, Scenario};
use crate::sim::{self, Refusal, Run};
use crate::text::Run as Stretch;
use crate::tui::app::Cx;
use crate::tui::canvas::Styled;
use crate::tui::effect::{Effect, Route};
use crate::tui::widgets::panel::{self, Look};
use crate::tui::widgets::prose::{self, Act, Ink, Prose, Runs, Setting};

/// What the scenarios came to.
#[derive(Clone, Debug, Default)]
pub struct Sims {
    runs: HashMap<Key, Arc<Run>>,
    asked: HashMap<u64, Key>,
}

/// How far a scenario stands to the right of the text.
const INDENT: usize = 2;

/// A simulator with a scenario.
type Key = (String, String);

/// Whether there is such a simulator.
#[must_use]
pub fn is_known(scenario: &Scenario) -> bool {
    sim::find(&scenario.sim).is_some()
}

/// Opens a scenario in the lab.
#[must_use]
pub fn lab(scenario: &Scenario) -> Vec<Effect> {
    let Some(sim) = sim::find(&scenario.sim) else { return Vec::new() };
    vec![Effect::Go(Route::Lab { sim: Some(sim.name()), scenario: Some(scenario.text.clone()) })]
}

impl Sims {
    /// Asks for every scenario of the lesson that has not been run.
    pub fn wanted(&mut self, lesson: Option<&Lesson>, cx: &Cx) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (_, scenario) in lesson.into_iter().flat_map(Lesson::scenarios) {
            let key = key(scenario);
            let Some(sim) = sim::find(&scenario.sim) else { continue };
            if self.runs.contains_key(&key) || self.asked.values().any(|k| *k == key) {
                continue;
            }
            let generation = cx.generations.next();
            self.asked.insert(generation, key);
            effects.push(Effect::Run { generation, sim: sim.name(), scenario: scenario.text.clone() });
        }
        effects
    }

    /// Nothing is on its way any more: what was asked for while another screen was on top went there.
    pub fn forget_asked(&mut self) {
        self.asked.clear();
    }

    /// The scenario, what came of it, and how to change it.
    #[must_use]
    pub fn lay(&self, scenario: &Scenario, focused: bool, setting: &Setting) -> Prose {
        let theme = setting.theme;
        let mut prose = prose::quiet_code(&scenario.text, setting);
        let room = setting.width + setting.spare;
        let look = Look { theme, texts: setting.texts, width: room.saturating_sub(INDENT) };
        let run = self.runs.get(&key(scenario));
        for outcome in run.iter().flat_map(|run| &run.outcomes) {
            prose.blank(1);
            let mut lines = Prose::default();
            panel::answer(outcome, &look).lines(outcome, &look).for_each(|line| lines.push(inked(line)));
            prose.indented(lines, INDENT);
        }
        for refusal in run.iter().flat_map(|run| &run.refusals) {
            prose.blank(1);
            prose.indented(refused(refusal, &setting.narrower(INDENT)), INDENT);
        }
        if is_known(scenario) {
            prose.blank(1);
            let act = prose.act(Act::Row(0));
            let (key, label) = if focused { (theme.accent, theme.text) } else { (theme.text, theme.muted) };
            let words = setting.texts.get("reader-change-in-lab");
            let stretch = |text: &str, style| Stretch::new(text, Ink { act: Some(act), ..Ink::from(style) });
            prose.push(vec![Stretch::new(" ".repeat(INDENT), Ink::default()), stretch("Enter", key), stretch("  ", label), stretch(&words, label)]);
        }
        prose
    }
}

/// What could not be read, and how to mend it.
fn refused(refusal: &Refusal, setting: &Setting) -> Prose {
    let theme = setting.theme;
    let mut prose = Prose::default();
    let first = [Stretch::new(format!("{} ", theme.signs.wrong), theme.bad.into())];
    let rest = [Stretch::new("  ", Ink::default())];
    for (at, message) in [Some(&refusal.message), refusal.hint.as_ref()].into_iter().flatten().enumerate() {
        let text = [Inline::Text(setting.texts.say(message))];
        let lines = prose::paragraph(&text, theme.text, &setting.narrower(2));
        prose.append(lines, if at == 0 { &first } else { &rest }, &rest);
    }
    prose
}

fn inked(line: Styled) -> Runs {
    line.into_iter().map(|run| Stretch::new(run.text, run.style.into())).collect()
}

fn key(scenario: &Scenario) -> Key {
    (scenario.sim.clone(), scenario.text.clone())
}

impl State {
    /// A scenario has been run.
    pub(super) fn ran(&mut self, generation: u64, run: Arc<Run>, cx: &Cx) -> Vec<Effect> {
        let Some(key) = self.sims.asked.remove(&generation) else { return Vec::new() };
        self.sims.runs.insert(key, run);
        self.changed(cx)
    }
}
