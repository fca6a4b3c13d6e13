//! The ways to what a condition looks for: which there are, and what each reads.

use super::filter::conjuncts;
use super::say;
use crate::sim::dynamodb::capacity::{Consistency, Units};
use crate::sim::dynamodb::expression::{Comparator, Condition, Function, Node, Operand, Range, holds};
use crate::sim::dynamodb::operation::PAGE;
use crate::sim::dynamodb::schema::{Keys, Schema};
use crate::sim::dynamodb::table::{Place, Table};
use crate::sim::dynamodb::value::{Scalar, Value};
use crate::text::Message;

/// A way to the items.
#[derive(Clone, Debug)]
pub struct Way<'c> {
    /// Which.
    pub kind: WayKind,
    /// The index that is read, if it is not the table.
    pub index: Option<usize>,
    /// The parts of the condition that the filter is left with.
    pub filter: Vec<&'c Condition>,
    /// The parts about keys that no filter may name: the program drops what they exclude.
    pub program: Vec<&'c Condition>,
    /// Whether the index lacks something, so that each item is got from the table too.
    pub fetches: bool,
}

/// A way to the items.
#[derive(Clone, Debug, PartialEq)]
pub enum WayKind {
    /// One item by its whole key.
    Get(Scalar, Option<Scalar>),
    /// A range of one partition.
    Query(Scalar, Range),
    /// Everything.
    Scan,
}

/// A way that is closed, and why.
pub struct Closed {
    /// The index, if it is not the table.
    pub index: Option<usize>,
    /// Why.
    pub why: Message,
    /// Whether the condition names its partition key all the same.
    pub named: bool,
}

/// What going a way costs.
#[derive(Clone, Debug, Default)]
pub struct Cost {
    /// Items read.
    pub read: u64,
    /// Items that are what was looked for.
    pub returned: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Requests, one a page.
    pub pages: u64,
    /// Read units.
    pub units: Units,
    /// How many of them for items that are got from the table because the index lacks something.
    pub fetched: Units,
}

/// What a way must give.
pub struct Wanted<'w> {
    /// The attributes; all of them without.
    pub attributes: Option<&'w [String]>,
    /// Whether it must be strongly consistent.
    pub consistent: bool,
}

/// The ways that a condition opens, the best first, and those that it leaves closed.
pub fn ways<'c>(schema: &Schema, condition: &'c Condition, wanted: &Wanted<'_>) -> (Vec<Way<'c>>, Vec<Closed>) {
    let mut parts = Vec::new();
    conjuncts(condition, &mut parts);
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    let sources = std::iter::once(None).chain((0..schema.indexes.len()).map(Some));
    for index in sources {
        match by_key(schema, index, &parts) {
            Ok(way) => open.push(way),
            Err(why) => closed.push(why),
        }
        open.extend(sparse_scan(schema, index, &parts));
    }
    for way in &mut open {
        way.fetches = lacks(schema, way, wanted.attributes);
    }
    open.push(Way { kind: WayKind::Scan, index: None, filter: parts, program: Vec::new(), fetches: false });
    open.sort_by_key(|way| rank(schema, way));
    (open, closed)
}

/// One item before a range, a range before everything; then what needs no second read, then what filters least.
fn rank(schema: &Schema, way: &Way<'_>) -> (u8, bool, usize, u8) {
    let kind = match way.kind {
        WayKind::Get(..) => 0,
        WayKind::Query(..) => 1,
        WayKind::Scan => 2,
    };
    let source = way.index.and_then(|i| schema.indexes.get(i)).map_or(0, |i| if i.global { 2 } else { 1 });
    let first = if kind == 2 && way.index.is_some() { 0 } else { source };
    (kind, way.fetches, way.filter.len() + way.program.len(), first)
}

fn keys(schema: &Schema, index: Option<usize>) -> &Keys {
    index.and_then(|i| schema.indexes.get(i)).map_or(&schema.keys, |i| &i.keys)
}

fn by_key<'c>(schema: &Schema, index: Option<usize>, parts: &[&'c Condition]) -> Result<Way<'c>, Closed> {
    let keys = keys(schema, index);
    let name = &keys.partition.name;
    let closed = |id, named| Closed { index, why: Message::new(id).with("key", name.clone()), named };
    let about: Vec<&Condition> = parts.iter().copied().filter(|p| names(p, name)).collect();
    let equal = about.iter().find_map(|part| match range(part, name) {
        Some(Range::Compare(Comparator::Equal, value)) => Some((*part, value)),
        _ => None,
    });
    let Some((part, partition)) = equal else {
        return Err(if about.is_empty() { closed("dynamodb-w-not-named", false) } else { closed("dynamodb-w-not-equal", true) });
    };
    if !keys.partition.kind.fits(&partition) {
        return Err(closed("dynamodb-w-type", true));
    }
    let mut used = vec![part];
    let range = keys.sort.as_ref().map_or(Range::All, |sort| sort_range(parts, &sort.name, |v| sort.kind.fits(v), &mut used));
    let rest: Vec<&Condition> = parts.iter().copied().filter(|p| !used.iter().any(|u| std::ptr::eq(*u, *p))).collect();
    let (program, filter): (Vec<&Condition>, Vec<&Condition>) = rest.into_iter().partition(|p| keys.columns().any(|c| names(p, &c.name)));
    let kind = match (index, &keys.sort, range) {
        (None, None, _) => WayKind::Get(partition, None),
        (None, Some(_), Range::Compare(Comparator::Equal, sort)) => WayKind::Get(partition, Some(sort)),
        (_, _, range) => WayKind::Query(partition, range),
    };
    // What a range takes in too much at its ends is dropped by the program as well.
    let open_ended = used.iter().skip(1).copied().filter(|p| is_open_end(p, &kind));
    let program = program.into_iter().chain(open_ended).collect();
    Ok(Way { kind, index, filter, program, fetches: false })
}

/// `<` and `>` have no place in `BETWEEN`, which includes its ends.
fn is_open_end(part: &Condition, kind: &WayKind) -> bool {
    matches!(kind, WayKind::Query(_, Range::Between(..))) && matches!(part.node, Node::Compare(Comparator::Less | Comparator::Greater, ..))
}

/// A scan of an index that only holds what is looked for.
fn sparse_scan<'c>(schema: &Schema, index: Option<usize>, parts: &[&'c Condition]) -> Option<Way<'c>> {
    let keys = &schema.indexes.get(index?)?.keys;
    let exists =
        |name: &str| parts.iter().copied().find(|p| matches!(&p.node, Node::Call(Function::Exists, Operand::Path(path), _) if path.attribute() == Some(name)));
    let own: Vec<&str> = keys.columns().map(|c| c.name.as_str()).filter(|name| !schema.keys.has(name)).collect();
    let used: Vec<&Condition> = own.iter().filter_map(|name| exists(name)).collect();
    if used.is_empty() || used.len() < own.len() {
        return None;
    }
    let filter = parts.iter().copied().filter(|p| !used.iter().any(|u| std::ptr::eq(*u, *p))).collect();
    Some(Way { kind: WayKind::Scan, index, filter, program: Vec::new(), fetches: false })
}

fn names(part: &Condition, name: &str) -> bool {
    let mut named = Vec::new();
    part.attributes(&mut named);
    named.contains(&name)
}

/// What a part of a condition says of one attribute, if a key condition may say it.
fn range(part: &Condition, name: &str) -> Option<Range> {
    let is = |operand: &Operand| matches!(operand, Operand::Path(path) if path.attribute() == Some(name));
    let value = |operand: &Operand| if let Operand::Value(value) = operand { value.scalar() } else { None };
    match &part.node {
        Node::Compare(Comparator::NotEqual, ..) => None,
        Node::Compare(comparator, a, b) if is(a) => Some(Range::Compare(*comparator, value(b)?)),
        Node::Compare(comparator, a, b) if is(b) => Some(Range::Compare(mirrored(*comparator), value(a)?)),
        Node::Between(a, low, high) if is(a) => Some(Range::Between(value(low)?, value(high)?)),
        Node::Call(Function::BeginsWith, a, Some(start)) if is(a) => Some(Range::BeginsWith(value(start)?)),
        _ => None,
    }
}

fn mirrored(comparator: Comparator) -> Comparator {
    match comparator {
        Comparator::Less => Comparator::Greater,
        Comparator::LessOrEqual => Comparator::GreaterOrEqual,
        Comparator::Greater => Comparator::Less,
        Comparator::GreaterOrEqual => Comparator::LessOrEqual,
        same => same,
    }
}

/// The range of the sort key: one comparison, or a lower and an upper bound as `BETWEEN`.
fn sort_range<'c>(parts: &[&'c Condition], name: &str, fits: impl Fn(&Scalar) -> bool, used: &mut Vec<&'c Condition>) -> Range {
    let fitting = |range: &Range| match range {
        Range::All => true,
        Range::Compare(_, value) | Range::BeginsWith(value) => fits(value),
        Range::Between(low, high) => fits(low) && fits(high),
    };
    let found: Vec<(&Condition, Range)> = parts.iter().filter_map(|p| range(p, name).filter(&fitting).map(|r| (*p, r))).collect();
    let bound = |low: bool| {
        found.iter().find_map(|(part, range)| match range {
            Range::Compare(Comparator::Greater | Comparator::GreaterOrEqual, value) if low => Some((*part, value)),
            Range::Compare(Comparator::Less | Comparator::LessOrEqual, value) if !low => Some((*part, value)),
            _ => None,
        })
    };
    if let Some((part, range)) = found.iter().find(|(_, r)| matches!(r, Range::Compare(Comparator::Equal, _))) {
        used.push(part);
        return range.clone();
    }
    if let (Some((first, low)), Some((second, high))) = (bound(true), bound(false)) {
        used.extend([first, second]);
        return Range::Between(low.clone(), high.clone());
    }
    found.into_iter().next().map_or(Range::All, |(part, range)| {
        used.push(part);
        range
    })
}

/// Whether an index lacks an attribute that is wanted or filtered by.
fn lacks(schema: &Schema, way: &Way<'_>, wanted: Option<&[String]>) -> bool {
    let Some(index) = way.index.and_then(|i| schema.indexes.get(i)) else { return false };
    let mut named = Vec::new();
    way.filter.iter().for_each(|p| p.attributes(&mut named));
    let has = |name: &str| index.projects(&schema.keys, name);
    let all = wanted.is_none() && index.projection != crate::sim::dynamodb::schema::Projection::All;
    all || !named.into_iter().all(has) || wanted.is_some_and(|w| !w.iter().all(|n| has(n)))
}

impl Way<'_> {
    /// Its name, the same in every language: `Query byRegion`.
    pub fn name(&self, schema: &Schema) -> String {
        let kind = match self.kind {
            WayKind::Get(..) => "GetItem",
            WayKind::Query(..) => "Query",
            WayKind::Scan => "Scan",
        };
        self.index.map_or(kind.to_owned(), |_| format!("{kind} {}", say::source(schema, self.index)))
    }

    /// Whether it reads a global index.
    pub fn is_global(&self, schema: &Schema) -> bool {
        self.index.and_then(|i| schema.indexes.get(i)).is_some_and(|i| i.global)
    }

    /// What going it costs in a table as it is now, for a condition that holds of what is looked for.
    pub fn cost(&self, table: &Table, condition: &Condition, consistent: bool) -> Cost {
        let consistency = if consistent && !self.is_global(&table.schema) { Consistency::Strong } else { Consistency::Eventual };
        let (partition, range) = match &self.kind {
            WayKind::Get(partition, sort) => return get_cost(table, &Place::new(partition.clone(), sort.clone()), condition, consistency),
            WayKind::Query(partition, range) => (Some(partition), Some(range)),
            WayKind::Scan => (None, None),
        };
        let mut cost = Cost { pages: 1, ..Cost::default() };
        let mut page = 0;
        for (address, row) in table.walk(self.index, partition, None, true) {
            if !range.is_none_or(|r| address.0.sort().is_none_or(|sort| r.holds(sort))) {
                continue;
            }
            if page > 0 && page + row.size > PAGE {
                cost.units = cost.units + Units::read(page, consistency);
                cost.pages += 1;
                page = 0;
            }
            page += row.size;
            cost.read += 1;
            cost.bytes += row.size;
            let whole = table.get(address.1.as_ref().unwrap_or(&address.0));
            cost.returned += u64::from(whole.is_some_and(|w| holds(condition, &w.item)));
            if self.fetches {
                cost.fetched = cost.fetched + Units::read(whole.map_or(0, |w| w.size), consistency);
            }
        }
        cost.units = cost.units + Units::read(page, consistency) + cost.fetched;
        cost
    }

    /// Whether a row of the table is among what it reads.
    pub fn reads(&self, place: &Place) -> bool {
        match &self.kind {
            WayKind::Get(partition, sort) => place.partition() == partition && place.sort() == sort.as_ref(),
            WayKind::Query(partition, range) => place.partition() == partition && place.sort().is_none_or(|s| range.holds(s)),
            WayKind::Scan => true,
        }
    }
}

fn get_cost(table: &Table, place: &Place, condition: &Condition, consistency: Consistency) -> Cost {
    let row = table.get(place);
    let bytes = row.map_or(0, |r| r.size);
    let returned = u64::from(row.is_some_and(|r| holds(condition, &r.item)));
    Cost { read: u64::from(row.is_some()), returned, bytes, pages: 1, units: Units::read(bytes, consistency), fetched: Units::ZERO }
}

/// The conditions, one of which must hold, if each alone opens a way by key: requests of their own.
pub fn branches(condition: &Condition) -> Option<Vec<Condition>> {
    const MOST: usize = 32;
    let (others, several): (Vec<Condition>, Vec<Condition>) = match &condition.node {
        Node::And(all) => all.iter().cloned().partition(|c| !is_several(c)),
        _ => (Vec::new(), vec![condition.clone()]),
    };
    let [one] = several.as_slice() else { return None };
    let each: Vec<Condition> = match &one.node {
        Node::Or(any) => any.clone(),
        Node::In(a, list) => list.iter().map(|b| Condition { span: one.span.clone(), node: Node::Compare(Comparator::Equal, a.clone(), b.clone()) }).collect(),
        _ => return None,
    };
    if each.len() > MOST {
        return None;
    }
    let with = |c: Condition| match others.is_empty() {
        true => c,
        false => Condition { span: condition.span.clone(), node: Node::And(others.iter().cloned().chain([c]).collect()) },
    };
    Some(each.into_iter().map(with).collect())
}

fn is_several(condition: &Condition) -> bool {
    matches!(&condition.node, Node::Or(_))
        || matches!(&condition.node, Node::In(Operand::Path(path), list) if path.attribute().is_some() && list.iter().all(is_key_value))
}

fn is_key_value(operand: &Operand) -> bool {
    matches!(operand, Operand::Value(Value::S(_) | Value::N(_) | Value::B(_)))
}
