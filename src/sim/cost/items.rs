//! The one table of what can stand in a bill; the grammar is printed from it.

use std::fmt::Write as _;
use std::sync::OnceLock;

use crate::content::{Prices, Source};

/// What a scenario may name, and how it is counted.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// The word in a scenario.
    pub word: &'static str,
    /// The row of the price table.
    pub price: &'static str,
    /// The id of the message that names it.
    pub label: &'static str,
    /// The sign of what is counted; the same in every language.
    pub unit: &'static str,
    /// How the quantity becomes what is billed.
    pub meter: Meter,
    /// How many the price is for.
    pub per: i128,
    /// How many of them the first price is good for; the table has no price beyond.
    pub tier: Option<i128>,
}

/// How a quantity becomes what is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meter {
    /// As it is.
    Once,
    /// For each hour.
    Hourly,
    /// For each hour and Availability Zone.
    Zoned,
    /// In each of two directions.
    Twice,
    /// After so many that are free in a month.
    After(i128),
}

const fn item(word: &'static str, price: &'static str, label: &'static str, unit: &'static str, meter: Meter) -> Item {
    Item { word, price, label, unit, meter, per: 1, tier: None }
}

const fn millions(item: Item) -> Item {
    Item { per: 1_000_000, ..item }
}

const fn up_to(item: Item, tier: i128) -> Item {
    Item { tier: Some(tier), ..item }
}

/// Every item. A TB of a tier is 1,024 GB, as the price list counts.
pub const ITEMS: &[Item] = &[
    item("nat", "vpc.nat-hour", "cost-i-nat", "h", Meter::Hourly),
    item("natgb", "vpc.nat-gb", "cost-i-natgb", "GB", Meter::Once),
    item("ipv4", "vpc.public-ipv4", "cost-i-ipv4", "h", Meter::Hourly),
    item("gateway", "vpc.endpoint-gw", "cost-i-gateway", "h", Meter::Hourly),
    item("vpce", "vpc.endpoint-if-hour", "cost-i-vpce", "h", Meter::Zoned),
    up_to(item("vpcegb", "vpc.endpoint-if-gb", "cost-i-vpcegb", "GB", Meter::Once), 1_048_576),
    up_to(item("egress", "ec2.transfer-out", "cost-i-egress", "GB", Meter::After(100)), 10_240),
    item("interaz", "ec2.cross-az", "cost-i-interaz", "GB", Meter::Twice),
    item("vpn", "vpc.vpn", "cost-i-vpn", "h", Meter::Hourly),
    item("alb", "elb.alb-hour", "cost-i-alb", "h", Meter::Hourly),
    item("lcu", "elb.alb-lcu", "cost-i-lcu", "h", Meter::Hourly),
    up_to(item("zone", "r53.zone", "cost-i-zone", "", Meter::Once), 25),
    item("vcpu", "fargate.vcpu", "cost-i-vcpu", "h", Meter::Hourly),
    item("memgb", "fargate.gb", "cost-i-memgb", "h", Meter::Hourly),
    millions(item("lambda-req", "lambda.request", "cost-i-lambda-req", "", Meter::After(1_000_000))),
    item("lambda-gbs", "lambda.gb-s", "cost-i-lambda-gbs", "GB-s", Meter::After(400_000)),
    up_to(millions(item("apigw-http", "apigw.http", "cost-i-apigw-http", "", Meter::Once)), 300_000_000),
    up_to(millions(item("apigw-rest", "apigw.rest", "cost-i-apigw-rest", "", Meter::Once)), 333_000_000),
    millions(item("ddb-write", "ddb.ondemand-write", "cost-i-ddb-write", "", Meter::Once)),
    millions(item("ddb-read", "ddb.ondemand-read", "cost-i-ddb-read", "", Meter::Once)),
    item("wcu", "ddb.wcu", "cost-i-wcu", "h", Meter::Hourly),
    item("rcu", "ddb.rcu", "cost-i-rcu", "h", Meter::Hourly),
    up_to(item("s3", "s3.standard", "cost-i-s3", "GB", Meter::Once), 51_200),
    item("logs", "logs.ingest", "cost-i-logs", "GB", Meter::Once),
    item("kms-key", "kms.key", "cost-i-kms-key", "", Meter::Once),
    item("secret", "secrets.secret", "cost-i-secret", "", Meter::Once),
];

/// The regions with prices: the word of a scenario and AWS's name.
pub const REGIONS: &[(&str, &str)] = &[("seoul", "ap-northeast-2"), ("virginia", "us-east-1")];

/// The item of that word.
pub fn find(word: &str) -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.word.eq_ignore_ascii_case(word))
}

/// The built-in price table.
pub fn prices() -> &'static Prices {
    static PRICES: OnceLock<Prices> = OnceLock::new();
    PRICES.get_or_init(|| Prices::parse(&Source::new("prices.toml", include_str!("../../../assets/prices.toml"))).0)
}

/// The grammar, with every item, its unit and its price's id.
pub fn grammar() -> &'static str {
    static GRAMMAR: OnceLock<String> = OnceLock::new();
    GRAMMAR.get_or_init(|| {
        let regions: Vec<&str> = REGIONS.iter().map(|(word, _)| *word).collect();
        let mut text =
            format!("region {}\nhours H          (730)\naz ZONES         (1)\ncompare GB       S3\nITEM QUANTITY    500, 0.5, 20k, 10M\n", regions.join("|"));
        for item in ITEMS {
            let unit = prices().rows.get(item.price).map_or("", |row| row.unit.as_str());
            let _ = write!(text, "\n{:<12} {:<22} {unit}", item.word, item.price);
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_a_row_in_the_price_table() {
        for item in ITEMS {
            assert!(REGIONS.iter().all(|(_, region)| prices().get(item.price, region).is_some()), "{}", item.price);
            assert!(grammar().contains(item.price));
        }
    }
}
