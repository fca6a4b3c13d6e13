//! What each kind of obstacle suggests.

use super::super::super::cidr::net::{Addr, Family, Net};
use super::super::super::cidr::read::Piece;
use super::super::codes;
use super::super::flow::is_public;
use super::super::packet::{Dir, Ports, Proto, Way};
use super::super::phrase::parts;
use super::super::rules::{Group, Remote};
use super::super::sheet::{Kind, Statement};
use super::super::walk::{Act, Place};
use super::super::why;
use super::super::world::{Goes, Subnet, Who};
use super::{Edit, LOGIN, Site};
use crate::sim::Change;
use crate::text::Message;

/// The ports from which every system chooses one for a connection of its own (VPC user guide, "Ephemeral ports").
const CHOSEN: Ports = Ports { low: 1024, high: 65535 };

/// The edits that may remove an obstacle, the most obvious first.
pub fn suggest(site: &Site<'_, '_>) -> Vec<Edit> {
    let found: Vec<Option<Edit>> = match (site.hop.act, site.hop.block) {
        (Act::Acl(dir, acl, ..), _) => vec![site.acl_rule(dir, acl)],
        (Act::Groups(dir, _), Some(codes::GROUPS | codes::NO_RULES)) => vec![site.other_host(dir), site.group_rule(dir)],
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

/// A statement in other words.
fn replaced(s: &Statement<'_>, line: String) -> Edit {
    let label = Message::new("vpc-fix-line").with("line", line.lines().collect::<Vec<_>>().join(" + "));
    Edit { change: Change { range: s.line.range(), text: line }, label }
}

/// What a statement is called: `nacl web`.
fn called(s: &Statement<'_>) -> String {
    let head = s.line.text.get(..s.id.range().end.saturating_sub(s.line.at)).unwrap_or(s.id.text);
    head.to_owned()
}

fn appended(s: &Statement<'_>, more: &str) -> Edit {
    let label = Message::new("vpc-fix-add").with("to", called(s)).with("part", more.trim().to_owned());
    Edit { label, ..replaced(s, format!("{}{more}", s.line.text)) }
}

impl<'s> Site<'_, 's> {
    fn find(&self, kind: Kind, id: &str) -> Option<&Statement<'s>> {
        self.statements.iter().find(|s| s.is(kind, id))
    }

    fn new_line(&self, line: String) -> Edit {
        let label = Message::new("vpc-fix-new").with("line", line.clone());
        Edit { change: Change { range: self.end..self.end, text: format!("\n{line}") }, label }
    }

    fn vpc(&self) -> Option<usize> {
        self.subnet.map(|s| self.world.vpc_of(s))
    }

    /// The ports and protocol that a rule would have to let pass.
    ///
    /// An answer goes to a port that its client chose: all that any system chooses from are opened, as one seldom knows
    /// the client.
    fn traffic(&self) -> String {
        let packet = &self.leg.packet;
        let chosen = if self.hop.dst == packet.src { packet.sport.ranges() } else { &[] };
        match (packet.proto, self.hop.way) {
            (Proto::Icmp, Way::Reply) => format!("icmp {}", packet.clone().reply().icmp.0),
            (proto, Way::Reply) if proto.has_ports() && chosen.iter().all(|ports| CHOSEN.covers(*ports)) => format!("{proto} {CHOSEN}"),
            (proto, Way::Reply) if proto.has_ports() => format!("{proto} {}", packet.sport),
            _ => why::wanted(packet),
        }
    }

    /// The address of the other side, and whether its name says that it is anybody on the internet.
    fn other(&self, dir: Dir) -> (Addr, bool) {
        let other = if dir == Dir::In { self.hop.src } else { self.hop.dst };
        (other, self.world.outside.iter().any(|o| o.ip == other && o.id == "internet"))
    }

    /// Whom a rule of an ACL names: inside a VPC the subnet of the other side, out on the internet everybody, unless
    /// one address was asked for by name.
    fn range(&self, dir: Dir) -> Net {
        let (other, anybody) = self.other(dir);
        let here = self.vpc();
        let holds = |s: &&Subnet, home: bool| (Some(s.vpc) == here) == home && s.nets.iter().any(|n| n.holds(other));
        let subnet = [true, false].into_iter().find_map(|home| self.world.subnets.iter().find(|s| holds(s, home)));
        let lists = self.world.lists.iter().flat_map(|l| &l.nets);
        let inside = subnet.into_iter().flat_map(|s| &s.nets).chain(lists).find(|n| n.holds(other));
        match inside {
            Some(net) => *net,
            None if anybody || self.hop.way == Way::Reply => Net::all(other.family()),
            None => Net::of(other),
        }
    }

    /// A rule just before the one that refuses.
    ///
    /// What somebody denied on purpose stays denied for the others: before a `deny` only the one address is let through.
    fn acl_rule(&self, dir: Dir, index: usize) -> Option<Edit> {
        let acl = self.world.acls.get(index)?;
        let Act::Acl(_, _, by, refused) = self.hop.act else { return None };
        let taken = |n: u16| acl.rules(dir).iter().any(|r| r.number == n);
        let denied = refused.unwrap_or(by).and_then(|r| acl.rules(dir).get(r));
        let number = match denied {
            Some(rule) => (1..rule.number).rev().filter(|n| n % 10 == 0).chain((1..rule.number).rev()).find(|n| !taken(*n))?,
            None => (100..=32766).step_by(10).find(|n| acl.rules(dir).iter().all(|r| r.number < *n))?,
        };
        let remote = if denied.is_some() { Net::of(self.other(dir).0) } else { self.range(dir) };
        let statement = self.find(Kind::Acl, &acl.id)?;
        let rule = format!("{} {number} allow {} {remote}", dir.word(), self.traffic());
        Some(joined(statement, "; ", &rule))
    }

    /// The group of whoever stands where the packet is stopped, and its statement.
    fn group(&self) -> Option<(Who, &'_ Group, &Statement<'s>)> {
        let Place::At(who) = self.hop.place else { return None };
        let groups = self.world.eni(who, self.hop.src.family())?.groups?;
        let group = self.world.groups.get(*groups.first()?)?;
        Some((who, group, self.find(Kind::Group, &group.id)?))
    }

    fn group_rule(&self, dir: Dir) -> Option<Edit> {
        let (who, _, statement) = self.group()?;
        let word = if dir == Dir::In { "from" } else { "to" };
        let rule = format!("{} {} {word} {}", dir.word(), self.traffic(), self.remote(who, dir));
        let none = parts(statement.rest, ';').find(|p| p.text.strip_suffix("none").is_some_and(|d| d.trim() == dir.word()));
        match none {
            Some(none) => spliced(statement, none, &rule),
            None => Some(joined(statement, "; ", &rule)),
        }
    }

    /// A rule for one address outside made into one for another: the address has changed, or was mistyped.
    fn other_host(&self, dir: Dir) -> Option<Edit> {
        let (_, group, statement) = self.group()?;
        let (other, anybody) = self.other(dir);
        if anybody || !is_public(self.world, other) {
            return None;
        }
        let one = |r: Remote| matches!(r, Remote::Net(net) if net == Net::of(net.first()) && is_public(self.world, net.first()));
        let at = group.rules(dir).iter().position(|rule| one(rule.remote) && why::matches(rule, &self.leg.packet))?;
        let mut written = parts(statement.rest, ';').filter(|p| p.text.starts_with(dir.word()) && !p.text.ends_with(" none"));
        let old = written.nth(at)?;
        let kept = old.text.rfind(' ').and_then(|end| old.text.get(..end))?;
        spliced(statement, old, &format!("{kept} {}", Net::of(other)))
    }

    /// Whom a rule of a group names: a group of the other side in the same VPC, a prefix list, everybody on the
    /// internet, or else its one address.
    fn remote(&self, me: Who, dir: Dir) -> String {
        let (other, anybody) = self.other(dir);
        let here = self.world.eni(me, other.family()).map(|e| self.world.vpc_of(e.subnet));
        let owner = here.and_then(|vpc| self.world.owner(vpc, other));
        let group = owner.and_then(|e| e.groups).and_then(<[usize]>::first).and_then(|g| self.world.groups.get(*g)).map(|g| &g.id);
        let list = || self.world.lists.iter().find(|l| l.nets.iter().any(|n| n.holds(other))).map(|l| &l.id);
        let login = dir == Dir::In && self.leg.packet.dport.lowest().is_some_and(|port| LOGIN.contains(&port));
        let everybody = || if anybody && !login { Net::all(other.family()) } else { Net::of(other) };
        group.or_else(list).map_or_else(|| everybody().to_string(), Clone::clone)
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
        let everywhere = Net::all(dst.family()).to_string();
        if dst.family() == Family::V4 {
            all.extend(nats.map(|n| self.route(&everywhere, &n.id)));
        } else {
            all.extend(world.egresses.iter().filter(|g| g.vpc == here).map(|g| self.route(&everywhere, &g.id)));
        }
        all.extend(world.igw_of(here).and_then(|i| world.igws.get(i)).map(|g| self.route(&everywhere, &g.id)));
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
            Some(old) => spliced(statement, old, &route),
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
        spliced(statement, part, line)
    }

    /// The table without the line that was taken.
    fn without_route(&self) -> Option<Edit> {
        let (statement, part) = self.taken()?;
        let left: Vec<&str> = parts(statement.rest, ',').filter(|p| *p != part).map(|p| p.text).collect();
        let head = statement.line.text.get(..statement.rest.at - statement.line.at)?;
        let label = Message::new("vpc-fix-remove").with("from", called(statement)).with("part", part.text.to_owned());
        Some(Edit { label, ..replaced(statement, format!("{head}{}", left.join(", ")).trim_end().to_owned()) })
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
    let label = Message::new("vpc-fix-add").with("to", called(s)).with("part", part.to_owned());
    Edit { label, ..replaced(s, format!("{line}{between}{part}")) }
}

/// A statement with one part of its list in other words.
fn spliced(s: &Statement<'_>, old: Piece<'_>, new: &str) -> Option<Edit> {
    let at = old.at - s.line.at;
    let line = format!("{}{new}{}", s.line.text.get(..at)?, s.line.text.get(at + old.text.len()..)?);
    let label = Message::new("vpc-fix-change").with("in", called(s)).with("old", old.text.to_owned()).with("new", new.to_owned());
    Some(Edit { label, ..replaced(s, line) })
}

fn destination<'s>(part: Piece<'s>) -> &'s str {
    part.text.split("->").next().unwrap_or("").trim()
}
