use std::ops::Range;

use serde_json::{Map, Value as Json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::say::refuse;
use crate::sim::dynamodb::fault::{Result, invalid};
use crate::sim::dynamodb::json;
use crate::sim::dynamodb::number::Number;
use crate::sim::dynamodb::value::{Item, Value};
use crate::sim::{Change, Refusal};
use crate::text::{Message, nearest};

/// A table of a scenario whose keys are asked for one after another.
pub struct Fields<'a, 't> {
    table: &'a DeTable<'t>,
    /// Where it stands.
    pub at: Range<usize>,
    asked: Vec<&'static str>,
    refusals: &'a mut Vec<Refusal>,
}

impl<'a, 't> Fields<'a, 't> {
    /// The keys of a table.
    pub fn new(table: &'a DeTable<'t>, at: Range<usize>, refusals: &'a mut Vec<Refusal>) -> Fields<'a, 't> {
        Fields { table, at, asked: Vec::new(), refusals }
    }

    /// Reports something.
    pub fn refuse(&mut self, code: &'static str, at: Range<usize>, message: Message) {
        self.refusals.push(refuse(code, at, message));
    }

    /// Reports something, with how to mend it.
    pub fn refuse_with_hint(&mut self, code: &'static str, at: Range<usize>, message: Message, hint: Message) {
        self.refusals.push(Refusal { hint: Some(hint), ..refuse(code, at, message) });
    }

    /// The value of a key.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A text and where it stands.
    pub fn text(&mut self, key: &'static str) -> Option<(&'a str, Range<usize>)> {
        let value = self.value(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some((text, value.span())),
            None => {
                self.refuse("E_TYPE", value.span(), Message::new("dynamodb-e-text").with("key", key));
                None
            }
        }
    }

    /// A text that must be there.
    pub fn needed(&mut self, key: &'static str) -> Option<(&'a str, Range<usize>)> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.refuse("E_MISSING", self.at.clone(), Message::new("dynamodb-e-missing").with("key", key));
            return None;
        }
        self.text(key)
    }

    /// A number from 0.
    pub fn number(&mut self, key: &'static str) -> Option<u64> {
        let value = self.value(key)?;
        let number = integer(value.get_ref()).and_then(|n| n.parse::<u64>().ok()).filter(|n| *n <= 1_000_000_000);
        if number.is_none() {
            self.refuse("E_TYPE", value.span(), Message::new("dynamodb-e-number").with("key", key));
        }
        number
    }

    /// True or false.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        if value.get_ref().as_bool().is_none() {
            self.refuse("E_TYPE", value.span(), Message::new("dynamodb-e-flag").with("key", key));
        }
        value.get_ref().as_bool()
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let value = self.value(key)?;
        let all = value.get_ref().as_array().and_then(|items| items.iter().map(|i| i.get_ref().as_str().map(str::to_owned)).collect());
        if all.is_none() {
            self.refuse("E_TYPE", value.span(), Message::new("dynamodb-e-texts").with("key", key));
        }
        all
    }

    /// Reports keys that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.table.iter().filter(|(key, _)| !self.asked.contains(&key.get_ref().as_ref())) {
            self.refusals.push(unknown(key.get_ref(), key.span(), &self.asked));
        }
    }
}

/// A word that is not known here, and the nearest that is.
pub fn unknown(word: &str, at: Range<usize>, known: &[&str]) -> Refusal {
    let refusal = refuse("E_UNKNOWN", at.clone(), Message::new("dynamodb-e-unknown").with("word", word.to_owned()));
    match nearest(word, known.iter().copied()).first() {
        Some(near) => Refusal {
            hint: Some(Message::new("dynamodb-h-near").with("word", (*near).to_owned())),
            mend: Some(Change { range: at, text: (*near).to_owned() }),
            ..refusal
        },
        None => Refusal { hint: Some(Message::new("dynamodb-h-known").with("words", known.join(" "))), ..refusal },
    }
}

/// The digits of a whole number, whatever its base.
fn integer(value: &DeValue<'_>) -> Option<String> {
    let integer = value.as_integer()?;
    i128::from_str_radix(integer.as_str(), integer.radix()).ok().map(|n| n.to_string())
}

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
        DeValue::Integer(_) => Value::N(Number::parse(&integer(toml).unwrap_or_default())?),
        DeValue::Float(float) => Value::N(Number::parse(float.as_str())?),
        DeValue::Array(items) => Value::L(items.iter().map(|v| value(v.get_ref(), depth + 1)).collect::<Result<_>>()?),
        DeValue::Table(table) => match typed(table) {
            Some(json) => json::value(&json)?,
            None => Value::M(table.iter().map(|(name, v)| Ok((name.get_ref().to_string(), value(v.get_ref(), depth + 1)?))).collect::<Result<_>>()?),
        },
    })
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
