//! The scenarios of a lesson, run where they stand.

use std::collections::HashMap;
use std::sync::Arc;

use super::State;
use crate::content::{Block, BlockKind, Inline, Lesson, Scenario};
use crate::sim::{self, Run};
use crate::text::Run as Stretch;
use crate::tui::app::Cx;
use crate::tui::effect::{Effect, Route};
use crate::tui::widgets::prose::{Act, Ink, Prose, Setting, lay, paragraph};

/// What the scenarios came to.
#[derive(Clone, Debug, Default)]
pub struct Sims {
    runs: HashMap<Key, Arc<Run>>,
    asked: HashMap<u64, Key>,
}

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

/// The command that runs a scenario in a shell.
#[must_use]
pub fn command(scenario: &Scenario) -> String {
    format!("opsdrill sim {} <<'END'\n{}\nEND", scenario.sim, scenario.text.trim_end())
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
        let block = Block { kind: BlockKind::Code { lang: String::new(), text: scenario.text.clone(), blanks: Vec::new() }, span: 0..0 };
        let mut prose = lay(&[block], setting);
        if let Some(run) = self.runs.get(&key(scenario)) {
            for headline in run.outcomes.iter().filter_map(|outcome| outcome.headline.as_ref()) {
                let text = [Inline::Text(setting.texts.say(headline))];
                prose.indented(paragraph(&text, theme.text, &setting.narrower(2)), 2);
            }
        }
        if is_known(scenario) {
            let act = prose.act(Act::Row(0));
            let (key, label) = if focused { (theme.accent, theme.text) } else { (theme.text, theme.muted) };
            let words = setting.texts.get("reader-change-in-lab");
            let stretch = |text: &str, style| Stretch::new(text, Ink { act: Some(act), ..Ink::from(style) });
            prose.push(vec![Stretch::new("  ", Ink::default()), stretch("Enter", key), stretch("  ", label), stretch(&words, label)]);
        }
        prose
    }
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
