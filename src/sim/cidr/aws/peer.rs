//! `peer`: whether two VPCs can be peered, and where the one in the way could stand instead.

use super::super::net::{Family, Net};
use super::super::read::{Read, Target};
use super::super::relate::pair;
use super::super::say::{MOST_ROWS, PEER_OVERLAP, notices, step};
use super::super::set;
use super::super::words::Words;
use super::{Check, PEERING, Says, nearest_free, private_ranges};
use crate::sim::{Outcome, Panel, Step};
use crate::text::Message;

/// The most overlapping pairs that are counted.
const MOST_PAIRS: usize = 1 << 16;

/// The most blocks for which a place is looked for.
const MOST_MOVED: usize = 64;

/// `peer NET ... | NET ...`.
pub fn peer(words: &mut Words<'_>) -> Read<Outcome> {
    let left = words.targets(&["|"])?;
    words.expect(&["|"])?;
    let right = words.targets(&["|"])?;
    let (ours, theirs) = (nets(&left), nets(&right));
    let conflicts = set::meeting(&ours, &theirs, MOST_PAIRS);
    let notices = notices(left.iter().chain(&right));
    if conflicts.is_empty() {
        let headline = Message::new("cidr-peer-ok").with("pairs", ours.len() * theirs.len());
        return Ok(Outcome {
            verdict: "ok".to_owned(),
            headline: Some(headline),
            notices,
            steps: vec![step(Message::new("cidr-peer-how")), step(Message::new("cidr-peer-routes"))],
            panels: vec![table(ours.iter().flat_map(|a| theirs.iter().map(|b| (*a, *b)))), rule(Says::Fine)],
            ..Outcome::default()
        });
    }
    let moved = moved(&ours, &theirs, &conflicts);
    let mut outcome = Outcome {
        verdict: "refused".to_owned(),
        codes: vec![PEER_OVERLAP],
        headline: Some(Message::new("cidr-peer-refused").with("count", conflicts.len())),
        notices,
        steps: steps(&conflicts, &moved),
        panels: vec![table(conflicts.iter().copied()), rule(Says::No)],
        ..Outcome::default()
    };
    let theirs_moved: Vec<Net> = theirs.iter().map(|b| moved.iter().find(|(from, _)| from == b).map_or(*b, |(_, to)| *to)).collect();
    let said = moved.iter().map(|(from, to)| format!("{from} -> {to}")).collect::<Vec<_>>().join(", ");
    let line = format!("peer {} | {}", shown(&ours), shown(&theirs_moved));
    outcome.fixes.extend(words.fix(Message::new("cidr-fix-peer").with("moves", said), line).filter(|fix| fix.then == "ok"));
    Ok(outcome)
}

fn nets(targets: &[Target]) -> Vec<Net> {
    targets.iter().map(|t| t.net).collect()
}

fn shown(nets: &[Net]) -> String {
    nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Each block of theirs that is in the way, and the nearest free private block of its size.
fn moved(ours: &[Net], theirs: &[Net], conflicts: &[(Net, Net)]) -> Vec<(Net, Net)> {
    let mut used: Vec<Net> = ours.iter().chain(theirs).copied().collect();
    used.extend(super::vpc::avoided());
    let mut moved: Vec<(Net, Net)> = Vec::new();
    for (_, net) in conflicts.iter().filter(|(_, b)| b.family() == Family::V4) {
        if moved.len() >= MOST_MOVED || moved.iter().any(|(from, _)| from == net) {
            continue;
        }
        if let Some(to) = nearest_free(*net, net.prefix().max(16), &used, &private_ranges()) {
            used.push(to);
            moved.push((*net, to));
        }
    }
    moved
}

fn steps(conflicts: &[(Net, Net)], moved: &[(Net, Net)]) -> Vec<Step> {
    let mut steps = vec![step(Message::new("cidr-peer-how"))];
    steps.extend(conflicts.iter().take(MOST_MOVED).map(|(a, b)| step(Message::new("cidr-peer-conflict").with("a", *a).with("b", *b))));
    steps.extend(moved.iter().map(|(from, to)| step(Message::new("cidr-peer-free").with("from", *from).with("to", *to))));
    steps
}

/// The one rule, with its page.
fn rule(says: Says) -> Panel {
    let id = if says == Says::Fine { "cidr-aws-peer-apart" } else { "cidr-aws-peer-overlap" };
    super::table(&[Check { rule: "peer-overlap", code: PEER_OVERLAP, net: None, says, reason: Message::new(id), page: PEERING }])
}

fn table(pairs: impl Iterator<Item = (Net, Net)>) -> Panel {
    let header = ["cidr-l-left", "cidr-l-relation", "cidr-l-right"].map(Message::new).to_vec();
    Panel::Table { title: None, header, rows: pairs.take(MOST_ROWS).map(|(a, b)| pair(a, b)).collect() }
}
