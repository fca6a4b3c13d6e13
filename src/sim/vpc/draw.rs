//! The network as a picture in text, with the way of the packet beside it.
//!
//! The same in every language: it says nothing but names, addresses and lines.

use super::packet::Way;
use super::walk::{Hop, Place};
use super::world::{Who, World};
use crate::text::{pad, width};

/// The most subnets that are drawn; beyond, only those on the way.
const MOST: usize = 12;

/// A row of the picture: its text inside the boxes, how deep it stands, and which places it shows.
struct Row {
    depth: usize,
    text: String,
    edge: Edge,
    place: Option<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Top,
    Bottom,
    Inside,
}

/// Draws the network; the stations of the request are numbered, and the last of a blocked one is marked.
pub fn draw(world: &World, hops: &[&Hop]) -> Vec<String> {
    let stations = stations(hops);
    let rows = rows(world, hops);
    let inner = rows.iter().map(|r| r.depth * 4 + width(&r.text) + 4).max().unwrap_or(0);
    let rail: Vec<Option<usize>> = rows.iter().map(|r| r.place.and_then(|p| stations.iter().position(|s| *s == p))).collect();
    let blocked = hops.iter().any(|h| h.block.is_some());
    let lines: Vec<String> = rows.iter().map(|row| boxed(row, inner)).collect();
    lines.into_iter().zip(marks(&rail, stations.len(), blocked)).map(|(line, mark)| format!("{} {mark}", pad(&line, inner + 2)).trim_end().to_owned()).collect()
}

/// The places of the request in order, without borders of subnets.
fn stations(hops: &[&Hop]) -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    for hop in hops.iter().filter(|h| h.way == Way::Request && !matches!(h.place, Place::Subnet(_))) {
        if !all.contains(&hop.place) {
            all.push(hop.place);
        }
    }
    all
}

fn rows(world: &World, hops: &[&Hop]) -> Vec<Row> {
    let inside = |depth, text, place| Row { depth, text, edge: Edge::Inside, place };
    let mut rows = Vec::new();
    let far = hops.iter().find(|h| h.place == Place::Internet).map(|h| if h.way == Way::Request { h.dst } else { h.src });
    let outside = hops.iter().any(|h| matches!(h.place, Place::Internet | Place::Igw(_)));
    if outside {
        let name = far.map_or("internet".to_owned(), |a| world.outside.iter().find(|o| o.ip == a).map_or_else(|| a.to_string(), |o| format!("{} {a}", o.id)));
        rows.push(inside(0, name, Some(Place::Internet)));
    }
    let on_way = |subnet: usize| hops.iter().any(|h| h.place == Place::Subnet(subnet) || matches!(h.place, Place::At(w) if home(world, w) == Some(subnet)));
    let all = world.subnets.len() <= MOST;
    for (v, vpc) in world.vpcs.iter().enumerate() {
        let subnets: Vec<usize> = (0..world.subnets.len()).filter(|s| world.vpc_of(*s) == v && (all || on_way(*s))).collect();
        if subnets.is_empty() && !all {
            continue;
        }
        rows.push(Row {
            depth: 0,
            text: format!("{} {}", vpc.id, vpc.nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
            edge: Edge::Top,
            place: None,
        });
        for (i, igw) in world.igws.iter().enumerate().filter(|(_, g)| g.vpc == v) {
            rows.push(inside(1, format!("{}{}", igw.id, if igw.attached { "" } else { " ✗" }), Some(Place::Igw(i))));
        }
        for (i, gateway) in world.gateways.iter().enumerate().filter(|(_, g)| g.vpc == v) {
            rows.push(inside(1, format!("{} ({})", gateway.id, gateway.service), Some(Place::Gateway(i))));
        }
        for subnet in subnets {
            rows.extend(subnet_rows(world, subnet));
        }
        rows.push(Row { depth: 0, text: String::new(), edge: Edge::Bottom, place: None });
        for (i, peering) in world.peerings.iter().enumerate().filter(|(_, p)| p.ends[0] == v) {
            let other = world.vpcs.get(peering.ends[1]).map_or("", |v| &v.id);
            rows.push(inside(0, format!("{} ({} = {other})", peering.id, vpc.id), Some(Place::Peering(i))));
        }
    }
    rows
}

fn home(world: &World, who: Who) -> Option<usize> {
    match who {
        Who::Host(i) => world.hosts.get(i).map(|h| h.subnet),
        Who::Interface(i) => world.interfaces.get(i).map(|e| e.subnet),
        Who::Nat(i) => world.nats.get(i).map(|n| n.subnet),
        Who::Anyone(i) => Some(i),
    }
}

fn subnet_rows(world: &World, index: usize) -> Vec<Row> {
    let Some(subnet) = world.subnets.get(index) else { return Vec::new() };
    let nets = subnet.nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let extra = [subnet.table.and_then(|t| world.tables.get(t)).map(|t| &t.id), subnet.acl.and_then(|a| world.acls.get(a)).map(|a| &a.id)];
    let extra: String = extra.into_iter().flatten().map(|id| format!(" {id}")).collect();
    let mut rows = vec![Row { depth: 1, text: format!("{} {nets}{extra}", subnet.id), edge: Edge::Top, place: None }];
    let mut add = |text: String, who| rows.push(Row { depth: 2, text, edge: Edge::Inside, place: Some(Place::At(who)) });
    for (i, nat) in world.nats.iter().enumerate().filter(|(_, n)| n.subnet == index) {
        add(format!("{} {}", nat.id, nat.public.unwrap_or(nat.ip)), Who::Nat(i));
    }
    for (i, endpoint) in world.interfaces.iter().enumerate().filter(|(_, e)| e.subnet == index) {
        add(format!("{} ({}) {}", endpoint.id, endpoint.service, endpoint.ip), Who::Interface(i));
    }
    for (i, host) in world.hosts.iter().enumerate().filter(|(_, h)| h.subnet == index) {
        let public = host.public.map_or_else(String::new, |p| format!(" {p}"));
        add(format!("{} {}{public}", host.id, host.ip), Who::Host(i));
    }
    rows.push(Row { depth: 1, text: String::new(), edge: Edge::Bottom, place: None });
    rows
}

/// A row between the sides of the boxes that it stands in.
fn boxed(row: &Row, inner: usize) -> String {
    let (left, right) = ("│ ".repeat(row.depth), " │".repeat(row.depth));
    let room = (inner + 2).saturating_sub(row.depth * 4);
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

/// The way beside the boxes: a column for each stretch between two stations, its end marked by an arrow.
fn marks(rail: &[Option<usize>], stations: usize, blocked: bool) -> Vec<String> {
    let row_of = |station| rail.iter().position(|r| *r == Some(station));
    let mut grid: Vec<Vec<char>> = vec![vec![' '; stations.max(1) * 2 + 2]; rail.len()];
    for station in 0..stations {
        if let Some(line) = row_of(station).and_then(|r| grid.get_mut(r)) {
            line[0] =
                if blocked && station + 1 == stations { '✗' } else { char::from_digit(u32::try_from(station + 1).unwrap_or(0) % 10, 10).unwrap_or('*') };
        }
        let (Some(from), Some(to)) = (row_of(station), row_of(station + 1)) else { continue };
        let column = station * 2 + 2;
        let (top, bottom) = (from.min(to), from.max(to));
        for (r, line) in grid.iter_mut().enumerate().take(bottom + 1).skip(top) {
            let corner = if r == top { '┐' } else { '┘' };
            line[column] = if r == top || r == bottom { corner } else { '│' };
            if r == top || r == bottom {
                for c in &mut line[1..column] {
                    *c = match *c {
                        ' ' => '─',
                        '│' => '┼',
                        '┐' => '┬',
                        '┘' => '┴',
                        other => other,
                    };
                }
            }
        }
        if let Some(line) = grid.get_mut(to) {
            line[1] = '◀';
        }
    }
    grid.into_iter().map(|line| line.into_iter().collect::<String>().trim_end().to_owned()).collect()
}
