//! Edits of a scenario's text that leave everything else in it as it was written.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A step on the way to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the table of this name.
    Key(&'static str),
    /// Into a table of a list.
    Item(usize),
}

/// Sets a key of the table at `path` to a literal; what is missing is made. `None` if there is no such place.
#[must_use]
pub fn set(text: &str, path: &[Step], key: &str, literal: &str) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let entry = format!("{} = {literal}", name_literal(key));
    let Some((table, at)) = find(&document, path) else { return made(text, path, &entry) };
    match table.iter().find(|(name, _)| name.get_ref().as_ref() == key) {
        Some((_, value)) => Some(replaced(text, &value.span(), literal)),
        None => insert(text, path, &at, &entry),
    }
}

/// Sets a field in the table or list of fields `key` of the table at `path`, whatever case its name has there.
#[must_use]
pub fn set_field(text: &str, path: &[Step], key: &'static str, name: &str, value: &str) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let literal = text_literal(value);
    let fields = find(&document, path).and_then(|(table, _)| table.iter().find(|(k, _)| k.get_ref().as_ref() == key));
    let Some((_, fields)) = fields else { return set(text, path, key, &format!("{{ {} = {literal} }}", name_literal(name))) };
    match fields.get_ref() {
        DeValue::Table(table) => match table.iter().find(|(k, _)| k.get_ref().eq_ignore_ascii_case(name)) {
            Some((_, value)) => Some(replaced(text, &value.span(), &literal)),
            None => insert(text, &[Step::Key(key)], &fields.span(), &format!("{} = {literal}", name_literal(name))),
        },
        DeValue::Array(pairs) => {
            let mut all: Vec<(&str, &str)> = pairs.iter().filter_map(pair).filter(|(n, _)| !n.eq_ignore_ascii_case(name)).collect();
            all.push((name, value));
            let all: Vec<String> = all.iter().map(|(n, v)| format!("[{}, {}]", text_literal(n), text_literal(v))).collect();
            Some(replaced(text, &fields.span(), &format!("[{}]", all.join(", "))))
        }
        _ => None,
    }
}

/// A text as a TOML string.
#[must_use]
pub fn text_literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

/// A list of texts as a TOML array.
#[must_use]
pub fn list_literal<T: AsRef<str>>(items: &[T]) -> String {
    format!("[{}]", items.iter().map(|item| text_literal(item.as_ref())).collect::<Vec<_>>().join(", "))
}

fn name_literal(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if bare { name.to_owned() } else { text_literal(name) }
}

fn pair<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<(&'v str, &'v str)> {
    let items = value.get_ref().as_array()?;
    Some((items.first()?.get_ref().as_str()?, items.get(1)?.get_ref().as_str()?))
}

fn find<'a, 't>(document: &'a Spanned<DeTable<'t>>, path: &[Step]) -> Option<(&'a DeTable<'t>, Range<usize>)> {
    let Some((first, rest)) = path.split_first() else { return Some((document.get_ref(), document.span())) };
    let Step::Key(key) = first else { return None };
    let mut value = document.get_ref().get(*key)?;
    for step in rest {
        value = match step {
            Step::Key(key) => value.get_ref().as_table()?.get(*key)?,
            Step::Item(at) => value.get_ref().as_array()?.get(*at)?,
        };
    }
    Some((value.get_ref().as_table()?, value.span()))
}

/// Adds an entry to a table that is there.
fn insert(text: &str, path: &[Step], at: &Range<usize>, entry: &str) -> Option<String> {
    let written = text.get(at.clone())?;
    if path.is_empty() {
        return Some(format!("{entry}\n{text}"));
    }
    if let Some(inside) = written.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
        let inside = inside.trim_end();
        let comma = if inside.trim().is_empty() || inside.ends_with(',') { "" } else { "," };
        return Some(replaced(text, at, &format!("{{{inside}{comma} {entry} }}")));
    }
    if !written.starts_with('[') {
        return None;
    }
    let end = text.get(at.end..)?.find('\n').map_or(text.len(), |line| at.end + line);
    Some(replaced(text, &(end..end), &format!("\n{entry}")))
}

/// Adds an entry together with its table: inside the parent where that is a list's item, else at the end.
fn made(text: &str, path: &[Step], entry: &str) -> Option<String> {
    let (last, parents) = path.split_last()?;
    let Step::Key(key) = last else { return None };
    if parents.iter().any(|step| matches!(step, Step::Item(_))) {
        return set(text, parents, key, &format!("{{ {entry} }}"));
    }
    let names: Vec<&str> = path.iter().map(|step| if let Step::Key(key) = step { key } else { "" }).collect();
    Some(format!("{}\n\n[{}]\n{entry}\n", text.trim_end(), names.join(".")))
}

fn replaced(text: &str, at: &Range<usize>, with: &str) -> String {
    let (before, after) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    format!("{before}{with}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let path = [Step::Key("server"), Step::Key("response")];
        assert_eq!(set_field(text, &path, "headers", "Vary", "Origin").as_deref(), Some(expected));
    }

    #[test]
    fn a_field_is_set_wherever_fields_stand() {
        check("[server.response]\nheaders = {}\n", "[server.response]\nheaders = { Vary = \"Origin\" }\n");
        check("[server.response]\nheaders = { A = \"b\" } # c\n", "[server.response]\nheaders = { A = \"b\", Vary = \"Origin\" } # c\n");
        check("[server.response]\nheaders = { vary = \"x\" }\n", "[server.response]\nheaders = { vary = \"Origin\" }\n");
        check("[server.response.headers]\nA = \"b\"\n", "[server.response.headers]\nVary = \"Origin\"\nA = \"b\"\n");
        check("[server.response]\nheaders = [[\"vary\", \"x\"]]\n", "[server.response]\nheaders = [[\"Vary\", \"Origin\"]]\n");
        check("[server.response] # c\nstatus = 200\n", "[server.response] # c\nheaders = { Vary = \"Origin\" }\nstatus = 200\n");
        check("page = \"x\"\n", "page = \"x\"\n\n[server.response]\nheaders = { Vary = \"Origin\" }\n");
    }

    #[test]
    fn a_table_of_a_list_is_found() {
        let path = [Step::Key("hop"), Step::Item(1), Step::Key("response")];
        let text = "[[hop]]\nurl = \"a\"\n[[hop]]\nurl = \"b\"\n";
        let expected = "[[hop]]\nurl = \"a\"\n[[hop]]\nresponse = { status = 204 }\nurl = \"b\"\n";
        assert_eq!(set(text, &path, "status", "204").as_deref(), Some(expected));
    }
}
