use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Lesson, Prices, Problem, Slug, Source};
use crate::text::{ByLang, Lang, nearest};

/// A course: its lessons in the order they are read, and every problem that its files have.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The first part of every card id.
    pub id: String,
    /// The title in each language.
    pub title: ByLang<String>,
    /// The languages in which its lessons stand, the first of them its main one.
    pub languages: Vec<Lang>,
    /// The AWS region of prices that name none.
    pub region: String,
    /// Parts, in order.
    pub parts: Vec<Part>,
    /// The lessons that are written.
    pub lessons: BTreeMap<Slug, Bilingual>,
    /// Titles of lessons that are known but not yet written.
    pub planned: BTreeMap<Slug, ByLang<String>>,
    /// Old slugs and what they became.
    pub renamed: BTreeMap<Slug, Slug>,
    /// The prices that lessons name.
    pub prices: Arc<Prices>,
    /// `course.toml`; empty in a folder without one, which is asked for nothing bilingual.
    pub manifest: Source,
    /// Everything that is wrong with the files.
    pub problems: Vec<Problem>,
}

/// A part of a course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// A short name.
    pub id: String,
    /// The title in each language.
    pub title: ByLang<String>,
    /// Its modules, in order.
    pub modules: Vec<Module>,
}

/// A module of a part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// The title in each language.
    pub title: ByLang<String>,
    /// Its lessons in order, planned ones among them.
    pub lessons: Vec<Slug>,
}

/// A lesson in each language in which it could be read.
pub type Bilingual = ByLang<Option<Arc<Lesson>>>;

impl Course {
    /// A lesson in `lang`, or in another language where it lacks that one.
    #[must_use]
    pub fn lesson(&self, slug: &Slug, lang: Lang) -> Option<&Arc<Lesson>> {
        let texts = self.lessons.get(slug)?;
        texts[lang].as_ref().or_else(|| texts.iter().find_map(|(_, lesson)| lesson.as_ref()))
    }

    /// The language whose front matter holds for all.
    #[must_use]
    pub fn main_lang(&self) -> Lang {
        super::link::plain_lang(&self.languages)
    }

    /// The file of a lesson in a language, below the course's folder.
    ///
    /// In a course of one language every file ends in a bare `.md`, whatever the language.
    #[must_use]
    pub fn file(&self, slug: &Slug, lang: Lang) -> String {
        if lang == self.main_lang() { format!("{slug}.md") } else { slug.file(lang) }
    }

    /// Whether it is a folder of notes without `course.toml`.
    #[must_use]
    pub fn is_vault(&self) -> bool {
        self.manifest.file.is_empty()
    }

    /// The lessons that a person may mean by `word`, the nearest first: one where it is certain.
    ///
    /// A path or the end of one (`nat-gateway`), a file's name, an old name, an alias, or a slip.
    #[must_use]
    pub fn find(&self, word: &str) -> Vec<&Slug> {
        let known = || self.lessons.keys().chain(self.planned.keys());
        let certain: Vec<&Slug> = known().filter(|slug| self.means(slug, word)).collect();
        if let Some(exact) = certain.iter().find(|slug| slug.as_str() == bare(word)) {
            return vec![exact];
        }
        if !certain.is_empty() {
            return certain;
        }
        let near = nearest(bare(word), known().map(Slug::as_str));
        let ends = nearest(last(bare(word)), known().map(|slug| last(slug.as_str())));
        let is_near = |slug: &&Slug| near.contains(&slug.as_str()) || ends.contains(&last(slug.as_str()));
        let begins = |slug: &&Slug| bare(word).len() > 2 && slug.as_str().contains(bare(word));
        known().filter(begins).chain(known().filter(|slug| is_near(slug) && !begins(slug))).take(3).collect()
    }

    /// Whether `word` is a name of the lesson, not merely near one.
    #[must_use]
    pub fn means(&self, slug: &Slug, word: &str) -> bool {
        let word = bare(word);
        let is_alias = |lesson: &Arc<Lesson>| lesson.front.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(word));
        let texts = self.lessons.get(slug);
        slug.as_str() == word
            || last(slug.as_str()) == word
            || self.renamed.get(&Slug::new(word)) == Some(slug)
            || texts.is_some_and(|texts| texts.iter().filter_map(|(_, lesson)| lesson.as_ref()).any(is_alias))
    }

    /// The title of a lesson, written or planned; its slug if it is neither.
    #[must_use]
    pub fn title_of<'a>(&'a self, slug: &'a Slug, lang: Lang) -> &'a str {
        if let Some(lesson) = self.lesson(slug, lang) {
            return &lesson.front.title;
        }
        self.planned.get(slug).map_or(slug.as_str(), |title| &title[lang])
    }

    /// Every lesson of the course in reading order, planned ones among them.
    pub fn order(&self) -> impl Iterator<Item = &Slug> {
        self.parts.iter().flat_map(|p| &p.modules).flat_map(|m| &m.lessons)
    }

    /// The module of a lesson with its part.
    #[must_use]
    pub fn module_of(&self, slug: &Slug) -> Option<(&Part, &Module)> {
        self.parts.iter().flat_map(|p| p.modules.iter().map(move |m| (p, m))).find(|(_, m)| m.lessons.contains(slug))
    }
}

/// A lesson's name without the end of its file.
fn bare(word: &str) -> &str {
    let ends = Lang::ALL.iter().rev().map(|lang| lang.file_end());
    ends.filter_map(|end| word.strip_suffix(end)).next().unwrap_or(word)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
