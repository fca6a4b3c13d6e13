//! The workbench: the scenario as it is typed, and what comes of it.

use std::sync::Arc;

use super::Asks;
use super::pane::Pane;
use super::panes::Panes;
use super::refused::{mendable, notes};
use crate::sim::{Change, Outcome, Refusal, Run, Simulator};
use crate::text::{Lang, Message as Sentence, Run as Stretch};
use crate::tui::app::Cx;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::panel::Laid;
use crate::tui::widgets::wrapped::hanging;

/// A simulator at work.
pub struct Bench {
    pub(super) sim: &'static dyn Simulator,
    /// The scenario it was opened with.
    origin: String,
    pub(super) editor: Editor,
    /// The run that is waited for.
    asked: Option<u64>,
    /// The last run in which everything could be read, with its scenario.
    pub(super) shown: Option<Shown>,
    /// What could not be read in the newest run.
    pub(super) refusals: Vec<Refusal>,
    pub(super) place: Place,
    pub(super) pane: Pane,
    laid_for: Option<LaidFor>,
}

pub(super) struct Shown {
    pub run: Arc<Run>,
    pub scenario: String,
}

/// What the lines of the pane depend on.
#[derive(PartialEq)]
struct LaidFor {
    run: Option<*const Run>,
    outcome: usize,
    cells: usize,
    lang: Lang,
    lessons: usize,
    is_empty: bool,
}

/// Who gets the keys.
pub(super) enum Place {
    Editor,
    Outcome,
    /// One of several reasons is to be chosen.
    Reasons,
    /// A control asks for something.
    Prompt {
        ask: Sentence,
        change: Change,
        field: Field,
    },
}

impl Bench {
    /// A workbench with a scenario, or with the simulator's first example.
    #[must_use]
    pub fn open(sim: &'static dyn Simulator, scenario: Option<String>, cx: &Cx) -> (Bench, Vec<Effect>) {
        let text = scenario.unwrap_or_else(|| first_example(sim).to_owned());
        let mut bench = Bench {
            sim,
            origin: text.clone(),
            editor: Editor::new(&text),
            asked: None,
            shown: None,
            refusals: Vec::new(),
            place: if text.trim().is_empty() { Place::Editor } else { Place::Outcome },
            pane: Pane::default(),
            laid_for: None,
        };
        let effects = bench.edited(cx);
        (bench, effects)
    }

    /// The simulator's name.
    #[must_use]
    pub fn sim_name(&self) -> &'static str {
        self.sim.name()
    }

    /// Opens it again as it was left, but not in the middle of typing.
    pub fn take_up(&mut self, cx: &Cx) -> Vec<Effect> {
        self.place = Place::Outcome;
        self.changed_at_once(cx)
    }

    /// Whether it was opened with this scenario, or with the first example where there is none.
    #[must_use]
    pub fn began_with(&self, sim: &dyn Simulator, scenario: Option<&str>) -> bool {
        self.sim_name() == sim.name() && self.origin == scenario.unwrap_or_else(|| first_example(sim))
    }

    /// Whether there is something in it that would be missed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.editor.edits() > 0 && self.editor.text() != self.origin
    }

    /// Puts another scenario in, as an edit.
    pub fn show(&mut self, scenario: &str, cx: &Cx) -> Vec<Effect> {
        if self.editor.replace(scenario) { self.changed_at_once(cx) } else { Vec::new() }
    }

    /// The text has changed by more than a letter: what has come of it is read from the top.
    fn changed_at_once(&mut self, cx: &Cx) -> Vec<Effect> {
        self.pane.go_to_top();
        self.edited(cx)
    }

    /// The scopes in force, the innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        match self.place {
            Place::Editor => vec![Scope::Editor],
            Place::Outcome if self.outcome().is_some_and(|(_, outcome)| !outcome.fixes.is_empty()) => vec![Scope::Fixes, Scope::Outcome],
            Place::Outcome => vec![Scope::Outcome],
            Place::Reasons => vec![Scope::Reasons],
            Place::Prompt { .. } => vec![Scope::Prompt],
        }
    }

    /// Takes input in.
    pub fn update(&mut self, input: &Input, cx: &Cx) -> Asks {
        let asks = match &self.place {
            Place::Editor => self.in_editor(input, cx),
            Place::Outcome => self.in_outcome(input, cx),
            Place::Reasons => self.in_reasons(input),
            Place::Prompt { .. } => self.in_prompt(input, cx),
        };
        self.lay(cx);
        asks
    }

    fn in_editor(&mut self, input: &Input, cx: &Cx) -> Asks {
        let changed = match input {
            Input::Do(Action::Fix(_)) => self.mend(),
            Input::Key(key) => self.editor.key(key),
            Input::Paste(text) => self.editor.insert(text),
            Input::Do(Action::Next) => {
                self.place = Place::Outcome;
                false
            }
            _ => return self.either(input, cx),
        };
        Asks::Effects(if changed { self.edited(cx) } else { Vec::new() })
    }

    /// What means the same in editor and outcome.
    pub(super) fn either(&mut self, input: &Input, cx: &Cx) -> Asks {
        match input {
            Input::Do(Action::Undo) if self.editor.undo() => Asks::Effects(self.changed_at_once(cx)),
            Input::Do(Action::Redo) if self.editor.redo() => Asks::Effects(self.changed_at_once(cx)),
            Input::Do(Action::Undo) => Asks::Effects(vec![Effect::Tell(Sentence::new("lab-nothing-to-undo"))]),
            Input::Do(Action::Redo) => Asks::Effects(vec![Effect::Tell(Sentence::new("lab-nothing-to-redo"))]),
            Input::Do(Action::Back) => Asks::Close,
            Input::Wheel(lines) => {
                self.pane.scroll_by(isize::try_from(*lines).unwrap_or(0));
                Asks::nothing()
            }
            Input::Cell { x, y } => self.clicked(*x, *y, cx),
            _ => Asks::nothing(),
        }
    }

    /// The text has changed: it is run.
    pub(super) fn edited(&mut self, cx: &Cx) -> Vec<Effect> {
        let generation = cx.generations.next();
        self.asked = Some(generation);
        self.lay(cx);
        vec![Effect::Run { generation, sim: self.sim.name(), scenario: self.editor.text().to_owned() }]
    }

    /// Asks anew for a run whose answer went to another screen.
    pub fn ask_again(&mut self, cx: &Cx) -> Vec<Effect> {
        if self.asked.is_some() { self.edited(cx) } else { Vec::new() }
    }

    /// Takes the newest run in; what had an outcome before keeps it while something cannot be read.
    pub fn ran(&mut self, generation: u64, run: &Arc<Run>, cx: &Cx) {
        if self.asked != Some(generation) {
            return;
        }
        self.asked = None;
        self.refusals.clone_from(&run.refusals);
        if run.refusals.is_empty() || (self.shown.is_none() && !run.outcomes.is_empty()) {
            // A scenario that was only opened shows its first question first.
            let first = run.outcomes.first().filter(|_| self.shown.is_none() && run.outcomes.len() > 1 && self.editor.edits() == 0);
            if let Some(first) = first {
                self.editor.move_to(first.asked.end);
            }
            self.shown = Some(Shown { run: Arc::clone(run), scenario: self.editor.text().to_owned() });
        }
        self.changed(cx);
    }

    /// Says anew what cannot be read, and lays everything out.
    pub fn changed(&mut self, cx: &Cx) {
        let remarks = notes(&self.refusals, self.editor.text(), self.editor.caret(), cx, Panes::editor_width(cx.area));
        self.editor.remark(remarks);
        self.lay(cx);
    }

    /// Whether the outcome that is shown is not that of the text, because something in it cannot be read.
    #[must_use]
    pub fn is_dim(&self) -> bool {
        !self.refusals.is_empty()
    }

    /// The outcome that is shown: of the question in which the caret stands, or of the last before it.
    #[must_use]
    pub fn outcome(&self) -> Option<(usize, &Outcome)> {
        let outcomes = &self.shown.as_ref()?.run.outcomes;
        let caret = self.editor.caret();
        let at = outcomes.iter().rposition(|outcome| outcome.asked.start <= caret).unwrap_or(0);
        outcomes.get(at).map(|outcome| (at, outcome))
    }

    /// How many questions the scenario has.
    #[must_use]
    pub fn outcomes(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| shown.run.outcomes.len())
    }

    /// The places for the scenario as it stands.
    #[must_use]
    pub fn panes(&self, cx: &Cx) -> Panes {
        Panes::of(cx.area, self.editor.rows(), matches!(self.place, Place::Editor))
    }

    /// Lays everything out that depends on text, size or language.
    pub fn lay(&mut self, cx: &Cx) {
        self.editor.resize(Panes::editor_width(cx.area));
        let panes = self.panes(cx);
        self.editor.follow(usize::from(panes.editor.height));
        let cells = usize::from(panes.outcome.width);
        self.lay_pane(cells, cx);
        let is_active = matches!(self.place, Place::Outcome | Place::Reasons);
        let prompt = usize::from(matches!(self.place, Place::Prompt { .. })) * 2;
        let shown = self.shown.as_ref().map(|shown| Arc::clone(&shown.run));
        let at = self.outcome().map(|(at, _)| at);
        let outcome = shown.as_ref().zip(at).and_then(|(run, at)| run.outcomes.get(at)).filter(|_| is_active && !self.is_dim());
        self.pane.settle(outcome, cells, usize::from(panes.outcome.height).saturating_sub(prompt), cx);
    }

    fn lay_pane(&mut self, cells: usize, cx: &Cx) {
        let is_empty = self.editor.text().trim().is_empty() || self.shown.is_none();
        let outcome = self.outcome().map_or(0, |(at, _)| at);
        let run = self.shown.as_ref().map(|shown| Arc::as_ptr(&shown.run));
        let laid_for = LaidFor { run, outcome, cells, lang: cx.lang, lessons: cx.course.lessons.len(), is_empty };
        if self.laid_for.as_ref() == Some(&laid_for) {
            return;
        }
        let anew = self.laid_for.as_ref().is_none_or(|before| (before.run, before.outcome) != (laid_for.run, laid_for.outcome));
        self.laid_for = Some(laid_for);
        match self.shown.as_ref().filter(|_| !is_empty).map(|shown| Arc::clone(&shown.run)) {
            Some(run) => {
                if let Some(outcome) = run.outcomes.get(outcome) {
                    self.pane.lay(outcome, cells, anew, cx);
                }
            }
            None => self.pane.say(grammar(self.sim, cells, cx)),
        }
    }

    /// Writes what the refusal nearest to the caret says should stand there.
    fn mend(&mut self) -> bool {
        let mend = mendable(&self.refusals, self.editor.caret()).and_then(|refusal| refusal.mend.clone());
        mend.is_some_and(|mend| {
            let text = mend.apply(self.editor.text(), "");
            self.editor.replace(&text)
        })
    }
}

fn first_example(sim: &dyn Simulator) -> &'static str {
    sim.examples().first().copied().unwrap_or_default()
}

/// What is understood, where there is no outcome yet.
fn grammar(sim: &dyn Simulator, cells: usize, cx: &Cx) -> Laid {
    let mut laid = Laid::default();
    let mut say = |text: String, style, indent| {
        laid.add(hanging(&[Stretch::new(text, style)], cells, indent));
    };
    say(cx.texts.say(&Sentence::new("lab-empty").with("keys", format!("{} x", keymap::shown("tab")))), cx.theme.strong, 0);
    say(String::new(), cx.theme.text, 0);
    sim.grammar().lines().for_each(|line| say(line.to_owned(), cx.theme.text, 4));
    laid
}
