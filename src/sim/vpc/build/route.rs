//! Routes: where a table sends what, and whether it may.

use std::collections::HashSet;

use super::super::super::cidr::net::Family;
use super::super::super::cidr::read::{Piece, Read, hinted, refuse};
use super::super::limits::{MOST_ROUTES, too_many};
use super::super::phrase::{self, parts};
use super::super::sheet::{Kind, Statement, Words, unknown};
use super::super::world::{Goes, Route, To};
use super::Builder;
use crate::text::Message;

impl Builder<'_> {
    /// The routes of a table; a bad one does not hide the others.
    pub(super) fn routes(&mut self, s: &Statement<'_>) {
        let Ok(table) = self.find(Kind::Table, s.id) else { return };
        let vpc = self.world.subnets.iter().find(|subnet| subnet.table == Some(table)).map(|subnet| subnet.vpc);
        let mut seen = HashSet::new();
        let mut routes = Vec::new();
        for part in parts(s.rest, ',') {
            if self.is_full() {
                break;
            }
            match self.route(part, vpc) {
                Ok(route) if seen.insert(self.world.destination(route.to)) => {
                    self.expanded += if let To::List(list) = route.to { self.world.lists.get(list).map_or(1, |l| l.nets.len()) } else { 1 };
                    if self.expanded > MOST_ROUTES {
                        self.refusals.push(*too_many(part.range(), "vpc-many-routes", MOST_ROUTES));
                        break;
                    }
                    routes.push(route);
                }
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
        if let (Goes::Egress(_), To::Net(net)) = (goes, to)
            && net.family() == Family::V4
        {
            let refusal = refuse("E_FAMILY", destination.range(), Message::new("vpc-e-egress-v4").with("target", target.text.to_owned()));
            return Err(hinted(refusal, Message::new("vpc-h-egress-v4").with("target", target.text.to_owned())));
        }
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
        const KINDS: [(Kind, Make); 6] = [
            (Kind::Igw, Goes::Igw),
            (Kind::Egress, Goes::Egress),
            (Kind::Nat, Goes::Nat),
            (Kind::Peering, Goes::Peering),
            (Kind::Gateway, Goes::Gateway),
            (Kind::Host, Goes::Host),
        ];
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
            Goes::Egress(i) => world.egresses.get(i).map(|g| g.vpc).into_iter().collect(),
            Goes::Nat(i) => world.nats.get(i).map(|n| world.vpc_of(n.subnet)).into_iter().collect(),
            Goes::Host(i) => world.hosts.get(i).map(|h| world.vpc_of(h.subnet)).into_iter().collect(),
            Goes::Gateway(i) => world.gateways.get(i).map(|g| g.vpc).into_iter().collect(),
            Goes::Peering(i) => world.peerings.get(i).map(|p| p.ends.to_vec()).unwrap_or_default(),
        }
    }
}
