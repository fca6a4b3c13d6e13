//! Four ways for the traffic to S3 that now goes through NAT, and where an endpoint pays.

use super::decimal::ONE;
use super::items;
use super::read::{Bill, Entry, refuse};
use super::tally::{Tally, tally};
use crate::sim::Refusal;
use crate::text::Message;

/// Ways to the same end, and from how many GB on an interface endpoint pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The message that names each way, and what it costs.
    pub ways: Vec<(&'static str, Tally)>,
    /// Thousandths of a GB a month, where NAT is dearer for each GB than the endpoint.
    pub break_even: Option<i128>,
}

/// Compares the ways of a bill that has a `compare`.
pub fn compare(bill: &Bill) -> Result<Option<Comparison>, Vec<Refusal>> {
    let Some((s3, at)) = &bill.compare else { return Ok(None) };
    if *s3 > bill.quantity("natgb") {
        return Err(vec![*refuse("E_COMPARE", at, Message::new("cost-e-compare"))]);
    }
    let less = bill.quantity("natgb") - s3;
    let zones = bill.zones.unwrap_or_else(|| (bill.quantity("nat") / ONE).max(1));
    let gateway = bill.with("natgb", less).with("gateway", bill.quantity("gateway").max(ONE));
    let endpoints = bill.quantity("vpce") + if bill.zones.is_some() { ONE } else { zones.saturating_mul(ONE) };
    let interface = bill.with("natgb", less).with("vpce", endpoints).with("vpcegb", bill.quantity("vpcegb") + s3);
    let interface = tally(&interface)?;
    let break_even = break_even(&interface, zones, bill.hours);
    let mut ways = vec![("cost-way-nat", tally(bill)?), ("cost-way-gateway", tally(&gateway)?), ("cost-way-interface", interface)];
    if let Some(single) = single_nat(bill) {
        ways.push(("cost-way-single", tally(&single)?));
    }
    Ok(Some(Comparison { ways, break_even }))
}

/// The same with one NAT gateway: what comes from the other zones crosses to it, and is paid on both sides.
fn single_nat(bill: &Bill) -> Option<Bill> {
    let gateways = bill.quantity("nat");
    if gateways <= ONE {
        return None;
    }
    let others = gateways - ONE;
    let addresses = bill.quantity("ipv4");
    let crossing = bill.quantity("natgb").checked_mul(others)? / gateways;
    let single = bill.with("nat", ONE).with("ipv4", (addresses - others).max(addresses.min(ONE)));
    Some(single.with("interaz", bill.quantity("interaz") + crossing))
}

/// Hour price × hours × zones / (NAT GB − endpoint GB), in thousandths of a GB, rounded up.
fn break_even(interface: &Tally, zones: i128, hours: i128) -> Option<i128> {
    let price = |word: &str| interface.lines.iter().find(|line| line.item.word == word).map(|line| line.price);
    let saved = price("natgb")? - price("vpcegb")?;
    let fixed = price("vpce")?.checked_mul(hours)?.checked_mul(zones)?.checked_mul(1000)?;
    (saved > 0).then(|| (fixed + saved - 1) / saved)
}

impl Bill {
    /// The bill with another quantity of an item.
    fn with(&self, word: &str, quantity: i128) -> Bill {
        let mut bill = self.clone();
        let at = bill.compare.as_ref().map_or(0..0, |(_, at)| at.clone());
        match bill.entries.iter_mut().find(|entry| entry.item.word == word) {
            Some(entry) => entry.quantity = quantity,
            None if quantity > 0 => bill.entries.extend(items::find(word).map(|item| Entry { item, quantity, at })),
            None => {}
        }
        bill
    }
}
