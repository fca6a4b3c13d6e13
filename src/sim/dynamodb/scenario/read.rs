//! A scenario read: the table, and in the order of the text what happens to it.

use std::ops::Range;

use serde_json::Value as Json;
use toml::Spanned;

use super::bill::{Kept, REGIONS};
use super::filter::{Filter, Misread};
use super::item;
use super::say::refuse;
use super::traffic::{Spread, Traffic};
use crate::sim::Refusal;
use crate::sim::dynamodb::schema::{Column, Index, KeyType, Keys, Projection, Schema};
use crate::sim::dynamodb::value::Item;
use crate::sim::table::{Complaints, Placed, Table as Fields, parse};
use crate::text::{Message, excerpt, nearest};

/// The most items: what is learned from a table is learned from a few.
const MOST_ITEMS: usize = 20_000;
/// The most patterns and operations, each of which has an outcome of its own.
const MOST_ASKED: usize = 200;
/// The largest number that a scenario has a use for.
const LARGEST: u64 = 1_000_000_000;

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
    /// What it keeps ready, where it is not paid on demand.
    pub kept: Option<Kept>,
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
    /// Where its request stands.
    pub request_at: Range<usize>,
    /// Where it stands.
    pub at: Range<usize>,
}

impl Scenario {
    /// Reads a scenario; without a table there is none.
    pub fn read(text: &str) -> (Option<Scenario>, Vec<Refusal>) {
        let complaints = Complaints::default();
        let scenario = if text.trim().is_empty() {
            let refusal = refuse("E_EMPTY", 0..0, Message::new("dynamodb-e-empty"));
            complaints.add(Refusal { hint: Some(Message::new("dynamodb-h-empty")), ..refusal });
            None
        } else {
            parse(text, &complaints).and_then(|document| whole(Fields::new(document.get_ref(), 0..text.len().min(1), &complaints), text))
        };
        (scenario, complaints.finish())
    }
}

fn whole(mut root: Fields<'_, '_>, text: &str) -> Option<Scenario> {
    let table = root.table("table");
    if table.is_none() && !root.has("table") {
        let refusal = refuse("E_MISSING", 0..0, Message::new("dynamodb-e-no-table"));
        root.complaints().add(Refusal { hint: Some(Message::new("dynamodb-h-empty")), ..refusal });
    }
    let asked = table.as_ref().map_or(0..0, |t| line(text, &t.at));
    let (mut schema, kept) = table.map_or((None, None), schema);
    for (key, read) in [("gsi", gsi as ReadIndex), ("lsi", lsi)] {
        for fields in root.tables(key) {
            let (at, complaints) = (line(text, &fields.at), fields.complaints());
            let Some(schema) = &mut schema else { continue };
            if let Some(Err(fault)) = read(fields, &schema.keys).map(|index| schema.add(index)) {
                complaints.at(at, refuse("E_INDEX", 0..0, Message::new("dynamodb-e-index").with("why", fault.text)));
            }
        }
    }
    let name = schema.as_ref().map_or_else(String::new, |s| s.name.clone());
    let entries = entries(&mut root, text, &name, kept);
    root.finish();
    schema.map(|schema| Scenario { schema, asked, kept, entries })
}

type ReadIndex = fn(Fields<'_, '_>, &Keys) -> Option<Index>;

/// The line on which a range begins.
fn line(text: &str, at: &Range<usize>) -> Range<usize> {
    let end = text.get(at.start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |i| at.start + i);
    at.start..end.max(at.start)
}

fn entries(root: &mut Fields<'_, '_>, text: &str, table: &str, kept: Option<Kept>) -> Vec<(Range<usize>, Entry)> {
    let mut entries = Vec::new();
    let at = |fields: &Fields<'_, '_>| line(text, &fields.at);
    for fields in limited(root, "item", MOST_ITEMS) {
        match item::item(fields.entries()) {
            Ok(item) => entries.push((at(&fields), Entry::Item(item))),
            Err(fault) => fields.complaints().at(at(&fields), refuse("E_ITEM", 0..0, Message::new("dynamodb-e-item").with("why", fault.text))),
        }
    }
    for fields in limited(root, "pattern", MOST_ASKED) {
        entries.extend(pattern(fields, text).map(|p| (p.at.clone(), Entry::Pattern(Box::new(p)))));
    }
    for fields in limited(root, "op", MOST_ASKED) {
        let at = at(&fields);
        entries.extend(operation(fields, at.clone(), table).map(|o| (at, Entry::Operation(o))));
    }
    if let Some(fields) = root.table("traffic") {
        let at = at(&fields);
        entries.extend(traffic(fields, at.clone(), kept).map(|t| (at, Entry::Traffic(t))));
    }
    entries.sort_by_key(|(at, _)| at.start);
    entries
}

/// The tables of a list; of too many none.
fn limited<'a, 't>(root: &mut Fields<'a, 't>, key: &'static str, most: usize) -> Vec<Fields<'a, 't>> {
    let mut tables = root.tables(key);
    if let Some(first) = tables.get(most) {
        let message = Message::new("dynamodb-e-many").with("kind", key).with("most", most);
        let refusal = Refusal { hint: Some(Message::new("sim-smaller")), ..refuse("E_MANY", 0..0, message) };
        root.complaints().at(first.at.clone(), refusal);
        tables.clear();
    }
    tables
}

fn schema(mut fields: Fields<'_, '_>) -> (Option<Schema>, Option<Kept>) {
    let name = fields.text("name").map_or_else(|| "Table".to_owned(), Spanned::into_inner);
    let kept = kept(&mut fields);
    let keys = keys(&mut fields);
    fields.finish();
    (keys.map(|keys| Schema { name, keys, indexes: Vec::new() }), kept)
}

/// The capacity of a provisioned table; who names capacity means one.
fn kept(fields: &mut Fields<'_, '_>) -> Option<Kept> {
    let billing = fields.text("billing");
    let at = billing.as_ref().map_or(fields.at.clone(), Spanned::span);
    let (reads, writes) = (count(fields, "rcu"), count(fields, "wcu"));
    let named = fields.has("rcu") || fields.has("wcu");
    let id = match (billing.as_ref().map_or(if named { "provisioned" } else { "on-demand" }, |b| b.get_ref().as_str()), named) {
        ("on-demand", false) => return None,
        ("on-demand", true) => "dynamodb-e-on-demand",
        ("provisioned", _) => match (reads, writes) {
            (Some(reads), Some(writes)) if reads.min(writes) > 0 => return Some(Kept { reads, writes }),
            _ => "dynamodb-e-provisioned",
        },
        _ => "dynamodb-e-billing",
    };
    fields.complaints().at(at, Refusal { hint: Some(Message::new("dynamodb-h-billing")), ..refuse("E_BILLING", 0..0, Message::new(id)) });
    None
}

fn keys(fields: &mut Fields<'_, '_>) -> Option<Keys> {
    let complaints = fields.complaints();
    let partition = fields.needed("pk").and_then(|pk| column(&pk, complaints));
    let sort = fields.text("sk").map(|sk| column(&sk, complaints));
    Some(Keys { partition: partition?, sort: sort.map_or(Some(None), |s| s.map(Some))? })
}

fn gsi(mut fields: Fields<'_, '_>, _: &Keys) -> Option<Index> {
    let name = fields.needed("name").map(Spanned::into_inner);
    let (keys, projection) = (keys(&mut fields), projection(&mut fields));
    fields.finish();
    Some(Index { name: name?, global: true, keys: keys?, projection: projection? })
}

fn lsi(mut fields: Fields<'_, '_>, table: &Keys) -> Option<Index> {
    let complaints = fields.complaints();
    let name = fields.needed("name").map(Spanned::into_inner);
    let sort = fields.needed("sk").and_then(|sk| column(&sk, complaints));
    let projection = projection(&mut fields);
    fields.finish();
    Some(Index { name: name?, global: false, keys: Keys { partition: table.partition.clone(), sort: Some(sort?) }, projection: projection? })
}

/// `date:S`; without a type it is text.
fn column(text: &Placed<String>, complaints: &Complaints) -> Option<Column> {
    let (name, kind) = text.get_ref().rsplit_once(':').unwrap_or((text.get_ref(), "S"));
    match KeyType::of(kind.trim()) {
        Some(kind) if !name.trim().is_empty() => Some(Column { name: name.trim().to_owned(), kind }),
        _ => {
            let refusal = refuse("E_COLUMN", 0..0, Message::new("dynamodb-e-key").with("text", excerpt(text.get_ref())));
            complaints.at(text.span(), Refusal { hint: Some(Message::new("dynamodb-h-key")), ..refusal });
            None
        }
    }
}

fn projection(fields: &mut Fields<'_, '_>) -> Option<Projection> {
    let Some(text) = fields.text("projection") else { return Some(Projection::All) };
    let list = text.get_ref().strip_prefix("INCLUDE:");
    let include = list.map(|list| list.trim_matches(['[', ']', ' ']).split(',').map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()));
    match (text.get_ref().as_str(), include) {
        ("ALL", _) => Some(Projection::All),
        ("KEYS_ONLY", _) => Some(Projection::KeysOnly),
        (_, Some(names)) => Some(Projection::Include(names.collect())),
        _ => {
            let refusal = refuse("E_PROJECTION", 0..0, Message::new("dynamodb-e-projection").with("text", excerpt(text.get_ref())));
            fields.complaints().at(text.span(), Refusal { hint: Some(Message::new("dynamodb-h-projection")), ..refusal });
            None
        }
    }
}

/// A whole number from 0.
fn count(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<u64> {
    let number = fields.number(key)?;
    let read = u64::try_from(*number.get_ref()).ok().filter(|n| *n <= LARGEST);
    if read.is_none() {
        fields.complaints().at(number.span(), refuse("E_NUMBER", 0..0, Message::new("dynamodb-e-number").with("key", key)));
    }
    read
}

fn pattern(mut fields: Fields<'_, '_>, text: &str) -> Option<Pattern> {
    let complaints = fields.complaints();
    let name = fields.text("name").map(Spanned::into_inner);
    let condition = fields.needed("where");
    let consistent = fields.boolean("consistent");
    let (rate, wants) = (count(&mut fields, "rate"), fields.texts("wants"));
    let at = line(text, &fields.at);
    fields.finish();
    let condition = condition?;
    let filter = Filter::read(condition.get_ref()).map_err(|misread| complain(complaints, &misread, text, &condition)).ok()?;
    Some(Pattern {
        name: name.unwrap_or_else(|| condition.get_ref().clone()),
        filter,
        consistent: consistent.as_ref().is_some_and(|c| *c.get_ref()),
        rate,
        wants: wants.map(|all| all.into_iter().map(Spanned::into_inner).collect()),
        at,
        condition_at: condition.span(),
        consistent_at: consistent.map(|c| c.span()),
    })
}

/// The functions of a condition, and what other languages call them.
const FUNCTIONS: [(&str, &[&str]); 6] = [
    ("attribute_exists", &["exists", "isset", "has"]),
    ("attribute_not_exists", &["notexists", "missing", "isnull"]),
    ("attribute_type", &["type", "typeof"]),
    ("begins_with", &["startswith", "beginswith", "beginwith", "startwith", "hasprefix", "prefix", "like"]),
    ("contains", &["includes", "include", "contain", "instr"]),
    ("size", &["length", "len", "count"]),
];

/// The function that somebody means who knows it by another name.
fn function_for(word: &str) -> Option<&'static str> {
    let plain: String = word.chars().filter(|c| c.is_alphanumeric()).take(20).collect::<String>().to_lowercase();
    FUNCTIONS.iter().find(|(_, others)| others.contains(&plain.as_str())).map(|(name, _)| *name)
}

fn complain(complaints: &Complaints, misread: &Misread, text: &str, condition: &Placed<String>) {
    let inside = inside(text, condition.get_ref(), condition.span());
    let at = inside.map_or(condition.span(), |base| base.start + misread.at.start..base.start + misread.at.end);
    let message = match (&misread.why, misread.text.is_empty()) {
        (Some(why), _) => Message::new("dynamodb-e-where-why").with("why", why.clone()),
        (None, true) => Message::new("dynamodb-e-where-end"),
        (None, false) => Message::new("dynamodb-e-where").with("text", excerpt(&misread.text)),
    };
    let near =
        function_for(&misread.text).or_else(|| misread.why.as_ref().and_then(|_| nearest(&misread.text, FUNCTIONS.map(|(name, _)| name)).first().copied()));
    let hint = near.map_or(Message::new("dynamodb-h-where"), |word| Message::new("sim-did-you-mean").with("word", word));
    complaints.at(at, Refusal { hint: Some(hint), ..refuse("E_WHERE", 0..0, message) });
}

/// Where a text stands without its quotes, if it stands there as it is.
fn inside(text: &str, value: &str, at: Range<usize>) -> Option<Range<usize>> {
    let quotes = at.len().checked_sub(value.len())? / 2;
    let inner = at.start + quotes..at.end.checked_sub(quotes)?;
    (text.get(inner.clone())? == value).then_some(inner)
}

fn operation(mut fields: Fields<'_, '_>, at: Range<usize>, table: &str) -> Option<Operation> {
    let complaints = fields.complaints();
    let found: Vec<(&'static str, Placed<String>)> = OPERATIONS.iter().filter_map(|(word, name)| fields.text(word).map(|json| (*name, json))).collect();
    fields.finish();
    let [(name, json)] = found.as_slice() else {
        let words = OPERATIONS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
        complaints.at(at, refuse("E_OPERATION", 0..0, Message::new("dynamodb-e-one-operation").with("words", words)));
        return None;
    };
    match serde_json::from_str::<Json>(json.get_ref()) {
        Ok(Json::Object(mut map)) => {
            if !name.starts_with("Batch") && !name.starts_with("Transact") {
                map.entry("TableName").or_insert_with(|| table.into());
            }
            Some(Operation { name, request: Json::Object(map), request_at: json.span(), at })
        }
        Ok(_) => {
            complaints.at(json.span(), refuse("E_JSON", 0..0, Message::new("dynamodb-e-json-object")));
            None
        }
        Err(error) => {
            complaints.at(json.span(), refuse("E_JSON", 0..0, Message::new("dynamodb-e-json").with("why", error.to_string())));
            None
        }
    }
}

/// The region whose prices are reckoned with.
fn region(fields: &mut Fields<'_, '_>) -> &'static str {
    let Some(word) = fields.text("region") else { return REGIONS[0].1 };
    let found = REGIONS.iter().find(|(name, code)| name.eq_ignore_ascii_case(word.get_ref()) || *code == word.get_ref().as_str());
    if found.is_none() {
        let known = REGIONS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let message = Message::new("dynamodb-e-region").with("word", excerpt(word.get_ref()));
        let refusal = Refusal { hint: Some(Message::new("sim-known-keys").with("known", known)), ..refuse("E_REGION", 0..0, message) };
        fields.complaints().at(word.span(), refusal);
    }
    found.map_or(REGIONS[0].1, |(_, code)| code)
}

fn traffic(mut fields: Fields<'_, '_>, at: Range<usize>, kept: Option<Kept>) -> Option<Traffic> {
    let complaints = fields.complaints();
    let spread = match fields.text("key") {
        None => Some(Spread::Uniform(1000)),
        Some(text) => {
            let spread = Spread::read(text.get_ref());
            if spread.is_none() {
                let refusal = refuse("E_SPREAD", 0..0, Message::new("dynamodb-e-spread").with("text", excerpt(text.get_ref())));
                complaints.at(text.span(), Refusal { hint: Some(Message::new("dynamodb-h-spread")), ..refusal });
            }
            spread
        }
    };
    let traffic = Traffic {
        writes: count(&mut fields, "writes").unwrap_or(0),
        reads: count(&mut fields, "reads").unwrap_or(0),
        item_bytes: count(&mut fields, "item_bytes").unwrap_or(1000).clamp(1, 409_600),
        shards: count(&mut fields, "shards").unwrap_or(1).clamp(1, 1000),
        gb: count(&mut fields, "gb").unwrap_or(1),
        seed: count(&mut fields, "seed").unwrap_or(1),
        spread: spread.unwrap_or(Spread::Uniform(1)),
        region: region(&mut fields),
        busy: count(&mut fields, "busy").unwrap_or(100).min(100),
        kept,
        at,
    };
    fields.finish();
    spread.map(|_| traffic)
}
