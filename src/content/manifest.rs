//! `course.toml`: what a course is called, and the order in which its lessons are read.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::keys::{Keys, document};
use super::{Module, Part, Problem, Slug, Source};
use crate::text::{ByLang, Lang, Message};

/// What `course.toml` says, with the place of each lesson that it names.
pub(super) struct Manifest {
    pub(super) id: String,
    pub(super) title: ByLang<String>,
    pub(super) languages: Vec<Lang>,
    pub(super) region: String,
    pub(super) parts: Vec<Part>,
    pub(super) planned: BTreeMap<Slug, ByLang<String>>,
    pub(super) listed: BTreeMap<Slug, Range<usize>>,
    pub(super) planned_at: BTreeMap<Slug, Range<usize>>,
}

/// The region of prices in a course that names none: the one that AWS names first.
pub(super) const DEFAULT_REGION: &str = "us-east-1";

/// Reads `course.toml`; `name` stands in for a missing id.
pub(super) fn read(source: &Source, name: &str, problems: &mut Vec<Problem>) -> Manifest {
    let text = source.text.clone();
    let document = document(source, 0..text.lines().next().map_or(0, str::len), &text, problems);
    let mut keys = Keys::new(document.get_ref(), source, 0, problems);
    let languages = languages(&mut keys);
    let id = required(&mut keys, "id").unwrap_or_else(|| name.to_owned());
    let title = keys.by_lang("title", &languages);
    let title = ByLang::new(|lang| if title[lang].is_empty() { id.clone() } else { title[lang].clone() });
    let region = keys.text("region").map_or_else(|| DEFAULT_REGION.to_owned(), Spanned::into_inner);
    let mut listed = BTreeMap::new();
    let parts = keys.tables("part").into_iter().map(|table| part(&mut keys.inner(table), &languages, &mut listed)).collect();
    let (planned, planned_at) = planned(&mut keys, &languages);
    keys.finish();
    Manifest { id, title, languages, region, parts, planned, listed, planned_at }
}

fn required(keys: &mut Keys<'_, '_>, key: &'static str) -> Option<String> {
    let text = keys.text(key).map(Spanned::into_inner);
    if text.is_none() {
        keys.report(0..0, "missing-key", Message::new("content-missing-key").with("key", key));
    }
    text
}

fn languages(keys: &mut Keys<'_, '_>) -> Vec<Lang> {
    let mut languages = Vec::new();
    for code in keys.texts("languages") {
        match code.get_ref().parse() {
            Ok(lang) if !languages.contains(&lang) => languages.push(lang),
            Ok(_) => {}
            Err(()) => {
                let known = Lang::ALL.map(Lang::code).join(", ");
                let message = Message::new("content-unknown-language").with("lang", code.get_ref().clone()).with("known", known);
                keys.report(code.span(), "unknown-language", message);
            }
        }
    }
    if languages.is_empty() {
        languages.push(Lang::default());
    }
    languages
}

fn part(keys: &mut Keys<'_, '_>, languages: &[Lang], listed: &mut BTreeMap<Slug, Range<usize>>) -> Part {
    let id = keys.text("id").map(Spanned::into_inner).unwrap_or_default();
    let title = keys.by_lang("title", languages);
    let mut modules = Vec::new();
    for table in keys.tables("module") {
        let mut inner = keys.inner(table);
        let title = inner.by_lang("title", languages);
        let mut lessons = Vec::new();
        for text in inner.texts("lessons") {
            let slug = Slug::new(text.get_ref().as_str());
            if listed.insert(slug.clone(), text.span()).is_some() {
                inner.report(text.span(), "double-lesson", Message::new("content-double-lesson").with("lesson", slug.to_string()));
            } else {
                lessons.push(slug);
            }
        }
        inner.finish();
        modules.push(Module { title, lessons });
    }
    keys.finish();
    Part { id, title, modules }
}

type Planned = (BTreeMap<Slug, ByLang<String>>, BTreeMap<Slug, Range<usize>>);

fn planned(keys: &mut Keys<'_, '_>, languages: &[Lang]) -> Planned {
    let mut planned = Planned::default();
    let Some((table, _)) = keys.table("planned") else { return planned };
    for (slug, title) in table {
        let at = slug.span();
        let slug = Slug::new(slug.as_ref().as_ref());
        let title = keys.as_by_lang(title, languages);
        planned.0.insert(slug.clone(), title);
        planned.1.insert(slug, at);
    }
    planned
}
