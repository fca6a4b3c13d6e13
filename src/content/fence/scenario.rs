use std::ops::Range;

use super::Failure;
use super::lines::{self, Line, split};
use super::opening::Opening;
use crate::content::link::Place;
use crate::content::markdown::Found;
use crate::content::{Drill, Expect, QuestionId, Scenario};
use crate::text::Message;

/// Reads a `sim` fence: the last lines that begin with `expect` are no part of the scenario.
///
/// # Errors
///
/// No simulator is named.
pub(super) fn sim(place: &Place<'_>, _: &Range<usize>, body: &Range<usize>, opening: &mut Opening, found: &mut Found) -> Result<Scenario, Failure> {
    let (sim, _) = opening.name("content-sim-without-name")?;
    opening.finish(&[], &mut found.problems);
    let text = &place.source.text;
    let (all, _) = split(text, body);
    let end = all.iter().rposition(|l| !l.text.trim().is_empty() && expect(l).is_none()).map_or(0, |last| last + 1);
    let scenario = lines::span(&all[..end], body.start);
    for line in all[end..].iter().filter(|l| expect(l).is_some_and(|e| e.verdict.is_empty())) {
        let span = line.span.start..line.span.start + line.text.len();
        found.problems.push(place.source.problem(span, "empty-expect", Message::new("content-empty-expect")));
    }
    let expects = all[end..].iter().filter_map(expect).filter(|e| !e.verdict.is_empty()).collect();
    Ok(Scenario { sim, text: text.get(scenario).unwrap_or_default().trim_end_matches('\n').to_owned(), expects })
}

/// `expect VERDICT because CODE`.
fn expect(line: &Line<'_>) -> Option<Expect> {
    let rest = line.text.trim().strip_prefix("expect").filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))?;
    let (verdict, because) = rest.split_once(" because ").map_or((rest, None), |(verdict, code)| (verdict, Some(code.trim().to_owned())));
    Some(Expect { verdict: verdict.split_whitespace().collect::<Vec<_>>().join(" "), because })
}

/// Reads a `drill` fence: a simulator and a kind of drill.
///
/// # Errors
///
/// One of them is not named.
pub(super) fn drill(place: &Place<'_>, _: &Range<usize>, body: &Range<usize>, opening: &mut Opening, found: &mut Found) -> Result<Drill, Failure> {
    let (sim, _) = opening.name("content-drill-without-name")?;
    let (kind, _) = opening.name("content-drill-without-name")?;
    let level = opening.level(&mut found.problems).unwrap_or(1);
    let named = opening.id("id", &mut found.problems);
    let was = opening.id("was", &mut found.problems);
    opening.finish(&["level", "id", "was"], &mut found.problems);
    let inside = place.source.text.get(body.clone()).unwrap_or_default();
    if !inside.trim().is_empty() {
        found.problems.push(place.source.problem(body.clone(), "drill-with-text", Message::new("content-drill-with-text")));
    }
    let id = named.unwrap_or_else(|| QuestionId::new(format!("{sim}-{kind}")));
    Ok(Drill { id, sim, kind, level, was })
}
