//! The bill as a picture: the lines with their edits, and the ways compared.

use super::compare::Comparison;
use super::edit;
use super::read::Bill;
use super::show::{dollars, money};
use super::tally::{Line, Tally};
use crate::content::Status;
use crate::sim::{Cell, Change, Control, Panel, Tone, TreeRow};
use crate::text::{Message, group};

/// The bill line by line; with edits of the quantities where the scenario says them itself.
pub fn ledger(scenario: Option<&str>, bill: &Bill, tally: &Tally) -> Panel {
    let header = ["cost-l-item", "cost-l-quantity", "cost-l-price", "cost-l-amount", "cost-l-month"].map(Message::new).to_vec();
    let row = |line: &Line| TreeRow { depth: 0, cells: cells(line), controls: scenario.map_or(Vec::new(), |scenario| controls(scenario, bill, line)) };
    let mut rows: Vec<TreeRow> = tally.lines.iter().map(row).collect();
    let empty = || Cell::Text(String::new(), Tone::Plain);
    let mark = if tally.is_sure() { empty() } else { Cell::Message(Message::new("cost-l-unsure"), Tone::Warn) };
    let total = vec![Cell::Message(Message::new("cost-l-total"), Tone::Strong), empty(), empty(), Cell::Number(money(tally.total)), mark];
    rows.push(TreeRow { depth: 0, cells: total, controls: Vec::new() });
    Panel::Tree { title: None, header, rows }
}

fn cells(line: &Line) -> Vec<Cell> {
    let per = if line.item.per == 1 { String::new() } else { format!(" / {}", group(&line.item.per.to_string())) };
    let month = match line.found.status {
        Status::Confirmed => Cell::Text(line.found.month.clone(), Tone::Muted),
        _ => Cell::Message(Message::new("cost-l-unsure"), Tone::Warn),
    };
    vec![
        Cell::Message(Message::new(line.item.label), Tone::Plain),
        Cell::Number(line.formula.clone()),
        Cell::Number(format!("{}{per}", dollars(line.price))),
        Cell::Number(money(line.amount)),
        month,
    ]
}

/// More and less of what one statement names.
fn controls(scenario: &str, bill: &Bill, line: &Line) -> Vec<Control> {
    let [only] = line.entries.as_slice() else { return Vec::new() };
    let Some(entry) = bill.entries.get(*only).filter(|entry| !entry.number.is_empty()) else { return Vec::new() };
    let Some(digits) = scenario.get(entry.number.clone()) else { return Vec::new() };
    let (up, down) = edit::steps(digits);
    let control = |key, id, text: Option<String>| {
        let text = text?;
        let label = Message::new(id).with("count", group(&text));
        Some(Control { key, label, ask: None, change: Change { range: entry.number.clone(), text } })
    };
    [control('+', "cost-key-more", up), control('-', "cost-key-less", down)].into_iter().flatten().collect()
}

/// The ways side by side, with what each saves.
pub fn ways(comparison: &Comparison) -> Panel {
    let now = comparison.ways.first().map_or(0, |way| way.tally.total);
    let least = comparison.ways.iter().map(|way| way.tally.total).min();
    let rows = comparison.ways.iter().map(|way| {
        let tone = if Some(way.tally.total) == least { Tone::Good } else { Tone::Plain };
        let mark = if way.tally.is_sure() { Cell::Text(String::new(), Tone::Plain) } else { Cell::Message(Message::new("cost-l-unsure"), Tone::Warn) };
        vec![Cell::Message(Message::new(way.label), tone), Cell::Number(money(way.tally.total)), Cell::Number(difference(now, way.tally.total)), mark]
    });
    let mut header = ["cost-l-way", "cost-l-amount", "cost-l-difference"].map(Message::new).to_vec();
    header.push(Message::new("cost-l-none"));
    Panel::Table { title: Some(Message::new("cost-l-ways")), header, rows: rows.collect() }
}

fn difference(now: i128, then: i128) -> String {
    match then - now {
        0 => String::new(),
        more if more > 0 => format!("+{}", money(more)),
        less => format!("−{}", money(-less)),
    }
}
