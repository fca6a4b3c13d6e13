//! `subnet` and `host`: one network or address by its number, as Terraform's `cidrsubnet` and `cidrhost` count.

use super::answer::nth_addr;
use super::fields::index;
use super::net::{Addr, Family, Net};
use super::read::{Read, refuse};
use super::rules::{aws_reserved, aws_subnet};
use super::say::{bits, code, listing, notices, step, verdict};
use super::size::Size;
use super::words::Words;
use crate::sim::{Notice, Outcome, Panel};
use crate::text::{Message, excerpt};

/// `subnet NET NEWBITS NUMBER`.
pub fn subnet(words: &mut Words<'_>) -> Read<Outcome> {
    let target = words.target()?;
    let net = target.net;
    let ((newbits, bits_at), (number, number_at)) = (words.number()?, words.number()?);
    let prefix = u8::try_from(newbits).ok().and_then(|b| net.prefix().checked_add(b)).filter(|p| *p <= net.family().width());
    let Some(prefix) = prefix else {
        return Err(refuse("E_RANGE", bits_at, Message::new("cidr-e-newbits").with("net", net).with("most", net.host_bits())));
    };
    let count = net.parts(prefix).unwrap_or_default();
    let Some(part) = net.part(prefix, number) else {
        return Err(refuse("E_RANGE", number_at, Message::new("cidr-e-netnum").with("count", count).with("last", count.less(1))));
    };
    let size = part.size();
    Ok(Outcome {
        verdict: verdict(&[part]),
        headline: Some(Message::new("cidr-subnet").with("number", number).with("part", part).with("net", net).with("count", count).with("prefix", prefix)),
        notices: notices([&target]),
        steps: vec![
            step(Message::new("cidr-subnet-size").with("from", net.prefix()).with("bits", newbits).with("prefix", prefix).with("size", size)),
            step(Message::new("cidr-subnet-place").with("base", net.first()).with("number", number).with("size", size).with("first", part.first())),
        ],
        panels: vec![
            Panel::Bits { rows: vec![bits("cidr-l-network", net.first(), prefix), bits("cidr-l-subnet", part.first(), prefix)] },
            listing(None, &[part]),
            code("cidr-l-terraform", vec![format!("cidrsubnet(\"{net}\", {newbits}, {number})")]),
        ],
        ..Outcome::default()
    })
}

/// `host NET N`: an address counted from 0, or from the end.
pub fn host(words: &mut Words<'_>) -> Read<Outcome> {
    let target = words.target()?;
    let net = target.net;
    let Some(word) = words.take() else { return Err(words.missing(Message::new("cidr-e-number-missing"))) };
    let Some(place) = index(word.text) else {
        return Err(refuse("E_NUMBER", word.range(), Message::new("cidr-e-number").with("text", excerpt(word.text))));
    };
    let Some(addr) = nth_addr(net, place) else {
        return Err(refuse("E_RANGE", word.range(), Message::new("cidr-e-host").with("net", net).with("size", net.size()).with("last", net.size().less(1))));
    };
    let id = if place.from_end { "cidr-host-back" } else { "cidr-host-forth" };
    let mut notices = notices([&target]);
    notices.extend(special(net, addr));
    Ok(Outcome {
        verdict: addr.to_string(),
        headline: Some(Message::new("cidr-host").with("index", word.text.to_owned()).with("net", net).with("addr", addr)),
        notices,
        steps: vec![step(Message::new(id).with("first", net.first()).with("last", net.last()).with("by", Size::from(place.by)).with("addr", addr))],
        panels: vec![
            Panel::Bits { rows: vec![bits("cidr-l-network", net.first(), net.prefix()), bits("cidr-l-address", addr, net.prefix())] },
            code("cidr-l-terraform", vec![format!("cidrhost(\"{net}\", {})", word.text)]),
        ],
        ..Outcome::default()
    })
}

/// That the address is none for a host.
fn special(net: Net, addr: Addr) -> Option<Notice> {
    let hosts = net.hosts();
    let id = match () {
        () if net.family() == Family::V4 && hosts.broadcast.is_some() && addr == net.first() => "cidr-n-network-address",
        () if hosts.broadcast == Some(addr) => "cidr-n-broadcast",
        () if aws_subnet(net) && aws_reserved(net).contains(&addr) => "cidr-n-aws-reserved",
        () => return None,
    };
    Some(Notice { code: None, message: Message::new(id).with("addr", addr).with("net", net) })
}
