use std::ops::Range;

use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{self, Fields, unknown};
use super::filter::{Filter, Misread};
use super::say::refuse;
use super::traffic::{Spread, Traffic};
use crate::sim::Refusal;
use crate::sim::dynamodb::schema::{Column, Index, KeyType, Keys, Projection, Schema};
use crate::sim::dynamodb::value::Item;
use crate::text::{Message, nearest};

/// How a scenario is written, the same in every language.
pub const GRAMMAR: &str = r#"[table]
name = "Orders"
pk = "OrderID:S"                     # NAME:S, NAME:N or NAME:B
sk = "date:S"

[[gsi]]                              # an index with keys of its own
name = "byRegion"
pk = "region:S"
sk = "date:S"
projection = "ALL"                   # or KEYS_ONLY, or INCLUDE:[price,note]

[[lsi]]                              # the table's pk, another sk
name = "byPrice"
sk = "price:N"

[[item]]                             # plain values, or typed: { S = "1200" }
OrderID = "o-1"
date = "2026-11-24"
                                     # shorter, before any block: item = [{ OrderID = "o-1", date = "2026-11-24" }]
[[pattern]]                          # which way would this go?
name = "orders of a region"
where = "region = 'Busan' AND date >= '2026-11-01'"
wants = ["price"]                    # attributes; all of them without it
consistent = false
rate = 200                           # times a second

[[op]]                               # put get update delete query scan
put = '{"Item": {"OrderID": {"S": "o-1"}, "date": {"S": "2026-11-24"}}}'

[traffic]                            # a model of partitions
writes = 5000                        # a second
reads = 20000
key = "zipf(1.1, 1000)"              # or uniform(1000), or one
item_bytes = 800
shards = 1                           # parts that a hot key is written to
gb = 10
seed = 1

where: = <> < <= > >= BETWEEN a AND b, IN (a, b), begins_with(a, 'x'), contains(a, 'x'),
       attribute_exists(a), attribute_not_exists(a), AND OR NOT ( )

PutItem, GetItem, DeleteItem, Query and Scan are held to recorded cases; UpdateItem, batch_get, batch_write,
transact_get and transact_write follow the documents and have no recorded cases."#;

/// The operations by the word that a scenario has for them.
const OPERATIONS: &[(&str, &str)] = &[
    ("put", "PutItem"),
    ("get", "GetItem"),
    ("update", "UpdateItem"),
    ("delete", "DeleteItem"),
    ("query", "Query"),
    ("scan", "Scan"),
    ("batch_get", "BatchGetItem"),
    ("batch_write", "BatchWriteItem"),
    ("transact_get", "TransactGetItems"),
    ("transact_write", "TransactWriteItems"),
];

/// A scenario.
pub struct Scenario {
    /// The table.
    pub schema: Schema,
    /// Where its definition stands.
    pub asked: Range<usize>,
    /// Everything else in the order of the text.
    pub entries: Vec<(Range<usize>, Entry)>,
}

/// A part of a scenario.
pub enum Entry {
    /// An item is put.
    Item(Item),
    /// A question: which way does it go?
    Pattern(Box<Pattern>),
    /// A call of the API.
    Operation(Operation),
    /// A model of the load.
    Traffic(Traffic),
}

/// A question that the application will ask.
pub struct Pattern {
    /// What people call it.
    pub name: String,
    /// What it looks for.
    pub filter: Filter,
    /// Whether it must see what was written just now.
    pub consistent: bool,
    /// How often a second.
    pub rate: Option<u64>,
    /// The attributes that it wants; all without.
    pub wants: Option<Vec<String>>,
    /// Where it stands.
    pub at: Range<usize>,
    /// Where its condition stands, for edits after it.
    pub condition_at: Range<usize>,
    /// Where `consistent` has its value.
    pub consistent_at: Option<Range<usize>>,
}

/// A call of the API.
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// Its request.
    pub request: Json,
    /// Where it stands.
    pub at: Range<usize>,
}

impl Scenario {
    /// Reads a scenario; without a table there is none.
    pub fn read(text: &str, refusals: &mut Vec<Refusal>) -> Option<Scenario> {
        if text.trim().is_empty() {
            let hint = Some(Message::new("dynamodb-h-empty"));
            refusals.push(Refusal { hint, ..refuse("E_EMPTY", 0..0, Message::new("dynamodb-e-empty")) });
            return None;
        }
        let document = match DeTable::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                refusals.push(refuse("E_TOML", at, Message::new("dynamodb-e-toml").with("why", error.message().to_owned())));
                return None;
            }
        };
        let root = document.get_ref();
        let known = ["table", "gsi", "lsi", "item", "pattern", "op", "traffic"];
        for (key, _) in root.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            refusals.push(unknown(key.get_ref(), key.span(), &known));
        }
        let (mut schema, asked) = table(root, text, refusals)?;
        for (kind, read) in [("gsi", gsi as ReadIndex), ("lsi", lsi)] {
            for (inner, at) in each(root, kind, text, refusals) {
                let index = read(Fields::new(inner, at.clone(), refusals), &schema.keys);
                if let Some(Err(fault)) = index.map(|i| schema.add(i)) {
                    refusals.push(refuse("E_INDEX", at, Message::new("dynamodb-e-index").with("why", fault.text)));
                }
            }
        }
        Some(Scenario { entries: entries(root, text, &schema, refusals), schema, asked })
    }
}

type ReadIndex = fn(Fields<'_, '_>, &Keys) -> Option<Index>;

/// The tables of an array of tables, each with the line where it begins.
fn each<'a, 't>(root: &'a DeTable<'t>, kind: &str, text: &str, refusals: &mut Vec<Refusal>) -> Vec<(&'a DeTable<'t>, Range<usize>)> {
    let Some(value) = root.get(kind) else { return Vec::new() };
    let one = |v: &'a Spanned<DeValue<'t>>| v.get_ref().as_table().map(|t| (t, line(text, v.span())));
    match value.get_ref() {
        DeValue::Array(items) if items.iter().all(|i| i.get_ref().is_table()) => items.iter().filter_map(one).collect(),
        DeValue::Table(_) => one(value).into_iter().collect(),
        _ => {
            refusals.push(refuse("E_TYPE", value.span(), Message::new("dynamodb-e-tables").with("kind", kind.to_owned())));
            Vec::new()
        }
    }
}

/// The line on which a range begins.
fn line(text: &str, at: Range<usize>) -> Range<usize> {
    let end = text.get(at.start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |i| at.start + i);
    at.start..end.max(at.start)
}

fn entries(root: &DeTable<'_>, text: &str, schema: &Schema, refusals: &mut Vec<Refusal>) -> Vec<(Range<usize>, Entry)> {
    let mut entries = Vec::new();
    for (inner, at) in each(root, "item", text, refusals) {
        match fields::item(inner) {
            Ok(item) => entries.push((at, Entry::Item(item))),
            Err(fault) => refusals.push(refuse("E_ITEM", at, Message::new("dynamodb-e-item").with("why", fault.text))),
        }
    }
    for (inner, at) in each(root, "pattern", text, refusals) {
        let pattern = pattern(Fields::new(inner, at.clone(), refusals), text);
        entries.extend(pattern.map(|p| (at, Entry::Pattern(Box::new(p)))));
    }
    for (inner, at) in each(root, "op", text, refusals) {
        let operation = operation(Fields::new(inner, at.clone(), refusals), &schema.name);
        entries.extend(operation.map(|o| (at, Entry::Operation(o))));
    }
    for (inner, at) in each(root, "traffic", text, refusals) {
        let traffic = traffic(Fields::new(inner, at.clone(), refusals));
        entries.extend(traffic.map(|t| (at, Entry::Traffic(t))));
    }
    entries.sort_by_key(|(at, _)| at.start);
    entries
}

fn table(root: &DeTable<'_>, text: &str, refusals: &mut Vec<Refusal>) -> Option<(Schema, Range<usize>)> {
    let Some((inner, at)) = each(root, "table", text, refusals).into_iter().next() else {
        let hint = Some(Message::new("dynamodb-h-empty"));
        refusals.push(Refusal { hint, ..refuse("E_MISSING", 0..0, Message::new("dynamodb-e-no-table")) });
        return None;
    };
    let mut fields = Fields::new(inner, at.clone(), refusals);
    let name = fields.text("name").map_or("Table", |(name, _)| name).to_owned();
    // What the table is billed by changes no verdict and no units.
    let _ = (fields.text("billing"), fields.number("rcu"), fields.number("wcu"));
    let partition = fields.needed("pk").and_then(|pk| column(pk, &mut fields));
    let sort = fields.text("sk").map(|sk| column(sk, &mut fields));
    fields.finish();
    let keys = Keys { partition: partition?, sort: sort.map_or(Some(None), |s| s.map(Some))? };
    Some((Schema { name, keys, indexes: Vec::new() }, at))
}

fn gsi(mut fields: Fields<'_, '_>, _: &Keys) -> Option<Index> {
    let name = fields.needed("name").map(|(name, _)| name.to_owned());
    let partition = fields.needed("pk").and_then(|pk| column(pk, &mut fields));
    let sort = fields.text("sk").map(|sk| column(sk, &mut fields));
    let projection = projection(&mut fields);
    fields.finish();
    Some(Index { name: name?, global: true, keys: Keys { partition: partition?, sort: sort.map_or(Some(None), |s| s.map(Some))? }, projection: projection? })
}

fn lsi(mut fields: Fields<'_, '_>, table: &Keys) -> Option<Index> {
    let name = fields.needed("name").map(|(name, _)| name.to_owned());
    let sort = fields.needed("sk").and_then(|sk| column(sk, &mut fields));
    let projection = projection(&mut fields);
    fields.finish();
    Some(Index { name: name?, global: false, keys: Keys { partition: table.partition.clone(), sort: Some(sort?) }, projection: projection? })
}

/// `date:S`; without a type it is text.
fn column((text, at): (&str, Range<usize>), fields: &mut Fields<'_, '_>) -> Option<Column> {
    let (name, kind) = text.rsplit_once(':').unwrap_or((text, "S"));
    match KeyType::of(kind.trim()) {
        Some(kind) if !name.trim().is_empty() => Some(Column { name: name.trim().to_owned(), kind }),
        _ => {
            fields.refuse_with_hint("E_KEY", at, Message::new("dynamodb-e-key").with("text", text.to_owned()), Message::new("dynamodb-h-key"));
            None
        }
    }
}

fn projection(fields: &mut Fields<'_, '_>) -> Option<Projection> {
    let Some((text, at)) = fields.text("projection") else { return Some(Projection::All) };
    let include =
        text.strip_prefix("INCLUDE:").map(|list| list.trim_matches(['[', ']', ' ']).split(',').map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()));
    match (text, include) {
        ("ALL", _) => Some(Projection::All),
        ("KEYS_ONLY", _) => Some(Projection::KeysOnly),
        (_, Some(names)) => Some(Projection::Include(names.collect())),
        _ => {
            fields.refuse_with_hint(
                "E_PROJECTION",
                at,
                Message::new("dynamodb-e-projection").with("text", text.to_owned()),
                Message::new("dynamodb-h-projection"),
            );
            None
        }
    }
}

fn pattern(mut fields: Fields<'_, '_>, text: &str) -> Option<Pattern> {
    let name = fields.text("name").map(|(name, _)| name.to_owned());
    let condition = fields.needed("where");
    let consistent_at = fields.value("consistent").map(Spanned::span);
    let consistent = fields.flag("consistent").unwrap_or(false);
    let (rate, wants) = (fields.number("rate"), fields.texts("wants"));
    let at = fields.at.clone();
    let read = condition.map(|(condition, span)| (Filter::read(condition), condition, span));
    let pattern = match read {
        Some((Ok(filter), condition, span)) => {
            let name = name.unwrap_or_else(|| condition.to_owned());
            Some(Pattern { name, filter, consistent, rate, wants, at, condition_at: span, consistent_at })
        }
        Some((Err(misread), condition, span)) => {
            complain(&mut fields, &misread, inside(text, condition, span));
            None
        }
        None => None,
    };
    fields.finish();
    pattern
}

fn complain(fields: &mut Fields<'_, '_>, misread: &Misread, inside: Option<Range<usize>>) {
    let at = inside.map_or(fields.at.clone(), |base| base.start + misread.at.start..base.start + misread.at.end);
    let message = match (&misread.why, misread.text.is_empty()) {
        (Some(why), _) => Message::new("dynamodb-e-where-why").with("why", why.clone()),
        (None, true) => Message::new("dynamodb-e-where-end"),
        (None, false) => Message::new("dynamodb-e-where").with("text", misread.text.chars().take(40).collect::<String>()),
    };
    let functions = ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size"];
    let near = misread.why.as_ref().and_then(|_| nearest(&misread.text, functions).first().copied());
    let hint = near.map_or(Message::new("dynamodb-h-where"), |word| Message::new("dynamodb-h-near").with("word", word));
    fields.refuse_with_hint("E_WHERE", at, message, hint);
}

/// Where a text stands without its quotes, if it stands there as it is.
fn inside(text: &str, value: &str, at: Range<usize>) -> Option<Range<usize>> {
    let quotes = at.len().checked_sub(value.len())? / 2;
    let inner = at.start + quotes..at.end.checked_sub(quotes)?;
    (text.get(inner.clone())? == value).then_some(inner)
}

fn operation(mut fields: Fields<'_, '_>, table: &str) -> Option<Operation> {
    let found: Vec<(&'static str, &str, Range<usize>)> =
        OPERATIONS.iter().filter_map(|(word, name)| fields.text(word).map(|(json, at)| (*name, json, at))).collect();
    let at = fields.at.clone();
    let [(name, json, json_at)] = found.as_slice() else {
        let words = OPERATIONS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
        fields.refuse("E_OPERATION", at, Message::new("dynamodb-e-one-operation").with("words", words));
        fields.finish();
        return None;
    };
    let request = match serde_json::from_str::<Json>(json) {
        Ok(Json::Object(mut map)) => {
            if !name.starts_with("Batch") && !name.starts_with("Transact") {
                map.entry("TableName").or_insert_with(|| table.into());
            }
            Json::Object(map)
        }
        Ok(_) => {
            fields.refuse("E_JSON", json_at.clone(), Message::new("dynamodb-e-json-object"));
            return None;
        }
        Err(error) => {
            fields.refuse("E_JSON", json_at.clone(), Message::new("dynamodb-e-json").with("why", error.to_string()));
            return None;
        }
    };
    fields.finish();
    Some(Operation { name, request, at })
}

fn traffic(mut fields: Fields<'_, '_>) -> Option<Traffic> {
    let spread = match fields.text("key") {
        None => Some(Spread::Uniform(1000)),
        Some((text, at)) => {
            let spread = Spread::read(text);
            if spread.is_none() {
                fields.refuse_with_hint("E_SPREAD", at, Message::new("dynamodb-e-spread").with("text", text.to_owned()), Message::new("dynamodb-h-spread"));
            }
            spread
        }
    };
    let shards_at = fields.value("shards").map(Spanned::span);
    let traffic = Traffic {
        writes: fields.number("writes").unwrap_or(0),
        reads: fields.number("reads").unwrap_or(0),
        item_bytes: fields.number("item_bytes").unwrap_or(1000).clamp(1, 409_600),
        shards: fields.number("shards").unwrap_or(1).clamp(1, 1000),
        gb: fields.number("gb").unwrap_or(1),
        seed: fields.number("seed").unwrap_or(1),
        spread: spread.unwrap_or(Spread::Uniform(1)),
        at: fields.at.clone(),
        shards_at,
    };
    fields.finish();
    spread.map(|_| traffic)
}
