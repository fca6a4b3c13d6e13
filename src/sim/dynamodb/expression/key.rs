use super::condition::{Comparator, Condition, Function, Node, Operand};
use super::{Placeholders, condition};
use crate::sim::dynamodb::fault::{Fault, Result, invalid, invalid_value};
use crate::sim::dynamodb::schema::{Column, Keys};
use crate::sim::dynamodb::value::{Scalar, Value};

const WHAT: &str = "KeyConditionExpression";

/// Which items of a partition a Query reads.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyCondition {
    /// The partition key.
    pub partition: Scalar,
    /// The range of the sort key.
    pub range: Range,
}

/// A range of sort keys.
#[derive(Clone, Debug, PartialEq)]
pub enum Range {
    /// Everything.
    All,
    /// Compared with one value.
    Compare(Comparator, Scalar),
    /// Between two values, both included.
    Between(Scalar, Scalar),
    /// Everything that begins with it.
    BeginsWith(Scalar),
}

impl KeyCondition {
    /// Reads a key condition for a table or index with these keys.
    pub fn read(text: &str, placeholders: &Placeholders, keys: &Keys) -> Result<KeyCondition> {
        let condition = condition(WHAT, text, placeholders)?;
        let tests: Vec<&Condition> = match &condition.node {
            Node::And(all) => all.iter().collect(),
            _ => vec![&condition],
        };
        let (mut partition, mut range) = (None, None);
        for test in tests {
            let (name, found) = simple(test)?;
            if name == keys.partition.name {
                let Range::Compare(Comparator::Equal, value) = found else { return Err(invalid("Query key condition not supported")) };
                set(&mut partition, typed(value, &keys.partition)?)?;
            } else if let Some(column) = keys.sort.as_ref().filter(|s| s.name == name) {
                set(&mut range, found.typed(column)?)?;
            } else {
                return Err(invalid(format!("Query condition missed key schema element: {}", keys.partition.name)));
            }
        }
        let missed = || invalid(format!("Query condition missed key schema element: {}", keys.partition.name));
        Ok(KeyCondition { partition: partition.ok_or_else(missed)?, range: range.unwrap_or(Range::All) })
    }
}

impl Range {
    /// Whether a sort key is in it.
    pub fn holds(&self, sort: &Scalar) -> bool {
        match self {
            Range::All => true,
            Range::Compare(comparator, value) => comparator.admits(sort.cmp(value)),
            Range::Between(low, high) => low <= sort && sort <= high,
            Range::BeginsWith(start) => match (sort, start) {
                (Scalar::S(text), Scalar::S(start)) => text.starts_with(start.as_str()),
                (Scalar::B(bytes), Scalar::B(start)) => bytes.starts_with(start),
                _ => false,
            },
        }
    }

    fn typed(self, column: &Column) -> Result<Range> {
        Ok(match self {
            Range::All => Range::All,
            Range::Compare(comparator, value) => Range::Compare(comparator, typed(value, column)?),
            Range::Between(low, high) => Range::Between(typed(low, column)?, typed(high, column)?),
            Range::BeginsWith(start) => Range::BeginsWith(typed(start, column)?),
        })
    }
}

fn set<T>(place: &mut Option<T>, value: T) -> Result<()> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(invalid("KeyConditionExpressions must only contain one condition per key")),
    }
}

fn typed(value: Scalar, column: &Column) -> Result<Scalar> {
    if !column.kind.fits(&value) {
        return Err(invalid_value("Condition parameter type does not match schema type"));
    }
    let empty = match &value {
        Scalar::S(text) => text.is_empty(),
        Scalar::B(bytes) => bytes.is_empty(),
        Scalar::N(_) => false,
    };
    if empty {
        return Err(invalid_value(format!("The AttributeValue for a key attribute cannot contain an empty value. Key: {}", column.name)));
    }
    Ok(value)
}

/// The attribute and range of one comparison that a key condition may have.
fn simple(test: &Condition) -> Result<(&str, Range)> {
    let value = |operand: &Operand| match operand {
        Operand::Value(value) => value.scalar().ok_or_else(|| invalid_value("Condition parameter type does not match schema type")),
        _ => Err(invalid(format!("Invalid condition in {WHAT}: a key is compared with a value of the request"))),
    };
    match &test.node {
        Node::Compare(Comparator::NotEqual, ..) => Err(operator("<>")),
        Node::Compare(comparator, left, right) => Ok((name(left)?, Range::Compare(*comparator, value(right)?))),
        Node::Between(left, low, high) => Ok((name(left)?, Range::Between(value(low)?, value(high)?))),
        Node::Call(Function::BeginsWith, left, Some(start)) => Ok((name(left)?, Range::BeginsWith(value(start)?))),
        Node::Call(function, ..) => Err(operator(function.name())),
        Node::And(_) => Err(operator("AND")),
        Node::Or(_) => Err(operator("OR")),
        Node::Not(_) => Err(operator("NOT")),
        Node::In(..) => Err(operator("IN")),
    }
}

fn name(operand: &Operand) -> Result<&str> {
    match operand {
        Operand::Path(path) => path.attribute().ok_or_else(|| invalid(format!("Invalid {WHAT}: key attributes are not nested"))),
        Operand::Size(_) => Err(operator("size")),
        Operand::Value(_) => Err(invalid(format!("Invalid condition in {WHAT}: the key stands on the left side"))),
    }
}

fn operator(name: &str) -> Fault {
    invalid(format!("Invalid operator used in {WHAT}: {name}"))
}

impl From<&Scalar> for Value {
    fn from(scalar: &Scalar) -> Value {
        match scalar {
            Scalar::S(text) => Value::S(text.clone()),
            Scalar::N(number) => Value::N(number.clone()),
            Scalar::B(bytes) => Value::B(bytes.clone()),
        }
    }
}
