//! The two filters of a VPC: lists without memory at a subnet's border, groups with memory at an interface.

use std::fmt;

use super::super::cidr::net::{Addr, Net};
use super::packet::{Dir, Packet, PortSet, Ports, Proto};

/// What a rule compares besides the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traffic {
    /// The protocol; `None` is any.
    pub proto: Option<Proto>,
    /// The destination ports, of protocols that have them.
    pub ports: Ports,
    /// Type and code of ICMP; `None` is any.
    pub icmp: (Option<u8>, Option<u8>),
}

/// A rule of a network ACL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AclRule {
    /// Its place: the lowest that matches decides.
    pub number: u16,
    /// Whether what matches may pass.
    pub allow: bool,
    /// What it matches.
    pub traffic: Traffic,
    /// The addresses of the other side.
    pub remote: Net,
}

/// A network ACL; its rules are sorted by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acl {
    /// Its name.
    pub id: String,
    /// Rules for what enters the subnet.
    pub inward: Vec<AclRule>,
    /// Rules for what leaves it.
    pub outward: Vec<AclRule>,
}

/// Whom a rule of a security group speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remote {
    /// Addresses.
    Net(Net),
    /// The addresses of a prefix list.
    List(usize),
    /// The members of a group, by their private addresses.
    Group(usize),
}

/// A rule of a security group: what matches may pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// What it matches.
    pub traffic: Traffic,
    /// The other side.
    pub remote: Remote,
}

/// A security group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub id: String,
    /// Rules for connections that others open.
    pub inward: Vec<GroupRule>,
    /// Rules for connections that the member opens.
    pub outward: Vec<GroupRule>,
}

/// What an ACL made of a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The ports that may pass.
    pub passed: PortSet,
    /// The rule that decided for the lowest port: its index, `None` for `*`.
    pub by: Option<usize>,
    /// The rule that refused first, where some was refused: its index, `None` for `*`.
    pub refused: Option<Option<usize>>,
}

/// Why a rule does not match a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Miss {
    /// Other addresses.
    Address,
    /// Addresses of the other family.
    Family,
    /// Another protocol.
    Proto,
    /// Other ports.
    Port,
    /// Another type or code of ICMP.
    Icmp,
}

impl Traffic {
    /// Anything.
    pub const ANY: Traffic = Traffic { proto: None, ports: Ports::ALL, icmp: (None, None) };

    /// The ports of a packet that it matches and those that it does not; `None` if it matches none.
    ///
    /// `left` are the ports in question; a packet without ports has a set all the same, which stays whole.
    fn of(&self, packet: &Packet, left: &PortSet) -> Option<(PortSet, PortSet)> {
        if self.proto.is_some_and(|p| p != packet.proto) {
            return None;
        }
        let differs = |wanted: Option<u8>, is: u8| wanted.is_some_and(|w| w != is);
        match (self.proto, packet.proto) {
            (Some(_), Proto::Icmp) if differs(self.icmp.0, packet.icmp.0) || differs(self.icmp.1, packet.icmp.1) => None,
            (Some(_), proto) if proto.has_ports() => Some(left.cut(self.ports)).filter(|(within, _)| !within.is_empty()),
            _ => Some(left.cut(Ports::ALL)),
        }
    }

    /// Why it matches none of a packet's ports.
    fn why_not(&self, packet: &Packet) -> Miss {
        match self.proto {
            Some(proto) if proto != packet.proto => Miss::Proto,
            Some(Proto::Icmp) => Miss::Icmp,
            _ => Miss::Port,
        }
    }

    /// Whether everything that `other` matches is matched.
    #[must_use]
    pub fn covers(&self, other: &Traffic) -> bool {
        let wider = |mine: Option<u8>, its: Option<u8>| mine.is_none() || mine == its;
        self.proto.is_none()
            || self.proto == other.proto && self.ports.covers(other.ports) && wider(self.icmp.0, other.icmp.0) && wider(self.icmp.1, other.icmp.1)
    }
}

impl AclRule {
    /// The ports that it matches and those that it leaves.
    ///
    /// # Errors
    ///
    /// Why it matches none.
    pub fn matches(&self, dir: Dir, packet: &Packet, left: &PortSet) -> Result<(PortSet, PortSet), Miss> {
        let other = remote(dir, packet);
        if !self.remote.holds(other) {
            return Err(if self.remote.family() == other.family() { Miss::Address } else { Miss::Family });
        }
        self.traffic.of(packet, left).ok_or_else(|| self.traffic.why_not(packet))
    }
}

impl GroupRule {
    /// Whether it lets a packet pass; `is` says whether an address is one that a list or group means.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn matches(&self, dir: Dir, packet: &Packet, is: impl Fn(Remote, Addr) -> bool) -> Result<(), Miss> {
        let other = remote(dir, packet);
        match self.remote {
            Remote::Net(net) if net.family() != other.family() => return Err(Miss::Family),
            Remote::Net(net) if !net.holds(other) => return Err(Miss::Address),
            Remote::Net(_) => {}
            set if !is(set, other) => return Err(Miss::Address),
            _ => {}
        }
        let matched = self.traffic.of(packet, &packet.dport).filter(|(_, outside)| outside.is_empty());
        matched.map(|_| ()).ok_or_else(|| self.traffic.why_not(packet))
    }
}

impl Acl {
    /// The rules of a direction.
    #[must_use]
    pub fn rules(&self, dir: Dir) -> &[AclRule] {
        match dir {
            Dir::In => &self.inward,
            Dir::Out => &self.outward,
        }
    }

    /// Judges a packet that enters or leaves the subnet: each port by the first rule that matches, else `*`.
    #[must_use]
    pub fn judge(&self, dir: Dir, packet: &Packet) -> Sentence {
        let remote = remote(dir, packet);
        let mut sentence = Sentence { passed: PortSet::default(), by: None, refused: None };
        let mut left = packet.dport.clone();
        let first = left.lowest();
        for (index, rule) in self.rules(dir).iter().enumerate() {
            if left.is_empty() {
                break;
            }
            if !rule.remote.holds(remote) {
                continue;
            }
            let Some((within, outside)) = rule.traffic.of(packet, &left) else { continue };
            if within.lowest() == first {
                sentence.by = Some(index);
            }
            left = outside;
            if rule.allow {
                sentence.passed = sentence.passed.with(within);
            } else if sentence.refused.is_none() {
                sentence.refused = Some(Some(index));
            }
        }
        if !left.is_empty() && sentence.refused.is_none() {
            sentence.refused = Some(None);
        }
        sentence
    }
}

/// The address of the other side.
fn remote(dir: Dir, packet: &Packet) -> Addr {
    match dir {
        Dir::In => packet.src,
        Dir::Out => packet.dst,
    }
}

impl Group {
    /// The rules of a direction.
    #[must_use]
    pub fn rules(&self, dir: Dir) -> &[GroupRule] {
        match dir {
            Dir::In => &self.inward,
            Dir::Out => &self.outward,
        }
    }

    /// The first rule that lets a packet pass; `is` says whether an address is one that a list or group means.
    #[must_use]
    pub fn allows(&self, dir: Dir, packet: &Packet, is: impl Fn(Remote, Addr) -> bool) -> Option<usize> {
        self.rules(dir).iter().position(|rule| rule.matches(dir, packet, &is).is_ok())
    }
}

impl fmt::Display for Traffic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(proto) = self.proto else { return f.write_str("all") };
        write!(f, "{proto}")?;
        match (proto.has_ports(), self.icmp) {
            (true, _) if self.ports != Ports::ALL => write!(f, " {}", self.ports),
            (false, (Some(kind), Some(code))) => write!(f, " {kind}/{code}"),
            (false, (Some(kind), None)) => write!(f, " {kind}"),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for AclRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.number, if self.allow { "allow" } else { "deny" }, self.traffic, self.remote)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cidr::read::{Piece, addr, target};
    use super::*;

    fn rule(number: u16, allow: bool, low: u16, high: u16) -> AclRule {
        let remote = target(Piece::whole("0.0.0.0/0")).unwrap().net;
        AclRule { number, allow, traffic: Traffic { proto: Some(Proto::Tcp), ports: Ports { low, high }, icmp: (None, None) }, remote }
    }

    #[track_caller]
    fn check(rules: &[AclRule], ports: Ports, passed: &str, refused: Option<Option<usize>>) {
        let acl = Acl { id: "n".into(), inward: rules.to_vec(), outward: Vec::new() };
        let ip = |text| addr(Piece::whole(text)).unwrap();
        let packet = Packet {
            src: ip("10.0.0.1"),
            dst: ip("10.0.1.1"),
            proto: Proto::Tcp,
            sport: PortSet::of(Ports::one(443)),
            dport: PortSet::of(ports),
            icmp: (0, 0),
        };
        let sentence = acl.judge(Dir::In, &packet);
        assert_eq!((sentence.passed.to_string().as_str(), sentence.refused), (passed, refused));
    }

    #[test]
    fn the_first_rule_that_matches_decides_for_each_port() {
        let linux = Ports { low: 32768, high: 61000 };
        check(&[rule(100, true, 1024, 65535)], linux, "32768-61000", None);
        check(&[rule(100, true, 49152, 65535)], linux, "49152-61000", Some(None));
        check(&[rule(90, false, 40000, 40000), rule(100, true, 0, 65535)], linux, "32768-39999, 40001-61000", Some(Some(0)));
        check(&[rule(90, true, 0, 65535), rule(100, false, 0, 65535)], linux, "32768-61000", None);
        check(&[], Ports::one(80), "", Some(None));
    }
}
