//! Why a packet is stopped, or arrives otherwise than one would think, in sentences that name what does it.

use super::codes;
use super::flow::{Client, Leg, is_public};
use super::packet::{Dir, Packet, Proto, Way};
use super::rules::{GroupRule, Remote};
use super::walk::{Act, Hop, Place, Trip};
use super::world::{Who, World};
use super::write;
use crate::sim::cidr::net::Addr;
use crate::sim::{Finding, Tone};
use crate::text::Message;

/// Everything that was found about a connection: the first blocker, what the caller sees of it, what would stop it
/// next, and what else is to be known.
pub fn findings(world: &World, leg: &Leg, trip: &Trip) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    let mut stopped = false;
    for hop in &trip.hops {
        if let Some(code) = hop.block {
            let why = why(world, leg, code, hop);
            let message = if stopped { Message::new("vpc-next").with("why", why) } else { why };
            all.push(Finding { code: Some(code), tone: Tone::Bad, message });
            if !stopped {
                let id = if trip.delivered { "vpc-symptom-reply" } else { "vpc-symptom" };
                all.push(Finding { code: None, tone: Tone::Plain, message: Message::new(id).with("from", leg.from.clone()) });
            }
            stopped = true;
        }
        all.extend(besides(world, leg, trip, hop).into_iter().map(|(code, tone, message)| Finding { code: Some(code), tone, message }));
    }
    all
}

/// What is to be known of a hop besides what stops it.
fn besides(world: &World, leg: &Leg, trip: &Trip, hop: &Hop) -> Option<(&'static str, Tone, Message)> {
    let serves = |p: usize| world.peerings.get(p).is_some_and(|p| world.nats.iter().any(|n| p.ends.contains(&world.vpc_of(n.subnet))));
    match (hop.way, hop.act, hop.place) {
        (_, _, Place::Peering(p)) if hop.block == Some(codes::PEERING_END) && is_public(world, hop.dst) && serves(p) => {
            Some((codes::NAT_OWN_VPC, Tone::Plain, Message::new("vpc-why-nat-own-vpc")))
        }
        (Way::Request, Act::Route(Some(route), _), Place::Subnet(subnet)) if world.beats(subnet, route, hop.dst) => {
            let (table, line) = line(world, subnet, Some(route));
            let message = Message::new("vpc-why-more-specific").with("table", table).with("route", line).with("to", called(world, hop.dst));
            Some((codes::MORE_SPECIFIC, Tone::Plain, message))
        }
        (Way::Request, Act::Translate(_, to), Place::At(Who::Nat(nat))) if trip.delivered => {
            let public = world.nats.get(nat).and_then(|n| n.public).unwrap_or(to);
            Some((codes::NAT_ADDRESS, Tone::Plain, Message::new("vpc-why-nat-address").with("to", leg.to.clone()).with("addr", public)))
        }
        (_, Act::Acl(_, acl, _, Some(refused)), _) if hop.block.is_none() => {
            let message = Message::new("vpc-why-partly").with("acl", acl_id(world, acl)).with("rule", rule_number(world, hop, refused));
            Some((codes::ACL, Tone::Warn, message))
        }
        _ => None,
    }
}

/// The sentence of a blocker.
pub fn why(world: &World, leg: &Leg, code: &'static str, hop: &Hop) -> Message {
    let base = |id| Message::new(id).with("src", called(world, hop.src)).with("dst", called(world, hop.dst));
    match (code, hop.act, hop.place) {
        (codes::ACL, Act::Acl(dir, acl, by, refused), Place::Subnet(subnet)) => {
            let (rule, table) = (rule_number(world, hop, refused.unwrap_or(by)), acl_id(world, acl));
            let subnet = world.subnets.get(subnet).map_or_else(String::new, |s| s.id.clone());
            let id = match (dir, hop.way) {
                (Dir::In, Way::Request) => "vpc-why-acl-in",
                (Dir::Out, Way::Request) => "vpc-why-acl-out",
                (Dir::In, Way::Reply) => "vpc-why-acl-reply-in",
                (Dir::Out, Way::Reply) => "vpc-why-acl-reply-out",
            };
            base(id).with("acl", table).with("rule", rule).with("subnet", subnet)
        }
        (codes::GROUPS | codes::NO_RULES, Act::Groups(dir, _), Place::At(who)) => groups_why(world, leg, (code, dir, who), hop),
        (codes::NO_ROUTE | codes::BAD_STATE | codes::CANNOT_ROUTE | codes::ASYMMETRIC | codes::DISCONNECTED, Act::Route(route, _), Place::Subnet(subnet)) => {
            let (table, line) = line(world, subnet, route);
            let message = base(route_why(code, hop.way)).with("table", table);
            if matches!(code, codes::NO_ROUTE | codes::DISCONNECTED) { message } else { message.with("route", line) }
        }
        (codes::NOBODYS_IP, ..) => match world.hosts.iter().find(|h| h.public.is_none() && h.ip == hop.dst) {
            Some(host) => Message::new("vpc-why-no-public-target").with("host", host.id.clone()).with("dst", hop.dst),
            None => Message::new("vpc-why-nobodys-ip").with("dst", hop.dst),
        },
        _ => base(other_why(code)).with("place", here(world, leg, hop)),
    }
}

/// Why security groups let nothing pass, with the rule that comes near.
fn groups_why(world: &World, leg: &Leg, (code, dir, who): (&str, Dir, Who), hop: &Hop) -> Message {
    let other = if dir == Dir::In { hop.src } else { hop.dst };
    let id = match (code, dir) {
        (codes::GROUPS, Dir::In) => "vpc-why-sg-in",
        (codes::GROUPS, Dir::Out) => "vpc-why-sg-out",
        (_, Dir::In) => "vpc-why-sg-empty-in",
        (_, Dir::Out) => "vpc-why-sg-empty-out",
    };
    let message = Message::new(id).with("host", world.name(who).to_owned()).with("groups", groups(world, who)).with("other", called(world, other));
    let message = message.with("traffic", wanted(&leg.packet));
    match nearest(world, leg, (dir, who), other) {
        Some((id, rule)) => Message::new("vpc-near").with("why", message).with("near", Message::new(id).with("rule", rule)),
        None => message,
    }
}

/// The rule that would have matched but for one thing, and the message that says which.
fn nearest(world: &World, leg: &Leg, (dir, who): (Dir, Who), other: Addr) -> Option<(&'static str, String)> {
    let eni = world.eni(who, other.family())?;
    let rules = eni.groups?.iter().filter_map(|g| world.groups.get(*g)).flat_map(|g| g.rules(dir).iter().map(move |rule| (g, rule)));
    let mut near = rules.filter_map(|(group, rule)| {
        let id = match (matches(rule, &leg.packet), meant(world, rule.remote, other)) {
            (false, true) => "vpc-near-port",
            (true, false) => "vpc-near-other",
            _ => return None,
        };
        Some((id, format!("{}: {} {}", group.id, dir.word(), write::group_rule(world, rule, dir))))
    });
    near.next()
}

fn meant(world: &World, remote: Remote, other: Addr) -> bool {
    world.means(remote, other)
}

/// Whether the protocol and port of a rule are those of a packet.
pub fn matches(rule: &GroupRule, packet: &Packet) -> bool {
    let port = packet.dport.lowest();
    let fits =
        |proto: Proto| proto == packet.proto && (!proto.has_ports() || port.is_some_and(|p| rule.traffic.ports.low <= p && p <= rule.traffic.ports.high));
    rule.traffic.proto.is_none_or(fits)
}

/// The names of somebody's security groups.
pub fn groups(world: &World, who: Who) -> String {
    let mine = [crate::sim::cidr::net::Family::V4, crate::sim::cidr::net::Family::V6].iter().find_map(|family| world.eni(who, *family));
    let names = mine.and_then(|eni| eni.groups).unwrap_or_default().iter().filter_map(|g| world.groups.get(*g)).map(|g| g.id.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// What a rule would have to let pass: `tcp 443`, `icmp 8`.
pub fn wanted(packet: &Packet) -> String {
    match packet.proto {
        Proto::Icmp => format!("icmp {}", packet.icmp.0),
        proto if proto.has_ports() => format!("{proto} {}", packet.dport),
        proto => proto.to_string(),
    }
}

/// An address behind the name of who has it.
pub fn called(world: &World, addr: Addr) -> String {
    let hosts = world.hosts.iter().find(|h| h.ip == addr || h.v6 == Some(addr) || h.public == Some(addr)).map(|h| &h.id);
    let nats = || world.nats.iter().find(|n| n.ip == addr || n.public == Some(addr)).map(|n| &n.id);
    let endpoints = || world.interfaces.iter().find(|e| e.ip == addr).map(|e| &e.id);
    let outside = || world.outside.iter().find(|o| o.ip == addr).map(|o| &o.id);
    hosts.or_else(nats).or_else(endpoints).or_else(outside).map_or_else(|| addr.to_string(), |id| format!("{id} {addr}"))
}

fn route_why(code: &str, way: Way) -> &'static str {
    match (code, way) {
        (codes::NO_ROUTE, Way::Request) => "vpc-why-no-route",
        (codes::NO_ROUTE, Way::Reply) => "vpc-why-no-route-back",
        (codes::BAD_STATE, _) => "vpc-why-bad-state",
        (codes::ASYMMETRIC, _) => "vpc-why-asymmetric",
        (codes::DISCONNECTED, _) => "vpc-why-disconnected",
        _ => "vpc-why-cannot-route",
    }
}

fn other_why(code: &str) -> &'static str {
    match code {
        codes::NO_PUBLIC_IP => "vpc-why-no-public-ip",
        codes::PRIVATE_DESTINATION => "vpc-why-private-destination",
        codes::UNASSOCIATED => "vpc-why-unassociated",
        codes::NAT_NO_INBOUND => "vpc-why-nat-no-inbound",
        codes::PEERING_END => "vpc-why-peering-end",
        codes::GATEWAY_PROTOCOL => "vpc-why-gateway-protocol",
        codes::SOURCE_DEST_CHECK => "vpc-why-source-dest-check",
        codes::LOOP => "vpc-why-loop",
        codes::BAD_STATE => "vpc-why-detached",
        _ => "vpc-why-no-path",
    }
}

/// The name of an ACL.
pub fn acl_id(world: &World, acl: usize) -> String {
    world.acls.get(acl).map_or_else(String::new, |a| a.id.clone())
}

fn rule_number(world: &World, hop: &Hop, rule: Option<usize>) -> String {
    let Act::Acl(dir, acl, ..) = hop.act else { return "*".to_owned() };
    rule.and_then(|r| world.acls.get(acl)?.rules(dir).get(r)).map_or_else(|| "*".to_owned(), |r| r.number.to_string())
}

/// The table of a subnet and one of its lines as it is written.
pub fn line(world: &World, subnet: usize, route: Option<usize>) -> (String, String) {
    let Some(subnet) = world.subnets.get(subnet) else { return (String::new(), String::new()) };
    let Some(table) = subnet.table.and_then(|t| world.tables.get(t)) else { return (subnet.id.clone(), String::new()) };
    let line = route.and_then(|r| table.routes.get(r)).map_or_else(String::new, |r| format!("{} -> {}", world.destination(r.to), r.target));
    (table.id.clone(), line)
}

/// Where a hop happens: the name of the place, or of who is out there.
pub fn here(world: &World, leg: &Leg, hop: &Hop) -> String {
    let name = |i: Option<&String>| i.cloned().unwrap_or_default();
    match hop.place {
        Place::At(who) => world.name(who).to_owned(),
        Place::Subnet(i) => name(world.subnets.get(i).map(|s| &s.id)),
        Place::Igw(i) => name(world.igws.get(i).map(|g| &g.id)),
        Place::Egress(i) => name(world.egresses.get(i).map(|g| &g.id)),
        Place::Peering(i) => name(world.peerings.get(i).map(|p| &p.id)),
        Place::Gateway(i) => name(world.gateways.get(i).map(|g| &g.id)),
        Place::Internet if leg.client == Client::Internet => leg.from.clone(),
        Place::Internet => world.outside.iter().find(|o| o.ip == leg.packet.dst).map_or_else(|| "internet".to_owned(), |o| o.id.clone()),
    }
}
