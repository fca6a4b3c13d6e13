//! What reads, writes and a busy key cost.

use super::value::Value;
use super::{Question, orders};
use crate::sim::dynamodb::capacity::{Consistency, READ_BLOCK, Units, WRITE_BLOCK};
use crate::sim::rng::Rng;
use crate::text::Message;

fn units(units: Units) -> Value {
    Value::Halves(units.halves())
}

/// A size in bytes that is no whole number of blocks.
fn odd_size(rng: &mut Rng, block: u64, most: u32) -> u64 {
    u64::from(rng.within(1, most)) * block + u64::from(rng.within(40, 800))
}

/// An item of about so many bytes.
fn item(bytes: u64) -> String {
    let filler = "x".repeat(usize::try_from(bytes.saturating_sub(18)).unwrap_or(0));
    format!("\n[[item]]\nOrderID = \"o-1\"\nfill = \"{filler}\"\n")
}

/// What one GetItem costs.
pub fn read_units(rng: &mut Rng, level: u8) -> Question {
    let size = odd_size(rng, READ_BLOCK, if level == 1 { 2 } else { 6 });
    let (consistency, id) = match level {
        1 => (Consistency::Strong, "dynamodb-q-read-strong"),
        2 => (Consistency::Eventual, "dynamodb-q-read-eventual"),
        _ => (Consistency::Transactional, "dynamodb-q-read-transaction"),
    };
    let blocks = size.div_ceil(READ_BLOCK);
    let right = Units::read(size, consistency);
    let strong = if level == 1 { "consistent = true\n" } else { "" };
    Question::new(Message::new(id).with("bytes", size), units(right))
        .because(Message::new("dynamodb-a-read").with("bytes", size).with("blocks", blocks).with("units", right.to_string()))
        .slip(units(Units::read(blocks.saturating_sub(1) * READ_BLOCK, consistency)), "dynamodb-m-rounded-down")
        .slip(units(Units::read(size.div_ceil(WRITE_BLOCK) * READ_BLOCK, consistency)), "dynamodb-m-write-step")
        .slip(units(Units::read(size, if level == 1 { Consistency::Eventual } else { Consistency::Strong })), "dynamodb-m-consistency")
        .shown(format!("{}{}\n[[pattern]]\nwhere = \"OrderID = 'o-1'\"\n{strong}", orders(false), item(size)))
}

/// What one PutItem costs, with the indexes that hold the item.
pub fn write_units(rng: &mut Rng, level: u8) -> Question {
    let size = odd_size(rng, WRITE_BLOCK, 5);
    let indexes = if level == 1 { 0 } else { u64::from(rng.within(1, 3)) };
    let one = Units::write(size);
    let all = one.times(indexes + 1);
    let right = if level == 3 { all.times(2) } else { all };
    let id = if level == 3 { "dynamodb-q-write-transaction" } else { "dynamodb-q-write" };
    let mut question = Question::new(Message::new(id).with("bytes", size).with("indexes", indexes), units(right))
        .because(
            Message::new("dynamodb-a-write")
                .with("bytes", size)
                .with("blocks", size.div_ceil(WRITE_BLOCK))
                .with("places", indexes + 1)
                .with("units", right.to_string()),
        )
        .slip(units(Units::whole(size / WRITE_BLOCK).times(indexes + 1).times(if level == 3 { 2 } else { 1 })), "dynamodb-m-rounded-down")
        .slip(units(Units::whole(size.div_ceil(READ_BLOCK)).times(indexes + 1).times(if level == 3 { 2 } else { 1 })), "dynamodb-m-read-step");
    if level >= 2 {
        question = question.slip(units(if level == 3 { one.times(2) } else { one }), "dynamodb-m-no-indexes");
    }
    if level == 3 {
        question = question.slip(units(all), "dynamodb-m-no-transaction");
    }
    let gsi: String = (1..=indexes).map(|i| format!("\n[[gsi]]\nname = \"index{i}\"\npk = \"fill{i}:S\"\n")).collect();
    let keys: String = (1..=indexes).map(|i| format!(",\"fill{i}\":{{\"S\":\"v\"}}")).collect();
    let filler = "x".repeat(usize::try_from(size.saturating_sub(18 + indexes * 6)).unwrap_or(0));
    let request = format!("{{\"Item\":{{\"OrderID\":{{\"S\":\"o-1\"}},\"fill\":{{\"S\":\"{filler}\"}}{keys}}}}}");
    question.shown(format!("{}{gsi}\n[[op]]\nput = '{request}'\n", orders(false)))
}

/// What a Query costs that reads many and leaves few.
pub fn query_units(rng: &mut Rng, level: u8) -> Question {
    let count = u64::from(rng.within(8, 40)) * 5;
    let size = u64::from(rng.within(2, if level == 1 { 9 } else { 18 })) * 100;
    let left = count / u64::from(rng.within(4, 9));
    let consistency = if level == 3 { Consistency::Strong } else { Consistency::Eventual };
    let right = Units::read(count * size, consistency);
    let id = if level == 3 { "dynamodb-q-query-strong" } else { "dynamodb-q-query" };
    let bytes = count * size;
    Question::new(Message::new(id).with("count", count).with("bytes", size).with("left", left), units(right))
        .because(Message::new("dynamodb-a-query").with("bytes", bytes).with("blocks", bytes.div_ceil(READ_BLOCK)).with("units", right.to_string()))
        .because(Message::new("dynamodb-a-query-filter"))
        .slip(units(Units::read(left * size, consistency)), "dynamodb-m-returned")
        .slip(units(Units::read(size, consistency).times(count)), "dynamodb-m-each-rounded")
        .slip(units(Units::read(bytes, if level == 3 { Consistency::Eventual } else { Consistency::Strong })), "dynamodb-m-consistency")
        .shown(query_scenario(level == 3))
}

/// A small Query with a filter: the same rule, in a table that can be looked at.
fn query_scenario(strong: bool) -> String {
    let items: String = (1..=9)
        .map(|day| format!("\n[[item]]\nOrderID = \"o-1\"\ndate = \"2026-11-0{day}\"\nopen = {}\nfill = \"{}\"\n", day % 3 == 0, "x".repeat(900)))
        .collect();
    let strong = if strong { "consistent = true\n" } else { "" };
    format!("{}{items}\n[[pattern]]\nwhere = \"OrderID = 'o-1' AND open = true\"\n{strong}", orders(true))
}

/// Into how many parts a key must be split.
pub fn shards(rng: &mut Rng, level: u8) -> Question {
    let size = if level == 1 { u64::from(rng.within(2, 9)) * 100 } else { odd_size(rng, WRITE_BLOCK, if level == 2 { 1 } else { 4 }) };
    let writes = u64::from(rng.within(11, 60)) * 100;
    let each = size.div_ceil(WRITE_BLOCK);
    let right = (writes * each).div_ceil(1000);
    let scenario = format!("{}\n[traffic]\nwrites = {writes}\nkey = \"one\"\nitem_bytes = {size}\nshards = {right}\n", orders(false));
    Question::new(Message::new("dynamodb-q-shards").with("writes", writes).with("bytes", size), Value::whole(right))
        .because(Message::new("dynamodb-a-shards").with("writes", writes).with("each", each).with("units", writes * each).with("parts", right))
        .slip(Value::whole(writes.div_ceil(1000)), "dynamodb-m-counted-writes")
        .slip(Value::whole(writes * each / 1000), "dynamodb-m-rounded-down")
        .slip(Value::whole((writes * each).div_ceil(3000)), "dynamodb-m-read-limit")
        .shown(scenario)
}
