use std::collections::BTreeSet;

use super::{Checks, LessonText};
use crate::content::{Anchor, BlockKind, Course, Lesson, PriceRef, Problem, Referent, Slug, Target};
use crate::text::{Message, nearest};

/// Links, required lessons, explained codes and prices that lead nowhere.
pub(super) fn check(course: &Course, text: &LessonText<'_>, problems: &mut Vec<Problem>) {
    for reference in &text.lesson.references {
        let wrong = match &reference.to {
            Referent::Link(target) => link(course, text.lesson, target),
            Referent::Price(price) => self::price(course, price),
        };
        if let Some((code, message, hint)) = wrong {
            let problem = text.source.problem(reference.span.clone(), code, message);
            problems.push(hint.map_or(problem.clone(), |hint| problem.hint(hint)));
        }
    }
    if text.main {
        required(course, text, problems);
        explains(text, problems);
    }
}

type Wrong = (&'static str, Message, Option<Message>);

fn link(course: &Course, from: &Lesson, target: &Target) -> Option<Wrong> {
    match target {
        Target::Url(_) => None,
        Target::Nowhere(to) if course.is_vault() && is_other_file(to) => None,
        Target::Nowhere(to) => Some(("broken-link", Message::new("content-broken-link").with("to", to.clone()), None)),
        Target::Lesson { slug, anchor } => {
            let Some(lesson) = course.lesson(slug, from.lang) else {
                if course.planned.contains_key(slug) {
                    return None;
                }
                return Some(("broken-link", Message::new("content-broken-link").with("to", slug.to_string()), near_lesson(course, slug)));
            };
            let anchor = anchor.as_ref().filter(|anchor| lesson.heading(anchor).is_none())?;
            let message = Message::new("content-broken-anchor").with("lesson", slug.to_string()).with("anchor", anchor.to_string());
            Some(("broken-anchor", message, near_anchor(lesson, anchor)))
        }
    }
}

/// Whether a vault's link names a file that is no note: those are not read.
fn is_other_file(to: &str) -> bool {
    let name = to.split(['#', '?']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, end)| end != "md" && !end.is_empty() && !end.contains(' '))
}

fn price(course: &Course, price: &PriceRef) -> Option<Wrong> {
    let Some(row) = course.prices.rows.get(&price.id) else {
        let hint = did_you_mean(&price.id, course.prices.rows.keys().map(String::as_str));
        return Some(("unknown-price", Message::new("content-unknown-price").with("id", price.id.clone()), hint));
    };
    let region = price.region.as_deref().unwrap_or(&course.region);
    if row.regions.contains_key(region) {
        return None;
    }
    let known: Vec<&str> = row.regions.keys().map(String::as_str).collect();
    let message = Message::new("content-unknown-price-region").with("id", price.id.clone()).with("region", region.to_owned());
    Some(("unknown-price", message, Some(Message::new("content-known-are").with("known", known.join(", ")))))
}

fn required(course: &Course, text: &LessonText<'_>, problems: &mut Vec<Problem>) {
    for slug in &text.lesson.front.requires {
        if !course.lessons.contains_key(slug) && !course.planned.contains_key(slug) {
            let problem =
                text.source.problem(text.in_front(slug.as_str()), "unknown-lesson", Message::new("content-no-such-lesson").with("lesson", slug.to_string()));
            problems.push(near_lesson(course, slug).map_or(problem.clone(), |hint| problem.hint(hint)));
        }
    }
}

fn explains(text: &LessonText<'_>, problems: &mut Vec<Problem>) {
    for (code, anchor) in &text.lesson.front.explains {
        if text.lesson.heading(anchor).is_none() {
            let message = Message::new("content-broken-anchor").with("lesson", text.lesson.slug.to_string()).with("anchor", anchor.to_string());
            let problem = text.source.problem(text.in_front(code), "broken-anchor", message);
            problems.push(near_anchor(text.lesson, anchor).map_or(problem.clone(), |hint| problem.hint(hint)));
        }
    }
}

/// Codes that no simulator has, and, where all must be explained, codes that no lesson explains.
pub(super) fn check_explained(course: &Course, checks: &Checks<'_>, problems: &mut Vec<Problem>) {
    let known: BTreeSet<&str> = checks.simulators.iter().flat_map(|s| s.codes.iter().copied()).collect();
    let mut explained = BTreeSet::new();
    for text in super::texts(course).filter(|text| text.main) {
        for (code, _) in &text.lesson.front.explains {
            explained.insert(code.clone());
            if !known.contains(code.as_str()) {
                let problem = text.source.problem(text.in_front(code), "unknown-code", Message::new("content-unknown-code").with("code", code.clone()));
                problems.push(did_you_mean(code, known.iter().copied()).map_or(problem.clone(), |hint| problem.hint(hint)));
            }
        }
    }
    if !checks.explain_all {
        return;
    }
    for simulator in &checks.simulators {
        for code in simulator.codes.iter().filter(|code| !explained.contains(**code)) {
            let message = Message::new("content-unexplained-code").with("code", (*code).to_owned()).with("sim", simulator.name.to_owned());
            let line = 0..course.manifest.text.lines().next().map_or(0, str::len);
            let hint = Message::new("content-unexplained-code-hint").with("code", (*code).to_owned());
            problems.push(course.manifest.problem(line, "unexplained-code", message).hint(hint));
        }
    }
}

fn near_lesson(course: &Course, slug: &Slug) -> Option<Message> {
    if let Some(new) = course.renamed.get(slug) {
        return Some(Message::new("content-renamed").with("lesson", new.to_string()));
    }
    did_you_mean(slug.as_str(), course.lessons.keys().chain(course.planned.keys()).map(Slug::as_str))
}

fn near_anchor(lesson: &Lesson, anchor: &Anchor) -> Option<Message> {
    let anchors: Vec<&str> =
        lesson.blocks.iter().filter_map(|b| if let BlockKind::Heading { anchor, .. } = &b.kind { Some(anchor.as_str()) } else { None }).collect();
    did_you_mean(anchor.as_str(), anchors.iter().copied())
        .or_else(|| (!anchors.is_empty()).then(|| Message::new("content-known-are").with("known", anchors.join(", "))))
}

fn did_you_mean<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<Message> {
    nearest(word, known).first().map(|near| Message::new("content-did-you-mean").with("word", (*near).to_owned()))
}
