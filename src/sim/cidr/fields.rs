//! The fields of a request, each read as what it must be.

use serde_json::{Map, Value};

use super::net::{Addr, Family, Net};
use super::read::{self, Piece, Read, refuse};
use crate::sim::Refusal;
use crate::text::Message;

/// A request's fields.
pub struct Fields<'v>(&'v Map<String, Value>);

/// A place in a network, counted from 0, or from the end beginning with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Index {
    /// Whether it is counted from the end.
    pub from_end: bool,
    /// How far.
    pub by: u128,
}

impl<'v> Fields<'v> {
    /// The fields of an object.
    pub fn new(request: &'v Value) -> Read<Fields<'v>> {
        request.as_object().map(Fields).ok_or_else(|| refuse("E_REQUEST", 0..0, Message::new("cidr-e-request")))
    }

    /// A text.
    pub fn text(&self, name: &'static str) -> Read<Piece<'v>> {
        self.get(name)?.as_str().map(Piece::whole).ok_or_else(|| wrong(name, "cidr-w-text"))
    }

    /// An address.
    pub fn addr(&self, name: &'static str) -> Read<Addr> {
        read::addr(self.text(name)?)
    }

    /// A network, or an address as one.
    pub fn net(&self, name: &'static str) -> Read<Net> {
        Ok(read::target(self.text(name)?)?.net)
    }

    /// A network of that family.
    pub fn net_of(&self, name: &'static str, family: Family) -> Read<Net> {
        let net = self.net(name)?;
        if net.family() == family { Ok(net) } else { Err(self.wrong_family(name, family)) }
    }

    /// A list of networks.
    pub fn nets(&self, name: &'static str) -> Read<Vec<Net>> {
        let items = self.get(name)?.as_array().ok_or_else(|| wrong(name, "cidr-w-list"))?;
        items.iter().map(|item| Ok(read::target(Piece::whole(item.as_str().ok_or_else(|| wrong(name, "cidr-w-text"))?))?.net)).collect()
    }

    /// A number from 0.
    pub fn number(&self, name: &'static str) -> Read<u128> {
        number(self.get(name)?).ok_or_else(|| wrong(name, "cidr-w-number"))
    }

    /// A list of numbers.
    pub fn numbers(&self, name: &'static str) -> Read<Vec<u128>> {
        let items = self.get(name)?.as_array().ok_or_else(|| wrong(name, "cidr-w-list"))?;
        items.iter().map(|item| number(item).ok_or_else(|| wrong(name, "cidr-w-number"))).collect()
    }

    /// Whether the field is there.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// A number that may be negative.
    pub fn index(&self, name: &'static str) -> Read<Index> {
        let value = self.get(name)?;
        let text = match value {
            Value::Number(n) => n.to_string(),
            Value::String(text) => text.clone(),
            _ => return Err(wrong(name, "cidr-w-integer")),
        };
        index(&text).ok_or_else(|| wrong(name, "cidr-w-integer"))
    }

    /// A prefix length that the family has.
    pub fn prefix(&self, name: &'static str, family: Family) -> Read<u8> {
        let prefix = self.get(name).map(number)?.and_then(|n| u8::try_from(n).ok());
        prefix.filter(|p| *p <= family.width()).ok_or_else(|| self.out_of_range(name))
    }

    /// A refusal: the field is beyond what is possible.
    #[must_use]
    pub fn out_of_range(&self, name: &'static str) -> Box<Refusal> {
        refuse("E_RANGE", 0..0, Message::new("cidr-e-range").with("field", name))
    }

    /// A refusal: the field is of the other family.
    #[must_use]
    pub fn wrong_family(&self, name: &'static str, wanted: Family) -> Box<Refusal> {
        refuse("E_FAMILY", 0..0, Message::new("cidr-e-family").with("field", name).with("family", wanted.number()))
    }

    fn get(&self, name: &'static str) -> Read<&'v Value> {
        self.0.get(name).ok_or_else(|| refuse("E_FIELD", 0..0, Message::new("cidr-e-field-missing").with("field", name)))
    }
}

/// `-3` is the third from the end.
#[must_use]
pub fn index(text: &str) -> Option<Index> {
    let (from_end, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let by = decimal(digits)?;
    Some(Index { from_end: from_end && by > 0, by })
}

fn number(value: &Value) -> Option<u128> {
    match value {
        Value::Number(n) => n.as_u64().map(u128::from),
        Value::String(text) => decimal(text),
        _ => None,
    }
}

fn decimal(digits: &str) -> Option<u128> {
    if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn wrong(name: &'static str, wanted: &'static str) -> Box<Refusal> {
    refuse("E_FIELD", 0..0, Message::new("cidr-e-field").with("field", name).with("wanted", Message::new(wanted)))
}
