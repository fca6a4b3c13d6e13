use std::cmp::Ordering;
use std::ops::Range;

use super::Path;
use crate::sim::dynamodb::value::Value;

/// A condition and the bytes of the expression that say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Where it stands.
    pub span: Range<usize>,
    /// What it says.
    pub node: Node,
}

/// What a condition says.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// All of these.
    And(Vec<Condition>),
    /// One of these.
    Or(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
    /// Two operands compared.
    Compare(Comparator, Operand, Operand),
    /// An operand between two others, both included.
    Between(Operand, Operand, Operand),
    /// An operand equal to one of a list.
    In(Operand, Vec<Operand>),
    /// A function that is true or false.
    Call(Function, Operand, Option<Operand>),
}

/// `=` and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// A function in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// `attribute_exists`
    Exists,
    /// `attribute_not_exists`
    NotExists,
    /// `attribute_type`
    Type,
    /// `begins_with`
    BeginsWith,
    /// `contains`
    Contains,
}

/// What stands on a side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// An attribute.
    Path(Path),
    /// A value of the request.
    Value(Value),
    /// `size(attribute)`.
    Size(Path),
}

impl Comparator {
    /// The comparator that a sign stands for.
    pub fn of(sign: &str) -> Option<Comparator> {
        Some(match sign {
            "=" => Comparator::Equal,
            "<>" => Comparator::NotEqual,
            "<" => Comparator::Less,
            "<=" => Comparator::LessOrEqual,
            ">" => Comparator::Greater,
            ">=" => Comparator::GreaterOrEqual,
            _ => return None,
        })
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Comparator::Equal => "=",
            Comparator::NotEqual => "<>",
            Comparator::Less => "<",
            Comparator::LessOrEqual => "<=",
            Comparator::Greater => ">",
            Comparator::GreaterOrEqual => ">=",
        }
    }

    /// Whether it holds for an order of two operands; for operands without order none does.
    pub fn admits(self, order: Ordering) -> bool {
        match self {
            Comparator::Equal => order.is_eq(),
            Comparator::NotEqual => order.is_ne(),
            Comparator::Less => order.is_lt(),
            Comparator::LessOrEqual => order.is_le(),
            Comparator::Greater => order.is_gt(),
            Comparator::GreaterOrEqual => order.is_ge(),
        }
    }
}

impl Function {
    /// The function of that name; names are written small.
    pub fn of(name: &str) -> Option<Function> {
        Some(match name {
            "attribute_exists" => Function::Exists,
            "attribute_not_exists" => Function::NotExists,
            "attribute_type" => Function::Type,
            "begins_with" => Function::BeginsWith,
            "contains" => Function::Contains,
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Function::Exists => "attribute_exists",
            Function::NotExists => "attribute_not_exists",
            Function::Type => "attribute_type",
            Function::BeginsWith => "begins_with",
            Function::Contains => "contains",
        }
    }
}

impl Condition {
    /// The attributes of the item that it looks at, by their first name.
    pub fn attributes<'c>(&'c self, found: &mut Vec<&'c str>) {
        let mut operands: Vec<&Operand> = Vec::new();
        match &self.node {
            Node::And(all) | Node::Or(all) => all.iter().for_each(|c| c.attributes(found)),
            Node::Not(inner) => inner.attributes(found),
            Node::Compare(_, a, b) => operands.extend([a, b]),
            Node::Between(a, low, high) => operands.extend([a, low, high]),
            Node::In(a, list) => operands.extend(std::iter::once(a).chain(list)),
            Node::Call(_, a, b) => operands.extend(std::iter::once(a).chain(b)),
        }
        found.extend(operands.into_iter().filter_map(Operand::attribute));
    }
}

impl Operand {
    /// The attribute that it begins at.
    pub fn attribute(&self) -> Option<&str> {
        match self {
            Operand::Path(path) | Operand::Size(path) => Some(path.first()),
            Operand::Value(_) => None,
        }
    }
}
