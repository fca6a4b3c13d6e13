//! A scenario in words: one item a line, or all on one line.

use std::ops::Range;

use super::decimal;
use super::items::{self, Item, REGIONS};
use crate::sim::{Change, Refusal};
use crate::text::{Message, nearest};

/// The hours of an average month.
pub const MONTH: i128 = 730;

/// Of more refusals the rest is not looked for.
const MOST_REFUSALS: usize = 16;

/// What a scenario asks to be reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// AWS's name of the region.
    pub region: &'static str,
    /// The word that chose it, if one did.
    pub region_at: Option<Range<usize>>,
    /// Whole hours.
    pub hours: i128,
    /// Whether the hours were rounded up.
    pub rounded: bool,
    /// Availability Zones, if stated.
    pub zones: Option<i128>,
    /// How much of what passes NAT goes to S3, and where that is written.
    pub compare: Option<(i128, Range<usize>)>,
    /// Items with their quantities, in the order written.
    pub entries: Vec<Entry>,
}

/// An item and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What.
    pub item: &'static Item,
    /// How much, in millionths.
    pub quantity: i128,
    /// The word and its number in the scenario.
    pub at: Range<usize>,
}

impl Bill {
    /// How much of an item there is; nothing if it is not named.
    pub fn quantity(&self, word: &str) -> i128 {
        self.entries.iter().filter(|entry| entry.item.word == word).map(|entry| entry.quantity).sum()
    }
}

/// A word of the scenario and where it stands.
type Word<'s> = (&'s str, Range<usize>);

/// Reads a scenario; what cannot be read is refused, all of it at once.
pub fn read(scenario: &str) -> Result<Bill, Vec<Refusal>> {
    let mut bill = Bill { region: REGIONS[0].1, region_at: None, hours: MONTH, rounded: false, zones: None, compare: None, entries: Vec::new() };
    let mut refusals = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut words = words(scenario).peekable();
    while let Some(word) = words.next().filter(|_| refusals.len() < MOST_REFUSALS) {
        let Some(name) = known(word.0) else {
            refusals.push(*unknown(&word));
            words.next_if(|next| known(next.0).is_none());
            continue;
        };
        if seen.contains(&name) {
            refusals.push(*refuse("E_TWICE", &word.1, Message::new("cost-e-twice").with("word", name)));
        }
        seen.push(name);
        let value = words.next_if(|next| known(next.0).is_none());
        if let Err(refusal) = statement(&mut bill, name, &word, value) {
            refusals.push(*refusal);
        }
    }
    if bill.entries.is_empty() && refusals.is_empty() {
        refusals.push(*refuse("E_EMPTY", &(0..0), Message::new("cost-e-empty")));
    }
    if refusals.is_empty() { Ok(bill) } else { Err(refusals) }
}

/// The words of a scenario, without what follows `#` on a line.
fn words(scenario: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    let lines = scenario.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.split_once('#').map_or(line, |(before, _)| before))
    });
    lines.flat_map(|(start, line)| {
        line.split_whitespace().map(move |word| {
            let from = start + (word.as_ptr() as usize - line.as_ptr() as usize);
            (word, from..from + word.len())
        })
    })
}

const SETTINGS: &[&str] = &["region", "hours", "az", "compare"];

fn names() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().copied().chain(items::ITEMS.iter().map(|item| item.word))
}

fn known(word: &str) -> Option<&'static str> {
    names().find(|name| name.eq_ignore_ascii_case(word))
}

fn statement(bill: &mut Bill, name: &'static str, word: &Word<'_>, value: Option<Word<'_>>) -> Result<(), Box<Refusal>> {
    let Some(value) = value else {
        return Err(refuse("E_EXPECTED", &word.1, Message::new("cost-e-missing").with("word", name)));
    };
    if name == "region" {
        bill.region = region(&value)?;
        bill.region_at = Some(value.1);
        return Ok(());
    }
    let quantity = number(&value)?;
    match name {
        "hours" => {
            bill.hours = quantity.saturating_add(decimal::ONE - 1) / decimal::ONE;
            bill.rounded = quantity % decimal::ONE != 0;
        }
        "az" => bill.zones = Some(whole(quantity, &value)?),
        "compare" => bill.compare = Some((quantity, value.1)),
        _ => bill.entries.extend(items::find(name).map(|item| Entry { item, quantity, at: word.1.start..value.1.end })),
    }
    Ok(())
}

fn region(value: &Word<'_>) -> Result<&'static str, Box<Refusal>> {
    let found = REGIONS.iter().find(|(word, code)| word.eq_ignore_ascii_case(value.0) || code.eq_ignore_ascii_case(value.0));
    let known = || REGIONS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    let message = || Message::new("cost-e-region").with("word", shown(value.0)).with("known", known());
    found.map(|(_, code)| *code).ok_or_else(|| refuse("E_REGION", &value.1, message()))
}

fn whole(quantity: i128, value: &Word<'_>) -> Result<i128, Box<Refusal>> {
    let is_zones = quantity % decimal::ONE == 0 && (decimal::ONE..=10 * decimal::ONE).contains(&quantity);
    if is_zones { Ok(quantity / decimal::ONE) } else { Err(refuse("E_ZONES", &value.1, Message::new("cost-e-zones"))) }
}

/// Reads a quantity: `500`, `0.5`, `20k`, `10M`.
fn number(value: &Word<'_>) -> Result<i128, Box<Refusal>> {
    let text = value.0;
    let say = |id| Message::new(id).with("text", shown(text));
    if text.starts_with('-') {
        return Err(refuse("E_NEGATIVE", &value.1, say("cost-e-negative")));
    }
    let (digits, times) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1_000),
        None => text.strip_suffix('M').map_or((text, 1), |digits| (digits, 1_000_000)),
    };
    let read = decimal::read(digits, decimal::QUANTITY).ok_or_else(|| refuse("E_NUMBER", &value.1, say("cost-e-number")))?;
    let most = 1_000_000_000_000 * decimal::ONE;
    read.checked_mul(times).filter(|n| *n <= most).ok_or_else(|| refuse("E_LARGE", &value.1, say("cost-e-large")))
}

fn unknown(word: &Word<'_>) -> Box<Refusal> {
    let mut refusal = refuse("E_ITEM", &word.1, Message::new("cost-e-item").with("word", shown(word.0)));
    if let Some(near) = nearest(word.0, names()).first() {
        refusal.hint = Some(Message::new("sim-did-you-mean").with("word", *near));
        refusal.mend = Some(Change { range: word.1.clone(), text: (*near).to_owned() });
    }
    refusal
}

/// A word as it is repeated in a sentence, of a long one the beginning.
fn shown(word: &str) -> String {
    word.chars().take(40).collect()
}

/// A refusal with no hint.
pub fn refuse(code: &'static str, at: &Range<usize>, message: Message) -> Box<Refusal> {
    Box::new(Refusal { code, at: at.clone(), message, hint: None, mend: None })
}
