//! The lines of a bill and their sum.

use super::decimal::{self, MONEY, ONE};
use super::items::{self, Item, Meter};
use super::read::{Bill, Entry, refuse};
use crate::content::Status;
use crate::sim::Refusal;
use crate::text::{Message, group};

/// One line of a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is paid for.
    pub item: &'static Item,
    /// How the billed quantity comes about: `3 × 730 h`.
    pub formula: String,
    /// The price of one, in 10^-12 dollar.
    pub price: i128,
    /// What it comes to, in 10^-12 dollar.
    pub amount: i128,
    /// The month of the price; empty where nothing dates it.
    pub month: &'static str,
    /// The page to check, where the price is not confirmed.
    pub page: Option<&'static str>,
}

/// A bill reckoned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// One for each entry.
    pub lines: Vec<Line>,
    /// Their sum, in 10^-12 dollar.
    pub total: i128,
}

/// Reckons a bill, or says which lines have no price.
pub fn tally(bill: &Bill) -> Result<Tally, Vec<Refusal>> {
    let (mut tally, mut refusals) = (Tally::default(), Vec::new());
    for entry in &bill.entries {
        match line(bill, entry) {
            Ok(line) => {
                tally.total += line.amount;
                tally.lines.push(line);
            }
            Err(refusal) => refusals.push(*refusal),
        }
    }
    if refusals.is_empty() { Ok(tally) } else { Err(refusals) }
}

fn line(bill: &Bill, entry: &Entry) -> Result<Line, Box<Refusal>> {
    let item = entry.item;
    let found = items::prices().get(item.price, bill.region);
    let page = found.map_or("", |price| price.page.as_str());
    let say = |id| Message::new(id).with("item", Message::new(item.label)).with("page", page);
    let sure = found.filter(|price| matches!(price.status, Status::Confirmed | Status::Secondary));
    let read = sure.and_then(|price| Some((price, decimal::read(price.usd.as_deref()?, MONEY)?)));
    let Some((found, price)) = read else { return Err(refuse("E_PRICE", &entry.at, say("cost-e-price"))) };
    if item.tier.is_some_and(|tier| entry.quantity > tier * ONE) {
        return Err(refuse("E_TIER", &entry.at, say("cost-e-tier").with("most", group(&item.tier.unwrap_or(0).to_string()))));
    }
    let amount = billed(bill, entry).and_then(|billed| billed.checked_mul(price)).map(|amount| amount / (ONE * item.per));
    let amount = amount.ok_or_else(|| refuse("E_LARGE", &entry.at, Message::new("cost-e-large").with("text", decimal::quantity(entry.quantity))))?;
    let page = (found.status != Status::Confirmed).then_some(page);
    Ok(Line { item, formula: formula(bill, entry), price, amount, month: &found.month, page })
}

/// What is billed of an entry, in millionths.
fn billed(bill: &Bill, entry: &Entry) -> Option<i128> {
    match entry.item.meter {
        Meter::Once => Some(entry.quantity),
        Meter::Hourly => entry.quantity.checked_mul(bill.hours),
        Meter::Zoned => entry.quantity.checked_mul(bill.hours)?.checked_mul(bill.zones.unwrap_or(1)),
        Meter::Twice => entry.quantity.checked_mul(2),
        Meter::After(free) => Some((entry.quantity - free * ONE).max(0)),
    }
}

fn formula(bill: &Bill, entry: &Entry) -> String {
    let number = group(&decimal::quantity(entry.quantity));
    let text = match entry.item.meter {
        Meter::Once => number,
        Meter::Hourly => format!("{number} × {}", bill.hours),
        Meter::Zoned => format!("{number} × {} × {}", bill.zones.unwrap_or(1), bill.hours),
        Meter::Twice => format!("2 × {number}"),
        Meter::After(free) if entry.quantity <= free * ONE => format!("{number} − {number}"),
        Meter::After(free) => format!("{number} − {}", group(&free.to_string())),
    };
    format!("{text} {}", entry.item.unit).trim_end().to_owned()
}
