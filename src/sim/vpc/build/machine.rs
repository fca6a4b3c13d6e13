//! What has an address in a subnet: hosts, interface endpoints, NAT gateways.

use std::net::Ipv4Addr;

use super::super::super::cidr::net::{Addr, Family};
use super::super::super::cidr::read::{Piece, Read, hinted, refuse};
use super::super::packet::{EPHEMERAL, Ports};
use super::super::phrase::{addr, parts};
use super::super::sheet::{Kind, Statement, Words, odd};
use super::super::world::{Host, Interface, Nat};
use super::{Builder, joined};
use crate::text::Message;

impl<'s> Builder<'s> {
    pub(super) fn host(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        words.keyword("in")?;
        let subnet = self.next(Kind::Subnet, words, "vpc-w-subnet")?;
        let ip = words.need("vpc-w-address")?;
        let ip = self.address(subnet, ip)?;
        let mut host = Host { id: s.id.text.to_owned(), subnet, ip, v6: None, public: None, groups: None, ephemeral: EPHEMERAL[0].1, forwards: false };
        while let Some(word) = words.take() {
            match word.text {
                "public" => host.public = Some(addr(words.need("vpc-w-address")?)?),
                "v6" => {
                    let word = words.need("vpc-w-address")?;
                    host.v6 = Some(self.address(subnet, word)?);
                }
                "sg" => host.groups = Some(self.groups(words.need("vpc-w-name")?)?),
                "os" => host.ephemeral = system(words.need("vpc-w-name")?)?,
                "nocheck" => host.forwards = true,
                _ => return Err(odd(word, &["public", "sg", "os", "nocheck", "v6"])),
            }
        }
        self.world.hosts.push(host);
        self.name(s, self.world.hosts.len() - 1);
        Ok(())
    }

    pub(super) fn interface(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        let service = words.need("vpc-w-service")?.text.to_owned();
        words.keyword("in")?;
        let subnet = self.next(Kind::Subnet, words, "vpc-w-subnet")?;
        let (mut ip, mut groups, mut dns) = (None, None, true);
        while let Some(word) = words.take() {
            match word.text {
                "ip" => {
                    let word = words.need("vpc-w-address")?;
                    ip = Some(self.address(subnet, word)?);
                }
                "sg" => groups = Some(self.groups(words.need("vpc-w-name")?)?),
                "dns" => {
                    let word = words.need("vpc-w-on")?;
                    dns = match word.text {
                        "on" => true,
                        "off" => false,
                        _ => return Err(odd(word, &["on", "off"])),
                    };
                }
                _ => return Err(odd(word, &["ip", "sg", "dns"])),
            }
        }
        let ip = ip.or_else(|| self.highest_free(subnet)).ok_or_else(|| words.missing("vpc-w-address"))?;
        self.world.interfaces.push(Interface { id: s.id.text.to_owned(), service, subnet, ip, groups, dns });
        self.name(s, self.world.interfaces.len() - 1);
        Ok(())
    }

    pub(super) fn nat(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        words.keyword("in")?;
        let subnet = self.next(Kind::Subnet, words, "vpc-w-subnet")?;
        // Without an address of its own: one of the range for documentation.
        let spare = 200 + u8::try_from(self.world.nats.len() % 50).unwrap_or_default();
        let (mut ip, mut public) = (None, Some(Addr::from(Ipv4Addr::new(203, 0, 113, spare))));
        while let Some(word) = words.take() {
            match word.text {
                "ip" => {
                    let word = words.need("vpc-w-address")?;
                    ip = Some(self.address(subnet, word)?);
                }
                "eip" => public = Some(addr(words.need("vpc-w-address")?)?),
                "private" => public = None,
                _ => return Err(odd(word, &["ip", "eip", "private"])),
            }
        }
        let ip = ip.or_else(|| self.highest_free(subnet)).ok_or_else(|| words.missing("vpc-w-address"))?;
        self.world.nats.push(Nat { id: s.id.text.to_owned(), subnet, ip, public });
        self.name(s, self.world.nats.len() - 1);
        Ok(())
    }

    /// An address in a subnet: one that AWS gives out, and that nobody has.
    fn address(&mut self, subnet: usize, word: Piece<'_>) -> Read<Addr> {
        let addr = addr(word)?;
        let Some(home) = self.world.subnets.get(subnet) else { return Ok(addr) };
        let Some(net) = home.nets.iter().find(|n| n.holds(addr)) else {
            return Err(refuse(
                "E_OUTSIDE_SUBNET",
                word.range(),
                Message::new("vpc-e-outside-subnet").with("addr", addr).with("subnet", home.id.clone()).with("net", joined(&home.nets)),
            ));
        };
        let offset = addr.bits() - net.first().bits();
        if net.host_bits() > 3 && (offset < 4 || addr == net.last()) {
            let refusal = refuse("E_RESERVED", word.range(), Message::new("vpc-e-reserved").with("addr", addr));
            return Err(hinted(refusal, Message::new("vpc-h-reserved").with("net", *net)));
        }
        if !self.taken.insert((home.vpc, addr)) {
            return Err(refuse("E_TAKEN", word.range(), Message::new("vpc-e-taken").with("addr", addr)));
        }
        Ok(addr)
    }

    /// The highest address of a subnet that nobody has.
    fn highest_free(&mut self, subnet: usize) -> Option<Addr> {
        let home = self.world.subnets.get(subnet)?;
        let net = home.nets.iter().find(|n| n.family() == Family::V4)?;
        let addr = (1..1000).map_while(|i| net.last().minus(i)).find(|a| net.holds(*a) && !self.taken.contains(&(home.vpc, *a)))?;
        self.taken.insert((home.vpc, addr));
        Some(addr)
    }

    fn groups(&self, word: Piece<'_>) -> Read<Vec<usize>> {
        parts(word, ',').map(|name| self.find(Kind::Group, name)).collect()
    }
}

fn system(word: Piece<'_>) -> Read<Ports> {
    let found = EPHEMERAL.iter().find(|(name, _)| *name == word.text).map(|(_, ports)| *ports);
    found.ok_or_else(|| odd(word, &EPHEMERAL.iter().map(|(name, _)| *name).collect::<Vec<_>>()))
}
