//! Load on partitions: a model, for AWS does not show how it places keys.
//!
//! A partition does at most 3,000 read units and 1,000 write units a second, in both capacity modes.
//! Busy keys are moved onto partitions of their own ("adaptive capacity"), but one key stays on one.

use std::ops::Range;

use super::bill::{Bill, Kept, REGIONS};
use super::say;
use crate::content::region_name;
use crate::sim::dynamodb::capacity::{Consistency, Units};
use crate::sim::dynamodb::md5;
use crate::sim::edit::{Step, set, text_literal};
use crate::sim::{Cell, Change, Control, Notice, Outcome, Panel, Tone, outcome};
use crate::text::Message;

/// Read units that a partition does in a second.
const READS: f64 = 3000.0;
/// Write units that a partition does in a second.
const WRITES: f64 = 1000.0;
/// Gigabytes that a partition holds.
const GIGABYTES: u64 = 10;
/// Seconds above its target after which auto scaling raises capacity, at the earliest.
const SCALING: f64 = 120.0;
/// Seconds for which unused capacity is kept.
const BURST: f64 = 300.0;
/// The most parts of keys that are placed one by one.
const MOST_PLACED: u64 = 200_000;
/// The most keys that are modelled.
const MOST_KEYS: u32 = 100_000;

/// A load.
pub struct Traffic {
    /// Writes a second.
    pub writes: u64,
    /// Eventually consistent reads of one item a second.
    pub reads: u64,
    /// Bytes of an item.
    pub item_bytes: u64,
    /// How many parts each key is split into.
    pub shards: u64,
    /// Gigabytes of the table.
    pub gb: u64,
    /// What the keys' names are made from, and so their places.
    pub seed: u64,
    /// How the load falls on keys.
    pub spread: Spread,
    /// AWS's name of the region whose prices are reckoned with.
    pub region: &'static str,
    /// Of a hundred hours, those in which the load is there.
    pub busy: u64,
    /// What the table keeps ready, where it is not paid on demand.
    pub kept: Option<Kept>,
    /// Where it stands.
    pub at: Range<usize>,
}

/// How a load falls on keys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// All on one.
    One,
    /// Evenly on so many.
    Uniform(u32),
    /// The n-th of so many gets 1/n^s of what the first gets.
    Zipf(f64, u32),
}

impl Spread {
    /// Reads `one`, `uniform(1000)` or `zipf(1.1, 1000)`.
    pub fn read(text: &str) -> Option<Spread> {
        let text = text.trim();
        let inner = |name: &str| text.strip_prefix(name)?.trim().strip_prefix('(')?.strip_suffix(')');
        let count = |text: &str| text.trim().replace('_', "").parse::<u32>().ok().filter(|n| (1..=MOST_KEYS).contains(n));
        if text == "one" {
            return Some(Spread::One);
        }
        if let Some(keys) = inner("uniform") {
            return count(keys).map(Spread::Uniform);
        }
        let (power, keys) = inner("zipf")?.split_once(',')?;
        let power = power.trim().parse::<f64>().ok().filter(|p| (0.0..=10.0).contains(p))?;
        count(keys).map(|keys| Spread::Zipf(power, keys))
    }

    fn shares(self) -> Vec<f64> {
        let weights: Vec<f64> = match self {
            Spread::One => vec![1.0],
            Spread::Uniform(keys) => vec![1.0; keys as usize],
            Spread::Zipf(power, keys) => (1..=keys).map(|n| f64::from(n).powf(-power)).collect(),
        };
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|w| w / sum).collect()
    }
}

/// The load of a key or partition in units a second.
#[derive(Clone, Copy, Default)]
struct Load {
    reads: f64,
    writes: f64,
}

impl Load {
    /// How much of a partition it takes; above 1 it is throttled.
    fn share(self) -> f64 {
        (self.reads / READS).max(self.writes / WRITES)
    }

    fn times(self, factor: f64) -> Load {
        Load { reads: self.reads * factor, writes: self.writes * factor }
    }

    fn excess(self) -> f64 {
        (self.writes - WRITES).max(0.0) + (self.reads - READS).max(0.0)
    }
}

/// Places the keys on partitions and weighs each.
pub fn outcome(text: &str, traffic: &Traffic) -> Outcome {
    let all = total(traffic);
    let partitions = partitions(traffic, all);
    let shares = traffic.spread.shares();
    let shards = float(traffic.shards);
    let placed = traffic.shards.min(64).min(MOST_PLACED / shares.len().max(1) as u64).max(1);
    let mut loads = vec![Load::default(); partitions];
    for (i, share) in shares.iter().enumerate() {
        for shard in 0..placed {
            let part = all.times(share / float(placed));
            let load = &mut loads[place(traffic.seed, i, shard, partitions)];
            load.reads += part.reads;
            load.writes += part.writes;
        }
    }
    let hottest = all.times(shares.first().copied().unwrap_or(0.0) / shards);
    let key = if traffic.shards > 1 { "key-1#0" } else { "key-1" };
    let worst = loads.iter().copied().fold(Load::default(), |a, b| if b.share() > a.share() { b } else { a });
    let short = traffic.kept.filter(|kept| all.reads > float(kept.reads) || all.writes > float(kept.writes));
    let codes: Vec<&'static str> = [
        (hottest.share() > 1.0).then_some(say::HOT_KEY),
        short.map(|_| say::UNDER_PROVISIONED),
        (hottest.share() <= 1.0 && worst.share() > 1.0).then_some(say::HOT_PARTITION),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (verdict, headline) = match (codes.first().copied(), short) {
        (Some(say::HOT_KEY), _) => ("throttled", hot_key(key, hottest)),
        (Some(_), Some(kept)) => ("throttled", under_provisioned(all, kept)),
        (Some(_), None) => ("hot-partition", Message::new("dynamodb-r-hot-partition").with("percent", whole(worst.share() * 100.0))),
        (None, _) => ("ok", Message::new("dynamodb-r-ok").with("percent", whole(worst.share() * 100.0))),
    };
    let mut outcome = Outcome { verdict: verdict.to_owned(), headline: Some(headline), asked: traffic.at.clone(), ..Outcome::default() };
    outcome.notices.push(say::remark(Message::new("dynamodb-n-model")));
    if let Some(kept) = short.filter(|_| codes.first() == Some(&say::HOT_KEY)) {
        outcome.notices.push(Notice { code: Some(say::UNDER_PROVISIONED), message: under_provisioned(all, kept) });
    }
    if traffic.shards > 1 {
        outcome.notices.push(Notice { code: None, message: Message::new("dynamodb-n-shards").with("count", traffic.shards) });
    }
    let bill = bill(traffic);
    outcome.codes = codes;
    outcome.notices.extend(bill.notices());
    outcome.panels = vec![key_table(&shares, all, shards), partition_table(&loads), bill.panel()];
    outcome.steps = steps(traffic, all, partitions, hottest);
    outcome.steps.extend(short.map(|kept| say::step(lag(all, kept))));
    outcome.steps.extend(bill.steps().into_iter().map(say::step));
    outcome.controls = controls(text, traffic);
    outcome
}

fn bill(traffic: &Traffic) -> Bill {
    let reads = Units::read(traffic.item_bytes, Consistency::Eventual).times(traffic.reads);
    let writes = Units::write(traffic.item_bytes).times(traffic.writes);
    Bill { region: traffic.region, reads, writes, busy: traffic.busy, kept: traffic.kept }
}

/// What can be tried with one key.
fn controls(text: &str, traffic: &Traffic) -> Vec<Control> {
    const HERE: &[Step] = &[Step::Key("traffic")];
    let mut controls = Vec::new();
    let mut offer = |key, label, name, literal: &str| {
        let changed = set(text, HERE, name, literal);
        controls.extend(changed.map(|changed| Control { key, label, ask: None, change: Change::between(text, &changed) }));
    };
    let shards = if traffic.shards >= 8 { 1 } else { traffic.shards * 2 };
    offer('s', Message::new("dynamodb-c-shards").with("count", shards), "shards", &shards.to_string());
    let (id, spread) = if traffic.spread == Spread::One { ("dynamodb-c-spread", "\"uniform(1000)\"") } else { ("dynamodb-c-one", "\"one\"") };
    offer('h', Message::new(id), "key", spread);
    let busy = if traffic.busy > 25 { 25 } else { 100 };
    offer('t', Message::new("dynamodb-c-busy").with("percent", busy), "busy", &busy.to_string());
    let (label, region) = if traffic.region == REGIONS[0].1 { (REGIONS[1].1, REGIONS[1].0) } else { (REGIONS[0].1, REGIONS[0].0) };
    offer('r', Message::new("dynamodb-c-region").with("region", region_name(label)), "region", &text_literal(region));
    controls
}

fn total(traffic: &Traffic) -> Load {
    let read = Units::read(traffic.item_bytes, Consistency::Eventual).number();
    Load { reads: float(traffic.reads) * read, writes: float(traffic.writes) * Units::write(traffic.item_bytes).number() }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn partitions(traffic: &Traffic, all: Load) -> usize {
    let by_load = (all.reads / READS + all.writes / WRITES).ceil().clamp(1.0, 10_000.0) as usize;
    let by_size = usize::try_from(traffic.gb.div_ceil(GIGABYTES)).unwrap_or(1).min(10_000);
    by_load.max(by_size).max(1)
}

/// The partition of a key: the hash of its name, scaled.
fn place(seed: u64, key: usize, shard: u64, partitions: usize) -> usize {
    let slot = md5::digest(format!("{seed}:key-{key}#{shard}").as_bytes()) >> 64;
    usize::try_from((slot * partitions as u128) >> 64).unwrap_or(0)
}

/// How many parts a key must be split into: a quarter more than just enough.
pub fn shards_for(traffic: &Traffic) -> Option<u64> {
    let hottest = total(traffic).times(traffic.spread.shares().first().copied().unwrap_or(0.0));
    let wanted = (hottest.share() * 1.25).ceil();
    (hottest.share() > 1.0 && wanted <= 1000.0).then(|| whole(wanted))
}

/// What the table would have to keep ready where it keeps too little: the key in its block, and units.
pub fn missing(traffic: &Traffic) -> Vec<(&'static str, u64)> {
    let (all, Some(kept)) = (total(traffic), traffic.kept) else { return Vec::new() };
    let wanted = [("rcu", all.reads, kept.reads), ("wcu", all.writes, kept.writes)];
    wanted.into_iter().filter(|(_, units, ready)| *units > float(*ready)).map(|(key, units, _)| (key, whole(units.ceil()))).collect()
}

fn hot_key(key: &'static str, hottest: Load) -> Message {
    let (units, limit, kind) = if hottest.writes / WRITES >= hottest.reads / READS { (hottest.writes, WRITES, "WCU") } else { (hottest.reads, READS, "RCU") };
    let message = Message::new("dynamodb-r-hot-key").with("key", key).with("units", whole(units)).with("limit", whole(limit));
    message.with("kind", kind).with("over", whole(units - limit))
}

/// The kind of unit that is shortest: what is asked, what is kept ready, its name.
fn shortest(all: Load, kept: Kept) -> (f64, f64, &'static str) {
    let (reads, writes) = (float(kept.reads), float(kept.writes));
    if all.writes / writes >= all.reads / reads { (all.writes, writes, "WCU") } else { (all.reads, reads, "RCU") }
}

fn under_provisioned(all: Load, kept: Kept) -> Message {
    let (units, ready, kind) = shortest(all, kept);
    let message = Message::new("dynamodb-r-short").with("units", whole(units.ceil())).with("kept", whole(ready));
    message.with("kind", kind).with("over", whole((units - ready).ceil()))
}

/// Whether what was left unused lasts until auto scaling has seen enough.
fn lag(all: Load, kept: Kept) -> Message {
    let (units, ready, _) = shortest(all, kept);
    let seconds = ready * BURST / (units - ready).max(1.0);
    let id = if seconds < SCALING { "dynamodb-s-lag" } else { "dynamodb-s-lag-bridged" };
    Message::new(id).with("seconds", whole(seconds.min(1e9).floor())).with("without", whole((SCALING - seconds).max(0.0).ceil()))
}

fn tone(share: f64) -> Tone {
    match share {
        s if s > 1.0 => Tone::Bad,
        s if s > 0.8 => Tone::Warn,
        _ => Tone::Plain,
    }
}

/// Units a second; of few one digit after the point.
fn rate(units: f64) -> String {
    if units > 0.0 && units < 9.95 { format!("{units:.1}") } else { whole(units).to_string() }
}

fn load_cells(load: Load) -> Vec<Cell> {
    let percent = format!("{} %", whole(load.share() * 100.0));
    vec![say::number(rate(load.reads)), say::number(rate(load.writes)), Cell::Text(percent, tone(load.share()))]
}

fn key_table(shares: &[f64], all: Load, shards: f64) -> Panel {
    let row = |(i, share): (usize, &f64)| {
        let mut cells = vec![say::text(format!("key-{}", i + 1))];
        cells.extend(load_cells(all.times(share / shards)));
        cells
    };
    // Of keys that are all alike one is enough.
    let most = if shares.first() == shares.last() { 1 } else { 5 };
    let header = ["dynamodb-l-key", "dynamodb-l-reads", "dynamodb-l-writes", "dynamodb-l-share"].map(Message::new).to_vec();
    Panel::Table { title: Some(Message::new("dynamodb-t-keys")), header, rows: shares.iter().enumerate().take(most).map(row).collect() }
}

fn partition_table(loads: &[Load]) -> Panel {
    let mut order: Vec<(usize, Load)> = loads.iter().copied().enumerate().collect();
    order.sort_by(|a, b| b.1.share().total_cmp(&a.1.share()));
    let row = |(i, load): (usize, Load)| {
        let mut cells = vec![say::text(format!("P{}", i + 1))];
        cells.extend(load_cells(load));
        cells
    };
    let header = ["dynamodb-l-partition", "dynamodb-l-reads", "dynamodb-l-writes", "dynamodb-l-share"].map(Message::new).to_vec();
    Panel::Table { title: Some(Message::new("dynamodb-t-partitions")), header, rows: order.into_iter().take(12).map(row).collect() }
}

fn steps(traffic: &Traffic, all: Load, partitions: usize, hottest: Load) -> Vec<outcome::Step> {
    let mut steps = vec![
        Message::new("dynamodb-s-load").with("reads", whole(all.reads)).with("writes", whole(all.writes)).with("bytes", traffic.item_bytes),
        Message::new("dynamodb-s-partitions").with("count", partitions),
    ];
    if hottest.excess() > 0.0 {
        let limit = if hottest.writes > WRITES { WRITES } else { READS };
        steps.push(Message::new("dynamodb-s-burst").with("seconds", whole((limit * BURST / hottest.excess()).min(1e9))));
        if let Some(shards) = shards_for(traffic) {
            steps.push(Message::new("dynamodb-s-shards").with("count", shards).with("last", shards - 1));
        }
    }
    steps.into_iter().map(say::step).collect()
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
fn float(number: u64) -> f64 {
    number as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and far below 2^63")]
fn whole(number: f64) -> u64 {
    number.round().max(0.0) as u64
}
