use std::borrow::Cow;
use std::ops::Range;

use super::condition::{Comparator, Condition, Function, Node, Operand};
use crate::sim::dynamodb::number::Number;
use crate::sim::dynamodb::value::{Item, Value};

/// Whether a condition holds for an item.
///
/// A missing attribute makes a comparison false, `<>` true. Two types are never equal and have no order.
pub fn holds(condition: &Condition, item: &Item) -> bool {
    match &condition.node {
        Node::And(all) => all.iter().all(|c| holds(c, item)),
        Node::Or(any) => any.iter().any(|c| holds(c, item)),
        Node::Not(inner) => !holds(inner, item),
        Node::Compare(comparator, a, b) => compare(*comparator, a.value(item).as_deref(), b.value(item).as_deref()),
        Node::Between(a, low, high) => {
            let a = a.value(item);
            compare(Comparator::GreaterOrEqual, a.as_deref(), low.value(item).as_deref())
                && compare(Comparator::LessOrEqual, a.as_deref(), high.value(item).as_deref())
        }
        Node::In(a, list) => {
            let a = a.value(item);
            list.iter().any(|b| compare(Comparator::Equal, a.as_deref(), b.value(item).as_deref()))
        }
        Node::Call(function, a, b) => call(*function, a.value(item).as_deref(), b.as_ref().and_then(|b| b.value(item)).as_deref()),
    }
}

/// The clause that makes a condition false for an item: the first of a conjunction, else the whole.
pub fn failing(condition: &Condition, item: &Item) -> Option<Range<usize>> {
    if holds(condition, item) {
        return None;
    }
    match &condition.node {
        Node::And(all) => all.iter().find_map(|c| failing(c, item)),
        _ => Some(condition.span.clone()),
    }
}

impl Operand {
    fn value<'v>(&'v self, item: &'v Item) -> Option<Cow<'v, Value>> {
        match self {
            Operand::Path(path) => path.find(item).map(Cow::Borrowed),
            Operand::Value(value) => Some(Cow::Borrowed(value)),
            Operand::Size(path) => path.find(item)?.count().map(|n| Cow::Owned(Value::N(Number::whole(n)))),
        }
    }
}

fn compare(comparator: Comparator, a: Option<&Value>, b: Option<&Value>) -> bool {
    match (comparator, a, b) {
        (Comparator::Equal, Some(a), Some(b)) => a == b,
        (Comparator::NotEqual, a, b) => a.is_none() || b.is_none() || a != b,
        (other, Some(a), Some(b)) => a.compare(b).is_some_and(|order| other.admits(order)),
        _ => false,
    }
}

fn call(function: Function, a: Option<&Value>, b: Option<&Value>) -> bool {
    match (function, a, b) {
        (Function::Exists, a, _) => a.is_some(),
        (Function::NotExists, a, _) => a.is_none(),
        (Function::Type, Some(a), Some(Value::S(kind))) => a.type_name() == kind,
        (Function::BeginsWith, Some(a), Some(b)) => a.begins_with(b),
        (Function::Contains, Some(a), Some(b)) => a.contains(b),
        _ => false,
    }
}
