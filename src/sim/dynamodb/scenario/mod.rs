//! Scenarios: a table in TOML, its items, and what is asked of it.

mod act;
mod bill;
mod filter;
mod fixes;
mod grammar;
mod item;
mod pattern;
mod picture;
mod print;
mod read;
mod rewrite;
mod say;
mod traffic;
mod way;

use super::table::Table;
use crate::sim::{Notice, Outcome, Refusal, Run};
use crate::text::Message;
pub use grammar::GRAMMAR;
use read::{Entry, Scenario};
pub use say::CODES;

/// The most bytes of a scenario of which fixes are tried: each runs it again.
const LONGEST_TO_MEND: usize = 1 << 16;
/// The most outcomes for which fixes are tried.
const MOST_TO_MEND: usize = 32;
/// The most rows that a run of which fixes are tried has looked at.
const MOST_ROWS_TO_MEND: u64 = 10_000;
/// The most rows that the questions of a scenario look at.
const MOST_ROWS: u64 = 400_000;

/// The most complaints about one scenario: after that they say nothing new.
const MOST_REFUSALS: usize = 50;

/// Runs a scenario and tries what would mend it.
pub fn run(text: &str) -> Run {
    let (mut run, rows) = run_as_it_is(text);
    let is_small = text.len() <= LONGEST_TO_MEND && run.outcomes.len() <= MOST_TO_MEND && rows <= MOST_ROWS_TO_MEND;
    if is_small && run.refusals.is_empty() {
        fixes::try_each(text, &mut run.outcomes);
    }
    run
}

/// Runs a scenario without fixes: items, patterns and operations as they stand, one after the other.
///
/// Says how many rows its questions looked at.
fn run_as_it_is(text: &str) -> (Run, u64) {
    let (scenario, mut refusals) = Scenario::read(text);
    let Some(scenario) = scenario else { return (Run { outcomes: Vec::new(), refusals }, 0) };
    let mut story = Story { table: Table::new(scenario.schema.clone()), text, outcomes: Vec::new(), replaced: Vec::new(), put: 0 };
    for (at, entry) in &scenario.entries {
        if story.table.visited() > MOST_ROWS {
            let message = Message::new("dynamodb-e-too-much-read").with("most", MOST_ROWS);
            refusals.push(Refusal { hint: Some(Message::new("sim-smaller")), ..say::refuse("E_TOO_MUCH", at.clone(), message) });
            break;
        }
        match entry {
            Entry::Item(item) => story.put(at.clone(), item.clone(), &mut refusals),
            Entry::Pattern(pattern) => story.outcomes.push(pattern::outcome(&story.table, text, pattern, scenario.kept)),
            Entry::Operation(operation) => story.outcomes.push(act::outcome(&mut story.table, operation)),
            Entry::Traffic(traffic) => story.outcomes.push(traffic::outcome(text, traffic)),
        }
    }
    let rows = story.table.visited();
    let outcomes = story.finish(&scenario, &refusals);
    refusals.sort_by_key(|refusal| refusal.at.start);
    refusals.truncate(MOST_REFUSALS);
    (Run { outcomes, refusals }, rows)
}

/// A table on its way through a scenario.
struct Story<'s> {
    table: Table,
    text: &'s str,
    outcomes: Vec<Outcome>,
    replaced: Vec<Notice>,
    put: usize,
}

impl Story<'_> {
    fn put(&mut self, at: std::ops::Range<usize>, item: super::value::Item, refusals: &mut Vec<Refusal>) {
        let place = match self.table.place(&item) {
            Ok(place) => place,
            Err(fault) => {
                refusals.push(say::refuse("E_ITEM", at, Message::new("dynamodb-e-item").with("why", fault.text)));
                return;
            }
        };
        self.put += 1;
        let names: Vec<String> = item.keys().cloned().collect();
        if let (Some(old), _) = self.table.replace(&place, Some(item)) {
            let gone: Vec<&str> = old.item.keys().filter(|name| !names.contains(name)).map(String::as_str).collect();
            self.replaced.push(say::replaced(&place, &gone));
        }
    }

    /// Overwritten items are told where somebody looks first; a scenario that asks nothing shows its table.
    fn finish(mut self, scenario: &Scenario, refusals: &[Refusal]) -> Vec<Outcome> {
        if self.outcomes.is_empty() && refusals.is_empty() {
            self.outcomes.push(picture::table(&self.table, self.put, self.replaced.len(), scenario.asked.clone()));
        }
        if let Some(first) = self.outcomes.first_mut().filter(|_| !self.replaced.is_empty()) {
            if !first.codes.contains(&say::REPLACED) {
                first.codes.push(say::REPLACED);
            }
            first.notices.append(&mut self.replaced);
        }
        for outcome in &mut self.outcomes {
            outcome.asked.end = outcome.asked.end.min(self.text.len());
        }
        self.outcomes
    }
}
