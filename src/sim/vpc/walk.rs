//! A packet on its way there and the answer on its way back.
//!
//! The walk goes on behind everything that stops it, as if that had let the packet pass, so that all blockers are
//! found at once. What an ACL lets pass only for some of the client's ports narrows the ports instead.

use super::super::cidr::net::{Addr, Family, Net};
use super::codes;
use super::packet::{Dir, EPHEMERAL, Packet, PortSet, Ports, Proto, Way};
use super::world::{Eni, Goes, Who, World};

/// Where something happens to a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At somebody's interface.
    At(Who),
    /// At the border of a subnet.
    Subnet(usize),
    /// At an internet gateway.
    Igw(usize),
    /// At a peering connection.
    Peering(usize),
    /// At a gateway endpoint.
    Gateway(usize),
    /// On the internet.
    Internet,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Security groups look at it: the group and rule that let it pass.
    Groups(Dir, Option<(usize, usize)>),
    /// Security groups know its connection.
    Tracked(Dir),
    /// There are no security groups.
    Open(Dir),
    /// An ACL looks at it: the rule that decided, none for `*`; the rule that refuses some of the ports.
    Acl(Dir, usize, Option<usize>, Option<Option<usize>>),
    /// A table sends it on: the line; none where there is no line or it is the VPC's own.
    Route(Option<usize>, Option<Goes>),
    /// Its address is changed.
    Translate(Addr, Addr),
    /// It passes through.
    Pass,
    /// It arrives.
    Arrive,
}

/// One thing that happens to a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// There or back.
    pub way: Way,
    /// Where.
    pub place: Place,
    /// What.
    pub act: Act,
    /// Why the packet goes no further, if it does not.
    pub block: Option<&'static str>,
    /// The sender's address at this point.
    pub src: Addr,
    /// The receiver's address at this point.
    pub dst: Addr,
}

/// What became of a packet and its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trip {
    /// Everything that happened, in order.
    pub hops: Vec<Hop>,
    /// Whether the packet arrived.
    pub delivered: bool,
    /// Whether the answer came back.
    pub answered: bool,
    /// Whether it depends on the client's port.
    pub partly: bool,
    /// The sender's address as the receiver saw it.
    pub seen: Option<Addr>,
    /// The client's ports for which it works.
    pub ports: PortSet,
}

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
    /// Whether the way is no longer what the tables say.
    assumed: bool,
    /// Whether a service of the VPC itself has answered.
    served: bool,
}

/// A packet that passes more places than this goes round in a circle.
const MOST_HOPS: usize = 32;

impl<'w> Walker<'w> {
    /// A walk in this network.
    #[must_use]
    pub fn new(world: &'w World) -> Walker<'w> {
        Walker {
            world,
            imagined: [None; 2],
            trip: Trip::default(),
            way: Way::Request,
            memory: Vec::new(),
            entry: Entry::Internet,
            left: None,
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
        nat.filter(|_| eni.public.is_none() && self.memory.is_empty()).map(Goes::Nat).or_else(|| self.world.igw_of(here).map(Goes::Igw))
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
            Goes::Nat(nat) => match self.world.eni(Who::Nat(nat), packet.src.family()) {
                Some(router) => self.through(router, eni, packet),
                None => self.blocked(codes::CANNOT_ROUTE, eni, packet),
            },
            Goes::Host(host) => match self.world.eni(Who::Host(host), packet.src.family()) {
                Some(router) => self.through(router, eni, packet),
                None => self.blocked(codes::CANNOT_ROUTE, eni, packet),
            },
            Goes::Peering(peering) => self.across(peering, vpc, packet),
            Goes::Gateway(gateway) => self.to_service(gateway, eni, packet),
            Goes::Hole => Next::Lost,
        }
    }

    /// Whether a target belongs to another VPC than the table that names it.
    fn foreign(&self, goes: Goes, vpc: usize) -> bool {
        let world = self.world;
        match goes {
            Goes::Local | Goes::Hole => false,
            Goes::Igw(i) => world.igws.get(i).is_none_or(|g| g.vpc != vpc),
            Goes::Nat(i) => world.nats.get(i).is_none_or(|n| world.vpc_of(n.subnet) != vpc),
            Goes::Host(i) => world.hosts.get(i).is_none_or(|h| world.vpc_of(h.subnet) != vpc),
            Goes::Peering(i) => world.peerings.get(i).is_none_or(|p| !p.ends.contains(&vpc)),
            Goes::Gateway(i) => world.gateways.get(i).is_none_or(|g| g.vpc != vpc),
        }
    }

    /// Out by an internet gateway.
    fn go_out(&mut self, igw: usize, eni: Eni<'w>, mut packet: Packet) -> Next<'w> {
        if self.world.igws.get(igw).is_some_and(|g| !g.attached) && !self.assumed {
            self.block(codes::BAD_STATE);
        }
        if packet.src.family() == Family::V4 {
            let to = eni.public.unwrap_or(packet.src);
            self.hop(Place::Igw(igw), Act::Translate(packet.src, to), &packet);
            if eni.public.is_none() && !self.assumed {
                self.block(codes::NO_PUBLIC_IP);
            }
            packet.src = to;
        } else {
            self.hop(Place::Igw(igw), Act::Pass, &packet);
        }
        if is_private(packet.dst) {
            self.block(codes::PRIVATE_DESTINATION);
            return Next::Lost;
        }
        if self.way == Way::Request {
            self.left = Some(eni);
            if self.world.public_owner(packet.dst).is_some() {
                return self.come_in(packet);
            }
            self.entry = Entry::Internet;
        } else if self.left.is_some() {
            return self.come_in(packet);
        }
        self.hop(Place::Internet, Act::Arrive, &packet);
        Next::End(End { at: From::Internet, packet })
    }

    /// In from the internet.
    fn come_in(&mut self, mut packet: Packet) -> Next<'w> {
        let known = self.left.filter(|_| self.way == Way::Reply);
        let Some(eni) = known.or_else(|| self.world.public_owner(packet.dst)) else {
            self.hop(Place::Internet, Act::Pass, &packet);
            self.block(codes::NOBODYS_IP);
            return Next::Lost;
        };
        let vpc = self.world.vpc_of(eni.subnet);
        let igw = self.world.igw_of(vpc);
        let attached = igw.and_then(|i| self.world.igws.get(i)).is_some_and(|g| g.attached);
        let place = igw.map_or(Place::Internet, Place::Igw);
        self.hop(place, if packet.dst == eni.addr { Act::Pass } else { Act::Translate(packet.dst, eni.addr) }, &packet);
        if !attached && self.way == Way::Request {
            self.block(codes::UNASSOCIATED);
        }
        packet.dst = eni.addr;
        if self.way == Way::Request {
            self.entry = igw.map_or(Entry::Internet, |i| Entry::Goes(Goes::Igw(i)));
        }
        self.arrive(eni, packet, true)
    }

    /// Through a NAT gateway, or an instance that does the same.
    fn through(&mut self, router: Eni<'w>, eni: Eni<'w>, mut packet: Packet) -> Next<'w> {
        if self.memory.iter().any(|m| m.by.who == router.who) || router.who == eni.who {
            self.block(codes::LOOP);
            return Next::Lost;
        }
        if router.subnet != eni.subnet {
            self.acl(router.subnet, Dir::In, &mut packet);
        }
        let instance = matches!(router.who, Who::Host(_));
        if instance {
            self.groups(router, Dir::In, &packet);
        }
        self.memory.push(Memory { by: router, src: packet.src, sport: packet.sport });
        self.hop_at(Place::At(router.who), Act::Translate(packet.src, router.addr), packet.src, packet.dst);
        if let Who::Host(host) = router.who
            && self.world.hosts.get(host).is_some_and(|h| !h.forwards)
        {
            self.block(codes::SOURCE_DEST_CHECK);
        }
        packet.src = router.addr;
        packet.sport = PortSet::of(router_ports(packet.proto));
        if instance {
            self.groups(router, Dir::Out, &packet);
        }
        Next::On(router, packet)
    }

    /// Across a peering connection.
    fn across(&mut self, peering: usize, vpc: usize, packet: Packet) -> Next<'w> {
        self.hop(Place::Peering(peering), Act::Pass, &packet);
        let ends = self.world.peerings.get(peering).map_or([vpc; 2], |p| p.ends);
        let there = if ends[0] == vpc { ends[1] } else { ends[0] };
        if !self.world.vpcs.get(there).is_some_and(|v| v.nets.iter().any(|n| n.holds(packet.dst))) {
            self.block(codes::PEERING_END);
            return Next::Lost;
        }
        if self.way == Way::Request {
            self.entry = Entry::Goes(Goes::Peering(peering));
        }
        self.meet(there, packet, true)
    }

    /// To a service by its gateway endpoint.
    fn to_service(&mut self, gateway: usize, eni: Eni<'w>, packet: Packet) -> Next<'w> {
        let list = self.world.gateways.get(gateway).and_then(|g| self.world.lists.get(g.list));
        if !list.is_some_and(|l| l.nets.iter().any(|n| n.holds(packet.dst))) {
            return self.blocked(codes::CANNOT_ROUTE, eni, packet);
        }
        self.hop(Place::Gateway(gateway), Act::Pass, &packet);
        if packet.proto != Proto::Tcp {
            self.block(codes::GATEWAY_PROTOCOL);
        }
        if self.way == Way::Reply {
            return Next::End(End { at: From::Internet, packet });
        }
        self.entry = Entry::Goes(Goes::Gateway(gateway));
        self.hop(Place::Internet, Act::Arrive, &packet);
        Next::End(End { at: From::Internet, packet })
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

    /// The security groups of an interface; they ask only for the first packet of a connection.
    fn groups(&mut self, eni: Eni<'w>, dir: Dir, packet: &Packet) {
        let place = Place::At(eni.who);
        let Some(groups) = eni.groups else { return self.hop(place, Act::Open(dir), packet) };
        if self.way == Way::Reply {
            return self.hop(place, Act::Tracked(dir), packet);
        }
        if matches!(packet.dst, d if dir == Dir::Out && self.is_service(self.world.vpc_of(eni.subnet), d)) {
            return self.hop(place, Act::Open(dir), packet);
        }
        let found = groups.iter().find_map(|g| {
            let group = self.world.groups.get(*g)?;
            group.allows(dir, packet, |remote, addr| self.world.means(remote, addr)).map(|rule| (*g, rule))
        });
        self.hop(place, Act::Groups(dir, found), packet);
        if found.is_none() {
            let empty = groups.iter().filter_map(|g| self.world.groups.get(*g)).all(|g| g.rules(dir).is_empty());
            self.block(if empty { codes::NO_RULES } else { codes::GROUPS });
        }
    }

    /// The ACL of a subnet; narrows the ports to those that may pass.
    fn acl(&mut self, subnet: usize, dir: Dir, packet: &mut Packet) {
        let Some((index, acl)) = self.world.subnets.get(subnet).and_then(|s| s.acl).and_then(|i| Some((i, self.world.acls.get(i)?))) else { return };
        let sentence = acl.judge(dir, packet);
        self.hop(Place::Subnet(subnet), Act::Acl(dir, index, sentence.by, sentence.refused), packet);
        if sentence.passed.is_empty() {
            return self.block(codes::ACL);
        }
        if sentence.refused.is_some() {
            self.trip.partly = true;
            packet.dport = sentence.passed;
        }
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

fn router_ports(proto: Proto) -> Ports {
    let nat = EPHEMERAL.iter().find(|(name, _)| *name == "nat").map_or(Ports::ALL, |(_, ports)| *ports);
    if proto.has_ports() { nat } else { Ports::ALL }
}

/// RFC 1918 and RFC 6598 addresses: an internet gateway drops what goes there.
#[must_use]
pub fn is_private(addr: Addr) -> bool {
    let net = |a: u8, b: u8, len| Net::new(Addr::from(std::net::Ipv4Addr::new(a, b, 0, 0)), len);
    [net(10, 0, 8), net(172, 16, 12), net(192, 168, 16), net(100, 64, 10)].into_iter().flatten().any(|n| n.holds(addr))
}
