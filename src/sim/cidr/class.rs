//! `class`: the classes of addresses as they were before 1993, and what they still explain.

use super::net::{Addr, Family, Net};
use super::read::{self, Read, refuse};
use super::say::{step, verdict};
use super::words::Words;
use crate::sim::{Cell, Outcome, Panel, Tone};
use crate::text::Message;

/// The classes.
pub const LETTERS: [&str; 5] = ["A", "B", "C", "D", "E"];

/// The letter of an IPv4 address's class: the ones that it begins with decide.
#[must_use]
pub fn letter(ip: Addr) -> &'static str {
    LETTERS[(0..4).take_while(|i| ip.bit(*i)).count()]
}

/// The network that the class made of an address; D and E have none.
#[must_use]
pub fn network(ip: Addr) -> Option<Net> {
    let prefix = match letter(ip) {
        "A" => 8,
        "B" => 16,
        "C" => 24,
        _ => return None,
    };
    Net::new(ip, prefix)
}

/// The first octets of a class.
#[must_use]
pub fn range(letter: &str) -> &'static str {
    match letter {
        "A" => "0-127",
        "B" => "128-191",
        "C" => "192-223",
        "D" => "224-239",
        _ => "240-255",
    }
}

/// `class`: which class an address was of.
pub fn answer(words: &mut Words<'_>) -> Read<Outcome> {
    let Some(word) = words.take() else { return Err(words.missing(Message::new("cidr-e-addr"))) };
    let ip = read::addr(word)?;
    if ip.family() != Family::V4 {
        return Err(refuse("E_FAMILY", word.range(), Message::new("cidr-e-class-v6")));
    }
    let letter = letter(ip);
    let net = network(ip);
    let id = match letter {
        "D" => "cidr-class-d",
        "E" => "cidr-class-e",
        _ => "cidr-class",
    };
    let mut headline = Message::new(id).with("addr", ip).with("class", letter);
    if let Some(net) = net {
        headline = headline.with("net", net).with("mask", net.netmask());
    }
    let first = ip.bits() >> 24;
    Ok(Outcome {
        verdict: verdict(net.as_slice()),
        headline: Some(headline),
        steps: vec![
            step(Message::new("cidr-class-bits").with("first", first).with("bits", format!("{first:08b}")).with("class", letter)),
            step(Message::new("cidr-class-today")),
        ],
        panels: vec![table(letter)],
        ..Outcome::default()
    })
}

/// All five, the one asked for marked.
fn table(asked: &str) -> Panel {
    let header = ["cidr-l-class", "cidr-l-begins", "cidr-l-range", "cidr-l-mask", "cidr-l-use"].map(Message::new).to_vec();
    let rows = [
        ("A", "0", "0.0.0.0 - 127.255.255.255", "/8", "cidr-class-use-a"),
        ("B", "10", "128.0.0.0 - 191.255.255.255", "/16", "cidr-class-use-b"),
        ("C", "110", "192.0.0.0 - 223.255.255.255", "/24", "cidr-class-use-c"),
        ("D", "1110", "224.0.0.0 - 239.255.255.255", "", "cidr-class-use-d"),
        ("E", "1111", "240.0.0.0 - 255.255.255.255", "", "cidr-class-use-e"),
    ];
    let row = |(letter, begins, range, mask, purpose): (&str, &str, &str, &str, &'static str)| {
        let tone = if letter == asked { Tone::Strong } else { Tone::Muted };
        let cell = |text: &str| Cell::Text(text.to_owned(), tone);
        vec![cell(letter), cell(begins), cell(range), cell(mask), Cell::Message(Message::new(purpose), tone)]
    };
    Panel::Table { title: None, header, rows: rows.into_iter().map(row).collect() }
}
