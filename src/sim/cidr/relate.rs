//! `in` and `overlap`: how networks lie to each other.

use super::net::{Net, Relation};
use super::read::{Read, Target};
use super::say::{MOST_ROWS, bits, more, notices, step, step_at, text, verdict};
use super::set;
use super::words::Words;
use crate::sim::{Cell, Outcome, Panel, Step, Tone};
use crate::text::Message;

/// The most pairs that are looked for.
const MOST_PAIRS: usize = 1 << 16;

/// `in`: whether an address or network lies in a network.
pub fn within(words: &mut Words<'_>) -> Read<Outcome> {
    let (item, target) = (words.target()?, words.target()?);
    let inside = target.net.covers(item.net);
    let id = match (inside, item.net.family() == target.net.family(), target.net.relation(item.net)) {
        (true, _, _) => "cidr-in-yes",
        (_, false, _) => "cidr-in-family",
        (_, _, Relation::Within) => "cidr-in-larger",
        _ => "cidr-in-no",
    };
    let mut notices = notices([&target]);
    notices.extend(super::say::notices([&item].into_iter().filter(|t| !t.bare)));
    Ok(Outcome {
        verdict: if inside { "ok" } else { "refused" }.to_owned(),
        headline: Some(Message::new(id).with("item", shown(&item)).with("net", target.net).with("first", target.net.first()).with("last", target.net.last())),
        notices,
        steps: compared(&item, target.net),
        panels: if item.net.family() == target.net.family() { vec![picture(&item, target.net)] } else { Vec::new() },
        ..Outcome::default()
    })
}

fn shown(item: &Target) -> String {
    if item.bare { item.addr.to_string() } else { item.net.to_string() }
}

fn picture(item: &Target, net: Net) -> Panel {
    let masked = Net::new(item.addr, net.prefix()).unwrap_or(item.net);
    let rows = vec![
        bits("cidr-l-address", item.addr, net.prefix()),
        bits("cidr-l-mask", net.netmask(), net.prefix()),
        bits("cidr-l-and", masked.first(), net.prefix()),
        bits("cidr-l-network", net.first(), net.prefix()),
    ];
    Panel::Bits { rows }
}

fn compared(item: &Target, net: Net) -> Vec<Step> {
    let Some(masked) = Net::new(item.addr, net.prefix()).filter(|m| m.family() == net.family()) else { return Vec::new() };
    let mut steps = vec![step_at(Message::new("cidr-in-and").with("addr", item.addr).with("prefix", net.prefix()).with("masked", masked.first()), 0, 2)];
    let id = if masked == net { "cidr-in-same" } else { "cidr-in-other" };
    steps.push(step_at(Message::new(id).with("masked", masked.first()).with("net", net.first()), 0, 3));
    if item.net.prefix() < net.prefix() {
        steps.push(step(Message::new("cidr-in-size").with("item", item.net).with("net", net)));
    }
    steps
}

/// `overlap`: every pair of a list that shares addresses.
pub fn overlap(words: &mut Words<'_>) -> Read<Outcome> {
    let targets = words.targets(&[])?;
    let nets: Vec<Net> = targets.iter().map(|t| t.net).collect();
    let pairs = set::overlaps(&nets, MOST_PAIRS)
        .ok_or_else(|| super::read::refuse("E_TOO_MANY", words.asked.clone(), Message::new("cidr-e-too-many").with("most", MOST_PAIRS)))?;
    let mut meeting: Vec<usize> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    meeting.sort_unstable();
    meeting.dedup();
    let meeting: Vec<Net> = meeting.into_iter().filter_map(|i| nets.get(i).copied()).collect();
    let id = if pairs.is_empty() { "cidr-overlap-none" } else { "cidr-overlap" };
    Ok(Outcome {
        verdict: verdict(&meeting),
        headline: Some(Message::new(id).with("pairs", pairs.len()).with("count", nets.len())),
        notices: notices(&targets),
        steps: vec![step(Message::new("cidr-overlap-how"))],
        panels: if pairs.is_empty() { Vec::new() } else { vec![pair_table(&nets, &pairs)] },
        ..Outcome::default()
    })
}

fn pair_table(nets: &[Net], pairs: &[(usize, usize)]) -> Panel {
    let header = ["cidr-l-network", "cidr-l-relation", "cidr-l-other"].map(Message::new).to_vec();
    let mut rows: Vec<Vec<Cell>> = pairs.iter().take(MOST_ROWS).filter_map(|(a, b)| Some(pair(*nets.get(*a)?, *nets.get(*b)?))).collect();
    if pairs.len() > MOST_ROWS {
        rows.push(more(super::size::Size::from((pairs.len() - MOST_ROWS) as u128)));
    }
    Panel::Table { title: None, header, rows }
}

/// A row: two networks and how the first lies to the second.
pub fn pair(a: Net, b: Net) -> Vec<Cell> {
    let id = match a.relation(b) {
        Relation::Equal => "cidr-rel-equal",
        Relation::Contains => "cidr-rel-contains",
        Relation::Within => "cidr-rel-within",
        Relation::Disjoint => "cidr-rel-disjoint",
    };
    vec![text(a), Cell::Message(Message::new(id), Tone::Warn), text(b)]
}
