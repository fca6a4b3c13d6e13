//! What became of a packet, told: headline, reasons, hop by hop.

use super::answer::verdict;
use super::draw;
use super::flow::Leg;
use super::judged;
use super::packet::{Dir, Way};
use super::walk::{Act, Hop, Place, Trip};
use super::why;
use super::world::{Goes, Who, World};
use super::write;
use crate::sim::{Cell, Finding, Outcome, Panel, Step, Tone};
use crate::text::Message;

/// The outcome of a path: a single connection, or several one after the other.
pub fn tell(world: &World, legs: &[Leg]) -> Outcome {
    let trips: Vec<Trip> = legs.iter().map(|leg| leg.walk(world)).collect();
    let mut outcome = Outcome { verdict: together(&trips).to_owned(), ..Outcome::default() };
    let worst = legs.iter().zip(&trips).find(|(_, t)| verdict(t) == outcome.verdict).or_else(|| legs.iter().zip(&trips).next());
    outcome.headline = match (legs, outcome.verdict.as_str()) {
        ([first, between @ .., last], "reachable") => Some(by_way(first, between, last)),
        _ => worst.map(|(leg, trip)| headline(leg, trip)),
    };
    for (leg, trip) in legs.iter().zip(&trips) {
        for finding in why::findings(world, leg, trip) {
            let known = finding.code.is_some_and(|code| outcome.codes.contains(&code));
            outcome.codes.extend(finding.code.filter(|_| !known));
            if finding.tone == Tone::Bad || !outcome.findings.contains(&finding) {
                outcome.findings.push(finding);
            }
        }
    }
    outcome.findings.extend(assumed(world, &trips));
    let walked: Vec<(&Leg, &Trip)> = legs.iter().zip(&trips).collect();
    let id = if trips.iter().any(|t| t.hops.iter().any(|h| h.block.is_some())) { "vpc-t-picture-stopped" } else { "vpc-t-picture" };
    outcome.panels.push(Panel::Text { title: Some(Message::new(id)), lines: draw::draw(world, &walked) });
    for (leg, trip) in legs.iter().zip(&trips) {
        for way in [Way::Request, Way::Reply] {
            panel(world, leg, trip, way, &mut outcome);
        }
    }
    for (leg, trip) in legs.iter().zip(&trips) {
        outcome.panels.extend(judged::panels(world, leg, trip));
        outcome.findings.extend(judged::remarks(world, leg, trip).into_iter().map(|message| Finding { code: None, tone: Tone::Warn, message }));
    }
    outcome
}

/// What is taken for granted: hosts without a security group are open.
fn assumed(world: &World, trips: &[Trip]) -> Option<Finding> {
    let mut open: Vec<&str> = Vec::new();
    for hop in trips.iter().flat_map(|t| &t.hops) {
        if let (Act::Open(_), Place::At(who @ Who::Host(_))) = (hop.act, hop.place)
            && !open.contains(&world.name(who))
        {
            open.push(world.name(who));
        }
    }
    (!open.is_empty()).then(|| Finding { code: None, tone: Tone::Muted, message: Message::new("vpc-n-open").with("hosts", open.join(", ")) })
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

/// The headline of a path over others: each of them opens the next connection.
fn by_way(first: &Leg, between: &[Leg], last: &Leg) -> Message {
    let by = between.iter().chain([last]).map(|leg| leg.from.as_str()).collect::<Vec<_>>().join(", ");
    Message::new("vpc-reachable-by").with("from", first.from.clone()).with("to", last.to.clone()).with("by", by)
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

/// A table of what happened one way, and a step for each line of it.
fn panel(world: &World, leg: &Leg, trip: &Trip, way: Way, outcome: &mut Outcome) {
    let first_block = trip.hops.iter().position(|h| h.block.is_some());
    let hops = trip.hops.iter().enumerate().filter(|(_, h)| h.way == way).map(|(at, hop)| (hop, first_block.is_some_and(|block| at > block)));
    let number = outcome.panels.len();
    let mut rows = Vec::new();
    let mut last = String::new();
    for (hop, beyond) in hops {
        let here = why::here(world, leg, hop);
        let step = step(world, leg, hop, &here);
        let message = if beyond { Message::new("vpc-s-beyond").with("step", step) } else { step };
        outcome.steps.push(Step { message, points_at: Some((number, rows.len())) });
        let shown = if here == last { String::new() } else { here.clone() };
        rows.push(vec![Cell::Text(shown, Tone::Strong), Cell::Message(what(hop), Tone::Plain), rule_cell(world, leg, hop), result(hop, beyond)]);
        last = here;
    }
    if rows.is_empty() {
        return;
    }
    let id = match (way, trip.delivered) {
        (Way::Request, _) => "vpc-t-request",
        (Way::Reply, true) => "vpc-t-reply",
        (Way::Reply, false) => "vpc-t-reply-beyond",
    };
    let title = Message::new(id).with("from", leg.from.clone()).with("to", leg.to.clone());
    outcome.panels.push(Panel::Table { title: Some(title), header: Vec::new(), rows });
}

/// What became of the packet there; behind what stopped it, what would have.
fn result(hop: &Hop, beyond: bool) -> Cell {
    let (id, tone) = match (hop.act, hop.block.is_some(), beyond) {
        (_, true, false) => ("vpc-r-blocked", Tone::Bad),
        (_, true, true) => ("vpc-r-blocked-too", Tone::Warn),
        (Act::Acl(.., Some(_)), ..) => ("vpc-r-some", Tone::Warn),
        (Act::Arrive, _, true) => ("vpc-r-would-arrive", Tone::Muted),
        (_, _, true) => ("vpc-r-would-pass", Tone::Muted),
        (Act::Arrive, ..) => ("vpc-r-arrives", Tone::Good),
        (Act::Tracked(_), ..) => ("vpc-r-tracked", Tone::Good),
        _ => ("vpc-r-passes", Tone::Good),
    };
    Cell::Message(Message::new(id), tone)
}

/// What looks at the packet.
fn what(hop: &Hop) -> Message {
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
        (_, Place::Egress(_)) => "vpc-h-egress",
        (_, Place::Peering(_)) => "vpc-h-peering",
        (_, Place::Gateway(_)) => "vpc-h-gateway",
        (_, Place::At(Who::Nat(_))) => "vpc-h-nat",
        _ => "vpc-h-internet",
    };
    Message::new(id)
}

/// The rule, line or change of address; where there is none, that.
fn rule_cell(world: &World, leg: &Leg, hop: &Hop) -> Cell {
    match (hop.act, hop.place) {
        (Act::Groups(_, None), Place::At(who)) => {
            let message = Message::new("vpc-c-no-rule").with("groups", why::groups(world, who)).with("traffic", why::wanted(&leg.packet));
            Cell::Message(message, Tone::Muted)
        }
        (Act::Open(_), _) => Cell::Message(Message::new("vpc-c-open"), Tone::Muted),
        _ => Cell::Text(rule(world, hop), Tone::Muted),
    }
}

/// The rule, line or change of address as it is written; empty where there is none.
fn rule(world: &World, hop: &Hop) -> String {
    match hop.act {
        Act::Groups(dir, Some((group, rule))) => world.groups.get(group).map_or_else(String::new, |g| {
            g.rules(dir).get(rule).map_or_else(String::new, |r| format!("{}: {} {}", g.id, dir.word(), write::group_rule(world, r, dir)))
        }),
        Act::Groups(..) | Act::Pass => String::new(),
        Act::Tracked(_) | Act::Open(_) => String::new(),
        Act::Acl(dir, acl, by, refused) => {
            let rule = refused.unwrap_or(by);
            let text = rule.and_then(|r| world.acls.get(acl)?.rules(dir).get(r)).map_or_else(|| "* deny".to_owned(), ToString::to_string);
            format!("{}: {} {text}", why::acl_id(world, acl), dir.word())
        }
        Act::Route(_, Some(Goes::Local)) => "local".to_owned(),
        Act::Route(route, _) => match hop.place {
            Place::Subnet(subnet) => {
                let (table, line) = why::line(world, subnet, route);
                format!("{table}: {}", if line.is_empty() { "-" } else { &line })
            }
            _ => String::new(),
        },
        Act::Translate(from, to) => format!("{from} -> {to}"),
        Act::Arrive => format!("{} -> {}", hop.src, hop.dst),
    }
}

/// A hop in a sentence.
fn step(world: &World, leg: &Leg, hop: &Hop, here: &str) -> Message {
    let said = |id| Message::new(id).with("place", here.to_owned());
    let by = rule(world, hop);
    match (hop.block, hop.act) {
        (Some(code), _) => said("vpc-s-blocked").with("why", why::why(world, leg, code, hop)),
        (_, Act::Route(..)) => said("vpc-s-route").with("dst", why::called(world, hop.dst)).with("rule", by),
        (_, Act::Translate(from, to)) => said("vpc-s-translate").with("from", from).with("to", to),
        (_, Act::Tracked(_)) => said("vpc-s-tracked"),
        (_, Act::Open(_)) => said("vpc-s-open"),
        (_, Act::Arrive) => said("vpc-s-arrives").with("dst", hop.dst),
        _ if by.is_empty() => said("vpc-s-passes").with("what", what(hop)),
        _ => said("vpc-s-passes-by").with("what", what(hop)).with("rule", by),
    }
}
