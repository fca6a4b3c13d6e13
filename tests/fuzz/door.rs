//! The ways by which text gets into a simulator, and what must hold of what comes out.

use std::collections::BTreeSet;

use opsdrill::sim::{self, Control, Drill, Judgement, Outcome, Refusal, Simulator};
use opsdrill::text::{Arg, Lang, Message, Texts, clean};
use serde_json::Value;

/// A simulator's door.
pub struct Door {
    /// The simulator.
    pub sim: &'static dyn Simulator,
    /// The way in.
    pub way: Way,
}

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A scenario: a fence, the command line, the lab's editor.
    Scenario,
    /// A line of `sim --batch`.
    Request,
    /// An answer to a drill.
    Answer,
}

impl Door {
    /// Every door of every simulator.
    pub fn all() -> Vec<Door> {
        let ways = [Way::Scenario, Way::Request, Way::Answer];
        sim::ALL.iter().flat_map(|sim| ways.map(|way| Door { sim: *sim, way })).collect()
    }

    /// `cors/request`: also the folder of its corpus.
    pub fn name(&self) -> String {
        let way = match self.way {
            Way::Scenario => "scenario",
            Way::Request => "request",
            Way::Answer => "answer",
        };
        format!("{}/{way}", self.sim.name())
    }

    /// Whether what comes in is JSON.
    pub fn is_json(&self) -> bool {
        self.way == Way::Request
    }

    /// Puts a text in; gives a number for what was said, which is new where something new was said.
    pub fn knock(&self, text: &str) -> Result<u64, String> {
        let mut said = Said::default();
        match self.way {
            Way::Scenario => self.scenario(&clean(text), &mut said)?,
            Way::Request => self.request(text, &mut said)?,
            Way::Answer => self.answer(&clean(text), &mut said)?,
        }
        Ok(said.number())
    }

    fn scenario(&self, text: &str, said: &mut Said) -> Result<(), String> {
        let run = self.sim.run(text);
        run.refusals.iter().try_for_each(|refusal| said.refusal(refusal, text))?;
        for outcome in &run.outcomes {
            said.outcome(outcome, text, self.sim)?;
            for fix in &outcome.fixes {
                said.message(&fix.label)?;
                let mended = self.sim.run(&applied(&fix.change, text, "fix")?);
                if !mended.outcomes.iter().any(|outcome| outcome.verdict == fix.then) {
                    return Err(format!("a fix ({}) does not lead to what it promises", fix.label.id));
                }
            }
        }
        if text.len() < 400 && self.sim.run(text) != run { Err("another run says something else".to_owned()) } else { Ok(()) }
    }

    fn request(&self, text: &str, said: &mut Said) -> Result<(), String> {
        let Ok(request) = serde_json::from_str::<Value>(text) else { return Ok(()) };
        match self.sim.answer(&request) {
            Ok(answer) => said.value(&answer),
            Err(refusal) => {
                said.word(refusal.code);
                said.message(&refusal.message)?;
                refusal.hint.iter().try_for_each(|hint| said.message(hint))?;
            }
        }
        Ok(())
    }

    fn answer(&self, text: &str, said: &mut Said) -> Result<(), String> {
        for drill in self.drills() {
            match self.sim.judge(&drill, text) {
                Judgement::Right => said.word(drill.kind),
                Judgement::Wrong(mistake) => mistake.iter().try_for_each(|mistake| said.message(mistake))?,
                Judgement::Unreadable(why) => said.message(&why)?,
            }
        }
        Ok(())
    }

    /// One drill of each kind and level.
    pub fn drills(&self) -> impl Iterator<Item = Drill> {
        let kinds = self.sim.drills().iter();
        kinds.flat_map(|kind| (1..=3).filter_map(|level| self.sim.drill(kind.name, level, 1)))
    }
}

/// What a simulator said, without the words of the text itself: ids and codes.
#[derive(Default)]
struct Said {
    words: BTreeSet<u64>,
}

impl Said {
    fn number(&self) -> u64 {
        opsdrill::seed::hash(self.words.iter().flat_map(|word| word.to_le_bytes()))
    }

    fn word(&mut self, word: &str) {
        self.words.insert(opsdrill::seed::hash(word.bytes()));
    }

    /// A sentence that exists in every language and holds nothing that a terminal would obey.
    fn message(&mut self, message: &Message) -> Result<(), String> {
        let is_new = self.words.insert(opsdrill::seed::hash(message.id.bytes()));
        self.arguments(message)?;
        for lang in Lang::ALL.into_iter().filter(|_| is_new) {
            let sentence = Texts::of(lang).say(message);
            if sentence == message.id {
                return Err(format!("{} is no sentence in {lang}", message.id));
            }
            if sentence.chars().any(|c| c.is_control() && c != '\n') {
                return Err(format!("{} holds a control character", message.id));
            }
            if sentence.len() > 20_000 {
                return Err(format!("{} is endless", message.id));
            }
        }
        Ok(())
    }

    fn arguments(&mut self, message: &Message) -> Result<(), String> {
        message.args.iter().try_for_each(|(_, arg)| if let Arg::Message(inner) = arg { self.message(inner) } else { Ok(()) })
    }

    fn refusal(&mut self, refusal: &Refusal, text: &str) -> Result<(), String> {
        self.word(refusal.code);
        self.message(&refusal.message)?;
        refusal.hint.iter().try_for_each(|hint| self.message(hint))?;
        if text.get(refusal.at.clone()).is_none() {
            return Err(format!("{} points outside the text", refusal.code));
        }
        refusal.mend.iter().try_for_each(|mend| applied(mend, text, refusal.code).map(drop))
    }

    fn outcome(&mut self, outcome: &Outcome, text: &str, sim: &dyn Simulator) -> Result<(), String> {
        if text.get(outcome.asked.clone()).is_none() {
            return Err("an outcome was asked outside the text".to_owned());
        }
        for code in &outcome.codes {
            self.word(code);
            if !sim.codes().contains(code) {
                return Err(format!("{code} is not declared"));
            }
        }
        let findings = outcome.findings.iter().map(|finding| &finding.message);
        let notices = outcome.notices.iter().map(|notice| &notice.message).chain(findings);
        let steps = outcome.steps.iter().map(|step| &step.message);
        outcome.headline.iter().chain(notices).chain(steps).try_for_each(|message| self.message(message))?;
        outcome.controls.iter().try_for_each(|control| self.control(control, text))
    }

    fn control(&mut self, control: &Control, text: &str) -> Result<(), String> {
        self.message(&control.label)?;
        applied(&control.change, text, "control").map(drop)
    }

    /// The names in an answer, and its short words.
    fn value(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => fields.iter().take(64).for_each(|(name, value)| {
                self.word(name);
                self.value(value);
            }),
            Value::Array(items) => items.iter().take(16).for_each(|item| self.value(item)),
            Value::Bool(truth) => self.word(if *truth { "true" } else { "false" }),
            Value::String(text) if text.len() < 40 && text.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_') => self.word(text),
            _ => {}
        }
    }
}

fn applied(change: &sim::Change, text: &str, what: &str) -> Result<String, String> {
    if text.get(change.range.clone()).is_none() {
        return Err(format!("the change of {what} does not fit the text"));
    }
    Ok(change.apply(text, ""))
}
