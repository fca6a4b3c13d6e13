//! Statements made into a network: every name looked up, every address checked.

mod machine;
mod route;

use std::collections::{HashMap, HashSet};

use super::super::cidr::net::{Addr, Net};
use super::super::cidr::read::{Piece, Read, hinted, refuse};
use super::limits::{MOST_NETS, MOST_PARTS, MOST_REFUSALS, most, too_many};
use super::phrase::{self, net, parts};
use super::rules::{Acl, Group, Remote};
use super::sheet::{Kind, Sheet, Statement, Words, odd, unknown};
use super::world::{Egress, Gateway, Igw, List, Outside, Peering, Subnet, Table, Vpc, World};
use crate::sim::Refusal;
use crate::text::{Message, excerpt};

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
    Kind::Egress,
    Kind::Gateway,
    Kind::Peering,
    Kind::Outside,
];

struct Builder<'s> {
    world: World,
    names: HashMap<(Kind, String), usize>,
    taken: HashSet<(usize, Addr)>,
    /// Names of things that could not be read or are gone: a route to them is not refused, but leads nowhere.
    broken: HashSet<&'s str>,
    refusals: Vec<Refusal>,
    /// Rules and routes so far.
    parts: usize,
    /// Routes so far, every prefix list as its networks.
    expanded: usize,
}

/// Makes a network of the statements of a sheet.
#[must_use]
pub fn build(sheet: &Sheet<'_>) -> Built {
    let statements = &sheet.statements[..];
    let mut builder = Builder {
        world: World::default(),
        names: HashMap::new(),
        taken: HashSet::new(),
        broken: sheet.gone.clone(),
        refusals: Vec::new(),
        parts: 0,
        expanded: 0,
    };
    builder.builtin(statements);
    // Groups speak of each other, so their names come first.
    for statement in statements.iter().filter(|s| s.kind == Kind::Group) {
        builder.world.groups.push(Group { id: statement.id.text.to_owned(), ..Group::default() });
        builder.name(statement, builder.world.groups.len() - 1);
    }
    for kind in ORDER {
        for (before, statement) in statements.iter().filter(|s| s.kind == *kind).enumerate() {
            if builder.is_full() {
                break;
            }
            let room = if before < most(*kind) { Ok(()) } else { Err(too_many(statement.line.range(), many(*kind), most(*kind))) };
            if let Err(refusal) = room.and_then(|()| builder.make(statement)) {
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

/// What a refusal calls many of a kind.
fn many(kind: Kind) -> &'static str {
    match kind {
        Kind::Vpc => "vpc-many-vpcs",
        Kind::Subnet => "vpc-many-subnets",
        Kind::Nat => "vpc-many-nats",
        Kind::Peering => "vpc-many-peerings",
        _ => "vpc-many-gateways",
    }
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
            if let Ok(ip) = phrase::addr(Piece::whole(text)) {
                self.world.outside.push(Outside { id: (*id).to_owned(), ip });
            }
        }
    }

    /// Whether so much is wrong that the rest need not be looked at.
    fn is_full(&self) -> bool {
        self.refusals.len() >= MOST_REFUSALS
    }

    /// Takes the rules or routes of a statement, or refuses it where that makes too many.
    fn weigh(&mut self, s: &Statement<'_>, separator: char) -> Read<()> {
        self.parts += parts(s.rest, separator).count();
        if self.parts > MOST_PARTS { Err(too_many(s.line.range(), "vpc-many-parts", MOST_PARTS)) } else { Ok(()) }
    }

    fn make(&mut self, s: &Statement<'s>) -> Read<()> {
        let mut words = Words::of(s.rest);
        match s.kind {
            Kind::Vpc => self.vpc(s, &mut words)?,
            Kind::List => {
                let mut nets = Vec::new();
                while let Some(word) = words.take() {
                    if nets.len() == MOST_NETS {
                        return Err(too_many(word.range(), "vpc-many-nets", MOST_NETS));
                    }
                    nets.push(net(word)?);
                }
                self.world.lists.push(List { id: s.id.text.to_owned(), nets });
                self.name(s, self.world.lists.len() - 1);
            }
            Kind::Group => self.group(s)?,
            Kind::Acl => self.acl(s)?,
            Kind::Table => {
                self.weigh(s, ',')?;
                self.world.tables.push(Table::named(s.id.text));
                self.name(s, self.world.tables.len() - 1);
            }
            Kind::Subnet => self.subnet(s, &mut words)?,
            Kind::Host => self.host(s, &mut words)?,
            Kind::Interface => self.interface(s, &mut words)?,
            Kind::Nat => self.nat(s, &mut words)?,
            Kind::Igw => self.igw(s, &mut words)?,
            Kind::Egress => self.egress(s, &mut words)?,
            Kind::Gateway => self.gateway(s, &mut words)?,
            Kind::Peering => self.peering(s, &mut words)?,
            Kind::Outside => {
                let ip = phrase::addr(words.need("vpc-w-address")?)?;
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
            if word.text == "v6" {
                continue;
            }
            if nets.len() == MOST_NETS {
                return Err(too_many(word.range(), "vpc-many-nets", MOST_NETS));
            }
            nets.push(net(word)?);
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

    fn egress(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        words.keyword("attach")?;
        let vpc = self.next(Kind::Vpc, words, "vpc-w-vpc")?;
        words.done()?;
        self.world.egresses.push(Egress { id: s.id.text.to_owned(), vpc });
        self.name(s, self.world.egresses.len() - 1);
        Ok(())
    }

    fn gateway(&mut self, s: &Statement<'s>, words: &mut Words<'s>) -> Read<()> {
        let service = words.need("vpc-w-service")?;
        let vpc = self.next(Kind::Vpc, words, "vpc-w-vpc")?;
        words.done()?;
        let lists = &self.names;
        let list = [format!("pl-{}", service.text), service.text.to_owned()].into_iter().find_map(|id| lists.get(&(Kind::List, id)).copied());
        let list = list.ok_or_else(|| {
            let refusal = refuse("E_SERVICE", service.range(), Message::new("vpc-e-service").with("service", excerpt(service.text)));
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
        self.weigh(s, ';')?;
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
        self.weigh(s, ';')?;
        let mut acl = Acl { id: s.id.text.to_owned(), ..Acl::default() };
        let mut numbers = HashSet::new();
        for part in parts(s.rest, ';') {
            let mut words = Words::of(part);
            let word = words.need("vpc-w-direction")?;
            let rules = match word.text {
                "in" => &mut acl.inward,
                "out" => &mut acl.outward,
                _ => return Err(odd(word, &["in", "out"])),
            };
            let rule = phrase::acl_rule(&mut words)?;
            if !numbers.insert((word.text, rule.number)) {
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
}

fn joined(nets: &[Net]) -> String {
    nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
