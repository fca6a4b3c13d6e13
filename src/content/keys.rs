//! TOML with a place for every complaint: unknown keys, values of another type, broken syntax.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Problem, Source};
use crate::text::{ByLang, Lang, Message, broken_toml, nearest};

/// Reads a document that stands at `at` in a file; what is broken is reported and the rest kept.
pub(super) fn document<'t>(source: &Source, at: Range<usize>, text: &'t str, problems: &mut Vec<Problem>) -> Spanned<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().map_or(at.clone(), |s| at.start + s.start..at.start + s.end);
        problems.push(source.problem(span, "bad-toml", Message::new("content-bad-toml").with("detail", broken_toml(error.message()))));
    }
    table
}

/// A table whose keys are asked for one after another; [`Keys::finish`] reports those that nobody asked for.
pub(super) struct Keys<'a, 't> {
    table: &'a DeTable<'t>,
    source: &'a Source,
    base: usize,
    asked: Vec<&'static str>,
    problems: &'a mut Vec<Problem>,
}

type Entry<'a, 't> = &'a Spanned<DeValue<'t>>;

impl<'a, 't> Keys<'a, 't> {
    /// The keys of `table`, whose spans count from `base` in the file.
    pub(super) fn new(table: &'a DeTable<'t>, source: &'a Source, base: usize, problems: &'a mut Vec<Problem>) -> Self {
        Keys { table, source, base, asked: Vec::new(), problems }
    }

    /// The keys of a table inside this one.
    pub(super) fn inner<'b>(&'b mut self, table: &'b DeTable<'t>) -> Keys<'b, 't> {
        Keys::new(table, self.source, self.base, self.problems)
    }

    /// Where a value stands in the file.
    pub(super) fn span<T>(&self, value: &Spanned<T>) -> Range<usize> {
        self.base + value.span().start..self.base + value.span().end
    }

    /// Reports something at `span`.
    pub(super) fn report(&mut self, span: Range<usize>, code: &'static str, message: Message) {
        self.problems.push(self.source.problem(span, code, message));
    }

    /// Whether the syntax at `span` was broken, so that its value says nothing.
    pub(super) fn is_broken(&self, span: &Range<usize>) -> bool {
        self.problems.iter().any(|p| p.code == "bad-toml" && p.span.start < span.end && span.start < p.span.end)
    }

    /// The value of a key, whatever its type.
    pub(super) fn value(&mut self, key: &'static str) -> Option<Entry<'a, 't>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        self.as_text(value)
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.as_ref() {
            DeValue::Array(array) => array.iter().filter_map(|v| self.as_text(v)).collect(),
            _ => self.as_text(value).into_iter().collect(),
        }
    }

    /// A table.
    pub(super) fn table(&mut self, key: &'static str) -> Option<(&'a DeTable<'t>, Range<usize>)> {
        let value = self.value(key)?;
        self.as_table(value)
    }

    /// A list of tables.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<&'a DeTable<'t>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.as_ref().as_array() else {
            self.wrong_type(value, "content-type-tables");
            return Vec::new();
        };
        array.iter().filter_map(|v| self.as_table(v)).map(|(table, _)| table).collect()
    }

    /// `{ en = "...", ko = "..." }`: one text for each of `languages`, or one text for all.
    pub(super) fn by_lang(&mut self, key: &'static str, languages: &[Lang]) -> ByLang<String> {
        match self.value(key) {
            Some(value) => self.as_by_lang(value, languages),
            None => ByLang::default(),
        }
    }

    /// The same for a value that is already at hand.
    pub(super) fn as_by_lang(&mut self, value: Entry<'a, 't>, languages: &[Lang]) -> ByLang<String> {
        if let Some(text) = value.as_ref().as_str() {
            return ByLang::new(|_| text.to_owned());
        }
        let Some((table, span)) = self.as_table(value) else { return ByLang::default() };
        let missing: Vec<&str> = languages.iter().map(|l| l.code()).filter(|code| !table.contains_key(*code)).collect();
        if !missing.is_empty() {
            self.report(span, "missing-language", Message::new("content-title-missing-language").with("lang", missing.join(", ")));
        }
        let mut inner = self.inner(table);
        let texts = ByLang::new(|lang| inner.text(lang.code()).map(Spanned::into_inner).unwrap_or_default());
        inner.finish();
        let first = texts.iter().map(|(_, t)| t.clone()).find(|t| !t.is_empty()).unwrap_or_default();
        ByLang::new(|lang| if texts[lang].is_empty() { first.clone() } else { texts[lang].clone() })
    }

    /// A text that is already at hand.
    pub(super) fn as_text(&mut self, value: Entry<'a, 't>) -> Option<Spanned<String>> {
        let Some(text) = value.as_ref().as_str() else {
            self.wrong_type(value, "content-type-text");
            return None;
        };
        Some(Spanned::new(self.span(value), text.to_owned()))
    }

    /// A table that is already at hand.
    pub(super) fn as_table(&mut self, value: Entry<'a, 't>) -> Option<(&'a DeTable<'t>, Range<usize>)> {
        let Some(table) = value.as_ref().as_table() else {
            self.wrong_type(value, "content-type-table");
            return None;
        };
        Some((table, self.span(value)))
    }

    /// Reports every key that was not asked for, with the nearest one that was.
    pub(super) fn finish(&mut self) {
        for key in self.table.keys() {
            let name: &str = key.as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let span = self.base + key.span().start..self.base + key.span().end;
            let problem = self.source.problem(span, "unknown-key", Message::new("content-unknown-key").with("key", name.to_owned()));
            self.problems.push(problem.hint(did_you_mean(name, &self.asked)));
        }
    }

    fn wrong_type(&mut self, value: Entry<'a, 't>, wanted: &'static str) {
        let span = self.span(value);
        self.report(span, "wrong-type", Message::new("content-wrong-type").with("wanted", Message::new(wanted)));
    }
}

/// "Did you mean `x`?", or everything that is known where nothing is near.
///
/// `known` is not empty.
pub(super) fn did_you_mean(word: &str, known: &[&str]) -> Message {
    match nearest(word, known.iter().copied()).first() {
        Some(near) => Message::new("content-did-you-mean").with("word", (*near).to_owned()),
        None => Message::new("content-known-are").with("known", known.join(", ")),
    }
}
