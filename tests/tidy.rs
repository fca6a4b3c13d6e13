//! The house rules that a compiler cannot see: layer direction, file size, messages in every
//! language, and no lesson, judged query or recorded case named in `src/`.

#![allow(clippy::unwrap_used, reason = "a test says by a panic what went wrong")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use opsdrill::text::Lang;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Words that a layer must not contain: other layers above it, and the world below.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("src/text", &["crate::content", "crate::quiz", "crate::sim", "crate::study"]),
    ("src/content", &["crate::quiz", "crate::sim", "crate::study"]),
    ("src/quiz", &["crate::sim", "crate::study"]),
    ("src/sim", &["crate::quiz", "crate::study"]),
    ("src/study", &["crate::quiz", "crate::sim"]),
    ("src/search", &["crate::store", "crate::tui", "crate::cli", "ratatui", "crossterm", "rusqlite"]),
    ("src/store", &["crate::search", "crate::tui", "crate::cli", "ratatui", "crossterm", "tantivy"]),
    ("src/tui", &["crate::cli", "rusqlite", "tantivy::", "std::fs"]),
    ("src/tui/screens", &["SystemTime", "Instant::now", "std::io", "crate::store"]),
    ("src/tui/widgets", &["SystemTime", "Instant::now", "std::io", "crate::store", "tui::screens"]),
];

const CORE: &[&str] = &["src/text", "src/content", "src/quiz", "src/sim", "src/study"];

/// What no part of the core may contain: files, clock, terminal, environment, and every layer above.
const WORLD: &[&str] = &[
    "std::fs",
    "std::io",
    "std::net::Tcp",
    "std::process",
    "std::thread",
    "std::env::",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "ratatui",
    "crossterm",
    "rusqlite",
    "tantivy",
    "notify::",
    "directories::",
    "println!",
    "eprintln!",
    "crate::search",
    "crate::store",
    "crate::tui",
    "crate::cli",
];

/// The most lines a file may have before its tests.
const LONGEST: usize = 400;

fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, end, out);
            } else if path.to_string_lossy().ends_with(end) {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    walk(&Path::new(ROOT).join(folder), end, &mut out);
    out.sort();
    out
}

/// The lines of a source file before its tests, with their numbers, without remarks.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line.to_owned()))
        .collect()
}

fn complaints(folder: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(folder, ".rs") {
        for (number, line) in code(&path) {
            found.extend(words.iter().filter(|w| line.contains(**w)).map(|w| format!("{}:{number} contains {w}", path.display())));
        }
    }
    found
}

#[test]
fn layers_point_one_way() {
    let mut found: Vec<String> = FORBIDDEN.iter().flat_map(|(folder, words)| complaints(folder, words)).collect();
    found.extend(CORE.iter().flat_map(|folder| complaints(folder, WORLD)));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let lines = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().take_while(|l| l.trim() != "#[cfg(test)]").count();
    let long: Vec<String> = files("src", ".rs").iter().filter(|p| lines(p) > LONGEST).map(|p| format!("{}: {} lines", p.display(), lines(p))).collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn main_is_only_a_door() {
    let lines = fs::read_to_string(Path::new(ROOT).join("src/main.rs")).unwrap().lines().count();
    assert!(lines <= 25, "src/main.rs has {lines} lines");
}

#[test]
fn nothing_is_called_by_a_name_that_says_nothing() {
    let says_nothing = |path: &PathBuf| {
        path.components()
            .any(|c| matches!(Path::new(c.as_os_str()).file_stem().and_then(|s| s.to_str()), Some("utils" | "helpers" | "common" | "manager" | "misc")))
    };
    let named: Vec<PathBuf> = files("src", ".rs").into_iter().filter(says_nothing).collect();
    assert!(named.is_empty(), "{named:?}");
}

/// Lesson slugs, judged queries of two words or more, and ids of recorded cases that have a letter in them.
fn words_that_are_known_in_advance() -> BTreeSet<String> {
    let content = Path::new(ROOT).join("content");
    let mut words: BTreeSet<String> =
        files("content", ".md").iter().map(|p| p.strip_prefix(&content).unwrap().to_string_lossy().replace(".ko.md", "").replace(".md", "")).collect();
    let rows = |path: &Path| fs::read_to_string(path).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect::<Vec<serde_json::Value>>();
    for row in rows(&Path::new(ROOT).join("tests/queries.jsonl")) {
        let query = row["query"].as_str().unwrap();
        if query.split_whitespace().count() >= 2 {
            words.insert(format!("\"{query}\""));
        }
    }
    for path in files("tests/vectors", ".jsonl") {
        words.extend(rows(&path).iter().filter_map(|row| row["id"].as_str()).filter(|id| id.chars().any(char::is_alphabetic)).map(|id| format!("\"{id}\"")));
    }
    words
}

#[test]
fn no_lesson_query_or_recorded_case_is_named_in_the_source() {
    let words = words_that_are_known_in_advance();
    assert!(words.len() > 50);
    let mut found = Vec::new();
    for path in files("src", ".rs") {
        let text: String = code(&path).into_iter().map(|(_, line)| line + "\n").collect();
        found.extend(words.iter().filter(|w| text.contains(w.as_str())).map(|w| format!("{} names {w}", path.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every message of a language: its id and the names of its arguments.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for path in files(&format!("assets/i18n/{lang}"), ".ftl") {
        let text = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                let names = variables(&format!("{:?}", message.value));
                let earlier = all.insert(message.id.name.clone(), names);
                assert!(earlier.is_none(), "{}: {} stands twice", path.display(), message.id.name);
            }
        }
    }
    all
}

/// The names in every `VariableReference { id: Identifier { name: ".." } }` of a printed syntax tree.
fn variables(tree: &str) -> BTreeSet<String> {
    tree.split("VariableReference { id: Identifier { name: \"").skip(1).filter_map(|part| part.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn every_message_exists_in_every_language_with_the_same_arguments() {
    let english = messages(Lang::En.code());
    assert!(english.len() > 20);
    for lang in Lang::ALL {
        let other = messages(lang.code());
        let ids: BTreeSet<&String> = english.keys().chain(other.keys()).collect();
        let apart = ids.into_iter().filter(|id| english.get(*id) != other.get(*id));
        let apart: Vec<String> = apart.map(|id| format!("{id}: en {:?}, {lang} {:?}", english.get(id), other.get(id))).collect();
        assert!(apart.is_empty(), "{}", apart.join("\n"));
    }
}

#[test]
fn every_message_that_is_said_exists() {
    let known = messages("en");
    let mut missing = Vec::new();
    for path in files("src", ".rs") {
        for (number, line) in code(&path) {
            for begin in ["Message::new(\"", "Sentence::new(\"", "texts.get(\""] {
                let ids = line.split(begin).skip(1).filter_map(|part| part.split('"').next());
                missing.extend(ids.filter(|id| !known.contains_key(*id)).map(|id| format!("{}:{number} says {id}", path.display())));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_message_is_said_somewhere() {
    let source: String = files("src", ".rs").iter().map(|p| fs::read_to_string(p).unwrap()).collect();
    // These are put together at run time, from the names of commands, arguments, regions, months and days.
    let made = ["cli-", "region-", "month-", "weekday-"];
    let said = |id: &String| made.iter().any(|m| id.starts_with(m)) || source.contains(&format!("\"{id}\""));
    let silent: Vec<String> = messages("en").into_keys().filter(|id| !said(id)).collect();
    assert!(silent.is_empty(), "never said: {}", silent.join(", "));
}
