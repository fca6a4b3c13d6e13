//! A sum of the notes beside the same sum of today.

use super::decimal::{self, DOLLAR};
use super::items::REGIONS;
use super::ledger;
use super::read::{Bill, read};
use super::show::{self, money};
use super::tally::{Tally, tally};
use super::then::{Sum, Then};
use crate::content::region_name;
use crate::sim::{Cell, Change, Control, Finding, Outcome, Panel, Refusal, Step, Tone};
use crate::text::{Message, group};
use std::ops::Range;

/// A sum with its bill of today.
#[derive(Debug)]
pub struct Again {
    /// The sum.
    pub sum: &'static Sum,
    /// Where it is asked for.
    pub at: Range<usize>,
    /// The bill, in the region and for the hours that the scenario sets.
    pub bill: Bill,
    /// What it comes to.
    pub tally: Tally,
}

/// Reckons a sum of the notes again; where a price is missing the statement is refused.
pub fn again(outer: &Bill, sum: &'static Sum, at: &Range<usize>) -> Result<Again, Vec<Refusal>> {
    let mut bill = read(sum.scenario)?;
    if outer.region_at.is_some() {
        bill.region = outer.region;
    }
    if outer.hours_at.is_some() {
        bill.hours = outer.hours;
    }
    let tally = tally(&bill).map_err(|refusals| refusals.into_iter().map(|refusal| Refusal { at: at.clone(), mend: None, ..refusal }).collect::<Vec<_>>())?;
    Ok(Again { sum, at: at.clone(), bill, tally })
}

/// What there is to say of it: the notes first, then the bill, then what changed.
pub fn outcome(outer: &Bill, again: &Again) -> Outcome {
    let Again { sum, at, bill, tally } = again;
    let mut steps = vec![Step { message: Message::new(sum.claim), points_at: Some((0, 0)) }];
    steps.extend(show::steps(bill, tally).into_iter().map(|step| Step { points_at: step.points_at.map(|(_, row)| (2, row)), ..step }));
    steps.push(Step { message: since(sum, tally), points_at: None });
    steps.extend(show::sources(tally));
    Outcome {
        verdict: decimal::amount(tally.total),
        codes: show::codes(bill, tally),
        asked: at.clone(),
        headline: Some(headline(again)),
        notices: show::notices(bill, tally),
        steps,
        panels: vec![said(sum), beside(again), ledger::ledger(None, bill, tally)],
        findings: vec![Finding { code: None, tone: Tone::Strong, message: since(sum, tally) }],
        fixes: Vec::new(),
        caveat: None,
        controls: controls(outer, again),
    }
}

fn headline(again: &Again) -> Message {
    let said = Message::new(if again.tally.is_sure() { "cost-then-today" } else { "cost-then-today-unsure" });
    let said = said.with("then", again.sum.then.say()).with("now", money(again.tally.total));
    said.with("region", region_name(again.bill.region))
}

fn since(sum: &Sum, tally: &Tally) -> Message {
    let said = Message::new(sum.since).with("now", money(tally.total));
    let Then::Won(won) = sum.then else { return said };
    let first = tally.lines.first().map_or(0, |line| line.amount);
    let rate = (won * DOLLAR + first / 2).checked_div(first).unwrap_or(0);
    said.with("part", money(first)).with("rate", group(&rate.to_string()))
}

/// The notes' own words, which are Korean in every language.
fn said(sum: &Sum) -> Panel {
    Panel::Text { title: Some(Message::new("cost-l-said")), lines: vec![sum.said.to_owned()] }
}

fn beside(again: &Again) -> Panel {
    let header = ["cost-l-none", "cost-l-amount"].map(Message::new).to_vec();
    let unsure = Cell::Message(Message::new("cost-l-unsure"), Tone::Warn);
    let mut now = vec![Cell::Message(Message::new("cost-l-now"), Tone::Strong), Cell::Text(money(again.tally.total), Tone::Strong)];
    if !again.tally.is_sure() {
        now.push(unsure);
    }
    let rows = vec![vec![Cell::Message(Message::new("cost-l-then"), Tone::Plain), Cell::Message(again.sum.then.say(), Tone::Plain)], now];
    Panel::Table { title: Some(Message::new("cost-l-beside")), header, rows }
}

/// The sum written out, to go on with, and the prices of the other region.
fn controls(outer: &Bill, again: &Again) -> Vec<Control> {
    let hours = outer.hours_at.is_some() || outer.region_at.is_some();
    let plain = again.sum.scenario.split_once(' ').and_then(|(_, rest)| rest.split_once(' ')).map_or("", |(_, items)| items);
    let text = if hours { plain } else { again.sum.scenario };
    let mut controls =
        vec![Control { key: 'o', label: Message::new("cost-key-open"), ask: None, change: Change { range: again.at.clone(), text: text.to_owned() } }];
    let other = REGIONS.iter().find(|(_, code)| *code != again.bill.region);
    controls.extend(other.map(|(word, code)| {
        let change = match &outer.region_at {
            Some(at) => Change { range: at.clone(), text: (*word).to_owned() },
            None => Change { range: 0..0, text: format!("region {word}\n") },
        };
        Control { key: 'r', label: Message::new("cost-key-region").with("region", region_name(code)), ask: None, change }
    }));
    controls
}
