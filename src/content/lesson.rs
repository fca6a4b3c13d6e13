use std::ops::Range;
use std::sync::Arc;

use super::{Anchor, Block, BlockKind, Drill, Inlines, PriceRef, Question, Scenario, Slug, Target};
use crate::text::Lang;

/// A lesson in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Its path below the course.
    pub slug: Slug,
    /// Its language.
    pub lang: Lang,
    /// What stands before its text.
    pub front: Front,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Every link and price in the text, in order: what a check and the backlinks look through.
    pub references: Vec<Reference>,
    /// The file as it was read, cleaned: what every span counts in.
    pub source: Arc<str>,
}

/// Front matter. In a `.ko.md` only title, summary and aliases stand; the rest is the `.md`'s.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// The lesson's title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Free words, for `--tag`.
    pub tags: Vec<String>,
    /// What people type to find it.
    pub aliases: Vec<String>,
    /// Lessons to read before.
    pub requires: Vec<Slug>,
    /// The day on which the facts were checked, `YYYY-MM-DD`.
    pub checked: Option<String>,
    /// Machine codes of simulators that a section explains.
    pub explains: Vec<(String, Anchor)>,
    /// Where the facts stand.
    pub sources: Vec<Link>,
    /// Slugs that the lesson had before.
    pub was: Vec<Slug>,
}

/// A link or price with its place in the lesson's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The bytes that name it.
    pub span: Range<usize>,
    /// What is named.
    pub to: Referent,
}

/// What a [`Reference`] names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// A link's target.
    Link(Target),
    /// A price.
    Price(PriceRef),
}

/// A page on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A heading with the blocks under it, up to the next heading of any level.
///
/// The blocks before the first heading are a section without anchor or title.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'a> {
    /// The heading's anchor.
    pub anchor: Option<&'a Anchor>,
    /// 2 or deeper; 1 for what stands before the first heading.
    pub level: u8,
    /// The heading's text.
    pub title: &'a [super::Inline],
    /// The indexes of the blocks below the heading, in `Lesson::blocks`.
    pub blocks: Range<usize>,
}

impl Lesson {
    /// The sections in order, the first of them what stands before any heading.
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut sections = vec![Section { anchor: None, level: 1, title: &[], blocks: 0..0 }];
        for (at, block) in self.blocks.iter().enumerate() {
            if let BlockKind::Heading { level, anchor, text } = &block.kind {
                sections.push(Section { anchor: Some(anchor), level: *level, title: text, blocks: at + 1..at + 1 });
            }
            if let Some(last) = sections.last_mut() {
                last.blocks.end = at + 1;
            }
        }
        sections
    }

    /// About how many minutes it takes to read, at 1,100 cells a minute: 200 English words or 500 Korean syllables.
    #[must_use]
    pub fn minutes(&self) -> usize {
        crate::text::width(&self.source).div_ceil(1_100).max(1)
    }

    /// The questions in order; a drill is none.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.blocks.iter().filter_map(|b| match &b.kind {
            BlockKind::Question(question) => Some(question.as_ref()),
            _ => None,
        })
    }

    /// The drills in order.
    pub fn drills(&self) -> impl Iterator<Item = &Drill> {
        self.blocks.iter().filter_map(|b| match &b.kind {
            BlockKind::Drill(drill) => Some(drill),
            _ => None,
        })
    }

    /// The scenarios in order, each with its block.
    pub fn scenarios(&self) -> impl Iterator<Item = (&Block, &Scenario)> {
        self.blocks.iter().filter_map(|b| match &b.kind {
            BlockKind::Scenario(scenario) => Some((b, scenario)),
            _ => None,
        })
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading(&self, anchor: &Anchor) -> Option<&Inlines> {
        self.blocks.iter().find_map(|b| match &b.kind {
            BlockKind::Heading { anchor: a, text, .. } if a == anchor => Some(text),
            _ => None,
        })
    }
}
