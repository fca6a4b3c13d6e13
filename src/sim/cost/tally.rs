//! The lines of a bill and their sum.

use super::decimal::{self, MONEY, ONE};
use super::items::{self, Allowance, Item, Meter};
use super::read::{Bill, Entry, Free, refuse};
use crate::content::{Price, Prices, Status};
use crate::sim::Refusal;
use crate::text::{Message, group};

/// One line of a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is paid for.
    pub item: &'static Item,
    /// How the billed quantity comes about: `3 × 730 h`.
    pub formula: String,
    /// How the quantity itself comes about, where it is made of several numbers.
    pub origins: Vec<Message>,
    /// How much the first price's allowance took off, in the item's unit.
    pub free: Option<i128>,
    /// The price of one, in 10^-12 dollar.
    pub price: i128,
    /// What it comes to, in 10^-12 dollar.
    pub amount: i128,
    /// The row of the price table.
    pub found: &'static Price,
    /// The entries that it sums up, by their place in the bill.
    pub entries: Vec<usize>,
}

/// A bill reckoned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// One for each item.
    pub lines: Vec<Line>,
    /// Their sum, in 10^-12 dollar.
    pub total: i128,
}

impl Line {
    /// Whether the price was read on an official page or in the price list.
    pub fn is_sure(&self) -> bool {
        self.found.status == Status::Confirmed
    }
}

impl Tally {
    /// Whether every price of it was.
    pub fn is_sure(&self) -> bool {
        self.lines.iter().all(Line::is_sure)
    }
}

/// Reckons a bill, or says which lines have no price.
pub fn tally(bill: &Bill) -> Result<Tally, Vec<Refusal>> {
    let (mut tally, mut refusals) = (Tally::default(), Vec::new());
    let mut pools: Vec<(&str, i128)> = Vec::new();
    for entries in groups(bill) {
        match line(bill, &entries, &mut pools) {
            Ok(line) => {
                tally.total += line.amount;
                tally.lines.push(line);
            }
            Err(refusal) => refusals.push(*refusal),
        }
    }
    if refusals.is_empty() { Ok(tally) } else { Err(refusals) }
}

/// The entries of each item together, in the order in which the items come first.
fn groups(bill: &Bill) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, entry) in bill.entries.iter().enumerate() {
        let same = |group: &&mut Vec<usize>| group.first().and_then(|first| bill.entries.get(*first)).is_some_and(|first| first.item == entry.item);
        match groups.iter_mut().find(same) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

fn line(bill: &Bill, group: &[usize], pools: &mut Vec<(&'static str, i128)>) -> Result<Line, Box<Refusal>> {
    let entries: Vec<&Entry> = group.iter().filter_map(|at| bill.entries.get(*at)).collect();
    let Some(first) = entries.first() else { return Err(refuse("E_EMPTY", &(0..0), Message::new("cost-e-empty"))) };
    let (item, at) = (first.item, &first.at);
    let (found, price) = price(item, bill.region).ok_or_else(|| unpriced(bill, item, at))?;
    let large = || refuse("E_LARGE", at, Message::new("cost-e-large").with("text", Message::new(item.label)));
    let used = entries.iter().try_fold(0_i128, |sum, entry| sum.checked_add(used(bill, entry)?)).ok_or_else(large)?;
    let one = ONE * item.parts;
    if let Some(tier) = item.tier.filter(|tier| used > tier * one) {
        let message = Message::new("cost-e-tier").with("item", Message::new(item.label)).with("most", group_of(tier, item)).with("page", found.page.as_str());
        return Err(refuse("E_TIER", at, message));
    }
    let free = allowance(bill, item).map(|allowance| take(allowance, used, one, pools));
    let billed = used - free.unwrap_or(0);
    let amount = billed.checked_mul(price).ok_or_else(large)? / (one * item.per);
    let origins = entries.iter().filter_map(|entry| entry.origin.clone()).collect();
    let formula = formula(bill, &entries, free);
    Ok(Line { item, formula, origins, free, price, amount, found, entries: group.to_vec() })
}

fn group_of(number: i128, item: &Item) -> String {
    format!("{} {}", group(&number.to_string()), item.unit).trim_end().to_owned()
}

/// The row of an item with its number, however sure it is.
pub fn price(item: &Item, region: &str) -> Option<(&'static Price, i128)> {
    let found = Prices::built_in().get(item.price, region).filter(|price| price.status != Status::Unknown)?;
    Some((found, decimal::read(found.usd.as_deref()?, MONEY)?))
}

/// Refuses an item that has no number in a region; another region may have one.
fn unpriced(bill: &Bill, item: &Item, at: &std::ops::Range<usize>) -> Box<Refusal> {
    let page = Prices::built_in().get(item.price, bill.region).map_or("", |price| price.page.as_str());
    let region = crate::content::region_name(bill.region);
    let mut refusal = refuse("E_PRICE", at, Message::new("cost-e-price").with("item", Message::new(item.label)).with("region", region).with("page", page));
    let other = items::REGIONS.iter().find(|(_, code)| *code != bill.region && price(item, code).is_some());
    refusal.hint = other.map(|(word, _)| Message::new("cost-e-price-other").with("region", *word));
    refusal
}

/// The allowance that counts for a bill.
pub fn allowance(bill: &Bill, item: &Item) -> Option<Allowance> {
    item.free.filter(|free| match bill.free {
        Free::None => false,
        Free::Always => !free.first_year,
        Free::Year => true,
    })
}

/// Takes what is left of an allowance, in millionths of parts.
fn take(allowance: Allowance, used: i128, one: i128, pools: &mut Vec<(&'static str, i128)>) -> i128 {
    let taken = pools.iter().filter(|(pool, _)| *pool == allowance.pool).map(|(_, taken)| taken).sum::<i128>();
    let free = used.min(allowance.amount * one - taken).max(0);
    pools.push((allowance.pool, free));
    free
}

/// What is used of an entry, in millionths of the item's parts.
fn used(bill: &Bill, entry: &Entry) -> Option<i128> {
    match entry.item.meter {
        Meter::Once => Some(entry.quantity),
        Meter::Hourly => entry.quantity.checked_mul(bill.whole_hours()),
        Meter::Zoned => entry.quantity.checked_mul(bill.whole_hours())?.checked_mul(bill.zones.unwrap_or(1)),
        Meter::Twice => entry.quantity.checked_mul(2),
        Meter::Seconds { block, least } => entry.quantity.checked_mul(seconds(bill, entry, block, least)),
    }
}

/// How long an entry is billed for.
fn seconds(bill: &Bill, entry: &Entry, block: i128, least: i128) -> i128 {
    let seconds = entry.seconds.unwrap_or_else(|| bill.seconds());
    ((seconds + block - 1) / block * block).max(least)
}

fn formula(bill: &Bill, entries: &[&Entry], free: Option<i128>) -> String {
    let Some(item) = entries.first().map(|entry| entry.item) else { return String::new() };
    let sum: i128 = entries.iter().map(|entry| entry.quantity).sum();
    let number = |quantity: i128, parts: i128| group(&decimal::quantity(quantity / parts));
    let text = match item.meter {
        Meter::Once => number(sum, item.parts),
        Meter::Hourly => format!("{} × {}", number(sum, 1), bill.whole_hours()),
        Meter::Zoned => format!("{} × {} × {}", number(sum, 1), bill.zones.unwrap_or(1), bill.whole_hours()),
        Meter::Twice => format!("2 × {}", number(sum, 1)),
        Meter::Seconds { block, least } => {
            let each = entries.iter().map(|entry| timed(item, entry.quantity, seconds(bill, entry, block, least)));
            return each.collect::<Vec<_>>().join(" + ");
        }
    };
    let less = free.filter(|free| *free > 0).map_or(String::new(), |free| format!(" − {}", number(free, item.parts)));
    format!("{text}{less} {}", item.unit).trim_end().to_owned()
}

fn timed(item: &Item, quantity: i128, seconds: i128) -> String {
    let number = |quantity: i128| group(&decimal::quantity(quantity));
    match (item.unit, seconds % 3_600) {
        ("h", 0) => format!("{} × {} h", number(quantity), group(&(seconds / 3_600).to_string())),
        ("h", _) => format!("{} × {} s", number(quantity), group(&seconds.to_string())),
        (unit, _) => format!("{} × {} {unit}", number(quantity / item.parts), group(&seconds.to_string())),
    }
}
