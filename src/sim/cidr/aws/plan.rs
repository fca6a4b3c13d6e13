//! `plan`: a subnet for each tier in each zone.

use super::super::net::{Family, Net};
use super::super::read::{Piece, Read, Target, hinted, prefix_len, refuse};
use super::super::rules::{AWS, aws_subnet};
use super::super::say::{AWS_QUOTA, AWS_SIZE, NO_ROOM, code, listing, notices, number, step, terraform, text, verdict};
use super::super::set;
use super::super::size::Size;
use super::super::words::Words;
use super::{Check, LIMITS, SUBNETS, Says, allowed, codes, table};
use crate::sim::{Cell, Fix, Outcome, Panel};
use crate::text::Message;

/// The most zones that have a letter.
const MOST_ZONES: u128 = 26;
/// The most tiers.
const MOST_TIERS: usize = 64;
/// Subnets that a VPC may have without asking.
const QUOTA: usize = 200;

/// A tier: its name and the prefix length of its subnets.
struct Tier {
    name: String,
    prefix: u8,
}

/// What is to be laid out.
struct Plan {
    net: Net,
    zones: u8,
    tiers: Vec<Tier>,
}

/// `plan NET az N tier NAME:/LEN NAME:/LEN ...`.
pub fn plan(words: &mut Words<'_>) -> Read<Outcome> {
    let (target, plan) = read(words)?;
    let checks = plan.checks();
    let mut outcome = match set::pack(plan.net, &plan.prefixes()) {
        _ if !allowed(&checks) => plan.refused(&checks),
        Some(placed) => plan.laid_out(&placed),
        None => Outcome { fixes: plan.larger(words).into_iter().collect(), ..plan.no_room() },
    };
    outcome.codes.extend(codes(&checks));
    outcome.notices = notices([&target]);
    outcome.panels.push(table(&checks));
    Ok(outcome)
}

fn read(words: &mut Words<'_>) -> Read<(Target, Plan)> {
    let target = words.target()?;
    words.expect(&["az", "가용영역"])?;
    let (zones, at) = words.number()?;
    let zones = u8::try_from(zones).ok().filter(|z| (1..=MOST_ZONES).contains(&u128::from(*z)));
    let zones = zones.ok_or_else(|| refuse("E_RANGE", at, Message::new("cidr-e-zones").with("most", MOST_ZONES)))?;
    words.expect(&["tier", "계층"])?;
    let mut tiers: Vec<Tier> = Vec::new();
    while let Some(word) = words.take() {
        if tiers.len() == MOST_TIERS {
            return Err(refuse("E_TOO_MANY", word.range(), Message::new("cidr-e-tiers").with("most", MOST_TIERS)));
        }
        let tier = tier(word, target.net)?;
        if tiers.iter().any(|t| t.name == tier.name) {
            return Err(refuse("E_NAME", word.range(), Message::new("cidr-e-tier-twice").with("name", tier.name)));
        }
        tiers.push(tier);
    }
    if tiers.is_empty() {
        return Err(hinted(words.missing(Message::new("cidr-e-tier")), Message::new("cidr-h-tier")));
    }
    let net = target.net;
    Ok((target, Plan { net, zones, tiers }))
}

fn tier(word: Piece<'_>, net: Net) -> Read<Tier> {
    let Some(slash) = word.text.rfind(":/") else {
        return Err(hinted(refuse("E_EXPECTED", word.range(), Message::new("cidr-e-tier")), Message::new("cidr-h-tier")));
    };
    let name = word.part(0..slash);
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if name.text.is_empty() || !name.text.chars().all(plain) {
        return Err(refuse("E_NAME", name.range(), Message::new("cidr-e-tier-name")));
    }
    let prefix = prefix_len(word.part(slash + 2..word.text.len()), net.family())?;
    Ok(Tier { name: name.text.to_owned(), prefix })
}

impl Plan {
    /// One for each tier and zone, zones of a tier together.
    fn prefixes(&self) -> Vec<u8> {
        self.each().map(|(tier, _)| tier.prefix).collect()
    }

    fn each(&self) -> impl Iterator<Item = (&Tier, char)> {
        self.tiers.iter().flat_map(|tier| (0..self.zones).map(move |z| (tier, char::from(b'a' + z))))
    }

    fn checks(&self) -> Vec<Check> {
        let mut checks: Vec<Check> = Vec::new();
        let (id, id_v6) = ("cidr-aws-subnet-size", "cidr-aws-subnet-size-v6");
        for tier in &self.tiers {
            let Some(net) = Net::new(self.net.first(), tier.prefix) else { continue };
            let says = if aws_subnet(net) { Says::Fine } else { Says::No };
            let reason = Message::new(if net.family() == Family::V4 { id } else { id_v6 }).with("name", tier.name.clone()).with("prefix", tier.prefix);
            checks.push(Check { rule: "subnet-size", code: AWS_SIZE, net: None, says, reason, page: SUBNETS });
        }
        let count = self.tiers.len() * usize::from(self.zones);
        let (says, id) = if count > QUOTA { (Says::Careful, "cidr-aws-subnets") } else { (Says::Fine, "cidr-aws-subnets-fine") };
        let reason = Message::new(id).with("count", count).with("usual", QUOTA);
        checks.push(Check { rule: "subnets", code: AWS_QUOTA, net: None, says, reason, page: LIMITS });
        checks
    }

    fn needed(&self) -> Size {
        self.prefixes().iter().fold(Size::default(), |sum, p| sum.plus(Size::power(self.net.family().width() - p)))
    }

    fn refused(&self, checks: &[Check]) -> Outcome {
        let refused = checks.iter().filter(|c| c.says == Says::No);
        Outcome {
            verdict: "refused".to_owned(),
            headline: Some(Message::new("cidr-plan-refused").with("net", self.net)),
            steps: refused.map(|c| step(c.reason.clone())).collect(),
            ..Outcome::default()
        }
    }

    fn no_room(&self) -> Outcome {
        let headline = Message::new("cidr-hosts-none").with("net", self.net).with("size", self.net.size()).with("needed", self.needed());
        let steps = self.tiers.iter().map(|t| {
            let size = Size::power(self.net.family().width() - t.prefix);
            step(Message::new("cidr-plan-tier").with("name", t.name.clone()).with("zones", self.zones).with("size", size).with("prefix", t.prefix))
        });
        Outcome { verdict: "none".to_owned(), codes: vec![NO_ROOM], headline: Some(headline), steps: steps.collect(), ..Outcome::default() }
    }

    /// The smallest network over this one that would do.
    fn larger(&self, words: &Words<'_>) -> Option<Fix> {
        let above = (0..self.net.prefix()).rev().filter_map(|p| self.net.supernet(p));
        let larger = above.into_iter().find(|n| set::pack(*n, &self.prefixes()).is_some())?;
        let tiers: Vec<String> = self.tiers.iter().map(|t| format!("{}:/{}", t.name, t.prefix)).collect();
        let line = format!("plan {larger} az {} tier {}", self.zones, tiers.join(" "));
        words.fix(Message::new("cidr-fix-larger").with("net", larger), line)
    }

    fn laid_out(&self, placed: &[Net]) -> Outcome {
        let free = set::without(self.net, placed.iter().copied());
        let headline = Message::new("cidr-plan")
            .with("net", self.net)
            .with("count", placed.len())
            .with("zones", self.zones)
            .with("needed", set::total(placed))
            .with("free", set::total(&free));
        let mut panels = vec![self.subnets(placed)];
        if !free.is_empty() {
            panels.push(listing(Some(Message::new("cidr-l-free")), &free));
        }
        panels.push(code("cidr-l-terraform", self.terraform(placed)));
        let mut steps = vec![step(Message::new("cidr-hosts-order"))];
        steps.extend(self.summaries(placed));
        Outcome { verdict: verdict(placed), headline: Some(headline), steps, panels, ..Outcome::default() }
    }

    /// What a route to a whole tier would be.
    fn summaries(&self, placed: &[Net]) -> Vec<crate::sim::Step> {
        let tiers = self.tiers.iter().zip(placed.chunks(usize::from(self.zones)));
        tiers
            .map(|(tier, nets)| step(Message::new("cidr-plan-sum").with("name", tier.name.clone()).with("nets", verdict(&set::collapse(nets.iter().copied())))))
            .collect()
    }

    fn subnets(&self, placed: &[Net]) -> Panel {
        let header = ["cidr-l-name", "cidr-l-zone", "cidr-l-network", "cidr-l-first", "cidr-l-last", "cidr-l-aws"].map(Message::new).to_vec();
        let row = |((tier, zone), net): ((&Tier, char), &Net)| -> Vec<Cell> {
            vec![text(format!("{}-{zone}", tier.name)), text(zone), text(net), text(net.first()), text(net.last()), number(AWS.usable(*net))]
        };
        Panel::Table { title: None, header, rows: self.each().zip(placed).map(row).collect() }
    }

    fn terraform(&self, placed: &[Net]) -> Vec<String> {
        let entries = self.each().zip(placed).map(|((tier, zone), net)| format!("    \"{}-{zone}\" = {}", tier.name, terraform(self.net, *net)));
        let mut lines = vec!["locals {".to_owned(), "  subnets = {".to_owned()];
        lines.extend(entries);
        lines.extend(["  }".to_owned(), "}".to_owned()]);
        lines
    }
}
