//! What each kind of obstacle suggests.

use super::super::super::cidr::net::{Addr, Net};
use super::super::super::cidr::read::Piece;
use super::super::codes;
use super::super::flow::is_public;
use super::super::packet::{Dir, Proto, Way};
use super::super::phrase::parts;
use super::super::sheet::{Kind, Statement};
use super::super::walk::{Act, Place};
use super::super::world::{Goes, Who};
use super::{Edit, Site};
use crate::sim::Change;

/// The edits that may remove an obstacle, the most obvious first.
pub fn suggest(site: &Site<'_, '_>) -> Vec<Edit> {
    let found: Vec<Option<Edit>> = match (site.hop.act, site.hop.block) {
        (Act::Acl(dir, acl, ..), _) => vec![site.acl_rule(dir, acl)],
        (Act::Groups(dir, _), Some(codes::GROUPS | codes::NO_RULES)) => vec![site.group_rule(dir)],
        (_, Some(codes::NO_PUBLIC_IP)) => vec![site.public_address(), site.route_to_nat()],
        (_, Some(codes::NOBODYS_IP)) => vec![site.public_address_of_target()],
        (_, Some(codes::UNASSOCIATED)) => vec![site.attach(), site.new_igw()],
        (_, Some(codes::LOOP)) => site.move_nat(),
        (_, Some(codes::DISCONNECTED)) => vec![site.new_peering()],
        (_, Some(codes::PEERING_END)) => [site.new_peering()].into_iter().chain(site.routes()).collect(),
        (_, Some(codes::SOURCE_DEST_CHECK)) => vec![site.no_check()],
        (_, Some(codes::BAD_STATE)) => [site.attach(), site.revive(), site.without_route()].into_iter().chain(site.routes()).collect(),
        (_, Some(codes::NO_ROUTE | codes::CANNOT_ROUTE | codes::ASYMMETRIC)) => site.routes(),
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn replaced(s: &Statement<'_>, line: String) -> Edit {
    Edit { change: Change { range: s.line.range(), text: line.clone() }, line }
}

fn appended(s: &Statement<'_>, more: &str) -> Edit {
    replaced(s, format!("{}{more}", s.line.text))
}

impl<'s> Site<'_, 's> {
    fn find(&self, kind: Kind, id: &str) -> Option<&Statement<'s>> {
        self.statements.iter().find(|s| s.is(kind, id))
    }

    fn new_line(&self, line: String) -> Edit {
        Edit { change: Change { range: self.end..self.end, text: format!("\n{line}") }, line }
    }

    fn vpc(&self) -> Option<usize> {
        self.subnet.map(|s| self.world.vpc_of(s))
    }

    /// The ports and protocol that a rule would have to let pass.
    fn traffic(&self) -> String {
        let packet = &self.leg.packet;
        match (packet.proto, self.hop.way) {
            (Proto::Icmp, Way::Request) => format!("icmp {}", packet.icmp.0),
            (Proto::Icmp, Way::Reply) => format!("icmp {}", packet.clone().reply().icmp.0),
            (proto, _) if !proto.has_ports() => proto.to_string(),
            (proto, Way::Request) => format!("{proto} {}", packet.dport),
            (proto, Way::Reply) if self.hop.dst == packet.src => format!("{proto} {}", packet.sport),
            (proto, Way::Reply) => format!("{proto} 1024-65535"), // what a NAT gateway takes
        }
    }

    /// A rule just before the one that refuses, for this other side alone.
    fn acl_rule(&self, dir: Dir, index: usize) -> Option<Edit> {
        let acl = self.world.acls.get(index)?;
        let Act::Acl(_, _, by, refused) = self.hop.act else { return None };
        let taken = |n: u16| acl.rules(dir).iter().any(|r| r.number == n);
        let number = match refused.unwrap_or(by).and_then(|r| acl.rules(dir).get(r)) {
            Some(rule) => (1..rule.number).rev().filter(|n| n % 10 == 0).chain((1..rule.number).rev()).find(|n| !taken(*n))?,
            None => (100..=32766).step_by(10).find(|n| acl.rules(dir).iter().all(|r| r.number < *n))?,
        };
        let remote = Net::of(if dir == Dir::In { self.hop.src } else { self.hop.dst });
        let statement = self.find(Kind::Acl, &acl.id)?;
        let rule = format!("{} {number} allow {} {remote}", dir.word(), self.traffic());
        Some(joined(statement, "; ", &rule))
    }

    fn group_rule(&self, dir: Dir) -> Option<Edit> {
        let Place::At(who) = self.hop.place else { return None };
        let groups = self.world.eni(who, self.hop.src.family())?.groups?;
        let group = self.world.groups.get(*groups.first()?)?;
        let statement = self.find(Kind::Group, &group.id)?;
        let (word, other) = if dir == Dir::In { ("from", self.hop.src) } else { ("to", self.hop.dst) };
        let rule = format!("{} {} {word} {}", dir.word(), self.traffic(), self.remote(who, other));
        if dir == Dir::Out
            && let Some(none) = parts(statement.rest, ';').find(|p| p.text == "out none")
        {
            let at = none.at - statement.line.at;
            let line = format!("{}{rule}{}", statement.line.text.get(..at)?, statement.line.text.get(at + none.text.len()..)?);
            return Some(replaced(statement, line));
        }
        Some(joined(statement, "; ", &rule))
    }

    /// Whom a rule names: the group of the other side where it has one in the same VPC, else its address.
    fn remote(&self, me: Who, other: Addr) -> String {
        let here = self.world.eni(me, other.family()).map(|e| self.world.vpc_of(e.subnet));
        let owner = here.and_then(|vpc| self.world.owner(vpc, other));
        let group = owner.and_then(|e| e.groups).and_then(<[usize]>::first).and_then(|g| self.world.groups.get(*g));
        group.map_or_else(|| Net::of(other).to_string(), |g| g.id.clone())
    }

    fn public_address(&self) -> Option<Edit> {
        let host = self.world.hosts.iter().position(|h| h.ip == self.hop.src);
        if let Some(host) = host {
            return self.with_public(host);
        }
        let nat = self.world.nats.iter().find(|n| n.ip == self.hop.src)?;
        let statement = self.find(Kind::Nat, &nat.id)?;
        Some(replaced(statement, statement.line.text.replace(" private", " eip 203.0.113.99")))
    }

    fn with_public(&self, host: usize) -> Option<Edit> {
        let statement = self.find(Kind::Host, &self.world.hosts.get(host)?.id)?;
        Some(appended(statement, &format!(" public 203.0.113.{}", 100 + host % 90)))
    }

    fn public_address_of_target(&self) -> Option<Edit> {
        let name = self.leg.to.split(':').next()?;
        let host = self.world.hosts.iter().position(|h| h.id == name && h.public.is_none())?;
        self.with_public(host)
    }

    fn route_to_nat(&self) -> Option<Edit> {
        let vpc = self.vpc()?;
        let nat = self.world.nats.iter().find(|n| self.world.vpc_of(n.subnet) == vpc && Some(n.subnet) != self.subnet)?;
        self.route("0.0.0.0/0", &nat.id)
    }

    /// A route to what could lead there.
    fn routes(&self) -> Vec<Option<Edit>> {
        let (Some(here), dst) = (self.vpc(), self.hop.dst) else { return Vec::new() };
        let world = self.world;
        if let Some(there) = world.vpc_with(dst).filter(|there| *there != here) {
            let net = world.vpcs.get(there).and_then(|v| v.nets.iter().find(|n| n.holds(dst)));
            let peering = world.peering(here, there).and_then(|p| world.peerings.get(p));
            return vec![net.zip(peering).and_then(|(net, p)| self.route(&net.to_string(), &p.id))];
        }
        if !is_public(world, dst) {
            return vec![self.without_route()];
        }
        let endpoints = world.gateways.iter().filter(|g| g.vpc == here && world.lists.get(g.list).is_some_and(|l| l.nets.iter().any(|n| n.holds(dst))));
        let mut all: Vec<Option<Edit>> = endpoints.filter_map(|g| Some(self.route(&world.lists.get(g.list)?.id, &g.id))).collect();
        let nats = world.nats.iter().filter(|n| world.vpc_of(n.subnet) == here && Some(n.subnet) != self.subnet);
        all.extend(nats.map(|n| self.route("0.0.0.0/0", &n.id)));
        all.extend(world.igw_of(here).and_then(|i| world.igws.get(i)).map(|g| self.route("0.0.0.0/0", &g.id)));
        all.push(self.without_route());
        all
    }

    /// A line in the table of the subnet, in the place of one with the same destination.
    fn route(&self, to: &str, target: &str) -> Option<Edit> {
        let subnet = self.world.subnets.get(self.subnet?)?;
        let route = format!("{to} -> {target}");
        let Some(table) = subnet.table.and_then(|t| self.world.tables.get(t)) else {
            let statement = self.find(Kind::Subnet, &subnet.id)?;
            return Some(replaced(statement, format!("{} rt rt-{}\nrt rt-{}: {route}", statement.line.text, subnet.id, subnet.id)));
        };
        let statement = self.find(Kind::Table, &table.id)?;
        match parts(statement.rest, ',').find(|p| destination(*p) == to) {
            Some(old) => Some(replaced(statement, spliced(statement, old, &route)?)),
            None => Some(joined(statement, ", ", &route)),
        }
    }

    /// The line that was taken.
    fn taken(&self) -> Option<(&Statement<'s>, Piece<'s>)> {
        let (Act::Route(Some(route), _), Place::Subnet(subnet)) = (self.hop.act, self.hop.place) else { return None };
        let table = self.world.tables.get(self.world.subnets.get(subnet)?.table?)?;
        let to = self.world.destination(table.routes.get(route)?.to);
        let statement = self.find(Kind::Table, &table.id)?;
        parts(statement.rest, ',').find(|p| destination(*p) == to).map(|p| (statement, p))
    }

    fn revive(&self) -> Option<Edit> {
        let (statement, part) = self.taken()?;
        let line = part.text.strip_suffix("blackhole").map(str::trim_end).filter(|l| !l.ends_with("->"))?;
        Some(replaced(statement, spliced(statement, part, line)?))
    }

    /// The table without the line that was taken.
    fn without_route(&self) -> Option<Edit> {
        let (statement, part) = self.taken()?;
        let left: Vec<&str> = parts(statement.rest, ',').filter(|p| *p != part).map(|p| p.text).collect();
        let head = statement.line.text.get(..statement.rest.at - statement.line.at)?;
        Some(replaced(statement, format!("{head}{}", left.join(", ")).trim_end().to_owned()))
    }

    /// Attaches the internet gateway that the packet would take.
    fn attach(&self) -> Option<Edit> {
        let vpc = self.vpc().or_else(|| self.world.public_owner(self.hop.dst).map(|e| self.world.vpc_of(e.subnet)))?;
        let igw = self.world.igws.get(self.world.igw_of(vpc)?).filter(|g| !g.attached)?;
        let statement = self.find(Kind::Igw, &igw.id)?;
        Some(replaced(statement, statement.line.text.replace(" detached", "")))
    }

    fn new_igw(&self) -> Option<Edit> {
        let owner = self.world.public_owner(self.hop.dst)?;
        let vpc = self.world.vpc_of(owner.subnet);
        let id = &self.world.vpcs.get(vpc)?.id;
        self.world.igw_of(vpc).is_none().then(|| self.new_line(format!("igw igw-{id} attach {id}")))
    }

    fn new_peering(&self) -> Option<Edit> {
        let here = self.leg_home()?;
        let there = self.world.vpc_with(self.leg.packet.dst).filter(|t| *t != here)?;
        let (a, b) = (self.world.vpcs.get(here)?, self.world.vpcs.get(there)?);
        let overlap = a.nets.iter().any(|x| b.nets.iter().any(|y| x.overlaps(*y)));
        let free = self.world.peering(here, there).is_none() && !overlap;
        free.then(|| self.new_line(format!("peering pcx-{}-{} {} {}", a.id, b.id, a.id, b.id)))
    }

    fn leg_home(&self) -> Option<usize> {
        self.world.vpc_with(self.leg.packet.src)
    }

    /// A NAT gateway in a subnet that leads to an internet gateway.
    fn move_nat(&self) -> Vec<Option<Edit>> {
        let Some(vpc) = self.vpc() else { return Vec::new() };
        let leads_out = |s: usize| matches!(self.world.route(s, self.leg.packet.dst), Some(p) if matches!(p.goes, Goes::Igw(_)));
        let better = (0..self.world.subnets.len()).filter(|s| self.world.vpc_of(*s) == vpc && leads_out(*s));
        let nat = match self.hop.act {
            Act::Route(_, Some(Goes::Nat(nat))) => self.world.nats.get(nat),
            _ => None,
        };
        let Some((nat, statement)) = nat.and_then(|n| Some((n, self.find(Kind::Nat, &n.id)?))) else { return Vec::new() };
        better
            .map(|s| {
                let from = self.world.subnets.get(nat.subnet)?;
                let moved = statement.line.text.replacen(&format!(" in {}", from.id), &format!(" in {}", self.world.subnets.get(s)?.id), 1);
                Some(replaced(statement, moved.replace(&format!(" ip {}", nat.ip), "")))
            })
            .collect()
    }

    fn no_check(&self) -> Option<Edit> {
        let Place::At(Who::Host(host)) = self.hop.place else { return None };
        Some(appended(self.find(Kind::Host, &self.world.hosts.get(host)?.id)?, " nocheck"))
    }
}

/// A statement with one more part in its list.
fn joined(s: &Statement<'_>, separator: &str, part: &str) -> Edit {
    let line = s.line.text.trim_end();
    let between = if s.rest.text.is_empty() { if line.ends_with(':') { " " } else { ": " } } else { separator };
    replaced(s, format!("{line}{between}{part}"))
}

fn spliced(s: &Statement<'_>, old: Piece<'_>, new: &str) -> Option<String> {
    let at = old.at - s.line.at;
    Some(format!("{}{new}{}", s.line.text.get(..at)?, s.line.text.get(at + old.text.len()..)?))
}

fn destination<'s>(part: Piece<'s>) -> &'s str {
    part.text.split("->").next().unwrap_or("").trim()
}
