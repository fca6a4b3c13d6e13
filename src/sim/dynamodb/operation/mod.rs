//! Operations of the API on one table.

mod many;
mod page;
mod request;
mod single;

use serde_json::{Map, Value as Json};

use super::capacity::Capacity;
use super::fault::{Result, invalid};
use super::table::Table;
pub use page::{PAGE, Page};
use request::Request;

/// What an operation answered.
#[derive(Debug, Default)]
pub struct Reply {
    /// The fields of the answer.
    pub fields: Map<String, Json>,
    /// What it consumed.
    pub capacity: Capacity,
    /// What a Query or Scan read, row by row.
    pub page: Option<Page>,
}

type Operation = fn(&mut Table, &Request<'_>) -> Result<Reply>;

/// Every operation with the parameter of each that names the table.
const OPERATIONS: &[(&str, Operation)] = &[
    ("PutItem", single::put),
    ("GetItem", single::get),
    ("UpdateItem", single::update),
    ("DeleteItem", single::delete),
    ("Query", page::query),
    ("Scan", page::scan),
    ("BatchGetItem", many::batch_get),
    ("BatchWriteItem", many::batch_write),
    ("TransactGetItems", many::transact_get),
    ("TransactWriteItems", many::transact_write),
];

/// The names of the operations.
pub fn names() -> impl Iterator<Item = &'static str> {
    OPERATIONS.iter().map(|(name, _)| *name)
}

/// Does an operation, unless DynamoDB refuses it.
pub fn run(table: &mut Table, name: &str, request: &Json) -> Result<Reply> {
    let (_, operation) = OPERATIONS.iter().find(|(known, _)| *known == name).ok_or_else(|| invalid(format!("UnknownOperationException: {name}")))?;
    operation(table, &Request::new(request)?)
}

/// Whether the request wants to know what it consumed: `None`, or whether for each index too.
pub fn wants_capacity(request: &Json) -> Option<bool> {
    match request.get("ReturnConsumedCapacity").and_then(Json::as_str) {
        Some("INDEXES") => Some(true),
        Some("TOTAL") => Some(false),
        _ => None,
    }
}
