//! Who calls whom: the words of a `path` question, and the walk that answers it.

use super::super::cidr::net::{Addr, Family};
use super::super::cidr::read::{Piece, Read, hinted, refuse};
use super::limits::{MOST_LEGS, too_many};
use super::packet::{Packet, PortSet, Ports, Proto};
use super::phrase::{addr, ports};
use super::sheet::{Words, unknown};
use super::walk::{From, Trip, Walker, is_private};
use super::world::{Eni, Who, World};
use crate::text::{Message, excerpt};

/// One connection of a path: from somebody to an address and port.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Who opens it, as written.
    pub from: String,
    /// To whom, as written.
    pub to: String,
    /// Who opens it.
    pub client: Client,
    /// The packet that opens it.
    pub packet: Packet,
}

/// Who opens a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// Somebody in a subnet.
    Inside(Who),
    /// Somebody on the internet.
    Internet,
}

/// One end as it is written.
#[derive(Clone, Copy)]
struct Spot<'s> {
    name: Piece<'s>,
    ports: Option<Ports>,
}

impl Leg {
    /// Walks there and back.
    #[must_use]
    pub fn walk(&self, world: &World) -> Trip {
        let from = match self.client {
            Client::Inside(who) => world.eni(who, self.packet.dst.family()).map(From::Eni),
            Client::Internet => Some(From::Internet),
        };
        from.map_or_else(Trip::default, |from| Walker::new(world).walk(from, self.packet.clone()))
    }
}

/// Reads `[tcp|udp|icmp] FROM[:PORT] -> TO:PORT [-> TO:PORT]`: one leg for each arrow.
pub fn legs(world: &World, rest: Piece<'_>) -> Read<Vec<Leg>> {
    let mut words = Words::of(rest);
    let named = words.peek().filter(|w| !w.text.bytes().all(|b| b.is_ascii_digit())).and_then(|w| Proto::read(w.text));
    if named.is_some() {
        words.take();
    }
    let proto = named.unwrap_or(Proto::Tcp);
    let mut at = words.rest();
    let mut spots = Vec::new();
    loop {
        let end = at.text.find("->");
        if spots.len() > MOST_LEGS {
            return Err(too_many(at.range(), "vpc-many-legs", MOST_LEGS));
        }
        spots.push(spot(at.part(0..end.unwrap_or(at.text.len())).trim())?);
        let Some(end) = end else { break };
        at = at.part(end + 2..at.text.len());
    }
    if spots.len() < 2 {
        return Err(hinted(refuse("E_ARROW", rest.range(), Message::new("vpc-e-path-arrow")), Message::new("vpc-h-path")));
    }
    let connections = spots.windows(2).enumerate().map(|(i, pair)| {
        // A port in the middle is the one that is called there, not the one that is called from.
        let from = Spot { ports: pair[0].ports.filter(|_| i == 0), ..pair[0] };
        leg(world, proto, &from, &pair[1])
    });
    connections.collect()
}

fn spot(piece: Piece<'_>) -> Read<Spot<'_>> {
    if piece.text.is_empty() || piece.text.contains(char::is_whitespace) {
        return Err(hinted(refuse("E_PATH_END", piece.range(), Message::new("vpc-e-path-end")), Message::new("vpc-h-path")));
    }
    let bracket = piece.text.strip_prefix('[').and_then(|t| t.find(']').map(|at| (at, t.len())));
    if let Some((close, _)) = bracket {
        let name = piece.part(1..close + 1);
        let more = piece.part(close + 2..piece.text.len());
        let ports = if more.text.is_empty() { None } else { Some(ports(more.part(1..more.text.len()))?) };
        return Ok(Spot { name, ports });
    }
    match piece.text.rfind(':').filter(|_| piece.text.matches(':').count() == 1) {
        Some(colon) => Ok(Spot { name: piece.part(0..colon), ports: Some(ports(piece.part(colon + 1..piece.text.len()))?) }),
        None => Ok(Spot { name: piece, ports: None }),
    }
}

fn leg(world: &World, proto: Proto, from: &Spot<'_>, to: &Spot<'_>) -> Read<Leg> {
    let (client, src4) = client(world, from)?;
    let dst = address(world, client, to.name)?;
    let src = match client {
        Client::Inside(who) => world.eni(who, dst.family()).map(|e| e.addr),
        Client::Internet => Some(src4).filter(|a| a.family() == dst.family()).or_else(|| outsider(world, dst.family())),
    };
    let src = src.ok_or_else(|| refuse("E_FAMILY", from.name.range(), Message::new("vpc-e-family").with("name", excerpt(from.name.text)).with("to", dst)))?;
    let dport = match (proto.has_ports(), to.ports) {
        (true, Some(port)) => port,
        (true, None) => return Err(hinted(refuse("E_PORT", to.name.range(), Message::new("vpc-e-no-port")), Message::new("vpc-h-path"))),
        (false, _) => Ports::ALL,
    };
    let own = match client {
        Client::Inside(Who::Host(h)) => world.hosts.get(h).map_or(Ports::ALL, |h| h.ephemeral),
        _ => Ports { low: 1024, high: 65535 },
    };
    let sport = if proto.has_ports() { from.ports.filter(|p| p.low == p.high).unwrap_or(own) } else { Ports::ALL };
    let kind = if dst.family() == Family::V4 { 8 } else { 128 };
    let packet = Packet { src, dst, proto, sport: PortSet::of(sport), dport: PortSet::of(dport), icmp: (kind, 0) };
    let port = if proto.has_ports() { format!(":{dport}") } else { String::new() };
    let name = to.name.text;
    let to = if name.contains(':') && !port.is_empty() { format!("[{name}]{port}") } else { format!("{name}{port}") };
    Ok(Leg { from: from.name.text.to_owned(), to, client, packet })
}

fn outsider(world: &World, family: Family) -> Option<Addr> {
    world.outside.iter().map(|o| o.ip).find(|a| a.family() == family)
}

fn client(world: &World, from: &Spot<'_>) -> Read<(Client, Addr)> {
    let name = from.name.text;
    if let Some(host) = world.hosts.iter().position(|h| h.id == name) {
        return Ok((Client::Inside(Who::Host(host)), world.hosts[host].ip));
    }
    if let Some(outside) = world.outside.iter().find(|o| o.id == name) {
        return Ok((Client::Internet, outside.ip));
    }
    if looks_like_address(name) {
        let addr = addr(from.name)?;
        let inside = world.hosts.iter().position(|h| h.ip == addr || h.v6 == Some(addr));
        return Ok((inside.map_or(Client::Internet, |h| Client::Inside(Who::Host(h))), addr));
    }
    Err(unknown(from.name, names(world)))
}

/// What a name means to somebody: inside a VPC its hosts by their private addresses and its endpoints by private
/// DNS, from the internet hosts by their public addresses.
fn address(world: &World, client: Client, name: Piece<'_>) -> Read<Addr> {
    if let Some(host) = world.hosts.iter().find(|h| h.id == name.text) {
        return Ok(if client == Client::Internet { host.public.or(host.v6).unwrap_or(host.ip) } else { host.ip });
    }
    let here = match client {
        Client::Inside(who) => world.eni(who, Family::V4).map(|e: Eni<'_>| world.vpc_of(e.subnet)),
        Client::Internet => None,
    };
    let private = world.interfaces.iter().find(|e| e.id == name.text || e.dns && e.service == name.text && here == Some(world.vpc_of(e.subnet)));
    if let Some(endpoint) = private {
        return Ok(endpoint.ip);
    }
    if let Some(outside) = world.outside.iter().find(|o| o.id == name.text) {
        return Ok(outside.ip);
    }
    if let Some(nat) = world.nats.iter().find(|n| n.id == name.text) {
        return Ok(nat.public.filter(|_| client == Client::Internet).unwrap_or(nat.ip));
    }
    if world.interfaces.iter().any(|e| e.service == name.text) {
        // Without private DNS the name means the service's public address; any will do.
        return Ok(Addr::from(std::net::Ipv4Addr::new(198, 51, 100, 20)));
    }
    if looks_like_address(name.text) { addr(name) } else { Err(unknown(name, names(world))) }
}

fn looks_like_address(name: &str) -> bool {
    name.contains(':') || name.starts_with(|c: char| c.is_ascii_digit()) && name.contains('.')
}

fn names(world: &World) -> impl Iterator<Item = &str> {
    world.hosts.iter().map(|h| h.id.as_str()).chain(world.outside.iter().map(|o| o.id.as_str())).chain(world.interfaces.iter().map(|e| e.service.as_str()))
}

/// Whether an address is out on the internet.
#[must_use]
pub fn is_public(world: &World, addr: Addr) -> bool {
    !is_private(addr) && world.vpc_with(addr).is_none()
}
