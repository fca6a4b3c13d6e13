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
mod drill;
mod scenario;

#[cfg(test)]
mod laws;

#[cfg(test)]
mod hostile;

use serde_json::Value;

use super::{Drill, DrillKind, Judgement, Refusal, Run, Simulator};

/// What the lab opens with.
const EXAMPLE: &str = r#"table = { name = "Orders", pk = "OrderID:S", sk = "date:S" }
item = [
  { OrderID = "o-1", date = "2026-11-24", region = "Busan", price = 1200 },
  { OrderID = "o-1", date = "2026-11-25", region = "Busan", kind = "return" },
  { OrderID = "o-2", date = "2026-11-24", region = "Seoul", price = 900 },
]

[[pattern]]
name = "one order"
where = "OrderID = 'o-1'"

[[pattern]]
name = "orders of a region"
where = "region = 'Busan' AND date >= '2026-11-01'"
"#;

/// Three puts, two keys.
const REPLACED: &str = r#"table = { name = "Orders", pk = "OrderID:S" }
item = [
  { OrderID = "o-1", kind = "order", note = "gift" },
  { OrderID = "o-2", kind = "order" },
  { OrderID = "o-1", kind = "return" },
]
"#;

/// A page that ends after three read, not after three found.
const FILTERED: &str = r##"table = { name = "Orders", pk = "OrderID:S", sk = "date:S" }
item = [
  { OrderID = "o-1", date = "2026-11-20", state = "done" },
  { OrderID = "o-1", date = "2026-11-21", state = "open" },
  { OrderID = "o-1", date = "2026-11-22", state = "done" },
  { OrderID = "o-1", date = "2026-11-23", state = "open" },
  { OrderID = "o-1", date = "2026-11-24", state = "done" },
]

[[op]]
query = """{"KeyConditionExpression": "OrderID = :o", "FilterExpression": "#s = :open", "Limit": 3,
  "ExpressionAttributeNames": {"#s": "state"},
  "ExpressionAttributeValues": {":o": {"S": "o-1"}, ":open": {"S": "open"}}}"""
"##;

/// An index that holds open orders only.
const SPARSE: &str = r#"table = { name = "Orders", pk = "OrderID:S" }
gsi = [{ name = "openOrders", pk = "openSince:S" }]
item = [
  { OrderID = "o-1", openSince = "2026-11-24", price = 1200 },
  { OrderID = "o-2", price = 900 },
  { OrderID = "o-3", price = 300 },
]

[[pattern]]
where = "attribute_exists(openSince)"
"#;

/// A key that gets more writes than a partition does.
const HOT: &str = r#"table = { name = "Sale", pk = "item:S" }

[traffic]
writes = 1420
reads = 2000
key = "one"
item_bytes = 800
shards = 1
"#;

/// A sale that a provisioned table was not made for.
const SALE: &str = r#"table = { name = "Orders", pk = "OrderID:S", billing = "provisioned", rcu = 100, wcu = 50 }
item = [{ OrderID = "o-1", price = 1200 }]

[[pattern]]
name = "one order"
where = "OrderID = 'o-1'"
rate = 300

[traffic]
writes = 400
reads = 150
key = "uniform(1000)"
item_bytes = 900
busy = 25
region = "seoul"
"#;

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
        scenario::GRAMMAR
    }

    fn examples(&self) -> &'static [&'static str] {
        &[EXAMPLE, REPLACED, FILTERED, SPARSE, HOT, SALE]
    }

    fn codes(&self) -> &'static [&'static str] {
        scenario::CODES
    }

    fn run(&self, scenario: &str) -> Run {
        scenario::run(scenario)
    }

    fn answer(&self, request: &Value) -> Result<Value, Box<Refusal>> {
        answer::answer(request)
    }

    fn drills(&self) -> &'static [DrillKind] {
        drill::NAMES
    }

    fn drill(&self, kind: &str, level: u8, seed: u64) -> Option<Drill> {
        drill::drill(kind, level, seed)
    }

    fn judge(&self, drill: &Drill, answer: &str) -> Judgement {
        drill::judge(drill, answer)
    }
}
