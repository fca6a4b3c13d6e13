//! `split`: a network in equal parts, or in blocks as large as their hosts need.

use super::fit::{Fit, Wish};
use super::net::Net;
use super::read::{Read, Target, refuse};
use super::rules::{AWS, PLAIN};
use super::say::{MOST_ROWS, code, more, notices, number, prefix_for, step, text};
use super::size::Size;
use super::words::Words;
use crate::sim::{Cell, Outcome, Panel, Step, Tone};
use crate::text::Message;

const INTO: &[&str] = &["into", "개수"];
const HOSTS: &[&str] = &["hosts", "호스트"];

/// `split NET /LEN`, `split NET into N`, `split NET hosts N,N [aws]`.
pub fn split(words: &mut Words<'_>) -> Read<Outcome> {
    let target = words.target()?;
    if words.eat(INTO) {
        return into(words, &target);
    }
    if words.eat(HOSTS) {
        return by_hosts(words, &target);
    }
    if words.is_empty() {
        return Err(words.missing(Message::new("cidr-e-split")));
    }
    let net = target.net;
    let (prefix, at) = words.slash(net)?;
    let count = net.parts(prefix).ok_or_else(|| refuse("E_RANGE", at, Message::new("cidr-e-split-range").with("net", net).with("prefix", prefix)))?;
    let headline =
        Message::new("cidr-split").with("net", net).with("count", count).with("prefix", prefix).with("size", Size::power(net.family().width() - prefix));
    Ok(parted(&target, prefix, count, headline, vec![by_bits(net, prefix, count)]))
}

fn into(words: &mut Words<'_>, target: &Target) -> Read<Outcome> {
    let net = target.net;
    let (wanted, at) = words.number()?;
    let Some(prefix) = prefix_for(net, wanted) else {
        return Err(refuse("E_RANGE", at, Message::new("cidr-e-split-into").with("net", net).with("count", wanted)));
    };
    let made = net.parts(prefix).unwrap_or_default();
    let spare = made.less(wanted);
    let headline = Message::new("cidr-split-into").with("net", net).with("wanted", wanted).with("prefix", prefix).with("made", made).with("spare", spare);
    let power = step(Message::new("cidr-split-power").with("wanted", wanted).with("made", made).with("bits", prefix - net.prefix()));
    Ok(parted(target, prefix, Size::from(wanted), headline, vec![power, by_bits(net, prefix, made)]))
}

fn by_bits(net: Net, prefix: u8, count: Size) -> Step {
    step(Message::new("cidr-split-bits").with("from", net.prefix()).with("to", prefix).with("bits", prefix - net.prefix()).with("count", count))
}

/// The outcome of a split of which the first `count` parts are the answer.
fn parted(target: &Target, prefix: u8, count: Size, headline: Message, mut steps: Vec<Step>) -> Outcome {
    let net = target.net;
    let size = Size::power(net.family().width() - prefix);
    steps.push(step(Message::new("cidr-split-stride").with("size", size).with("first", net.first())));
    let newbits = prefix - net.prefix();
    let terraform = format!("[for i in range({count}) : cidrsubnet(\"{net}\", {newbits}, i)]");
    Outcome {
        verdict: verdict(net, prefix, count),
        headline: Some(headline),
        notices: notices([target]),
        steps,
        panels: vec![table(net, prefix, count), code("cidr-l-terraform", vec![terraform])],
        ..Outcome::default()
    }
}

/// The first parts and the last, with the number of those between.
struct Ends {
    first: Vec<(u128, Net)>,
    between: Size,
    last: Option<(u128, Net)>,
}

fn ends(net: Net, prefix: u8, count: Size) -> Ends {
    const FEW: u128 = 15;
    let part = |index| net.part(prefix, index).map(|n| (index, n));
    match count.number() {
        Some(n) if n <= MOST_ROWS as u128 => Ends { first: (0..n).filter_map(part).collect(), between: Size::default(), last: None },
        _ => Ends { first: (0..FEW).filter_map(part).collect(), between: count.less(FEW + 1), last: count.less(1).number().and_then(part) },
    }
}

fn verdict(net: Net, prefix: u8, count: Size) -> String {
    let ends = ends(net, prefix, count);
    let mut words: Vec<String> = ends.first.iter().map(|(_, n)| n.to_string()).collect();
    if let Some((_, last)) = ends.last {
        words.extend(["...".to_owned(), last.to_string()]);
    }
    if words.is_empty() { "none".to_owned() } else { words.join(" ") }
}

fn table(net: Net, prefix: u8, count: Size) -> Panel {
    let header = ["cidr-l-index", "cidr-l-network", "cidr-l-first", "cidr-l-last", "cidr-l-hosts"].map(Message::new).to_vec();
    let row = |(index, part): &(u128, Net)| vec![number(index), text(part), text(part.first()), text(part.last()), number(part.hosts().count)];
    let ends = ends(net, prefix, count);
    let mut rows: Vec<Vec<Cell>> = ends.first.iter().map(row).collect();
    if let Some(last) = &ends.last {
        rows.push(more(ends.between));
        rows.push(row(last));
    }
    Panel::Table { title: None, header, rows }
}

fn by_hosts(words: &mut Words<'_>, target: &Target) -> Read<Outcome> {
    let mut hosts = vec![words.number()?];
    while words.peek().is_some_and(|w| w.text.bytes().all(|b| b.is_ascii_digit())) {
        hosts.push(words.number()?);
    }
    let aws = words.eat(&["aws"]);
    let (reserve, net) = (if aws { AWS } else { PLAIN }, target.net);
    let mut wishes = Vec::new();
    for (hosts, at) in hosts {
        let prefix = reserve.prefix_for(net.family(), hosts);
        let prefix = prefix.ok_or_else(|| refuse("E_RANGE", at, Message::new("cidr-e-hosts").with("hosts", hosts).with("family", net.family().number())))?;
        wishes.push(Wish { hosts, prefix });
    }
    let fit = Fit { net, reserve, aws, wishes };
    let mut outcome = fit.outcome();
    outcome.notices = notices([target]);
    if outcome.verdict == "none" {
        outcome.fixes.extend(fit.larger().and_then(|larger| words.fix(Message::new("cidr-fix-larger").with("net", larger), fit.line(larger))));
    }
    Ok(outcome)
}

/// A cell with a share in tenths of a percent.
pub fn share(part: Size, whole: Size) -> Cell {
    Cell::Number(format!("{} %", tenths(part, whole)))
}

/// A share of two sizes in percent with one decimal, rounded.
fn tenths(part: Size, whole: Size) -> String {
    // 2^128 and sizes near it are halved until a thousand times as much fits.
    let halve = |size: Size| size.number().map_or(1 << 112, |n| n >> 16);
    let (mut a, mut b) = (part, whole);
    if b.number().is_none_or(|n| n > u128::MAX / 1000) {
        (a, b) = (Size::from(halve(a)), Size::from(halve(b)));
    }
    let b = b.number().unwrap_or(1).max(1);
    let tenths = (a.number().unwrap_or(0).saturating_mul(1000) + b / 2) / b;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A row that sums up.
pub fn muted(message: Message) -> Cell {
    Cell::Message(message, Tone::Muted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_to_a_tenth() {
        for (part, whole, shown) in [(1, 3, "33.3"), (0, 8, "0.0"), (8, 8, "100.0"), (1 << 126, 1 << 127, "50.0")] {
            assert_eq!(tenths(Size::from(part), Size::from(whole)), shown);
        }
        assert_eq!(tenths(Size::power(127), Size::WHOLE), "50.0");
    }
}
