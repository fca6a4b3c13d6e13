//! Attribute values as they stand in JSON: `{"S": "text"}`.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::fault::{Result, invalid, invalid_value, unreadable};
use super::number::Number;
use super::value::{Item, Value};

/// How deep lists and maps may stand in each other.
const DEEPEST: usize = 32;

/// Reads the attributes of an item.
pub fn item(json: &Json) -> Result<Item> {
    fields(json.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?, 0)
}

/// Reads one typed value.
pub fn value(json: &Json) -> Result<Value> {
    nested(json, 0)
}

fn fields(map: &Map<String, Json>, depth: usize) -> Result<Item> {
    map.iter().map(|(name, json)| Ok((name.clone(), nested(json, depth)?))).collect()
}

fn nested(json: &Json, depth: usize) -> Result<Value> {
    let object = json.as_object().ok_or_else(|| unreadable("Unexpected value type in payload"))?;
    let mut types = object.iter();
    let Some((kind, inner)) = types.next() else {
        return Err(invalid("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"));
    };
    if types.next().is_some() {
        return Err(invalid("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"));
    }
    if depth > DEEPEST {
        return Err(invalid("Nesting Levels have exceeded supported limits: Attributes are nested deeper than 32 levels"));
    }
    match kind.as_str() {
        "S" => Ok(Value::S(text(inner)?.to_owned())),
        "N" => Ok(Value::N(Number::parse(text(inner)?)?)),
        "B" => Ok(Value::B(binary(text(inner)?)?)),
        "BOOL" => inner.as_bool().map(Value::Bool).ok_or_else(|| unreadable("Unexpected token received from parser")),
        "NULL" => match inner.as_bool() {
            Some(true) => Ok(Value::Null),
            Some(false) => Err(invalid_value("Null attribute value types must have the value of true")),
            None => Err(unreadable("Unexpected token received from parser")),
        },
        "L" => list(inner)?.iter().map(|v| nested(v, depth + 1)).collect::<Result<_>>().map(Value::L),
        "M" => Ok(Value::M(fields(inner.as_object().ok_or_else(|| unreadable("Unexpected value type in payload"))?, depth + 1)?)),
        "SS" => set(inner, |t| Ok(t.to_owned())).map(Value::Ss),
        "NS" => set(inner, Number::parse).map(Value::Ns),
        "BS" => set(inner, binary).map(Value::Bs),
        _ => Err(invalid("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")),
    }
}

fn text(json: &Json) -> Result<&str> {
    json.as_str().ok_or_else(|| unreadable("Unexpected value type in payload: a string is expected"))
}

fn list(json: &Json) -> Result<&Vec<Json>> {
    json.as_array().ok_or_else(|| unreadable("Unexpected value type in payload: a list is expected"))
}

fn set<T: Ord>(json: &Json, read: impl Fn(&str) -> Result<T>) -> Result<BTreeSet<T>> {
    let members = list(json)?;
    if members.is_empty() {
        return Err(invalid_value("An number, string or binary set may not be empty"));
    }
    let all = members.iter().map(|m| read(text(m)?)).collect::<Result<BTreeSet<T>>>()?;
    if all.len() < members.len() { Err(invalid_value("Input collection contains duplicates.")) } else { Ok(all) }
}

/// Reads base64 with its padding.
fn binary(text: &str) -> Result<Vec<u8>> {
    let wrong = || unreadable("Base64 encoded length is expected a multiple of 4 bytes, with the letters of base64");
    if !text.len().is_multiple_of(4) {
        return Err(wrong());
    }
    let body = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    let mut bytes = Vec::with_capacity(body.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in body.bytes() {
        let six = LETTERS.iter().position(|l| *l == letter).ok_or_else(wrong)?;
        bits = bits << 6 | u32::try_from(six).unwrap_or(0);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).unwrap_or(0));
        }
    }
    Ok(bytes)
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, i| bits << 8 | usize::from(chunk.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            out.push(if i <= chunk.len() { char::from(LETTERS[bits >> (18 - 6 * i) & 63]) } else { '=' });
        }
    }
    out
}

/// An item as JSON.
pub fn write_item(item: &Item) -> Json {
    Json::Object(item.iter().map(|(name, value)| (name.clone(), write(value))).collect())
}

/// A value as JSON; members of a set are in order.
pub fn write(value: &Value) -> Json {
    let kind = value.type_name();
    let inner = match value {
        Value::S(text) => text.as_str().into(),
        Value::N(number) => number.to_string().into(),
        Value::B(bytes) => base64(bytes).into(),
        Value::Bool(is) => (*is).into(),
        Value::Null => true.into(),
        Value::L(items) => items.iter().map(write).collect(),
        Value::M(fields) => write_item(fields),
        Value::Ss(set) => set.iter().map(String::as_str).collect(),
        Value::Ns(set) => set.iter().map(Number::to_string).collect(),
        Value::Bs(set) => set.iter().map(|b| base64(b)).collect(),
    };
    json!({ kind: inner })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn typed_values_are_read_and_written() {
        for json in [
            json!({"S": "주문"}),
            json!({"N": "-1.5"}),
            json!({"B": "AQI="}),
            json!({"NS": ["-19", "-14", "10"]}),
            json!({"M": {"a": {"L": [{"NULL": true}]}}}),
        ] {
            assert_eq!(write(&value(&json).unwrap()), json);
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for json in [
            json!({}),
            json!(1),
            json!({"S": 1}),
            json!({"S": "a", "N": "1"}),
            json!({"SS": []}),
            json!({"NS": ["1", "1.0"]}),
            json!({"B": "A"}),
            json!({"Q": 1}),
        ] {
            assert!(value(&json).is_err(), "{json}");
        }
    }

    #[test]
    fn nesting_ends_at_32() {
        let deep = |levels| (0..levels).fold(json!({"NULL": true}), |inner, _| json!({"L": [inner]}));
        assert!(value(&deep(32)).is_ok());
        assert!(value(&deep(33)).is_err());
    }

    proptest! {
        #[test]
        fn bytes_survive(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(binary(&base64(&bytes)).unwrap(), bytes);
        }
    }
}
