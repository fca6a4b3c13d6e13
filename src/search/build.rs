use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::schema::Field;
use tantivy::{Index, ReloadPolicy, TantivyDocument};

use super::SearchError;
use super::analyse::Analyser;
use super::glossary::Glossary;
use super::hit::{Line, Text};
use super::index::{Fields, SearchIndex, Section, label};
use super::lexicon::Counts;
use super::section::{Passage, Written};
use super::terms::Spot;
use super::word::words;
use crate::content::{Course, Slug};
use crate::text::ByLang;

/// What tantivy sizes its tables by, in bytes; it takes more if it needs more.
const MEMORY: usize = 16 << 20;

/// Reads sections one after another into an index. Each text is taken apart once: for the index, for
/// the words that may complete a query, and for the marks.
pub struct Builder {
    writer: SingleSegmentIndexWriter,
    fields: Fields,
    analyser: Analyser,
    glossary: Glossary,
    sections: Vec<Section>,
    words: Counts,
    /// The tokens of the text that is being read, with spaces between them.
    tokens: String,
}

impl Builder {
    /// An empty index.
    ///
    /// # Errors
    /// When the glossary or the index cannot be read or made.
    pub fn new() -> Result<Self, SearchError> {
        let mut analyser = Analyser::default();
        let glossary = Glossary::built_in(&mut analyser)?;
        let (schema, fields) = Fields::schema();
        let writer = Index::builder().schema(schema).single_segment_index_writer(RamDirectory::create(), MEMORY)?;
        Ok(Builder { writer, fields, analyser, glossary, sections: Vec::new(), words: Counts::default(), tokens: String::new() })
    }

    /// Adds a section.
    ///
    /// # Errors
    /// When the index cannot take it.
    pub fn add(&mut self, course: &Course, passage: Passage) -> Result<(), SearchError> {
        let mut document = TantivyDocument::default();
        for label in labels(course, &passage.slug) {
            document.add_text(self.fields.labels, label);
        }
        let Passage { slug, anchor, asks, mut texts } = passage;
        self.read(slug.as_str(), self.fields.title, &mut document);
        let texts = ByLang::new(|lang| texts[lang].take().map(|written| Arc::new(self.text(written, &mut document))));
        self.sections.push(Section { slug, anchor, asks, texts });
        self.words.end_section();
        Ok(self.writer.add_document(document)?)
    }

    /// The index of what was added.
    ///
    /// # Errors
    /// When the index cannot be closed or opened.
    pub fn finish(self) -> Result<SearchIndex, SearchError> {
        let index = self.writer.finalize()?;
        let searcher = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?.searcher();
        Ok(SearchIndex { searcher, fields: self.fields, glossary: self.glossary, lexicon: self.words.into(), sections: self.sections })
    }

    fn text(&mut self, written: Written, document: &mut TantivyDocument) -> Text {
        let Fields { title, heading, body, .. } = self.fields;
        for alias in &written.aliases {
            self.read(alias, title, document);
        }
        let mut path = written.path;
        let own = path.pop().unwrap_or_default();
        for above in &path {
            self.read(above, heading, document);
        }
        let lines = written.lines.into_iter().map(|line| self.line(line, body, document)).collect();
        Text { title: self.line(written.title, title, document), heading: self.line(own, heading, document), lines }
    }

    fn line(&mut self, text: String, field: Field, document: &mut TantivyDocument) -> Line {
        Line { spots: self.read(&text, field, document), text }
    }

    /// Adds a text to a field of the document, and its words to those that may be typed.
    fn read(&mut self, text: &str, field: Field, document: &mut TantivyDocument) -> Vec<Spot> {
        let mut spots = Vec::new();
        self.tokens.clear();
        for word in words(text) {
            self.words.add(&word, &self.analyser.norm(&word));
            self.analyser.each_token(&word, |token, range| {
                spots.push(Spot::new(token, range));
                self.tokens.push_str(token);
                self.tokens.push(' ');
            });
        }
        document.add_text(field, &self.tokens);
        spots
    }
}

/// Front matter stands in the `.md`, so the tags of all languages together are the lesson's.
fn labels(course: &Course, slug: &Slug) -> Vec<String> {
    let lessons = course.lessons.get(slug).into_iter().flat_map(|texts| texts.iter()).filter_map(|(_, lesson)| lesson.as_ref());
    let tags = lessons.flat_map(|lesson| &lesson.front.tags).map(|tag| label("tag", tag));
    tags.chain([label("topic", slug.topic())]).collect()
}
