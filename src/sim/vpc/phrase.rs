//! Rules, ports and lists as they are written.

use super::super::cidr::net::{Addr, Family, Net};
use super::super::cidr::read::{self, Piece, Read, hinted, mended, refuse};
use super::packet::{Ports, Proto};
use super::rules::{AclRule, GroupRule, Remote, Traffic};
use super::sheet::{Words, odd};
use crate::sim::Refusal;
use crate::text::{Message, excerpt};

/// `443` or `1024-65535`.
pub fn ports(word: Piece<'_>) -> Read<Ports> {
    let (low, high) = word.text.split_once('-').unwrap_or((word.text, word.text));
    let digits = |text: &str| text.parse::<u16>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    let (Some(low), Some(high)) = (digits(low), digits(high)) else {
        return Err(refuse("E_PORT", word.range(), Message::new("vpc-e-port").with("text", excerpt(word.text))));
    };
    if low > high {
        return Err(refuse("E_PORT_ORDER", word.range(), Message::new("vpc-e-port-order").with("low", high.to_string()).with("high", low.to_string())));
    }
    Ok(Ports { low, high })
}

/// The longest that an address with its mask can be, and some.
const LONGEST_ADDRESS: usize = 100;

fn short(word: Piece<'_>) -> Read<Piece<'_>> {
    if word.text.len() <= LONGEST_ADDRESS {
        return Ok(word);
    }
    Err(refuse("E_ADDRESS", word.range(), Message::new("vpc-e-address").with("text", excerpt(word.text))))
}

/// An address.
pub fn addr(word: Piece<'_>) -> Read<Addr> {
    read::addr(short(word)?)
}

/// A network, whose host bits are cleared as AWS does it.
pub fn net(word: Piece<'_>) -> Read<Net> {
    read::target(short(word)?).map(|t| t.net)
}

/// The destination of a route, whose length is written: a bare `0.0.0.0` would be one address, and hardly meant.
pub fn destination(word: Piece<'_>) -> Read<Net> {
    let target = read::target(short(word)?)?;
    if !target.bare {
        return Ok(target.net);
    }
    let whole = if target.addr == Net::all(target.addr.family()).first() { Net::all(target.addr.family()) } else { target.net };
    let refusal =
        hinted(refuse("E_BARE", word.range(), Message::new("vpc-e-bare").with("text", excerpt(word.text))), Message::new("vpc-h-bare").with("net", whole));
    Err(mended(refusal, word.range(), whole.to_string()))
}

/// The parts of a list, without empty ones at the end.
pub fn parts(list: Piece<'_>, separator: char) -> impl Iterator<Item = Piece<'_>> {
    list.split(separator).map(|p| p.trim()).filter(|p| !p.text.is_empty())
}

/// `tcp 443`, `all`, `icmp 8/0`: up to a word that is none of it.
fn traffic(words: &mut Words<'_>) -> Read<Traffic> {
    let word = words.need("vpc-w-proto")?;
    if word.text.eq_ignore_ascii_case("all") {
        if let Some(ports) = words.peek().filter(|w| w.text.starts_with(|c: char| c.is_ascii_digit()) && !w.text.contains(['.', ':', '/'])) {
            return Err(hinted(refuse("E_PORT", ports.range(), Message::new("vpc-e-all-ports")), Message::new("vpc-h-all-ports")));
        }
        return Ok(Traffic::ANY);
    }
    let number = word.text.bytes().all(|b| b.is_ascii_digit());
    if let Some(next) = words.peek().filter(|w| number && ["tcp", "udp"].iter().any(|p| w.text.eq_ignore_ascii_case(p))) {
        let whole = word.at..next.range().end;
        let refusal = hinted(
            refuse("E_ORDER", whole.clone(), Message::new("vpc-e-order")),
            Message::new("vpc-h-order").with("right", format!("{} {}", next.text, word.text)),
        );
        return Err(mended(refusal, whole, format!("{} {}", next.text, word.text)));
    }
    let proto = Proto::read(word.text).ok_or_else(|| odd(word, &["tcp", "udp", "icmp", "all"]))?;
    let more = words.peek().filter(|w| w.text.starts_with(|c: char| c.is_ascii_digit()) && !w.text.contains(['.', ':']));
    let mut traffic = Traffic { proto: Some(proto), ..Traffic::ANY };
    if let Some(name) =
        words.peek().filter(|w| proto.has_ports() && w.text.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_preposition(w.text) && !w.text.contains(':'))
    {
        return Err(named(name));
    }
    let Some(more) = more else { return Ok(traffic) };
    words.take();
    match proto {
        Proto::Tcp | Proto::Udp => traffic.ports = ports(more)?,
        Proto::Icmp => traffic.icmp = icmp(more)?,
        Proto::Other(_) => return Err(refuse("E_PORT", more.range(), Message::new("vpc-e-no-ports").with("proto", proto.to_string()))),
    }
    Ok(traffic)
}

fn is_preposition(word: &str) -> bool {
    ["from", "to"].iter().any(|p| word.eq_ignore_ascii_case(p))
}

/// A refusal of a name in the place of a port, with the port that usually goes by it.
fn named(word: Piece<'_>) -> Box<Refusal> {
    const KNOWN: [(&str, &str); 8] =
        [("ssh", "22"), ("dns", "53"), ("http", "80"), ("https", "443"), ("mysql", "3306"), ("rdp", "3389"), ("postgresql", "5432"), ("redis", "6379")];
    let refusal = refuse("E_PORT", word.range(), Message::new("vpc-e-port").with("text", excerpt(word.text)));
    match KNOWN.iter().find(|(name, _)| name.eq_ignore_ascii_case(word.text)) {
        Some((_, port)) => mended(hinted(refusal, Message::new("vpc-h-port").with("port", *port)), word.range(), *port),
        None => refusal,
    }
}

fn icmp(word: Piece<'_>) -> Read<(Option<u8>, Option<u8>)> {
    let number = |text: &str| text.parse::<u8>().map_err(|_| refuse("E_ICMP", word.range(), Message::new("vpc-e-icmp").with("text", excerpt(word.text))));
    match word.text.split_once('/') {
        Some((kind, code)) => Ok((Some(number(kind)?), Some(number(code)?))),
        None => Ok((Some(number(word.text)?), None)),
    }
}

/// `100 allow tcp 443 0.0.0.0/0`.
pub fn acl_rule(words: &mut Words<'_>) -> Read<AclRule> {
    let word = words.need("vpc-w-number")?;
    let number = word.text.parse::<u16>().ok().filter(|n| (1..=32766).contains(n));
    let number = number.ok_or_else(|| refuse("E_RULE_NUMBER", word.range(), Message::new("vpc-e-rule-number").with("text", excerpt(word.text))))?;
    let word = words.need("vpc-w-action")?;
    let allow = match word.text {
        "allow" => true,
        "deny" => false,
        _ => return Err(odd(word, &["allow", "deny"])),
    };
    let traffic = traffic(words)?;
    if !words.eat("from") {
        words.eat("to");
    }
    let remote = net(words.need("vpc-w-net")?)?;
    words.done()?;
    Ok(AclRule { number, allow, traffic, remote })
}

/// `tcp 443 from sg-app`; `find` knows groups and prefix lists by name.
pub fn group_rule(words: &mut Words<'_>, preposition: &'static str, find: impl Fn(Piece<'_>) -> Read<Remote>) -> Read<GroupRule> {
    if let Some(deny) = words.peek().filter(|w| w.text.eq_ignore_ascii_case("deny")) {
        return Err(hinted(refuse("E_SG_DENY", deny.range(), Message::new("vpc-e-sg-deny")), Message::new("vpc-h-sg-deny")));
    }
    words.eat("allow");
    let traffic = traffic(words)?;
    words.keyword(preposition)?;
    let word = words.need("vpc-w-net")?;
    words.done()?;
    let looks_like_net = word.text.contains('/') || word.text.contains(':') || word.text.starts_with(|c: char| c.is_ascii_digit());
    let remote = if looks_like_net { Remote::Net(net(word)?) } else { find(word)? };
    Ok(GroupRule { traffic, remote })
}

/// A group that says nothing of what goes out lets everything out.
#[must_use]
pub fn everything() -> Vec<GroupRule> {
    [Family::V4, Family::V6].map(|family| GroupRule { traffic: Traffic::ANY, remote: Remote::Net(Net::all(family)) }).to_vec()
}
