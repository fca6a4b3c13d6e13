//! `class`: the classes of addresses as they were before 1993, and what they still explain.

use super::net::{Addr, Family, Net};
use super::read::{self, Read, refuse};
use super::say::{step, verdict};
use super::words::Words;
use crate::sim::{Cell, Outcome, Panel, Tone};
use crate::text::Message;

/// A class of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// A to E.
    pub letter: char,
    /// The network that the class made of the address; D and E have none.
    pub net: Option<Net>,
}

/// The class of an IPv4 address: its first bits decide.
#[must_use]
pub fn of(ip: Addr) -> Class {
    let ones = (0..4).take_while(|i| ip.bit(*i)).count();
    let (letter, prefix) = match ones {
        0 => ('A', Some(8)),
        1 => ('B', Some(16)),
        2 => ('C', Some(24)),
        3 => ('D', None),
        _ => ('E', None),
    };
    Class { letter, net: prefix.and_then(|p| Net::new(ip, p)) }
}

/// `class`: which class an address was of.
pub fn answer(words: &mut Words<'_>) -> Read<Outcome> {
    let Some(word) = words.take() else { return Err(words.missing(Message::new("cidr-e-addr"))) };
    let ip = read::addr(word)?;
    if ip.family() != Family::V4 {
        return Err(refuse("E_FAMILY", word.range(), Message::new("cidr-e-class-v6")));
    }
    let class = of(ip);
    let id = match class.letter {
        'D' => "cidr-class-d",
        'E' => "cidr-class-e",
        _ => "cidr-class",
    };
    let mut headline = Message::new(id).with("addr", ip).with("class", class.letter.to_string());
    if let Some(net) = class.net {
        headline = headline.with("net", net).with("mask", net.netmask());
    }
    let first = ip.bits() >> 24;
    Ok(Outcome {
        verdict: verdict(class.net.as_slice()),
        headline: Some(headline),
        steps: vec![
            step(Message::new("cidr-class-bits").with("first", first).with("bits", format!("{first:08b}")).with("class", class.letter.to_string())),
            step(Message::new("cidr-class-today")),
        ],
        panels: vec![table(class.letter)],
        ..Outcome::default()
    })
}

/// All five, the one asked for marked.
fn table(asked: char) -> Panel {
    let header = ["cidr-l-class", "cidr-l-begins", "cidr-l-range", "cidr-l-mask", "cidr-l-use"].map(Message::new).to_vec();
    let rows = [
        ('A', "0", "0.0.0.0 - 127.255.255.255", "/8", "cidr-class-use-a"),
        ('B', "10", "128.0.0.0 - 191.255.255.255", "/16", "cidr-class-use-b"),
        ('C', "110", "192.0.0.0 - 223.255.255.255", "/24", "cidr-class-use-c"),
        ('D', "1110", "224.0.0.0 - 239.255.255.255", "", "cidr-class-use-d"),
        ('E', "1111", "240.0.0.0 - 255.255.255.255", "", "cidr-class-use-e"),
    ];
    let row = |(letter, begins, range, mask, purpose): (char, &str, &str, &str, &'static str)| {
        let tone = if letter == asked { Tone::Strong } else { Tone::Muted };
        let cell = |text: &str| Cell::Text(text.to_owned(), tone);
        vec![cell(&letter.to_string()), cell(begins), cell(range), cell(mask), Cell::Message(Message::new(purpose), tone)]
    };
    Panel::Table { title: None, header, rows: rows.into_iter().map(row).collect() }
}
