//! A list of rules held against a packet, rule by rule: what matched, what did not and why, what was not asked.

use super::flow::Leg;
use super::packet::{Dir, EPHEMERAL, Packet, PortSet, Ports, Proto, Way};
use super::rules::{AclRule, GroupRule, Miss, Remote};
use super::walk::{Act, Hop, Place, Trip};
use super::world::World;
use super::write;
use crate::sim::{Cell, Panel, Tone};
use crate::text::Message;

/// The most lists that are told.
const MOST: usize = 3;
/// The most rules of a list.
const MOST_RULES: usize = 24;

/// The lists that stopped a connection, or some of its ports.
pub fn panels(world: &World, leg: &Leg, trip: &Trip) -> Vec<Panel> {
    let stopped = trip.hops.iter().filter(|h| match h.act {
        Act::Acl(.., refused) => h.block.is_some() || refused.is_some(),
        Act::Groups(..) => h.block.is_some(),
        _ => false,
    });
    stopped.take(MOST).filter_map(|hop| panel(world, hop, &packet_at(leg, hop))).collect()
}

/// The packet as it is at a hop.
pub fn packet_at(leg: &Leg, hop: &Hop) -> Packet {
    let asked = &leg.packet;
    let nat = EPHEMERAL.iter().find(|(name, _)| *name == "nat").map_or(Ports::ALL, |(_, ports)| *ports);
    let changed = |is_client: bool| if is_client || !asked.proto.has_ports() { asked.sport.clone() } else { PortSet::of(nat) };
    match hop.way {
        Way::Request => Packet { src: hop.src, dst: hop.dst, sport: changed(hop.src == asked.src), ..asked.clone() },
        Way::Reply => Packet { src: hop.src, dst: hop.dst, dport: changed(hop.dst == asked.src), ..asked.clone().reply() },
    }
}

fn panel(world: &World, hop: &Hop, packet: &Packet) -> Option<Panel> {
    let (name, dir, rows) = match (hop.act, hop.place) {
        (Act::Acl(dir, acl, ..), _) => {
            let acl = world.acls.get(acl)?;
            (acl.id.clone(), dir, acl_rows(acl.rules(dir), dir, packet))
        }
        (Act::Groups(dir, _), Place::At(who)) => {
            let groups = world.eni(who, packet.src.family())?.groups?;
            let groups = groups.iter().filter_map(|g| world.groups.get(*g));
            let rows = groups.clone().flat_map(|g| g.rules(dir).iter().map(|rule| group_row(world, &g.id, rule, dir, packet)));
            (groups.clone().map(|g| g.id.as_str()).collect::<Vec<_>>().join(", "), dir, rows.collect())
        }
        _ => return None,
    };
    let title = Message::new(if dir == Dir::In { "vpc-t-judged-in" } else { "vpc-t-judged-out" }).with("name", name).with("packet", shown(packet));
    (!rows.is_empty()).then(|| Panel::Table { title: Some(title), header: Vec::new(), rows: cut(rows) })
}

fn shown(packet: &Packet) -> String {
    let proto = packet.proto;
    match proto {
        Proto::Icmp => format!("{proto} {}  {} → {}", packet.icmp.0, packet.src, packet.dst),
        _ if proto.has_ports() => format!("{proto} {}  {} → {}", packet.dport, packet.src, packet.dst),
        _ => format!("{proto}  {} → {}", packet.src, packet.dst),
    }
}

fn cut(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let more = rows.len().saturating_sub(MOST_RULES);
    if more > 0 {
        let last = rows.pop();
        rows.truncate(MOST_RULES - 1);
        rows.push(vec![Cell::Text(format!("… +{more}"), Tone::Muted), Cell::Text(String::new(), Tone::Plain)]);
        rows.extend(last); // what decides when nothing does
    }
    rows
}

fn row(rule: String, said: Message, tone: Tone) -> Vec<Cell> {
    let rule_tone = if tone == Tone::Muted { Tone::Muted } else { Tone::Plain };
    vec![Cell::Text(rule, rule_tone), Cell::Message(said, tone)]
}

fn missed(miss: Miss) -> Message {
    Message::new(match miss {
        Miss::Address => "vpc-j-address",
        Miss::Family => "vpc-j-family",
        Miss::Proto => "vpc-j-proto",
        Miss::Port => "vpc-j-port",
        Miss::Icmp => "vpc-j-icmp",
    })
}

fn acl_rows(rules: &[AclRule], dir: Dir, packet: &Packet) -> Vec<Vec<Cell>> {
    let mut left = packet.dport.clone();
    let mut rows = Vec::new();
    for rule in rules {
        let (said, tone) = if left.is_empty() {
            (Message::new("vpc-j-not-asked"), Tone::Muted)
        } else {
            match rule.matches(dir, packet, &left) {
                Err(miss) => (missed(miss), Tone::Muted),
                Ok((within, outside)) => {
                    let id = match (rule.allow, outside.is_empty() && within == packet.dport) {
                        (true, true) => "vpc-j-allows",
                        (true, false) => "vpc-j-allows-some",
                        (false, true) => "vpc-j-refuses",
                        (false, false) => "vpc-j-refuses-some",
                    };
                    left = outside;
                    (Message::new(id).with("ports", within.to_string()), if rule.allow { Tone::Good } else { Tone::Bad })
                }
            }
        };
        rows.push(row(format!("{} {rule}", dir.word()), said, tone));
    }
    let (said, tone) = match (left.is_empty(), left == packet.dport) {
        (true, _) => (Message::new("vpc-j-not-asked"), Tone::Muted),
        (_, true) => (Message::new("vpc-j-refuses"), Tone::Bad),
        _ => (Message::new("vpc-j-refuses-some"), Tone::Bad),
    };
    rows.push(row(format!("{} * deny", dir.word()), said.with("ports", left.to_string()), tone));
    rows
}

fn group_row(world: &World, group: &str, rule: &GroupRule, dir: Dir, packet: &Packet) -> Vec<Cell> {
    let (said, tone) = match rule.matches(dir, packet, |remote: Remote, addr| world.means(remote, addr)) {
        Err(miss) => (missed(miss), Tone::Muted),
        Ok(()) => (Message::new("vpc-j-allows").with("ports", packet.dport.to_string()), Tone::Good),
    };
    row(format!("{group}: {} {}", dir.word(), write::group_rule(world, rule, dir)), said, tone)
}

/// What a rule that does not match is often taken to do: an IPv4 rule for IPv6, another type of ICMP.
pub fn remarks(world: &World, leg: &Leg, trip: &Trip) -> Vec<Message> {
    let mut all = Vec::new();
    for hop in trip.hops.iter().filter(|h| h.block.is_some()) {
        let packet = packet_at(leg, hop);
        let misses: Vec<(String, String, Miss)> = match (hop.act, hop.place) {
            (Act::Acl(dir, acl, ..), _) => world.acls.get(acl).map_or_else(Vec::new, |acl| {
                let miss = |r: &AclRule| Some((acl.id.clone(), format!("{} {r}", dir.word()), r.matches(dir, &packet, &packet.dport).err()?));
                acl.rules(dir).iter().filter(|r| r.allow).filter_map(miss).collect()
            }),
            (Act::Groups(dir, _), Place::At(who)) => {
                let groups = world.eni(who, packet.src.family()).and_then(|e| e.groups).unwrap_or_default();
                let rules = groups.iter().filter_map(|g| world.groups.get(*g)).flat_map(|g| g.rules(dir).iter().map(move |r| (g, r)));
                let miss = |(g, r): (&super::rules::Group, &GroupRule)| {
                    let miss = r.matches(dir, &packet, |remote, addr| world.means(remote, addr)).err()?;
                    Some((g.id.clone(), format!("{} {}", dir.word(), write::group_rule(world, r, dir)), miss))
                };
                rules.filter_map(miss).collect()
            }
            _ => Vec::new(),
        };
        all.extend(misses.into_iter().find_map(|(name, rule, miss)| {
            let id = match miss {
                Miss::Family => "vpc-n-family",
                Miss::Icmp => "vpc-n-icmp",
                _ => return None,
            };
            Some(Message::new(id).with("name", name).with("rule", rule).with("dst", packet.dst).with("type", packet.icmp.0.to_string()))
        }));
    }
    all
}
