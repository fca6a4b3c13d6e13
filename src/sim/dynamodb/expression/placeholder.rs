use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use crate::sim::dynamodb::fault::{Result, invalid, unreadable};
use crate::sim::dynamodb::json;
use crate::sim::dynamodb::value::Value;

/// What `#name` and `:value` stand for in the expressions of a request.
#[derive(Debug, Default)]
pub struct Placeholders {
    names: BTreeMap<String, String>,
    values: BTreeMap<String, Value>,
    used: RefCell<BTreeSet<String>>,
}

impl Placeholders {
    /// Reads `ExpressionAttributeNames` and `ExpressionAttributeValues`.
    pub fn read(request: &Map<String, Json>, expressions: bool) -> Result<Placeholders> {
        let names = table(request, "ExpressionAttributeNames", '#', expressions, |json| {
            json.as_str().map(str::to_owned).ok_or_else(|| unreadable("Unexpected value type in payload: a string is expected"))
        })?;
        let values = table(request, "ExpressionAttributeValues", ':', expressions, json::value)?;
        Ok(Placeholders { names, values, used: RefCell::default() })
    }

    /// What is known without a request.
    pub fn of(names: BTreeMap<String, String>, values: BTreeMap<String, Value>) -> Placeholders {
        Placeholders { names, values, used: RefCell::default() }
    }

    /// The attribute that `#name` stands for.
    pub fn name(&self, what: &str, key: &str) -> Result<String> {
        let found = self.names.get(key).cloned();
        self.used.borrow_mut().insert(key.to_owned());
        found.ok_or_else(|| invalid(format!("Invalid {what}: An expression attribute name used in the document path is not defined; attribute name: {key}")))
    }

    /// The value that `:value` stands for.
    pub fn value(&self, what: &str, key: &str) -> Result<Value> {
        let found = self.values.get(key).cloned();
        self.used.borrow_mut().insert(key.to_owned());
        found.ok_or_else(|| invalid(format!("Invalid {what}: An expression attribute value used in expression is not defined; attribute value: {key}")))
    }

    /// Refuses what no expression used.
    pub fn finish(&self) -> Result<()> {
        let used = self.used.borrow();
        let idle = |keys: Vec<&String>| keys.into_iter().filter(|k| !used.contains(*k)).cloned().collect::<Vec<_>>().join(", ");
        let names = idle(self.names.keys().collect());
        if !names.is_empty() {
            return Err(invalid(format!("Value provided in ExpressionAttributeNames unused in expressions: keys: {{{names}}}")));
        }
        let values = idle(self.values.keys().collect());
        if values.is_empty() { Ok(()) } else { Err(invalid(format!("Value provided in ExpressionAttributeValues unused in expressions: keys: {{{values}}}"))) }
    }
}

fn table<T>(request: &Map<String, Json>, field: &str, sign: char, expressions: bool, read: impl Fn(&Json) -> Result<T>) -> Result<BTreeMap<String, T>> {
    let map = match request.get(field) {
        None | Some(Json::Null) => return Ok(BTreeMap::new()),
        Some(json) => json.as_object().ok_or_else(|| unreadable("Start of structure or map found where not expected"))?,
    };
    if !expressions {
        return Err(invalid(format!("{field} can only be specified when using expressions")));
    }
    if map.is_empty() {
        return Err(invalid(format!("{field} must not be empty")));
    }
    let entry = |(key, json): (&String, &Json)| {
        let rest = key.strip_prefix(sign).unwrap_or_default();
        if rest.is_empty() || !rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            return Err(invalid(format!("{field} contains invalid key: Syntax error; key: \"{key}\"")));
        }
        Ok((key.clone(), read(json)?))
    };
    map.iter().map(entry).collect()
}
