use std::collections::BTreeMap;
use std::sync::OnceLock;

use toml::Spanned;
use toml::de::DeTable;

use super::keys::{Keys, document};
use super::{Problem, Source};
use crate::text::{Arg, Message, group};

/// A price named in a lesson: `` `price:vpc.nat-hour@us-east-1` ``.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceRef {
    /// The row in `assets/prices.toml`.
    pub id: String,
    /// The region, where it is not the course's.
    pub region: Option<String>,
}

/// The dated price table of `assets/prices.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prices {
    /// By id.
    pub rows: BTreeMap<String, PriceRow>,
}

/// What is paid for, and what it costs in each region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PriceRow {
    /// What is paid for, in English.
    pub item: String,
    /// What one of it is: `hour`, `GB`, `1,000,000`.
    pub unit: String,
    /// By region.
    pub regions: BTreeMap<String, Price>,
}

/// One price in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// US dollars as an exact decimal, `0.059`; none where no number is known.
    pub usd: Option<String>,
    /// How sure the number is.
    pub status: Status,
    /// The month of the number, `2026-10`, or its year; empty where nothing dates it.
    pub month: String,
    /// Where the number was read.
    pub source: String,
    /// The official page to check.
    pub page: String,
}

/// How sure a price is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Read on the official page or in the price list: a fact.
    Confirmed,
    /// Read in a third-party page only: shown with a mark.
    Secondary,
    /// From general knowledge: not shown.
    Unverified,
    /// Not found: no number.
    Unknown,
}

const STATUS: &[(&str, Status)] =
    &[("confirmed", Status::Confirmed), ("secondary", Status::Secondary), ("unverified", Status::Unverified), ("unknown", Status::Unknown)];

impl Prices {
    /// The table that the program is built with.
    #[must_use]
    pub fn built_in() -> &'static Prices {
        static READ: OnceLock<Prices> = OnceLock::new();
        READ.get_or_init(|| Prices::parse(&Source::new("prices.toml", include_str!("../../assets/prices.toml"))).0)
    }

    /// The price of a row in a region.
    #[must_use]
    pub fn get(&self, id: &str, region: &str) -> Option<&Price> {
        self.rows.get(id)?.regions.get(region)
    }

    /// Reads a price table: for each id `item`, `unit`, `page`, and a table for each region.
    #[must_use]
    pub fn parse(source: &Source) -> (Prices, Vec<Problem>) {
        let mut problems = Vec::new();
        let text = source.text.clone();
        let document = document(source, 0..0, &text, &mut problems);
        let mut keys = Keys::new(document.get_ref(), source, 0, &mut problems);
        let mut prices = Prices::default();
        for (id, row) in document.get_ref() {
            if let Some((table, _)) = keys.as_table(row) {
                prices.rows.insert(id.as_ref().to_string(), read_row(&mut keys.inner(table), table));
            }
        }
        (prices, problems)
    }
}

fn read_row<'t>(keys: &mut Keys<'_, 't>, table: &DeTable<'t>) -> PriceRow {
    let mut text = |key| keys.text(key).map(Spanned::into_inner).unwrap_or_default();
    let (item, unit, page) = (text("item"), text("unit"), text("page"));
    let regions = table.iter().filter_map(|(region, value)| Some((region.as_ref().to_string(), value.as_ref().as_table()?)));
    let regions = regions.map(|(region, table)| (region, read_price(&mut keys.inner(table), &page))).collect();
    PriceRow { item, unit, regions }
}

fn read_price(keys: &mut Keys<'_, '_>, page: &str) -> Price {
    let usd = keys.text("usd").filter(|usd| {
        let is_number = is_decimal(usd.get_ref());
        if !is_number {
            keys.report(usd.span(), "bad-price", Message::new("content-bad-price"));
        }
        is_number
    });
    let status = keys.text("status").and_then(|name| {
        let known = STATUS.iter().find(|(word, _)| word == name.get_ref()).map(|(_, status)| *status);
        if known.is_none() {
            keys.report(name.span(), "bad-status", Message::new("content-bad-status").with("status", name.get_ref().clone()));
        }
        known
    });
    let month = keys.text("month").map(Spanned::into_inner).unwrap_or_default();
    let source = keys.text("source").map(Spanned::into_inner).unwrap_or_default();
    keys.finish();
    Price { usd: usd.map(Spanned::into_inner), status: status.unwrap_or(Status::Unknown), month, source, page: page.to_owned() }
}

fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Says prices one after another: region and month stand with the first and wherever they differ.
///
/// One of these speaks for one paragraph (or table, or list).
#[derive(Debug)]
pub struct PriceSpeaker<'a> {
    prices: &'a Prices,
    region: &'a str,
    said: Option<(String, String)>,
}

/// A price as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenPrice {
    /// The number, or that there is none to show.
    pub message: Message,
    /// How sure it is: a face marks what is not confirmed.
    pub status: Status,
    /// The official page, where it stands in the place of a number.
    pub page: Option<String>,
}

impl<'a> PriceSpeaker<'a> {
    /// Speaks of `prices`, in `region` where a price names none.
    #[must_use]
    pub fn new(prices: &'a Prices, region: &'a str) -> Self {
        PriceSpeaker { prices, region, said: None }
    }

    /// What stands in the place of a price.
    pub fn say(&mut self, price: &PriceRef) -> SpokenPrice {
        let region = price.region.as_deref().unwrap_or(self.region);
        let Some(found) = self.prices.get(&price.id, region) else {
            let message = Message::new("content-price-missing").with("id", price.id.clone());
            return SpokenPrice { message, status: Status::Unknown, page: None };
        };
        let number = found.usd.as_ref().filter(|_| matches!(found.status, Status::Confirmed | Status::Secondary));
        let Some(usd) = number else {
            return SpokenPrice { message: Message::new("content-price-check"), status: found.status, page: Some(found.page.clone()) };
        };
        let place = (region.to_owned(), found.month.clone());
        let is_new = self.said.as_ref() != Some(&place);
        let message = number_message(group(usd), is_new.then_some(&place), found.status);
        self.said = Some(place);
        SpokenPrice { message, status: found.status, page: None }
    }
}

fn number_message(usd: String, place: Option<&(String, String)>, status: Status) -> Message {
    let id = match (place.is_some(), status == Status::Confirmed) {
        (false, true) => "content-price",
        (false, false) => "content-price-unsure",
        (true, true) => "content-price-in",
        (true, false) => "content-price-unsure-in",
    };
    let message = Message::new(id).with("usd", usd);
    let Some((region, month)) = place else { return message };
    match month_name(month) {
        Some(month) => message.with("place", Message::new("content-region-and-month").with("region", region_name(region)).with("month", month)),
        None => message.with("place", region_name(region)),
    }
}

/// The name of a region as people say it, `Seoul`; its code where it has none here.
#[must_use]
pub fn region_name(region: &str) -> Arg {
    const NAMES: &[(&str, &str)] = &[("ap-northeast-2", "content-region-seoul"), ("us-east-1", "content-region-virginia")];
    NAMES.iter().find(|(code, _)| *code == region).map_or_else(|| Arg::from(region.to_owned()), |(_, id)| Arg::from(Message::new(id)))
}

/// `2026-10` as `Oct 2026`, a bare year as it is.
fn month_name(month: &str) -> Option<Arg> {
    let (year, month) = month.split_once('-').map_or((month, None), |(year, month)| (year, Some(month)));
    if year.is_empty() {
        return None;
    }
    let Some(month) = month.and_then(|m| m.parse::<u8>().ok()) else { return Some(Arg::from(year.to_owned())) };
    Some(Arg::from(Message::new("content-month").with("month", month).with("year", year.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};

    const TABLE: &str = r#"
["nat.hour"]
item = "NAT gateway"
unit = "hour"
page = "https://example.com/vpc"
ap-northeast-2 = { usd = "0.059", status = "confirmed", month = "2026-10", source = "x" }
us-east-1 = { usd = "1234.5", status = "secondary", month = "2025", source = "" }
["vpn"]
page = "https://example.com/vpn"
ap-northeast-2 = { status = "unknown", month = "" }
us-east-1 = { usd = "0.05", status = "unverified", month = "" }
"#;

    fn prices() -> Prices {
        let (prices, problems) = Prices::parse(&Source::new("prices.toml", TABLE));
        assert_eq!(problems, []);
        prices
    }

    #[track_caller]
    fn check(lang: Lang, ids: &[&str], expected: &[&str]) {
        let prices = prices();
        let mut speaker = PriceSpeaker::new(&prices, "ap-northeast-2");
        let said = ids.iter().map(|id| {
            let (id, region) = id.split_once('@').map_or((*id, None), |(id, region)| (id, Some(region.to_owned())));
            let spoken = speaker.say(&PriceRef { id: id.to_owned(), region });
            format!("{}{}", Texts::of(lang).say(&spoken.message), spoken.page.map(|p| format!(" <{p}>")).unwrap_or_default())
        });
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn region_and_month_stand_where_they_change() {
        let ids = ["nat.hour", "nat.hour", "nat.hour@us-east-1", "nat.hour"];
        check(Lang::En, &ids, &["$0.059 (Seoul, Oct 2026)", "$0.059", "$1,234.5 (N. Virginia, 2025; not confirmed)", "$0.059 (Seoul, Oct 2026)"]);
        check(Lang::Ko, &ids, &["$0.059(서울, 2026년 10월)", "$0.059", "$1,234.5(버지니아 북부, 2025; 확인되지 않음)", "$0.059(서울, 2026년 10월)"]);
    }

    #[test]
    fn a_price_that_nobody_confirmed_is_not_shown() {
        let expected = ["check the official page <https://example.com/vpn>"; 2];
        check(Lang::En, &["vpn", "vpn@us-east-1"], &expected);
        check(Lang::En, &["gone"], &["(no price gone)"]);
    }

    #[test]
    fn a_table_that_is_wrong_says_where() {
        let text = "[\"x\"]\npage = \"\"\nr = { usd = \"5 cents\", status = \"sure\", mont = \"\" }\n";
        let (_, problems) = Prices::parse(&Source::new("prices.toml", text));
        let codes: Vec<_> = problems.iter().map(|p| (p.code, &text[p.span.clone()])).collect();
        assert_eq!(codes, [("bad-price", "\"5 cents\""), ("bad-status", "\"sure\""), ("unknown-key", "mont")]);
    }
}
