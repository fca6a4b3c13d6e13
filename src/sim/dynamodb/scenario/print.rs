//! A condition as an expression of the API, with what its placeholders stand for.

use serde_json::{Map, Value as Json, json};

use crate::sim::dynamodb::expression::{Condition, Function, Node, Operand, Path, Range};
use crate::sim::dynamodb::json::write;
use crate::sim::dynamodb::reserved::is_reserved;
use crate::sim::dynamodb::schema::Keys;
use crate::sim::dynamodb::value::{Scalar, Value};

/// Collects names and values while expressions are written.
#[derive(Default)]
pub struct Printer {
    names: Map<String, Json>,
    values: Map<String, Json>,
}

impl Printer {
    /// A condition.
    pub fn condition(&mut self, condition: &Condition) -> String {
        match &condition.node {
            Node::And(all) => self.joined(all, " AND "),
            Node::Or(any) => format!("({})", self.joined(any, " OR ")),
            Node::Not(inner) => match inner.node {
                Node::Or(_) => format!("NOT {}", self.condition(inner)),
                _ => format!("NOT ({})", self.condition(inner)),
            },
            Node::Compare(comparator, a, b) => format!("{} {} {}", self.operand(a), comparator.sign(), self.operand(b)),
            Node::Between(a, low, high) => format!("{} BETWEEN {} AND {}", self.operand(a), self.operand(low), self.operand(high)),
            Node::In(a, list) => {
                let a = self.operand(a);
                let list: Vec<String> = list.iter().map(|o| self.operand(o)).collect();
                format!("{a} IN ({})", list.join(", "))
            }
            Node::Call(function, a, None) => format!("{}({})", function.name(), self.operand(a)),
            Node::Call(function, a, Some(b)) => format!("{}({}, {})", function.name(), self.operand(a), self.operand(b)),
        }
    }

    fn joined(&mut self, all: &[Condition], with: &str) -> String {
        all.iter().map(|c| self.condition(c)).collect::<Vec<_>>().join(with)
    }

    fn operand(&mut self, operand: &Operand) -> String {
        match operand {
            Operand::Path(path) => self.path(path),
            Operand::Size(path) => format!("size({})", self.path(path)),
            Operand::Value(value) => self.value(value),
        }
    }

    fn path(&mut self, path: &Path) -> String {
        path.written(|name| self.name(name))
    }

    /// An attribute: `#name` where the bare word may not stand.
    pub fn name(&mut self, name: &str) -> String {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if plain(name) && !name.starts_with(|c: char| c.is_ascii_digit()) && !is_reserved(name) {
            return name.to_owned();
        }
        if let Some((known, _)) = self.names.iter().find(|(_, stands_for)| *stands_for == name) {
            return known.clone();
        }
        let key = if plain(name) { format!("#{name}") } else { format!("#n{}", self.names.len() + 1) };
        self.names.insert(key.clone(), name.into());
        key
    }

    fn value(&mut self, value: &Value) -> String {
        let key = format!(":v{}", self.values.len() + 1);
        self.values.insert(key.clone(), write(value));
        key
    }

    /// The condition on the keys of what is queried.
    pub fn keys(&mut self, keys: &Keys, partition: &Scalar, range: &Range) -> String {
        let partition = format!("{} = {}", self.name(&keys.partition.name), self.value(&Value::from(partition)));
        let Some(column) = &keys.sort else { return partition };
        let sort = match range {
            Range::All => return partition,
            Range::Compare(comparator, value) => format!("{} {} {}", self.name(&column.name), comparator.sign(), self.value(&Value::from(value))),
            Range::Between(low, high) => {
                format!("{} BETWEEN {} AND {}", self.name(&column.name), self.value(&Value::from(low)), self.value(&Value::from(high)))
            }
            Range::BeginsWith(start) => {
                format!("{}({}, {})", Function::BeginsWith.name(), self.name(&column.name), self.value(&Value::from(start)))
            }
        };
        format!("{partition} AND {sort}")
    }

    /// The placeholders, as fields of a request.
    pub fn fields(self) -> Vec<(&'static str, Json)> {
        let names = (!self.names.is_empty()).then(|| ("ExpressionAttributeNames", json!(self.names)));
        let values = (!self.values.is_empty()).then(|| ("ExpressionAttributeValues", json!(self.values)));
        names.into_iter().chain(values).collect()
    }
}
