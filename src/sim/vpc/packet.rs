use std::fmt;

use super::super::cidr::net::Addr;

/// The protocol of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Proto {
    /// Has ports.
    Tcp,
    /// Has ports.
    Udp,
    /// ICMP or ICMPv6: has a type and a code.
    Icmp,
    /// Any other, by its number: has nothing to compare.
    Other(u8),
}

/// Which way a packet goes, seen from who opened the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// From the client.
    Request,
    /// Back to the client.
    Reply,
}

/// Into a subnet or interface, or out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dir {
    /// Into it.
    In,
    /// Out of it.
    Out,
}

/// A range of ports, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ports {
    /// The lowest.
    pub low: u16,
    /// The highest.
    pub high: u16,
}

/// Ports that a packet may have: a client whose port is not known may have any of a range.
///
/// The ranges are sorted and apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortSet(Vec<Ports>);

/// A packet as a filter sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// Who sent it.
    pub src: Addr,
    /// Whom it is for.
    pub dst: Addr,
    /// Its protocol.
    pub proto: Proto,
    /// The ports that it may be sent from.
    pub sport: PortSet,
    /// The ports that it may be sent to.
    pub dport: PortSet,
    /// Type and code, of ICMP.
    pub icmp: (u8, u8),
}

/// The ports that systems take for connections of their own (VPC user guide, "Ephemeral ports").
pub const EPHEMERAL: &[(&str, Ports)] = &[
    ("linux", Ports { low: 32768, high: 61000 }),
    ("windows", Ports { low: 49152, high: 65535 }),
    ("elb", Ports { low: 1024, high: 65535 }),
    ("nat", Ports { low: 1024, high: 65535 }),
    ("lambda", Ports { low: 1024, high: 65535 }),
];

impl Proto {
    /// `tcp`, `udp`, `icmp` or the number, in any case.
    #[must_use]
    pub fn read(word: &str) -> Option<Proto> {
        match word.to_ascii_lowercase().as_str() {
            "tcp" | "6" => Some(Proto::Tcp),
            "udp" | "17" => Some(Proto::Udp),
            "icmp" | "icmpv6" | "1" | "58" => Some(Proto::Icmp),
            digits if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok().map(Proto::Other),
            _ => None,
        }
    }

    /// Whether its packets have ports.
    #[must_use]
    pub const fn has_ports(self) -> bool {
        matches!(self, Proto::Tcp | Proto::Udp)
    }
}

impl Way {
    /// The word of the batch door.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Way::Request => "request",
            Way::Reply => "response",
        }
    }
}

impl Dir {
    /// The word of a rule.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Dir::In => "in",
            Dir::Out => "out",
        }
    }
}

impl Ports {
    /// Every port.
    pub const ALL: Ports = Ports { low: 0, high: u16::MAX };

    /// A single port.
    #[must_use]
    pub const fn one(port: u16) -> Ports {
        Ports { low: port, high: port }
    }

    /// Whether it holds every port of `other`.
    #[must_use]
    pub const fn covers(self, other: Ports) -> bool {
        self.low <= other.low && other.high <= self.high
    }
}

impl PortSet {
    /// The ports of one range.
    #[must_use]
    pub fn of(ports: Ports) -> PortSet {
        PortSet(vec![ports])
    }

    /// Whether none is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ranges.
    #[must_use]
    pub fn ranges(&self) -> &[Ports] {
        &self.0
    }

    /// The lowest port, where there is one.
    #[must_use]
    pub fn lowest(&self) -> Option<u16> {
        self.0.first().map(|p| p.low)
    }

    /// The ports within `range`, and those outside.
    #[must_use]
    pub fn cut(&self, range: Ports) -> (PortSet, PortSet) {
        let (mut within, mut outside) = (Vec::new(), Vec::new());
        for p in &self.0 {
            let (low, high) = (p.low.max(range.low), p.high.min(range.high));
            if low > high {
                outside.push(*p);
                continue;
            }
            within.push(Ports { low, high });
            outside.extend((p.low < low).then(|| Ports { low: p.low, high: low - 1 }));
            outside.extend((high < p.high).then(|| Ports { low: high + 1, high: p.high }));
        }
        (PortSet(within), PortSet(outside))
    }

    /// The ports of either.
    #[must_use]
    pub fn with(self, other: PortSet) -> PortSet {
        if self.is_empty() {
            return other;
        }
        let mut all = self.0;
        all.extend(other.0);
        all.sort_unstable();
        let mut merged: Vec<Ports> = Vec::with_capacity(all.len());
        for p in all {
            match merged.last_mut() {
                Some(last) if u32::from(p.low) <= u32::from(last.high) + 1 => last.high = last.high.max(p.high),
                _ => merged.push(p),
            }
        }
        PortSet(merged)
    }
}

impl Packet {
    /// The packet that answers it.
    #[must_use]
    pub fn reply(self) -> Packet {
        let icmp = match self.icmp {
            (8, code) => (0, code),
            (128, code) => (129, code), // ICMPv6
            other => other,
        };
        Packet { src: self.dst, dst: self.src, proto: self.proto, sport: self.dport, dport: self.sport, icmp }
    }
}

impl fmt::Display for Proto {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Proto::Tcp => f.write_str("tcp"),
            Proto::Udp => f.write_str("udp"),
            Proto::Icmp => f.write_str("icmp"),
            Proto::Other(number) => write!(f, "{number}"),
        }
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low == self.high { write!(f, "{}", self.low) } else { write!(f, "{}-{}", self.low, self.high) }
    }
}

impl fmt::Display for PortSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_cut_and_mended() {
        let linux = PortSet::of(Ports { low: 32768, high: 61000 });
        let (within, outside) = linux.cut(Ports { low: 40000, high: 50000 });
        assert_eq!((within.to_string(), outside.to_string()), ("40000-50000".to_owned(), "32768-39999, 50001-61000".to_owned()));
        assert_eq!(within.with(outside), linux);
        assert!(linux.cut(Ports { low: 0, high: 1023 }).0.is_empty());
        assert!(linux.cut(Ports::ALL).1.is_empty());
    }
}
