use std::ops::Range;

use super::fence_mark;

/// A raw line of a fence's inside.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The text without its line end.
    pub(super) text: &'a str,
    /// Its bytes in the file, line end included.
    pub(super) span: Range<usize>,
    /// Whether it belongs to an inner code fence, where every sign is only text.
    pub(super) code: bool,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        !self.code && self.text.trim().is_empty()
    }
}

/// The lines of the bytes `body` of a file, and the line that opens an inner fence which is never closed.
pub(super) fn split<'a>(text: &'a str, body: &Range<usize>) -> (Vec<Line<'a>>, Option<Range<usize>>) {
    let mut lines = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    let mut at = body.start;
    for raw in text.get(body.clone()).unwrap_or_default().split_inclusive('\n') {
        let line = raw.trim_end_matches('\n');
        let span = at..at + raw.len();
        at = span.end;
        let mark = fence_mark(line);
        let mut code = open.is_some();
        match &open {
            Some((outer, _)) if mark.starts_with(outer.as_str()) && line.trim() == mark => open = None,
            None if mark.len() >= 3 && !(mark.starts_with('`') && line.trim_start()[mark.len()..].contains('`')) => {
                code = true;
                open = Some((mark, span.start..span.start + line.len()));
            }
            _ => {}
        }
        lines.push(Line { text: line, span, code });
    }
    (lines, open.map(|(_, span)| span))
}

/// `lines` without the blank ones at both ends.
pub(super) fn trim<'l, 'a>(lines: &'l [Line<'a>]) -> &'l [Line<'a>] {
    let start = lines.iter().position(|l| !l.is_blank()).unwrap_or(lines.len());
    let end = lines.iter().rposition(|l| !l.is_blank()).map_or(start, |end| end + 1);
    &lines[start..end]
}

/// The bytes of neighbouring lines.
pub(super) fn span(lines: &[Line<'_>], empty: usize) -> Range<usize> {
    match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end,
        _ => empty..empty,
    }
}

/// Takes the plain quote off the end: what stands before it, and the quote.
///
/// An alert is no explanation. A quote may end in lines without `>`, as Markdown allows.
pub(super) fn take_quote<'l, 'a>(lines: &'l [Line<'a>]) -> (&'l [Line<'a>], &'l [Line<'a>]) {
    let lines = trim(lines);
    let mut start = lines.len();
    for (i, line) in lines.iter().enumerate().rev() {
        if is_quote(line) {
            start = i;
        } else if !goes_on(line) {
            break;
        }
    }
    let is_alert = lines.get(start).is_some_and(|l| l.text.trim_start_matches(['>', ' ']).starts_with("[!"));
    if is_alert { (lines, &[]) } else { (trim(&lines[..start]), &lines[start..]) }
}

/// A quote that is indented further belongs to an item of a list.
fn is_quote(line: &Line<'_>) -> bool {
    !line.code && line.text.strip_prefix(' ').unwrap_or(line.text).starts_with('>')
}

/// Whether a line without `>` may go on a quote's paragraph.
fn goes_on(line: &Line<'_>) -> bool {
    let text = line.text.trim_start();
    let opens = text.starts_with(['-', '*', '+', '#', '=', '|', '`', '~']) || text.starts_with(|c: char| c.is_ascii_digit());
    !line.code && !text.is_empty() && !opens
}
