//! Items as they stand in a scenario: plain values, or typed ones as in JSON.

use serde_json::{Map, Value as Json};
use toml::de::{DeTable, DeValue};

use crate::sim::dynamodb::fault::{Result, invalid};
use crate::sim::dynamodb::json;
use crate::sim::dynamodb::number::Number;
use crate::sim::dynamodb::value::{Item, Value};

/// An item: plain values, or typed ones as in JSON.
pub fn item(table: &DeTable<'_>) -> Result<Item> {
    table.iter().map(|(name, v)| Ok((name.get_ref().to_string(), value(v.get_ref(), 0)?))).collect()
}

fn value(toml: &DeValue<'_>, depth: usize) -> Result<Value> {
    if depth > 32 {
        return Err(invalid("Attributes are nested deeper than 32 levels"));
    }
    Ok(match toml {
        DeValue::String(text) => Value::S(text.to_string()),
        DeValue::Boolean(is) => Value::Bool(*is),
        DeValue::Datetime(when) => Value::S(when.to_string()),
        DeValue::Integer(integer) => Value::N(whole(integer)?),
        DeValue::Float(float) => Value::N(Number::parse(float.as_str())?),
        DeValue::Array(items) => Value::L(items.iter().map(|v| value(v.get_ref(), depth + 1)).collect::<Result<_>>()?),
        DeValue::Table(table) => match typed(table) {
            Some(json) => json::value(&json)?,
            None => Value::M(table.iter().map(|(name, v)| Ok((name.get_ref().to_string(), value(v.get_ref(), depth + 1)?))).collect::<Result<_>>()?),
        },
    })
}

/// A whole number, whatever its base; one in base 10 may be longer than any integer of a machine.
fn whole(integer: &toml::de::DeInteger<'_>) -> Result<Number> {
    match integer.radix() {
        10 => Number::parse(integer.as_str()),
        radix => Number::parse(&i128::from_str_radix(integer.as_str(), radix).map_or_else(|_| integer.to_string(), |n| n.to_string())),
    }
}

/// A table that is a typed value: `{ S = "text" }`, `{ SS = ["a", "b"] }`.
fn typed(table: &DeTable<'_>) -> Option<Json> {
    let mut all = table.iter();
    let (Some((kind, inner)), None) = (all.next(), all.next()) else { return None };
    let kind = kind.get_ref().as_ref();
    let fits = matches!(
        (kind, inner.get_ref()),
        ("S" | "N" | "B", DeValue::String(_))
            | ("BOOL" | "NULL", DeValue::Boolean(_))
            | ("L" | "SS" | "NS" | "BS", DeValue::Array(_))
            | ("M", DeValue::Table(_))
    );
    fits.then(|| Json::Object(Map::from_iter([(kind.to_owned(), as_json(inner.get_ref(), 0))])))
}

fn as_json(toml: &DeValue<'_>, depth: usize) -> Json {
    match toml {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Boolean(is) => (*is).into(),
        DeValue::Array(items) if depth < 99 => items.iter().map(|v| as_json(v.get_ref(), depth + 1)).collect(),
        DeValue::Table(table) if depth < 99 => Json::Object(table.iter().map(|(k, v)| (k.get_ref().to_string(), as_json(v.get_ref(), depth + 1))).collect()),
        _ => Json::Null,
    }
}
