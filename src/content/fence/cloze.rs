use std::ops::Range;

use super::Failure;
use super::answer::alternatives;
use crate::content::link::Place;
use crate::content::markdown::{BLANK, FILL, Found, Piece, blocks, code_ranges};
use crate::content::{Blank, Block, Inline, Problem, Source};
use crate::text::Message;

/// A `{{...}}` of a fence: its bytes in the piece, and what stands in it.
#[derive(Debug)]
struct Span {
    at: Range<usize>,
    inner: Range<usize>,
}

/// Whether `text` has braces that make it a cloze: outside code, or anywhere if the fence says so.
pub(super) fn is_cloze(place: &Place<'_>, text: &str, in_code: bool) -> bool {
    text.contains("{{") && next_braces(text, 0, &literal(place, text, in_code)).is_some()
}

/// The prompt of a cloze, with blanks in the places of its braces, and the blanks.
///
/// # Errors
///
/// Braces that are not closed on their line, or a blank without a number beside others.
pub(super) fn read(place: &Place<'_>, at: &Range<usize>, in_code: bool, found: &mut Found) -> Result<(Vec<Block>, Vec<Blank>), Failure> {
    let text = place.source.text.get(at.clone()).unwrap_or_default();
    let spans = spans(place, text, at.start, in_code)?;
    let mut blanks = Vec::with_capacity(spans.len());
    for span in &spans {
        let inside = &text[span.inner.clone()];
        let in_file = at.start + span.at.start..at.start + span.at.end;
        blanks.push(blank(place.source, inside, &in_file, spans.len(), &mut found.problems)?);
    }
    let starts: Vec<usize> = spans.iter().map(|s| s.at.start).collect();
    let masked = mask(text, &spans, in_code);
    let piece = Piece { text: &masked, at: at.start, blanks: &starts, whole: false };
    let prompt = blocks(place, &piece, found);
    for (index, span) in spans.iter().enumerate() {
        if !shows(&prompt, index) {
            let in_file = at.start + span.at.start..at.start + span.at.end;
            return Err(Box::new(place.source.problem(in_file, "hidden-blank", Message::new("content-hidden-blank"))));
        }
    }
    Ok((prompt, blanks))
}

/// The bytes in which braces are only text.
fn literal(place: &Place<'_>, text: &str, in_code: bool) -> Vec<Range<usize>> {
    if in_code { Vec::new() } else { code_ranges(place, text) }
}

/// Where the next `{{` stands that is neither escaped nor literal.
fn next_braces(text: &str, from: usize, literal: &[Range<usize>]) -> Option<usize> {
    let mut at = from;
    loop {
        let found = at + text.get(at..)?.find("{{")?;
        if let Some(code) = literal.iter().find(|code| code.contains(&found)) {
            at = code.end;
            continue;
        }
        let slashes = text[..found].bytes().rev().take_while(|b| *b == b'\\').count();
        if slashes.is_multiple_of(2) {
            return Some(found);
        }
        at = found + 2;
    }
}

fn spans(place: &Place<'_>, text: &str, base: usize, in_code: bool) -> Result<Vec<Span>, Failure> {
    let literal = literal(place, text, in_code);
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(start) = next_braces(text, from, &literal) {
        let rest = &text[start + 2..];
        let line = rest.find('\n').unwrap_or(rest.len());
        let Some(end) = rest[..line].find("}}") else {
            let problem = place.source.problem(base + start..base + start + 2, "open-blank", Message::new("content-open-blank"));
            return Err(Box::new(problem.hint(Message::new("content-open-blank-hint"))));
        };
        let inner = start + 2..start + 2 + end;
        from = inner.end + 2;
        spans.push(Span { at: start..from, inner });
    }
    Ok(spans)
}

/// What stands between the braces: a number and the answers, or the answers alone.
fn blank(source: &Source, inside: &str, span: &Range<usize>, all: usize, problems: &mut Vec<Problem>) -> Result<Blank, Failure> {
    let (card, answer) = match numbered(inside) {
        Some((digits, answer)) => match digits.parse().ok().filter(|card| *card > 0) {
            Some(card) => (card, answer),
            None => return Err(Box::new(source.problem(span.clone(), "bad-blank-number", Message::new("content-bad-blank-number")))),
        },
        None if all > 1 => return Err(Box::new(source.problem(span.clone(), "bare-blank", Message::new("content-bare-blank")))),
        None => (1, inside),
    };
    let accepted = alternatives(source, answer, span, problems);
    if accepted.is_empty() {
        let message = Message::new("content-empty-blank");
        return Err(Box::new(source.problem(span.clone(), "empty-blank", message)));
    }
    Ok(Blank { card, accepted })
}

/// `c1::443` as `1` and `443`.
fn numbered(inside: &str) -> Option<(&str, &str)> {
    let (number, answer) = inside.strip_prefix('c')?.split_once("::")?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some((number, answer))
}

/// `text` with signs that Markdown takes for letters in the place of every blank, byte for byte.
fn mask(text: &str, spans: &[Span], in_code: bool) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    let plain = |text: &str| if in_code { text.replace(r"\{{", &format!("{FILL}{{{{")) } else { text.to_owned() };
    for span in spans {
        masked.push_str(&plain(&text[from..span.at.start]));
        masked.push(BLANK);
        masked.extend(std::iter::repeat_n(FILL, span.at.len() - 1));
        from = span.at.end;
    }
    masked.push_str(&plain(&text[from..]));
    masked
}

/// Whether a blank has found its place in the prompt: in the address of a link, say, it has none.
fn shows(blocks: &[Block], index: usize) -> bool {
    use crate::content::BlockKind::{Alert, Code, Heading, List, Paragraph, Quote, Table};
    blocks.iter().any(|block| match &block.kind {
        Heading { text, .. } | Paragraph(text) => has(text, index),
        List { items, .. } => items.iter().any(|item| shows(&item.blocks, index)),
        Table { header, rows, .. } => header.iter().chain(rows.iter().flatten()).any(|cell| has(cell, index)),
        Code { blanks, .. } => blanks.iter().any(|(_, i)| *i == index),
        Alert { blocks, .. } | Quote(blocks) => shows(blocks, index),
        _ => false,
    })
}

fn has(inlines: &[Inline], index: usize) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Blank(i) => *i == index,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link { text: inner, .. } => has(inner, index),
        _ => false,
    })
}
