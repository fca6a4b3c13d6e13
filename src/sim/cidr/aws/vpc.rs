//! `vpc`: whether AWS would take these blocks for a VPC.

use super::super::net::{Family, Net};
use super::super::read::{Read, Target};
use super::super::say::{notices, step};
use super::super::words::Words;
use super::blocks::checks;
use super::{Check, Says, allowed, codes, nearest_free, private_ranges, table};
use crate::sim::{Outcome, Step};
use crate::text::Message;

/// The most blocks that are looked at: more than twice what AWS ever gives a VPC of both families.
const MOST_BLOCKS: usize = 256;
const ROUTES: &[&str] = &["routes", "라우트"];

/// `vpc NET + NET ... [routes NET ...]`.
pub fn vpc(words: &mut Words<'_>) -> Read<Outcome> {
    let mut targets = vec![words.target()?];
    while words.eat(&["+"]) {
        if targets.len() == MOST_BLOCKS {
            return Err(words.missing(Message::new("cidr-e-blocks").with("most", MOST_BLOCKS)));
        }
        targets.push(words.target()?);
    }
    let routes: Vec<Target> = if words.eat(ROUTES) { words.targets(&[])? } else { Vec::new() };
    let (blocks, destinations) = (nets(&targets), nets(&routes));
    let checks = checks(&blocks, &destinations);
    let fine = allowed(&checks);
    let refused = checks.iter().filter(|c| c.says == Says::No).count();
    let id = if fine { "cidr-vpc-ok" } else { "cidr-vpc-refused" };
    let mut outcome = Outcome {
        verdict: if fine { "ok" } else { "refused" }.to_owned(),
        codes: codes(&checks),
        headline: Some(Message::new(id).with("count", blocks.len()).with("rules", checks.len()).with("refused", refused)),
        notices: notices(&targets),
        steps: steps(&checks),
        panels: vec![table(&checks)],
        ..Outcome::default()
    };
    if !fine {
        let mended = mended(&blocks, &destinations);
        let line = line(&mended, &destinations);
        outcome.fixes.extend(words.fix(Message::new("cidr-fix-vpc").with("line", line.clone()), line).filter(|fix| fix.then == "ok"));
    }
    Ok(outcome)
}

fn nets(targets: &[Target]) -> Vec<Net> {
    targets.iter().map(|t| t.net).collect()
}

/// What was refused, or that nothing was, with the reason.
fn steps(checks: &[Check]) -> Vec<Step> {
    let spoken = checks.iter().filter(|c| c.says != Says::Fine);
    let said = spoken.map(|c| match c.net {
        Some(net) => Message::new("cidr-vpc-step").with("rule", c.rule).with("net", net).with("reason", c.reason.clone()),
        None => Message::new("cidr-vpc-step-all").with("rule", c.rule).with("reason", c.reason.clone()),
    });
    said.map(step).collect()
}

/// The same blocks, those that are refused moved to the nearest place that is allowed.
fn mended(blocks: &[Net], routes: &[Net]) -> Vec<Net> {
    let mut kept: Vec<Net> = Vec::new();
    for net in blocks {
        let sized = resized(*net);
        kept.push(sized);
        if allowed(&checks(&kept, routes)) {
            continue;
        }
        kept.pop();
        let home = home(&kept);
        let mut used = kept.clone();
        used.extend(routes);
        used.extend(avoided());
        kept.push(nearest_free(sized, sized.prefix(), &used, &home).unwrap_or(sized));
    }
    kept
}

/// Where a block has its place: the private range of the others, or any.
fn home(others: &[Net]) -> Vec<Net> {
    let own = private_ranges().into_iter().find(|r| others.iter().any(|o| r.covers(*o)));
    own.map_or_else(|| if others.is_empty() { private_ranges().to_vec() } else { vec![super::v4([100, 64, 0, 0], 10)] }, |r| vec![r])
}

/// What is refused beside some blocks, or had better not be used.
pub fn avoided() -> [Net; 3] {
    [super::v4([10, 0, 0, 0], 16), super::v4([172, 17, 0, 0], 16), super::v4([172, 31, 0, 0], 16)]
}

/// The block as large as AWS takes them, beginning at the same place.
fn resized(net: Net) -> Net {
    let prefix = match net.family() {
        Family::V4 => net.prefix().clamp(16, 28),
        Family::V6 => net.prefix().clamp(44, 60).next_multiple_of(4),
    };
    Net::new(net.first(), prefix).unwrap_or(net)
}

fn line(blocks: &[Net], routes: &[Net]) -> String {
    let shown = |nets: &[Net], between: &str| nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(between);
    let routes = if routes.is_empty() { String::new() } else { format!(" routes {}", shown(routes, " ")) };
    format!("vpc {}{routes}", shown(blocks, " + "))
}
