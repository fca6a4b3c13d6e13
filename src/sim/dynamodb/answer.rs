//! The batch door: a fresh table, operations in order, what each answered.

use serde_json::{Value as Json, json};

use super::fault::Fault;
use super::operation;
use super::schema::Schema;
use super::table::Table;
use crate::sim::Refusal;
use crate::text::Message;

/// The most rows that the operations of one request may look at.
const MOST_ROWS: u64 = 4_000_000;
/// The most bytes that the pages of one request may return.
const MOST_BYTES: u64 = 64 << 20;
/// What an item takes up in memory beside its bytes, so that many small ones count too.
const ITEM_OVERHEAD: u64 = 256;

/// Answers `{"op": "run", "table": CreateTable, "operations": [{"op", "request"}]}`.
pub fn answer(request: &Json) -> Result<Json, Box<Refusal>> {
    match request.get("op").and_then(Json::as_str) {
        Some("run") => {}
        Some(other) => return Err(refuse("E_OP", Message::new("dynamodb-e-op").with("op", other.to_owned()))),
        None => return Err(refuse("E_REQUEST", Message::new("dynamodb-e-request"))),
    }
    let schema = request.get("table").ok_or_else(|| refuse("E_REQUEST", Message::new("dynamodb-e-request")))?;
    let schema = Schema::read(schema).map_err(|fault| refuse("E_TABLE", Message::new("dynamodb-e-table").with("why", fault.text)))?;
    let operations = request.get("operations").and_then(Json::as_array).ok_or_else(|| refuse("E_REQUEST", Message::new("dynamodb-e-request")))?;
    let mut table = Table::new(schema);
    let mut results = Vec::with_capacity(operations.len().min(1 << 16));
    let mut bytes = 0;
    for each in operations {
        let (Some(name), Some(request)) = (each.get("op").and_then(Json::as_str), each.get("request")) else {
            return Err(refuse("E_REQUEST", Message::new("dynamodb-e-request")));
        };
        if !operation::names().any(|known| known == name) {
            let known = operation::names().collect::<Vec<_>>().join(" ");
            return Err(refuse("E_OPERATION", Message::new("dynamodb-e-operation").with("name", name.to_owned()).with("known", known)));
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

/// The result of an operation, and how many bytes its page returned at most.
fn result(reply: Result<operation::Reply, Fault>, request: &Json) -> (Json, u64) {
    match reply {
        Err(fault) => (json!({ "error": fault.kind.name(), "message": fault.text }), 0),
        Ok(reply) => {
            let read = reply.page.filter(|_| reply.fields.contains_key("Items")).map_or(0, |page| page.bytes + page.seen.len() as u64 * ITEM_OVERHEAD);
            let mut result = json!({ "ok": reply.fields });
            if let Some(indexes) = operation::wants_capacity(request) {
                result["capacity"] = reply.capacity.json(indexes);
            }
            (result, read)
        }
    }
}

fn refuse(code: &'static str, message: Message) -> Box<Refusal> {
    Box::new(Refusal { code, at: 0..0, message, hint: None, mend: None })
}
