//! DynamoDB: a table, its indexes and items; which way each access pattern goes, and what it costs.
//!
//! It follows the Developer Guide ("Working with items", "Read and write operations", "Item sizes",
//! "Expressions") and, where that is silent, what independent implementations agree on. Traps:
//! a limit counts items read, not found; a filter saves nothing; a page may be empty and yet not the
//! last; a put replaces the whole item; a write costs in every index that it changes.
//!
//! PutItem, GetItem, DeleteItem, Query and Scan are held to recorded cases; updates, batches and
//! transactions are built to the documents alone.

mod fault;
mod number;
mod value;

mod json;
mod md5;
mod reserved;

mod expression;

mod capacity;
mod schema;
mod table;

mod operation;

mod answer;

use serde_json::Value;

use super::{Drill, DrillKind, Judgement, Refusal, Run, Simulator};

/// The simulator.
pub struct DynamoDb;

impl Simulator for DynamoDb {
    fn name(&self) -> &'static str {
        "dynamodb"
    }

    fn summary_id(&self) -> &'static str {
        "dynamodb-summary"
    }

    fn grammar(&self) -> &'static str {
        ""
    }

    fn examples(&self) -> &'static [&'static str] {
        &[]
    }

    fn codes(&self) -> &'static [&'static str] {
        &[]
    }

    fn run(&self, _scenario: &str) -> Run {
        Run::default()
    }

    fn answer(&self, request: &Value) -> Result<Value, Box<Refusal>> {
        answer::answer(request)
    }

    fn drills(&self) -> &'static [DrillKind] {
        &[]
    }

    fn drill(&self, _kind: &str, _level: u8, _seed: u64) -> Option<Drill> {
        None
    }

    fn judge(&self, _drill: &Drill, _answer: &str) -> Judgement {
        Judgement::Wrong(None)
    }
}
