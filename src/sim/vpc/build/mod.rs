//! Statements made into a network: every name looked up, every address checked.

mod machine;

use std::collections::{HashMap, HashSet};

use super::super::cidr::net::{Addr, Net};
use super::super::cidr::read::{self, Piece, Read, hinted, refuse};
use super::phrase::{self, net, parts};
use super::rules::{Acl, Group, Remote};
use super::sheet::{Kind, Statement, Words, odd, unknown};
use super::world::{Gateway, Goes, Igw, List, Outside, Peering, Route, Subnet, Table, To, Vpc, World};
use crate::sim::Refusal;
use crate::text::Message;

/// A network and what is wrong with its statements.
pub struct Built {
    /// The network, without what could not be read.
    pub world: World,
    /// What could not be read.
    pub refusals: Vec<Refusal>,
}

/// What there is without being written.
const LISTS: &[(&str, &str)] = &[("pl-s3", "52.219.56.0/22"), ("pl-dynamodb", "52.94.8.0/24")];
const OUTSIDE: &[(&str, &str)] = &[("internet", "198.51.100.10"), ("s3", "52.219.56.10"), ("dynamodb", "52.94.8.10")];

/// The order in which kinds are made: a thing comes after what it stands in.
const ORDER: &[Kind] = &[
    Kind::Vpc,
    Kind::List,
    Kind::Group,
    Kind::Acl,
    Kind::Table,
    Kind::Subnet,
    Kind::Host,
    Kind::Interface,
    Kind::Nat,
    Kind::Igw,
    Kind::Gateway,
    Kind::Peering,
    Kind::Outside,
];

struct Builder<'s> {
    world: World,
    names: HashMap<(Kind, String), usize>,
    taken: HashSet<(usize, Addr)>,
    /// Statements that name a thing which could not be read: who refers to them is not refused again.
    broken: HashSet<&'s str>,
    refusals: Vec<Refusal>,
}

/// Makes a network of statements.
#[must_use]
pub fn build(statements: &[Statement<'_>]) -> Built {
    let mut builder = Builder { world: World::default(), names: HashMap::new(), taken: HashSet::new(), broken: HashSet::new(), refusals: Vec::new() };
    builder.builtin(statements);
    // Groups speak of each other, so their names come first.
    for statement in statements.iter().filter(|s| s.kind == Kind::Group) {
        builder.world.groups.push(Group { id: statement.id.text.to_owned(), ..Group::default() });
        builder.name(statement, builder.world.groups.len() - 1);
    }
    for kind in ORDER {
        for statement in statements.iter().filter(|s| s.kind == *kind) {
            if let Err(refusal) = builder.make(statement) {
                builder.refusals.push(*refusal);
                builder.broken.insert(statement.id.text);
            }
        }
    }
    for statement in statements.iter().filter(|s| s.kind == Kind::Table) {
        builder.routes(statement);
    }
    Built { world: builder.world.settled(), refusals: builder.refusals }
}

impl<'s> Builder<'s> {
    fn builtin(&mut self, statements: &[Statement<'_>]) {
        let written = |kind, id: &str| statements.iter().any(|s| s.is(kind, id));
        for (id, text) in LISTS.iter().filter(|(id, _)| !written(Kind::List, id)) {
            let nets = net(Piece::whole(text)).into_iter().collect();
            self.names.insert((Kind::List, (*id).to_owned()), self.world.lists.len());
            self.world.lists.push(List { id: (*id).to_owned(), nets });
        }
        for (id, text) in OUTSIDE.iter().filter(|(id, _)| !written(Kind::Outside, id)) {
            if let Ok(ip) = read::addr(Piece::whole(text)) {
                self.world.outside.push(Outside { id: (*id).to_owned(), ip });
            }
        }
    }

    fn make(&mut self, s: &Statement<'s>) -> Read<()> {
        let mut words = Words::of(s.rest);
        match s.kind {
            Kind::Vpc => self.vpc(s, &mut words)?,
            Kind::List => {
                let mut nets = Vec::new();
                while let Some(word) = words.take() {
                    nets.push(net(word)?);
                }
                self.world.lists.push(List { id: s.id.text.to_owned(), nets });
                self.name(s, self.world.lists.len() - 1);
            }
            Kind::Group => self.group(s)?,
            Kind::Acl => self.acl(s)?,
            Kind::Table => {
                self.world.tables.push(Table::named(s.id.text));
                self.name(s, self.world.tables.len() - 1);
            }
            Kind::Subnet => self.subnet(s, &mut words)?,
            Kind::Host => self.host(s, &mut words)?,
            Kind::Interface => self.interface(s, &mut words)?,
            Kind::Nat => self.nat(s, &mut words)?,
            Kind::Igw => self.igw(s, &mut words)?,
            Kind::Gateway => self.gateway(s, &mut words)?,
            Kind::Peering => self.peering(s, &mut words)?,
            Kind::Outside => {
                let ip = read::addr(words.need("vpc-w-address")?)?;
                words.done()?;
                self.world.outside.push(Outside { id: s.id.text.to_owned(), ip });
            }
        }
        Ok(())
    }

    fn name(&mut self, s: &Statement<'_>, index: usize) {
        self.names.insert((s.kind, s.id.text.to_owned()), index);
    }

    fn find(&self, kind: Kind, word: Piece<'_>) -> Read<usize> {
        let found = self.names.get(&(kind, word.text.to_owned())).copied();
        found.ok_or_else(|| unknown(word, self.names.keys().filter(|(k, _)| *k == kind).map(|(_, name)| name.as_str())))
    }

    fn next(&self, kind: Kind, words: &mut Words<'_>, what: &'static str) -> Read<usize> {
        let word = words.need(what)?;
        self.find(kind, word)
    }

    fn vpc(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        let mut nets = Vec::new();
        while let Some(word) = words.take() {
            if word.text != "v6" {
                nets.push(net(word)?);
            }
        }
        if nets.is_empty() {
            return Err(words.missing("vpc-w-net"));
        }
        self.world.vpcs.push(Vpc { id: s.id.text.to_owned(), nets });
        self.name(s, self.world.vpcs.len() - 1);
        Ok(())
    }

    fn subnet(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        let vpc = self.next(Kind::Vpc, words, "vpc-w-vpc")?;
        let mut subnet = Subnet { id: s.id.text.to_owned(), vpc, ..Subnet::default() };
        let place = words.need("vpc-w-net")?;
        subnet.nets.push(self.fits(vpc, place)?);
        while let Some(word) = words.take() {
            match word.text {
                "az" => subnet.zone = Some(words.need("vpc-w-name")?.text.to_owned()),
                "rt" => subnet.table = Some(self.next(Kind::Table, words, "vpc-w-name")?),
                "nacl" => subnet.acl = Some(self.next(Kind::Acl, words, "vpc-w-name")?),
                "v6" => {
                    let place = words.need("vpc-w-net")?;
                    subnet.nets.push(self.fits(vpc, place)?);
                }
                _ => return Err(odd(word, &["az", "rt", "nacl", "v6"])),
            }
        }
        self.world.subnets.push(subnet);
        self.name(s, self.world.subnets.len() - 1);
        Ok(())
    }

    /// A subnet's network: within its VPC, apart from every other.
    fn fits(&self, vpc: usize, word: Piece<'_>) -> Read<Net> {
        let net = net(word)?;
        let home = self.world.vpcs.get(vpc);
        if !home.is_some_and(|v| v.nets.iter().any(|n| n.covers(net))) {
            let (id, ranges) = home.map_or((String::new(), String::new()), |v| (v.id.clone(), joined(&v.nets)));
            return Err(refuse("E_OUTSIDE_VPC", word.range(), Message::new("vpc-e-outside-vpc").with("net", net).with("vpc", id).with("ranges", ranges)));
        }
        match self.world.subnets.iter().find(|s| s.vpc == vpc && s.nets.iter().any(|n| n.overlaps(net))) {
            Some(other) => Err(refuse("E_OVERLAP", word.range(), Message::new("vpc-e-overlap").with("net", net).with("other", other.id.clone()))),
            None => Ok(net),
        }
    }

    fn igw(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        words.keyword("attach")?;
        let vpc = self.next(Kind::Vpc, words, "vpc-w-vpc")?;
        let attached = !words.eat("detached");
        words.done()?;
        self.world.igws.push(Igw { id: s.id.text.to_owned(), vpc, attached });
        self.name(s, self.world.igws.len() - 1);
        Ok(())
    }

    fn gateway(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        let service = words.need("vpc-w-service")?;
        let vpc = self.next(Kind::Vpc, words, "vpc-w-vpc")?;
        words.done()?;
        let lists = &self.names;
        let list = [format!("pl-{}", service.text), service.text.to_owned()].into_iter().find_map(|id| lists.get(&(Kind::List, id)).copied());
        let list = list.ok_or_else(|| {
            let refusal = refuse("E_SERVICE", service.range(), Message::new("vpc-e-service").with("service", service.text.to_owned()));
            hinted(refusal, Message::new("vpc-h-service"))
        })?;
        self.world.gateways.push(Gateway { id: s.id.text.to_owned(), service: service.text.to_owned(), vpc, list });
        self.name(s, self.world.gateways.len() - 1);
        Ok(())
    }

    fn peering(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        let ends = [self.next(Kind::Vpc, words, "vpc-w-vpc")?, self.next(Kind::Vpc, words, "vpc-w-vpc")?];
        words.done()?;
        self.world.peerings.push(Peering { id: s.id.text.to_owned(), ends });
        self.name(s, self.world.peerings.len() - 1);
        Ok(())
    }

    fn group(&mut self, s: &Statement<'s>) -> Read<()> {
        let find = |word: Piece<'_>| match self.names.get(&(Kind::List, word.text.to_owned())) {
            Some(list) => Ok(Remote::List(*list)),
            None => self.find(Kind::Group, word).map(Remote::Group),
        };
        let (mut inward, mut outward, mut says_out) = (Vec::new(), Vec::new(), false);
        for part in parts(s.rest, ';') {
            let mut words = Words::of(part);
            let word = words.need("vpc-w-direction")?;
            let (rules, preposition) = match word.text {
                "in" => (&mut inward, "from"),
                "out" => (&mut outward, "to"),
                _ => return Err(odd(word, &["in", "out"])),
            };
            says_out |= preposition == "to";
            if words.eat("none") {
                words.done()?;
                continue;
            }
            rules.push(phrase::group_rule(&mut words, preposition, find)?);
        }
        let index = self.find(Kind::Group, s.id)?;
        if let Some(group) = self.world.groups.get_mut(index) {
            group.inward = inward;
            group.outward = if says_out { outward } else { phrase::everything() };
        }
        Ok(())
    }

    fn acl(&mut self, s: &Statement<'s>) -> Read<()> {
        let mut acl = Acl { id: s.id.text.to_owned(), ..Acl::default() };
        for part in parts(s.rest, ';') {
            let mut words = Words::of(part);
            let word = words.need("vpc-w-direction")?;
            let rules = match word.text {
                "in" => &mut acl.inward,
                "out" => &mut acl.outward,
                _ => return Err(odd(word, &["in", "out"])),
            };
            let rule = phrase::acl_rule(&mut words)?;
            if rules.iter().any(|r| r.number == rule.number) {
                return Err(refuse("E_RULE_TWICE", part.range(), Message::new("vpc-e-rule-twice").with("number", rule.number.to_string())));
            }
            rules.push(rule);
        }
        acl.inward.sort_by_key(|r| r.number);
        acl.outward.sort_by_key(|r| r.number);
        self.world.acls.push(acl);
        self.name(s, self.world.acls.len() - 1);
        Ok(())
    }

    /// The routes of a table; a bad one does not hide the others.
    fn routes(&mut self, s: &Statement<'_>) {
        let Ok(table) = self.find(Kind::Table, s.id) else { return };
        let vpc = self.world.subnets.iter().find(|subnet| subnet.table == Some(table)).map(|subnet| subnet.vpc);
        let mut seen = HashSet::new();
        let mut routes = Vec::new();
        for part in parts(s.rest, ',') {
            match self.route(part, vpc) {
                Ok(route) if seen.insert(self.world.destination(route.to)) => routes.push(route),
                Ok(route) => {
                    self.refusals.push(*refuse("E_ROUTE_TWICE", part.range(), Message::new("vpc-e-route-twice").with("to", self.world.destination(route.to))))
                }
                Err(refusal) => self.refusals.push(*refusal),
            }
        }
        if let Some(table) = self.world.tables.get_mut(table) {
            table.routes = routes;
        }
    }

    fn route(&self, part: Piece<'_>, vpc: Option<usize>) -> Read<Route> {
        let Some(arrow) = part.text.find("->") else {
            return Err(hinted(refuse("E_ARROW", part.range(), Message::new("vpc-e-arrow")), Message::new("vpc-h-arrow")));
        };
        let destination = part.part(0..arrow).trim();
        let to = match self.names.get(&(Kind::List, destination.text.to_owned())) {
            Some(list) => To::List(*list),
            None if destination.text.starts_with("pl-") => return Err(unknown(destination, self.world.lists.iter().map(|l| l.id.as_str()))),
            None => To::Net(phrase::destination(destination)?),
        };
        let mut words = Words::of(part.part(arrow + 2..part.text.len()));
        let target = words.need("vpc-w-target")?;
        let hole = words.eat("blackhole") || target.text == "blackhole";
        words.done()?;
        let goes = self.goes(target)?;
        let home = self.home(goes);
        if let (Some(vpc), false) = (vpc, home.is_empty())
            && !home.contains(&vpc)
        {
            let id = |v: usize| self.world.vpcs.get(v).map_or_else(String::new, |v| v.id.clone());
            let message = Message::new("vpc-e-target-vpc")
                .with("target", target.text.to_owned())
                .with("vpc", home.first().map_or_else(String::new, |v| id(*v)))
                .with("here", id(vpc));
            return Err(refuse("E_TARGET_VPC", target.range(), message));
        }
        Ok(Route { to, target: target.text.to_owned(), goes, hole })
    }

    fn goes(&self, target: Piece<'_>) -> Read<Goes> {
        type Make = fn(usize) -> Goes;
        const KINDS: [(Kind, Make); 5] =
            [(Kind::Igw, Goes::Igw), (Kind::Nat, Goes::Nat), (Kind::Peering, Goes::Peering), (Kind::Gateway, Goes::Gateway), (Kind::Host, Goes::Host)];
        match target.text {
            "local" => return Ok(Goes::Local),
            "blackhole" => return Ok(Goes::Hole),
            name if self.broken.contains(name) => return Ok(Goes::Hole),
            _ => {}
        }
        let found = KINDS.iter().find_map(|(kind, make)| self.names.get(&(*kind, target.text.to_owned())).map(|i| make(*i)));
        found.ok_or_else(|| unknown(target, self.names.keys().filter(|(k, _)| KINDS.iter().any(|(kind, _)| k == kind)).map(|(_, name)| name.as_str())))
    }

    /// The VPCs that a target belongs to.
    fn home(&self, goes: Goes) -> Vec<usize> {
        let world = &self.world;
        match goes {
            Goes::Local | Goes::Hole => Vec::new(),
            Goes::Igw(i) => world.igws.get(i).map(|g| g.vpc).into_iter().collect(),
            Goes::Nat(i) => world.nats.get(i).map(|n| world.vpc_of(n.subnet)).into_iter().collect(),
            Goes::Host(i) => world.hosts.get(i).map(|h| world.vpc_of(h.subnet)).into_iter().collect(),
            Goes::Gateway(i) => world.gateways.get(i).map(|g| g.vpc).into_iter().collect(),
            Goes::Peering(i) => world.peerings.get(i).map(|p| p.ends.to_vec()).unwrap_or_default(),
        }
    }
}

fn joined(nets: &[Net]) -> String {
    nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
