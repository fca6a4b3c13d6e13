//! The batch door: a filter, a route table or a whole network, asked and answered as JSON.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::super::cidr::net::{Addr, Family};
use super::super::cidr::read::{Piece, Read, refuse};
use super::limits::too_many;
use super::packet::{Dir, Packet, PortSet, Ports, Proto, Way};
use super::phrase;
use super::request::{acl, addr, groups, list, net, number, port_of, proto, text, world, wrong};
use super::rules::{Acl, Group, Remote};
use super::table::{Entry, Longest};
use super::walk::{From, Trip, Walker};
use super::world::{Who, World};
use crate::text::{Message, excerpt};

/// How often flows may look at things of their network: flows times things.
const MOST_LOOKS: usize = 200_000_000;

/// What an operation does with a request.
type Operation = fn(&Value) -> Read<Value>;

/// Every operation by its name.
const OPERATIONS: &[(&str, Operation)] = &[("filter", filter), ("route", route), ("path", path)];

/// Answers a request.
pub fn answer(request: &Value) -> Read<Value> {
    let op = text(request, "op")?;
    match OPERATIONS.iter().find(|(name, _)| *name == op) {
        Some((_, operation)) => operation(request),
        None => {
            let known = OPERATIONS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
            Err(refuse("E_OP", 0..op.len(), Message::new("vpc-e-op").with("op", excerpt(op)).with("known", known)))
        }
    }
}

/// One side of a connection: its ACL and groups, where it has any.
struct Side {
    acl: Option<Acl>,
    groups: Option<Vec<usize>>,
}

/// The eight stages that a connection passes, those that there are.
struct Stages {
    client: Side,
    server: Side,
    groups: Vec<Group>,
    members: HashSet<(usize, Addr)>,
    trace: Vec<Value>,
    blocked: Option<Value>,
}

fn filter(request: &Value) -> Read<Value> {
    let same_subnet = match text(request, "topology")? {
        "same_subnet" => true,
        "cross_subnet" | "internet" => false,
        _ => return Err(wrong("topology")),
    };
    let packet = packet(request.get("packet").unwrap_or(&Value::Null))?;
    let groups = groups(request)?;
    let index: HashMap<&str, usize> = groups.iter().enumerate().map(|(i, g)| (g.id.as_str(), i)).collect();
    let mut members = HashSet::new();
    let mut side = |name: &'static str| {
        let value = request.get(name).ok_or_else(|| wrong(name))?;
        let names = value.get("security_groups").filter(|g| !g.is_null()).map(|_| list(value, "security_groups")).transpose()?;
        let index = |name: &Value| name.as_str().and_then(|name| index.get(name).copied()).ok_or_else(|| wrong("security_groups"));
        let mine = names.map(|names| names.iter().map(index).collect::<Read<Vec<_>>>()).transpose()?;
        let ip = addr(value, "ip")?;
        members.extend(mine.iter().flatten().map(|g| (*g, ip)));
        let rules = value.get("nacl").filter(|n| !n.is_null() && !same_subnet).map(|n| acl(name, n)).transpose()?;
        Ok::<_, Box<crate::sim::Refusal>>(Side { acl: rules, groups: mine })
    };
    let (client, server) = (side("client")?, side("server")?);
    let mut stages = Stages { client, server, groups, members, trace: Vec::new(), blocked: None };
    stages.pass(&packet);
    let verdict = if stages.blocked.is_none() { "allowed" } else { "blocked" };
    Ok(json!({"verdict": verdict, "blocked_at": stages.blocked, "trace": stages.trace}))
}

fn packet(value: &Value) -> Read<Packet> {
    let proto = proto(value, "proto")?;
    let port = |field| if proto.has_ports() { port_of(value, field).map(|p| PortSet::of(Ports::one(p))) } else { Ok(PortSet::of(Ports::ALL)) };
    let part = |field| match value.get(field) {
        Some(n) if proto == Proto::Icmp => u8::try_from(number(n, 255, field)?).map_err(|_| wrong(field)),
        _ => Ok(0),
    };
    let (src, dst) = (addr(value, "src")?, addr(value, "dst")?);
    Ok(Packet { src, dst, proto, sport: port("sport")?, dport: port("dport")?, icmp: (part("icmp_type")?, part("icmp_code")?) })
}

impl Stages {
    /// Goes through the stages until one refuses.
    fn pass(&mut self, packet: &Packet) {
        let answer = packet.clone().reply();
        let stages: [(Way, bool, Dir, &str); 4] = [
            (Way::Request, true, Dir::Out, "client"),
            (Way::Request, false, Dir::In, "server"),
            (Way::Reply, false, Dir::Out, "server"),
            (Way::Reply, true, Dir::In, "client"),
        ];
        for (way, at_client, dir, name) in stages {
            let packet = if way == Way::Request { packet } else { &answer };
            let mut filters = [false, true]; // groups stand nearer to the machine than the ACL
            if dir == Dir::In {
                filters.reverse();
            }
            for is_acl in filters {
                let stage = format!("{name}_{}_{}", if is_acl { "nacl" } else { "sg" }, dir.word());
                let passed = if is_acl { self.acl(at_client, (way, dir), packet, &stage) } else { self.group(at_client, (way, dir), packet, &stage) };
                if !passed {
                    self.blocked = Some(json!({"direction": way.word(), "stage": stage}));
                    return;
                }
            }
        }
    }

    fn acl(&mut self, at_client: bool, (way, dir): (Way, Dir), packet: &Packet, stage: &str) -> bool {
        let Some(acl) = (if at_client { &self.client } else { &self.server }).acl.as_ref() else { return true };
        let sentence = acl.judge(dir, packet);
        let passed = sentence.refused.is_none();
        let rule = sentence.by.and_then(|i| acl.rules(dir).get(i)).map_or(json!("*"), |r| json!(r.number));
        self.trace.push(json!({"direction": way.word(), "stage": stage, "decision": if passed { "allow" } else { "deny" }, "rule": rule}));
        passed
    }

    fn group(&mut self, at_client: bool, (way, dir): (Way, Dir), packet: &Packet, stage: &str) -> bool {
        let Some(mine) = (if at_client { &self.client } else { &self.server }).groups.as_ref() else { return true };
        let means = |remote, addr| matches!(remote, Remote::Group(g) if self.members.contains(&(g, addr)));
        let (passed, decision) = match way {
            Way::Reply => (true, "tracked"),
            Way::Request if mine.iter().filter_map(|g| self.groups.get(*g)).any(|g| g.allows(dir, packet, means).is_some()) => (true, "allow"),
            Way::Request => (false, "deny"),
        };
        self.trace.push(json!({"direction": way.word(), "stage": stage, "decision": decision}));
        passed
    }
}

fn route(request: &Value) -> Read<Value> {
    let mut entries = Vec::new();
    let mut routes = Vec::new();
    for (i, route) in list(request, "routes")?.iter().enumerate() {
        entries.push(Entry { net: net(text(route, "destination")?)?, rank: 0, route: i });
        routes.push((text(route, "destination")?, text(route, "target")?));
    }
    let nets: Vec<_> = entries.iter().map(|e| e.net).collect();
    let table = Longest::new(entries);
    let lookups = list(request, "destinations")?.iter().map(|to| {
        let to = phrase::addr(Piece::whole(to.as_str().ok_or_else(|| wrong("destinations"))?))?;
        Ok(match table.find(to).and_then(|(_, i)| Some((routes.get(i)?, nets.get(i)?))) {
            None => json!({"target": null, "route": null, "state": "no_route"}),
            Some(((_, target), net)) => {
                json!({"target": target, "route": net.to_string(), "state": if *target == "blackhole" { "blackhole" } else { "active" }})
            }
        })
    });
    Ok(json!({"lookups": lookups.collect::<Read<Vec<_>>>()?}))
}

fn path(request: &Value) -> Read<Value> {
    let world = world(request.get("world").unwrap_or(&Value::Null))?;
    let flows = list(request, "flows")?;
    let most = MOST_LOOKS / world.weight().max(1);
    if flows.len() > most {
        return Err(too_many(0..0, "vpc-many-flows", most));
    }
    let flows = flows.iter().map(|flow| self::flow(&world, flow)).collect::<Read<Vec<_>>>()?;
    Ok(json!({"flows": flows}))
}

fn flow(world: &World, flow: &Value) -> Read<Value> {
    let to = addr(flow, "to")?;
    let proto = if flow.get("protocol").is_some() { proto(flow, "protocol")? } else { Proto::Tcp };
    let port = if proto.has_ports() { Ports::one(port_of(flow, "port")?) } else { Ports::ALL };
    let name = text(flow, "from")?;
    let trip = trip(world, name, to, (proto, port))
        .ok_or_else(|| refuse("E_UNKNOWN", 0..0, Message::new("vpc-e-field-unknown").with("field", "from").with("name", excerpt(name))))?;
    let blockers: Vec<&str> = trip.hops.iter().filter_map(|h| h.block).collect();
    Ok(json!({
        "verdict": verdict(&trip),
        "request_delivered": trip.delivered,
        "source_seen": trip.seen.map(|a| a.to_string()),
        "codes": blockers,
    }))
}

/// The machine's word for what became of a packet.
pub fn verdict(trip: &Trip) -> &'static str {
    match (trip.answered, trip.partly) {
        (true, false) => "reachable",
        (true, true) => "partly",
        (false, _) => "unreachable",
    }
}

/// A connection from a named host, inside or outside; `None` if there is no such host.
fn trip(world: &World, from: &str, to: Addr, (proto, port): (Proto, Ports)) -> Option<Trip> {
    let family = to.family();
    let (from, src, sport) = if let Some(host) = world.hosts.iter().position(|h| h.id == from) {
        let eni = world.eni(Who::Host(host), family)?;
        (From::Eni(eni), eni.addr, world.hosts.get(host)?.ephemeral)
    } else {
        let outside = world.outside.iter().find(|o| o.id == from && o.ip.family() == family)?;
        (From::Internet, outside.ip, Ports { low: 1024, high: 65535 })
    };
    let sport = if proto.has_ports() { sport } else { Ports::ALL };
    let kind = if family == Family::V4 { 8 } else { 128 };
    let packet = Packet { src, dst: to, proto, sport: PortSet::of(sport), dport: PortSet::of(port), icmp: (kind, 0) };
    Some(Walker::new(world).walk(from, packet))
}
