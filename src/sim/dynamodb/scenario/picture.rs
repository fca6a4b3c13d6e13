//! Tables drawn: partitions with their items in order, and what was read of them.

use std::ops::Range;

use super::filter::{Filter, conjuncts};
use super::say;
use super::way::{Way, WayKind};
use crate::sim::dynamodb::capacity::Units;
use crate::sim::dynamodb::expression::holds;
use crate::sim::dynamodb::table::{Address, Row, Table};
use crate::sim::dynamodb::value::Scalar;
use crate::sim::{Cell, Notice, Outcome, Panel, Step};
use crate::text::{Message, cut, pad, width};

/// The most rows of a picture.
const MOST: usize = 40;

/// A table that is only looked at.
pub fn table(table: &Table, put: usize, replaced: usize, asked: Range<usize>) -> Outcome {
    let items = table.shelf(None).len();
    let headline = Message::new("dynamodb-table-head").with("name", table.schema.name.clone()).with("put", put).with("items", items).with("replaced", replaced);
    let mut outcome = Outcome { verdict: if replaced == 0 { "ok" } else { "replaced" }.to_owned(), headline: Some(headline), asked, ..Outcome::default() };
    let sources = std::iter::once(None).chain((0..table.schema.indexes.len()).map(Some));
    for index in sources {
        outcome.panels.push(drawing(
            table,
            index,
            |_, _| (' ', String::new()),
            Message::new("dynamodb-t-collections").with("source", say::source(&table.schema, index).to_owned()),
        ));
    }
    for (i, index) in table.schema.indexes.iter().enumerate() {
        let inside = table.shelf(Some(i)).len();
        if inside < items {
            let message = Message::new("dynamodb-n-sparse").with("index", index.name.clone()).with("inside", inside).with("items", items);
            outcome.notices.push(Notice { code: Some(say::SPARSE), message });
        }
    }
    if outcome.notices.iter().any(|n| n.code == Some(say::SPARSE)) {
        outcome.codes.push(say::SPARSE);
    }
    outcome.panels.extend(sizes(table));
    outcome.steps.push(Step { message: Message::new("dynamodb-s-table").with("key", key_names(table)), points_at: None });
    outcome
}

fn key_names(table: &Table) -> String {
    table.schema.keys.columns().map(|c| c.name.as_str()).collect::<Vec<_>>().join(" + ")
}

/// What each item weighs and what one read and one write of it cost.
fn sizes(table: &Table) -> Option<Panel> {
    use crate::sim::dynamodb::capacity::Consistency;
    let rows: Vec<Vec<Cell>> = table
        .shelf(None)
        .iter()
        .take(MOST)
        .map(|(address, row)| {
            vec![
                say::text(say::key(&address.0)),
                say::number(row.size),
                Cell::Number(Units::read(row.size, Consistency::Eventual).to_string()),
                Cell::Number(Units::read(row.size, Consistency::Strong).to_string()),
                Cell::Number(Units::write(row.size).to_string()),
            ]
        })
        .collect();
    let header = ["dynamodb-l-item", "dynamodb-l-bytes", "dynamodb-l-eventual", "dynamodb-l-strong", "dynamodb-l-write"].map(Message::new).to_vec();
    (!rows.is_empty()).then(|| Panel::Table { title: Some(Message::new("dynamodb-t-sizes")), header, rows })
}

/// What the ways taken read of a table or index: `●` found, `○` read for nothing, `·` not read.
///
/// Behind what was read for nothing stands the part of the condition that it fails.
pub fn collections(table: &Table, taken: &[Way<'_>], filter: &Filter) -> Option<Panel> {
    let mut parts = Vec::new();
    conjuncts(&filter.condition, &mut parts);
    let index = taken.first()?.index;
    if table.shelf(index).is_empty() {
        return None;
    }
    let mark = |address: &Address, _: &Row| {
        let whole = table.get(address.1.as_ref().unwrap_or(&address.0));
        let failed = whole.and_then(|row| parts.iter().copied().find(|part| !holds(part, &row.item)));
        let read = taken.iter().filter(|w| w.index == index).any(|w| matches!(w.kind, WayKind::Scan) || w.reads(&address.0));
        match (read, failed) {
            (true, None) => ('●', String::new()),
            (true, Some(part)) => ('○', format!("  ✗ {}", cut(filter.said(part), 32))),
            (false, _) => ('·', String::new()),
        }
    };
    let title = Message::new("dynamodb-t-read").with("source", say::source(&table.schema, index).to_owned());
    Some(drawing(table, index, mark, title))
}

/// One partition after the other; the partition's key stands once.
fn drawing(table: &Table, index: Option<usize>, mark: impl Fn(&Address, &Row) -> (char, String), title: Message) -> Panel {
    let shelf = table.shelf(index);
    let name = |partition: &Scalar| say::scalar(partition);
    let wide = shelf.keys().take(MOST).map(|a| width(&name(a.0.partition()))).max().unwrap_or(0);
    let sort = |address: &Address| address.0.sort().map(say::scalar).unwrap_or_default();
    let sort_wide = shelf.keys().take(MOST).map(|a| width(&sort(a))).max().unwrap_or(0);
    let rows: Vec<(&Address, &std::sync::Arc<Row>)> = shelf.iter().take(MOST).collect();
    let mut lines = Vec::new();
    for (i, (address, row)) in rows.iter().enumerate() {
        let same = |other: Option<&(&Address, &std::sync::Arc<Row>)>| other.is_some_and(|(o, _)| o.0.partition() == address.0.partition());
        let first = !same(i.checked_sub(1).and_then(|b| rows.get(b)));
        let last = !same(rows.get(i + 1));
        let (label, branch) = match (first, last) {
            (true, true) => (name(address.0.partition()), "──"),
            (true, false) => (name(address.0.partition()), "┬─"),
            (false, true) => (String::new(), "└─"),
            (false, false) => (String::new(), "├─"),
        };
        let (sign, why) = mark(address, row);
        let line = format!("{} {branch} {sign} {}  {}{why}", pad(&label, wide), pad(&sort(address), sort_wide), rest(table, index, row));
        lines.push(line.trim_end().to_owned());
    }
    if shelf.len() > MOST {
        lines.push(format!("... {}", crate::text::group(&(shelf.len() - MOST).to_string())));
    }
    Panel::Text { title: Some(title), lines }
}

/// The attributes that are not in the picture already, as many as fit.
fn rest(table: &Table, index: Option<usize>, row: &Row) -> String {
    let keys = index.and_then(|i| table.schema.indexes.get(i)).map_or(&table.schema.keys, |i| &i.keys);
    let mut text = String::new();
    for (name, value) in row.item.iter().filter(|(name, _)| !keys.has(name)) {
        let next = format!("{}{name}={}", if text.is_empty() { "" } else { " " }, say::value(value));
        if width(&text) + width(&next) > 44 {
            text.push_str(" ...");
            break;
        }
        text.push_str(&next);
    }
    text
}
