//! Calls of the API in a scenario: what they answered, what they cost, what was there before and after.

use serde_json::Value as Json;

use super::read::Operation;
use super::say;
use crate::sim::dynamodb::capacity::{Capacity, Units};
use crate::sim::dynamodb::fault::{Fault, FaultKind};
use crate::sim::dynamodb::json;
use crate::sim::dynamodb::operation::{self, Page, Reply};
use crate::sim::dynamodb::table::{Place, Table};
use crate::sim::dynamodb::value::Item;
use crate::sim::{Cell, Notice, Outcome, Panel, Tone};
use crate::text::Message;

/// The most rows that a table shows.
const MOST: usize = 40;

/// Does an operation and says what became of it.
pub fn outcome(table: &mut Table, operation: &Operation) -> Outcome {
    let place = named(table, &operation.request);
    let before = place.as_ref().and_then(|p| table.get(p)).map(|row| row.item.clone());
    let result = operation::run(table, operation.name, &operation.request);
    let mut outcome = match result {
        Ok(reply) => done(table, operation, &reply),
        Err(fault) => failed(operation, &fault),
    };
    if outcome.verdict == "ok" && matches!(operation.name, "PutItem" | "UpdateItem" | "DeleteItem") {
        let after = place.as_ref().and_then(|p| table.get(p)).map(|row| row.item.clone());
        outcome.panels.insert(0, change(before.as_ref(), after.as_ref()));
        if let (Some(old), Some(new), Some(place), "PutItem") = (&before, &after, &place, operation.name) {
            let gone: Vec<&str> = old.keys().filter(|name| !new.contains_key(*name)).map(String::as_str).collect();
            outcome.codes.push(say::REPLACED);
            outcome.notices.push(say::replaced(place, &gone));
        }
    }
    outcome.asked = operation.at.clone();
    outcome
}

/// The item that a write of one item is about.
fn named(table: &Table, request: &Json) -> Option<Place> {
    let item = json::item(request.get("Item").or(request.get("Key"))?).ok()?;
    Place::of(&table.schema.keys, &item)
}

fn failed(operation: &Operation, fault: &Fault) -> Outcome {
    let (code, note) = match fault.kind {
        FaultKind::ReservedWord => (Some(say::RESERVED_WORD), Some("dynamodb-n-reserved")),
        FaultKind::ConditionalCheckFailed | FaultKind::TransactionCanceled => (Some(say::CONDITION_FALSE), Some("dynamodb-n-condition")),
        _ if fault.text.contains("Consistent reads are not supported") => (Some(say::GSI_CONSISTENT), None),
        _ => (None, None),
    };
    Outcome {
        verdict: fault.kind.name().to_owned(),
        codes: code.into_iter().collect(),
        headline: Some(Message::new("dynamodb-o-failed").with("operation", operation.name).with("error", fault.kind.name()).with("text", fault.text.clone())),
        notices: note.into_iter().map(|id| Notice { code, message: Message::new(id) }).collect(),
        ..Outcome::default()
    }
}

fn done(table: &Table, operation: &Operation, reply: &Reply) -> Outcome {
    let total = reply.capacity.total().to_string();
    let mut outcome = Outcome { verdict: "ok".to_owned(), ..Outcome::default() };
    let writes = matches!(operation.name, "PutItem" | "UpdateItem" | "DeleteItem" | "BatchWriteItem" | "TransactWriteItems");
    match &reply.page {
        Some(page) => {
            let returned = reply.fields.get("Count").and_then(Json::as_u64).unwrap_or(0);
            let more = reply.fields.contains_key("LastEvaluatedKey");
            page_said(&mut outcome, operation, page, returned, more);
            let head = Message::new("dynamodb-o-page").with("operation", operation.name).with("read", page.seen.len()).with("returned", returned);
            outcome.headline = Some(head.with("units", total));
            outcome.panels.push(rows(table, operation, page));
        }
        None => {
            let id = if writes { "dynamodb-o-wrote" } else { "dynamodb-o-read" };
            outcome.headline = Some(Message::new(id).with("operation", operation.name).with("units", total));
        }
    }
    if !reply.capacity.indexes.is_empty() {
        outcome.panels.push(ledger(&table.schema.name, &reply.capacity));
    }
    if writes && !reply.capacity.indexes.is_empty() {
        outcome.codes.push(say::INDEX_WRITE);
        outcome
            .notices
            .push(Notice { code: Some(say::INDEX_WRITE), message: Message::new("dynamodb-n-index-write").with("count", reply.capacity.indexes.len()) });
    }
    outcome
}

fn page_said(outcome: &mut Outcome, operation: &Operation, page: &Page, returned: u64, more: bool) {
    let dropped = (page.seen.len() as u64).saturating_sub(returned);
    outcome.steps.push(say::step(Message::new("dynamodb-s-page").with("read", page.seen.len()).with("bytes", page.bytes)));
    if operation.request.get("FilterExpression").is_some() {
        outcome.codes.push(say::FILTERED);
        outcome.steps.push(say::step(Message::new("dynamodb-s-dropped").with("dropped", dropped).with("returned", returned)));
    }
    if more {
        outcome.codes.push(say::MORE_PAGES);
        let id = if operation.request.get("Limit").is_some() { "dynamodb-n-limit" } else { "dynamodb-n-page" };
        outcome.notices.push(Notice { code: Some(say::MORE_PAGES), message: Message::new(id).with("returned", returned).with("read", page.seen.len()) });
    }
}

/// Every row that was read, and the clause that it failed.
fn rows(table: &Table, operation: &Operation, page: &Page) -> Panel {
    let filter = operation.request.get("FilterExpression").and_then(Json::as_str).unwrap_or_default();
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for seen in page.seen.iter().take(MOST) {
        let place = Place::of(&table.schema.keys, &seen.row.item);
        let why = match &seen.failed {
            None => Cell::Message(Message::new("dynamodb-returned"), Tone::Good),
            Some(at) => Cell::Message(Message::new("dynamodb-dropped").with("clause", filter.get(at.clone()).unwrap_or(filter).to_owned()), Tone::Bad),
        };
        lines.push(vec![say::text(place.as_ref().map(say::key).unwrap_or_default()), say::number(seen.row.size), why]);
    }
    if page.seen.len() > MOST {
        lines.push(vec![Cell::Message(Message::new("dynamodb-more").with("count", page.seen.len() - MOST), Tone::Muted)]);
    }
    let header = ["dynamodb-l-item", "dynamodb-l-bytes", "dynamodb-l-fate"].map(Message::new).to_vec();
    Panel::Table { title: Some(Message::new("dynamodb-t-page")), header, rows: lines }
}

fn ledger(name: &str, capacity: &Capacity) -> Panel {
    let row = |name: &str, units: Units| vec![say::text(name), Cell::Number(units.to_string())];
    let rows = std::iter::once(row(name, capacity.table)).chain(capacity.indexes.iter().map(|(name, _, units)| row(name, *units)));
    Panel::Table {
        title: Some(Message::new("dynamodb-t-units")),
        header: ["dynamodb-l-source", "dynamodb-l-units"].map(Message::new).to_vec(),
        rows: rows.collect(),
    }
}

/// Each attribute before and after.
fn change(before: Option<&Item>, after: Option<&Item>) -> Panel {
    let empty = Item::new();
    let (before, after) = (before.unwrap_or(&empty), after.unwrap_or(&empty));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let cell =
        |value: Option<&crate::sim::dynamodb::value::Value>, tone| value.map_or(Cell::Text("-".to_owned(), Tone::Muted), |v| Cell::Text(say::value(v), tone));
    let row = |name: &String| {
        let (old, new) = (before.get(name), after.get(name));
        let (gone, come) = match (old == new, new.is_some()) {
            (true, _) => (Tone::Plain, Tone::Plain),
            (false, true) => (Tone::Muted, Tone::Good),
            (false, false) => (Tone::Bad, Tone::Plain),
        };
        vec![say::text(name.clone()), cell(old, gone), cell(new, come)]
    };
    let header = ["dynamodb-l-attribute", "dynamodb-l-before", "dynamodb-l-after"].map(Message::new).to_vec();
    Panel::Table { title: Some(Message::new("dynamodb-t-change")), header, rows: names.into_iter().take(MOST).map(row).collect() }
}
