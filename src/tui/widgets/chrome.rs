//! The first line, the last line, and what stands there when nothing fits.

use ratatui::layout::Rect;

use crate::study::StudyDay;
use crate::text::{Message as Sentence, Run, Texts, width};
use crate::tui::canvas::Canvas;
use crate::tui::keymap::{self, Action, Scope};
use crate::tui::message::Input;

/// The first line of a screen: where we are on the left, counts on the right, both dim.
pub fn top(canvas: &mut Canvas, area: Rect, left: &str, right: &str) {
    let style = canvas.theme.muted;
    let wide = u16::try_from(width(right)).unwrap_or(0);
    let room = area.width.saturating_sub(wide + 4);
    canvas.text(area.x + 1, area.y, room, left, style);
    canvas.text_right(area.right().saturating_sub(1), area.y, right, style);
}

/// The last line of `all`: what was just said, or the keys that matter now. A banner stays at its right end.
///
/// What is too long for the line stands on as many above it as it needs, until the next key.
pub fn bottom(canvas: &mut Canvas, all: Rect, scopes: &[Scope], status: Option<&Sentence>, banner: Option<&Sentence>) {
    let area = Rect { y: all.bottom().saturating_sub(1), height: 1, ..all };
    let mut right = area.right().saturating_sub(1);
    if let Some(banner) = banner {
        let text = format!("{} {}", canvas.theme.signs.wrong, canvas.texts.say(banner));
        let room = usize::from(area.width / 2);
        right = canvas.text_right(right, area.y, &crate::text::cut(&text, room), canvas.theme.warn).saturating_sub(2);
    }
    if let Some(status) = status {
        return said(canvas, all, right, &canvas.texts.say(status));
    }
    let hints = keymap::hints(scopes).into_iter().map(|(shown, binding)| (shown, canvas.texts.get(binding.label), binding.action));
    let mut x = area.x + 1;
    for (shown, label, action) in fitting(hints.collect(), usize::from(right.saturating_sub(x))) {
        let begin = x;
        x = canvas.text(x, area.y, right - x, &shown, canvas.theme.text);
        x = canvas.text(x + 1, area.y, right.saturating_sub(x + 1), &label, canvas.theme.muted);
        canvas.click(Rect::new(begin, area.y, x - begin, 1), Input::Do(action));
        x += GAP;
    }
}

/// Cells between two hints.
const GAP: u16 = 3;

/// The hints that there is room for: the first ones, and always the last, which leads to all others.
fn fitting(mut hints: Vec<(String, String, Action)>, room: usize) -> Vec<(String, String, Action)> {
    let cells = |hints: &[(String, String, Action)]| {
        let each = hints.iter().map(|(shown, label, _)| width(shown) + 1 + width(label) + usize::from(GAP));
        each.sum::<usize>().saturating_sub(usize::from(GAP))
    };
    while cells(&hints) > room && hints.len() > 1 {
        hints.remove(hints.len() - 2);
    }
    if cells(&hints) > room { Vec::new() } else { hints }
}

/// What was just said, in the last line up to `right`, or in a block that ends with it.
fn said(canvas: &mut Canvas, all: Rect, right: u16, text: &str) {
    let (x, style) = (all.x + 1, canvas.theme.accent);
    let room = right.saturating_sub(x);
    if width(text) <= usize::from(room) {
        canvas.text(x, all.bottom().saturating_sub(1), room, text, style);
        return;
    }
    let whole = usize::from(all.width.saturating_sub(2));
    let mut lines = crate::text::wrap(&[Run::new(text, style)], whole, whole);
    if lines.last().is_some_and(|last| last.iter().map(|run| width(&run.text)).sum::<usize>() > usize::from(room)) {
        lines.push(Vec::new()); // beside the banner there is no room for the last one
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(all.height.saturating_sub(3));
    let top = all.bottom().saturating_sub(height);
    canvas.clear(Rect { y: top.saturating_sub(1), height, ..all });
    canvas.rule(Rect { y: top.saturating_sub(1), height: 1, ..all });
    for (y, line) in (top..all.bottom()).zip(&lines) {
        canvas.line(x, y, all.width.saturating_sub(2), line);
    }
}

/// All that is shown in a terminal that is too small.
pub fn too_small(canvas: &mut Canvas, size: (u16, u16), smallest: (u16, u16)) {
    let sentence = Sentence::new("too-small").with("width", smallest.0).with("height", smallest.1);
    let text = canvas.texts.say(&sentence);
    canvas.text(0, size.1 / 2, size.0, &text, canvas.theme.text);
}

/// `Mon 23 Nov`, in the reader's language.
#[must_use]
pub fn date(day: StudyDay, texts: &Texts) -> String {
    let (_, month, number) = day.date();
    let word = |id: String| texts.find(&id).unwrap_or_default();
    let sentence =
        Sentence::new("date").with("weekday", word(format!("weekday-{}", day.weekday()))).with("day", number).with("month", word(format!("month-{month}")));
    texts.say(&sentence)
}
