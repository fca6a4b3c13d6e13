use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::capacity::{Capacity, Units};
use super::fault::{Result, invalid, invalid_value};
use super::md5;
use super::schema::{Column, Index, Keys, LONGEST_PARTITION_KEY, LONGEST_SORT_KEY, Schema};
use super::value::{Item, Scalar, Value, item_size};

/// The most bytes of an item, names included.
pub const LARGEST_ITEM: u64 = 409_600;

/// Where an item lies: the hash of its partition key, that key, and its sort key.
///
/// A Scan walks in this order, which is why it looks shuffled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    slot: u128,
    partition: Scalar,
    sort: Option<Scalar>,
}

/// Where a row lies: in the table by its key, in an index by the index's key and then the table's.
pub type Address = (Place, Option<Place>);

/// Rows in the order in which they are read.
pub type Shelf = BTreeMap<Address, Arc<Row>>;

/// An item, or what an index holds of it, and its size.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The attributes.
    pub item: Item,
    /// Its bytes.
    pub size: u64,
}

/// A table with its items and indexes.
#[derive(Debug)]
pub struct Table {
    /// Its definition.
    pub schema: Schema,
    items: Shelf,
    indexes: Vec<Shelf>,
    visited: Cell<u64>,
}

impl Place {
    /// The place of a key.
    pub fn new(partition: Scalar, sort: Option<Scalar>) -> Place {
        Place { slot: md5::digest(&partition.bytes()), partition, sort }
    }

    /// The place of an item that has these keys.
    pub fn of(keys: &Keys, item: &Item) -> Option<Place> {
        let sort = match &keys.sort {
            Some(column) => Some(item.get(&column.name)?.scalar()?),
            None => None,
        };
        Some(Place::new(item.get(&keys.partition.name)?.scalar()?, sort))
    }

    /// The hash of the partition key.
    pub fn slot(&self) -> u128 {
        self.slot
    }

    /// The partition key.
    pub fn partition(&self) -> &Scalar {
        &self.partition
    }

    /// The sort key.
    pub fn sort(&self) -> Option<&Scalar> {
        self.sort.as_ref()
    }
}

impl Row {
    /// An item with its size.
    pub fn new(item: Item) -> Row {
        let size = item_size(&item);
        Row { item, size }
    }
}

impl Table {
    /// An empty table.
    pub fn new(schema: Schema) -> Table {
        let indexes = schema.indexes.iter().map(|_| Shelf::new()).collect();
        Table { schema, items: Shelf::new(), indexes, visited: Cell::new(0) }
    }

    /// The item at a key.
    pub fn get(&self, place: &Place) -> Option<&Arc<Row>> {
        self.items.get(&(place.clone(), None))
    }

    /// The rows of the table, or of the index at that place.
    pub fn shelf(&self, index: Option<usize>) -> &Shelf {
        index.and_then(|i| self.indexes.get(i)).unwrap_or(&self.items)
    }

    /// Puts an item in the place of another, or with `None` takes it away, and says what that costs.
    pub fn replace(&mut self, place: &Place, new: Option<Item>) -> (Option<Arc<Row>>, Capacity) {
        let new = new.map(|item| Arc::new(Row::new(item)));
        let old = match &new {
            Some(row) => self.items.insert((place.clone(), None), row.clone()),
            None => self.items.remove(&(place.clone(), None)),
        };
        let size = |row: &Option<Arc<Row>>| row.as_ref().map_or(0, |r| r.size);
        let mut capacity = Capacity::table(Units::write(size(&old).max(size(&new))));
        for (index, shelf) in self.schema.indexes.iter().zip(&mut self.indexes) {
            let before = entry(index, &self.schema.keys, place, old.as_deref());
            let after = entry(index, &self.schema.keys, place, new.as_deref());
            let units = index_units(before.as_ref(), after.as_ref());
            if let Some((address, _)) = &before {
                shelf.remove(address);
            }
            if let Some((address, row)) = after {
                shelf.insert(address, row);
            }
            if units > Units::ZERO {
                capacity.indexes.push((index.name.clone(), index.global, units));
            }
        }
        (old, capacity)
    }

    /// The rows of a partition, or of the whole shelf, in order; after `start` if there is one.
    pub fn walk<'t>(
        &'t self,
        index: Option<usize>,
        partition: Option<&Scalar>,
        start: Option<&Address>,
        forward: bool,
    ) -> Box<dyn Iterator<Item = (&'t Address, &'t Arc<Row>)> + 't> {
        let (mut low, mut high) = (Bound::Unbounded, Bound::Unbounded);
        if let Some(partition) = partition {
            let first = Place::new(partition.clone(), None);
            if let Some(next) = first.slot.checked_add(1) {
                high = Bound::Excluded((Place { slot: next, partition: Scalar::S(String::new()), sort: None }, None));
            }
            low = Bound::Included((first, None));
        }
        if let Some(start) = start {
            if forward {
                low = Bound::Excluded(start.clone());
            } else {
                high = Bound::Excluded(start.clone());
            }
        }
        let rows = self.shelf(index).range((low, high)).inspect(|_| self.visited.set(self.visited.get() + 1));
        if forward { Box::new(rows) } else { Box::new(rows.rev()) }
    }

    /// How many rows have been looked at so far.
    pub fn visited(&self) -> u64 {
        self.visited.get()
    }

    /// The place that a `Key` names, which must have the key attributes and nothing else.
    pub fn key(&self, key: &Item) -> Result<Place> {
        let keys = &self.schema.keys;
        if key.len() != keys.columns().count() {
            return Err(invalid("The provided key element does not match the schema"));
        }
        for column in keys.columns() {
            match key.get(&column.name).map(Value::scalar) {
                Some(Some(value)) if column.kind.fits(&value) => fits_key(column, &value, column == &keys.partition)?,
                _ => return Err(invalid("The provided key element does not match the schema")),
            }
        }
        Place::of(keys, key).ok_or_else(|| invalid("The provided key element does not match the schema"))
    }

    /// The place of an item that is to be put, once everything about it is in order.
    pub fn place(&self, item: &Item) -> Result<Place> {
        let keys = &self.schema.keys;
        for column in keys.columns() {
            let Some(value) = item.get(&column.name) else {
                return Err(invalid_value(format!("Missing the key {} in the item", column.name)));
            };
            let scalar = key_value(column, value, None)?;
            fits_key(column, &scalar, column == &keys.partition)?;
        }
        for index in &self.schema.indexes {
            for column in index.keys.columns() {
                if let Some(value) = item.get(&column.name) {
                    let scalar = key_value(column, value, Some(&index.name))?;
                    fits_key(column, &scalar, column == &index.keys.partition)?;
                }
            }
        }
        if item_size(item) > LARGEST_ITEM {
            return Err(invalid("Item size has exceeded the maximum allowed size"));
        }
        Place::of(keys, item).ok_or_else(|| invalid("The provided key element does not match the schema"))
    }
}

fn key_value(column: &Column, value: &Value, index: Option<&str>) -> Result<Scalar> {
    let wrong = || {
        let index = index.map(|name| format!(" IndexName: {name}")).unwrap_or_default();
        invalid_value(format!("Type mismatch for key {} expected: {} actual: {}{index}", column.name, column.kind.name(), value.type_name()))
    };
    value.scalar().filter(|scalar| column.kind.fits(scalar)).ok_or_else(wrong)
}

fn fits_key(column: &Column, value: &Scalar, partition: bool) -> Result<()> {
    let length = match value {
        Scalar::S(text) => text.len(),
        Scalar::B(bytes) => bytes.len(),
        Scalar::N(_) => return Ok(()),
    };
    let (most, name) = if partition { (LONGEST_PARTITION_KEY, "hashkey") } else { (LONGEST_SORT_KEY, "rangekey") };
    if length == 0 {
        return Err(invalid_value(format!("The AttributeValue for a key attribute cannot contain an empty value. Key: {}", column.name)));
    }
    if length > most {
        return Err(invalid_value(format!("Size of {name} has exceeded the maximum size limit of {most} bytes")));
    }
    Ok(())
}

fn entry(index: &Index, table: &Keys, place: &Place, row: Option<&Row>) -> Option<(Address, Arc<Row>)> {
    let item = index.entry(table, &row?.item)?;
    Some(((Place::of(&index.keys, &item)?, Some(place.clone())), Arc::new(Row::new(item))))
}

/// What a write costs in an index: nothing where nothing changes, two writes where the key does.
fn index_units(before: Option<&(Address, Arc<Row>)>, after: Option<&(Address, Arc<Row>)>) -> Units {
    match (before, after) {
        (None, None) => Units::ZERO,
        (None, Some((_, row))) | (Some((_, row)), None) => Units::write(row.size),
        (Some((from, old)), Some((to, new))) if from == to => {
            if old == new {
                Units::ZERO
            } else {
                Units::write(old.size.max(new.size))
            }
        }
        (Some((_, old)), Some((_, new))) => Units::write(old.size) + Units::write(new.size),
    }
}
