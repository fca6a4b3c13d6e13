use std::collections::BTreeMap;

use super::Placeholders;
use super::parse::Parser;
use crate::sim::dynamodb::fault::{Result, invalid};
use crate::sim::dynamodb::value::{Item, Value};

/// Where a value stands in an item: `info.sizes[0]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    name: String,
    steps: Vec<Step>,
}

/// A step from a value into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To a field of a map.
    Field(String),
    /// To an element of a list.
    Element(usize),
}

impl Path {
    /// A path of a name and steps.
    pub fn new(name: String, steps: Vec<Step>) -> Path {
        Path { name, steps }
    }

    /// The attribute of the item that it begins at.
    pub fn first(&self) -> &str {
        &self.name
    }

    /// The attribute, if the path is nothing more.
    pub fn attribute(&self) -> Option<&str> {
        self.steps.is_empty().then_some(self.name.as_str())
    }

    /// It as text, each name as `name` writes it.
    pub fn written(&self, mut name: impl FnMut(&str) -> String) -> String {
        let mut text = name(&self.name);
        for step in &self.steps {
            match step {
                Step::Field(field) => text.extend([".", name(field).as_str()]),
                Step::Element(i) => text.push_str(&format!("[{i}]")),
            }
        }
        text
    }

    /// The value there.
    pub fn find<'i>(&self, item: &'i Item) -> Option<&'i Value> {
        self.steps.iter().try_fold(item.get(&self.name)?, |value, step| match (value, step) {
            (Value::M(fields), Step::Field(name)) => fields.get(name),
            (Value::L(items), Step::Element(i)) => items.get(*i),
            _ => None,
        })
    }

    /// Puts a value there; past the end of a list it is appended. `false` if the way there is missing.
    pub fn put(&self, item: &mut Item, value: Value) -> bool {
        let Some((last, way)) = self.steps.split_last() else {
            item.insert(self.name.clone(), value);
            return true;
        };
        match (self.walk(item, way), last) {
            (Some(Value::M(fields)), Step::Field(name)) => {
                fields.insert(name.clone(), value);
                true
            }
            (Some(Value::L(items)), Step::Element(i)) => {
                match items.get_mut(*i) {
                    Some(place) => *place = value,
                    None => items.push(value),
                }
                true
            }
            _ => false,
        }
    }

    /// Takes away what is there. `false` if the way there is missing.
    pub fn remove(&self, item: &mut Item) -> bool {
        let Some((last, way)) = self.steps.split_last() else {
            item.remove(&self.name);
            return true;
        };
        match (self.walk(item, way), last) {
            (Some(Value::M(fields)), Step::Field(name)) => {
                fields.remove(name);
                true
            }
            (Some(Value::L(items)), Step::Element(i)) => {
                if *i < items.len() {
                    items.remove(*i);
                }
                true
            }
            _ => false,
        }
    }

    fn walk<'i>(&self, item: &'i mut Item, way: &[Step]) -> Option<&'i mut Value> {
        way.iter().try_fold(item.get_mut(&self.name)?, |value, step| match (value, step) {
            (Value::M(fields), Step::Field(name)) => fields.get_mut(name),
            (Value::L(items), Step::Element(i)) => items.get_mut(*i),
            _ => None,
        })
    }

    fn overlaps(&self, other: &Path) -> bool {
        self.name == other.name && self.steps.iter().zip(&other.steps).all(|(a, b)| a == b)
    }

    /// The element of a list that is the last step: elements are removed from the back.
    pub fn last_element(&self) -> Option<usize> {
        match self.steps.last() {
            Some(Step::Element(i)) => Some(*i),
            _ => None,
        }
    }
}

/// Refuses paths of which one leads into or through another.
pub fn apart(what: &str, paths: &[&Path]) -> Result<()> {
    for (i, path) in paths.iter().enumerate() {
        if paths.iter().skip(i + 1).any(|other| path.overlaps(other)) {
            return Err(invalid(format!(
                "Invalid {what}: Two document paths overlap with each other; must remove or rewrite one of these paths; path: [{}]",
                path.first()
            )));
        }
    }
    Ok(())
}

/// Reads a projection: paths with commas between.
pub fn projection(text: &str, placeholders: &Placeholders) -> Result<Vec<Path>> {
    const WHAT: &str = "ProjectionExpression";
    let mut parser = Parser::new(WHAT, text, placeholders)?;
    let mut paths = vec![parser.path()?];
    while parser.eat(",") {
        paths.push(parser.path()?);
    }
    parser.end()?;
    apart(WHAT, &paths.iter().collect::<Vec<_>>())?;
    Ok(paths)
}

/// The part of an item that paths name; elements of a list close up.
pub fn project(item: &Item, paths: &[Path]) -> Item {
    let mut found = Item::new();
    let mut by_name: BTreeMap<&str, Vec<&[Step]>> = BTreeMap::new();
    for path in paths {
        by_name.entry(path.name.as_str()).or_default().push(&path.steps);
    }
    for (name, ways) in by_name {
        if let Some(part) = item.get(name).and_then(|value| part(value, &ways)) {
            found.insert(name.to_owned(), part);
        }
    }
    found
}

fn part(value: &Value, ways: &[&[Step]]) -> Option<Value> {
    if ways.iter().any(|way| way.is_empty()) {
        return Some(value.clone());
    }
    let mut next: BTreeMap<&Step, Vec<&[Step]>> = BTreeMap::new();
    for (first, rest) in ways.iter().filter_map(|way| way.split_first()) {
        next.entry(first).or_default().push(rest);
    }
    let mut parts = next.into_iter().filter_map(|(step, rest)| match (value, step) {
        (Value::M(fields), Step::Field(name)) => Some((step, part(fields.get(name)?, &rest)?)),
        (Value::L(items), Step::Element(i)) => Some((step, part(items.get(*i)?, &rest)?)),
        _ => None,
    });
    let first = parts.next()?;
    let all = std::iter::once(first).chain(parts);
    Some(match value {
        Value::L(_) => Value::L(all.map(|(_, v)| v).collect()),
        _ => Value::M(all.filter_map(|(step, v)| if let Step::Field(name) = step { Some((name.clone(), v)) } else { None }).collect()),
    })
}
