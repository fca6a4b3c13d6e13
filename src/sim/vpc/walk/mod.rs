//! A packet on its way there and the answer on its way back.
//!
//! The walk goes on behind everything that stops it, as if that had let the packet pass, so that all blockers are
//! found at once. What an ACL lets pass only for some of the client's ports narrows the ports instead.

mod gates;

use super::super::cidr::net::{Addr, Family, Net};
use super::codes;
use super::packet::{Dir, Packet, PortSet, Way};
pub use super::trip::{Act, Hop, Place, Trip};
use super::world::{Eni, Goes, Who, World};

/// Who opens the connection.
#[derive(Clone, Copy, Debug)]
pub enum From<'w> {
    /// Somebody in a subnet.
    Eni(Eni<'w>),
    /// Somebody on the internet.
    Internet,
}

/// By what a packet came into the VPC where it arrived: its answer must go out by the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Goes(Goes),
    Internet,
}

/// The end of a way.
struct End<'w> {
    at: From<'w>,
    packet: Packet,
}

/// What a step leads to.
enum Next<'w> {
    On(Eni<'w>, Packet),
    End(End<'w>),
    Lost,
}

/// A translation that must be undone for the answer.
struct Memory<'w> {
    by: Eni<'w>,
    src: Addr,
    sport: PortSet,
}

/// Walks one packet.
pub struct Walker<'w> {
    world: &'w World,
    imagined: [Option<Eni<'w>>; 2],
    trip: Trip,
    way: Way,
    memory: Vec<Memory<'w>>,
    entry: Entry,
    /// Who left by an internet gateway.
    left: Option<Eni<'w>>,
    /// By what, where it was not the internet gateway of the VPC.
    left_by: Option<Place>,
    /// Whether the way is no longer what the tables say.
    assumed: bool,
    /// Whether a service of the VPC itself has answered.
    served: bool,
}

/// A packet that passes more places than this goes round in a circle.
const MOST_HOPS: usize = 32;
/// There and back across one border: 12 entries; more make the list grow.
const USUAL_HOPS: usize = 16;

impl<'w> Walker<'w> {
    /// A walk in this network.
    #[must_use]
    pub fn new(world: &'w World) -> Walker<'w> {
        Walker {
            world,
            imagined: [None; 2],
            trip: Trip { hops: Vec::with_capacity(USUAL_HOPS), ..Trip::default() },
            way: Way::Request,
            memory: Vec::new(),
            entry: Entry::Internet,
            left: None,
            left_by: None,
            assumed: false,
            served: false,
        }
    }

    /// The same with two who are not in the network: found by their addresses before anyone else.
    #[must_use]
    pub fn meeting(mut self, client: Eni<'w>, server: Eni<'w>) -> Walker<'w> {
        self.imagined = [Some(client), Some(server)];
        self
    }

    /// Walks there and back.
    #[must_use]
    pub fn walk(mut self, from: From<'w>, packet: Packet) -> Trip {
        let there = match from {
            From::Eni(eni) => {
                self.groups(eni, Dir::Out, &packet);
                self.travel(eni, packet)
            }
            From::Internet => {
                let next = self.come_in(packet);
                self.go_on(next)
            }
        };
        let Some(End { at, packet }) = there else { return self.trip };
        self.trip.delivered = self.trip.hops.iter().all(|h| h.block.is_none());
        self.trip.seen = self.trip.delivered.then_some(packet.src);
        self.trip.ports = packet.sport.clone();
        if self.served {
            self.trip.answered = self.trip.delivered;
            return self.trip;
        }
        self.way = Way::Reply;
        self.assumed = false;
        let answer = packet.reply();
        let back = match (at, self.entry) {
            (From::Eni(eni), _) => {
                self.groups(eni, Dir::Out, &answer);
                self.travel(eni, answer)
            }
            (From::Internet, Entry::Goes(Goes::Gateway(gateway))) => {
                self.hop(Place::Gateway(gateway), Act::Pass, &answer);
                let vpc = self.world.gateways.get(gateway).map_or(usize::MAX, |g| g.vpc);
                let next = self.meet(vpc, answer, true);
                self.go_on(next)
            }
            (From::Internet, _) => {
                let next = self.come_in(answer);
                self.go_on(next)
            }
        };
        if let Some(end) = &back {
            self.trip.ports = end.packet.dport.clone();
        }
        self.trip.answered = back.is_some() && self.trip.hops.iter().all(|h| h.block.is_none());
        self.trip
    }

    fn travel(&mut self, eni: Eni<'w>, packet: Packet) -> Option<End<'w>> {
        self.go_on(Next::On(eni, packet))
    }

    fn go_on(&mut self, mut next: Next<'w>) -> Option<End<'w>> {
        for _ in 0..MOST_HOPS {
            match next {
                Next::On(eni, packet) => next = self.leave(eni, packet),
                Next::End(end) => return Some(end),
                Next::Lost => return None,
            }
        }
        None
    }

    /// From an interface out into the subnet and on.
    fn leave(&mut self, eni: Eni<'w>, mut packet: Packet) -> Next<'w> {
        let vpc = self.world.vpc_of(eni.subnet);
        if self.is_service(vpc, packet.dst) {
            self.served = true;
            self.hop(Place::At(eni.who), Act::Arrive, &packet);
            return Next::End(End { at: From::Internet, packet });
        }
        if self.world.subnets.get(eni.subnet).is_some_and(|s| s.nets.iter().any(|n| n.holds(packet.dst))) {
            return self.meet(vpc, packet, false);
        }
        self.acl(eni.subnet, Dir::Out, &mut packet);
        let pick = self.world.route(eni.subnet, packet.dst);
        self.hop(Place::Subnet(eni.subnet), Act::Route(pick.and_then(|p| p.route), pick.map(|p| p.goes)), &packet);
        match pick.map(|p| p.goes) {
            None => self.no_route(eni, packet),
            Some(Goes::Hole) => self.blocked(codes::BAD_STATE, eni, packet),
            Some(goes) if self.strays(goes) => self.blocked(codes::ASYMMETRIC, eni, packet),
            Some(goes) => self.follow(goes, eni, packet),
        }
    }

    /// Whether an answer would leave by another way than the packet came in.
    fn strays(&self, goes: Goes) -> bool {
        self.way == Way::Reply && goes != Goes::Local && self.entry != Entry::Goes(goes)
    }

    fn no_route(&mut self, eni: Eni<'w>, packet: Packet) -> Next<'w> {
        let here = self.world.vpc_of(eni.subnet);
        let apart = self.world.vpc_with(packet.dst).is_some_and(|there| there != here && self.world.peering(here, there).is_none());
        self.blocked(if apart { codes::DISCONNECTED } else { codes::NO_ROUTE }, eni, packet)
    }

    /// Notes a blocker at the last hop, and goes on by the way that was probably meant.
    fn blocked(&mut self, code: &'static str, eni: Eni<'w>, packet: Packet) -> Next<'w> {
        self.block(code);
        match self.meant(eni, &packet) {
            Some(goes) if !self.assumed => {
                self.assumed = true;
                self.follow(goes, eni, packet)
            }
            _ => Next::Lost,
        }
    }

    /// The way that a packet without one was probably meant to take.
    fn meant(&self, eni: Eni<'w>, packet: &Packet) -> Option<Goes> {
        if self.way == Way::Reply {
            return match self.entry {
                Entry::Goes(goes) => Some(goes),
                Entry::Internet => None,
            };
        }
        let here = self.world.vpc_of(eni.subnet);
        if let Some(there) = self.world.vpc_with(packet.dst) {
            return self.world.peering(here, there).map(Goes::Peering);
        }
        let leads_out = |n: &super::world::Nat| matches!(self.world.route(n.subnet, packet.dst), Some(p) if matches!(p.goes, Goes::Igw(_)));
        let nat = self.world.nats.iter().position(|n| self.world.vpc_of(n.subnet) == here && leads_out(n));
        nat.filter(|_| packet.src.family() == Family::V4 && eni.public.is_none() && self.memory.is_empty())
            .map(Goes::Nat)
            .or_else(|| self.world.igw_of(here).map(Goes::Igw))
    }

    /// Hands a packet to what a route leads to.
    fn follow(&mut self, goes: Goes, eni: Eni<'w>, packet: Packet) -> Next<'w> {
        let vpc = self.world.vpc_of(eni.subnet);
        if self.foreign(goes, vpc) {
            return self.blocked(codes::CANNOT_ROUTE, eni, packet);
        }
        match goes {
            Goes::Local => {
                if self.way == Way::Request {
                    self.entry = Entry::Goes(Goes::Local);
                }
                self.meet(vpc, packet, true)
            }
            Goes::Igw(igw) => self.go_out(igw, eni, packet),
            Goes::Egress(gateway) => self.go_out_only(gateway, eni, packet),
            Goes::Nat(nat) => match self.world.eni(Who::Nat(nat), packet.src.family()) {
                Some(router) => self.through(router, eni, packet),
                None => self.blocked(codes::CANNOT_ROUTE, eni, packet),
            },
            Goes::Host(host) => match self.world.eni(Who::Host(host), packet.src.family()) {
                Some(router) => self.through(router, eni, packet),
                None => self.blocked(codes::CANNOT_ROUTE, eni, packet),
            },
            Goes::Peering(peering) => self.across(peering, vpc, packet),
            Goes::Gateway(gateway) => self.reach_service(gateway, eni, packet),
            Goes::Hole => Next::Lost,
        }
    }

    /// Whether a target belongs to another VPC than the table that names it.
    fn foreign(&self, goes: Goes, vpc: usize) -> bool {
        let world = self.world;
        match goes {
            Goes::Local | Goes::Hole => false,
            Goes::Igw(i) => world.igws.get(i).is_none_or(|g| g.vpc != vpc),
            Goes::Egress(i) => world.egresses.get(i).is_none_or(|g| g.vpc != vpc),
            Goes::Nat(i) => world.nats.get(i).is_none_or(|n| world.vpc_of(n.subnet) != vpc),
            Goes::Host(i) => world.hosts.get(i).is_none_or(|h| world.vpc_of(h.subnet) != vpc),
            Goes::Peering(i) => world.peerings.get(i).is_none_or(|p| !p.ends.contains(&vpc)),
            Goes::Gateway(i) => world.gateways.get(i).is_none_or(|g| g.vpc != vpc),
        }
    }

    /// To whoever has the address in a VPC.
    fn meet(&mut self, vpc: usize, packet: Packet, crossed: bool) -> Next<'w> {
        let imagined = self.imagined.iter().flatten().find(|e| e.addr == packet.dst && self.world.vpc_of(e.subnet) == vpc);
        match imagined.copied().or_else(|| self.world.owner(vpc, packet.dst)) {
            Some(eni) => self.arrive(eni, packet, crossed),
            None => {
                self.block(codes::NO_PATH);
                Next::Lost
            }
        }
    }

    /// At an interface.
    fn arrive(&mut self, eni: Eni<'w>, mut packet: Packet, crossed: bool) -> Next<'w> {
        if crossed {
            self.acl(eni.subnet, Dir::In, &mut packet);
        }
        if self.way == Way::Reply && self.memory.last().is_some_and(|m| m.by.who == eni.who) {
            let Some(memory) = self.memory.pop() else { return Next::Lost };
            self.hop(Place::At(eni.who), Act::Translate(packet.dst, memory.src), &packet);
            packet.dst = memory.src;
            packet.dport = memory.sport;
            // From here on the answer is at home: everything is local.
            self.entry = Entry::Goes(Goes::Local);
            return Next::On(eni, packet);
        }
        if matches!(eni.who, Who::Nat(_)) {
            self.hop(Place::At(eni.who), Act::Pass, &packet);
            self.block(codes::NAT_NO_INBOUND);
            return Next::Lost;
        }
        self.groups(eni, Dir::In, &packet);
        self.hop(Place::At(eni.who), Act::Arrive, &packet);
        Next::End(End { at: From::Eni(eni), packet })
    }

    fn hop(&mut self, place: Place, act: Act, packet: &Packet) {
        self.hop_at(place, act, packet.src, packet.dst);
    }

    fn hop_at(&mut self, place: Place, act: Act, src: Addr, dst: Addr) {
        self.trip.hops.push(Hop { way: self.way, place, act, block: None, src, dst });
    }

    /// The last hop is where the packet ends; a hop that stops it twice keeps the first reason.
    fn block(&mut self, code: &'static str) {
        if let Some(hop) = self.trip.hops.last_mut() {
            hop.block.get_or_insert(code);
        }
    }

    /// The VPC's own resolver and the metadata service: no route, ACL or group stands before them.
    fn is_service(&self, vpc: usize, addr: Addr) -> bool {
        let metadata = Addr::from(std::net::Ipv4Addr::new(169, 254, 169, 254));
        let resolver = self.world.vpcs.get(vpc).and_then(|v| v.nets.iter().find(|n| n.family() == Family::V4)).and_then(|n| n.first().plus(2));
        addr == metadata || Some(addr) == resolver
    }
}

/// RFC 1918 and RFC 6598 addresses: an internet gateway drops what goes there.
#[must_use]
pub fn is_private(addr: Addr) -> bool {
    let net = |a: u8, b: u8, len| Net::new(Addr::from(std::net::Ipv4Addr::new(a, b, 0, 0)), len);
    [net(10, 0, 8), net(172, 16, 12), net(192, 168, 16), net(100, 64, 10)].into_iter().flatten().any(|n| n.holds(addr))
}
