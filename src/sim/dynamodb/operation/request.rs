use serde_json::{Map, Value as Json};

use crate::sim::dynamodb::capacity::Consistency;
use crate::sim::dynamodb::expression::{self, Condition, Path, Placeholders};
use crate::sim::dynamodb::fault::{Fault, FaultKind, Result, invalid, unreadable};
use crate::sim::dynamodb::json;
use crate::sim::dynamodb::table::Table;
use crate::sim::dynamodb::value::Item;

/// Parameters from before there were expressions, which are not simulated.
const LEGACY: &[&str] = &["AttributesToGet", "AttributeUpdates", "ConditionalOperator", "Expected", "KeyConditions", "QueryFilter", "ScanFilter"];
const EXPRESSIONS: &[&str] = &["ConditionExpression", "FilterExpression", "KeyConditionExpression", "ProjectionExpression", "UpdateExpression"];

/// The parameters of a request.
pub struct Request<'r> {
    fields: &'r Map<String, Json>,
    /// What its placeholders stand for.
    pub placeholders: Placeholders,
}

impl<'r> Request<'r> {
    /// Reads what every request has.
    pub fn new(json: &'r Json) -> Result<Request<'r>> {
        let fields = json.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?;
        if let Some(legacy) = LEGACY.iter().find(|name| fields.contains_key(**name)) {
            return Err(invalid(format!("{legacy} is a legacy parameter, which this simulator does not know: use an expression")));
        }
        let request = Request { fields, placeholders: Placeholders::read(fields, EXPRESSIONS.iter().any(|name| fields.contains_key(*name)))? };
        request.one_of("ReturnConsumedCapacity", &["INDEXES", "TOTAL", "NONE"])?;
        Ok(request)
    }

    /// A parameter, unless it is null.
    pub fn get(&self, name: &str) -> Option<&'r Json> {
        self.fields.get(name).filter(|v| !v.is_null())
    }

    /// A parameter that must be there.
    pub fn need(&self, name: &str) -> Result<&'r Json> {
        self.get(name)
            .ok_or_else(|| invalid(format!("1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null")))
    }

    /// A text.
    pub fn text(&self, name: &str) -> Result<Option<&'r str>> {
        self.get(name).map(|v| v.as_str().ok_or_else(|| unreadable("Unexpected value type in payload: a string is expected"))).transpose()
    }

    /// True or false; false if it is not there.
    pub fn flag(&self, name: &str, otherwise: bool) -> Result<bool> {
        self.get(name).map_or(Ok(otherwise), |v| v.as_bool().ok_or_else(|| unreadable("Unexpected token received from parser")))
    }

    /// A whole number of at least `least`.
    pub fn count(&self, name: &str, least: u64) -> Result<Option<u64>> {
        let Some(json) = self.get(name) else { return Ok(None) };
        if !json.is_number() {
            return Err(unreadable("Unexpected value type in payload: a number is expected"));
        }
        let wrong = || {
            invalid(format!(
                "1 validation error detected: Value '{json}' at '{name}' failed to satisfy constraint: Member must have value greater than or equal to {least}"
            ))
        };
        json.as_u64().filter(|n| *n >= least).map(Some).ok_or_else(wrong)
    }

    /// A word out of a list.
    pub fn one_of(&self, name: &str, words: &[&str]) -> Result<Option<&'r str>> {
        match self.text(name)? {
            Some(word) if !words.contains(&word) => {
                let list = words.join(", ");
                Err(invalid(format!(
                    "1 validation error detected: Value '{word}' at '{name}' failed to satisfy constraint: Member must satisfy enum value set: [{list}]"
                )))
            }
            word => Ok(word),
        }
    }

    /// Attributes.
    pub fn item(&self, name: &str) -> Result<Item> {
        json::item(self.need(name)?)
    }

    /// Fails unless it is for this table.
    pub fn is_for(&self, table: &Table) -> Result<()> {
        self.need("TableName")?;
        is_named(table, self.text("TableName")?.unwrap_or_default())
    }

    /// A condition in a parameter.
    pub fn condition(&self, name: &'static str) -> Result<Option<Condition>> {
        self.text(name)?.map(|text| expression::condition(name, text, &self.placeholders)).transpose()
    }

    /// The projection.
    pub fn projection(&self) -> Result<Option<Vec<Path>>> {
        self.text("ProjectionExpression")?.map(|text| expression::projection(text, &self.placeholders)).transpose()
    }

    /// How it wants to read.
    pub fn consistency(&self) -> Result<Consistency> {
        Ok(if self.flag("ConsistentRead", false)? { Consistency::Strong } else { Consistency::Eventual })
    }
}

/// Fails unless the table has that name.
pub fn is_named(table: &Table, name: &str) -> Result<()> {
    if name == table.schema.name {
        return Ok(());
    }
    Err(Fault::new(FaultKind::ResourceNotFound, "Requested resource not found"))
}
