//! The one table of what can stand in a bill; the grammar is printed from it.

use std::fmt::Write as _;
use std::sync::OnceLock;

use super::forms::FORMS;
use super::then::SUMS;
use crate::content::Prices;

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
    /// How many of the smallest part that is reckoned with make one: 1,024,000 MB·ms a GB-s.
    pub parts: i128,
    /// How many of them the first price is good for; the table has no price beyond.
    pub tier: Option<i128>,
    /// How many of a month are free.
    pub free: Option<Allowance>,
}

/// How a quantity becomes what is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meter {
    /// As it is.
    Once,
    /// For each hour, a part of one as a whole one.
    Hourly,
    /// For each hour and Availability Zone.
    Zoned,
    /// In each of two directions.
    Twice,
    /// For as many seconds, in blocks of so many, and at least so many.
    Seconds { block: i128, least: i128 },
}

/// What is free in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// How much.
    pub amount: i128,
    /// Items of one pool share it, once for the whole account.
    pub pool: &'static str,
    /// Only in the first twelve months of an account made before 15 July 2025.
    pub first_year: bool,
}

const fn item(word: &'static str, price: &'static str, label: &'static str, unit: &'static str, meter: Meter) -> Item {
    Item { word, price, label, unit, meter, per: 1, parts: 1, tier: None, free: None }
}

const fn per(each: i128, item: Item) -> Item {
    Item { per: each, ..item }
}

const fn millions(item: Item) -> Item {
    per(1_000_000, item)
}

const fn up_to(tier: i128, item: Item) -> Item {
    Item { tier: Some(tier), ..item }
}

const fn free(amount: i128, item: Item) -> Item {
    Item { free: Some(Allowance { amount, pool: item.label, first_year: false }), ..item }
}

const fn first_year(amount: i128, item: Item) -> Item {
    Item { free: Some(Allowance { amount, pool: item.label, first_year: true }), ..item }
}

/// Free together with another item.
const fn free_with(pool: &'static str, amount: i128, item: Item) -> Item {
    Item { free: Some(Allowance { amount, pool, first_year: false }), ..item }
}

const fn parts(parts: i128, item: Item) -> Item {
    Item { parts, ..item }
}

/// Fargate: rounded up to the second, a minute at least (its pricing page).
const TASK: Meter = Meter::Seconds { block: 1, least: 60 };
/// Provisioned concurrency: rounded up to five minutes (Lambda's pricing page).
const WARM: Meter = Meter::Seconds { block: 300, least: 300 };
/// MB·ms of a GB-s.
pub const MB_MS: i128 = 1_024_000;
const SECONDS: i128 = 3_600;

/// Every item. A TB of a tier is 1,024 GB, as the price list counts.
///
/// Tiers: the EC2, S3, PrivateLink, Route 53, Lambda (6 and 7.5 billion GB-s), API Gateway and SQS pricing pages. Whatever
/// else stands here has one price for any quantity there.
pub const ITEMS: &[Item] = &[
    item("nat", "vpc.nat-hour", "cost-i-nat", "h", Meter::Hourly),
    item("natgb", "vpc.nat-gb", "cost-i-natgb", "GB", Meter::Once),
    item("ipv4", "vpc.public-ipv4", "cost-i-ipv4", "h", Meter::Hourly),
    item("gateway", "vpc.endpoint-gw", "cost-i-gateway", "h", Meter::Hourly),
    item("vpce", "vpc.endpoint-if-hour", "cost-i-vpce", "h", Meter::Zoned),
    up_to(1_048_576, item("vpcegb", "vpc.endpoint-if-gb", "cost-i-vpcegb", "GB", Meter::Once)),
    free(100, up_to(10_240, item("egress", "ec2.transfer-out", "cost-i-egress", "GB", Meter::Once))),
    item("ingress", "ec2.transfer-in", "cost-i-ingress", "GB", Meter::Once),
    item("interaz", "ec2.cross-az", "cost-i-interaz", "GB", Meter::Twice),
    item("vpn", "vpc.vpn", "cost-i-vpn", "h", Meter::Hourly),
    item("alb", "elb.alb-hour", "cost-i-alb", "h", Meter::Hourly),
    item("lcu", "elb.alb-lcu", "cost-i-lcu", "h", Meter::Hourly),
    up_to(25, item("zone", "r53.zone", "cost-i-zone", "", Meter::Once)),
    parts(SECONDS, item("vcpu", "fargate.vcpu", "cost-i-vcpu", "h", TASK)),
    parts(SECONDS, item("memgb", "fargate.gb", "cost-i-memgb", "h", TASK)),
    parts(SECONDS, item("vcpu-arm", "fargate.arm-vcpu", "cost-i-vcpu-arm", "h", TASK)),
    parts(SECONDS, item("memgb-arm", "fargate.arm-gb", "cost-i-memgb-arm", "h", TASK)),
    item("ecr", "ecr.storage", "cost-i-ecr", "GB", Meter::Once),
    item("eb", "eb.service", "cost-i-eb", "", Meter::Once),
    free(1_000_000, millions(item("lambda-req", "lambda.request", "cost-i-lambda-req", "", Meter::Once))),
    free(400_000, parts(MB_MS, up_to(6_000_000_000, item("lambda-gbs", "lambda.gb-s", "cost-i-lambda-gbs", "GB-s", Meter::Once)))),
    free_with(
        "cost-i-lambda-gbs",
        400_000,
        parts(MB_MS, up_to(7_500_000_000, item("lambda-gbs-arm", "lambda.gb-s-arm", "cost-i-lambda-gbs-arm", "GB-s", Meter::Once))),
    ),
    parts(1_024, item("lambda-warm-mb", "lambda.provisioned", "cost-i-lambda-warm", "GB-s", WARM)),
    first_year(1_000_000, up_to(300_000_000, millions(item("apigw-http", "apigw.http", "cost-i-apigw-http", "", Meter::Once)))),
    first_year(1_000_000, up_to(333_000_000, millions(item("apigw-rest", "apigw.rest", "cost-i-apigw-rest", "", Meter::Once)))),
    item("cache-0.5", "apigw.cache-0.5", "cost-i-cache-half", "h", Meter::Hourly),
    item("cache-1.6", "apigw.cache-1.6", "cost-i-cache-one", "h", Meter::Hourly),
    item("cache-6.1", "apigw.cache-6.1", "cost-i-cache-six", "h", Meter::Hourly),
    free(4_000, per(1_000, item("sfn", "sfn.standard", "cost-i-sfn", "", Meter::Once))),
    free(1_000_000, up_to(100_000_000_000, millions(item("sqs", "sqs.request", "cost-i-sqs", "", Meter::Once)))),
    millions(item("ddb-write", "ddb.ondemand-write", "cost-i-ddb-write", "", Meter::Once)),
    millions(item("ddb-read", "ddb.ondemand-read", "cost-i-ddb-read", "", Meter::Once)),
    item("wcu", "ddb.wcu", "cost-i-wcu", "h", Meter::Hourly),
    item("rcu", "ddb.rcu", "cost-i-rcu", "h", Meter::Hourly),
    up_to(51_200, item("s3", "s3.standard", "cost-i-s3", "GB", Meter::Once)),
    item("efs", "efs.standard", "cost-i-efs", "GB", Meter::Once),
    up_to(10_240, item("logs", "logs.ingest", "cost-i-logs", "GB", Meter::Once)),
    item("kms-key", "kms.key", "cost-i-kms-key", "", Meter::Once),
    free(20_000, per(10_000, item("kms-req", "kms.request", "cost-i-kms-req", "", Meter::Once))),
    item("secret", "secrets.secret", "cost-i-secret", "", Meter::Once),
    item("codedeploy", "codedeploy.onprem", "cost-i-codedeploy", "", Meter::Once),
    free(5, item("codecommit", "codecommit.user", "cost-i-codecommit", "", Meter::Once)),
    free(100, item("codebuild", "codebuild.small", "cost-i-codebuild", "min", Meter::Once)),
    free(1, item("pipeline", "codepipeline.v1", "cost-i-pipeline", "", Meter::Once)),
    free(100, item("pipeline-min", "codepipeline.v2", "cost-i-pipeline-min", "min", Meter::Once)),
];

/// The regions with prices: the word of a scenario and AWS's name.
pub const REGIONS: &[(&str, &str)] = &[("seoul", "ap-northeast-2"), ("virginia", "us-east-1")];

impl Item {
    /// Whether it is counted in GB, so that `2TB` is a quantity of it.
    pub fn in_gb(&self) -> bool {
        self.unit == "GB"
    }
}

/// The item of that word.
pub fn find(word: &str) -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.word.eq_ignore_ascii_case(word))
}

/// The grammar, with every item, its unit and its price's id.
pub fn grammar() -> &'static str {
    static GRAMMAR: OnceLock<String> = OnceLock::new();
    GRAMMAR.get_or_init(|| {
        let regions: Vec<&str> = REGIONS.iter().map(|(word, _)| *word).collect();
        let mut text =
            format!("region {}\nhours H            (730)\naz ZONES           (1)\nfree always|year|none\ncompare GB         S3\n", regions.join("|"));
        text.push_str("notes NAME         ");
        text.push_str(&SUMS.iter().map(|sum| sum.word).collect::<Vec<_>>().join(" "));
        text.push_str("\nITEM QUANTITY      500, 0.5, 20k, 10M, 2TB\n\n");
        for form in FORMS {
            let _ = writeln!(text, "{}", form.grammar);
        }
        for item in ITEMS {
            let unit = Prices::built_in().rows.get(item.price).map_or("", |row| row.unit.as_str());
            let _ = write!(text, "\n{:<14} {:<22} {unit}", item.word, item.price);
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
            assert!(REGIONS.iter().all(|(_, region)| Prices::built_in().get(item.price, region).is_some()), "{}", item.price);
            assert!(grammar().contains(item.price));
        }
    }
}
