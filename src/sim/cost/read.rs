//! A scenario in words: one item a line, or all on one line.

use std::iter::Peekable;
use std::ops::Range;

use super::decimal::{self, ONE};
use super::forms;
use super::items::{self, Item, Meter, REGIONS};
use super::measure::{self, Measure, Unit};
use super::then::{self, Sum};
use crate::sim::{Change, Refusal};
use crate::text::{Message, excerpt, nearest};

/// The hours of an average month.
pub const MONTH: i128 = 730;

/// Of more refusals the rest is not looked for.
const MOST_REFUSALS: usize = 16;

/// More entries than this no bill has.
const MOST_ENTRIES: usize = 200;

/// A longer text is no bill.
const MOST_BYTES: usize = 1 << 20;

/// What a scenario asks to be reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// AWS's name of the region.
    pub region: &'static str,
    /// The word that chose it, if one did.
    pub region_at: Option<Range<usize>>,
    /// Hours, in millionths.
    pub hours: i128,
    /// Where they are written.
    pub hours_at: Option<Range<usize>>,
    /// Availability Zones, if stated.
    pub zones: Option<i128>,
    /// What is free.
    pub free: Free,
    /// The statement that says so.
    pub free_at: Option<Range<usize>>,
    /// How much of what passes NAT goes to S3.
    pub compare: Option<Compare>,
    /// Items with their quantities, in the order written.
    pub entries: Vec<Entry>,
    /// Sums of the notes to reckon again.
    pub sums: Vec<(&'static Sum, Range<usize>)>,
    /// Whether a size was written that one may take for a decimal one.
    pub has_binary: bool,
}

/// A question of ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// How many GB go to S3, in millionths.
    pub gb: i128,
    /// Its number.
    pub at: Range<usize>,
    /// The whole statement.
    pub statement: Range<usize>,
}

/// Which allowances count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Free {
    /// None: something else of the account uses them up.
    None,
    /// Those without an end.
    #[default]
    Always,
    /// Those of the first twelve months as well.
    Year,
}

/// An item and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What.
    pub item: &'static Item,
    /// How much, in millionths: of the item's parts, or of what runs for a time.
    pub quantity: i128,
    /// How it comes about, if from several numbers.
    pub origin: Option<Message>,
    /// How long it runs, if not the whole time.
    pub seconds: Option<i128>,
    /// The statement.
    pub at: Range<usize>,
    /// The digits that can be changed; empty if there are none.
    pub number: Range<usize>,
}

impl Bill {
    /// A bill of nothing.
    pub fn empty() -> Bill {
        Bill {
            region: REGIONS[0].1,
            region_at: None,
            hours: MONTH * ONE,
            hours_at: None,
            zones: None,
            free: Free::Always,
            free_at: None,
            compare: None,
            entries: Vec::new(),
            sums: Vec::new(),
            has_binary: false,
        }
    }

    /// How much of an item there is; nothing if it is not named.
    pub fn quantity(&self, word: &str) -> i128 {
        self.entries.iter().filter(|entry| entry.item.word == word).map(|entry| entry.quantity).sum()
    }

    /// Hours as most meters bill them: a part of one is a whole one.
    pub fn whole_hours(&self) -> i128 {
        (self.hours + ONE - 1) / ONE
    }

    /// The same in seconds, a part of one rounded up.
    pub fn seconds(&self) -> i128 {
        (self.hours * 3_600 + ONE - 1) / ONE
    }

    /// Whether hours were rounded up for something.
    pub fn is_rounded(&self) -> bool {
        self.hours % ONE != 0 && self.entries.iter().any(|entry| matches!(entry.item.meter, Meter::Hourly | Meter::Zoned))
    }
}

/// A word of the scenario and where it stands.
pub type Word<'s> = (&'s str, Range<usize>);

/// Reads a scenario; what cannot be read is refused, all of it at once.
pub fn read(scenario: &str) -> Result<Bill, Vec<Refusal>> {
    if scenario.len() > MOST_BYTES {
        return Err(vec![*refuse("E_LONG", &(0..0), Message::new("cost-e-long"))]);
    }
    let mut bill = Bill::empty();
    let mut refusals = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut words = words(scenario).peekable();
    while let Some(word) = words.next().filter(|_| refusals.len() < MOST_REFUSALS) {
        let Some(name) = known(word.0) else {
            refusals.push(*unknown(&word));
            words.next_if(|next| known(next.0).is_none());
            continue;
        };
        let repeats = name == "notes" || forms::find(name).is_some_and(|form| form.repeats);
        if !repeats && seen.contains(&name) {
            refusals.push(*refuse("E_TWICE", &word.1, Message::new("cost-e-twice").with("word", name)));
        }
        seen.push(name);
        let given = arguments(name, &mut words);
        if let Err(refusal) = statement(&mut bill, name, &word, &given) {
            refusals.push(*refusal);
        }
        if bill.entries.len() + bill.sums.len() > MOST_ENTRIES {
            refusals.push(*refuse("E_MANY", &word.1, Message::new("cost-e-many").with("most", MOST_ENTRIES)));
            break;
        }
    }
    if bill.entries.is_empty() && bill.sums.is_empty() && refusals.is_empty() {
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

/// The most words that a statement takes after its first; one more is a word too many.
const MOST_ARGUMENTS: usize = 6;

/// The words that belong to a keyword: the next, and after it numbers and flags.
fn arguments<'s>(name: &str, words: &mut Peekable<impl Iterator<Item = Word<'s>>>) -> Vec<Word<'s>> {
    let is_sum = |word: &Word<'_>| name == "notes" && then::find(word.0).is_some();
    let mut given: Vec<Word<'s>> = words.next_if(|next| is_sum(next) || known(next.0).is_none()).into_iter().collect();
    let follows = |word: &Word<'_>| word.0.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.')) || matches!(word.0, "arm" | "other-az");
    while !given.is_empty() && given.len() < MOST_ARGUMENTS {
        let Some(next) = words.next_if(follows) else { break };
        given.push(next);
    }
    given
}

const SETTINGS: &[&str] = &["region", "hours", "az", "free", "compare", "notes"];

fn names() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().copied().chain(forms::FORMS.iter().map(|form| form.word)).chain(items::ITEMS.iter().map(|item| item.word))
}

fn known(word: &str) -> Option<&'static str> {
    names().find(|name| name.eq_ignore_ascii_case(word))
}

fn statement(bill: &mut Bill, name: &'static str, word: &Word<'_>, given: &[Word<'_>]) -> Result<(), Box<Refusal>> {
    let in_gb = matches!(name, "compare" | "nat-flow") || items::find(name).is_some_and(|item| item.in_gb());
    bill.has_binary |= in_gb && given.iter().any(|word| measure::read(word).is_ok_and(|measure| measure.unit == Unit::Size));
    if let Some(form) = forms::find(name) {
        bill.entries.extend(form.read(word, given)?);
        return Ok(());
    }
    let [value, extra @ ..] = given else {
        return Err(missing(name, word));
    };
    if let [extra, ..] = extra {
        let form = if SETTINGS.contains(&name) { format!("{name} VALUE") } else { format!("{name} QUANTITY") };
        return Err(refuse("E_EXTRA", &extra.1, Message::new("cost-e-extra").with("text", excerpt(extra.0)).with("form", form)));
    }
    let at = word.1.start..value.1.end;
    match name {
        "region" => (bill.region, bill.region_at) = (region(value)?, Some(value.1.clone())),
        "free" => (bill.free, bill.free_at) = (allowances(value)?, Some(at)),
        "notes" => bill.sums.push((sum(value)?, at)),
        _ => quantity(bill, name, value, at)?,
    }
    Ok(())
}

fn missing(name: &'static str, word: &Word<'_>) -> Box<Refusal> {
    let mut refusal = refuse("E_EXPECTED", &word.1, Message::new("cost-e-missing").with("word", name));
    refusal.hint = (name == "notes").then(|| Message::new("cost-e-sums").with("known", then::names()));
    refusal
}

fn quantity(bill: &mut Bill, name: &'static str, value: &Word<'_>, at: Range<usize>) -> Result<(), Box<Refusal>> {
    let measure = measure::read(value)?;
    let number = value.1.start..value.1.start + measure.digits;
    match name {
        "hours" => (bill.hours, bill.hours_at) = (hours(measure, value)?, Some(value.1.clone())),
        "az" => bill.zones = Some(whole(measure.count(false, value)?, value)?),
        "compare" => bill.compare = Some(Compare { gb: measure.count(true, value)?, at: value.1.clone(), statement: at }),
        _ => {
            let Some(item) = items::find(name) else { return Ok(()) };
            let parts = if item.meter == Meter::Once { item.parts } else { 1 };
            let quantity = measure.count(item.in_gb(), value)? * parts;
            bill.entries.push(Entry { item, quantity, origin: None, seconds: None, at, number });
        }
    }
    Ok(())
}

fn hours(measure: Measure, value: &Word<'_>) -> Result<i128, Box<Refusal>> {
    match measure.unit {
        Unit::Time => Ok((measure.value + 3_599_999) / 3_600_000),
        _ => measure.count(false, value),
    }
}

fn region(value: &Word<'_>) -> Result<&'static str, Box<Refusal>> {
    let found = REGIONS.iter().find(|(word, code)| word.eq_ignore_ascii_case(value.0) || code.eq_ignore_ascii_case(value.0));
    if let Some((_, code)) = found {
        return Ok(code);
    }
    let known = REGIONS.iter().map(|(word, code)| format!("{word} ({code})")).collect::<Vec<_>>().join(", ");
    let message = Message::new("cost-e-region").with("word", excerpt(value.0)).with("known", known);
    Err(near(refuse("E_REGION", &value.1, message), value, REGIONS.iter().flat_map(|(word, code)| [*word, *code])))
}

fn allowances(value: &Word<'_>) -> Result<Free, Box<Refusal>> {
    const KNOWN: &[(&str, Free)] = &[("always", Free::Always), ("year", Free::Year), ("none", Free::None)];
    let found = KNOWN.iter().find(|(word, _)| word.eq_ignore_ascii_case(value.0)).map(|(_, free)| *free);
    let message = || Message::new("cost-e-free").with("word", excerpt(value.0));
    found.ok_or_else(|| near(refuse("E_FREE", &value.1, message()), value, KNOWN.iter().map(|(word, _)| *word)))
}

fn sum(value: &Word<'_>) -> Result<&'static Sum, Box<Refusal>> {
    then::find(value.0).ok_or_else(|| {
        let message = Message::new("cost-e-sum").with("word", excerpt(value.0)).with("known", then::names());
        near(refuse("E_NOTES", &value.1, message), value, then::SUMS.iter().map(|sum| sum.word))
    })
}

fn whole(quantity: i128, value: &Word<'_>) -> Result<i128, Box<Refusal>> {
    let is_zones = quantity % ONE == 0 && (ONE..=10 * ONE).contains(&quantity);
    if is_zones { Ok(quantity / decimal::ONE) } else { Err(refuse("E_ZONES", &value.1, Message::new("cost-e-zones"))) }
}

fn unknown(word: &Word<'_>) -> Box<Refusal> {
    let mut refusal = refuse("E_ITEM", &word.1, Message::new("cost-e-item").with("word", excerpt(word.0)));
    if ["k", "m", "g", "kb", "mb", "gb", "tb", "ms", "s", "h"].iter().any(|unit| word.0.eq_ignore_ascii_case(unit)) {
        refusal.hint = Some(Message::new("cost-e-apart"));
        return refusal;
    }
    near(refusal, word, names())
}

/// The refusal with the word that was probably meant.
fn near(mut refusal: Box<Refusal>, word: &Word<'_>, known: impl IntoIterator<Item = &'static str>) -> Box<Refusal> {
    if let Some(near) = nearest(&excerpt(word.0), known).first() {
        refusal.hint = Some(Message::new("sim-did-you-mean").with("word", *near));
        refusal.mend = Some(Change { range: word.1.clone(), text: (*near).to_owned() });
    }
    refusal
}

/// A refusal with no hint.
pub fn refuse(code: &'static str, at: &Range<usize>, message: Message) -> Box<Refusal> {
    Box::new(Refusal { code, at: at.clone(), message, hint: None, mend: None })
}
