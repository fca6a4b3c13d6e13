//! Edits of a scenario in TOML that leave everything else in it as it was written.
//!
//! An entry that is missing comes after the last one of its table, and a table at the end of the text.

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
    let Some((table, at)) = find(&document, path) else { return made(text, &document, path, &entry) };
    match table.iter().find(|(name, _)| name.get_ref().as_ref() == key) {
        Some((_, value)) => Some(replaced(text, &value.span(), literal)),
        None if path.is_empty() => Some(on_top(text, table, &entry)),
        None => insert(text, table, &at, &entry),
    }
}

/// Sets a field in the table or list of fields `key` of the table at `path`, whatever case its name has there.
#[must_use]
pub fn set_field(text: &str, path: &[Step], key: &'static str, name: &str, value: &str) -> Option<String> {
    set_fields(text, path, key, name, &[value])
}

/// Like [`set_field`], for a field that may stand there more than once.
#[must_use]
pub fn set_fields(text: &str, path: &[Step], key: &'static str, name: &str, values: &[&str]) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let literal = if let [value] = values { text_literal(value) } else { list_literal(values) };
    let fields = find(&document, path).and_then(|(table, _)| table.iter().find(|(k, _)| k.get_ref().as_ref() == key));
    let Some((_, fields)) = fields else { return set(text, path, key, &format!("{{ {} = {literal} }}", name_literal(name))) };
    match fields.get_ref() {
        DeValue::Table(table) => match table.iter().find(|(k, _)| k.get_ref().eq_ignore_ascii_case(name)) {
            Some((_, value)) => Some(replaced(text, &value.span(), &literal)),
            None => insert(text, table, &fields.span(), &format!("{} = {literal}", name_literal(name))),
        },
        DeValue::Array(pairs) => {
            let mut all: Vec<(&str, &str)> = pairs.iter().filter_map(pair).filter(|(n, _)| !n.eq_ignore_ascii_case(name)).collect();
            all.extend(values.iter().map(|value| (name, *value)));
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
fn insert(text: &str, table: &DeTable<'_>, at: &Range<usize>, entry: &str) -> Option<String> {
    let written = text.get(at.clone())?;
    if let Some(inside) = written.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
        let inside = inside.trim_end();
        let comma = if inside.trim().is_empty() || inside.ends_with(',') { "" } else { "," };
        return Some(replaced(text, at, &format!("{{{inside}{comma} {entry} }}")));
    }
    written.starts_with('[').then(|| below(text, last_entry(text, table).unwrap_or(at.end), entry))
}

/// Adds an entry to the document itself, before its first head.
fn on_top(text: &str, document: &DeTable<'_>, entry: &str) -> String {
    last_entry(text, document).map_or_else(|| format!("{entry}\n{text}"), |after| below(text, after, entry))
}

/// The text with a line after the one in which a place is.
fn below(text: &str, place: usize, line: &str) -> String {
    let end = text.get(place..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| place + end);
    replaced(text, &(end..end), &format!("\n{line}"))
}

/// Where the last entry of a table ends that stands under the table's own head.
fn last_entry(text: &str, table: &DeTable<'_>) -> Option<usize> {
    let ends = table.iter().filter_map(|(_, value)| {
        let at = value.span();
        let headed = |at: &Range<usize>| text.get(at.clone()).is_none_or(|written| written.starts_with('['));
        match value.get_ref() {
            DeValue::Table(inner) if !text.get(at.clone()).is_some_and(|written| written.starts_with('{')) => {
                if headed(&at) {
                    None
                } else {
                    last_entry(text, inner)
                }
            }
            DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table() && headed(&item.span())) => None,
            _ => Some(at.end),
        }
    });
    ends.max()
}

/// Adds an entry together with its table: inside the parent where that is in braces or a list's item, else at the end.
fn made(text: &str, document: &Spanned<DeTable<'_>>, path: &[Step], entry: &str) -> Option<String> {
    let (last, parents) = path.split_last()?;
    let Step::Key(key) = last else { return None };
    let braced = find(document, parents).is_some_and(|(_, at)| text.get(at).is_some_and(|written| written.starts_with('{')));
    if braced || parents.iter().any(|step| matches!(step, Step::Item(_))) {
        return set(text, parents, key, &format!("{{ {entry} }}"));
    }
    let names: Vec<&str> = path.iter().map(|step| if let Step::Key(key) = step { key } else { "" }).collect();
    Some(headed(text, &format!("[{}]", names.join(".")), entry))
}

/// Adds a table to a list of tables, with one entry in it.
#[must_use]
pub fn add(text: &str, list: &str, entry: &str) -> String {
    headed(text, &format!("[[{list}]]"), entry)
}

fn headed(text: &str, head: &str, entry: &str) -> String {
    let text = text.trim_end();
    let apart = if text.is_empty() { "" } else { "\n\n" };
    format!("{text}{apart}{head}\n{entry}\n")
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
        check("[server.response.headers]\nA = \"b\"\n", "[server.response.headers]\nA = \"b\"\nVary = \"Origin\"\n");
        check("[server.response]\nheaders = [[\"vary\", \"x\"]]\n", "[server.response]\nheaders = [[\"Vary\", \"Origin\"]]\n");
        check("[server.response] # c\nstatus = 200 # d\n\n[a]\n", "[server.response] # c\nstatus = 200 # d\nheaders = { Vary = \"Origin\" }\n\n[a]\n");
        check("server = { preflight = {} }", "server = { preflight = {}, response = { headers = { Vary = \"Origin\" } } }");
        check("page = \"x\"\n", "page = \"x\"\n\n[server.response]\nheaders = { Vary = \"Origin\" }\n");
    }

    #[test]
    fn an_entry_comes_after_the_last_of_its_table() {
        let set = |text: &str, path: &[Step]| set(text, path, "k", "1").unwrap_or_default();
        assert_eq!(set("", &[]), "k = 1\n");
        assert_eq!(set("[a]\nb = 2\n", &[]), "k = 1\n[a]\nb = 2\n");
        assert_eq!(set("x = [[1], [2]] # c\n[a]\nb = 2\n[a.c]\nd = 3\n", &[]), "x = [[1], [2]] # c\nk = 1\n[a]\nb = 2\n[a.c]\nd = 3\n");
        assert_eq!(set("[a]\nb = 2\n[a.c]\nd = 3\n[[a.e]]\nf = 4", &[Step::Key("a")]), "[a]\nb = 2\nk = 1\n[a.c]\nd = 3\n[[a.e]]\nf = 4");
        assert_eq!(set("[a]\nb.c = 2\n", &[Step::Key("a")]), "[a]\nb.c = 2\nk = 1\n");
        assert_eq!(super::set("a.b = 2\n", &[Step::Key("a")], "k", "1"), None);
    }

    #[test]
    fn a_table_of_a_list_is_found() {
        let path = [Step::Key("hop"), Step::Item(1), Step::Key("response")];
        let text = "[[hop]]\nurl = \"a\"\n[[hop]]\nurl = \"b\"\n";
        let expected = "[[hop]]\nurl = \"a\"\n[[hop]]\nurl = \"b\"\nresponse = { status = 204 }\n";
        assert_eq!(set(text, &path, "status", "204").as_deref(), Some(expected));
    }
}
