//! Who reaches whom at one port.

use super::super::cidr::net::Family;
use super::answer::verdict;
use super::packet::{Packet, PortSet, Ports, Proto};
use super::walk::{From, Walker};
use super::world::{Eni, Who, World};
use crate::sim::{Cell, Notice, Outcome, Panel, Tone};
use crate::text::Message;

/// The most rows and columns that are shown.
pub const MOST: usize = 40;

/// Whether each subnet reaches each other: by tables and ACLs, which hold for every machine in it.
#[must_use]
pub fn between_subnets(world: &World, port: Ports) -> Vec<Vec<Option<&'static str>>> {
    let enis: Vec<Option<Eni<'_>>> = (0..world.subnets.len()).map(|s| world.eni(Who::Anyone(s), Family::V4)).collect();
    table(world, &enis, port)
}

fn table<'w>(world: &'w World, enis: &[Option<Eni<'w>>], port: Ports) -> Vec<Vec<Option<&'static str>>> {
    let cell = |from: &Option<Eni<'w>>, to: &Option<Eni<'w>>| {
        let (from, to) = ((*from)?, (*to)?);
        if from.who == to.who {
            return None;
        }
        let linux = super::packet::EPHEMERAL[0].1;
        let packet = Packet { src: from.addr, dst: to.addr, proto: Proto::Tcp, sport: PortSet::of(linux), dport: PortSet::of(port), icmp: (0, 0) };
        Some(verdict(&Walker::new(world).meeting(from, to).walk(From::Eni(from), packet)))
    };
    enis.iter().map(|from| enis.iter().map(|to| cell(from, to)).collect()).collect()
}

/// The matrix of subnets.
pub fn subnets(world: &World, port: Ports) -> Outcome {
    let names: Vec<String> = world.subnets.iter().map(|s| s.id.clone()).collect();
    let mut outcome = shown(&names, &between_subnets(world, port), port);
    outcome.notices.push(Notice { code: None, message: Message::new("vpc-n-matrix") });
    outcome
}

/// The matrix of hosts, with their security groups.
pub fn hosts(world: &World, port: Ports) -> Outcome {
    let names: Vec<String> = world.hosts.iter().map(|h| h.id.clone()).take(MOST).collect();
    let enis: Vec<Option<Eni<'_>>> = (0..names.len()).map(|h| world.eni(Who::Host(h), Family::V4)).collect();
    shown(&names, &table(world, &enis, port), port)
}

fn shown(names: &[String], cells: &[Vec<Option<&'static str>>], port: Ports) -> Outcome {
    let pairs = cells.iter().flatten().flatten().count();
    let good = cells.iter().flatten().flatten().filter(|v| **v == "reachable").count();
    let text = |id: &str| Cell::Text(id.to_owned(), Tone::Strong);
    let mut rows = vec![
        std::iter::once(Cell::Text(String::new(), Tone::Plain)).chain(names.iter().take(MOST).map(|n| Cell::Text(n.clone(), Tone::Muted))).collect::<Vec<_>>(),
    ];
    for (name, line) in names.iter().zip(cells).take(MOST) {
        let marks = line.iter().take(MOST).map(|cell| match cell {
            None => Cell::Text("·".to_owned(), Tone::Muted),
            Some("reachable") => Cell::Text("✓".to_owned(), Tone::Good),
            Some("partly") => Cell::Text("~".to_owned(), Tone::Warn),
            Some(_) => Cell::Text("✗".to_owned(), Tone::Bad),
        });
        rows.push(std::iter::once(text(name)).chain(marks).collect());
    }
    let headline = Message::new("vpc-matrix").with("good", good).with("pairs", pairs).with("port", port.to_string());
    let mut notices = Vec::new();
    if names.len() > MOST {
        notices.push(Notice { code: None, message: Message::new("vpc-n-matrix-cut").with("most", MOST) });
    }
    let title = Some(Message::new("vpc-t-matrix"));
    Outcome {
        verdict: format!("{good}/{pairs}"),
        headline: Some(headline),
        notices,
        panels: vec![Panel::Table { title, header: Vec::new(), rows }],
        ..Outcome::default()
    }
}
