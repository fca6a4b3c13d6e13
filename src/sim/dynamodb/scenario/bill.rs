//! A load as a bill: on demand for each unit used, provisioned for each unit kept ready, hour by hour.
//!
//! The prices are rows of the dated table. One that was read on no official page keeps its mark, and where there is
//! none to rely on there is no sum. Storage, indexes and tax stand apart.

use super::say;
use crate::content::{Price, PriceRef, PriceSpeaker, Prices, Status, region_name};
use crate::sim::dynamodb::capacity::Units;
use crate::sim::{Cell, Notice, Panel, Tone};
use crate::text::{Message, group};

/// The regions with prices: the word of a scenario and AWS's name.
pub const REGIONS: &[(&str, &str)] = &[("seoul", "ap-northeast-2"), ("virginia", "us-east-1")];

/// The hours of an average month.
const MONTH: i128 = 730;
/// Seconds of an hour.
const HOUR: i128 = 3600;
/// One dollar, in what is reckoned with.
const DOLLAR: i128 = 1_000_000_000_000;
/// How many request units a price on demand is for.
const MILLION: i128 = 1_000_000;

/// Capacity that a table keeps ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Read units a second.
    pub reads: u64,
    /// Write units a second.
    pub writes: u64,
}

/// A load that is there for a part of the time.
#[derive(Clone, Copy, Debug)]
pub struct Bill {
    /// AWS's name of the region.
    pub region: &'static str,
    /// Read units a second while it is there.
    pub reads: Units,
    /// Write units a second while it is there.
    pub writes: Units,
    /// Of a hundred hours, those in which it is there.
    pub busy: u64,
    /// What the table keeps ready, where it says so.
    pub kept: Option<Kept>,
}

/// What a way costs in a month: its label, read units, write units, dollars.
struct Line {
    label: Message,
    reads: i128,
    writes: i128,
    /// In 10^-12 dollar; none where a price is missing.
    sum: Option<i128>,
    /// Whether every price of it is confirmed.
    sure: bool,
}

/// The prices of a way, for a read unit and a write unit.
struct Rates {
    ids: [&'static str; 2],
    found: [Option<&'static Price>; 2],
}

impl Rates {
    fn of(region: &str, ids: [&'static str; 2]) -> Rates {
        Rates { ids, found: ids.map(|id| Prices::built_in().get(id, region)) }
    }

    fn on_demand(region: &str) -> Rates {
        Rates::of(region, ["ddb.ondemand-read", "ddb.ondemand-write"])
    }

    fn provisioned(region: &str) -> Rates {
        Rates::of(region, ["ddb.rcu", "ddb.wcu"])
    }

    /// Both in 10^-12 dollar, if there are numbers to rely on.
    fn numbers(&self) -> Option<[i128; 2]> {
        let [reads, writes] = self.found;
        Some([dollars(reads?)?, dollars(writes?)?])
    }

    fn are_sure(&self) -> bool {
        self.found.iter().flatten().all(|price| price.status == Status::Confirmed)
    }

    fn sum(&self, reads: i128, writes: i128, per: i128) -> Option<i128> {
        let [read, write] = self.numbers()?;
        Some(reads.checked_mul(read)?.checked_add(writes.checked_mul(write)?)? / per)
    }

    /// The first official page of a price that is not confirmed.
    fn page(&self) -> &'static str {
        self.found.iter().flatten().find(|price| price.status != Status::Confirmed).map_or("", |price| price.page.as_str())
    }
}

/// A price in 10^-12 dollar, where it may be shown.
fn dollars(price: &Price) -> Option<i128> {
    const PLACES: usize = 12;
    if !matches!(price.status, Status::Confirmed | Status::Secondary) {
        return None;
    }
    let (whole, fraction) = price.usd.as_deref()?.split_once('.').unwrap_or((price.usd.as_deref()?, ""));
    (fraction.len() <= PLACES).then(|| format!("{whole}{fraction:0<PLACES$}").parse().ok())?
}

impl Bill {
    /// Units a month of so many halves a second that are there for a part of the time; a part of a unit counts whole.
    fn units(&self, a_second: Units) -> i128 {
        let halves = i128::from(a_second.halves()) * HOUR * MONTH * i128::from(self.busy);
        halves.unsigned_abs().div_ceil(200).cast_signed()
    }

    fn lines(&self) -> Vec<Line> {
        let on_demand = Rates::on_demand(self.region);
        let (reads, writes) = (self.units(self.reads), self.units(self.writes));
        let used = Line { label: Message::new("dynamodb-b-on-demand"), reads, writes, sum: on_demand.sum(reads, writes, MILLION), sure: on_demand.are_sure() };
        let fits = |units: Units| units.halves().div_ceil(2).max(1);
        let enough = Kept { reads: fits(self.reads), writes: fits(self.writes) };
        let kept = self.kept.filter(|kept| *kept != enough).map(|kept| self.ready("dynamodb-b-kept", kept));
        [used, self.ready("dynamodb-b-enough", enough)].into_iter().chain(kept).collect()
    }

    fn ready(&self, label: &'static str, kept: Kept) -> Line {
        let rates = Rates::provisioned(self.region);
        let (reads, writes) = (i128::from(kept.reads), i128::from(kept.writes));
        Line { label: Message::new(label), reads, writes, sum: rates.sum(reads * MONTH, writes * MONTH, 1), sure: rates.are_sure() }
    }

    /// The ways to pay for it, the cheapest of those that carry it marked.
    pub fn panel(&self) -> Panel {
        let header = ["dynamodb-l-mode", "dynamodb-l-read-units", "dynamodb-l-write-units", "dynamodb-l-month"].map(Message::new).to_vec();
        let lines = self.lines();
        // What the table keeps ready may be too little, so it takes no part.
        let least = lines.iter().take(2).map(|line| line.sum).min().flatten();
        let row = |line: Line| {
            let tone = if line.sum.is_some() && line.sum == least { Tone::Good } else { Tone::Plain };
            let sum = match (line.sum, line.sure) {
                (None, _) => Cell::Message(Message::new("dynamodb-no-price"), Tone::Warn),
                (Some(sum), true) => Cell::Text(money(sum), tone),
                (Some(sum), false) => Cell::Message(Message::new("dynamodb-unsure").with("sum", money(sum)), Tone::Warn),
            };
            vec![Cell::Message(line.label, Tone::Plain), say::number(line.reads), say::number(line.writes), sum]
        };
        let title = Message::new("dynamodb-t-bill").with("region", region_name(self.region)).with("busy", self.busy);
        Panel::Table { title: Some(title), header, rows: lines.into_iter().map(row).collect() }
    }

    /// How the sums come about.
    pub fn steps(&self) -> Vec<Message> {
        let mut speaker = PriceSpeaker::new(Prices::built_in(), self.region);
        let mut price = |id: &str| speaker.say(&PriceRef { id: id.to_owned(), region: None }).message;
        let (used, kept) = (Rates::on_demand(self.region), Rates::provisioned(self.region));
        let mut steps = vec![
            Message::new("dynamodb-s-on-demand").with("writes", price(used.ids[1])).with("reads", price(used.ids[0])),
            Message::new("dynamodb-s-provisioned").with("writes", price(kept.ids[1])).with("reads", price(kept.ids[0])),
        ];
        if let (Some([_, used]), Some([_, kept])) = (used.numbers(), kept.numbers()) {
            let percent = (kept * MILLION * 100 + used * HOUR / 2) / (used * HOUR).max(1);
            steps.push(Message::new("dynamodb-s-break-even").with("percent", percent.to_string()));
        }
        steps.push(Message::new("dynamodb-s-bill"));
        steps
    }

    /// Which of the sums rest on a price that is not confirmed, or on none.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        for (rates, label) in [(Rates::on_demand(self.region), "dynamodb-b-used"), (Rates::provisioned(self.region), "dynamodb-b-ready")] {
            let id = match (rates.numbers().is_some(), rates.are_sure()) {
                (true, true) => continue,
                (true, false) => "dynamodb-n-unsure",
                (false, _) => "dynamodb-n-no-price",
            };
            notices.push(say::remark(Message::new(id).with("mode", Message::new(label)).with("page", rates.page())));
        }
        notices
    }
}

/// Dollars and cents, half a cent rounded up.
fn money(sum: i128) -> String {
    let cents = (sum + DOLLAR / 200) / (DOLLAR / 100);
    format!("${}.{:02}", group(&(cents / 100).to_string()), cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};

    fn bill(region: &'static str, reads: u64, writes: u64, busy: u64) -> Bill {
        Bill { region, reads: Units::whole(reads), writes: Units::whole(writes), busy, kept: None }
    }

    /// The sums of a bill, on demand and provisioned.
    #[track_caller]
    fn check(bill: Bill, sums: [&str; 2]) {
        let said: Vec<String> = bill.lines().into_iter().map(|line| line.sum.map_or("none".to_owned(), money)).collect();
        assert_eq!(said, sums);
    }

    #[test]
    fn a_load_is_billed_both_ways() {
        // 10 x 3,600 x 730 = 26.28 million units: 26.28 x 0.1355 + 26.28 x 0.68, and 7,300 unit-hours of each.
        check(bill("ap-northeast-2", 10, 10, 100), ["$21.43", "$6.17"]);
        check(bill("ap-northeast-2", 10, 10, 10), ["$2.14", "$6.17"]);
        check(bill("ap-northeast-2", 0, 0, 100), ["$0.00", "$0.62"]);
    }

    #[test]
    fn the_ways_meet_where_the_step_says() {
        let said = bill("ap-northeast-2", 1, 1, 100).steps().iter().map(|m| Texts::of(Lang::En).say(m)).collect::<String>();
        assert!(said.contains("29 %") && said.contains("(Seoul, Jun 2026)"), "{said}");
        let [below, above] = [28, 30].map(|busy| bill("ap-northeast-2", 0, 1000, busy).lines().iter().map(|l| l.sum.unwrap()).collect::<Vec<_>>());
        assert!(below[0] < below[1] && above[0] > above[1]);
    }

    #[test]
    fn a_price_that_is_not_confirmed_is_marked_and_one_that_is_not_known_gives_no_sum() {
        let there = bill("us-east-1", 10, 10, 100);
        check(there, ["$19.71", "none"]);
        let pages: Vec<&str> = there.notices().iter().map(|n| n.message.id).collect();
        assert_eq!(pages, ["dynamodb-n-unsure", "dynamodb-n-no-price"]);
        assert_eq!(there.steps().len(), 3);
    }

    #[test]
    fn the_largest_load_has_a_bill() {
        let most = Units::whole(1_000_000_000).times(400);
        check(Bill { reads: most, writes: most, ..bill("ap-northeast-2", 0, 0, 100) }, ["$857,253,600,000.00", "$246,996,960,000.00"]);
    }
}
