use std::ops::Range;

use super::{Checks, LessonText, Ran, SimulatorFacts};
use crate::content::keys::did_you_mean;
use crate::content::markdown::first_line;
use crate::content::{Block, BlockKind, Drill, Expect, Problem, Scenario};
use crate::text::Message;

/// Scenarios that fail or contradict their `expect`, simulators and drills that do not exist.
pub(super) fn check(text: &LessonText<'_>, checks: &Checks<'_>, problems: &mut Vec<Problem>) {
    for block in &text.lesson.blocks {
        match &block.kind {
            BlockKind::Scenario(scenario) if simulator(text, block, &scenario.sim, checks, problems).is_some() => {
                let ran = (checks.run)(&scenario.sim, &scenario.text);
                refusals(text, block, &ran, problems);
                expectations(text, block, scenario, &ran, problems);
            }
            BlockKind::Drill(drill) => {
                if let Some(simulator) = simulator(text, block, &drill.sim, checks, problems) {
                    kind(text, block, drill, simulator, problems);
                }
            }
            _ => {}
        }
    }
}

fn simulator<'c>(text: &LessonText<'_>, block: &Block, name: &str, checks: &'c Checks<'_>, problems: &mut Vec<Problem>) -> Option<&'c SimulatorFacts<'c>> {
    let found = checks.simulators.iter().find(|s| s.name == name);
    if found.is_none() {
        let known: Vec<&str> = checks.simulators.iter().map(|s| s.name).collect();
        let message = Message::new("content-unknown-simulator").with("sim", name.to_owned());
        let problem = text.source.problem(opening(text, block), "unknown-simulator", message);
        problems.push(if known.is_empty() { problem } else { problem.hint(did_you_mean(name, &known)) });
    }
    found
}

fn kind(text: &LessonText<'_>, block: &Block, drill: &Drill, simulator: &SimulatorFacts<'_>, problems: &mut Vec<Problem>) {
    if !simulator.drills.contains(&drill.kind.as_str()) {
        let message = Message::new("content-unknown-drill").with("sim", drill.sim.clone()).with("kind", drill.kind.clone());
        let problem = text.source.problem(opening(text, block), "unknown-drill", message);
        problems.push(if simulator.drills.is_empty() { problem } else { problem.hint(did_you_mean(&drill.kind, &simulator.drills)) });
    }
}

fn refusals(text: &LessonText<'_>, block: &Block, ran: &Ran, problems: &mut Vec<Problem>) {
    let base = opening(text, block).end + 1;
    for refused in &ran.refusals {
        let at = base + refused.at.start..base + refused.at.end;
        let message = Message::new("content-scenario-refused").with("why", refused.message.clone());
        let problem = text.source.problem(at, "scenario-refused", message);
        problems.push(refused.hint.clone().map_or(problem.clone(), |hint| problem.hint(hint)));
    }
}

fn expectations(text: &LessonText<'_>, block: &Block, scenario: &Scenario, ran: &Ran, problems: &mut Vec<Problem>) {
    if scenario.expects.is_empty() {
        return;
    }
    let lines = expect_lines(&text.source.text, &block.span, scenario.expects.len());
    for ((expect, line), (verdict, codes)) in scenario.expects.iter().zip(&lines).zip(&ran.outcomes) {
        if let Some(message) = contradiction(expect, verdict, codes) {
            problems.push(text.source.problem(line.clone(), "wrong-expect", message));
        }
    }
    if ran.outcomes.len() != scenario.expects.len() {
        let message = Message::new("content-expect-count").with("outcomes", ran.outcomes.len()).with("expects", scenario.expects.len());
        let at = lines.get(ran.outcomes.len()).or(lines.last()).cloned().unwrap_or_else(|| opening(text, block));
        problems.push(text.source.problem(at, "expect-count", message));
    }
}

fn contradiction(expect: &Expect, verdict: &str, codes: &[String]) -> Option<Message> {
    let verdict = verdict.split_whitespace().collect::<Vec<_>>().join(" ");
    if verdict != expect.verdict {
        return Some(Message::new("content-wrong-verdict").with("verdict", verdict));
    }
    let code = expect.because.as_ref().filter(|code| !codes.contains(code))?;
    let had = if codes.is_empty() { "-".to_owned() } else { codes.join(", ") };
    Some(Message::new("content-wrong-because").with("code", code.clone()).with("codes", had))
}

/// Where the last `count` lines stand that begin with `expect`.
fn expect_lines(text: &str, span: &Range<usize>, count: usize) -> Vec<Range<usize>> {
    let mut at = span.start;
    let mut lines = Vec::new();
    for line in text.get(span.clone()).unwrap_or_default().split_inclusive('\n') {
        if line.trim_start().starts_with("expect ") {
            lines.push(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    lines.split_off(lines.len().saturating_sub(count))
}

fn opening(text: &LessonText<'_>, block: &Block) -> Range<usize> {
    first_line(&text.source.text, &block.span)
}
