use serde_json::{Map, Value as Json};

use super::fault::{Result, invalid, invalid_value, unreadable};
use super::value::{Item, Scalar};

/// The most bytes of a partition key.
pub const LONGEST_PARTITION_KEY: usize = 2048;
/// The most bytes of a sort key.
pub const LONGEST_SORT_KEY: usize = 1024;

/// A type that a key may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyType {
    /// Text.
    S,
    /// Number.
    N,
    /// Bytes.
    B,
}

/// A key attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type, which is strict.
    pub kind: KeyType,
}

/// The keys of a table or index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The partition key, which the hash is made of.
    pub partition: Column,
    /// The sort key.
    pub sort: Option<Column>,
}

/// What an index holds beside keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Projection {
    /// Everything.
    All,
    /// Nothing more.
    KeysOnly,
    /// These too.
    Include(Vec<String>),
}

/// A secondary index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// Its name.
    pub name: String,
    /// Whether it is global: a partition key of its own, only eventually consistent.
    pub global: bool,
    /// Its keys.
    pub keys: Keys,
    /// What it holds.
    pub projection: Projection,
}

/// The definition of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Its name.
    pub name: String,
    /// Its keys.
    pub keys: Keys,
    /// Its indexes, in the order in which they were declared.
    pub indexes: Vec<Index>,
}

impl KeyType {
    /// The type of that name.
    pub fn of(name: &str) -> Option<KeyType> {
        Some(match name {
            "S" => KeyType::S,
            "N" => KeyType::N,
            "B" => KeyType::B,
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            KeyType::S => "S",
            KeyType::N => "N",
            KeyType::B => "B",
        }
    }

    /// Whether a value is of it.
    pub fn fits(self, value: &Scalar) -> bool {
        matches!((self, value), (KeyType::S, Scalar::S(_)) | (KeyType::N, Scalar::N(_)) | (KeyType::B, Scalar::B(_)))
    }
}

impl Keys {
    /// The key attributes.
    pub fn columns(&self) -> impl Iterator<Item = &Column> {
        std::iter::once(&self.partition).chain(&self.sort)
    }

    /// Whether an attribute is one of them.
    pub fn has(&self, name: &str) -> bool {
        self.columns().any(|c| c.name == name)
    }
}

impl Schema {
    /// Reads a `CreateTable` request.
    ///
    /// # Errors
    ///
    /// What AWS would refuse: keys without a type, types without a key, too many indexes.
    pub fn read(request: &Json) -> Result<Schema> {
        let request = request.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?;
        let types = types(request)?;
        let keys = keys(request, &types)?;
        let mut schema = Schema { name: text(request, "TableName")?.to_owned(), keys, indexes: Vec::new() };
        for (field, global) in [("GlobalSecondaryIndexes", true), ("LocalSecondaryIndexes", false)] {
            for index in list(request, field)? {
                let index = index.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?;
                schema.add(Index { name: text(index, "IndexName")?.to_owned(), global, keys: self::keys(index, &types)?, projection: projection(index)? })?;
            }
        }
        schema.every_type_is_used(&types)?;
        Ok(schema)
    }

    /// Adds an index.
    ///
    /// # Errors
    ///
    /// A name twice, a local index with another partition key, more than AWS allows.
    pub fn add(&mut self, index: Index) -> Result<()> {
        if self.indexes.iter().any(|i| i.name == index.name) {
            return Err(invalid_value(format!("Duplicate index name: {}", index.name)));
        }
        if !index.global {
            if self.keys.sort.is_none() {
                return Err(invalid_value("Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"));
            }
            if index.keys.partition != self.keys.partition {
                return Err(invalid_value(format!("Index KeySchema does not have the same leading hash key as table KeySchema for index: {}", index.name)));
            }
            if index.keys.sort.is_none() {
                return Err(invalid_value(format!("Index KeySchema does not have a range key for index: {}", index.name)));
            }
        }
        let (kind, most) = if index.global { ("GlobalSecondaryIndexes", 20) } else { ("LocalSecondaryIndexes", 5) };
        let global = index.global;
        self.indexes.push(index);
        if self.indexes.iter().filter(|i| i.global == global).count() > most {
            return Err(invalid_value(format!("{kind} count exceeds the per-table limit of {most}")));
        }
        let included: usize = self.indexes.iter().map(|i| if let Projection::Include(names) = &i.projection { names.len() } else { 0 }).sum();
        if included > 100 {
            return Err(invalid_value("Number of all NonKeyAttributes of all indexes exceeds the limit of 100"));
        }
        Ok(())
    }

    fn every_type_is_used(&self, types: &[Column]) -> Result<()> {
        let used = |name: &str| self.keys.has(name) || self.indexes.iter().any(|i| i.keys.has(name));
        if types.iter().all(|t| used(&t.name)) {
            return Ok(());
        }
        Err(invalid_value("Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"))
    }

    /// The index of that name, with its place among the indexes.
    pub fn index(&self, name: &str) -> Option<(usize, &Index)> {
        self.indexes.iter().enumerate().find(|(_, i)| i.name == name)
    }
}

impl Index {
    /// Whether it holds an attribute.
    pub fn projects(&self, table: &Keys, name: &str) -> bool {
        match &self.projection {
            Projection::All => true,
            Projection::Include(names) if names.iter().any(|n| n == name) => true,
            _ => self.keys.has(name) || table.has(name),
        }
    }

    /// What it holds of an item; `None` if the item lacks one of its keys and so is not in it.
    pub fn entry(&self, table: &Keys, item: &Item) -> Option<Item> {
        if !self.keys.columns().all(|c| item.contains_key(&c.name)) {
            return None;
        }
        Some(item.iter().filter(|(name, _)| self.projects(table, name)).map(|(name, value)| (name.clone(), value.clone())).collect())
    }
}

fn text<'r>(request: &'r Map<String, Json>, field: &str) -> Result<&'r str> {
    let value = request.get(field).and_then(Json::as_str);
    value
        .filter(|t| !t.is_empty())
        .ok_or_else(|| invalid(format!("1 validation error detected: Value null at '{field}' failed to satisfy constraint: Member must not be null")))
}

fn list<'r>(request: &'r Map<String, Json>, field: &str) -> Result<&'r [Json]> {
    match request.get(field) {
        None | Some(Json::Null) => Ok(&[]),
        Some(Json::Array(items)) => Ok(items),
        Some(_) => Err(unreadable("Unexpected value type in payload: a list is expected")),
    }
}

fn types(request: &Map<String, Json>) -> Result<Vec<Column>> {
    let read = |json: &Json| {
        let (name, kind) = (json.get("AttributeName").and_then(Json::as_str), json.get("AttributeType").and_then(Json::as_str).and_then(KeyType::of));
        match (name, kind) {
            (Some(name), Some(kind)) => Ok(Column { name: name.to_owned(), kind }),
            _ => Err(invalid_value("An attribute definition has a name and one of the types S, N and B")),
        }
    };
    list(request, "AttributeDefinitions")?.iter().map(read).collect()
}

fn keys(request: &Map<String, Json>, types: &[Column]) -> Result<Keys> {
    let column = |role: &str| {
        let found = list(request, "KeySchema")?.iter().find(|k| k.get("KeyType").and_then(Json::as_str) == Some(role));
        let Some(name) = found.and_then(|k| k.get("AttributeName")).and_then(Json::as_str) else { return Ok(None) };
        let column = types.iter().find(|t| t.name == name).cloned();
        column.map(Some).ok_or_else(|| invalid_value(format!("Some index key attributes are not defined in AttributeDefinitions. Keys: [{name}]")))
    };
    let partition = column("HASH")?.ok_or_else(|| invalid_value("Invalid KeySchema: The first KeySchemaElement is not a HASH key type"))?;
    let sort = column("RANGE")?;
    if sort.as_ref().is_some_and(|s| s.name == partition.name) {
        return Err(invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name"));
    }
    Ok(Keys { partition, sort })
}

fn projection(index: &Map<String, Json>) -> Result<Projection> {
    let projection = index.get("Projection").and_then(Json::as_object);
    let names = projection.map(|p| list(p, "NonKeyAttributes")).transpose()?.unwrap_or_default();
    let names: Vec<String> = names.iter().filter_map(Json::as_str).map(str::to_owned).collect();
    match projection.and_then(|p| p.get("ProjectionType")).and_then(Json::as_str) {
        Some("ALL") if names.is_empty() => Ok(Projection::All),
        Some("KEYS_ONLY") if names.is_empty() => Ok(Projection::KeysOnly),
        Some("INCLUDE") if !names.is_empty() => Ok(Projection::Include(names)),
        Some("ALL" | "KEYS_ONLY") => Err(invalid_value("ProjectionType is not INCLUDE, but NonKeyAttributes is specified")),
        Some("INCLUDE") => Err(invalid_value("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")),
        _ => Err(invalid_value("Unknown ProjectionType: null")),
    }
}
