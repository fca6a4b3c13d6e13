//! One search over both languages: analyser, query reader, index, highlighter.
//!
//! A text becomes tokens (`analyse`): stems of Latin words, pairs of Hangul syllables without their
//! particle. A query becomes units (`unit`), each with every form that it may have: synonyms in both
//! languages from the glossary, and what its last word may grow into. `plan` turns units into a
//! query for tantivy, `terms` finds the same forms in any text to mark them.
//!
//! It does not know where courses lie, how hits are drawn or which thread it runs on. The index is
//! built in memory from a loaded course ([`SearchIndex::build`]); nothing is written to disk.

mod analyse;
mod build;
mod form;
mod glossary;
mod hit;
mod index;
mod korean;
mod lexicon;
mod plan;
mod query;
mod scan;
mod section;
mod stop;
mod terms;
mod typed;
mod unit;
mod word;

#[cfg(test)]
mod made_up;

pub use hit::{Found, Hit};
pub use index::SearchIndex;
pub use query::{Query, Rows};
pub use scan::scan;
pub use terms::{Marked, Terms};

/// Why a course cannot be searched.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index cannot be built.
    #[error("the search index cannot be built: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// The glossary that is compiled in cannot be read.
    #[error("the glossary cannot be read: {0}")]
    Glossary(#[from] toml::de::Error),
}
