//! The batch door: a fresh table, operations in order, what each answered.

use serde_json::{Value as Json, json};

use super::fault::Fault;
use super::operation;
use super::schema::Schema;
use super::table::Table;
use crate::sim::Refusal;
use crate::text::{Message, excerpt};

/// The most operations of one request.
const MOST_OPERATIONS: usize = 10_000;
/// The most rows that the operations of one request may look at.
const MOST_ROWS: u64 = 4_000_000;
/// The most bytes that the operations of one request may read or return.
const MOST_BYTES: u64 = 64 << 20;
/// What a value takes up in memory beside its bytes, so that many small ones count too.
const OVERHEAD: u64 = 64;

/// Answers `{"op": "run", "table": CreateTable, "operations": [{"op", "request"}]}`.
pub fn answer(request: &Json) -> Result<Json, Box<Refusal>> {
    match request.get("op").and_then(Json::as_str) {
        Some("run") => {}
        Some(other) => return Err(refuse("E_OP", Message::new("dynamodb-e-op").with("op", excerpt(other)))),
        None => return Err(refuse("E_REQUEST", Message::new("dynamodb-e-request"))),
    }
    let schema = request.get("table").ok_or_else(|| refuse("E_REQUEST", Message::new("dynamodb-e-request")))?;
    let schema = Schema::read(schema).map_err(|fault| refuse("E_TABLE", Message::new("dynamodb-e-table").with("why", fault.text)))?;
    let operations = request.get("operations").and_then(Json::as_array).ok_or_else(|| refuse("E_REQUEST", Message::new("dynamodb-e-request")))?;
    if operations.len() > MOST_OPERATIONS {
        return Err(refuse("E_MANY", Message::new("dynamodb-e-many").with("kind", "operations").with("most", MOST_OPERATIONS)));
    }
    let mut table = Table::new(schema);
    let mut results = Vec::with_capacity(operations.len());
    let mut bytes = 0;
    for each in operations {
        let (Some(name), Some(request)) = (each.get("op").and_then(Json::as_str), each.get("request")) else {
            return Err(refuse("E_REQUEST", Message::new("dynamodb-e-request")));
        };
        if !operation::names().any(|known| known == name) {
            let known = operation::names().collect::<Vec<_>>().join(" ");
            return Err(refuse("E_OPERATION", Message::new("dynamodb-e-operation").with("name", excerpt(name)).with("known", known)));
        }
        let (result, read) = result(operation::run(&mut table, name, request), request);
        bytes += read;
        if bytes > MOST_BYTES || table.visited() > MOST_ROWS {
            return Err(refuse("E_TOO_MUCH", Message::new("dynamodb-e-too-much")));
        }
        results.push(result);
    }
    Ok(json!({ "results": results }))
}

/// The result of an operation, and how many bytes it read or returned.
fn result(reply: Result<operation::Reply, Fault>, request: &Json) -> (Json, u64) {
    match reply {
        Err(fault) => {
            let weight = fault.text.len() as u64;
            (json!({ "error": fault.kind.name(), "message": fault.text }), weight)
        }
        Ok(reply) => {
            let read = reply.page.map_or(0, |page| page.bytes);
            let returned = reply.fields.values().map(weight).sum();
            let mut result = json!({ "ok": reply.fields });
            if let Some(indexes) = operation::wants_capacity(request) {
                result["capacity"] = reply.capacity.json(indexes);
            }
            (result, read.max(returned))
        }
    }
}

/// About what a value takes up in memory.
fn weight(json: &Json) -> u64 {
    OVERHEAD
        + match json {
            Json::String(text) => text.len() as u64,
            Json::Array(items) => items.iter().map(weight).sum(),
            Json::Object(fields) => fields.iter().map(|(name, value)| name.len() as u64 + weight(value)).sum(),
            Json::Null | Json::Bool(_) | Json::Number(_) => 0,
        }
}

fn refuse(code: &'static str, message: Message) -> Box<Refusal> {
    Box::new(Refusal { code, at: 0..0, message, hint: None, mend: None })
}
