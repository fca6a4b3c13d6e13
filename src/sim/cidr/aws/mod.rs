//! What AWS allows and keeps: each rule a check of its own, with its reason and the page that says it.
//!
//! The pages are those of the Amazon VPC user guide: `vpc-cidr-blocks`, `subnet-sizing`,
//! `amazon-vpc-limits`, and of the peering guide.

mod blocks;
mod peer;
mod plan;
mod vpc;

pub use peer::peer;
pub use plan::plan;
pub use vpc::vpc;

use super::net::{Addr, Family, Net};
use super::say::text;
use super::set;
use crate::sim::{Cell, Panel, Tone};
use crate::text::Message;

/// The page about the blocks of a VPC.
const CIDR_BLOCKS: &str = "vpc-cidr-blocks";
/// The page about quotas.
const LIMITS: &str = "amazon-vpc-limits";
/// The page about the size of subnets.
const SUBNETS: &str = "subnet-sizing";
/// The page about peering.
const PEERING: &str = "vpc-peering-basics";

/// The private ranges of RFC 1918.
pub fn private_ranges() -> [Net; 3] {
    [v4([10, 0, 0, 0], 8), v4([172, 16, 0, 0], 12), v4([192, 168, 0, 0], 16)]
}

/// A network written in the program.
fn v4(octets: [u8; 4], prefix: u8) -> Net {
    Net::new(Addr::from(std::net::Ipv4Addr::from(octets)), prefix).unwrap_or(Net::all(Family::V4))
}

/// What a rule says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It keeps the rule.
    Fine,
    /// Allowed, but to be careful with.
    Careful,
    /// Not allowed.
    No,
}

/// One rule held against one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The rule's name.
    pub rule: &'static str,
    /// The code under which lessons explain it.
    pub code: &'static str,
    /// The block; `None` for a rule about all of them.
    pub net: Option<Net>,
    /// What it says.
    pub says: Says,
    /// Why.
    pub reason: Message,
    /// The page.
    pub page: &'static str,
}

/// The codes of the rules that did not say "fine", each once, in order.
pub fn codes(checks: &[Check]) -> Vec<&'static str> {
    let mut codes: Vec<&'static str> = checks.iter().filter(|c| c.says != Says::Fine).map(|c| c.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Whether no rule says no.
pub fn allowed(checks: &[Check]) -> bool {
    checks.iter().all(|c| c.says != Says::No)
}

/// Every check in a table.
pub fn table(checks: &[Check]) -> Panel {
    let header = ["cidr-l-rule", "cidr-l-block", "cidr-l-verdict", "cidr-l-reason", "cidr-l-page"].map(Message::new).to_vec();
    let row = |check: &Check| {
        let (id, tone) = match check.says {
            Says::Fine => ("cidr-says-fine", Tone::Good),
            Says::Careful => ("cidr-says-careful", Tone::Warn),
            Says::No => ("cidr-says-no", Tone::Bad),
        };
        vec![
            text(check.rule),
            text(check.net.map_or_else(String::new, |n| n.to_string())),
            Cell::Message(Message::new(id), tone),
            Cell::Message(check.reason.clone(), Tone::Plain),
            Cell::Text(check.page.to_owned(), Tone::Muted),
        ]
    };
    Panel::Table { title: None, header, rows: checks.iter().map(row).collect() }
}

/// The network of length `prefix` nearest to `near` that lies in one of `ranges` and touches nothing of `used`.
pub fn nearest_free(near: Net, prefix: u8, used: &[Net], ranges: &[Net]) -> Option<Net> {
    let candidates = ranges.iter().flat_map(|range| set::without(*range, used.iter().copied())).filter_map(|free| {
        let last = free.parts(prefix)?.less(1).number()?;
        let inside = Net::new(near.first(), prefix).filter(|n| free.covers(*n));
        inside.or_else(|| free.part(prefix, if near.first() < free.first() { 0 } else { last }))
    });
    candidates.min_by_key(|net| (net.first().bits().abs_diff(near.first().bits()), *net))
}
