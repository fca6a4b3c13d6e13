//! A bill on its way to a person: headline, remarks, steps.

use super::advice;
use super::compare::Comparison;
use super::decimal;
use super::edit;
use super::items::{Allowance, Meter, REGIONS};
use super::ledger;
use super::read::{Bill, Free};
use super::tally::{Line, Tally, allowance};
use crate::content::{Status, region_name};
use crate::sim::{Change, Control, Notice, Outcome, Step};
use crate::text::{Message, group};

/// The first 100 GB that leave in a month are free.
pub const EGRESS_FREE: &str = "EGRESS_FREE";
/// So much of a service is free each month.
pub const FREE_TIER: &str = "FREE_TIER";
/// Between zones both directions are paid.
pub const CROSS_AZ_TWICE: &str = "CROSS_AZ_TWICE";
/// A part of an hour is a whole one.
pub const HOUR_ROUNDED: &str = "HOUR_ROUNDED";
/// Not the hour but the second is counted.
pub const PER_SECOND: &str = "PER_SECOND";
/// Every public address has its price.
pub const IPV4_CHARGED: &str = "IPV4_CHARGED";
/// A price in the sum was read on no official page.
pub const NOT_CONFIRMED: &str = "NOT_CONFIRMED";

/// Every code that an outcome may have.
pub const CODES: &[&str] = &[EGRESS_FREE, FREE_TIER, CROSS_AZ_TWICE, HOUR_ROUNDED, PER_SECOND, IPV4_CHARGED, NOT_CONFIRMED];

/// The hours of the longest month.
pub const LONGEST_MONTH: i128 = 744;

/// What there is to say of a bill.
pub fn outcome(scenario: &str, bill: &Bill, tally: &Tally, comparison: Option<&Comparison>) -> Outcome {
    let mut panels = vec![ledger::ledger(Some(scenario), bill, tally)];
    let mut steps = steps(bill, tally);
    if let Some(comparison) = comparison {
        panels.push(ledger::ways(comparison));
        steps.extend(break_even(bill, comparison));
    }
    steps.extend(sources(tally));
    Outcome {
        verdict: decimal::amount(tally.total),
        codes: codes(bill, tally),
        asked: 0..scenario.trim_end().len(),
        headline: Some(headline(bill, tally)),
        notices: notices(bill, tally),
        findings: Vec::new(),
        steps,
        panels,
        fixes: advice::fixes(scenario, bill, tally, comparison),
        caveat: None,
        controls: controls(scenario, bill),
    }
}

/// An amount with its sign: `$1,220.06`.
pub fn money(value: i128) -> String {
    format!("${}", group(&decimal::amount(value)))
}

/// A price with its sign, as short as it can be written: `$0.059`.
pub fn dollars(value: i128) -> String {
    format!("${}", decimal::price(value))
}

fn headline(bill: &Bill, tally: &Tally) -> Message {
    let id = if tally.is_sure() { "cost-total" } else { "cost-total-unsure" };
    Message::new(id).with("total", money(tally.total)).with("region", region_name(bill.region))
}

/// The codes that hold for a bill.
pub fn codes(bill: &Bill, tally: &Tally) -> Vec<&'static str> {
    let has_free = |egress: bool| tally.lines.iter().any(|line| (line.item.word == "egress") == egress && line.free.is_some_and(|free| free > 0));
    let has_seconds = bill.entries.iter().any(|entry| matches!(entry.item.meter, Meter::Seconds { block: 1, .. }));
    let held = [
        (EGRESS_FREE, has_free(true)),
        (FREE_TIER, has_free(false)),
        (CROSS_AZ_TWICE, bill.quantity("interaz") > 0),
        (HOUR_ROUNDED, bill.is_rounded()),
        (PER_SECOND, has_seconds),
        (IPV4_CHARGED, bill.quantity("ipv4") > 0),
        (NOT_CONFIRMED, !tally.is_sure()),
    ];
    held.into_iter().filter(|(_, holds)| *holds).map(|(code, _)| code).collect()
}

/// What a careful reader would want to know of a bill.
pub fn notices(bill: &Bill, tally: &Tally) -> Vec<Notice> {
    let plain = |message| Notice { code: None, message };
    let month = tally.lines.iter().map(|line| line.found.month.as_str()).max().unwrap_or("");
    let mut notices = vec![plain(Message::new(if month.is_empty() { "cost-n-undated" } else { "cost-n-estimate" }).with("month", month))];
    if bill.whole_hours() > LONGEST_MONTH {
        notices.push(plain(Message::new("cost-n-long").with("hours", group(&bill.whole_hours().to_string()))));
    }
    if bill.is_rounded() {
        notices.push(Notice { code: Some(HOUR_ROUNDED), message: Message::new("cost-n-rounded").with("hours", group(&bill.whole_hours().to_string())) });
    }
    if bill.quantity("natgb") > 0 && bill.quantity("egress") == 0 {
        notices.push(plain(Message::new("cost-n-nat-egress")));
    }
    if bill.free == Free::Year {
        notices.push(plain(Message::new("cost-n-year")));
    }
    if bill.has_binary {
        notices.push(plain(Message::new("cost-n-gb")));
    }
    notices.extend(tally.lines.iter().filter(|line| !line.is_sure()).map(unsure));
    notices
}

fn unsure(line: &Line) -> Notice {
    let id = if line.found.status == Status::Secondary { "cost-n-unsure" } else { "cost-n-guess" };
    let message = Message::new(id).with("item", Message::new(line.item.label)).with("page", line.found.page.as_str().to_owned());
    Notice { code: Some(NOT_CONFIRMED), message }
}

/// The way to the total: what each line counts, what of it is free, what it comes to.
pub fn steps(bill: &Bill, tally: &Tally) -> Vec<Step> {
    let (mut steps, mut told) = (Vec::new(), Vec::new());
    for (row, line) in tally.lines.iter().enumerate() {
        let at = |message| Step { message, points_at: Some((0, row)) };
        steps.extend(line.origins.iter().cloned().map(at));
        // What holds for several lines is told with the first.
        if let Some(id) = rule(bill, line).filter(|id| !told.contains(id)) {
            told.push(id);
            steps.push(at(Message::new(id).with("item", Message::new(line.item.label))));
        }
        steps.extend(allowance(bill, line.item).zip(line.free).map(|(allowance, free)| at(free_step(line, allowance, free))));
        steps.push(at(amount(line)));
    }
    let total = Message::new("cost-s-total").with("total", money(tally.total)).with("region", region_name(bill.region));
    steps.push(Step { message: total, points_at: Some((0, tally.lines.len())) });
    steps
}

/// How a meter counts, where that is not plain.
fn rule(bill: &Bill, line: &Line) -> Option<&'static str> {
    match line.item.meter {
        Meter::Twice => Some("cost-s-twice"),
        Meter::Hourly | Meter::Zoned if bill.is_rounded() => Some("cost-s-rounded"),
        Meter::Seconds { block: 1, .. } => Some("cost-s-seconds"),
        Meter::Seconds { .. } => Some("cost-s-blocks"),
        _ => None,
    }
}

fn free_step(line: &Line, allowance: Allowance, free: i128) -> Message {
    let id = match (line.item.word, allowance.first_year) {
        ("egress", _) => "cost-s-free-egress",
        (_, true) => "cost-s-free-year",
        (_, false) => "cost-s-free",
    };
    let unit = |number: String| format!("{} {}", group(&number), line.item.unit).trim_end().to_owned();
    let message = Message::new(id).with("item", Message::new(line.item.label)).with("free", unit(allowance.amount.to_string()));
    message.with("taken", unit(decimal::quantity(free / line.item.parts)))
}

fn amount(line: &Line) -> Message {
    let said = Message::new(if line.item.per == 1 { "cost-s-line" } else { "cost-s-line-per" });
    let said = said.with("item", Message::new(line.item.label)).with("formula", line.formula.clone());
    let said = said.with("price", decimal::price(line.price)).with("per", group(&line.item.per.to_string()));
    said.with("amount", money(line.amount))
}

/// Where the prices were read, lines of one source together.
pub fn sources(tally: &Tally) -> Vec<Step> {
    let mut steps: Vec<(&Line, Message)> = Vec::new();
    for line in &tally.lines {
        let label = Message::new(line.item.label);
        let same = |(first, _): &&mut (&Line, Message)| {
            let (first, found) = (first.found, line.found);
            (&first.source, &first.month, &first.page, first.status) == (&found.source, &found.month, &found.page, found.status)
        };
        match steps.iter_mut().find(same) {
            Some((_, items)) => *items = Message::new("cost-s-and").with("items", items.clone()).with("item", label),
            None => steps.push((line, label)),
        }
    }
    let said = steps.into_iter().map(|(line, items)| {
        let id = match line.found.status {
            Status::Confirmed if line.found.month.is_empty() => "cost-s-source-undated",
            Status::Confirmed => "cost-s-source",
            Status::Secondary => "cost-s-source-unsure",
            _ => "cost-s-source-guess",
        };
        let message = Message::new(id).with("items", items).with("source", line.found.source.as_str().to_owned());
        message.with("month", line.found.month.as_str().to_owned()).with("page", line.found.page.as_str().to_owned())
    });
    said.map(|message| Step { message, points_at: None }).collect()
}

fn break_even(bill: &Bill, comparison: &Comparison) -> Option<Step> {
    let found = comparison.break_even.as_ref()?;
    let gb = |thousandths: i128| {
        let tenths = (thousandths + 50) / 100;
        group(&format!("{}.{}", tenths / 10, tenths % 10))
    };
    let [hour, nat, endpoint] = found.prices.map(dollars);
    let id = if found.zones == 1 { "cost-s-break-even" } else { "cost-s-break-even-zones" };
    let message = Message::new(id).with("gb", gb(found.one)).with("all", gb(found.all)).with("zones", found.zones);
    let message = message.with("hour", hour).with("hours", bill.whole_hours().to_string()).with("nat", nat).with("endpoint", endpoint);
    Some(Step { message, points_at: Some((1, 2)) })
}

fn controls(scenario: &str, bill: &Bill) -> Vec<Control> {
    let control = |key, id, change| Control { key, label: Message::new(id), ask: None, change };
    let mut controls = vec![other_region(bill)];
    match &bill.compare {
        Some(compare) => controls.push(control('c', "cost-key-compare-off", edit::without(scenario, &compare.statement))),
        None if bill.quantity("natgb") > 0 => {
            let statement = format!("compare {}", decimal::quantity(bill.quantity("natgb")));
            controls.push(control('c', "cost-key-compare", edit::adding(scenario, &statement)));
        }
        None => {}
    }
    let has_free = bill.entries.iter().any(|entry| entry.item.free.is_some());
    match &bill.free_at {
        Some(at) => controls.push(control('f', "cost-key-free", edit::without(scenario, at))),
        None if has_free => controls.push(control('f', "cost-key-free-none", edit::adding(scenario, "free none"))),
        None => {}
    }
    controls
}

fn other_region(bill: &Bill) -> Control {
    let other = REGIONS.iter().find(|(_, code)| *code != bill.region).map_or(REGIONS[0], |region| *region);
    let change = match &bill.region_at {
        Some(at) => Change { range: at.clone(), text: other.0.to_owned() },
        None => Change { range: 0..0, text: format!("region {}\n", other.0) },
    };
    Control { key: 'r', label: Message::new("cost-key-region").with("region", region_name(other.1)), ask: None, change }
}
