//! Where a file of a course stands, and where its links lead.

use std::collections::BTreeMap;

use super::{Anchor, Slug, Source, Target};
use crate::text::Lang;

/// A file of a course, as its links see it.
pub(super) struct Place<'a> {
    pub(super) source: &'a Source,
    pub(super) slug: &'a Slug,
    pub(super) lang: Lang,
    pub(super) languages: &'a [Lang],
    /// The notes of a vault by their names; none in a course.
    pub(super) notes: Option<&'a Notes>,
}

/// The notes of a vault by path and by bare name, in lower case.
pub(super) type Notes = BTreeMap<String, Slug>;

/// The slug and language of a lesson's file; `None` for a file that is no lesson.
pub(super) fn lesson_of(path: &str, languages: &[Lang]) -> Option<(Slug, Lang)> {
    let marked = languages.iter().filter(|l| l.file_end() != ".md").find_map(|l| Some((path.strip_suffix(l.file_end())?, *l)));
    let (stem, lang) = marked.or_else(|| Some((path.strip_suffix(".md")?, plain_lang(languages))))?;
    (!stem.is_empty() && !stem.ends_with('/')).then(|| (Slug::new(stem), lang))
}

/// The language of files that end in a bare `.md`.
pub(super) fn plain_lang(languages: &[Lang]) -> Lang {
    let plain = languages.iter().find(|l| l.file_end() == ".md");
    plain.or(languages.first()).copied().unwrap_or_default()
}

/// Every note of a vault by the names that wiki links use.
pub(super) fn notes<'a>(slugs: impl Iterator<Item = &'a Slug>) -> Notes {
    let mut notes = Notes::new();
    for slug in slugs {
        let path = slug.as_str().to_lowercase();
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        notes.entry(name).or_insert_with(|| slug.clone());
        notes.insert(path, slug.clone());
    }
    notes
}

impl Place<'_> {
    /// Where a Markdown link leads, and the language of the lesson's file that it names.
    pub(super) fn target(&self, to: &str) -> (Target, Option<Lang>) {
        if has_scheme(to) {
            return (Target::Url(to.to_owned()), None);
        }
        let (path, anchor) = to.split_once('#').map_or((to, None), |(path, anchor)| (path, Some(anchor)));
        let anchor = anchor.filter(|a| !a.is_empty()).map(|a| self.anchor(&decode(a)));
        if path.is_empty() && anchor.is_some() {
            return (Target::Lesson { slug: self.slug.clone(), anchor }, None);
        }
        let found = self.beside(&decode(path)).and_then(|path| lesson_of(&path, self.languages));
        match found {
            Some((slug, lang)) => (Target::Lesson { slug, anchor }, Some(lang)),
            None => (Target::Nowhere(to.to_owned()), None),
        }
    }

    /// Where a wiki link leads: a note by its name or path, wherever it stands.
    pub(super) fn wiki_target(&self, to: &str) -> Target {
        let (name, heading) = to.split_once('#').map_or((to, None), |(name, heading)| (name, heading.rsplit('#').next()));
        let anchor = heading.filter(|h| !h.is_empty() && !h.starts_with('^')).map(|h| self.anchor(h));
        if name.trim().is_empty() {
            return Target::Lesson { slug: self.slug.clone(), anchor };
        }
        let key = name.trim().trim_start_matches('/').trim_end_matches(".md").to_lowercase();
        match self.notes.and_then(|notes| notes.get(&key)) {
            Some(slug) => Target::Lesson { slug: slug.clone(), anchor },
            None => Target::Nowhere(to.to_owned()),
        }
    }

    fn anchor(&self, text: &str) -> Anchor {
        if self.notes.is_some() { Anchor::of_heading(text) } else { Anchor::new(text) }
    }

    /// `path` as it is written in this file, from the course's folder; `None` if it leads out of it.
    fn beside(&self, path: &str) -> Option<String> {
        let mut parts: Vec<&str> = self.slug.as_str().split('/').collect();
        parts.pop();
        if path.starts_with('/') {
            parts.clear();
        }
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }
}

fn has_scheme(to: &str) -> bool {
    let scheme = to.split_once(':').map_or("", |(scheme, _)| scheme);
    scheme.len() > 1 && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// `%20` and the like as the characters that they stand for.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).filter(|_| *first == b'%').and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: &[Lang] = &[Lang::En, Lang::Ko];

    #[track_caller]
    fn check(to: &str, expected: &str) {
        let source = Source::default();
        let slug = Slug::from("vpc/here");
        let place = Place { source: &source, slug: &slug, lang: Lang::En, languages: BOTH, notes: None };
        let shown = match place.target(to) {
            (Target::Lesson { slug, anchor }, lang) => {
                format!("{slug}{}{}", anchor.map(|a| format!("#{a}")).unwrap_or_default(), lang.map(|l| format!(" {l}")).unwrap_or_default())
            }
            (Target::Url(url), _) => format!("url {url}"),
            (Target::Nowhere(to), _) => format!("nowhere {to}"),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn links_are_resolved_beside_the_lesson() {
        check("nat.md", "vpc/nat en");
        check("./nat.ko.md", "vpc/nat ko");
        check("../aws/costs.md#nat", "aws/costs#nat en");
        check("#cost", "vpc/here#cost");
        check("a%20b.md", "vpc/a b en");
        check("https://example.com/x.md", "url https://example.com/x.md");
        check("mailto:a@example.com", "url mailto:a@example.com");
        check("../../out.md", "nowhere ../../out.md");
        check("picture.png", "nowhere picture.png");
        check("", "nowhere ");
    }

    #[test]
    fn wiki_links_find_a_note_by_name() {
        let all = [Slug::from("Day 1/My Note"), Slug::from("index")];
        let names = notes(all.iter());
        let source = Source::default();
        let place = Place { source: &source, slug: &all[1], lang: Lang::En, languages: &[Lang::En], notes: Some(&names) };
        let lesson = |slug: &Slug, anchor: Option<&str>| Target::Lesson { slug: slug.clone(), anchor: anchor.map(Anchor::from) };
        assert_eq!(place.wiki_target("my note"), lesson(&all[0], None));
        assert_eq!(place.wiki_target("Day 1/My Note#What it costs"), lesson(&all[0], Some("what-it-costs")));
        assert_eq!(place.wiki_target("#Top"), lesson(&all[1], Some("top")));
        assert_eq!(place.wiki_target("Lost"), Target::Nowhere("Lost".into()));
    }
}
