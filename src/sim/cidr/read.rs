//! Reading addresses and networks, with a place and a reason for everything that is wrong.
//!
//! The standard library decides what an address is. Only when it refuses is the text looked at
//! again, to find out why.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

use super::net::{Addr, Family, Net};
use crate::sim::{Change, Refusal};
use crate::text::{self, Message, excerpt};

/// What was read, or why it could not be.
pub type Read<T> = Result<T, Box<Refusal>>;

/// A piece of a scenario and the byte at which it begins there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'s> {
    /// The text.
    pub text: &'s str,
    /// Where it begins.
    pub at: usize,
}

/// A network as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The address before the slash.
    pub addr: Addr,
    /// The network that holds it.
    pub net: Net,
    /// Whether no prefix length was written.
    pub bare: bool,
    /// Where it stands.
    pub at: Range<usize>,
}

impl<'s> Piece<'s> {
    /// A whole text.
    #[must_use]
    pub fn whole(text: &'s str) -> Piece<'s> {
        Piece { text, at: 0 }
    }

    /// Its bytes in the scenario.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// The part of it between two of its bytes.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Piece<'s> {
        Piece { text: self.text.get(range.clone()).unwrap_or_default(), at: self.at + range.start }
    }

    /// The parts between `separator`, empty ones too.
    pub fn split(self, separator: char) -> impl Iterator<Item = Piece<'s>> {
        let mut at = self.at;
        self.text.split(separator).map(move |text| {
            let piece = Piece { text, at };
            at += text.len() + separator.len_utf8();
            piece
        })
    }

    /// It without spaces around.
    #[must_use]
    pub fn trim(&self) -> Piece<'s> {
        let start = self.text.len() - self.text.trim_start().len();
        Piece { text: self.text.trim(), at: self.at + start }
    }
}

impl Target {
    /// Whether the address is not the first of its network.
    #[must_use]
    pub fn has_host_bits(&self) -> bool {
        self.addr != self.net.first()
    }
}

/// A refusal at `at`.
pub fn refuse(code: &'static str, at: Range<usize>, message: Message) -> Box<Refusal> {
    Box::new(Refusal { code, at, message, hint: None, mend: None })
}

/// Adds a hint.
pub fn hinted(mut refusal: Box<Refusal>, hint: Message) -> Box<Refusal> {
    refusal.hint = Some(hint);
    refusal
}

/// Adds a mend that puts `text` in the place of what is refused.
pub fn mended(mut refusal: Box<Refusal>, range: Range<usize>, text: impl Into<String>) -> Box<Refusal> {
    refusal.mend = Some(Change { range, text: text.into() });
    refusal
}

/// Reads `10.0.0.0/16`, `10.0.0.0/255.255.0.0`, `2001:db8::/32` or a bare address.
pub fn target(piece: Piece<'_>) -> Read<Target> {
    ascii(piece)?;
    let mut parts = piece.split('/');
    let address = parts.next().unwrap_or(piece);
    let (prefix, more) = (parts.next(), parts.next());
    if address.text.is_empty() && prefix.is_some() {
        return Err(hinted(refuse("E_EMPTY_ADDRESS", piece.range(), Message::new("cidr-e-empty-address")), Message::new("cidr-h-target")));
    }
    let addr = addr(address)?;
    if let Some(more) = more {
        return Err(refuse("E_TRAILING", more.at - 1..piece.range().end, Message::new("cidr-e-second-slash")));
    }
    let len = prefix.map(|p| prefix_len(p, addr.family())).transpose()?;
    let net = Net::new(addr, len.unwrap_or(addr.family().width())).unwrap_or(Net::of(addr));
    Ok(Target { addr, net, bare: len.is_none(), at: piece.range() })
}

/// Reads an address without a prefix length.
pub fn addr(piece: Piece<'_>) -> Read<Addr> {
    ascii(piece)?;
    if let Ok(ip) = piece.text.parse::<Ipv4Addr>() {
        return Ok(ip.into());
    }
    if let Ok(ip) = piece.text.parse::<Ipv6Addr>() {
        return Ok(ip.into());
    }
    Err(if piece.text.contains(':') { why_not_v6(piece) } else { why_not_v4(piece) })
}

/// Reads what follows the slash: a length, or in IPv4 a netmask.
pub fn prefix_len(piece: Piece<'_>, family: Family) -> Read<u8> {
    ascii(piece)?;
    let text = piece.text;
    if text.is_empty() {
        return Err(hinted(refuse("E_EMPTY_PREFIX", piece.at.saturating_sub(1)..piece.at, Message::new("cidr-e-empty-prefix")), Message::new("cidr-h-target")));
    }
    if text.contains('.') {
        return match family {
            Family::V4 => netmask(piece),
            Family::V6 => Err(hinted(refuse("E_FAMILY", piece.range(), Message::new("cidr-e-mask-v6")), Message::new("cidr-h-plen-v6"))),
        };
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 {
        return Err(refuse("E_PLEN_DIGIT", piece.range(), Message::new("cidr-e-plen-digit").with("text", excerpt(text))));
    }
    if digits < text.len() {
        let rest = piece.part(digits..text.len());
        return Err(refuse("E_TRAILING", rest.range(), Message::new("cidr-e-trailing").with("text", excerpt(rest.text))));
    }
    if text.len() > 1 && text.starts_with('0') {
        let plain = text.trim_start_matches('0');
        let plain = if plain.is_empty() { "0" } else { plain };
        return Err(mended(refuse("E_LEADING_ZERO", piece.range(), Message::new("cidr-e-plen-zero").with("text", excerpt(text))), piece.range(), plain));
    }
    text.parse().ok().filter(|len| *len <= family.width()).ok_or_else(|| {
        let message = Message::new("cidr-e-plen-range").with("text", excerpt(text)).with("max", family.width()).with("family", family.number());
        refuse("E_PLEN_RANGE", piece.range(), message)
    })
}

fn netmask(piece: Piece<'_>) -> Read<u8> {
    let mask = addr(piece)?;
    let word = u32::try_from(mask.bits()).unwrap_or_default();
    if word.leading_ones() == word.count_ones() {
        return Ok(u8::try_from(word.count_ones()).unwrap_or_default());
    }
    if (!word).leading_ones() == (!word).count_ones() {
        let meant = Ipv4Addr::from_bits(!word).to_string();
        let refusal = refuse("E_WILDCARD", piece.range(), Message::new("cidr-e-wildcard"));
        let hint = Message::new("cidr-h-wildcard").with("mask", meant.clone()).with("len", word.count_zeros());
        return Err(mended(hinted(refusal, hint), piece.range(), meant));
    }
    let message = Message::new("cidr-e-mask-gap").with("bits", gap(word));
    Err(hinted(refuse("E_MASK_GAP", piece.range(), message), Message::new("cidr-h-mask")))
}

/// The mask in binary with the first 1 that follows a 0 in brackets.
fn gap(mask: u32) -> String {
    let ones = mask.leading_ones();
    let first = ones + (mask << ones).leading_zeros();
    let mut out = String::new();
    for at in 0..32 {
        if at > 0 && at % 8 == 0 {
            out.push('.');
        }
        let bit = if mask >> (31 - at) & 1 == 1 { '1' } else { '0' };
        if at == first {
            out.extend(['[', bit, ']']);
        } else {
            out.push(bit);
        }
    }
    out
}

/// Refuses what is not ASCII; offers the ASCII form of full-width characters.
pub fn ascii(piece: Piece<'_>) -> Read<()> {
    let Some((at, first)) = piece.text.char_indices().find(|(_, c)| !c.is_ascii()) else { return Ok(()) };
    let end = piece.text[at..].char_indices().find(|(_, c)| c.is_ascii()).map_or(piece.text.len(), |(i, _)| at + i);
    let odd = piece.part(at..end);
    let refusal = refuse("E_NON_ASCII", odd.range(), Message::new("cidr-e-non-ascii").with("char", excerpt(&first.to_string())));
    let plain: String = piece.text.chars().map(half_width).collect();
    if !plain.is_ascii() {
        return Err(refusal);
    }
    let hint = Message::new("cidr-h-non-ascii").with("text", plain.clone());
    Err(mended(hinted(refusal, hint), piece.range(), plain))
}

/// The ASCII character that a full-width form or a look-alike stands for.
pub fn half_width(c: char) -> char {
    match c {
        '。' => '.',
        '、' => ',',
        '–' | '—' | '−' => '-',
        '∕' | '⁄' => '/',
        c => text::half_width(c),
    }
}

fn why_not_v4(piece: Piece<'_>) -> Box<Refusal> {
    if piece.text.is_empty() {
        return hinted(refuse("E_EMPTY_ADDRESS", piece.range(), Message::new("cidr-e-empty-address")), Message::new("cidr-h-target"));
    }
    let octets: Vec<Piece<'_>> = piece.split('.').collect();
    if let Some(refusal) = octets.iter().enumerate().find_map(|(i, octet)| why_not_octet(*octet, i + 1)) {
        return refusal;
    }
    let message = Message::new("cidr-e-parts").with("count", octets.len());
    hinted(refuse("E_PARTS", piece.range(), message), Message::new("cidr-h-parts"))
}

fn why_not_octet(octet: Piece<'_>, place: usize) -> Option<Box<Refusal>> {
    let text = octet.text;
    if text.is_empty() {
        // The dot before stands for what is not there.
        return Some(refuse("E_PARTS", octet.at.saturating_sub(1)..octet.at, Message::new("cidr-e-empty-octet").with("place", place)));
    }
    let said = |id| Message::new(id).with("place", place).with("text", excerpt(text));
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        let refusal = refuse("E_DIGIT", octet.range(), said("cidr-e-digit"));
        return Some(if text.starts_with("0x") { hinted(refusal, Message::new("cidr-h-hex")) } else { refusal });
    }
    if text.len() > 1 && text.starts_with('0') {
        return Some(hinted(refuse("E_LEADING_ZERO", octet.range(), said("cidr-e-leading-zero")), Message::new("cidr-h-leading-zero")));
    }
    text.parse::<u8>().is_err().then(|| refuse("E_OCTET", octet.range(), said("cidr-e-octet")))
}

fn why_not_v6(piece: Piece<'_>) -> Box<Refusal> {
    let text = piece.text;
    if let Some(at) = text.find('%') {
        return refuse("E_V6_ZONE", piece.part(at..text.len()).range(), Message::new("cidr-e-v6-zone"));
    }
    let doubles: Vec<usize> = text.match_indices("::").map(|(at, _)| at).collect();
    if let Some(at) = text.find(":::").map(|at| at..at + 3).or_else(|| doubles.get(1).map(|at| *at..at + 2)) {
        let refusal = refuse("E_V6_DOUBLE_COLON", piece.part(at).range(), Message::new("cidr-e-v6-double-colon"));
        return hinted(refusal, Message::new("cidr-h-v6-double-colon"));
    }
    let groups: Vec<Piece<'_>> = piece.split(':').collect();
    if let Some(refusal) = groups.iter().enumerate().find_map(|(i, group)| why_not_group(*group, i + 1 == groups.len())) {
        return refusal;
    }
    if doubles.is_empty() && (text.starts_with(':') || text.ends_with(':')) {
        let at = if text.starts_with(':') { 0..1 } else { text.len() - 1..text.len() };
        return refuse("E_V6_GROUP", piece.part(at).range(), Message::new("cidr-e-v6-lone-colon"));
    }
    let count: usize = groups.iter().filter(|g| !g.text.is_empty()).map(|g| if g.text.contains('.') { 2 } else { 1 }).sum();
    let id = if doubles.is_empty() { "cidr-e-v6-count" } else { "cidr-e-v6-too-many" };
    hinted(refuse("E_V6_GROUP", piece.range(), Message::new(id).with("count", count)), Message::new("cidr-h-v6-count"))
}

fn why_not_group(group: Piece<'_>, last: bool) -> Option<Box<Refusal>> {
    let text = group.text;
    let said = |id| Message::new(id).with("text", excerpt(text));
    if text.contains('.') {
        let bad = || hinted(refuse("E_V6_GROUP", group.range(), said("cidr-e-v6-embedded")), Message::new("cidr-h-v6-embedded"));
        return match text.parse::<Ipv4Addr>() {
            Ok(_) if last => None,
            Ok(_) => Some(bad()),
            Err(_) => Some(why_not_v4(group)),
        };
    }
    if let Some(odd) = text.find(|c: char| !c.is_ascii_hexdigit()) {
        return Some(refuse("E_V6_GROUP", group.part(odd..text.len()).range(), said("cidr-e-v6-digit")));
    }
    (text.len() > 4).then(|| refuse("E_V6_GROUP", group.range(), said("cidr-e-v6-long")))
}
