//! Several items in one request: batches, which do each on its own, and transactions, which do all or nothing.

use serde_json::{Map, Value as Json, json};

use super::Reply;
use super::request::{Request, is_named};
use super::single::{Write, no_write};
use crate::sim::dynamodb::capacity::{Capacity, Consistency, Units};
use crate::sim::dynamodb::expression::project;
use crate::sim::dynamodb::fault::{Fault, FaultKind, Result, invalid, unreadable};
use crate::sim::dynamodb::json::{self, write_item};
use crate::sim::dynamodb::table::{Place, Table};
use crate::sim::dynamodb::value::item_size;

/// The most items that a transaction or a batch of gets has.
const MOST: usize = 100;
/// The most writes of a batch.
const MOST_WRITES: usize = 25;
/// The most bytes that a transaction writes.
const LARGEST_TRANSACTION: u64 = 4 << 20;
/// The most bytes that a batch of gets returns; what is over stays unprocessed.
const LARGEST_BATCH: u64 = 16 << 20;

/// `BatchGetItem`
pub fn batch_get(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    let (name, asked) = only_table(request)?;
    is_named(table, name)?;
    let inner = Request::new(asked)?;
    let keys = list(inner.need("Keys")?, MOST)?;
    let (consistency, projection) = (inner.consistency()?, inner.projection()?);
    inner.placeholders.finish()?;
    let places = keys.iter().map(|key| table.key(&json::item(key)?)).collect::<Result<Vec<Place>>>()?;
    distinct(&places, "Provided list of item keys contains duplicates")?;
    let (mut items, mut rest, mut bytes, mut capacity) = (Vec::new(), Vec::new(), 0, Capacity::default());
    for (place, key) in places.iter().zip(keys) {
        let row = table.get(place);
        let size = row.map_or(0, |r| r.size);
        if bytes + size > LARGEST_BATCH {
            rest.push(key.clone());
            continue;
        }
        bytes += size;
        capacity.add(Capacity::table(Units::read(size, consistency)));
        items.extend(row.map(|r| projection.as_ref().map_or_else(|| write_item(&r.item), |paths| write_item(&project(&r.item, paths)))));
    }
    let unprocessed = if rest.is_empty() { json!({}) } else { json!({ name: { "Keys": rest } }) };
    Ok(reply([("Responses", json!({ name: items })), ("UnprocessedKeys", unprocessed)], capacity))
}

/// `BatchWriteItem`
pub fn batch_write(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    let (name, asked) = only_table(request)?;
    is_named(table, name)?;
    let mut writes = Vec::new();
    for write in list(asked, MOST_WRITES)? {
        writes.push(match one_field(write)? {
            ("PutRequest", inner) => Write::put(table, &Request::new(inner)?)?,
            ("DeleteRequest", inner) => Write::delete(table, &Request::new(inner)?)?,
            _ => return Err(invalid("Supplied WriteRequest is empty, must contain exactly one of PutRequest and DeleteRequest")),
        });
    }
    distinct(&writes.iter().map(|w| w.place.clone()).collect::<Vec<_>>(), "Provided list of item keys contains duplicates")?;
    let mut capacity = Capacity::default();
    for write in writes {
        let new = write.outcome(table)?;
        capacity.add(table.replace(&write.place, new).1);
    }
    Ok(reply([("UnprocessedItems", json!({}))], capacity))
}

/// `TransactGetItems`
pub fn transact_get(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    let mut responses = Vec::new();
    let mut capacity = Capacity::default();
    for get in list(request.need("TransactItems")?, MOST)? {
        let ("Get", inner) = one_field(get)? else { return Err(invalid("TransactItems can only contain Get")) };
        let inner = Request::new(inner)?;
        inner.is_for(table)?;
        let projection = inner.projection()?;
        inner.placeholders.finish()?;
        let row = table.get(&table.key(&inner.item("Key")?)?);
        capacity.add(Capacity::table(Units::read(row.map_or(0, |r| r.size), Consistency::Transactional)));
        let item = row.map(|r| projection.map_or_else(|| write_item(&r.item), |paths| write_item(&project(&r.item, &paths))));
        responses.push(item.map_or_else(|| json!({}), |item| json!({ "Item": item })));
    }
    Ok(reply([("Responses", responses.into())], capacity))
}

/// `TransactWriteItems`
pub fn transact_write(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    let mut writes = Vec::new();
    for write in list(request.need("TransactItems")?, MOST)? {
        let (kind, inner) = one_field(write)?;
        let inner = Request::new(inner)?;
        inner.is_for(table)?;
        writes.push(match kind {
            "Put" => Write::put(table, &inner)?,
            "Delete" => Write::delete(table, &inner)?,
            "Update" => Write::update(table, &inner)?,
            "ConditionCheck" => Write::check(table, &inner)?,
            _ => return Err(no_write()),
        });
    }
    distinct(&writes.iter().map(|w| w.place.clone()).collect::<Vec<_>>(), "Transaction request cannot include multiple operations on one item")?;
    if writes.iter().any(|w| !w.is_allowed(table)) {
        let reasons: Vec<&str> = writes.iter().map(|w| if w.is_allowed(table) { "None" } else { "ConditionalCheckFailed" }).collect();
        let text = format!("Transaction cancelled, please refer cancellation reasons for specific reasons [{}]", reasons.join(", "));
        return Err(Fault::new(FaultKind::TransactionCanceled, text));
    }
    let outcomes = writes.iter().map(|w| w.outcome(table)).collect::<Result<Vec<_>>>()?;
    if outcomes.iter().flatten().map(item_size).sum::<u64>() > LARGEST_TRANSACTION {
        return Err(invalid("Transaction payload size has exceeded the maximum of 4 MB"));
    }
    let mut capacity = Capacity::default();
    for (write, new) in writes.iter().zip(outcomes) {
        capacity.add(table.replace(&write.place, new).1.twice());
    }
    Ok(reply([], capacity))
}

fn reply<const N: usize>(fields: [(&str, Json); N], capacity: Capacity) -> Reply {
    Reply { fields: fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), capacity, page: None }
}

/// The one table of a batch: there is no other here.
fn only_table<'r>(request: &Request<'r>) -> Result<(&'r str, &'r Json)> {
    let tables: &Map<String, Json> =
        request.need("RequestItems")?.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?;
    let mut all = tables.iter();
    match (all.next(), all.next()) {
        (Some((name, asked)), None) => Ok((name, asked)),
        (None, _) => Err(invalid("The requestItems parameter is required for BatchWriteItem")),
        (Some(_), Some(_)) => Err(Fault::new(FaultKind::ResourceNotFound, "Requested resource not found")),
    }
}

fn list(json: &Json, most: usize) -> Result<&Vec<Json>> {
    let items = json.as_array().ok_or_else(|| unreadable("Unexpected value type in payload: a list is expected"))?;
    if items.is_empty() || items.len() > most {
        return Err(invalid(format!("1 validation error detected: Member must have length between 1 and {most}")));
    }
    Ok(items)
}

fn one_field(json: &Json) -> Result<(&str, &Json)> {
    let mut fields = json.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?.iter();
    match (fields.next(), fields.next()) {
        (Some((name, inner)), None) => Ok((name, inner)),
        _ => Err(no_write()),
    }
}

fn distinct(places: &[Place], text: &str) -> Result<()> {
    let mut sorted: Vec<&Place> = places.iter().collect();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) { Err(invalid(text)) } else { Ok(()) }
}
