//! Scenarios in TOML: keys that are asked for one after another, a place and a near word for every complaint.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Change, Refusal};
use crate::text::{Message, broken_toml, excerpt, nearest};

/// The most complaints about one document: after that they say nothing new.
const MOST: usize = 50;
/// The longest document in bytes.
const LONGEST: usize = 2 << 20;
/// The most brackets of a document: each may open a table, which takes a thousand times its bytes in memory.
const MOST_BRACKETS: usize = 100_000;

/// Complaints as they are collected.
#[derive(Debug, Default)]
pub struct Complaints(RefCell<Vec<Refusal>>);

/// A table whose keys are asked for; [`Table::finish`] complains of those that nobody asked for.
#[derive(Debug)]
pub struct Table<'a, 't> {
    /// Its bytes, or those of its head.
    pub at: Range<usize>,
    table: &'a DeTable<'t>,
    complaints: &'a Complaints,
    asked: Vec<&'static str>,
}

/// A value and where it stands.
pub type Placed<T> = Spanned<T>;

impl Complaints {
    /// Adds one.
    pub fn add(&self, refusal: Refusal) {
        let mut all = self.0.borrow_mut();
        if all.len() < MOST {
            all.push(refusal);
        }
    }

    /// Whether no more are kept.
    #[must_use]
    pub fn are_enough(&self) -> bool {
        self.0.borrow().len() >= MOST
    }

    /// Adds one at a place.
    pub fn at(&self, at: Range<usize>, refusal: Refusal) {
        self.add(Refusal { at, ..refusal });
    }

    /// What was read, or `None` and a complaint at `at`.
    pub fn check<T>(&self, at: Range<usize>, read: Result<T, Box<Refusal>>) -> Option<T> {
        read.map_err(|refusal| self.at(at, *refusal)).ok()
    }

    /// All of them, in the order of their places.
    #[must_use]
    pub fn finish(self) -> Vec<Refusal> {
        let mut all = self.0.into_inner();
        all.sort_by_key(|refusal| refusal.at.start);
        all
    }
}

/// Reads a document; of one whose syntax is broken only the complaints are of use, one a line: what follows is its echo.
///
/// What is too long is not read at all: memory stays bounded whatever is pasted.
pub fn parse<'t>(text: &'t str, complaints: &Complaints) -> Option<Spanned<DeTable<'t>>> {
    if text.len() > LONGEST {
        complaints.add(too_much("E_LONG", Message::new("sim-long").with("most", LONGEST >> 20)));
        return None;
    }
    if text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > MOST_BRACKETS {
        complaints.add(too_much("E_MANY", Message::new("sim-many").with("most", MOST_BRACKETS)));
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let broken = !errors.is_empty();
    let mut told = None;
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let line = text.get(..at.start).map(|before| before.rfind('\n').unwrap_or(0));
        if told.replace(line) == Some(line) {
            continue;
        }
        complaints.add(refusal("E_TOML", at, Message::new("sim-toml").with("detail", broken_toml(error.message()))));
    }
    (!broken).then_some(table)
}

impl<'a, 't> Table<'a, 't> {
    /// The keys of a table.
    #[must_use]
    pub fn new(table: &'a DeTable<'t>, at: Range<usize>, complaints: &'a Complaints) -> Self {
        Table { at, table, complaints, asked: Vec::new() }
    }

    /// Where to complain.
    #[must_use]
    pub fn complaints(&self) -> &'a Complaints {
        self.complaints
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The value of a key, whatever its type.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Placed<String>> {
        let value = self.value(key)?;
        as_text(value, self.complaints)
    }

    /// A text that must be there.
    pub fn needed(&mut self, key: &'static str) -> Option<Placed<String>> {
        if !self.has(key) {
            self.asked.push(key);
            self.complaints.add(refusal("E_MISSING", self.at.clone(), Message::new("sim-missing-key").with("key", key)));
            return None;
        }
        self.text(key)
    }

    /// Its keys and values as they are, for what has names of its own.
    #[must_use]
    pub fn entries(&self) -> &'a DeTable<'t> {
        self.table
    }

    /// A whole number.
    pub fn number(&mut self, key: &'static str) -> Option<Placed<i64>> {
        let value = self.value(key)?;
        let number = value.get_ref().as_integer().and_then(|i| i64::from_str_radix(i.as_str(), i.radix()).ok());
        self.typed(value, number, "sim-type-number")
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'static str) -> Option<Placed<bool>> {
        let value = self.value(key)?;
        self.typed(value, value.get_ref().as_bool(), "sim-type-boolean")
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<Placed<String>>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Array(items) => Some(items.iter().filter_map(|item| as_text(item, self.complaints)).collect()),
            _ => Some(as_text(value, self.complaints).into_iter().collect()),
        }
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<Table<'a, 't>> {
        let value = self.value(key)?;
        as_table(value, self.complaints)
    }

    /// A list of tables.
    pub fn tables(&mut self, key: &'static str) -> Vec<Table<'a, 't>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| as_table(item, self.complaints)).collect(),
            _ => {
                self.typed::<()>(value, None, "sim-type-tables");
                Vec::new()
            }
        }
    }

    /// Complains of every key that was not asked for, with the nearest one that was.
    pub fn finish(self) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if self.asked.contains(&name) {
                continue;
            }
            if self.complaints.are_enough() {
                return;
            }
            let mut complaint = refusal("E_KEY", key.span(), Message::new("sim-unknown-key").with("key", excerpt(name)));
            let near = nearest(&excerpt(name), self.asked.iter().copied()).first().copied();
            complaint.mend = near.map(|near| Change { range: key.span(), text: near.to_owned() });
            complaint.hint = Some(match near {
                Some(near) => Message::new("sim-did-you-mean").with("word", near.to_owned()),
                None => Message::new("sim-known-keys").with("known", self.asked.join(", ")),
            });
            self.complaints.add(complaint);
        }
    }

    fn typed<T>(&self, value: &Spanned<DeValue<'t>>, read: Option<T>, wanted: &'static str) -> Option<Placed<T>> {
        if read.is_none() {
            self.complaints.add(wrong_type(value, wanted));
        }
        Some(Spanned::new(value.span(), read?))
    }
}

/// A value as text.
pub fn as_text(value: &Spanned<DeValue<'_>>, complaints: &Complaints) -> Option<Placed<String>> {
    let Some(text) = value.get_ref().as_str() else {
        complaints.add(wrong_type(value, "sim-type-text"));
        return None;
    };
    Some(Spanned::new(value.span(), text.to_owned()))
}

fn as_table<'a, 't>(value: &'a Spanned<DeValue<'t>>, complaints: &'a Complaints) -> Option<Table<'a, 't>> {
    let Some(table) = value.get_ref().as_table() else {
        complaints.add(wrong_type(value, "sim-type-table"));
        return None;
    };
    Some(Table::new(table, value.span(), complaints))
}

fn wrong_type(value: &Spanned<DeValue<'_>>, wanted: &'static str) -> Refusal {
    refusal("E_TYPE", value.span(), Message::new("sim-wrong-type").with("wanted", Message::new(wanted)))
}

fn too_much(code: &'static str, message: Message) -> Refusal {
    Refusal { hint: Some(Message::new("sim-smaller")), ..refusal(code, 0..0, message) }
}

fn refusal(code: &'static str, at: Range<usize>, message: Message) -> Refusal {
    Refusal { code, at, message, hint: None, mend: None }
}
