use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::number::Number;

/// An item, or the fields of a map: attributes by their names.
pub type Item = BTreeMap<String, Value>;

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    S(String),
    /// A number.
    N(Number),
    /// Bytes.
    B(Vec<u8>),
    /// True or false.
    Bool(bool),
    /// Nothing, on purpose.
    Null,
    /// Values in order.
    L(Vec<Value>),
    /// Values by name.
    M(Item),
    /// A set of texts.
    Ss(BTreeSet<String>),
    /// A set of numbers.
    Ns(BTreeSet<Number>),
    /// A set of bytes.
    Bs(BTreeSet<Vec<u8>>),
}

/// A value that a key may have; each sorts as DynamoDB sorts it: text by UTF-8 bytes, numbers by value, bytes unsigned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// Text.
    S(String),
    /// A number.
    N(Number),
    /// Bytes.
    B(Vec<u8>),
}

impl Value {
    /// The type's name on the wire.
    pub fn type_name(&self) -> &'static str {
        match self {
            Value::S(_) => "S",
            Value::N(_) => "N",
            Value::B(_) => "B",
            Value::Bool(_) => "BOOL",
            Value::Null => "NULL",
            Value::L(_) => "L",
            Value::M(_) => "M",
            Value::Ss(_) => "SS",
            Value::Ns(_) => "NS",
            Value::Bs(_) => "BS",
        }
    }

    /// The bytes that it takes up, without its name.
    pub fn size(&self) -> u64 {
        match self {
            Value::S(text) => text.len() as u64,
            Value::N(number) => number.size(),
            Value::B(bytes) => bytes.len() as u64,
            Value::Bool(_) | Value::Null => 1,
            Value::L(items) => 3 + items.iter().map(|v| 1 + v.size()).sum::<u64>(),
            Value::M(fields) => 3 + fields.len() as u64 + item_size(fields),
            Value::Ss(texts) => texts.iter().map(|t| t.len() as u64).sum(),
            Value::Ns(numbers) => numbers.iter().map(Number::size).sum(),
            Value::Bs(all) => all.iter().map(|b| b.len() as u64).sum(),
        }
    }

    /// How it compares with another of its type; `None` for two types, or a type that has no order.
    pub fn compare(&self, other: &Value) -> Option<Ordering> {
        match (self, other) {
            (Value::S(a), Value::S(b)) => Some(a.as_bytes().cmp(b.as_bytes())),
            (Value::N(a), Value::N(b)) => Some(a.cmp(b)),
            (Value::B(a), Value::B(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }

    /// What `size()` gives: letters of a text (not bytes), bytes of a binary, members of anything that has members.
    pub fn count(&self) -> Option<u64> {
        match self {
            Value::S(text) => Some(text.chars().count() as u64),
            Value::B(bytes) => Some(bytes.len() as u64),
            Value::L(items) => Some(items.len() as u64),
            Value::M(fields) => Some(fields.len() as u64),
            Value::Ss(set) => Some(set.len() as u64),
            Value::Ns(set) => Some(set.len() as u64),
            Value::Bs(set) => Some(set.len() as u64),
            Value::N(_) | Value::Bool(_) | Value::Null => None,
        }
    }

    /// Whether it holds `part`: part of a text or binary, a member of a set, an element of a list.
    pub fn contains(&self, part: &Value) -> bool {
        match (self, part) {
            (Value::S(text), Value::S(part)) => text.contains(part.as_str()),
            (Value::B(bytes), Value::B(part)) => part.is_empty() || bytes.windows(part.len()).any(|w| w == part.as_slice()),
            (Value::Ss(set), Value::S(member)) => set.contains(member),
            (Value::Ns(set), Value::N(member)) => set.contains(member),
            (Value::Bs(set), Value::B(member)) => set.contains(member),
            (Value::L(items), part) => items.contains(part),
            _ => false,
        }
    }

    /// Whether it is a text or binary that begins with another.
    pub fn begins_with(&self, start: &Value) -> bool {
        match (self, start) {
            (Value::S(text), Value::S(start)) => text.starts_with(start.as_str()),
            (Value::B(bytes), Value::B(start)) => bytes.starts_with(start),
            _ => false,
        }
    }

    /// It as a key, if it is of a type that a key may have.
    pub fn scalar(&self) -> Option<Scalar> {
        match self {
            Value::S(text) => Some(Scalar::S(text.clone())),
            Value::N(number) => Some(Scalar::N(number.clone())),
            Value::B(bytes) => Some(Scalar::B(bytes.clone())),
            _ => None,
        }
    }
}

impl Scalar {
    /// The bytes that stand for it.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Scalar::S(text) => text.clone().into_bytes(),
            Scalar::N(number) => number.to_string().into_bytes(),
            Scalar::B(bytes) => bytes.clone(),
        }
    }
}

/// The bytes of an item: UTF-8 bytes of every name and every value.
pub fn item_size(item: &Item) -> u64 {
    item.iter().map(|(name, value)| name.len() as u64 + value.size()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::S(text.to_owned())
    }

    #[test]
    fn sizes_are_those_of_bytes() {
        assert_eq!(text("주문").size(), 6);
        assert_eq!(Value::L(vec![]).size(), 3);
        assert_eq!(Value::L(vec![text("ab"), Value::Null]).size(), 3 + 3 + 2);
        assert_eq!(Value::M(Item::from([("k".to_owned(), text("ab"))])).size(), 3 + 1 + 1 + 2);
        assert_eq!(item_size(&Item::from([("이름".to_owned(), Value::Bool(true))])), 7);
    }

    #[test]
    fn types_do_not_mix() {
        assert_eq!(text("1").compare(&Value::N(Number::whole(1))), None);
        assert_eq!(text("10").compare(&text("9")), Some(Ordering::Less));
        assert_eq!(Value::N(Number::whole(10)).compare(&Value::N(Number::whole(9))), Some(Ordering::Greater));
        assert_eq!(Value::Null.compare(&Value::Null), None);
    }
}
