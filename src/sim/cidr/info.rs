//! `info`: everything about one network.

use super::bits::{quick, sizes};
use super::net::{Family, Net};
use super::read::{Piece, Read, Target, hinted, mended, prefix_len, refuse};
use super::rules::{AWS, aws_subnet};
use super::say::{label, notices, text, verdict};
use super::scope;
use super::words::Words;
use crate::sim::{Cell, Outcome, Panel, Refusal, Tone};
use crate::text::{Message, excerpt, group};

/// Reads a network and describes it.
pub fn answer(words: &mut Words<'_>) -> Read<Outcome> {
    let target = words.target()?;
    if let Some(mask) = words.peek().filter(|word| target.bare && word.text.contains('.')) {
        return Err(apart(&target, mask));
    }
    Ok(about(&target))
}

/// `10.0.0.0 255.255.0.0`, as routers write it: the slash is missing.
fn apart(target: &Target, mask: Piece<'_>) -> Box<Refusal> {
    let refusal = refuse("E_TRAILING", mask.range(), Message::new("cidr-e-trailing").with("text", excerpt(mask.text)));
    match prefix_len(mask, target.net.family()) {
        Ok(_) => mended(hinted(refusal, Message::new("cidr-h-slash")), target.at.end..mask.at, "/"),
        Err(_) => refusal,
    }
}

fn about(target: &Target) -> Outcome {
    let net = target.net;
    let headline = Message::new("cidr-info").with("net", net).with("size", net.size()).with("first", net.first()).with("last", net.last());
    Outcome {
        verdict: verdict(&[net]),
        headline: Some(headline),
        notices: notices([target]),
        steps: quick(target.addr, net).into_iter().chain(sizes(net)).collect(),
        panels: vec![Panel::Table { title: None, header: vec![], rows: facts(net) }],
        ..Outcome::default()
    }
}

fn facts(net: Net) -> Vec<Vec<Cell>> {
    let hosts = net.hosts();
    let mut rows = vec![vec![label("cidr-l-network"), text(net)]];
    if net.family() == Family::V4 {
        rows.push(vec![label("cidr-l-netmask"), text(net.netmask())]);
        rows.push(vec![label("cidr-l-wildcard"), text(net.wildcard())]);
    }
    rows.push(vec![label("cidr-l-scope"), Cell::Message(scope::of(net), Tone::Plain)]);
    rows.push(vec![label("cidr-l-first"), text(net.first())]);
    rows.push(vec![label("cidr-l-last"), text(net.last())]);
    if let Some(broadcast) = hosts.broadcast {
        rows.push(vec![label("cidr-l-broadcast"), text(broadcast)]);
    }
    rows.push(vec![label("cidr-l-hosts"), text(format!("{} - {}", hosts.first, hosts.last))]);
    rows.push(vec![label("cidr-l-addresses"), text(group(&net.size().to_string()))]);
    rows.push(vec![label("cidr-l-usable"), text(group(&hosts.count.to_string()))]);
    if aws_subnet(net) {
        rows.push(vec![label("cidr-l-aws"), text(group(&AWS.usable(net).to_string()))]);
    }
    if net.family() == Family::V6 {
        rows.push(vec![label("cidr-l-expanded"), text(net.first().expanded())]);
    }
    if net.host_bits() == 0 {
        rows.push(vec![label("cidr-l-integer"), text(net.first().bits())]);
        rows.push(vec![label("cidr-l-reverse"), text(net.first().reverse_name())]);
    }
    rows
}
