//! The network as a picture in text, with the way of the packet and of its answer beside it, each in a lane of its own.
//!
//! The same in every language: it says nothing but names, addresses and lines.

mod lane;

use self::lane::Lane;
use super::flow::Leg;
use super::walk::{Hop, Place, Trip};
use super::world::{Who, World};
use crate::sim::cidr::net::Addr;
use crate::text::{pad, width};

/// The most subnets that are drawn; beyond, only those on the way.
const MOST: usize = 12;
/// The most machines of a subnet that are drawn besides those on the way.
const MOST_IN_SUBNET: usize = 6;
/// A picture wider than this says the particulars of a subnet in rows of their own.
const WIDEST: usize = 74;

/// A connection and what became of it.
pub type Walked<'a> = (&'a Leg, &'a Trip);

/// Something that a row shows and a packet passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    /// In the network, or at the border of a subnet.
    At(Place),
    /// A host out on the internet.
    Outside(Addr),
}

/// A row of the picture: its text inside the boxes, how deep it stands, and what it shows.
struct Row {
    depth: usize,
    text: String,
    edge: Edge,
    spot: Option<Spot>,
}

impl Row {
    /// The cells that it takes, the sides of the boxes around it included.
    fn width(&self) -> usize {
        let border = if self.edge == Edge::Top { "┌─  ─┐" } else { "" };
        self.depth * 4 + width(&self.text) + width(border)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Top,
    Bottom,
    Inside,
}

/// Draws the network and the way of each connection there (→) and back (←).
///
/// The stations that a packet reaches are numbered; `✗` stands where it is stopped. Behind that the lane is dotted: the
/// way as if it had passed, with `!` where it would be stopped again.
pub fn draw(world: &World, walked: &[Walked<'_>]) -> Vec<String> {
    let lanes = lane::lanes(walked);
    let picture = |narrow| {
        let rows = rows(world, walked, &lanes, narrow);
        let wide = rows.iter().map(Row::width).max().unwrap_or(0);
        (rows, wide)
    };
    let room: usize = lanes.iter().map(|lane| lane.stations.len() + 3).sum();
    let (mut rows, mut wide) = picture(false);
    if wide + room > WIDEST {
        (rows, wide) = picture(true);
    }
    let row_of = |spot| rows.iter().position(|r| r.spot == Some(spot));
    let marks: Vec<Vec<String>> = lanes.iter().map(|lane| lane.draw(rows.len(), row_of)).collect();
    let boxes = std::iter::once(String::new()).chain(rows.iter().map(|row| boxed(row, wide)));
    let line = |(at, text): (usize, String)| {
        let marks = marks.iter().filter_map(|lane| lane.get(at)).map(|mark| format!("  {mark}"));
        format!("{}{}", pad(&text, wide), marks.collect::<String>()).trim_end().to_owned()
    };
    boxes.enumerate().map(line).collect()
}

fn rows(world: &World, walked: &[Walked<'_>], lanes: &[Lane], narrow: bool) -> Vec<Row> {
    let hops: Vec<&Hop> = walked.iter().flat_map(|(_, trip)| &trip.hops).collect();
    let inside = |depth, text, place| Row { depth, text, edge: Edge::Inside, spot: Some(Spot::At(place)) };
    let mut rows = outsiders(world, lanes);
    let on_way = |subnet: usize| hops.iter().any(|h| h.place == Place::Subnet(subnet) || matches!(h.place, Place::At(w) if home(world, w) == Some(subnet)));
    let all = world.subnets.len() <= MOST;
    for (v, vpc) in world.vpcs.iter().enumerate() {
        let subnets: Vec<usize> = (0..world.subnets.len()).filter(|s| world.vpc_of(*s) == v && (all || on_way(*s))).collect();
        if subnets.is_empty() && !all {
            continue;
        }
        let nets = vpc.nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        rows.push(Row { depth: 0, text: format!("{} {nets}", vpc.id), edge: Edge::Top, spot: None });
        for (i, igw) in world.igws.iter().enumerate().filter(|(_, g)| g.vpc == v) {
            rows.push(inside(1, format!("{}{}", igw.id, if igw.attached { "" } else { " (detached)" }), Place::Igw(i)));
        }
        for (i, gateway) in world.egresses.iter().enumerate().filter(|(_, g)| g.vpc == v) {
            rows.push(inside(1, gateway.id.clone(), Place::Egress(i)));
        }
        for (i, gateway) in world.gateways.iter().enumerate().filter(|(_, g)| g.vpc == v) {
            rows.push(inside(1, format!("{} ({})", gateway.id, gateway.service), Place::Gateway(i)));
        }
        for subnet in subnets {
            rows.extend(subnet_rows(world, subnet, &hops, narrow));
        }
        rows.push(Row { depth: 0, text: String::new(), edge: Edge::Bottom, spot: None });
        for (i, peering) in world.peerings.iter().enumerate().filter(|(_, p)| p.ends[0] == v) {
            let other = world.vpcs.get(peering.ends[1]).map_or("", |v| &v.id);
            rows.push(inside(0, format!("{} ({} = {other})", peering.id, vpc.id), Place::Peering(i)));
        }
    }
    rows
}

/// Everybody out on the internet who takes part, by name and address.
fn outsiders(world: &World, lanes: &[Lane]) -> Vec<Row> {
    let mut seen: Vec<Addr> = Vec::new();
    for spot in lanes.iter().flat_map(|lane| &lane.stations).map(|station| station.spot) {
        if let Spot::Outside(addr) = spot
            && !seen.contains(&addr)
        {
            seen.push(addr);
        }
    }
    let named = |addr: &Addr| world.outside.iter().find(|o| o.ip == *addr).map_or_else(|| addr.to_string(), |o| format!("{} {addr}", o.id));
    seen.iter().map(|addr| Row { depth: 0, text: named(addr), edge: Edge::Inside, spot: Some(Spot::Outside(*addr)) }).collect()
}

/// The subnet in which somebody stands.
pub fn home(world: &World, who: Who) -> Option<usize> {
    match who {
        Who::Host(i) => world.hosts.get(i).map(|h| h.subnet),
        Who::Interface(i) => world.interfaces.get(i).map(|e| e.subnet),
        Who::Nat(i) => world.nats.get(i).map(|n| n.subnet),
        Who::Anyone(i) => Some(i),
    }
}

fn subnet_rows(world: &World, index: usize, hops: &[&Hop], narrow: bool) -> Vec<Row> {
    let Some(subnet) = world.subnets.get(index) else { return Vec::new() };
    let tables = [subnet.table.and_then(|t| world.tables.get(t)).map(|t| &t.id), subnet.acl.and_then(|a| world.acls.get(a)).map(|a| &a.id)];
    let tables = tables.into_iter().flatten().cloned();
    let nets = subnet.nets.iter().map(ToString::to_string);
    let particulars: Vec<String> = if narrow { nets.skip(1).chain(tables).collect() } else { nets.chain(tables).collect() };
    let head = if narrow { subnet.nets.first().map(ToString::to_string).unwrap_or_default() } else { particulars.join(" ") };
    let border = Some(Spot::At(Place::Subnet(index)));
    let mut rows = vec![Row { depth: 1, text: format!("{} {head}", subnet.id), edge: Edge::Top, spot: border }];
    if narrow && !particulars.is_empty() {
        rows.push(Row { depth: 2, text: particulars.join(" "), edge: Edge::Inside, spot: None });
    }
    let on_way = |who| hops.iter().any(|h| h.place == Place::At(who));
    let mut left_out = 0;
    for (shown, (text, who)) in machines(world, index).enumerate() {
        if shown >= MOST_IN_SUBNET && !on_way(who) {
            left_out += 1;
        } else {
            rows.push(Row { depth: 2, text, edge: Edge::Inside, spot: Some(Spot::At(Place::At(who))) });
        }
    }
    if left_out > 0 {
        rows.push(Row { depth: 2, text: format!("… +{left_out}"), edge: Edge::Inside, spot: None });
    }
    rows.push(Row { depth: 1, text: String::new(), edge: Edge::Bottom, spot: None });
    rows
}

/// Everybody in a subnet, with their addresses.
fn machines(world: &World, index: usize) -> impl Iterator<Item = (String, Who)> {
    let both = |id: &str, ip: Addr, public: Option<Addr>| format!("{id} {ip}{}", public.map_or_else(String::new, |p| format!(" {p}")));
    let nats = world.nats.iter().enumerate().filter(move |(_, n)| n.subnet == index);
    let nats = nats.map(move |(i, nat)| (both(&nat.id, nat.ip, nat.public), Who::Nat(i)));
    let endpoints = world.interfaces.iter().enumerate().filter(move |(_, e)| e.subnet == index);
    let endpoints = endpoints.map(|(i, endpoint)| (format!("{} ({}) {}", endpoint.id, endpoint.service, endpoint.ip), Who::Interface(i)));
    let hosts = world.hosts.iter().enumerate().filter(move |(_, h)| h.subnet == index);
    let hosts = hosts.map(move |(i, host)| (both(&host.id, host.ip, host.public), Who::Host(i)));
    nats.chain(endpoints).chain(hosts)
}

/// A row between the sides of the boxes that it stands in.
fn boxed(row: &Row, wide: usize) -> String {
    let (left, right) = ("│ ".repeat(row.depth), " │".repeat(row.depth));
    let room = wide.saturating_sub(row.depth * 4);
    match row.edge {
        Edge::Inside if row.depth == 0 => row.text.clone(),
        Edge::Inside => format!("{left}{}{right}", pad(&row.text, room)),
        Edge::Top => {
            let line = "─".repeat(room.saturating_sub(width(&row.text) + 5));
            format!("{left}┌─ {} {line}┐{right}", row.text)
        }
        Edge::Bottom => format!("{left}└{}┘{right}", "─".repeat(room.saturating_sub(2))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cidr::read::Piece;
    use super::super::{flow, world_of};
    use super::*;

    #[track_caller]
    fn check(scenario: &str, path: &str, expected: &str) {
        let world = world_of(scenario);
        let legs = flow::legs(&world, Piece::whole(path)).unwrap();
        let trips: Vec<Trip> = legs.iter().map(|leg| leg.walk(&world)).collect();
        let lines = draw(&world, &legs.iter().zip(&trips).collect::<Vec<_>>());
        assert_eq!(lines.join("\n"), expected.strip_prefix('\n').unwrap(), "\n{}", lines.join("\n"));
        assert!(lines.iter().all(|l| width(l) <= 76));
    }

    const NAT: &str = "vpc A 10.0.0.0/16\nigw g attach A\nsubnet a A 10.0.1.0/24 rt ra\nsubnet b A 10.0.2.0/24 rt rb nacl n\nrt ra: 0.0.0.0/0 -> g\nrt rb: 0.0.0.0/0 -> t\nnat t in a eip 203.0.113.9\nhost y in b 10.0.2.10 sg s\n";

    #[test]
    fn the_way_there_and_the_way_back_have_lanes_of_their_own() {
        check(
            &format!("{NAT}nacl n: in 1 allow all 0.0.0.0/0; out 1 allow all 0.0.0.0/0\nsg s:"),
            "y -> internet:80",
            "
                                  →  ←
internet 198.51.100.10            4  1
┌─ A 10.0.0.0/16 ──────────────┐  │  │
│ g                            │  3  2
│ ┌─ a 10.0.1.0/24 ra ───────┐ │  │  │
│ │ t 10.0.1.254 203.0.113.9 │ │  2  3
│ └──────────────────────────┘ │  │  │
│ ┌─ b 10.0.2.0/24 rb n ─────┐ │  │  │
│ │ y 10.0.2.10              │ │  1  4
│ └──────────────────────────┘ │
└──────────────────────────────┘",
        );
    }

    #[test]
    fn the_cross_stands_where_the_packet_is_stopped_and_the_rest_is_dotted() {
        check(
            &format!("{NAT}nacl n: out 1 allow all 0.0.0.0/0\nsg s: out none"),
            "y -> internet:80",
            "
                                  →  ←
internet 198.51.100.10            ·  ·
┌─ A 10.0.0.0/16 ──────────────┐  ┊  ┊
│ g                            │  ·  ·
│ ┌─ a 10.0.1.0/24 ra ───────┐ │  ┊  ┊
│ │ t 10.0.1.254 203.0.113.9 │ │  ·  ·
│ └──────────────────────────┘ │  ┊  ┊
│ ┌─ b 10.0.2.0/24 rb n ─────┐ │  ┊  !
│ │ y 10.0.2.10              │ │  ✗  ·
│ └──────────────────────────┘ │
└──────────────────────────────┘",
        );
    }

    #[test]
    fn a_detached_gateway_is_where_it_ends() {
        check(
            "vpc A 10.0.0.0/16\nigw g attach A detached\nsubnet a A 10.0.1.0/24 rt ra\nrt ra: 0.0.0.0/0 -> g\nhost x in a 10.0.1.10 public 203.0.113.8",
            "internet -> x:80",
            "
                                 →  ←
internet 198.51.100.10           1  ·
┌─ A 10.0.0.0/16 ─────────────┐  │  ┊
│ g (detached)                │  ✗  ·
│ ┌─ a 10.0.1.0/24 ra ──────┐ │  ┊  !
│ │ x 10.0.1.10 203.0.113.8 │ │  ·  ·
│ └─────────────────────────┘ │
└─────────────────────────────┘",
        );
    }

    #[test]
    fn a_way_that_turns_goes_on_beside_itself() {
        check(
            "vpc A 10.0.0.0/16\nigw g attach A\nsubnet b A 10.0.2.0/24 rt rb\nsubnet a A 10.0.1.0/24 rt ra\nrt ra: 0.0.0.0/0 -> g\nrt rb: 0.0.0.0/0 -> t\nnat t in a eip 203.0.113.9\nhost y in b 10.0.2.10",
            "y -> internet:80",
            "
                                  →    ←
internet 198.51.100.10              4  1
┌─ A 10.0.0.0/16 ──────────────┐    │  │
│ g                            │    3  2
│ ┌─ b 10.0.2.0/24 rb ───────┐ │    │  │
│ │ y 10.0.2.10              │ │  1 │  │ 4
│ └──────────────────────────┘ │  │ │  │ │
│ ┌─ a 10.0.1.0/24 ra ───────┐ │  │ │  │ │
│ │ t 10.0.1.254 203.0.113.9 │ │  2─┘  3─┘
│ └──────────────────────────┘ │
└──────────────────────────────┘",
        );
    }

    #[test]
    fn each_connection_of_a_path_has_its_lanes_and_everybody_outside_a_name() {
        check(
            "vpc A 10.0.0.0/16\nigw g attach A\nsubnet a A 10.0.1.0/24 rt ra\nrt ra: 0.0.0.0/0 -> g\noutside laptop 203.0.113.7\nhost x in a 10.0.1.10 public 198.51.100.22\nhost y in a 10.0.1.11",
            "laptop -> x:22 -> y:22",
            "
                                   1→  1←  2→  2←
laptop 203.0.113.7                 1   3
┌─ A 10.0.0.0/16 ───────────────┐  │   │
│ g                             │  2   2
│ ┌─ a 10.0.1.0/24 ra ────────┐ │  │   │
│ │ x 10.0.1.10 198.51.100.22 │ │  3   1   1   2
│ │ y 10.0.1.11               │ │          2   1
│ └───────────────────────────┘ │
└───────────────────────────────┘",
        );
    }
}
