//! What became of a packet, told: headline, reasons, hop by hop.

use super::answer::verdict;
use super::codes;
use super::draw;
use super::flow::{Leg, is_public};
use super::packet::{Dir, Way};
use super::walk::{Act, Hop, Place, Trip};
use super::world::{Goes, Who, World};
use super::write;
use crate::sim::{Cell, Notice, Outcome, Panel, Step, Tone};
use crate::text::Message;

/// The outcome of a path: a single connection, or several one after the other.
pub fn tell(world: &World, legs: &[Leg]) -> Outcome {
    let trips: Vec<Trip> = legs.iter().map(|leg| leg.walk(world)).collect();
    let mut outcome = Outcome { verdict: together(&trips).to_owned(), ..Outcome::default() };
    let worst = legs.iter().zip(&trips).find(|(_, t)| verdict(t) == outcome.verdict).or_else(|| legs.iter().zip(&trips).next());
    outcome.headline = worst.map(|(leg, trip)| headline(leg, trip));
    for (leg, trip) in legs.iter().zip(&trips) {
        for (code, message) in reasons(world, leg, trip) {
            if !outcome.codes.contains(&code) {
                outcome.codes.push(code);
                outcome.notices.push(Notice { code: Some(code), message });
            }
        }
    }
    if let Some((leg, trip)) = worst.filter(|(_, t)| !t.answered) {
        let id = if trip.delivered { "vpc-symptom-reply" } else { "vpc-symptom" };
        outcome.notices.push(Notice { code: None, message: Message::new(id).with("from", leg.from.clone()) });
    }
    if trips.iter().any(|t| t.hops.iter().any(|h| matches!(h.act, Act::Open(_)) && matches!(h.place, Place::At(Who::Host(_))))) {
        outcome.notices.push(Notice { code: None, message: Message::new("vpc-n-open") });
    }
    let all: Vec<&Hop> = trips.iter().flat_map(|t| &t.hops).collect();
    outcome.panels.push(Panel::Text { title: None, lines: draw::draw(world, &all) });
    for (leg, trip) in legs.iter().zip(&trips) {
        for way in [Way::Request, Way::Reply] {
            panel(world, leg, trip, way, &mut outcome);
        }
    }
    outcome
}

/// The verdict on all legs: each must work.
fn together(trips: &[Trip]) -> &'static str {
    let is = |word| trips.iter().any(|t| verdict(t) == word);
    match (is("unreachable"), is("partly")) {
        (true, _) => "unreachable",
        (false, true) => "partly",
        (false, false) => "reachable",
    }
}

fn headline(leg: &Leg, trip: &Trip) -> Message {
    let id = match (verdict(trip), trip.delivered) {
        ("reachable", _) => "vpc-reachable",
        ("partly", _) => "vpc-partly",
        (_, true) => "vpc-reply-lost",
        (_, false) => "vpc-unreachable",
    };
    let message = Message::new(id).with("from", leg.from.clone()).with("to", leg.to.clone());
    match verdict(trip) {
        "reachable" => message.with("seen", trip.seen.map_or_else(String::new, |a| a.to_string())),
        "partly" => message.with("ports", trip.ports.to_string()),
        _ => message,
    }
}

/// Why it is so: each code once, with a sentence that names what stands in the way.
fn reasons(world: &World, leg: &Leg, trip: &Trip) -> Vec<(&'static str, Message)> {
    let mut all = Vec::new();
    for hop in &trip.hops {
        if let Some(code) = hop.block {
            all.push((code, why(world, code, hop)));
            let serves = |p: usize| world.peerings.get(p).is_some_and(|p| world.nats.iter().any(|n| p.ends.contains(&world.vpc_of(n.subnet))));
            if let (codes::PEERING_END, Place::Peering(p)) = (code, hop.place)
                && is_public(world, hop.dst)
                && serves(p)
            {
                all.push((codes::NAT_OWN_VPC, Message::new("vpc-why-nat-own-vpc")));
            }
        }
        if let (Way::Request, Act::Route(Some(route), _), Place::Subnet(subnet)) = (hop.way, hop.act, hop.place)
            && world.beats(subnet, route, hop.dst)
        {
            let (table, line) = line(world, subnet, Some(route));
            all.push((codes::MORE_SPECIFIC, Message::new("vpc-why-more-specific").with("table", table).with("route", line).with("to", hop.dst)));
        }
        if let (Way::Request, Act::Translate(_, to), Place::At(Who::Nat(nat)), true) = (hop.way, hop.act, hop.place, trip.delivered) {
            let public = world.nats.get(nat).and_then(|n| n.public).unwrap_or(to);
            all.push((codes::NAT_ADDRESS, Message::new("vpc-why-nat-address").with("to", leg.to.clone()).with("addr", public)));
        }
        if let Act::Acl(_, acl, _, Some(refused)) = hop.act
            && hop.block.is_none()
        {
            all.push((codes::ACL, Message::new("vpc-why-partly").with("acl", acl_id(world, acl)).with("rule", rule_number(world, hop, refused))));
        }
    }
    all
}

/// The sentence of a blocker.
fn why(world: &World, code: &'static str, hop: &Hop) -> Message {
    let base = |id| Message::new(id).with("src", hop.src).with("dst", hop.dst);
    let place = place(world, hop.place);
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
        (codes::GROUPS | codes::NO_RULES, Act::Groups(dir, _), _) => {
            let id = match (code, dir) {
                (codes::GROUPS, Dir::In) => "vpc-why-sg-in",
                (codes::GROUPS, Dir::Out) => "vpc-why-sg-out",
                (_, Dir::In) => "vpc-why-sg-empty-in",
                (_, Dir::Out) => "vpc-why-sg-empty-out",
            };
            base(id).with("host", place)
        }
        (codes::NO_ROUTE | codes::BAD_STATE | codes::CANNOT_ROUTE | codes::ASYMMETRIC | codes::DISCONNECTED, Act::Route(route, _), Place::Subnet(subnet)) => {
            let (table, line) = line(world, subnet, route);
            let message = base(route_why(code, hop.way)).with("table", table);
            if matches!(code, codes::NO_ROUTE | codes::DISCONNECTED) { message } else { message.with("route", line) }
        }
        _ => base(other_why(code)).with("place", place),
    }
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
        codes::NOBODYS_IP => "vpc-why-nobodys-ip",
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

fn acl_id(world: &World, acl: usize) -> String {
    world.acls.get(acl).map_or_else(String::new, |a| a.id.clone())
}

fn rule_number(world: &World, hop: &Hop, rule: Option<usize>) -> String {
    let Act::Acl(dir, acl, ..) = hop.act else { return "*".to_owned() };
    rule.and_then(|r| world.acls.get(acl)?.rules(dir).get(r)).map_or_else(|| "*".to_owned(), |r| r.number.to_string())
}

/// The table of a subnet and one of its lines as it is written.
fn line(world: &World, subnet: usize, route: Option<usize>) -> (String, String) {
    let Some(subnet) = world.subnets.get(subnet) else { return (String::new(), String::new()) };
    let Some(table) = subnet.table.and_then(|t| world.tables.get(t)) else { return (subnet.id.clone(), String::new()) };
    let line = route.and_then(|r| table.routes.get(r)).map_or_else(String::new, |r| format!("{} -> {}", world.destination(r.to), r.target));
    (table.id.clone(), line)
}

/// The name of a place.
pub fn place(world: &World, place: Place) -> String {
    match place {
        Place::At(who) => world.name(who).to_owned(),
        Place::Subnet(i) => world.subnets.get(i).map_or_else(String::new, |s| s.id.clone()),
        Place::Igw(i) => world.igws.get(i).map_or_else(String::new, |g| g.id.clone()),
        Place::Peering(i) => world.peerings.get(i).map_or_else(String::new, |p| p.id.clone()),
        Place::Gateway(i) => world.gateways.get(i).map_or_else(String::new, |g| g.id.clone()),
        Place::Internet => "internet".to_owned(),
    }
}

/// A table of what happened one way, and a step for each line of it.
fn panel(world: &World, leg: &Leg, trip: &Trip, way: Way, outcome: &mut Outcome) {
    let hops: Vec<&Hop> = trip.hops.iter().filter(|h| h.way == way).collect();
    if hops.is_empty() {
        return;
    }
    let number = outcome.panels.len();
    let mut rows = Vec::new();
    let mut last = String::new();
    for hop in hops {
        let here = place(world, hop.place);
        let what = what(world, hop);
        outcome.steps.push(Step { message: step(hop, &here, &what), points_at: Some((number, rows.len())) });
        let shown = if here == last { String::new() } else { here.clone() };
        let result = match hop.block {
            Some(_) => Cell::Message(Message::new("vpc-r-blocked"), Tone::Bad),
            None => result(hop),
        };
        rows.push(vec![Cell::Text(shown, Tone::Strong), Cell::Message(what, Tone::Plain), Cell::Text(rule(world, hop), Tone::Muted), result]);
        last = here;
    }
    let id = if way == Way::Request { "vpc-t-request" } else { "vpc-t-reply" };
    let title = Message::new(id).with("from", leg.from.clone()).with("to", leg.to.clone());
    outcome.panels.push(Panel::Table { title: Some(title), header: Vec::new(), rows });
}

fn result(hop: &Hop) -> Cell {
    match hop.act {
        Act::Acl(.., Some(_)) => Cell::Message(Message::new("vpc-r-some"), Tone::Warn),
        Act::Arrive => Cell::Message(Message::new("vpc-r-arrives"), Tone::Good),
        Act::Tracked(_) => Cell::Message(Message::new("vpc-r-tracked"), Tone::Good),
        _ => Cell::Message(Message::new("vpc-r-passes"), Tone::Good),
    }
}

/// What looks at the packet.
fn what(world: &World, hop: &Hop) -> Message {
    let id = match (hop.act, hop.place) {
        (Act::Groups(Dir::In, _) | Act::Tracked(Dir::In) | Act::Open(Dir::In), _) => "vpc-h-sg-in",
        (Act::Groups(..) | Act::Tracked(_) | Act::Open(_), _) => "vpc-h-sg-out",
        (Act::Acl(Dir::In, ..), _) => "vpc-h-acl-in",
        (Act::Acl(..), _) => "vpc-h-acl-out",
        (Act::Route(..), _) => "vpc-h-route",
        (Act::Arrive, _) => "vpc-h-arrives",
        (Act::Translate(..), Place::Igw(_)) => "vpc-h-igw",
        (Act::Translate(..), Place::At(Who::Host(_))) => "vpc-h-instance",
        (Act::Translate(..), _) => "vpc-h-nat",
        (_, Place::Igw(_)) => "vpc-h-igw",
        (_, Place::Peering(_)) => "vpc-h-peering",
        (_, Place::Gateway(_)) => "vpc-h-gateway",
        (_, Place::At(Who::Nat(_))) => "vpc-h-nat",
        _ => "vpc-h-internet",
    };
    let _ = world;
    Message::new(id)
}

/// The rule, line or change of address.
fn rule(world: &World, hop: &Hop) -> String {
    match hop.act {
        Act::Groups(dir, Some((group, rule))) => world.groups.get(group).map_or_else(String::new, |g| {
            g.rules(dir).get(rule).map_or_else(String::new, |r| format!("{}: {} {}", g.id, dir.word(), write::group_rule(world, r, dir)))
        }),
        Act::Groups(..) | Act::Pass => String::new(),
        Act::Tracked(_) | Act::Open(_) => "-".to_owned(),
        Act::Acl(dir, acl, by, refused) => {
            let rule = refused.unwrap_or(by);
            let text = rule.and_then(|r| world.acls.get(acl)?.rules(dir).get(r)).map_or_else(|| "* deny".to_owned(), ToString::to_string);
            format!("{}: {} {text}", acl_id(world, acl), dir.word())
        }
        Act::Route(_, Some(Goes::Local)) => "local".to_owned(),
        Act::Route(route, _) => match hop.place {
            Place::Subnet(subnet) => {
                let (table, line) = line(world, subnet, route);
                format!("{table}: {}", if line.is_empty() { "-" } else { &line })
            }
            _ => String::new(),
        },
        Act::Translate(from, to) => format!("{from} -> {to}"),
        Act::Arrive => format!("{} -> {}", hop.src, hop.dst),
    }
}

fn step(hop: &Hop, here: &str, what: &Message) -> Message {
    let id = match (hop.act, hop.block) {
        (_, Some(_)) => "vpc-s-blocked",
        (Act::Route(..), _) => "vpc-s-route",
        (Act::Translate(from, to), _) => return Message::new("vpc-s-translate").with("place", here.to_owned()).with("from", from).with("to", to),
        (Act::Tracked(_), _) => "vpc-s-tracked",
        (Act::Arrive, _) => "vpc-s-arrives",
        _ => "vpc-s-passes",
    };
    let message = Message::new(id).with("place", here.to_owned());
    if matches!(id, "vpc-s-blocked" | "vpc-s-passes") { message.with("what", what.clone()) } else { message.with("dst", hop.dst) }
}
