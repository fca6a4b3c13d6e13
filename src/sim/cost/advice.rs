//! Changes worth making: what a bill forgets, and the same for less. Each is run before it is offered.

use super::compare::{self, Comparison};
use super::decimal::{self, ONE};
use super::edit;
use super::read::{Bill, read};
use super::tally::{Tally, tally};
use crate::sim::{Change, Fix};
use crate::text::Message;

/// A change that may be worth offering.
struct Idea {
    label: Message,
    change: Option<Change>,
    /// Whether it is only worth something if it saves.
    saves: bool,
}

/// The fixes of a bill, each with the total that it leads to.
pub fn fixes(scenario: &str, bill: &Bill, now: &Tally, comparison: Option<&Comparison>) -> Vec<Fix> {
    let mut ideas = forgotten(scenario, bill);
    ideas.extend(comparison.into_iter().flat_map(|comparison| ways(scenario, bill, comparison)));
    if comparison.is_none() {
        ideas.extend(single(scenario, bill));
    }
    ideas.extend(arm(scenario, bill));
    ideas.extend(http(scenario, bill));
    ideas.extend(month(bill));
    ideas.into_iter().filter_map(|idea| tried(scenario, now, idea)).collect()
}

/// Runs an idea; one that does not run, changes nothing or saves nothing is dropped.
fn tried(scenario: &str, now: &Tally, idea: Idea) -> Option<Fix> {
    let change = idea.change?;
    let then = tally(&read(&change.apply(scenario, "")).ok()?).ok()?.total;
    let is_worth = if idea.saves { then < now.total } else { then != now.total };
    is_worth.then(|| Fix { label: idea.label, change, then: decimal::amount(then) })
}

/// What leaves through NAT leaves for the internet too, and a public NAT gateway has an address.
fn forgotten(scenario: &str, bill: &Bill) -> Vec<Idea> {
    let mut ideas = Vec::new();
    let out = bill.quantity("natgb") - bill.compare.as_ref().map_or(0, |compare| compare.gb);
    if out > 0 && bill.quantity("egress") == 0 {
        let gb = decimal::quantity(out);
        let change = edit::adding(scenario, &format!("egress {gb}"));
        ideas.push(Idea { label: Message::new("cost-fix-egress").with("gb", crate::text::group(&gb)), change: Some(change), saves: false });
    }
    let gateways = bill.quantity("nat");
    if gateways >= ONE && bill.quantity("ipv4") == 0 {
        let count = decimal::quantity(gateways);
        let change = edit::adding(scenario, &format!("ipv4 {count}"));
        ideas.push(Idea { label: Message::new("cost-fix-ipv4").with("count", count), change: Some(change), saves: false });
    }
    ideas
}

/// The cheaper ways of a comparison as changes of the scenario.
fn ways(scenario: &str, bill: &Bill, comparison: &Comparison) -> Vec<Idea> {
    let drop = bill.compare.as_ref().map(|compare| &compare.statement);
    let offered = comparison.ways.iter().filter_map(|way| {
        let change = edit::between(scenario, bill, &way.bill, drop)?;
        let is_same = read(&change.apply(scenario, "")).ok().and_then(|bill| tally(&bill).ok()).is_some_and(|tally| tally.total == way.tally.total);
        is_same.then_some(Idea { label: Message::new(way.offer?), change: Some(change), saves: true })
    });
    offered.collect()
}

fn single(scenario: &str, bill: &Bill) -> Option<Idea> {
    let single = compare::single_nat(bill)?;
    Some(Idea { label: Message::new("cost-fix-single"), change: edit::between(scenario, bill, &single, None), saves: true })
}

/// Tasks and functions of x86, on ARM.
fn arm(scenario: &str, bill: &Bill) -> Option<Idea> {
    let on_x86 = bill.entries.iter().filter(|entry| matches!(entry.item.word, "vcpu" | "lambda-gbs") && entry.origin.is_some());
    let forms: Vec<Change> = on_x86.map(|entry| Change { range: entry.at.end..entry.at.end, text: " arm".to_owned() }).collect();
    let change = (!forms.is_empty()).then(|| edit::joined(scenario, forms));
    Some(Idea { label: Message::new("cost-fix-arm"), change, saves: true })
}

/// REST requests as HTTP requests.
fn http(scenario: &str, bill: &Bill) -> Option<Idea> {
    let rest = bill.entries.iter().find(|entry| entry.item.word == "apigw-rest" && bill.quantity("apigw-http") == 0)?;
    let number = scenario.get(rest.number.start..rest.at.end)?;
    let change = Change { range: rest.at.clone(), text: format!("apigw-http {number}") };
    Some(Idea { label: Message::new("cost-fix-http"), change: Some(change), saves: true })
}

/// A month that is longer than the longest.
fn month(bill: &Bill) -> Option<Idea> {
    let at = bill.hours_at.clone().filter(|_| bill.whole_hours() > super::show::LONGEST_MONTH)?;
    Some(Idea { label: Message::new("cost-fix-hours"), change: Some(Change { range: at, text: super::show::LONGEST_MONTH.to_string() }), saves: false })
}
