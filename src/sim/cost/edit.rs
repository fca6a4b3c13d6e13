//! Edits of a scenario's text: another quantity, a statement more or less, several of them as one.

use std::ops::Range;

use super::decimal::{self, ONE};
use super::measure;
use super::read::{Bill, Entry};
use crate::sim::Change;

/// The change that makes one bill of another by the quantities of plain statements; `None` where a statement of several
/// numbers would have to change.
pub fn between(scenario: &str, from: &Bill, to: &Bill, drop: Option<&Range<usize>>) -> Option<Change> {
    let mut changes: Vec<Change> = drop.map(|range| without(scenario, range)).into_iter().collect();
    for entry in &to.entries {
        let word = entry.item.word;
        let wanted = to.quantity(word);
        if from.quantity(word) == wanted {
            continue;
        }
        let old: Vec<&Entry> = from.entries.iter().filter(|entry| entry.item.word == word).collect();
        match old.as_slice() {
            [] => changes.push(adding(scenario, &statement(word, wanted))),
            [plain] if plain.origin.is_none() && scenario.get(plain.at.clone())?.split_whitespace().count() == 2 => {
                changes.push(Change { range: plain.at.clone(), text: statement(word, wanted) });
            }
            _ => return None,
        }
    }
    Some(joined(scenario, changes))
}

fn statement(word: &str, quantity: i128) -> String {
    format!("{word} {}", decimal::quantity(quantity))
}

/// The change that adds a statement at the end: on a line of its own where the scenario has lines, else on the same.
pub fn adding(scenario: &str, statement: &str) -> Change {
    let end = scenario.trim_end().len();
    let last = scenario.get(..end).and_then(|text| text.lines().last()).unwrap_or("");
    let space = if scenario.trim_end().contains('\n') || last.contains('#') { "\n" } else { " " };
    let text = if end == 0 { statement.to_owned() } else { format!("{space}{statement}") };
    Change { range: end..end, text }
}

/// The change that takes a statement out, with the space before it.
pub fn without(scenario: &str, statement: &Range<usize>) -> Change {
    let before = scenario.get(..statement.start).unwrap_or("");
    let start = if before.trim_end().len() == before.len() || before.is_empty() { statement.start } else { before.len() - 1 };
    let end = if start == 0 && scenario.as_bytes().get(statement.end).is_some_and(u8::is_ascii_whitespace) { statement.end + 1 } else { statement.end };
    Change { range: start..end, text: String::new() }
}

/// Several changes as one, which spans them all.
pub fn joined(scenario: &str, mut changes: Vec<Change>) -> Change {
    changes.sort_by_key(|change| (change.range.start, change.range.end));
    let start = changes.first().map_or(0, |change| change.range.start);
    let end = changes.iter().map(|change| change.range.end).max().unwrap_or(start);
    let mut text = String::new();
    let mut at = start;
    for change in &changes {
        text.push_str(scenario.get(at..change.range.start).unwrap_or(""));
        text.push_str(&change.text);
        at = at.max(change.range.end);
    }
    text.push_str(scenario.get(at..end).unwrap_or(""));
    Change { range: start..end, text }
}

/// The next round quantity above and below: `3` to 4 and 2, `500` to 600 and 400, `100` to 200 and 90.
///
/// `None` below where there is less than one; digits of a number with a part keep the part.
pub fn steps(digits: &str) -> (Option<String>, Option<String>) {
    let Ok(read) = measure::read(&(digits, 0..digits.len())) else { return (None, None) };
    let value = read.value;
    let step = |whole: i128| ONE * 10_i128.pow(whole.max(1).ilog10());
    let below = (value >= ONE).then(|| value - step((value - 1) / ONE));
    (Some(decimal::quantity(value + step(value / ONE))), below.map(decimal::quantity))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_go_up_and_down_in_round_steps() {
        let all: Vec<_> = ["0", "1", "3", "10", "100", "500", "0.5", "49.5"].iter().map(|n| steps(n)).collect();
        let said: Vec<_> = all.iter().map(|(up, down)| (up.as_deref().unwrap_or("-"), down.as_deref().unwrap_or("-"))).collect();
        assert_eq!(said, [("1", "-"), ("2", "0"), ("4", "2"), ("20", "9"), ("200", "90"), ("600", "400"), ("1.5", "-"), ("59.5", "39.5")]);
    }

    #[test]
    fn several_changes_are_one() {
        let scenario = "nat 2 # two\nnatgb 600\ncompare 400\nipv4 2";
        let changes = vec![Change { range: 12..21, text: "natgb 200".into() }, without(scenario, &(22..33)), adding(scenario, "gateway 1")];
        assert_eq!(joined(scenario, changes).apply(scenario, ""), "nat 2 # two\nnatgb 200\nipv4 2\ngateway 1");
        assert_eq!(without("compare 5 nat 1", &(0..9)).apply("compare 5 nat 1", ""), "nat 1");
    }
}
