use std::sync::Arc;

use super::hit::{Found, Hit, Line, Text};
use super::query::{Asked, Query};
use super::section::{Passage, Written, passages};
use super::terms::Terms;
use crate::content::Course;
use crate::text::Lang;

/// Looks for the letters of a query in every section: the answer until an index is built.
///
/// All words must stand in one language's text. Those in a title come first, then those in a
/// heading, then reading order. Synonyms and endings are not known here.
#[must_use]
pub fn scan(course: &Course, query: &Query, limit: usize) -> Found {
    let asked = query.asked();
    if asked.is_empty() {
        return Found::default();
    }
    let words: Vec<String> = asked.words.split(' ').filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    let wanted: Vec<String> = words.into_iter().chain(asked.phrases.iter().map(|phrase| phrase.to_ascii_lowercase())).collect();
    let terms = Arc::new(Terms::of_letters(wanted.clone()));
    let mut hits: Vec<Hit> = Vec::new();
    for passage in passages(course) {
        if labelled(course, &passage, &asked) {
            hits.extend(hit(passage, &asked, query.lang, &wanted, &terms));
        }
    }
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    let total = hits.len();
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if kept.len() < limit && kept.iter().filter(|other| other.slug == hit.slug).count() < query.rows.a_lesson() {
            kept.push(hit);
        }
    }
    Found { hits: kept, total, terms }
}

fn labelled(course: &Course, passage: &Passage, asked: &Asked) -> bool {
    let topic = passage.slug.topic().to_lowercase();
    let lessons = || course.lessons.get(&passage.slug).into_iter().flat_map(|texts| texts.iter()).filter_map(|(_, lesson)| lesson.as_ref());
    let tagged = |tag: &String| lessons().any(|lesson| lesson.front.tags.iter().any(|own| own.to_lowercase() == *tag));
    (asked.topics.is_empty() || asked.topics.contains(&topic)) && asked.tags.iter().all(tagged)
}

fn hit(mut passage: Passage, asked: &Asked, reader: Lang, wanted: &[String], terms: &Arc<Terms>) -> Option<Hit> {
    let order = asked.lang.map_or_else(|| vec![reader, reader.next()], |lang| vec![lang]);
    let has_none = |written: &Written| !asked.without.iter().any(|word| rank(written, std::slice::from_ref(&word.to_ascii_lowercase())).is_some());
    if !passage.texts.iter().filter_map(|(_, written)| written.as_ref()).all(has_none) {
        return None;
    }
    let (lang, score) = order.into_iter().find_map(|lang| Some((lang, rank(passage.texts[lang].as_ref()?, wanted)?)))?;
    let written = passage.texts[lang].take()?;
    let line = |text: String| Line { text, spots: Vec::new() };
    let mut path = written.path;
    let heading = path.pop().unwrap_or_default();
    let text = Text { title: line(written.title), heading: line(heading), lines: written.lines.into_iter().map(line).collect() };
    Some(Hit {
        slug: passage.slug,
        anchor: passage.anchor,
        lang,
        title: text.title.text.clone(),
        heading: text.heading.text.clone(),
        snippet: text.snippet(terms),
        score,
        text: Arc::new(text),
        terms: Arc::clone(terms),
    })
}

/// How well a text has all of `wanted`; none where one of them is missing.
fn rank(written: &Written, wanted: &[String]) -> Option<f32> {
    let titles: Vec<String> = std::iter::once(&written.title).chain(&written.aliases).map(|text| text.to_ascii_lowercase()).collect();
    let headings: Vec<String> = written.path.iter().map(|text| text.to_ascii_lowercase()).collect();
    let lines: Vec<String> = written.lines.iter().map(|text| text.to_ascii_lowercase()).collect();
    let in_any = |texts: &[String], word: &String| texts.iter().any(|text| text.contains(word.as_str()));
    let place = |word| match () {
        () if in_any(&titles, word) => Some(3.0),
        () if in_any(&headings, word) => Some(2.0),
        () if in_any(&lines, word) => Some(1.0),
        () => None,
    };
    wanted.iter().map(place).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::made_up::small;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let query = Query { text: text.to_owned(), ..Query::default() };
        let found = scan(&small(), &query, 10);
        let hits: Vec<String> = found.hits.iter().map(|hit| format!("{} {} {:?}", hit.slug, hit.lang, hit.snippet.marks)).collect();
        assert_eq!(hits, expected, "{text}");
    }

    #[test]
    fn all_letters_must_stand_in_one_language() {
        check("hour char", &["web/cache en [8..12, 23..27]"]);
        check("시간", &["web/cache ko [10..16]"]);
        check("hour 시간", &[]);
    }

    #[test]
    fn titles_come_first() {
        check("queue -dead", &["web/queue en [2..7, 46..51]"]);
        check("table", &["db/partitions en [6..11]", "db/partitions en [2..7]", "web/queue en [34..39]"]);
    }

    #[test]
    fn filters_hold() {
        check("tag:data lang:ko 캐시 topic:web", &["web/cache ko [0..6]", "web/cache ko [0..6]"]);
    }
}
