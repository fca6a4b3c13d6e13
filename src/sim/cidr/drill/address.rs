//! Drills that ask for an address or a network.

use super::super::bits::quick;
use super::super::class;
use super::super::net::{Addr, Family, Net};
use super::rng::Rng;
use super::value::Value;
use super::{Question, Test, cut, documentation, inside, private, slip};
use crate::text::Message;

/// An address and the length of its network, as hard as the level.
fn pick(rng: &mut Rng, level: u8) -> (Addr, Net) {
    let (addr, prefix) = match level {
        1 => (private(rng), inside(rng, 25, 30, 8)),
        2 => (private(rng), inside(rng, 13, 30, 8)),
        _ => (documentation(rng), inside(rng, 41, 63, 16)),
    };
    let net = cut(addr, prefix);
    // An address that is the network itself would be no question.
    let addr = if addr == net.first() { addr.plus(1).unwrap_or(addr) } else { addr };
    (addr, net)
}

/// The sentences that derive a network from an address.
fn derived(addr: Addr, net: Net) -> Vec<Message> {
    quick(addr, net).into_iter().map(|step| step.message).collect()
}

/// The same address in the networks that come of common slips with the mask.
fn other_masks(addr: Addr, net: Net, of: fn(Net) -> Value) -> Vec<(Test, Message)> {
    let wide = if net.family() == Family::V4 { 8 } else { 16 };
    let octet = if net.family() == Family::V4 { "cidr-slip-octet" } else { "cidr-slip-group" };
    let at = |prefix: Option<u8>, id| prefix.and_then(|p| Net::new(addr, p)).map(|n| slip(of(n), id));
    let prefix = net.prefix();
    [
        at(prefix.checked_add(wide), octet),
        at(prefix.checked_sub(wide), octet),
        at(prefix.checked_add(1), "cidr-slip-half"),
        at(prefix.checked_sub(1), "cidr-slip-double"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Which network an address lies in.
pub fn network(rng: &mut Rng, level: u8) -> Question {
    let (addr, net) = pick(rng, level);
    let mut mistakes = vec![slip(Value::Addr(net.last()), "cidr-slip-last")];
    mistakes.extend(net.last().plus(1).map(|next| slip(Value::Addr(next), "cidr-slip-next")));
    mistakes.push(slip(Value::Addr(addr), "cidr-slip-host-bits"));
    mistakes.extend(other_masks(addr, net, |n| Value::Addr(n.first())));
    Question {
        prompt: Message::new("cidr-ask-network").with("addr", addr).with("prefix", net.prefix()),
        answer: Value::Net(net),
        choices: Vec::new(),
        explanation: derived(addr, net),
        scenario: format!("bits {addr}/{}", net.prefix()),
        mistakes,
    }
}

/// The last address of a network.
pub fn last_address(rng: &mut Rng, level: u8) -> Question {
    let (addr, net) = pick(rng, level);
    let mut mistakes = vec![slip(Value::Addr(net.first()), "cidr-slip-first")];
    mistakes.extend(net.last().minus(1).map(|host| slip(Value::Addr(host), "cidr-slip-last-host")));
    mistakes.extend(net.last().plus(1).map(|next| slip(Value::Addr(next), "cidr-slip-next")));
    mistakes.extend(other_masks(net.first(), net, |n| Value::Addr(n.last())));
    let mut explanation = derived(net.first(), net);
    explanation.push(Message::new("cidr-why-last").with("last", net.last()));
    Question {
        prompt: Message::new("cidr-ask-last").with("net", net),
        answer: Value::Addr(net.last()),
        choices: Vec::new(),
        explanation,
        scenario: format!("bits {addr}/{}", net.prefix()),
        mistakes,
    }
}

/// A netmask as a prefix length, or the other way round.
pub fn mask_prefix(rng: &mut Rng, level: u8) -> Question {
    let prefix = if level == 1 { rng.prefix(24, 30) } else { inside(rng, 9, 30, 8) };
    let net = cut(Addr::from(std::net::Ipv4Addr::UNSPECIFIED), prefix);
    let scenario = format!("bits 10.0.0.0/{prefix}");
    let explanation = vec![Message::new("cidr-bits-mask").with("prefix", prefix).with("mask", net.netmask())];
    let asked_as_wildcard = level == 3 && rng.coin();
    if rng.coin() || asked_as_wildcard {
        let (id, shown) = if asked_as_wildcard { ("cidr-ask-wildcard-prefix", net.wildcard()) } else { ("cidr-ask-mask-prefix", net.netmask()) };
        let mistakes = vec![
            slip(Value::Prefix(32 - prefix), "cidr-slip-zeros"),
            slip(Value::Prefix(prefix + 1), "cidr-slip-one-bit"),
            slip(Value::Prefix(prefix - 1), "cidr-slip-one-bit"),
        ];
        return Question { prompt: Message::new(id).with("mask", shown), answer: Value::Prefix(prefix), choices: Vec::new(), explanation, scenario, mistakes };
    }
    let mut mistakes = vec![slip(Value::Addr(net.wildcard()), "cidr-slip-wildcard")];
    mistakes.extend(
        other_masks(net.first(), net, |n| Value::Addr(n.netmask()))
            .into_iter()
            .enumerate()
            .map(|(i, (test, message))| (test, if i < 2 { message } else { Message::new("cidr-slip-one-bit") })),
    );
    Question {
        prompt: Message::new("cidr-ask-prefix-mask").with("prefix", prefix),
        answer: Value::Addr(net.netmask()),
        choices: Vec::new(),
        explanation,
        scenario,
        mistakes,
    }
}

/// Number N of the subnets of a network.
pub fn subnet_index(rng: &mut Rng, level: u8) -> Question {
    let (net, newbits) = match level {
        1 => (cut(private(rng), 24), rng.prefix(2, 4)),
        2 => (cut(private(rng), rng.prefix(16, 20)), rng.prefix(3, 7)),
        _ => (cut(documentation(rng), 4 * rng.prefix(10, 13)), 4 * rng.prefix(1, 2)),
    };
    numbered(rng, net, newbits)
}

/// Number N of the subnets of an IPv6 network, where hexadecimal digits carry.
pub fn v6_nth(rng: &mut Rng, level: u8) -> Question {
    let (prefix, newbits) = match level {
        1 => (60, 4),
        2 => (56, 8),
        _ => (rng.prefix(49, 55), rng.prefix(5, 7)),
    };
    let net = cut(documentation(rng), prefix);
    numbered(rng, net, newbits)
}

fn numbered(rng: &mut Rng, net: Net, newbits: u8) -> Question {
    let id = if net.family() == Family::V4 { "cidr-ask-index" } else { "cidr-ask-v6-nth" };
    let prefix = net.prefix() + newbits;
    let most = (1_u32 << newbits.min(8)) - 2; // the one after it exists too
    let number = rng.within(if most > 10 { 9 } else { 1 }, most);
    let part = |n: u32| net.part(prefix, n.into()).unwrap_or(net);
    let (answer, size) = (part(number), part(0).size());
    let mut mistakes = vec![slip(Value::Net(part(number - 1)), "cidr-slip-from-one"), slip(Value::Net(part(number + 1)), "cidr-slip-one-further")];
    if net.family() == Family::V6 {
        // 12 written as if it were hexadecimal: the twelfth becomes the eighteenth.
        let as_hex = u32::from_str_radix(&number.to_string(), 16).ok().and_then(|n| net.part(prefix, n.into()));
        mistakes.extend(as_hex.map(|n| slip(Value::Net(n), "cidr-slip-decimal")));
    }
    let step = if net.family() == Family::V4 { 8 } else { 4 };
    for other in [prefix.checked_add(step), prefix.checked_sub(step)].into_iter().flatten() {
        mistakes.extend(net.part(other, number.into()).map(|n| slip(Value::Addr(n.first()), "cidr-slip-place")));
    }
    mistakes.push((Test::HostBits(prefix), Message::new("cidr-slip-host-bits")));
    let place = Message::new("cidr-subnet-place").with("base", net.first()).with("number", number).with("size", size).with("first", answer.first());
    let size = Message::new("cidr-subnet-size").with("from", net.prefix()).with("bits", newbits).with("prefix", prefix).with("size", size);
    let mut explanation = vec![size, place];
    if net.family() == Family::V6 {
        explanation.push(Message::new("cidr-why-hex").with("number", number.to_string()).with("hex", format!("{number:x}")));
    }
    Question {
        prompt: Message::new(id).with("net", net).with("number", number).with("prefix", prefix),
        answer: Value::Net(answer),
        choices: Vec::new(),
        explanation,
        scenario: format!("subnet {net} {newbits} {number}"),
        mistakes,
    }
}

/// The class of an address.
pub fn class(rng: &mut Rng, level: u8) -> Question {
    const ENDS: [u32; 10] = [0, 127, 128, 191, 192, 223, 224, 239, 240, 255];
    let first = match level {
        1 => [rng.within(1, 126), rng.within(130, 189), rng.within(194, 221)][rng.within(0, 2) as usize],
        2 => rng.within(1, 255),
        _ => ENDS[rng.within(0, 9) as usize],
    };
    let bits = first << 24 | rng.within(0, 0xff_ffff);
    let ip = Addr::from(std::net::Ipv4Addr::from_bits(bits));
    let letter = class::letter(ip);
    let mistakes = class::LETTERS.iter().filter(|other| **other != letter).map(|other| {
        let said = Message::new("cidr-slip-class").with("class", *other).with("range", class::range(other)).with("first", first);
        (Test::Is(Value::Word(other)), said)
    });
    Question {
        prompt: Message::new("cidr-ask-class").with("addr", ip),
        answer: Value::Word(letter),
        choices: class::LETTERS.iter().map(|l| (*l, Message::new("cidr-class-choice").with("class", *l))).collect(),
        explanation: vec![
            Message::new("cidr-class-bits").with("first", first).with("bits", format!("{first:08b}")).with("class", letter),
            Message::new("cidr-why-class").with("class", letter).with("range", class::range(letter)),
        ],
        scenario: format!("class {ip}"),
        mistakes: mistakes.collect(),
    }
}
