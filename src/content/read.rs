use std::collections::BTreeSet;
use std::sync::Arc;

use super::link::{Place, plain_lang};
use super::markdown::{self, Found, Piece, first_line};
use super::{Anchor, Block, BlockKind, Lesson, Problem, QuestionId, Reference, Slug, Source, front, plain};
use crate::text::{Lang, Message, clean};

/// Reads a lesson of a course in English and Korean.
///
/// Nothing makes it fail: what cannot be read is a problem beside the lesson, and the rest stays
/// readable. Spans count in the text of the lesson's `source`, which is `source` cleaned.
#[must_use]
pub fn parse_lesson(source: &Source, slug: &Slug, lang: Lang) -> (Lesson, Vec<Problem>) {
    let cleaned = clean(&source.text);
    let source = if *cleaned == *source.text { source.clone() } else { Source::new(source.file.clone(), cleaned) };
    lesson(&Place { source: &source, slug, lang, languages: &Lang::ALL, notes: None })
}

/// Reads the lesson at `place`, whose text is clean.
pub(super) fn lesson(place: &Place<'_>) -> (Lesson, Vec<Problem>) {
    let source = place.source;
    let mut found = Found::default();
    let head = front::read(source, place.lang, plain_lang(place.languages), &mut found.problems);
    let is_course = place.notes.is_none();
    if is_course && !source.text.starts_with("+++") {
        found.problems.push(source.problem(first_line(&source.text, &(0..source.text.len())), "no-front", Message::new("content-no-front")));
    }
    let mut front = head.front;
    if is_course && head.found && front.title.is_empty() {
        found.problems.push(source.problem(head.span.clone(), "no-title", Message::new("content-no-title")));
    }
    let piece = Piece { text: source.text.get(head.body..).unwrap_or_default(), at: head.body, blanks: &[], whole: true };
    let mut blocks = markdown::blocks(place, &piece, &mut found);
    if front.title.is_empty() {
        front.title = title(&mut blocks).unwrap_or_else(|| place.slug.as_str().rsplit('/').next().unwrap_or_default().to_owned());
    }
    distinct_anchors(source, &mut blocks, is_course, &mut found.problems);
    distinct_ids(source, &blocks, &mut found.problems);
    unshowable(source, &mut found.problems);
    let Found { mut problems, references } = found;
    problems.sort_by_key(|p| p.span.start);
    (Lesson { slug: place.slug.clone(), lang: place.lang, front, blocks, references: in_order(references), source: Arc::clone(&source.text) }, problems)
}

fn in_order(mut references: Vec<Reference>) -> Vec<Reference> {
    references.sort_by_key(|r| r.span.start);
    references
}

/// The first heading as the title; a top heading that begins the text is taken out of it.
fn title(blocks: &mut Vec<Block>) -> Option<String> {
    let at = blocks.iter().position(|b| matches!(b.kind, BlockKind::Heading { .. }))?;
    let BlockKind::Heading { level, text, .. } = &blocks[at].kind else { return None };
    let title = plain(text);
    if at == 0 && *level == 1 {
        blocks.remove(0);
    }
    (!title.is_empty()).then_some(title)
}

/// Makes anchors unique: two written ones alike are a problem, of two made ones the second gets a number.
fn distinct_anchors(source: &Source, blocks: &mut [Block], is_course: bool, problems: &mut Vec<Problem>) {
    let mut seen: BTreeSet<Anchor> = BTreeSet::new();
    for block in blocks {
        let BlockKind::Heading { anchor, .. } = &mut block.kind else { continue };
        if seen.contains(anchor) {
            let line = first_line(&source.text, &block.span);
            if is_course {
                problems.push(source.problem(line, "double-anchor", Message::new("content-double-anchor").with("anchor", anchor.to_string())));
            }
            let free = (1..).map(|n| Anchor::new(format!("{anchor}-{n}"))).find(|a| !seen.contains(a));
            *anchor = free.unwrap_or_else(|| anchor.clone());
        }
        seen.insert(anchor.clone());
    }
}

fn distinct_ids(source: &Source, blocks: &[Block], problems: &mut Vec<Problem>) {
    let mut seen: BTreeSet<&QuestionId> = BTreeSet::new();
    for block in blocks {
        let id = match &block.kind {
            BlockKind::Question(question) => &question.id,
            BlockKind::Drill(drill) => &drill.id,
            _ => continue,
        };
        if !seen.insert(id) {
            let message = Message::new("content-double-id").with("id", id.to_string());
            problems.push(source.problem(first_line(&source.text, &block.span), "double-id", message));
        }
    }
}

/// One problem for each line with signs that were taken out because a terminal would obey them.
fn unshowable(source: &Source, problems: &mut Vec<Problem>) {
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        if let Some(bad) = line.find('\u{fffd}') {
            let span = at + bad..at + bad + '\u{fffd}'.len_utf8();
            problems.push(source.problem(span, "unshowable", Message::new("content-unshowable")));
        }
        at += line.len();
    }
}
