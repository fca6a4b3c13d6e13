//! One item: put, get, update, delete.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::Reply;
use super::request::Request;
use crate::sim::dynamodb::capacity::{Capacity, Units};
use crate::sim::dynamodb::expression::{Condition, Update, holds, project};
use crate::sim::dynamodb::fault::{Fault, FaultKind, Result, invalid, invalid_value};
use crate::sim::dynamodb::json::write_item;
use crate::sim::dynamodb::table::{Place, Row, Table};
use crate::sim::dynamodb::value::Item;

/// What a write is going to do, once everything about the request is in order.
pub struct Write {
    /// Where.
    pub place: Place,
    /// What must hold of the item that is there.
    pub condition: Option<Condition>,
    /// What will be there.
    pub change: Change,
    returns: Returns,
}

/// What becomes of an item.
pub enum Change {
    /// This is put in its place.
    Put(Item),
    /// It goes.
    Delete,
    /// It is changed, or made from its key.
    Update(Option<Update>, Item),
    /// It is only looked at.
    Check,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Returns {
    Nothing,
    AllOld,
    AllNew,
    UpdatedOld,
    UpdatedNew,
}

/// `PutItem`
pub fn put(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    request.is_for(table)?;
    Write::put(table, request)?.commit(table)
}

/// `DeleteItem`
pub fn delete(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    request.is_for(table)?;
    Write::delete(table, request)?.commit(table)
}

/// `UpdateItem`
pub fn update(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    request.is_for(table)?;
    Write::update(table, request)?.commit(table)
}

/// `GetItem`
pub fn get(table: &mut Table, request: &Request<'_>) -> Result<Reply> {
    request.is_for(table)?;
    let consistency = request.consistency()?;
    let projection = request.projection()?;
    request.placeholders.finish()?;
    let place = table.key(&request.item("Key")?)?;
    let row = table.get(&place);
    let mut fields = Map::new();
    if let Some(row) = row {
        let item = projection.map_or_else(|| write_item(&row.item), |paths| write_item(&project(&row.item, &paths)));
        fields.insert("Item".to_owned(), item);
    }
    Ok(Reply { fields, capacity: Capacity::table(Units::read(row.map_or(0, |r| r.size), consistency)), page: None })
}

impl Write {
    /// Reads a put.
    pub fn put(table: &Table, request: &Request<'_>) -> Result<Write> {
        let item = request.item("Item")?;
        Write::new(request, table.place(&item)?, Change::Put(item), &["NONE", "ALL_OLD"])
    }

    /// Reads a delete.
    pub fn delete(table: &Table, request: &Request<'_>) -> Result<Write> {
        Write::new(request, table.key(&request.item("Key")?)?, Change::Delete, &["NONE", "ALL_OLD"])
    }

    /// Reads a condition on an item that is not changed.
    pub fn check(table: &Table, request: &Request<'_>) -> Result<Write> {
        request.need("ConditionExpression")?;
        Write::new(request, table.key(&request.item("Key")?)?, Change::Check, &["NONE"])
    }

    /// Reads an update.
    pub fn update(table: &Table, request: &Request<'_>) -> Result<Write> {
        let key = request.item("Key")?;
        let place = table.key(&key)?;
        let update = request.text("UpdateExpression")?.map(|text| Update::read(text, &request.placeholders)).transpose()?;
        if let Some(name) = update.iter().flat_map(Update::attributes).find(|name| table.schema.keys.has(name)) {
            return Err(invalid_value(format!("Cannot update attribute {name}. This attribute is part of the key")));
        }
        Write::new(request, place, Change::Update(update, key), &["NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"])
    }

    fn new(request: &Request<'_>, place: Place, change: Change, returns: &[&str]) -> Result<Write> {
        let condition = request.condition("ConditionExpression")?;
        request.placeholders.finish()?;
        let returns = match request.one_of("ReturnValues", returns)? {
            Some("ALL_OLD") => Returns::AllOld,
            Some("ALL_NEW") => Returns::AllNew,
            Some("UPDATED_OLD") => Returns::UpdatedOld,
            Some("UPDATED_NEW") => Returns::UpdatedNew,
            _ => Returns::Nothing,
        };
        Ok(Write { place, condition, change, returns })
    }

    /// Whether the condition holds of what is there now.
    pub fn is_allowed(&self, table: &Table) -> bool {
        let nothing = Item::new();
        let old = table.get(&self.place).map_or(&nothing, |row| &row.item);
        self.condition.as_ref().is_none_or(|c| holds(c, old))
    }

    /// What will be there: `Err` where the update does not fit the item, `Ok(None)` where nothing is left.
    pub fn outcome(&self, table: &Table) -> Result<Option<Item>> {
        let old = table.get(&self.place);
        let new = match &self.change {
            Change::Put(item) => Some(item.clone()),
            Change::Delete => None,
            Change::Check => old.map(|row| row.item.clone()),
            Change::Update(update, key) => {
                let before = old.map_or(key, |row| &row.item);
                let after = update.as_ref().map_or_else(|| Ok(before.clone()), |u| u.apply(before))?;
                table.place(&after)?;
                Some(after)
            }
        };
        Ok(new)
    }

    fn commit(self, table: &mut Table) -> Result<Reply> {
        if !self.is_allowed(table) {
            return Err(Fault::new(FaultKind::ConditionalCheckFailed, "The conditional request failed"));
        }
        let new = self.outcome(table)?;
        let (old, capacity) = table.replace(&self.place, new);
        let mut fields = Map::new();
        if let Some(attributes) = self.attributes(old.as_ref(), table.get(&self.place)) {
            fields.insert("Attributes".to_owned(), attributes);
        }
        Ok(Reply { fields, capacity, page: None })
    }

    fn attributes(&self, old: Option<&Arc<Row>>, new: Option<&Arc<Row>>) -> Option<Json> {
        let (row, updated) = match self.returns {
            Returns::Nothing => return None,
            Returns::AllOld => (old?, false),
            Returns::AllNew => (new?, false),
            Returns::UpdatedOld => (old?, true),
            Returns::UpdatedNew => (new?, true),
        };
        if !updated {
            return Some(write_item(&row.item));
        }
        let Change::Update(Some(update), _) = &self.change else { return None };
        let names = update.attributes();
        let part: Item = row.item.iter().filter(|(name, _)| names.contains(&name.as_str())).map(|(n, v)| (n.clone(), v.clone())).collect();
        (!part.is_empty()).then(|| write_item(&part))
    }
}

/// Refuses a request that is none of the writes there are.
pub fn no_write() -> Fault {
    invalid("TransactItems can only contain one of Check, Put, Update or Delete")
}
