//! Blocks: paragraphs, lists, alerts, code.

use std::cell::RefCell;
use std::ops::Range;

use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::inline::{paragraph, placed, runs, wrapped};
use super::table::table;
use super::{Ink, Line, Prose, Runs, Setting, Snippet, cells};
use crate::content::{AlertKind, Block, BlockKind, Inline, Item, PriceSpeaker, Problem};
use crate::text::{Run, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::code::Tone;

/// How far code stands to the right of the text.
const CODE_INDENT: usize = 2;

/// The empty lines before a block that follows `before`.
#[must_use]
pub fn gap(before: Option<&BlockKind>, block: &BlockKind) -> usize {
    match (before, block) {
        (None, _) => 0,
        (Some(_), BlockKind::Heading { level: ..=2, .. }) => 2,
        (Some(BlockKind::Question(_) | BlockKind::Drill(_)), _) => 2,
        _ => 1,
    }
}

/// Blocks one below the other.
#[must_use]
pub fn lay(blocks: &[Block], setting: &Setting) -> Prose {
    let mut prose = Prose::default();
    for (at, block) in blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|b| blocks.get(b)).map(|b| &b.kind);
        prose.blank(gap(before, &block.kind));
        prose.append(lay_block(&block.kind, setting), &[], &[]);
    }
    prose
}

/// One block; a paragraph, table or list says region and month of its prices once.
fn lay_block(block: &BlockKind, setting: &Setting) -> Prose {
    if setting.prices.is_some() {
        return lay_kind(block, setting);
    }
    let speaker = RefCell::new(PriceSpeaker::new(&setting.course.prices, &setting.course.region));
    match block {
        BlockKind::Alert { .. } | BlockKind::Quote(_) => lay_kind(block, setting),
        _ => lay_kind(block, &Setting { prices: Some(&|price| speaker.borrow_mut().say(price)), ..*setting }),
    }
}

/// A question or simulator is shown as text here; screens that can do more draw it themselves.
fn lay_kind(block: &BlockKind, setting: &Setting) -> Prose {
    let theme = setting.theme;
    match block {
        BlockKind::Heading { level, text, .. } => paragraph(text, heading(theme, *level), setting),
        BlockKind::Paragraph(text) => paragraph(text, theme.text, setting),
        BlockKind::List { start, items } => list(*start, items, setting),
        BlockKind::Table { align, header, rows } => table(align, header, rows, setting),
        BlockKind::Code { lang, text, blanks } => code(lang, text, blanks, setting),
        BlockKind::Alert { kind, blocks } => alert(*kind, blocks, setting),
        BlockKind::Quote(blocks) => barred(lay(blocks, &setting.narrower(2)), theme.muted, theme),
        BlockKind::Rule => Line::of(theme.signs.line.repeat(5), theme.muted).into(),
        BlockKind::Question(question) => lay(&question.prompt, setting),
        BlockKind::Scenario(scenario) => code("", &scenario.text, &[], setting),
        BlockKind::Drill(_) => Prose::default(),
        BlockKind::Broken(problem) => broken(problem, setting),
    }
}

fn heading(theme: &Theme, level: u8) -> Style {
    if level <= 2 { theme.strong } else { theme.strong.patch(theme.emphasis) }
}

/// Items with hanging indents; apart only where one of them is more than a paragraph.
fn list(start: Option<u64>, items: &[Item], setting: &Setting) -> Prose {
    let theme = setting.theme;
    let marks: Vec<String> = (0_u64..).zip(items).map(|(at, item)| mark(start.map(|s| s.saturating_add(at)), item, theme)).collect();
    let indent = marks.iter().map(|m| width(m)).max().unwrap_or(0) + 1;
    let inner = setting.narrower(indent);
    let loose = items.iter().any(|i| i.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::List { .. })).count() > 1);
    let rest = [Run::new(" ".repeat(indent), Ink::default())];
    let mut prose = Prose::default();
    for (at, (item, mark)) in items.iter().zip(&marks).enumerate() {
        prose.blank(usize::from(loose && at > 0));
        let padded = format!("{}{mark} ", " ".repeat(indent - 1 - width(mark)));
        let first = [Run::new(padded, theme.muted.into())];
        prose.append(item_lines(&item.blocks, loose, &inner), &first, &rest);
    }
    prose
}

fn mark(number: Option<u64>, item: &Item, theme: &Theme) -> String {
    match (item.checked, number) {
        (Some(true), _) => "[x]".to_owned(),
        (Some(false), _) => "[ ]".to_owned(),
        (None, Some(number)) => format!("{number}."),
        (None, None) => theme.signs.bullet.to_owned(),
    }
}

fn item_lines(blocks: &[Block], loose: bool, setting: &Setting) -> Prose {
    if loose {
        return lay(blocks, setting);
    }
    let mut prose = Prose::default();
    for block in blocks {
        prose.append(lay_block(&block.kind, setting), &[], &[]);
    }
    if prose.lines.is_empty() {
        prose.blank(1);
    }
    prose
}

/// A bar in the colour of its kind; a strong beginning such as "Then and now." is its title.
fn alert(kind: AlertKind, blocks: &[Block], setting: &Setting) -> Prose {
    let theme = setting.theme;
    let (style, id) = match kind {
        AlertKind::Note => (theme.muted, "alert-note"),
        AlertKind::Tip => (theme.ok, "alert-tip"),
        AlertKind::Important => (theme.accent, "alert-important"),
        AlertKind::Warning => (theme.warn, "alert-warning"),
        AlertKind::Caution => (theme.bad, "alert-caution"),
    };
    let title_style = style.patch(theme.strong);
    let inner = setting.narrower(2);
    let mut prose = Prose::default();
    let (title, first) = own_title(blocks);
    match title {
        Some(title) => prose.append(paragraph(&title, title_style, &inner), &[], &[]),
        None => prose.push(Line::of(setting.texts.get(id), title_style)),
    }
    prose.append(lay(&first, &inner), &[], &[]);
    barred(prose, style, theme)
}

/// The strong beginning of an alert without its full stop, and the blocks without it.
fn own_title(blocks: &[Block]) -> (Option<Vec<Inline>>, Vec<Block>) {
    let mut blocks = blocks.to_vec();
    let Some(Block { kind: BlockKind::Paragraph(text), .. }) = blocks.first_mut() else { return (None, blocks) };
    let Some(Inline::Strong(strong)) = text.first() else { return (None, blocks) };
    let mut title = strong.clone();
    let Some(Inline::Text(last)) = title.last_mut() else { return (None, blocks) };
    match last.chars().next_back() {
        Some('.' | ':') => drop(last.pop()),
        Some('?' | '!') => {}
        // A strong word at the beginning of a sentence is none.
        _ => return (None, blocks),
    }
    text.remove(0);
    if let Some(Inline::Text(next)) = text.first_mut() {
        *next = next.trim_start().to_owned();
    }
    if text.is_empty() {
        blocks.remove(0);
    }
    (Some(title), blocks)
}

/// Lines with a bar at their left.
fn barred(inner: Prose, style: Style, theme: &Theme) -> Prose {
    let bar = [Run::new(format!("{} ", theme.signs.bar), style.into())];
    let mut prose = Prose::default();
    prose.append(inner, &bar, &bar);
    prose
}

fn broken(problem: &Problem, setting: &Setting) -> Prose {
    let theme = setting.theme;
    let mut prose = Prose::default();
    let said = [Some(&problem.message), problem.hint.as_ref()];
    for message in said.into_iter().flatten() {
        let text = vec![Inline::Text(setting.texts.say(message))];
        prose.append(paragraph(&text, theme.text, &setting.narrower(2)), &[], &[]);
    }
    barred(prose, theme.bad, theme)
}

/// Code that stands back behind what it is explained by.
#[must_use]
pub fn quiet_code(text: &str, setting: &Setting) -> Prose {
    let mut prose = code("", text, &[], setting);
    for run in prose.lines.iter_mut().flat_map(|line| &mut line.runs) {
        run.style.style = setting.theme.muted;
    }
    prose
}

/// Code a little to the right of the text, or at its left edge where it would not fit otherwise.
pub(super) fn code(lang: &str, text: &str, blanks: &[(usize, usize)], setting: &Setting) -> Prose {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let painted = setting.painter.and_then(|painter| painter.paint(lang, text));
    let room = setting.width + setting.spare;
    let widest = text.lines().map(width).max().unwrap_or(0);
    let indent = CODE_INDENT.min(room.saturating_sub(widest));
    let mut prose = Prose::default();
    let mut at = 0;
    for (number, line) in text.split('\n').enumerate() {
        let colours = painted.as_ref().and_then(|p| p.get(number));
        let runs = coloured(line, colours.map_or(&[], Vec::as_slice), setting.theme);
        let here: Vec<(usize, usize)> = blanks.iter().filter(|(b, _)| (at..=at + line.len()).contains(b)).map(|(b, n)| (b - at, *n)).collect();
        let runs = with_blanks(runs, &here, setting, &mut prose);
        code_line(runs, room.saturating_sub(indent), setting.theme, &mut prose);
        at += line.len() + 1;
    }
    prose.code.push(Snippet { lines: 0..prose.lines.len(), text: text.to_owned() });
    let mut out = Prose::default();
    out.indented(prose, indent);
    out
}

fn coloured(line: &str, colours: &[(Range<usize>, Tone)], theme: &Theme) -> Runs {
    if colours.is_empty() {
        return vec![Run::new(line, theme.text.into())];
    }
    colours.iter().filter_map(|(range, tone)| Some(Run::new(line.get(range.clone())?, tone.style(theme).into()))).collect()
}

/// Puts what stands in hidden places between the stretches of a line of code.
fn with_blanks(runs: Runs, blanks: &[(usize, usize)], setting: &Setting, prose: &mut Prose) -> Runs {
    let Some(fill) = setting.blanks.filter(|_| !blanks.is_empty()) else { return runs };
    let mut out = Runs::new();
    let mut at = 0;
    let mut blanks = blanks.iter().peekable();
    for run in runs {
        let end = at + run.text.len();
        let mut from = at;
        while let Some((place, number)) = blanks.next_if(|(place, _)| *place < end) {
            out.push(Run::new(run.text.get(from - at..place - at).unwrap_or_default(), run.style));
            out.extend(placed(fill(*number), prose));
            from = *place;
        }
        out.push(Run::new(run.text.get(from - at..).unwrap_or_default(), run.style));
        at = end;
    }
    blanks.for_each(|(_, number)| out.extend(placed(fill(*number), prose)));
    out.retain(|r| !r.text.is_empty());
    out
}

/// A line of code, broken where it is full; what goes on is marked, so that nobody takes it for a line of its own.
fn code_line(runs: Runs, room: usize, theme: &Theme, prose: &mut Prose) {
    if cells(&runs) <= room {
        return prose.push(runs);
    }
    let mark = Run::new(format!("{} ", theme.signs.into), Ink::from(theme.muted));
    let mut line = Runs::new();
    let mut used = 0;
    for run in runs {
        for grapheme in run.text.graphemes(true) {
            let wide = width(grapheme);
            if used + wide > room && used > 2 {
                prose.push(Line { runs: std::mem::replace(&mut line, vec![mark.clone()]), goes_on: true });
                used = 2;
            }
            used += wide;
            match line.last_mut() {
                Some(last) if last.style == run.style => last.text.push_str(grapheme),
                _ => line.push(Run::new(grapheme, run.style)),
            }
        }
    }
    prose.push(line);
}

impl From<Line> for Prose {
    fn from(line: Line) -> Prose {
        Prose { lines: vec![line], ..Prose::default() }
    }
}

/// A label and text behind it that hangs from the label's end, or under a label that is too long for that.
#[must_use]
pub(super) fn labelled(label: &[Inline], text: &[Inline], indent: usize, setting: &Setting) -> Prose {
    let mut prose = Prose::default();
    let mut first = runs(label, setting.theme.muted, setting, &mut prose);
    let used = cells(&first);
    let rest = [Run::new(" ".repeat(indent), Ink::default())];
    let text = paragraph(text, setting.theme.text, &setting.narrower(indent));
    if used + 1 > indent {
        wrapped(&first, setting.width, &mut prose);
        prose.append(text, &rest, &rest);
    } else {
        first.push(Run::new(" ".repeat(indent - used), Ink::default()));
        prose.append(text, &first, &rest);
    }
    prose
}
