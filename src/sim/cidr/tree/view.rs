//! A tree as rows, each with the edits that its keys make.

use std::ops::Range;

use super::super::net::Net;
use super::super::rules::{AWS, aws_subnet};
use super::super::say::{number, step, text, verdict};
use super::super::set;
use super::edit::Grown;
use super::export::Format;
use crate::sim::{Cell, Change, Control, Outcome, Panel, Tone, TreeRow};
use crate::text::Message;

/// The outcome of a tree whose first line stands at `head` and whose last line ends at `end`.
pub fn outcome(grown: &Grown, head: &Range<usize>, end: usize) -> Outcome {
    let leaves: Vec<Net> = grown.leaves.in_order().map(|(net, _)| net).collect();
    let roots = grown.leaves.roots();
    let headline = Message::new("cidr-tree")
        .with("count", leaves.len())
        .with("roots", roots.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        .with("size", set::total(&leaves));
    let mut panels = vec![rows(grown, end)];
    panels.extend(grown.exports.iter().map(|format| Panel::Text { title: Some(Message::new(title(*format))), lines: format.lines(grown) }));
    Outcome {
        verdict: verdict(&leaves),
        headline: Some(headline),
        steps: grown.told.iter().cloned().map(step).collect(),
        panels,
        controls: vec![
            Control {
                key: '+',
                label: Message::new("cidr-key-root"),
                ask: Some(Message::new("cidr-ask-root")),
                change: Change { range: head.end..head.end, text: " + ".to_owned() },
            },
            Control { key: 'e', label: Message::new("cidr-key-export"), ask: Some(Message::new("cidr-ask-export")), change: line(end, "export ".to_owned()) },
        ],
        ..Outcome::default()
    }
}

fn title(format: Format) -> &'static str {
    match format {
        Format::Text => "cidr-l-text",
        Format::Terraform => "cidr-l-terraform",
        Format::Csv => "cidr-l-csv",
    }
}

/// A further line after the tree.
fn line(end: usize, text: String) -> Change {
    Change { range: end..end, text: format!("\n{text}") }
}

fn rows(grown: &Grown, end: usize) -> Panel {
    let header = ["cidr-l-network", "cidr-l-first", "cidr-l-last", "cidr-l-hosts", "cidr-l-aws", "cidr-l-mark", "cidr-l-name"].map(Message::new).to_vec();
    let rows = grown.leaves.in_order().map(|(net, depth)| TreeRow { depth, cells: cells(grown, net), controls: controls(grown, net, end) });
    Panel::Tree { title: None, header, rows: rows.collect() }
}

fn cells(grown: &Grown, net: Net) -> Vec<Cell> {
    let mark = grown.marks.get(&net);
    let aws = if aws_subnet(net) { AWS.usable(net).to_string() } else { String::new() };
    vec![
        Cell::Text(net.to_string(), if mark.is_some() { Tone::Strong } else { Tone::Plain }),
        text(net.first()),
        text(net.last()),
        number(net.hosts().count),
        number(aws),
        Cell::Text(mark.map_or_else(String::new, char::to_string), Tone::Strong),
        Cell::Text(name(grown, net), Tone::Strong),
    ]
}

/// Its own name, after those of the networks around it.
fn name(grown: &Grown, net: Net) -> String {
    if grown.names.is_empty() {
        return String::new();
    }
    let around = (0..=net.prefix()).filter_map(|p| net.supernet(p)).filter_map(|n| grown.names.get(&n)).map(String::as_str);
    around.collect::<Vec<_>>().join(" / ")
}

fn controls(grown: &Grown, net: Net, end: usize) -> Vec<Control> {
    let control = |key, label, text: String| Control { key, label, ask: None, change: line(end, text) };
    let asking = |key, label, ask, text: String| Control { key, label: Message::new(label), ask: Some(Message::new(ask)), change: line(end, text) };
    let mut controls = Vec::with_capacity(6);
    if net.host_bits() > 0 {
        controls.push(control('s', Message::new("cidr-key-split"), format!("split {net}")));
        controls.push(asking('S', "cidr-key-split-to", "cidr-ask-split-to", format!("split {net} /")));
    }
    if let Some(parent) = net.parent().filter(|p| grown.leaves.root_of(*p).is_some()) {
        controls.push(control('m', Message::new("cidr-key-merge").with("net", parent), format!("join {parent}")));
    }
    if let Some(whole) = grown.leaves.divided_around(net) {
        controls.push(control('J', Message::new("cidr-key-merge-all").with("net", whole), format!("join {whole}")));
    }
    controls.push(asking('r', "cidr-key-rename", "cidr-ask-rename", format!("name {net} ")));
    controls.push(asking('c', "cidr-key-mark", "cidr-ask-mark", format!("mark {net} ")));
    controls
}
