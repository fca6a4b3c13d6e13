//! What outcomes say alike: codes, cells, notices.

use std::ops::Range;

use crate::sim::dynamodb::json;
use crate::sim::dynamodb::schema::Schema;
use crate::sim::dynamodb::table::Place;
use crate::sim::dynamodb::value::{Scalar, Value};
use crate::sim::{Cell, Notice, Refusal, Step, Tone};
use crate::text::{Message, group};

/// The whole key is known: one item, one read.
pub const WHOLE_KEY: &str = "WHOLE_KEY";
/// The partition key is known: one partition is read, in order.
pub const PARTITION_KEY: &str = "PARTITION_KEY";
/// An index has the key that the table has not.
pub const INDEX_KEY: &str = "INDEX_KEY";
/// The condition names no key at all.
pub const NO_KEY: &str = "NO_KEY";
/// The condition names a partition key, but not with `=`.
pub const NOT_EQUAL: &str = "NOT_EQUAL";
/// One of several: each is a request of its own.
pub const SEVERAL: &str = "SEVERAL";
/// Read and paid, then thrown away.
pub const FILTERED: &str = "FILTERED";
/// An index lacks an attribute that is wanted.
pub const NOT_PROJECTED: &str = "NOT_PROJECTED";
/// Global indexes are only eventually consistent.
pub const GSI_CONSISTENT: &str = "GSI_CONSISTENT";
/// Items without the index's key are not in it.
pub const SPARSE: &str = "SPARSE";
/// A put took the place of a whole item.
pub const REPLACED: &str = "REPLACED";
/// A page ended before the items did.
pub const MORE_PAGES: &str = "MORE_PAGES";
/// A name in an expression is a reserved word.
pub const RESERVED_WORD: &str = "RESERVED_WORD";
/// A condition was false, so nothing was written.
pub const CONDITION_FALSE: &str = "CONDITION_FALSE";
/// A write cost in indexes too.
pub const INDEX_WRITE: &str = "INDEX_WRITE";
/// One key gets more than a partition can do.
pub const HOT_KEY: &str = "HOT_KEY";
/// One partition gets more than it can do, though no key alone does.
pub const HOT_PARTITION: &str = "HOT_PARTITION";

/// More is asked of the table than it keeps ready.
pub const UNDER_PROVISIONED: &str = "UNDER_PROVISIONED";

/// Every code that an outcome may have.
pub const CODES: &[&str] = &[
    WHOLE_KEY,
    PARTITION_KEY,
    INDEX_KEY,
    NO_KEY,
    NOT_EQUAL,
    SEVERAL,
    FILTERED,
    NOT_PROJECTED,
    GSI_CONSISTENT,
    SPARSE,
    REPLACED,
    MORE_PAGES,
    RESERVED_WORD,
    CONDITION_FALSE,
    INDEX_WRITE,
    HOT_KEY,
    HOT_PARTITION,
    UNDER_PROVISIONED,
];

/// A refusal.
pub fn refuse(code: &'static str, at: Range<usize>, message: Message) -> Refusal {
    Refusal { code, at, message, hint: None, mend: None }
}

/// A remark that no lesson explains.
pub fn remark(message: Message) -> Notice {
    Notice { code: None, message }
}

/// A put took the place of an item, and these attributes went with it.
pub fn replaced(place: &Place, gone: &[&str]) -> Notice {
    let key = key(place);
    let message = match gone {
        [] => Message::new("dynamodb-n-replaced").with("key", key),
        gone => Message::new("dynamodb-n-replaced-gone").with("key", key).with("gone", gone.join(", ")).with("count", gone.len()),
    };
    Notice { code: Some(REPLACED), message }
}

/// A step that points at nothing.
pub fn step(message: Message) -> Step {
    Step { message, points_at: None }
}

/// A plain cell.
pub fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into(), Tone::Plain)
}

/// A number, thousands separated.
pub fn number(value: impl ToString) -> Cell {
    Cell::Number(group(&value.to_string()))
}

/// A key as people write it: `o-1 / 2024-01-01`.
pub fn key(place: &Place) -> String {
    let partition = scalar(place.partition());
    place.sort().map_or(partition.clone(), |sort| format!("{partition} / {}", scalar(sort)))
}

/// A key's value; bytes as they stand in JSON; what is long is cut.
pub fn scalar(scalar: &Scalar) -> String {
    value(&Value::from(scalar))
}

/// A value in a few letters.
pub fn value(value: &Value) -> String {
    let text = match value {
        Value::S(text) => text.clone(),
        Value::N(number) => number.to_string(),
        other => json::write(other).to_string(),
    };
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}

/// The name of the table or of an index.
pub fn source(schema: &Schema, index: Option<usize>) -> &str {
    index.and_then(|i| schema.indexes.get(i)).map_or(schema.name.as_str(), |i| i.name.as_str())
}
