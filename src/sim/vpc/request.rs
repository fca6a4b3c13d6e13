//! The JSON form of a network, as it is recorded in the test vectors.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::cidr::net::{Addr, Net};
use super::super::cidr::read::{Piece, Read, refuse};
use super::limits::{MOST_ROUTES, too_many};
use super::packet::{Ports, Proto};
use super::phrase;
use super::rules::{Acl, AclRule, Group, GroupRule, Remote, Traffic};
use super::world::{Egress, Gateway, Goes, Host, Igw, Interface, List, Nat, Outside, Peering, Route, Subnet, Table, To, Vpc, World};
use crate::text::{Message, excerpt};

/// The most items that a list of a request may have.
const MOST: usize = 200_000;

/// A refusal: a field is not what it has to be.
pub fn wrong(field: &'static str) -> Box<crate::sim::Refusal> {
    refuse("E_FIELD", 0..0, Message::new("vpc-e-field").with("field", field))
}

/// A refusal: a name that nothing has.
fn unknown(field: &'static str, name: &str) -> Box<crate::sim::Refusal> {
    refuse("E_UNKNOWN", 0..0, Message::new("vpc-e-field-unknown").with("field", field).with("name", excerpt(name)))
}

/// A field that must be text.
pub fn text<'v>(value: &'v Value, field: &'static str) -> Read<&'v str> {
    value.get(field).and_then(Value::as_str).ok_or_else(|| wrong(field))
}

/// A field that is a list; absent or null means empty.
pub fn list<'v>(value: &'v Value, field: &'static str) -> Read<&'v [Value]> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) if items.len() <= MOST => Ok(items),
        Some(_) => Err(wrong(field)),
    }
}

/// A field that is true or false; absent or null means `default`.
fn flag(value: &Value, field: &'static str, default: bool) -> Read<bool> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(default),
        Some(flag) => flag.as_bool().ok_or_else(|| wrong(field)),
    }
}

fn map<'v>(value: &'v Value, field: &'static str) -> Read<Option<&'v Map<String, Value>>> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(fields)) => Ok(Some(fields)),
        Some(_) => Err(wrong(field)),
    }
}

/// A field that is an address.
pub fn addr(value: &Value, field: &'static str) -> Read<Addr> {
    phrase::addr(Piece::whole(text(value, field)?))
}

fn maybe_addr(value: &Value, field: &'static str) -> Read<Option<Addr>> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(_) => addr(value, field).map(Some),
    }
}

/// A text that is a network.
pub fn net(text: &str) -> Read<Net> {
    phrase::net(Piece::whole(text))
}

fn nets(items: &[Value], field: &'static str) -> Read<Vec<Net>> {
    items.iter().map(|item| net(item.as_str().ok_or_else(|| wrong(field))?)).collect()
}

/// A number of at most `most`.
pub fn number(value: &Value, most: u64, field: &'static str) -> Read<u64> {
    value.as_u64().filter(|n| *n <= most).ok_or_else(|| wrong(field))
}

fn port(value: &Value, field: &'static str) -> Read<u16> {
    u16::try_from(number(value, 65535, field)?).map_err(|_| wrong(field))
}

/// A field that is a port.
pub fn port_of(value: &Value, field: &'static str) -> Read<u16> {
    port(value.get(field).unwrap_or(&Value::Null), field)
}

/// A field that is a protocol.
pub fn proto(value: &Value, field: &'static str) -> Read<Proto> {
    Proto::read(text(value, field)?).ok_or_else(|| wrong(field))
}

fn traffic(rule: &Value) -> Read<Traffic> {
    let proto = match text(rule, "proto")? {
        "all" | "-1" => None,
        word => Some(Proto::read(word).ok_or_else(|| wrong("proto"))?),
    };
    let ports = match rule.get("ports") {
        None | Some(Value::Null) => Ports::ALL,
        Some(Value::Array(ends)) => match &ends[..] {
            [low, high] => Ports { low: port(low, "ports")?, high: port(high, "ports")? },
            _ => return Err(wrong("ports")),
        },
        Some(_) => return Err(wrong("ports")),
    };
    let part = |field: &'static str| match rule.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(n) if n.as_i64() == Some(-1) => Ok(None),
        Some(n) => n.as_u64().and_then(|n| u8::try_from(n).ok()).map(Some).ok_or_else(|| wrong(field)),
    };
    Ok(Traffic { proto, ports, icmp: (part("icmp_type")?, part("icmp_code")?) })
}

/// The rules of an ACL, in the order of their numbers.
pub fn acl(id: &str, value: &Value) -> Read<Acl> {
    let rules = |field| {
        let mut rules = list(value, field)?.iter().map(acl_rule).collect::<Read<Vec<_>>>()?;
        rules.sort_by_key(|r| r.number);
        Ok::<_, Box<crate::sim::Refusal>>(rules)
    };
    Ok(Acl { id: id.to_owned(), inward: rules("inbound")?, outward: rules("outbound")? })
}

fn acl_rule(rule: &Value) -> Read<AclRule> {
    let number = port(rule.get("num").unwrap_or(&Value::Null), "num")?;
    let allow = match text(rule, "action")? {
        "allow" => true,
        "deny" => false,
        _ => return Err(wrong("action")),
    };
    Ok(AclRule { number, allow, traffic: traffic(rule)?, remote: net(text(rule, "cidr")?)? })
}

/// Groups by name, in one order.
pub fn groups(value: &Value) -> Read<Vec<Group>> {
    let Some(fields) = map(value, "security_groups")? else { return Ok(Vec::new()) };
    let index: HashMap<&str, usize> = fields.keys().enumerate().map(|(i, name)| (name.as_str(), i)).collect();
    let rules = |group, field| list(group, field)?.iter().map(|rule| group_rule(rule, &index)).collect::<Read<Vec<_>>>();
    fields.iter().map(|(id, group)| Ok(Group { id: id.clone(), inward: rules(group, "inbound")?, outward: rules(group, "outbound")? })).collect()
}

fn group_rule(rule: &Value, groups: &HashMap<&str, usize>) -> Read<GroupRule> {
    let remote = match rule.get("sg").and_then(Value::as_str) {
        Some(name) => Remote::Group(*groups.get(name).ok_or_else(|| unknown("sg", name))?),
        None => Remote::Net(net(text(rule, "cidr")?)?),
    };
    Ok(GroupRule { traffic: traffic(rule)?, remote })
}

/// What each kind of thing is called, and where it stands in its list.
#[derive(Default)]
struct Names<'v>(HashMap<(&'static str, &'v str), usize>);

impl<'v> Names<'v> {
    fn all(world: &'v Value) -> Read<Names<'v>> {
        let mut names = Names::default();
        for kind in [
            "vpcs",
            "subnets",
            "internet_gateways",
            "egress_only_gateways",
            "nat_gateways",
            "gateway_endpoints",
            "interface_endpoints",
            "peerings",
            "hosts",
            "internet_hosts",
        ] {
            for (i, item) in list(world, kind)?.iter().enumerate() {
                names.0.insert((kind, text(item, "id")?), i);
            }
        }
        for kind in ["route_tables", "prefix_lists", "security_groups", "nacls"] {
            for (i, id) in map(world, kind)?.into_iter().flat_map(Map::keys).enumerate() {
                names.0.insert((kind, id), i);
            }
        }
        Ok(names)
    }

    fn of(&self, kind: &'static str, name: &str) -> Option<usize> {
        self.0.get(&(kind, name)).copied()
    }

    fn field(&self, item: &Value, field: &'static str, kind: &'static str) -> Read<usize> {
        let name = text(item, field)?;
        self.of(kind, name).ok_or_else(|| unknown(field, name))
    }

    fn maybe(&self, item: &Value, field: &'static str, kind: &'static str) -> Read<Option<usize>> {
        match item.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(_) => self.field(item, field, kind).map(Some),
        }
    }

    fn groups(&self, item: &Value) -> Read<Option<Vec<usize>>> {
        match item.get("security_groups") {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Array(names)) => {
                let index = |name: &Value| {
                    let name = name.as_str().ok_or_else(|| wrong("security_groups"))?;
                    self.of("security_groups", name).ok_or_else(|| unknown("security_groups", name))
                };
                names.iter().map(index).collect::<Read<Vec<_>>>().map(Some)
            }
            Some(_) => Err(wrong("security_groups")),
        }
    }

    fn goes(&self, target: &str) -> Goes {
        type Make = fn(usize) -> Goes;
        let kinds: [(&'static str, Make); 6] = [
            ("internet_gateways", Goes::Igw),
            ("egress_only_gateways", Goes::Egress),
            ("nat_gateways", Goes::Nat),
            ("peerings", Goes::Peering),
            ("gateway_endpoints", Goes::Gateway),
            ("hosts", Goes::Host),
        ];
        if target == "local" {
            return Goes::Local;
        }
        // Of a target that is gone the route stays behind as a black hole.
        kinds.into_iter().find_map(|(kind, make)| self.of(kind, target).map(make)).unwrap_or(Goes::Hole)
    }
}

/// A network.
pub fn world(value: &Value) -> Read<World> {
    if !value.is_object() {
        return Err(wrong("world"));
    }
    let names = Names::all(value)?;
    let each = |kind| list(value, kind);
    let mut world = World::default();
    for vpc in each("vpcs")? {
        world.vpcs.push(Vpc { id: text(vpc, "id")?.to_owned(), nets: nets(list(vpc, "cidr")?, "cidr")? });
    }
    for (id, items) in map(value, "prefix_lists")?.into_iter().flatten() {
        world.lists.push(List { id: id.clone(), nets: nets(items.as_array().ok_or_else(|| wrong("prefix_lists"))?, "prefix_lists")? });
    }
    world.groups = groups(value)?;
    for (id, rules) in map(value, "nacls")?.into_iter().flatten() {
        world.acls.push(acl(id, rules)?);
    }
    for (id, routes) in map(value, "route_tables")?.into_iter().flatten() {
        let mut table = Table::named(id);
        table.routes = routes.as_array().ok_or_else(|| wrong("route_tables"))?.iter().map(|r| route(r, &names)).collect::<Read<_>>()?;
        world.tables.push(table);
    }
    for subnet in each("subnets")? {
        world.subnets.push(Subnet {
            id: text(subnet, "id")?.to_owned(),
            vpc: names.field(subnet, "vpc", "vpcs")?,
            nets: vec![net(text(subnet, "cidr")?)?],
            zone: subnet.get("az").and_then(Value::as_str).map(str::to_owned),
            table: names.maybe(subnet, "route_table", "route_tables")?,
            acl: names.maybe(subnet, "nacl", "nacls")?,
        });
    }
    gateways(&mut world, value, &names)?;
    machines(&mut world, value, &names)?;
    if world.expanded() > MOST_ROUTES {
        return Err(too_many(0..0, "vpc-many-routes", MOST_ROUTES));
    }
    Ok(world.settled())
}

fn route(route: &Value, names: &Names<'_>) -> Read<Route> {
    let destination = text(route, "destination")?;
    let to = match names.of("prefix_lists", destination) {
        Some(list) => To::List(list),
        None => To::Net(net(destination)?),
    };
    let target = text(route, "target")?;
    let hole = route.get("state").and_then(Value::as_str) == Some("blackhole") || target == "blackhole";
    Ok(Route { to, target: target.to_owned(), goes: names.goes(target), hole })
}

fn gateways(world: &mut World, value: &Value, names: &Names<'_>) -> Read<()> {
    for igw in list(value, "internet_gateways")? {
        let attached = flag(igw, "attached", true)?;
        world.igws.push(Igw { id: text(igw, "id")?.to_owned(), vpc: names.field(igw, "vpc", "vpcs")?, attached });
    }
    for gateway in list(value, "egress_only_gateways")? {
        world.egresses.push(Egress { id: text(gateway, "id")?.to_owned(), vpc: names.field(gateway, "vpc", "vpcs")? });
    }
    for nat in list(value, "nat_gateways")? {
        let (ip, public) = (addr(nat, "private_ip")?, maybe_addr(nat, "public_ip")?);
        world.nats.push(Nat { id: text(nat, "id")?.to_owned(), subnet: names.field(nat, "subnet", "subnets")?, ip, public });
    }
    for gateway in list(value, "gateway_endpoints")? {
        let list = text(gateway, "prefix_list")?;
        world.gateways.push(Gateway {
            id: text(gateway, "id")?.to_owned(),
            service: list.strip_prefix("pl-").unwrap_or(list).to_owned(),
            vpc: names.field(gateway, "vpc", "vpcs")?,
            list: names.field(gateway, "prefix_list", "prefix_lists")?,
        });
    }
    for peering in list(value, "peerings")? {
        let [Value::String(a), Value::String(b)] = list(peering, "vpcs")? else { return Err(wrong("vpcs")) };
        let end = |name: &str| names.of("vpcs", name).ok_or_else(|| unknown("vpcs", name));
        world.peerings.push(Peering { id: text(peering, "id")?.to_owned(), ends: [end(a)?, end(b)?] });
    }
    Ok(())
}

fn machines(world: &mut World, value: &Value, names: &Names<'_>) -> Read<()> {
    for endpoint in list(value, "interface_endpoints")? {
        world.interfaces.push(Interface {
            id: text(endpoint, "id")?.to_owned(),
            service: text(endpoint, "service")?.to_owned(),
            subnet: names.field(endpoint, "subnet", "subnets")?,
            ip: addr(endpoint, "ip")?,
            groups: names.groups(endpoint)?,
            dns: flag(endpoint, "private_dns", true)?,
        });
    }
    for host in list(value, "hosts")? {
        world.hosts.push(Host {
            id: text(host, "id")?.to_owned(),
            subnet: names.field(host, "subnet", "subnets")?,
            ip: addr(host, "ip")?,
            v6: maybe_addr(host, "ipv6")?,
            public: maybe_addr(host, "public_ip")?,
            groups: names.groups(host)?,
            ephemeral: super::packet::EPHEMERAL[0].1,
            forwards: !flag(host, "source_dest_check", true)?,
        });
    }
    for outside in list(value, "internet_hosts")? {
        world.outside.push(Outside { id: text(outside, "id")?.to_owned(), ip: addr(outside, "ip")? });
    }
    Ok(())
}
