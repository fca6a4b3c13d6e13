//! Four ways for the traffic to S3 that now goes through NAT, and where an endpoint pays.

use super::decimal::ONE;
use super::items;
use super::read::{Bill, Compare, Entry, refuse};
use super::tally::{Tally, tally};
use crate::sim::Refusal;
use crate::text::Message;

/// Ways to the same end, and from how many GB on an interface endpoint pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first is the bill as it stands.
    pub ways: Vec<Way>,
    /// Where the endpoint pays, if NAT is dearer for each GB than it.
    pub break_even: Option<BreakEven>,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The message that names it.
    pub label: &'static str,
    /// The message that offers it.
    pub offer: Option<&'static str>,
    /// The bill.
    pub bill: Bill,
    /// What it costs.
    pub tally: Tally,
}

/// Hour price × hours × zones ÷ (NAT GB − endpoint GB).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// Thousandths of a GB a month in one zone, rounded up.
    pub one: i128,
    /// The same in every zone of the bill.
    pub all: i128,
    /// Zones.
    pub zones: i128,
    /// The prices, in 10^-12 dollar: the endpoint's hour, NAT's GB, the endpoint's GB.
    pub prices: [i128; 3],
}

/// Compares the ways of a bill that has a `compare`.
pub fn compare(bill: &Bill) -> Result<Option<Comparison>, Vec<Refusal>> {
    let Some(Compare { gb, at, .. }) = &bill.compare else { return Ok(None) };
    if *gb > bill.quantity("natgb") {
        return Err(vec![*refuse("E_COMPARE", at, Message::new("cost-e-compare"))]);
    }
    let less = bill.quantity("natgb") - gb;
    let zones = bill.zones.unwrap_or_else(|| (bill.quantity("nat") / ONE).max(1));
    let gateway = bill.with("natgb", less).with("gateway", bill.quantity("gateway").max(ONE));
    let endpoints = bill.quantity("vpce") + if bill.zones.is_some() { ONE } else { zones.saturating_mul(ONE) };
    let interface = bill.with("natgb", less).with("vpce", endpoints).with("vpcegb", bill.quantity("vpcegb") + gb);
    let way = |label, offer, bill: Bill| Ok::<_, Vec<Refusal>>(Way { label, offer, tally: tally(&bill)?, bill });
    let mut ways = vec![
        way("cost-way-nat", None, bill.clone())?,
        way("cost-way-gateway", Some("cost-fix-gateway"), gateway)?,
        way("cost-way-interface", Some("cost-fix-interface"), interface)?,
    ];
    let break_even = ways.last().and_then(|way| break_even(&way.tally, zones, bill.whole_hours()));
    if let Some(single) = single_nat(bill) {
        ways.push(way("cost-way-single", Some("cost-fix-single"), single)?);
    }
    Ok(Some(Comparison { ways, break_even }))
}

/// The same with one NAT gateway: what comes from the other zones crosses to it, and is paid on both sides.
pub fn single_nat(bill: &Bill) -> Option<Bill> {
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

fn break_even(interface: &Tally, zones: i128, hours: i128) -> Option<BreakEven> {
    let price = |word: &str| interface.lines.iter().find(|line| line.item.word == word).map(|line| line.price);
    let prices = [price("vpce")?, price("natgb")?, price("vpcegb")?];
    let [hour, nat, endpoint] = prices;
    let saved = nat - endpoint;
    let fixed = hour.checked_mul(hours)?.checked_mul(1000)?;
    let up = |fixed: i128| (fixed + saved - 1) / saved;
    (saved > 0).then(|| Some(BreakEven { one: up(fixed), all: up(fixed.checked_mul(zones)?), zones, prices }))?
}

impl Bill {
    /// The bill with another quantity of an item.
    fn with(&self, word: &str, quantity: i128) -> Bill {
        let mut bill = self.clone();
        let at = bill.compare.as_ref().map_or(0..0, |compare| compare.at.clone());
        let first = bill.entries.iter().position(|entry| entry.item.word == word);
        let mut place = 0;
        bill.entries.retain(|entry| {
            place += 1;
            entry.item.word != word || Some(place - 1) == first
        });
        match bill.entries.iter_mut().find(|entry| entry.item.word == word) {
            Some(entry) => entry.quantity = quantity,
            None if quantity > 0 => {
                let entry = |item| Entry { item, quantity, origin: None, seconds: None, at, number: 0..0 };
                bill.entries.extend(items::find(word).map(entry));
            }
            None => {}
        }
        bill
    }
}
