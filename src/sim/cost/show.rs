//! A bill on its way to a person: the ledger, the ways compared, the steps.

use super::compare::Comparison;
use super::decimal;
use super::items::{Meter, REGIONS};
use super::read::Bill;
use super::tally::{Line, Tally};
use crate::content::region_name;
use crate::sim::{Cell, Change, Control, Notice, Outcome, Panel, Step, Tone};
use crate::text::{Message, group};

/// The first 100 GB that leave in a month are free.
pub const EGRESS_FREE: &str = "EGRESS_FREE";
/// Between zones both directions are paid.
pub const CROSS_AZ_TWICE: &str = "CROSS_AZ_TWICE";
/// A part of an hour is a whole one.
pub const HOUR_ROUNDED: &str = "HOUR_ROUNDED";
/// A price in the sum was read on no official page.
pub const NOT_CONFIRMED: &str = "NOT_CONFIRMED";

/// Every code that an outcome may have.
pub const CODES: &[&str] = &[EGRESS_FREE, CROSS_AZ_TWICE, HOUR_ROUNDED, NOT_CONFIRMED];

/// The hours of the longest month.
const LONGEST_MONTH: i128 = 744;

/// What there is to say of a bill.
pub fn outcome(scenario: &str, bill: &Bill, tally: &Tally, comparison: Option<&Comparison>) -> Outcome {
    let mut panels = vec![ledger(tally)];
    let mut steps = steps(bill, tally);
    if let Some(comparison) = comparison {
        panels.push(ways(comparison));
        steps.extend(break_even(comparison));
    }
    Outcome {
        verdict: decimal::amount(tally.total),
        codes: codes(bill, tally),
        asked: 0..scenario.trim_end().len(),
        headline: Some(headline(bill, tally)),
        notices: notices(bill, tally),
        findings: Vec::new(),
        steps,
        panels,
        fixes: Vec::new(),
        controls: vec![other_region(bill)],
    }
}

fn money(value: i128) -> String {
    format!("${}", group(&decimal::amount(value)))
}

fn headline(bill: &Bill, tally: &Tally) -> Message {
    let sure = tally.lines.iter().all(|line| line.page.is_none());
    let id = if sure { "cost-total" } else { "cost-total-unsure" };
    Message::new(id).with("total", money(tally.total)).with("region", region_name(bill.region))
}

/// The codes that hold for a bill.
pub fn codes(bill: &Bill, tally: &Tally) -> Vec<&'static str> {
    let held = [
        (EGRESS_FREE, bill.quantity("egress") > 0),
        (CROSS_AZ_TWICE, bill.quantity("interaz") > 0),
        (HOUR_ROUNDED, bill.rounded),
        (NOT_CONFIRMED, tally.lines.iter().any(|line| line.page.is_some())),
    ];
    held.into_iter().filter(|(_, holds)| *holds).map(|(code, _)| code).collect()
}

fn notices(bill: &Bill, tally: &Tally) -> Vec<Notice> {
    let plain = |message| Notice { code: None, message };
    let month = tally.lines.iter().map(|line| line.month).max().unwrap_or("");
    let mut notices = vec![plain(Message::new(if month.is_empty() { "cost-n-undated" } else { "cost-n-estimate" }).with("month", month))];
    if bill.hours > LONGEST_MONTH {
        notices.push(plain(Message::new("cost-n-long").with("hours", group(&bill.hours.to_string()))));
    }
    if bill.rounded {
        notices.push(Notice { code: Some(HOUR_ROUNDED), message: Message::new("cost-n-rounded").with("hours", bill.hours.to_string()) });
    }
    if bill.quantity("natgb") > 0 && bill.quantity("egress") == 0 {
        notices.push(plain(Message::new("cost-n-nat-egress")));
    }
    notices.extend(tally.lines.iter().filter(|line| line.page.is_some()).map(unsure));
    notices
}

fn unsure(line: &Line) -> Notice {
    let message = Message::new("cost-n-unsure").with("item", Message::new(line.item.label)).with("page", line.page.unwrap_or(""));
    Notice { code: Some(NOT_CONFIRMED), message }
}

fn steps(bill: &Bill, tally: &Tally) -> Vec<Step> {
    let mut steps = Vec::new();
    for (row, line) in tally.lines.iter().enumerate() {
        let at = |message| Step { message, points_at: Some((0, row)) };
        let rule = match line.item.meter {
            Meter::After(free) => Some(Message::new("cost-s-free").with("item", Message::new(line.item.label)).with("free", group(&free.to_string()))),
            Meter::Twice => Some(Message::new("cost-s-twice")),
            _ => None,
        };
        steps.extend(rule.map(at));
        let said = Message::new(if line.item.per == 1 { "cost-s-line" } else { "cost-s-line-per" });
        let said = said.with("item", Message::new(line.item.label)).with("formula", line.formula.clone());
        let said = said.with("price", decimal::price(line.price)).with("per", group(&line.item.per.to_string()));
        steps.push(at(said.with("amount", money(line.amount))));
    }
    let total = Message::new("cost-s-total").with("total", money(tally.total)).with("region", region_name(bill.region));
    steps.push(Step { message: total, points_at: Some((0, tally.lines.len())) });
    steps
}

fn break_even(comparison: &Comparison) -> Option<Step> {
    let tenths = (comparison.break_even? + 50) / 100;
    let gb = group(&format!("{}.{}", tenths / 10, tenths % 10));
    Some(Step { message: Message::new("cost-s-break-even").with("gb", gb), points_at: Some((1, 2)) })
}

fn ledger(tally: &Tally) -> Panel {
    let header = ["cost-l-item", "cost-l-quantity", "cost-l-price", "cost-l-amount", "cost-l-month"].map(Message::new).to_vec();
    let mut rows: Vec<Vec<Cell>> = tally.lines.iter().map(row).collect();
    let sure = tally.lines.iter().all(|line| line.page.is_none());
    rows.push(vec![
        Cell::Message(Message::new("cost-l-total"), Tone::Strong),
        Cell::Text(String::new(), Tone::Plain),
        Cell::Text(String::new(), Tone::Plain),
        Cell::Text(money(tally.total), Tone::Strong),
        if sure { Cell::Text(String::new(), Tone::Plain) } else { Cell::Message(Message::new("cost-l-unsure"), Tone::Warn) },
    ]);
    Panel::Table { title: None, header, rows }
}

fn row(line: &Line) -> Vec<Cell> {
    let per = if line.item.per == 1 { String::new() } else { format!(" / {}", group(&line.item.per.to_string())) };
    let month = match line.page {
        Some(_) => Cell::Message(Message::new("cost-l-unsure"), Tone::Warn),
        None => Cell::Text(line.month.to_owned(), Tone::Muted),
    };
    vec![
        Cell::Message(Message::new(line.item.label), Tone::Plain),
        Cell::Number(line.formula.clone()),
        Cell::Number(format!("${}{per}", decimal::price(line.price))),
        Cell::Number(money(line.amount)),
        month,
    ]
}

fn ways(comparison: &Comparison) -> Panel {
    let least = comparison.ways.iter().map(|(_, tally)| tally.total).min();
    let rows = comparison.ways.iter().map(|(label, tally)| {
        let tone = if Some(tally.total) == least { Tone::Good } else { Tone::Plain };
        vec![Cell::Message(Message::new(label), tone), Cell::Number(money(tally.total))]
    });
    Panel::Table { title: Some(Message::new("cost-l-ways")), header: ["cost-l-way", "cost-l-amount"].map(Message::new).to_vec(), rows: rows.collect() }
}

fn other_region(bill: &Bill) -> Control {
    let other = REGIONS.iter().find(|(_, code)| *code != bill.region).map_or(REGIONS[0], |region| *region);
    let change = match &bill.region_at {
        Some(at) => Change { range: at.clone(), text: other.0.to_owned() },
        None => Change { range: 0..0, text: format!("region {}\n", other.0) },
    };
    Control { key: 'r', label: Message::new("cost-key-region").with("region", region_name(other.1)), ask: None, change }
}
