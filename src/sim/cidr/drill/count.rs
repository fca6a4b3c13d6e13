//! Drills that ask for a number of addresses, or for the prefix that has enough of them.

use super::super::net::{Family, Net};
use super::super::rules::{AWS, PLAIN};
use super::rng::Rng;
use super::value::Value;
use super::{Question, Test, cut, documentation, private, slip};
use crate::text::Message;

fn size(net: Net) -> u128 {
    net.size().number().unwrap_or(u128::MAX)
}

/// Mistakes that take the wrong number of bits for the power.
fn wrong_bits(net: Net, less: u128) -> Vec<(Test, Message)> {
    let power = |bits: u8| 1_u128.checked_shl(bits.into()).unwrap_or(0);
    let (host, prefix) = (net.host_bits(), net.prefix());
    let mut mistakes = vec![
        slip(Value::Number(power(prefix)), "cidr-slip-power"),
        slip(Value::Number(power(prefix).saturating_sub(less)), "cidr-slip-power"),
        slip(Value::Number(power(host + 1).saturating_sub(less)), "cidr-slip-power-one"),
    ];
    if host > 0 {
        mistakes.push(slip(Value::Number(power(host - 1).saturating_sub(less)), "cidr-slip-power-one"));
    }
    mistakes
}

/// Why so many: the power of two.
fn power(net: Net) -> Message {
    Message::new("cidr-bits-size").with("bits", net.family().width()).with("prefix", net.prefix()).with("host-bits", net.host_bits()).with("size", net.size())
}

/// How many hosts a network has room for.
pub fn host_count(rng: &mut Rng, level: u8) -> Question {
    let net = match level {
        1 => cut(private(rng), rng.prefix(24, 30)),
        2 => cut(private(rng), rng.prefix(16, 30)),
        _ if rng.within(0, 3) == 0 => cut(private(rng), 31),
        _ => cut(documentation(rng), rng.prefix(112, 126)),
    };
    let (all, hosts) = (size(net), net.hosts());
    let answer = hosts.count.number().unwrap_or(0);
    let mut mistakes = Vec::new();
    let mut explanation = vec![power(net)];
    if hosts.broadcast.is_some() {
        mistakes.extend([
            slip(Value::Number(all), "cidr-slip-forgot-two"),
            slip(Value::Number(all - 1), "cidr-slip-forgot-one"),
            slip(Value::Number(all.saturating_sub(5)), "cidr-slip-aws"),
        ]);
        mistakes.extend(wrong_bits(net, 2));
        explanation.push(Message::new("cidr-bits-hosts").with("count", hosts.count));
    } else {
        let id = if net.family() == Family::V6 { "cidr-slip-v6-two" } else { "cidr-slip-31" };
        mistakes.push(slip(Value::Number(all - 2), id));
        mistakes.extend(wrong_bits(net, 0));
        explanation.push(Message::new(if net.family() == Family::V6 { "cidr-why-v6-all" } else { "cidr-why-31" }));
    }
    let prompt = if level == 2 && rng.coin() {
        Message::new("cidr-ask-hosts-mask").with("net", net.first()).with("mask", net.netmask())
    } else {
        Message::new("cidr-ask-hosts").with("net", net)
    };
    Question { prompt, answer: Value::Number(answer), choices: Vec::new(), explanation, scenario: format!("bits {net}"), mistakes }
}

/// How many addresses AWS leaves of a subnet, or of several.
pub fn aws_count(rng: &mut Rng, level: u8) -> Question {
    if level == 3 {
        return aws_count_of_several(rng);
    }
    let net = cut(private(rng), if level == 1 { rng.prefix(24, 28) } else { rng.prefix(16, 28) });
    let all = size(net);
    let mut mistakes = vec![
        slip(Value::Number(all - 2), "cidr-slip-forgot-aws"),
        slip(Value::Number(all), "cidr-slip-forgot-five"),
        slip(Value::Number(all - 3), "cidr-slip-aws-five"),
        slip(Value::Number(all - 4), "cidr-slip-aws-five"),
    ];
    mistakes.extend(wrong_bits(net, 5));
    let third = net.first().plus(3).unwrap_or(net.first());
    let kept = Message::new("cidr-bits-aws").with("count", AWS.usable(net)).with("first", net.first()).with("third", third).with("last", net.last());
    Question {
        prompt: Message::new("cidr-ask-aws").with("net", net),
        answer: Value::Number(all - 5),
        choices: Vec::new(),
        explanation: vec![power(net), kept],
        scenario: format!("info {net}"),
        mistakes,
    }
}

fn aws_count_of_several(rng: &mut Rng) -> Question {
    let net = cut(private(rng), rng.prefix(20, 24));
    let newbits = rng.prefix(1, 3);
    let (count, prefix) = (1_u128 << newbits, net.prefix() + newbits);
    let each = size(net) / count;
    let mistakes = vec![
        slip(Value::Number(size(net) - 5), "cidr-slip-five-once"),
        slip(Value::Number(size(net) - 2 * count), "cidr-slip-forgot-aws"),
        slip(Value::Number(size(net)), "cidr-slip-forgot-five"),
        slip(Value::Number(each - 5), "cidr-slip-only-one"),
    ];
    Question {
        prompt: Message::new("cidr-ask-aws-several").with("net", net).with("count", count).with("prefix", prefix),
        answer: Value::Number(count * (each - 5)),
        choices: Vec::new(),
        explanation: vec![Message::new("cidr-why-aws-several").with("count", count).with("each", each).with("left", each - 5).with("all", count * (each - 5))],
        scenario: format!("split {net} /{prefix}"),
        mistakes,
    }
}

/// The longest prefix that has room for so many hosts.
pub fn smallest_prefix(rng: &mut Rng, level: u8) -> Question {
    let aws = level == 3;
    let reserve = if aws { AWS } else { PLAIN };
    let bits = if level == 1 { rng.within(3, 7) } else { rng.within(5, 12) };
    // Near a power of two, where the reserved addresses decide.
    let near = 1_u32 << bits;
    let hosts = if rng.coin() { near - rng.within(0, 5) } else { near - rng.within(0, near / 2 - 1) }.max(1);
    let hosts = u128::from(hosts);
    let prefix = reserve.prefix_for(Family::V4, hosts).unwrap_or(0);
    let room = 1_u128 << (32 - prefix);
    let bare = 32 - u8::try_from((hosts.max(2) - 1).ilog2() + 1).unwrap_or(0);
    let mut mistakes = Vec::new();
    if bare != prefix {
        mistakes.push(slip(Value::Prefix(bare), if aws { "cidr-slip-forgot-five" } else { "cidr-slip-forgot-two" }));
    }
    if aws {
        mistakes.extend(PLAIN.prefix_for(Family::V4, hosts).filter(|p| *p != prefix).map(|p| slip(Value::Prefix(p), "cidr-slip-forgot-aws")));
    }
    mistakes.extend([
        slip(Value::Prefix(prefix + 1), "cidr-slip-too-small"),
        slip(Value::Prefix(prefix - 1), "cidr-slip-too-large"),
        slip(Value::Prefix(32 - prefix), "cidr-slip-host-bits-given"),
    ]);
    let said = Message::new("cidr-hosts-block")
        .with("hosts", hosts)
        .with("reserved", reserve.addresses)
        .with("needed", hosts + reserve.addresses)
        .with("size", room)
        .with("prefix", prefix);
    let flag = if aws { " aws" } else { "" };
    Question {
        prompt: Message::new(if aws { "cidr-ask-smallest-aws" } else { "cidr-ask-smallest" }).with("hosts", hosts),
        answer: Value::Prefix(prefix),
        choices: Vec::new(),
        explanation: vec![said],
        scenario: format!("split 10.0.0.0/16 hosts {hosts}{flag}"),
        mistakes,
    }
}
