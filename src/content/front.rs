//! What stands before a lesson's text: TOML between `+++` lines, or the YAML of a vault.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::keys::{Keys, document};
use super::{Anchor, Front, Link, Problem, Slug, Source};
use crate::text::{Lang, Message};

/// The front matter of a file and where its text begins.
pub(super) struct Head {
    pub(super) front: Front,
    pub(super) body: usize,
    /// The bytes of the front matter, for complaints about it as a whole.
    pub(super) span: Range<usize>,
    /// Whether there is one that could be read.
    pub(super) found: bool,
}

/// Reads the front matter; `main` is the language in which all keys may stand.
pub(super) fn read(source: &Source, lang: Lang, main: Lang, problems: &mut Vec<Problem>) -> Head {
    let text = &source.text;
    let Some(mark) = ["+++", "---"].into_iter().find(|m| text.lines().next().is_some_and(|line| line.trim_end() == *m)) else {
        return Head { front: Front::default(), body: 0, span: 0..0, found: false };
    };
    let inner = text.find('\n').map_or(text.len(), |n| n + 1);
    let Some((end, body)) = closing(text, inner, mark) else {
        if mark == "---" {
            return Head { front: Front::default(), body: 0, span: 0..0, found: false }; // a rule, as in any Markdown
        }
        problems.push(source.problem(0..mark.len(), "open-front", Message::new("content-open-front").with("mark", mark)));
        return Head { front: Front::default(), body: inner, span: 0..mark.len(), found: false };
    };
    let front = if mark == "+++" { toml_front(source, inner..end, lang == main, problems) } else { yaml_front(&text[inner..end]) };
    Head { front, body, span: 0..end, found: true }
}

/// Where the line `mark` after `from` begins and ends.
fn closing(text: &str, from: usize, mark: &str) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        if line.trim_end() == mark {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn toml_front(source: &Source, at: Range<usize>, main: bool, problems: &mut Vec<Problem>) -> Front {
    let text = source.text.clone();
    let table = document(source, at.clone(), &text[at.clone()], problems);
    let mut keys = Keys::new(table.get_ref(), source, at.start, problems);
    let mut front = Front {
        title: line(keys.text("title")),
        summary: line(keys.text("summary")),
        aliases: keys.texts("aliases").into_iter().map(Spanned::into_inner).collect(),
        ..Front::default()
    };
    if main {
        main_keys(&mut front, &mut keys);
    } else {
        for key in ["tags", "requires", "checked", "explains", "sources", "was"] {
            if let Some(value) = keys.value(key) {
                let span = keys.span(value);
                keys.report(span, "key-elsewhere", Message::new("content-key-elsewhere").with("key", key));
            }
        }
    }
    keys.finish();
    front
}

/// The keys that stand in the main language's file alone.
fn main_keys(front: &mut Front, keys: &mut Keys<'_, '_>) {
    let slugs = |texts: Vec<Spanned<String>>| texts.into_iter().map(|t| Slug::new(t.into_inner())).collect();
    front.tags = keys.texts("tags").into_iter().map(Spanned::into_inner).collect();
    front.requires = slugs(keys.texts("requires"));
    front.was = slugs(keys.texts("was"));
    front.checked = checked(keys);
    if let Some((table, _)) = keys.table("explains") {
        for (code, anchor) in table {
            if let Some(anchor) = keys.as_text(anchor) {
                front.explains.push((code.as_ref().to_string(), Anchor::new(anchor.into_inner())));
            }
        }
    }
    front.sources = sources(keys);
}

fn sources(keys: &mut Keys<'_, '_>) -> Vec<Link> {
    let mut links = Vec::new();
    for table in keys.tables("sources") {
        let mut inner = keys.inner(table);
        links.push(Link { title: line(inner.text("title")), url: line(inner.text("url")) });
        inner.finish();
    }
    links
}

/// A day, written as a TOML date or as text.
fn checked(keys: &mut Keys<'_, '_>) -> Option<String> {
    let value = keys.value("checked")?;
    let day = match value.as_ref() {
        DeValue::Datetime(day) => day.to_string(),
        DeValue::String(day) => day.to_string(),
        _ => String::new(),
    };
    if is_day(&day) {
        return Some(day);
    }
    let span = keys.span(value);
    if !keys.is_broken(&span) {
        keys.report(span, "bad-day", Message::new("content-bad-day"));
    }
    None
}

fn is_day(text: &str) -> bool {
    let mut parts = text.split('-').map(|p| (p.len(), p.parse::<u32>().ok()));
    matches!((parts.next(), parts.next(), parts.next(), parts.next()),
        (Some((4, Some(_))), Some((2, Some(m))), Some((2, Some(d))), None) if (1..=12).contains(&m) && (1..=31).contains(&d))
}

fn line(text: Option<Spanned<String>>) -> String {
    text.map(|t| t.into_inner().split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

/// Title, tags and aliases of a note; every other key of a vault is somebody else's.
fn yaml_front(text: &str) -> Front {
    let mut front = Front::default();
    let mut key = String::new();
    for line in text.lines() {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            yaml_value(&mut front, &key, item);
        } else if let Some((name, value)) = line.split_once(':').filter(|(name, _)| !name.starts_with([' ', '#'])) {
            key = name.trim().to_lowercase();
            let value = value.trim();
            match value.strip_prefix('[').and_then(|v| v.strip_suffix(']')) {
                Some(list) => list.split(',').for_each(|item| yaml_value(&mut front, &key, item)),
                None if key == "tags" => value.split([',', ' ']).for_each(|item| yaml_value(&mut front, &key, item)),
                None => yaml_value(&mut front, &key, value),
            }
        }
    }
    front
}

fn yaml_value(front: &mut Front, key: &str, value: &str) {
    let value = value.trim();
    let bare = ['"', '\''].into_iter().find_map(|q| value.strip_prefix(q)?.strip_suffix(q)).unwrap_or(value);
    if bare.is_empty() {
        return;
    }
    match key {
        "title" => bare.clone_into(&mut front.title),
        "tags" | "tag" => front.tags.push(bare.trim_start_matches('#').to_owned()),
        "aliases" | "alias" => front.aliases.push(bare.to_owned()),
        _ => {}
    }
}
