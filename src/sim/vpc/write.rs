//! A network as text, which reads back as the same network.

use std::fmt::Write as _;

use super::packet::{Dir, EPHEMERAL};
use super::rules::{Acl, Group, GroupRule, Remote};
use super::world::{Host, Interface, Table, World};

/// Writes every statement.
#[must_use]
#[cfg_attr(not(test), expect(dead_code, reason = "the laws read back what it writes"))]
pub fn write(world: &World) -> String {
    let mut out = Vec::new();
    out.extend(world.vpcs.iter().map(|v| format!("vpc {} {}", v.id, spaced(&v.nets))));
    out.extend(world.lists.iter().map(|l| format!("prefix {} {}", l.id, spaced(&l.nets))));
    out.extend(world.igws.iter().map(|g| format!("igw {} attach {}{}", g.id, vpc(world, g.vpc), if g.attached { "" } else { " detached" })));
    out.extend(world.egresses.iter().map(|g| format!("eigw {} attach {}", g.id, vpc(world, g.vpc))));
    out.extend((0..world.subnets.len()).map(|i| subnet(world, i)));
    out.extend(world.hosts.iter().map(|h| host(world, h)));
    out.extend(world.nats.iter().map(|n| {
        let public = n.public.map_or_else(|| "private".to_owned(), |p| format!("eip {p}"));
        format!("nat {} in {} ip {} {public}", n.id, home(world, n.subnet), n.ip)
    }));
    out.extend(world.gateways.iter().map(|g| format!("endpoint gateway {} {} {}", g.id, g.service, vpc(world, g.vpc))));
    out.extend(world.interfaces.iter().map(|e| interface(world, e)));
    out.extend(world.peerings.iter().map(|p| format!("peering {} {} {}", p.id, vpc(world, p.ends[0]), vpc(world, p.ends[1]))));
    out.extend(world.outside.iter().map(|o| format!("outside {} {}", o.id, o.ip)));
    out.extend(world.tables.iter().map(|t| table(world, t)));
    out.extend(world.groups.iter().map(|g| group(world, g)));
    out.extend(world.acls.iter().map(acl));
    out.join("\n") + "\n"
}

fn spaced(nets: &[super::super::cidr::net::Net]) -> String {
    nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn vpc(world: &World, index: usize) -> &str {
    world.vpcs.get(index).map_or("", |v| &v.id)
}

fn home(world: &World, index: usize) -> &str {
    world.subnets.get(index).map_or("", |s| &s.id)
}

fn subnet(world: &World, index: usize) -> String {
    let Some(subnet) = world.subnets.get(index) else { return String::new() };
    let mut text = format!("subnet {} {}", subnet.id, vpc(world, subnet.vpc));
    for (i, net) in subnet.nets.iter().enumerate() {
        let _ = write!(text, "{} {net}", if i == 0 { "" } else { " v6" });
    }
    for (word, id) in [
        ("az", subnet.zone.as_ref()),
        ("rt", subnet.table.and_then(|t| world.tables.get(t)).map(|t| &t.id)),
        ("nacl", subnet.acl.and_then(|a| world.acls.get(a)).map(|a| &a.id)),
    ] {
        if let Some(id) = id {
            let _ = write!(text, " {word} {id}");
        }
    }
    text
}

fn groups(world: &World, groups: Option<&Vec<usize>>) -> String {
    let Some(groups) = groups.filter(|g| !g.is_empty()) else { return String::new() };
    format!(" sg {}", groups.iter().filter_map(|g| world.groups.get(*g)).map(|g| g.id.as_str()).collect::<Vec<_>>().join(","))
}

fn host(world: &World, host: &Host) -> String {
    let mut text = format!("host {} in {} {}", host.id, home(world, host.subnet), host.ip);
    for (word, addr) in [("v6", host.v6), ("public", host.public)] {
        if let Some(addr) = addr {
            let _ = write!(text, " {word} {addr}");
        }
    }
    text.push_str(&groups(world, host.groups.as_ref()));
    if let Some((name, _)) = EPHEMERAL.iter().skip(1).find(|(_, ports)| *ports == host.ephemeral) {
        let _ = write!(text, " os {name}");
    }
    if host.forwards {
        text.push_str(" nocheck");
    }
    text
}

fn interface(world: &World, endpoint: &Interface) -> String {
    let (groups, dns) = (groups(world, endpoint.groups.as_ref()), if endpoint.dns { "on" } else { "off" });
    format!("endpoint interface {} {} in {} ip {}{groups} dns {dns}", endpoint.id, endpoint.service, home(world, endpoint.subnet), endpoint.ip)
}

fn table(world: &World, table: &Table) -> String {
    let routes = table
        .routes
        .iter()
        .map(|r| format!("{} -> {}{}", world.destination(r.to), r.target, if r.hole && r.target != "blackhole" { " blackhole" } else { "" }));
    format!("rt {}: {}", table.id, routes.collect::<Vec<_>>().join(", ")).trim_end().to_owned()
}

fn group(world: &World, group: &Group) -> String {
    let mut rules: Vec<String> = group.inward.iter().map(|r| format!("in {}", group_rule(world, r, Dir::In))).collect();
    rules.extend(group.outward.iter().map(|r| format!("out {}", group_rule(world, r, Dir::Out))));
    if group.outward.is_empty() {
        rules.push("out none".to_owned());
    }
    format!("sg {}: {}", group.id, rules.join("; "))
}

/// A rule of a group as it is written after `in` or `out`.
#[must_use]
pub fn group_rule(world: &World, rule: &GroupRule, dir: Dir) -> String {
    let remote = match rule.remote {
        Remote::Net(net) => net.to_string(),
        Remote::List(list) => world.lists.get(list).map_or_else(String::new, |l| l.id.clone()),
        Remote::Group(group) => world.groups.get(group).map_or_else(String::new, |g| g.id.clone()),
    };
    format!("{} {} {remote}", rule.traffic, if dir == Dir::In { "from" } else { "to" })
}

fn acl(acl: &Acl) -> String {
    let rules = [Dir::In, Dir::Out].into_iter().flat_map(|dir| acl.rules(dir).iter().map(move |r| format!("{} {r}", dir.word())));
    format!("nacl {}: {}", acl.id, rules.collect::<Vec<_>>().join("; ")).trim_end().to_owned()
}
