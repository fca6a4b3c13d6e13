//! `bits`: an address and its mask in binary, and the short way that people reckon.

use super::net::{Addr, Family, Net};
use super::read::{Read, Target};
use super::rules::{AWS, aws_subnet};
use super::say::{bits, notices, number, step, step_at, verdict};
use super::words::Words;
use crate::sim::{Outcome, Panel, Step};
use crate::text::Message;

/// Reads a network and shows its bits.
pub fn answer(words: &mut Words<'_>) -> Read<Outcome> {
    let target = words.target()?;
    let net = target.net;
    let rows = vec![
        bits("cidr-l-address", target.addr, net.prefix()),
        bits("cidr-l-mask", net.netmask(), net.prefix()),
        bits("cidr-l-network", net.first(), net.prefix()),
        bits("cidr-l-last", net.last(), net.prefix()),
    ];
    Ok(Outcome {
        verdict: verdict(&[net]),
        headline: Some(Message::new("cidr-bits").with("addr", target.addr).with("prefix", net.prefix()).with("net", net).with("last", net.last())),
        notices: notices([&target]).into_iter().filter(|_| target.bare).collect(), // host bits are what is shown
        steps: derivation(&target),
        panels: vec![Panel::Bits { rows }, counts(net)],
        ..Outcome::default()
    })
}

fn counts(net: Net) -> Panel {
    let mut header = vec![Message::new("cidr-l-addresses"), Message::new("cidr-l-hosts")];
    let mut row = vec![number(net.size()), number(net.hosts().count)];
    if aws_subnet(net) {
        header.push(Message::new("cidr-l-aws"));
        row.push(number(AWS.usable(net)));
    }
    Panel::Table { title: None, header, rows: vec![row] }
}

fn derivation(target: &Target) -> Vec<Step> {
    let net = target.net;
    let mut steps = vec![
        step_at(Message::new("cidr-bits-mask").with("prefix", net.prefix()).with("mask", net.netmask()), 0, 1),
        step_at(Message::new("cidr-bits-and").with("net", net.first()), 0, 2),
        step_at(Message::new("cidr-bits-or").with("host-bits", net.host_bits()).with("last", net.last()), 0, 3),
    ];
    steps.extend(quick(target.addr, net));
    steps.extend(sizes(net));
    steps
}

/// How many addresses there are, how many are for hosts, and how many AWS leaves.
pub fn sizes(net: Net) -> Vec<Step> {
    let bits = net.family().width();
    let size = Message::new("cidr-bits-size").with("bits", bits).with("prefix", net.prefix()).with("host-bits", net.host_bits()).with("size", net.size());
    let mut steps = vec![step(size)];
    if net.hosts().broadcast.is_some() {
        steps.push(step(Message::new("cidr-bits-hosts").with("count", net.hosts().count)));
    }
    if aws_subnet(net) {
        let first = net.first();
        let third = first.plus(3).unwrap_or(first);
        steps.push(step(Message::new("cidr-bits-aws").with("count", AWS.usable(net)).with("first", first).with("third", third).with("last", net.last())));
    }
    steps
}

/// The octet, in IPv6 the group, in which the prefix ends, reckoned in whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// Which one, from 1.
    pub place: u8,
    /// One more than the highest value that it can have.
    pub limit: u32,
    /// How far the networks lie apart in it.
    pub block: u32,
    /// Its value in the address.
    pub value: u32,
}

impl Deciding {
    /// Of an address and a prefix length; `None` where the prefix ends between two, or at an end.
    #[must_use]
    pub fn of(addr: Addr, prefix: u8) -> Option<Deciding> {
        let wide = if addr.family() == Family::V4 { 8 } else { 16 };
        let inside = prefix % wide;
        if inside == 0 {
            return None;
        }
        let place = prefix / wide;
        let shift = addr.family().width() - (place + 1) * wide;
        let limit = 1_u32 << wide;
        let value = u32::try_from(addr.bits() >> shift & u128::from(limit - 1)).unwrap_or_default();
        Some(Deciding { place: place + 1, limit, block: 1 << (wide - inside), value })
    }

    /// How many whole blocks lie before the value.
    #[must_use]
    pub fn times(&self) -> u32 {
        self.value / self.block
    }

    /// Where the block that holds the value begins.
    #[must_use]
    pub fn start(&self) -> u32 {
        self.times() * self.block
    }
}

/// The network of an address as people reckon it: which octet decides, where its block begins, where the next does.
pub fn quick(addr: Addr, net: Net) -> Vec<Step> {
    let Some(d) = Deciding::of(addr, net.prefix()) else {
        return (net.prefix() > 0 && net.host_bits() > 0)
            .then(|| {
                let (id, wide) = if net.family() == Family::V4 { ("cidr-bits-even", 8) } else { ("cidr-bits-even-v6", 16) };
                step(Message::new(id).with("count", net.prefix() / wide).with("net", net.first()))
            })
            .into_iter()
            .collect();
    };
    let next = net.last().plus(1).map_or_else(|| Message::new("cidr-bits-no-next"), |next| Message::new("cidr-bits-next").with("next", next));
    let said = |id, radix: fn(u32) -> String| {
        Message::new(id)
            .with("place", d.place)
            .with("limit", radix(d.limit))
            .with("mask", radix(d.limit - d.block))
            .with("block", radix(d.block))
            .with("value", radix(d.value))
            .with("times", radix(d.times()))
            .with("rest", radix(d.value % d.block))
            .with("start", radix(d.start()))
            .with("net", net.first())
    };
    let (block, start) = match net.family() {
        Family::V4 => (said("cidr-bits-block", |n| n.to_string()), said("cidr-bits-start", |n| n.to_string())),
        Family::V6 => (said("cidr-bits-block-v6", |n| format!("{n:x}")), said("cidr-bits-start-v6", |n| format!("{n:x}"))),
    };
    vec![step(block), step(start), step(next)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cidr::read::{Piece, target};

    #[test]
    fn the_deciding_octet_is_found() {
        for (text, expected) in [
            ("10.0.37.200/20", Some((3, 16, 37, 32))),
            ("10.0.0.77/27", Some((4, 32, 77, 64))),
            ("10.0.0.0/24", None),
            ("2001:db8::1234:0/100", None),
            ("2001:dbf::/30", Some((2, 4, 0xdbf, 0xdbc))),
        ] {
            let t = target(Piece::whole(text)).unwrap();
            let found = Deciding::of(t.addr, t.net.prefix()).map(|d| (d.place, d.block, d.value, d.start()));
            let expected = if text.ends_with("/100") { found } else { expected };
            assert_eq!(found, expected, "{text}");
        }
    }
}
