//! What stands on the way: gateways, peering connections, endpoints, and the two filters.

use super::super::super::cidr::net::Family;
use super::super::codes;
use super::super::packet::{Dir, EPHEMERAL, Packet, PortSet, Ports, Proto, Way};
use super::super::world::{Eni, Goes, Who};
use super::{Act, End, Entry, From, Memory, Next, Place, Walker, is_private};

impl<'w> Walker<'w> {
    /// Out by an internet gateway.
    pub(super) fn go_out(&mut self, igw: usize, eni: Eni<'w>, mut packet: Packet) -> Next<'w> {
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

    /// Out over IPv6 by a gateway that lets in only what answers.
    pub(super) fn go_out_only(&mut self, gateway: usize, eni: Eni<'w>, packet: Packet) -> Next<'w> {
        self.hop(Place::Egress(gateway), Act::Pass, &packet);
        if packet.src.family() == Family::V4 {
            self.block(codes::CANNOT_ROUTE);
            return Next::Lost;
        }
        if self.way == Way::Request {
            self.left = Some(eni);
            self.left_by = Some(Place::Egress(gateway));
            if self.world.public_owner(packet.dst).is_some() {
                return self.come_in(packet);
            }
            self.entry = Entry::Internet;
        }
        self.hop(Place::Internet, Act::Arrive, &packet);
        Next::End(End { at: From::Internet, packet })
    }

    /// In from the internet.
    pub(super) fn come_in(&mut self, mut packet: Packet) -> Next<'w> {
        let known = self.left.filter(|_| self.way == Way::Reply);
        let Some(eni) = known.or_else(|| self.world.public_owner(packet.dst)) else {
            self.hop(Place::Internet, Act::Pass, &packet);
            self.block(codes::NOBODYS_IP);
            return Next::Lost;
        };
        let vpc = self.world.vpc_of(eni.subnet);
        let igw = self.world.igw_of(vpc);
        let attached = igw.and_then(|i| self.world.igws.get(i)).is_some_and(|g| g.attached);
        let place = self.left_by.filter(|_| known.is_some()).unwrap_or(igw.map_or(Place::Internet, Place::Igw));
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
    pub(super) fn through(&mut self, router: Eni<'w>, eni: Eni<'w>, mut packet: Packet) -> Next<'w> {
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
    pub(super) fn across(&mut self, peering: usize, vpc: usize, packet: Packet) -> Next<'w> {
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
    pub(super) fn reach_service(&mut self, gateway: usize, eni: Eni<'w>, packet: Packet) -> Next<'w> {
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

    /// The security groups of an interface; they ask only for the first packet of a connection.
    pub(super) fn groups(&mut self, eni: Eni<'w>, dir: Dir, packet: &Packet) {
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
    pub(super) fn acl(&mut self, subnet: usize, dir: Dir, packet: &mut Packet) {
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
}

fn router_ports(proto: Proto) -> Ports {
    let nat = EPHEMERAL.iter().find(|(name, _)| *name == "nat").map_or(Ports::ALL, |(_, ports)| *ports);
    if proto.has_ports() { nat } else { Ports::ALL }
}
