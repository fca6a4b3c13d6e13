//! The rule of a security group that lets a path pass, where it lets pass much more: what would be enough.
//!
//! The narrower rule has been run before it is offered.

use super::control::Site;
use super::fix;
use super::flow::{Client, Leg};
use super::limits::Budget;
use super::packet::{Dir, Way};
use super::phrase::parts;
use super::rules::{GroupRule, Remote};
use super::sheet::Kind;
use super::walk::{Act, Place};
use super::world::{Who, World};
use super::write;
use crate::sim::{Change, Control, Notice};
use crate::text::Message;

/// A remark on the rule that let the last connection in, and the edit that narrows it.
pub fn narrower(site: &Site<'_, '_>, scenario: &str, legs: &[Leg], budget: &mut Budget) -> Option<(Notice, Control)> {
    let leg = legs.last()?;
    let (who, group, rule) = leg.walk(site.world).hops.into_iter().rev().find_map(|h| match (h.way, h.act, h.place) {
        (Way::Request, Act::Groups(Dir::In, Some((group, rule))), Place::At(who)) => Some((who, group, rule)),
        _ => None,
    })?;
    let group = site.world.groups.get(group)?;
    let old = group.inward.get(rule)?;
    let new = enough(site.world, leg, who, old)?;
    let statement = site.sheet.statements.iter().find(|s| s.is(Kind::Group, &group.id))?;
    let rules = parts(statement.rest, ';').filter(|p| p.text.starts_with("in ") && p.text != "in none");
    let part = rules.into_iter().nth(rule)?;
    let change = Change { range: part.range(), text: new.clone() };
    fix::works(&change.apply(scenario, ""), site.path.text, budget).then(|| {
        let message = Message::new("vpc-n-wide").with("group", group.id.clone()).with("rule", format!("in {}", write::group_rule(site.world, old, Dir::In)));
        let label = Message::new("vpc-key-narrow").with("group", group.id.clone());
        (Notice { code: None, message: message.with("enough", new) }, Control { key: 'n', label, ask: None, change })
    })
}

/// The rule that would do for a connection, if the one that there is lets in much more: other ports, or the whole
/// internet where somebody of the same network calls.
fn enough(world: &World, leg: &Leg, server: Who, rule: &GroupRule) -> Option<String> {
    let packet = &leg.packet;
    let ports = rule.traffic.proto.is_none() || packet.proto.has_ports() && packet.dport.ranges().first().is_some_and(|asked| rule.traffic.ports != *asked);
    let inside = matches!(leg.client, Client::Inside(_));
    let everybody = inside && matches!(rule.remote, Remote::Net(net) if net.is_all());
    if !ports && !everybody {
        return None;
    }
    let traffic = if packet.proto.has_ports() { format!("{} {}", packet.proto, packet.dport) } else { packet.proto.to_string() };
    let written = || match rule.remote {
        Remote::Net(net) => net.to_string(),
        Remote::List(list) => world.lists.get(list).map_or_else(String::new, |l| l.id.clone()),
        Remote::Group(group) => world.groups.get(group).map_or_else(String::new, |g| g.id.clone()),
    };
    let remote = if everybody { caller(world, leg, server) } else { written() };
    Some(format!("in {traffic} from {remote}"))
}

/// Who calls: its group where both are of one VPC, else its address.
fn caller(world: &World, leg: &Leg, server: Who) -> String {
    let family = leg.packet.src.family();
    let vpc = |who| world.eni(who, family).map(|e| world.vpc_of(e.subnet));
    let groups = match leg.client {
        Client::Inside(who) if vpc(who) == vpc(server) => world.eni(who, family).and_then(|e| e.groups),
        _ => None,
    };
    let group = groups.and_then(<[usize]>::first).and_then(|g| world.groups.get(*g));
    group.map_or_else(|| super::super::cidr::net::Net::of(leg.packet.src).to_string(), |g| g.id.clone())
}
