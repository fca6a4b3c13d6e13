//! Many items in order: Query and Scan, a page at a time.

use std::ops::Range as Span;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::Reply;
use super::request::Request;
use crate::sim::dynamodb::capacity::{Capacity, Consistency, Units};
use crate::sim::dynamodb::expression::{Condition, KeyCondition, Path, failing, project};
use crate::sim::dynamodb::fault::{Result, invalid, invalid_value};
use crate::sim::dynamodb::json::{self, write, write_item};
use crate::sim::dynamodb::schema::{Index, Keys, Projection, Schema};
use crate::sim::dynamodb::table::{Address, Place, Row, Table};
use crate::sim::dynamodb::value::{Item, Value};

/// The most bytes that a page reads.
pub const PAGE: u64 = 1 << 20;

/// What a page read.
#[derive(Debug, Default)]
pub struct Page {
    /// Every row read, in order.
    pub seen: Vec<Seen>,
    /// The bytes of them.
    pub bytes: u64,
    /// Whether it ended before the rows did, or because of a limit.
    pub more: bool,
}

/// A row that was read.
#[derive(Debug)]
pub struct Seen {
    /// The row.
    pub row: Arc<Row>,
    /// The clause of the filter that it failed.
    pub failed: Option<Span<usize>>,
}

/// A Query or Scan in order to be done.
struct Reading<'t> {
    table: &'t Table,
    index: Option<(usize, &'t Index)>,
    key: Option<KeyCondition>,
    filter: Option<Condition>,
    projection: Option<Vec<Path>>,
    select: Select,
    consistency: Consistency,
    limit: u64,
    forward: bool,
    start: Option<Address>,
    segment: Option<(u64, u64)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Select {
    All,
    Projected,
    Count,
}

/// `Query`
pub fn query(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    let mut reading = Reading::new(table, request)?;
    request.need("KeyConditionExpression")?;
    let text = request.text("KeyConditionExpression")?.unwrap_or_default();
    let keys = reading.keys();
    reading.key = Some(KeyCondition::read(text, &request.placeholders, keys)?);
    let mut named = Vec::new();
    reading.filter.iter().for_each(|f| f.attributes(&mut named));
    if let Some(key) = named.into_iter().find(|name| keys.has(name)) {
        return Err(invalid(format!("Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}")));
    }
    reading.forward = request.flag("ScanIndexForward", true)?;
    reading.begin(request)?;
    Ok(reading.reply())
}

/// `Scan`
pub fn scan(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    let mut reading = Reading::new(table, request)?;
    reading.segment = match (request.count("Segment", 0)?, request.count("TotalSegments", 1)?) {
        (None, None) => None,
        (Some(segment), Some(total)) if segment < total && total <= 1_000_000 => Some((segment, total)),
        _ => return Err(invalid("The Segment parameter is zero-based and must be less than parameter TotalSegments; both are required")),
    };
    reading.begin(request)?;
    Ok(reading.reply())
}

impl<'t> Reading<'t> {
    fn new(table: &'t Table, request: &Request<'_>) -> Result<Reading<'t>> {
        request.is_for(table)?;
        let index = match request.text("IndexName")? {
            None => None,
            Some(name) => Some(table.schema.index(name).ok_or_else(|| invalid(format!("The table does not have the specified index: {name}")))?),
        };
        let consistency = request.consistency()?;
        if index.is_some_and(|(_, i)| i.global) && consistency == Consistency::Strong {
            return Err(invalid("Consistent reads are not supported on global secondary indexes"));
        }
        let filter = request.condition("FilterExpression")?;
        let projection = request.projection()?;
        let limit = request.count("Limit", 1)?.unwrap_or(u64::MAX);
        let select = select(&table.schema, index.map(|(_, i)| i), projection.is_some(), request)?;
        Ok(Reading { table, index, key: None, filter, projection, select, consistency, limit, forward: true, start: None, segment: None })
    }

    fn keys(&self) -> &'t Keys {
        self.index.map_or(&self.table.schema.keys, |(_, index)| &index.keys)
    }

    /// Reads where the page begins; everything in the request has then been looked at.
    fn begin(&mut self, request: &Request<'_>) -> Result<()> {
        request.placeholders.finish()?;
        if let Some(json) = request.get("ExclusiveStartKey") {
            self.start = Some(self.start_key(&json::item(json)?)?);
        }
        Ok(())
    }

    fn start_key(&self, key: &Item) -> Result<Address> {
        let wrong = || invalid("The provided starting key is invalid: The provided key element does not match the schema");
        let schema = &self.table.schema;
        let mut names: Vec<&str> = self.keys().columns().chain(schema.keys.columns()).map(|c| c.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if key.len() != names.len() || !names.iter().all(|name| key.contains_key(*name)) {
            return Err(wrong());
        }
        for column in self.keys().columns().chain(schema.keys.columns()) {
            let value = key.get(&column.name).and_then(Value::scalar);
            value.filter(|v| column.kind.fits(v)).ok_or_else(wrong)?;
        }
        let own = Place::of(&schema.keys, key).ok_or_else(wrong)?;
        let address = match self.index {
            None => (own, None),
            Some((_, index)) => (Place::of(&index.keys, key).ok_or_else(wrong)?, Some(own)),
        };
        if self.key.as_ref().is_some_and(|k| k.partition != *address.0.partition()) {
            return Err(invalid("The provided starting key is outside query boundaries based on provided conditions"));
        }
        Ok(address)
    }

    fn in_reach(&self, address: &Address) -> bool {
        let in_range = self.key.as_ref().is_none_or(|key| address.0.sort().is_none_or(|sort| key.range.holds(sort)));
        in_range && self.segment.is_none_or(|(segment, total)| ((address.0.slot() >> 64) * u128::from(total)) >> 64 == u128::from(segment))
    }

    fn read(&self) -> (Page, Option<&'t Address>) {
        let mut page = Page::default();
        let mut last = None;
        let partition = self.key.as_ref().map(|k| &k.partition);
        let rows = self.table.walk(self.index.map(|(i, _)| i), partition, self.start.as_ref(), self.forward);
        for (address, row) in rows.filter(|(address, _)| self.in_reach(address)) {
            if !page.seen.is_empty() && page.bytes + row.size > PAGE {
                page.more = true;
                break;
            }
            page.bytes += row.size;
            last = Some(address);
            let failed = self.filter.as_ref().and_then(|f| failing(f, &row.item));
            page.seen.push(Seen { row: row.clone(), failed });
            if page.seen.len() as u64 >= self.limit {
                page.more = true;
                break;
            }
        }
        (page, last)
    }

    fn reply(&self) -> Reply {
        let (page, last) = self.read();
        let units = Units::read(page.bytes, self.consistency);
        let mut capacity = match self.index {
            None => Capacity::table(units),
            Some((_, index)) => Capacity { table: Units::ZERO, indexes: vec![(index.name.clone(), index.global, units)] },
        };
        let matched: Vec<&Seen> = page.seen.iter().filter(|s| s.failed.is_none()).collect();
        let mut fields = Map::new();
        if self.select != Select::Count {
            let items: Vec<Json> = matched.iter().map(|seen| self.shown(&seen.row, &mut capacity)).collect();
            fields.insert("Items".to_owned(), items.into());
        }
        fields.insert("Count".to_owned(), matched.len().into());
        fields.insert("ScannedCount".to_owned(), page.seen.len().into());
        if let Some(address) = last.filter(|_| page.more) {
            fields.insert("LastEvaluatedKey".to_owned(), self.key_of(address));
        }
        Reply { fields, capacity, page: Some(page) }
    }

    /// What is returned of a row; a local index fetches from the table what it does not hold.
    fn shown(&self, row: &Row, capacity: &mut Capacity) -> Json {
        let fetched = self.fetches().then(|| Place::of(&self.table.schema.keys, &row.item).and_then(|place| self.table.get(&place))).flatten();
        if let Some(whole) = fetched {
            capacity.table = capacity.table + Units::read(whole.size, self.consistency);
        }
        let item = fetched.map_or(&row.item, |whole| &whole.item);
        self.projection.as_ref().map_or_else(|| write_item(item), |paths| write_item(&project(item, paths)))
    }

    /// Only where everything is asked for: a projection leaves out what the index does not hold.
    fn fetches(&self) -> bool {
        self.select == Select::All && self.index.is_some_and(|(_, i)| !i.global && i.projection != Projection::All)
    }

    /// The key to go on from: that of the index and that of the table.
    fn key_of(&self, address: &Address) -> Json {
        let own = address.1.as_ref().unwrap_or(&address.0);
        let of = |keys: &Keys, place: &Place| {
            let values = std::iter::once(place.partition()).chain(place.sort());
            keys.columns().zip(values).map(|(c, v)| (c.name.clone(), write(&Value::from(v)))).collect::<Map<String, Json>>()
        };
        let mut key = of(&self.table.schema.keys, own);
        key.extend(of(self.keys(), &address.0));
        key.into()
    }
}

fn select(schema: &Schema, index: Option<&Index>, projection: bool, request: &Request<'_>) -> Result<Select> {
    let word = request.one_of("Select", &["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"])?;
    if projection && !matches!(word, None | Some("SPECIFIC_ATTRIBUTES")) {
        return Err(invalid(format!("Cannot specify the ProjectionExpression when choosing to get {}", word.unwrap_or_default())));
    }
    match (word, index) {
        (Some("SPECIFIC_ATTRIBUTES"), _) if !projection => Err(invalid("Must specify the ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")),
        (Some("ALL_PROJECTED_ATTRIBUTES"), None) => Err(invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")),
        (Some("ALL_ATTRIBUTES"), Some(index)) if index.global && index.projection != Projection::All => {
            let name = &index.name;
            Err(invalid_value(format!(
                "Select type ALL_ATTRIBUTES is not supported for global secondary index {name} of {} because its projection type is not ALL",
                schema.name
            )))
        }
        (Some("ALL_ATTRIBUTES"), _) => Ok(Select::All),
        (Some("COUNT"), _) => Ok(Select::Count),
        _ => Ok(Select::Projected),
    }
}
