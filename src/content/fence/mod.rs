//! The fences that are more than code: `quiz`, `sim` and `drill`.
//!
//! A fence that cannot be read becomes [`BlockKind::Broken`] in its place; its problem stands
//! beside the lesson's others.

mod answer;
mod cloze;
mod lines;
mod opening;
mod question;
mod scenario;

use std::ops::Range;

use super::link::Place;
use super::markdown::{Found, first_line};
use super::{BlockKind, Problem};
use crate::text::Message;
use opening::Opening;

/// A problem on its way out of a fence that it makes unreadable.
type Failure = Box<Problem>;

/// Whether code of this language is a fence of ours.
pub(super) fn is_ours(lang: &str) -> bool {
    matches!(lang, "quiz" | "sim" | "drill")
}

/// Reads the fence at `span` of a file.
pub(super) fn read(place: &Place<'_>, span: &Range<usize>, found: &mut Found) -> BlockKind {
    match read_kind(place, span, found) {
        Ok(kind) => kind,
        Err(problem) => {
            found.problems.push((*problem).clone());
            BlockKind::Broken(problem)
        }
    }
}

fn read_kind(place: &Place<'_>, span: &Range<usize>, found: &mut Found) -> Result<BlockKind, Failure> {
    let body = body(place, span)?;
    let mut opening = Opening::read(place.source, &first_line(&place.source.text, span), &mut found.problems);
    match opening.kind.as_str() {
        "quiz" => question::read(place, span, &body, &mut opening, found).map(|q| BlockKind::Question(Box::new(q))),
        "sim" => scenario::sim(place, span, &body, &mut opening, found).map(BlockKind::Scenario),
        _ => scenario::drill(place, span, &body, &mut opening, found).map(BlockKind::Drill),
    }
}

/// The bytes between the opening and the closing line.
fn body(place: &Place<'_>, span: &Range<usize>) -> Result<Range<usize>, Failure> {
    let text = place.source.text.get(span.clone()).unwrap_or_default();
    let opening = first_line(&place.source.text, span);
    let mark: String = fence_mark(text);
    let inner = text.trim_end_matches('\n');
    let last = inner.rfind('\n').map_or(0, |n| n + 1);
    let closing = inner[last..].trim();
    let closed = last > 0 && closing.starts_with(&mark) && closing.chars().all(|c| mark.starts_with(c));
    if !closed {
        let message = Message::new("content-open-fence").with("mark", mark);
        return Err(Box::new(place.source.problem(opening, "open-fence", message)));
    }
    Ok(opening.end + 1..span.start + last)
}

/// The run of backticks or tildes that a fence begins with.
fn fence_mark(line: &str) -> String {
    let line = line.trim_start();
    let first = line.chars().next().filter(|c| matches!(c, '`' | '~'));
    first.map_or_else(String::new, |first| line.chars().take_while(|c| *c == first).collect())
}

#[cfg(test)]
mod tests;
