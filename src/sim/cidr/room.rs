//! `minus`, `free`, `range`: what is left, and ranges as networks.

use super::net::{Addr, Net};
use super::read::{self, Piece, Read, refuse};
use super::say::{listing, notices, step, verdict};
use super::set;
use super::words::Words;
use crate::sim::{Notice, Outcome, Step};
use crate::text::Message;

/// `minus`: a network without another.
pub fn minus(words: &mut Words<'_>) -> Read<Outcome> {
    let (whole, part) = (words.target()?, words.target()?);
    if whole.net.family() != part.net.family() {
        return Err(refuse("E_FAMILY", part.at, Message::new("cidr-e-two-families")));
    }
    let left = set::without(whole.net, [part.net]);
    let id = match (left.is_empty(), whole.net.overlaps(part.net)) {
        (true, _) => "cidr-minus-none",
        (_, false) => "cidr-minus-apart",
        _ => "cidr-minus",
    };
    let headline = Message::new(id).with("whole", whole.net).with("part", part.net).with("count", left.len()).with("size", set::total(&left));
    Ok(Outcome {
        verdict: verdict(&left),
        headline: Some(headline),
        notices: notices([&whole, &part]),
        steps: halvings(whole.net, part.net),
        panels: if left.is_empty() { Vec::new() } else { vec![listing(None, &left)] },
        ..Outcome::default()
    })
}

/// Halve, keep the half without the part, go on in the other.
fn halvings(whole: Net, part: Net) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut here = whole;
    while here.covers(part) && here != part {
        let Some([low, high]) = here.halves() else { break };
        let (kept, next) = if low.covers(part) { (high, low) } else { (low, high) };
        steps.push(step(Message::new("cidr-minus-step").with("here", here).with("kept", kept).with("next", next)));
        here = next;
    }
    steps
}

/// `free`: what is left of a network beside what is used.
pub fn free(words: &mut Words<'_>) -> Read<Outcome> {
    let whole = words.target()?;
    words.expect(&["used", "사용"])?;
    let used = if words.is_empty() { Vec::new() } else { words.targets(&[])? };
    if let Some(other) = used.iter().find(|u| u.net.family() != whole.net.family()) {
        return Err(refuse("E_FAMILY", other.at.clone(), Message::new("cidr-e-two-families")));
    }
    let left = set::without(whole.net, used.iter().map(|u| u.net));
    let largest = left.iter().map(|n| n.size()).max().unwrap_or_default();
    let id = if left.is_empty() { "cidr-free-none" } else { "cidr-free" };
    let headline = Message::new(id).with("net", whole.net).with("size", set::total(&left)).with("count", left.len()).with("largest", largest);
    let mut notices = notices(std::iter::once(&whole).chain(&used));
    notices.extend(used.iter().filter(|u| !u.net.overlaps(whole.net)).map(|u| outside(u.net, whole.net)));
    let joined = set::collapse(used.iter().map(|u| u.net).filter(|u| u.overlaps(whole.net)));
    Ok(Outcome {
        verdict: verdict(&left),
        headline: Some(headline),
        notices,
        steps: gaps(whole.net, &joined),
        panels: if left.is_empty() { Vec::new() } else { vec![listing(Some(Message::new("cidr-l-free")), &left)] },
        ..Outcome::default()
    })
}

fn outside(net: Net, whole: Net) -> Notice {
    Notice { code: None, message: Message::new("cidr-n-outside").with("net", net).with("whole", whole) }
}

/// Each gap between what is used, as blocks.
fn gaps(whole: Net, used: &[Net]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut next = Some(whole.first());
    for to in used.iter().map(|u| (u.first().minus(1), u.last().plus(1))).chain([(Some(whole.last()), None)]) {
        if let (Some(from), (Some(end), _)) = (next, to) {
            let blocks = set::between(from, end);
            if !blocks.is_empty() {
                steps.push(step(Message::new("cidr-free-step").with("first", from).with("last", end).with("nets", verdict(&blocks))));
            }
        }
        next = to.1;
    }
    steps
}

/// `range`: the networks that are exactly the addresses from one to another.
pub fn range(words: &mut Words<'_>) -> Read<Outcome> {
    let rest = words.take_rest();
    let mut ends = rest.split('-');
    let (Some(first), Some(last), None) = (ends.next(), ends.next(), ends.next()) else {
        return Err(refuse("E_EXPECTED", rest.range(), Message::new("cidr-e-range-shape")));
    };
    let (first, last_at) = (read::addr(Piece::trim(&first))?, Piece::trim(&last));
    let last = read::addr(last_at)?;
    if first.family() != last.family() {
        return Err(refuse("E_FAMILY", last_at.range(), Message::new("cidr-e-two-families")));
    }
    if first > last {
        let refusal = refuse("E_ORDER", rest.range(), Message::new("cidr-e-order"));
        return Err(read::mended(refusal, rest.range(), format!("{last} - {first}")));
    }
    let nets = set::between(first, last);
    Ok(Outcome {
        verdict: verdict(&nets),
        headline: Some(Message::new("cidr-range").with("first", first).with("last", last).with("size", set::total(&nets)).with("count", nets.len())),
        steps: nets.iter().map(|net| step(greedy(*net, last))).collect(),
        panels: vec![listing(None, &nets)],
        ..Outcome::default()
    })
}

/// Why this block and no larger one.
fn greedy(net: Net, last: Addr) -> Message {
    let larger = net.parent();
    let id = match larger {
        Some(parent) if parent.first() != net.first() => "cidr-range-aligned",
        Some(parent) if parent.last() > last => "cidr-range-beyond",
        _ => "cidr-range-whole",
    };
    Message::new(id).with("first", net.first()).with("net", net).with("last", last).with("larger", larger.map_or_else(String::new, |p| p.to_string()))
}
