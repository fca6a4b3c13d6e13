//! Files to a course: with `course.toml` in the order that it gives, without one as a vault of notes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::link::{Place, lesson_of, notes, plain_lang};
use super::manifest::{self, DEFAULT_REGION, Manifest};
use super::{Bilingual, Course, Front, Lesson, Module, Part, Prices, Problem, Slug, Source, read};
use crate::text::{ByLang, Lang, Message, clean, hangul, nearest};

const MANIFEST: &str = "course.toml";

/// Reads a course from its files, given as paths below its folder and bytes, in any order.
///
/// With a `course.toml` among them it is a course in the languages that it names, without one a
/// vault of notes in one language; `name`, the folder's, is then its id. Nothing makes it fail:
/// everything that is wrong stands in [`Course::problems`].
pub fn parse_course<P: AsRef<str>, B: AsRef<[u8]>>(name: &str, files: impl IntoIterator<Item = (P, B)>, prices: Arc<Prices>) -> Course {
    let mut files: Vec<(P, B)> = files.into_iter().filter(|(path, _)| is_ours(path.as_ref())).collect();
    files.sort_by(|a, b| a.0.as_ref().cmp(b.0.as_ref()));
    let mut problems = Vec::new();
    let mut unreadable = BTreeSet::new();
    let mut sources = Vec::with_capacity(files.len());
    for (path, bytes) in &files {
        match decode(path.as_ref(), bytes.as_ref(), &mut problems) {
            Some(source) => sources.push(source),
            None => {
                unreadable.insert(path.as_ref().to_owned());
            }
        }
    }
    let manifest = sources.iter().position(|s| &*s.file == MANIFEST).map(|at| sources.remove(at));
    let mut course = match manifest {
        Some(manifest) => with_manifest(name, manifest, &sources, &unreadable, &mut problems),
        None => vault(name, &sources, &mut problems),
    };
    course.prices = prices;
    course.problems = problems;
    course
}

/// Whether a file belongs to a course: lessons and `course.toml`, nothing hidden, no README.
fn is_ours(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with(['.', '_']));
    let is_readme = path.rsplit('/').next().is_some_and(|name| name.to_ascii_lowercase().starts_with("readme."));
    !hidden && (path == MANIFEST || (path.ends_with(".md") && !is_readme))
}

/// The text of a file; `None` if it is no text at all.
fn decode(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Source> {
    if bytes.contains(&0) {
        problems.push(Source::new(path, "").problem(0..0, "binary", Message::new("content-binary")));
        return None;
    }
    let text = String::from_utf8_lossy(bytes);
    let broken = matches!(text, Cow::Owned(_));
    let source = Source::new(path, clean(&text));
    if broken {
        let at = source.text.find('\u{fffd}').unwrap_or_default();
        problems.push(source.problem(at..at + '\u{fffd}'.len_utf8(), "not-utf8", Message::new("content-not-utf8")));
    }
    Some(source)
}

fn with_manifest(name: &str, source: Source, sources: &[Source], unreadable: &BTreeSet<String>, problems: &mut Vec<Problem>) -> Course {
    let manifest = manifest::read(&source, name, problems);
    let mut read: BTreeMap<Slug, ByLang<Option<Lesson>>> = BTreeMap::new();
    for file in sources {
        let Some((slug, lang)) = lesson_of(&file.file, &manifest.languages) else { continue };
        let (lesson, mut found) = read::lesson(&Place { source: file, slug: &slug, lang, languages: &manifest.languages, notes: None });
        problems.append(&mut found);
        if !manifest.listed.contains_key(&slug) {
            problems.push(file.problem(0..0, "unlisted-lesson", Message::new("content-unlisted-lesson").with("lesson", slug.to_string())));
        }
        read.entry(slug).or_default()[lang] = Some(lesson);
    }
    let broken: BTreeSet<Slug> = unreadable.iter().filter_map(|path| Some(lesson_of(path, &manifest.languages)?.0)).collect();
    listed_and_planned(&source, &manifest, &read, &broken, problems);
    let lessons: BTreeMap<Slug, Bilingual> = read.into_iter().map(|(slug, texts)| (slug, bilingual(texts, plain_lang(&manifest.languages)))).collect();
    let Manifest { id, title, languages, region, parts, mut planned, .. } = manifest;
    planned.retain(|slug, _| !lessons.contains_key(slug));
    Course { id, title, languages, region, parts, renamed: renamed(&lessons), lessons, planned, manifest: source, ..Course::default() }
}

/// Whether the lists of `course.toml` agree with each other and with the files.
fn listed_and_planned(
    source: &Source,
    manifest: &Manifest,
    read: &BTreeMap<Slug, ByLang<Option<Lesson>>>,
    broken: &BTreeSet<Slug>,
    problems: &mut Vec<Problem>,
) {
    for (slug, at) in &manifest.listed {
        if !read.contains_key(slug) && !broken.contains(slug) && !manifest.planned.contains_key(slug) {
            let problem = source.problem(at.clone(), "no-such-lesson", Message::new("content-no-such-lesson").with("lesson", slug.to_string()));
            problems.push(match nearest(slug.as_str(), read.keys().map(Slug::as_str)).first() {
                Some(near) => problem.hint(Message::new("content-did-you-mean").with("word", (*near).to_owned())),
                None => problem.hint(Message::new("content-no-such-lesson-hint").with("file", slug.file(plain_lang(&manifest.languages)))),
            });
        }
    }
    for (slug, at) in &manifest.planned_at {
        let lesson = slug.to_string();
        if read.contains_key(slug) {
            problems.push(source.problem(at.clone(), "planned-written", Message::new("content-planned-written").with("lesson", lesson)));
        } else if !manifest.listed.contains_key(slug) {
            problems.push(source.problem(at.clone(), "planned-unlisted", Message::new("content-planned-unlisted").with("lesson", lesson)));
        }
    }
}

/// The texts of a lesson; what stands in the main language's front matter alone holds for all.
fn bilingual(mut texts: ByLang<Option<Lesson>>, main: Lang) -> Bilingual {
    if let Some(front) = texts[main].as_ref().map(|lesson| lesson.front.clone()) {
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != main) {
            if let Some(lesson) = &mut texts[lang] {
                let own = std::mem::take(&mut lesson.front);
                lesson.front = Front { title: own.title, summary: own.summary, aliases: own.aliases, ..front.clone() };
            }
        }
    }
    ByLang::new(|lang| texts[lang].take().map(Arc::new))
}

fn renamed(lessons: &BTreeMap<Slug, Bilingual>) -> BTreeMap<Slug, Slug> {
    let mut renamed = BTreeMap::new();
    for (slug, texts) in lessons {
        for old in texts.iter().filter_map(|(_, lesson)| lesson.as_ref()).flat_map(|lesson| &lesson.front.was) {
            renamed.insert(old.clone(), slug.clone());
        }
    }
    renamed
}

fn vault(name: &str, sources: &[Source], problems: &mut Vec<Problem>) -> Course {
    let lang = spoken(sources);
    let languages = [lang];
    let slugs: Vec<Slug> = sources.iter().filter_map(|s| s.file.strip_suffix(".md")).map(Slug::new).collect();
    let notes = notes(slugs.iter());
    let mut lessons = BTreeMap::new();
    for (source, slug) in sources.iter().zip(&slugs) {
        let (lesson, mut found) = read::lesson(&Place { source, slug, lang, languages: &languages, notes: Some(&notes) });
        problems.append(&mut found);
        let lesson = Arc::new(lesson);
        lessons.insert(slug.clone(), Bilingual::new(|l| (l == lang).then(|| Arc::clone(&lesson))));
    }
    let title = ByLang::new(|_| name.to_owned());
    let parts = vec![Part { id: String::new(), title: title.clone(), modules: folders(name, &slugs) }];
    let renamed = renamed(&lessons);
    Course { id: name.to_owned(), title, languages: languages.to_vec(), region: DEFAULT_REGION.to_owned(), parts, lessons, renamed, ..Course::default() }
}

/// A module for each run of notes from one folder, so that all stay in path order.
fn folders(name: &str, slugs: &[Slug]) -> Vec<Module> {
    let folder = |slug: &Slug| slug.as_str().rsplit_once('/').map_or_else(|| name.to_owned(), |(folder, _)| folder.to_owned());
    let runs = slugs.chunk_by(|a, b| folder(a) == folder(b));
    runs.map(|run| Module { title: ByLang::new(|_| run.first().map(folder).unwrap_or_default()), lessons: run.to_vec() }).collect()
}

/// Korean if one letter in six is Hangul: Korean notes on computers are full of Latin words.
fn spoken(sources: &[Source]) -> Lang {
    let letters = sources.iter().flat_map(|s| s.text.chars());
    let (korean, latin) =
        letters.fold(
            (0_usize, 0_usize),
            |(korean, latin), c| {
                if hangul::is_syllable(c) { (korean + 1, latin) } else { (korean, latin + usize::from(c.is_ascii_alphabetic())) }
            },
        );
    if korean * 5 > latin { Lang::Ko } else { Lang::En }
}
