use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::size::Size;

/// Which of the two kinds of address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// 32 bits.
    V4,
    /// 128 bits.
    V6,
}

/// An address; addresses of a family are ordered as numbers, IPv4 before IPv6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Addr {
    family: Family,
    bits: u128,
}

/// A network: a first address whose host bits are zero, and a prefix length. A larger one comes before those inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Net {
    base: Addr,
    len: u8,
}

/// How two networks lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same network.
    Equal,
    /// The first holds the second.
    Contains,
    /// The first lies within the second.
    Within,
    /// They share no address.
    Disjoint,
}

/// The addresses of a network that hosts may have, outside any cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hosts {
    /// The lowest.
    pub first: Addr,
    /// The highest.
    pub last: Addr,
    /// How many.
    pub count: Size,
    /// The broadcast address: none in IPv6, in a /31 (RFC 3021) and in a /32.
    pub broadcast: Option<Addr>,
}

impl Family {
    /// The number of bits of an address.
    #[must_use]
    pub const fn width(self) -> u8 {
        match self {
            Family::V4 => 32,
            Family::V6 => 128,
        }
    }

    /// 4 or 6.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Family::V4 => 4,
            Family::V6 => 6,
        }
    }

    const fn ones(self) -> u128 {
        host_mask(self, 0)
    }
}

/// The bits that a prefix of `len` leaves to hosts, as ones; a length beyond the width leaves none.
const fn host_mask(family: Family, len: u8) -> u128 {
    match family.width().saturating_sub(len) {
        128 => u128::MAX,
        free => (1 << free) - 1,
    }
}

impl Addr {
    /// The address that is `bits` as a number, if the family has so many bits.
    #[must_use]
    pub fn new(family: Family, bits: u128) -> Option<Addr> {
        (bits <= family.ones()).then_some(Addr { family, bits })
    }

    /// Its family.
    #[must_use]
    pub const fn family(self) -> Family {
        self.family
    }

    /// The address as a number.
    #[must_use]
    pub const fn bits(self) -> u128 {
        self.bits
    }

    /// The address `by` further, if there is one.
    #[must_use]
    pub fn plus(self, by: u128) -> Option<Addr> {
        Addr::new(self.family, self.bits.checked_add(by)?)
    }

    /// The address `by` back, if there is one.
    #[must_use]
    pub fn minus(self, by: u128) -> Option<Addr> {
        Addr::new(self.family, self.bits.checked_sub(by)?)
    }

    /// The address in the form of the standard library.
    #[must_use]
    pub fn ip(self) -> IpAddr {
        match self.family {
            #[expect(clippy::cast_possible_truncation, reason = "an IPv4 address has 32 bits")]
            Family::V4 => IpAddr::V4(Ipv4Addr::from_bits(self.bits as u32)),
            Family::V6 => IpAddr::V6(Ipv6Addr::from_bits(self.bits)),
        }
    }

    /// The octets, most significant first: 4 or 16.
    #[must_use]
    pub fn octets(self) -> Vec<u8> {
        match self.ip() {
            IpAddr::V4(ip) => ip.octets().to_vec(),
            IpAddr::V6(ip) => ip.octets().to_vec(),
        }
    }

    /// Bit number `at`, 0 being the most significant.
    #[must_use]
    pub const fn bit(self, at: u8) -> bool {
        at < self.family.width() && self.bits >> (self.family.width() - 1 - at) & 1 == 1
    }

    /// Every digit written out: eight groups of four for IPv6.
    #[must_use]
    pub fn expanded(self) -> String {
        match self.ip() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => ip.segments().map(|group| format!("{group:04x}")).join(":"),
        }
    }

    /// The name that a reverse look-up asks for.
    #[must_use]
    pub fn reverse_name(self) -> String {
        match self.ip() {
            IpAddr::V4(ip) => {
                let [a, b, c, d] = ip.octets();
                format!("{d}.{c}.{b}.{a}.in-addr.arpa")
            }
            IpAddr::V6(_) => (0..32).map(|i| format!("{:x}.", self.bits >> (4 * i) & 0xf)).collect::<String>() + "ip6.arpa",
        }
    }
}

impl Net {
    /// The network of that prefix length which holds `addr`; `None` if the family has no such length.
    #[must_use]
    pub fn new(addr: Addr, len: u8) -> Option<Net> {
        (len <= addr.family.width()).then(|| Net { base: Addr { bits: addr.bits & !host_mask(addr.family, len), ..addr }, len })
    }

    /// The network of one address.
    #[must_use]
    pub const fn of(addr: Addr) -> Net {
        Net { base: addr, len: addr.family.width() }
    }

    /// The whole family: `0.0.0.0/0` or `::/0`.
    #[must_use]
    pub const fn all(family: Family) -> Net {
        Net { base: Addr { family, bits: 0 }, len: 0 }
    }

    /// The family of its addresses.
    #[must_use]
    pub const fn family(self) -> Family {
        self.base.family
    }

    /// The prefix length.
    #[must_use]
    pub const fn prefix(self) -> u8 {
        self.len
    }

    /// Whether it is a whole family, which has no parent.
    #[must_use]
    pub const fn is_all(self) -> bool {
        self.len == 0
    }

    /// The number of bits left to hosts.
    #[must_use]
    pub const fn host_bits(self) -> u8 {
        self.base.family.width() - self.len
    }

    /// The first address.
    #[must_use]
    pub const fn first(self) -> Addr {
        self.base
    }

    /// The last address.
    #[must_use]
    pub const fn last(self) -> Addr {
        Addr { family: self.base.family, bits: self.base.bits | host_mask(self.base.family, self.len) }
    }

    /// The netmask as an address.
    #[must_use]
    pub const fn netmask(self) -> Addr {
        Addr { family: self.base.family, bits: self.base.family.ones() & !host_mask(self.base.family, self.len) }
    }

    /// The netmask turned round, as access lists of routers take it.
    #[must_use]
    pub const fn wildcard(self) -> Addr {
        Addr { family: self.base.family, bits: host_mask(self.base.family, self.len) }
    }

    /// How many addresses it holds.
    #[must_use]
    pub const fn size(self) -> Size {
        Size::power(self.host_bits())
    }

    /// The addresses that hosts may have: all but the first and last of an IPv4 network larger than a /31.
    #[must_use]
    pub fn hosts(self) -> Hosts {
        let all = Hosts { first: self.first(), last: self.last(), count: self.size(), broadcast: None };
        if self.family() == Family::V6 || self.host_bits() < 2 {
            return all;
        }
        let (Some(first), Some(last)) = (self.first().plus(1), self.last().minus(1)) else { return all };
        Hosts { first, last, count: self.size().less(2), broadcast: Some(self.last()) }
    }

    /// Whether `addr` is one of its addresses.
    #[must_use]
    pub fn holds(self, addr: Addr) -> bool {
        Net::new(addr, self.len) == Some(self) // a length that the other family lacks is no match either
    }

    /// Whether every address of `other` is one of its own.
    #[must_use]
    pub fn covers(self, other: Net) -> bool {
        self.len <= other.len && self.holds(other.base)
    }

    /// How it lies to `other`; networks never overlap in part.
    #[must_use]
    pub fn relation(self, other: Net) -> Relation {
        match (self.covers(other), other.covers(self)) {
            (true, true) => Relation::Equal,
            (true, false) => Relation::Contains,
            (false, true) => Relation::Within,
            (false, false) => Relation::Disjoint,
        }
    }

    /// Whether they share an address.
    #[must_use]
    pub fn overlaps(self, other: Net) -> bool {
        self.relation(other) != Relation::Disjoint
    }

    /// The network of the shorter length `len` that holds it.
    #[must_use]
    pub fn supernet(self, len: u8) -> Option<Net> {
        if len <= self.len { Net::new(self.base, len) } else { None }
    }

    /// The network twice its size that holds it.
    #[must_use]
    pub fn parent(self) -> Option<Net> {
        Net::new(self.base, self.len.checked_sub(1)?)
    }

    /// The other half of its parent.
    #[must_use]
    pub fn sibling(self) -> Option<Net> {
        let parent = self.parent()?;
        parent.halves().into_iter().flatten().find(|half| *half != self)
    }

    /// Its two halves, the lower first.
    #[must_use]
    pub fn halves(self) -> Option<[Net; 2]> {
        let len = self.len + 1;
        let low = Net::new(self.base, len)?;
        Some([low, Net { base: Addr { bits: self.base.bits | (host_mask(self.family(), len) + 1), ..self.base }, len }])
    }

    /// How many networks of prefix length `len` it holds; `None` if that is no longer a part of it.
    #[must_use]
    pub fn parts(self, len: u8) -> Option<Size> {
        (self.len <= len && len <= self.family().width()).then(|| Size::power(len - self.len))
    }

    /// Number `index` of the networks of prefix length `len` in it, counted from 0.
    #[must_use]
    pub fn part(self, len: u8, index: u128) -> Option<Net> {
        if Size::from(index) >= self.parts(len)? {
            return None;
        }
        let shift = self.family().width() - len;
        let offset = index.checked_shl(shift.into()).unwrap_or(0); // by 128 only for index 0 of ::/0
        Some(Net { base: Addr { bits: self.base.bits | offset, ..self.base }, len })
    }
}

impl From<Ipv4Addr> for Addr {
    fn from(ip: Ipv4Addr) -> Addr {
        Addr { family: Family::V4, bits: ip.to_bits().into() }
    }
}

impl From<Ipv6Addr> for Addr {
    fn from(ip: Ipv6Addr) -> Addr {
        Addr { family: Family::V6, bits: ip.to_bits() }
    }
}

impl fmt::Display for Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ip().fmt(f)
    }
}

impl fmt::Display for Net {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.len)
    }
}
