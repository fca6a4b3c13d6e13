//! Where list and preview stand, and the lines in them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::search::{Found, Hit, Marked};
use crate::text::Run;
use crate::tui::app::Cx;
use crate::tui::canvas::Styled;
use crate::tui::theme::Theme;
use crate::tui::widgets::wrapped::{behind, hanging, marked};

/// Lines that depend on what was found and on the width.
#[derive(Default)]
pub struct Layout {
    /// The words that they answer.
    pub words: String,
    /// The lines of each hit.
    pub rows: Vec<Vec<Styled>>,
    /// How many lines of a hit are title and heading; a snippet may follow.
    pub titles: usize,
    /// The section that the cursor is on.
    pub preview: Vec<Styled>,
}

/// From this width on there is a preview.
const WIDE: u16 = 80;
/// The most lines of a snippet that a list without a preview shows.
const SNIPPET: usize = 2;

/// Where list and preview stand.
pub struct Panes {
    /// The hits.
    pub list: Rect,
    /// The section, where there is room.
    pub preview: Option<Rect>,
}

impl Panes {
    /// The panes below the field.
    #[must_use]
    pub fn of(area: Rect) -> Panes {
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if area.width < WIDE {
            return Panes { list: body, preview: None };
        }
        let wide = (area.width * 2 / 5).clamp(34, 56);
        let x = body.x + wide + 3;
        let preview = Rect { x, width: body.right().saturating_sub(x + 1).min(76), ..body };
        Panes { list: Rect { width: wide, ..body }, preview: Some(preview) }
    }
}

/// The lines of each hit: its heading under the lesson's title, with the snippet where there is no preview.
///
/// Hits of one lesson that follow each other share its title.
#[must_use]
pub fn rows(found: &Found, cx: &Cx) -> Vec<Vec<Styled>> {
    let panes = Panes::of(cx.area);
    let room = usize::from(panes.list.width.saturating_sub(3));
    if panes.preview.is_none() {
        return found.hits.iter().map(|hit| with_snippet(found, hit, room, cx)).collect();
    }
    let before = std::iter::once(None).chain(found.hits.iter().map(Some));
    let is_same = |hit: &Hit, before: Option<&Hit>| before.is_some_and(|before| (&before.slug, before.lang) == (&hit.slug, hit.lang));
    found.hits.iter().zip(before).map(|(hit, before)| under_title(found, hit, is_same(hit, before), cx, room)).collect()
}

fn under_title(found: &Found, hit: &Hit, is_same: bool, cx: &Cx, room: usize) -> Vec<Styled> {
    const INDENT: usize = 2;
    let mut lines = Vec::new();
    if !is_same {
        let mut title = marked(&found.terms.mark(&hit.title), cx.theme.text, cx.theme.mark);
        title.extend(other_language(hit, cx));
        lines.extend(hanging(&title, room, 0));
    }
    if is_same || !hit.heading.is_empty() {
        let heading = match hit.heading.as_str() {
            "" => vec![Run::new(cx.texts.get("search-beginning"), cx.theme.muted)],
            heading => marked(&found.terms.mark(heading), cx.theme.muted, cx.theme.mark),
        };
        lines.extend(behind(&[Run::new(" ".repeat(INDENT), cx.theme.text)], &heading, room));
    }
    lines
}

fn with_snippet(found: &Found, hit: &Hit, room: usize, cx: &Cx) -> Vec<Styled> {
    let mut line = marked(&found.terms.mark(&hit.title), cx.theme.strong, cx.theme.mark);
    if !hit.heading.is_empty() {
        line.push(Run::new(format!(" {} ", cx.theme.signs.into), cx.theme.muted));
        line.extend(marked(&found.terms.mark(&hit.heading), cx.theme.text, cx.theme.mark));
    }
    line.extend(other_language(hit, cx));
    let mut lines = hanging(&line, room, 2);
    let snippet = hanging(&marked(&hit.snippet, cx.theme.muted, cx.theme.mark), room.saturating_sub(2), 0);
    let goes_on = snippet.len() > SNIPPET;
    lines.extend(snippet.into_iter().take(SNIPPET));
    if let Some(last) = lines.last_mut().filter(|_| goes_on) {
        last.push(Run::new(" …", cx.theme.muted));
    }
    lines.push(Styled::new());
    lines
}

/// A hit that opens in another language than the reader's says so.
fn other_language(hit: &Hit, cx: &Cx) -> Option<Run<Style>> {
    (hit.lang != cx.lang).then(|| Run::new(format!("  {}", hit.lang.code()), cx.theme.accent))
}

/// A section laid out, and how far it is scrolled so that the first place found is in sight.
#[must_use]
pub fn preview(found: &Found, hit: &Hit, area: Rect, theme: &Theme) -> (Vec<Styled>, usize) {
    let cells = usize::from(area.width);
    let heading = if hit.heading.is_empty() { &hit.title } else { &hit.heading };
    let mut lines = hanging(&marked(&found.terms.mark(heading), theme.strong, theme.mark), cells, 0);
    lines.push(Styled::new());
    let text = hit.preview();
    let mut first = None;
    for (at, line) in text.iter().enumerate() {
        if at > 0 && are_apart(&text[at - 1], line) {
            lines.push(Styled::new());
        }
        let laid = lay(line, cells, theme);
        if first.is_none() && !line.marks.is_empty() {
            let inside = laid.iter().position(|line| line.iter().any(|run| run.style == theme.text.patch(theme.mark)));
            first = Some(lines.len() + inside.unwrap_or(0));
        }
        lines.extend(laid);
    }
    let tall = usize::from(area.height);
    let scroll = first.filter(|first| *first + 2 > tall).map_or(0, |first| first.saturating_sub(tall / 3));
    let last = lines.len().saturating_sub(tall);
    (lines, scroll.min(last))
}

fn lay(line: &Marked, cells: usize, theme: &Theme) -> Vec<Styled> {
    let runs = marked(line, theme.text, theme.mark);
    match line.text.strip_prefix("- ") {
        Some(_) => {
            let mut rest = runs;
            if let Some(first) = rest.first_mut() {
                first.text.drain(..2.min(first.text.len()));
            }
            behind(&[Run::new(format!("{} ", theme.signs.bullet), theme.muted)], &rest, cells)
        }
        None => hanging(&runs, cells, 0),
    }
}

/// No line of code that ends like a sentence is this long, in bytes.
const LONG: usize = 60;

/// Whether two lines are parted by an empty one: rows of code, of tables and of lists stand close together.
fn are_apart(one: &Marked, next: &Marked) -> bool {
    let is_row = |line: &Marked| line.text.starts_with("- ") || line.text.contains(" | ");
    let ends = |line: &Marked| line.text.trim_end().ends_with(['.', '?', '!', ':', ')', '"']);
    let is_paragraph = |line: &Marked| !is_row(line) && ends(line) && !line.text.starts_with(' ');
    is_row(one) != is_row(next) || is_paragraph(one) || (is_paragraph(next) && next.text.len() > LONG)
}
