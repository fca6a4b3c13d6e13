//! Drawing of the search.

use ratatui::layout::Rect;

use super::State;
use super::layout::Panes;
use crate::text::{Message as Sentence, Run, width};
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::message::Input;
use crate::tui::widgets::wrapped::hanging;

/// What can be typed: an example and what it does.
const FORMS: [(&str, &str); 6] = [
    ("search-form-words", "search-form-words-does"),
    ("search-form-phrase", "search-form-phrase-does"),
    ("search-form-without", "search-form-without-does"),
    ("search-form-tag", "search-form-tag-does"),
    ("search-form-topic", "search-form-topic-does"),
    ("search-form-lang", "search-form-lang-does"),
];

impl State {
    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let panes = Panes::of(cx.area);
        self.top(canvas, cx);
        match &self.found {
            None if self.asked.is_none() => forms(canvas, panes.list.union(panes.preview.unwrap_or(panes.list))),
            None => {}
            Some(found) if found.hits.is_empty() => self.nothing(canvas, cx),
            Some(_) => {
                self.list(canvas, panes.list);
                if let Some(area) = panes.preview {
                    self.preview(canvas, area);
                }
            }
        }
    }

    fn top(&self, canvas: &mut Canvas, cx: &Cx) {
        let area = cx.area;
        let theme = canvas.theme;
        let count = match (&self.found, &cx.index) {
            (None, _) => String::new(),
            (Some(found), Some(index)) => canvas.texts.say(&Sentence::new("search-count").with("hits", found.hits.len()).with("sections", index.sections())),
            (Some(found), None) => canvas.texts.say(&Sentence::new("search-count-scan").with("hits", found.hits.len())),
        };
        let right = canvas.text_right(area.right().saturating_sub(1), area.y, &count, theme.muted);
        canvas.text(area.x + 1, area.y, 2, theme.signs.find, if self.in_preview { theme.muted } else { theme.accent });
        let line = Rect::new(area.x + 3, area.y, right.saturating_sub(area.x + 5), 1);
        self.field.view(canvas, line, theme.text);
        if self.in_preview {
            canvas.cursor = None;
        }
    }

    fn list(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let mut y = area.y;
        for (row, lines) in self.layout.rows.iter().enumerate().skip(self.first(usize::from(area.height))) {
            if y >= area.bottom() {
                break;
            }
            let tall = u16::try_from(lines.len()).unwrap_or(0).min(area.bottom() - y);
            for (at, line) in lines.iter().enumerate().take(usize::from(tall)) {
                let place = Rect::new(area.x + 2, y + u16::try_from(at).unwrap_or(0), area.width.saturating_sub(3), 1);
                canvas.line(place.x, place.y, place.width, line);
                if row == self.at && !line.is_empty() {
                    canvas.text(area.x, place.y, 1, theme.signs.bar, theme.accent);
                }
                if row == self.at && at < self.layout.titles {
                    canvas.style(place, theme.selected);
                }
            }
            canvas.click(Rect::new(area.x, y, area.width, tall), Input::Row(row));
            y += tall;
        }
    }

    /// The first hit drawn: the cursor's stands in the upper two thirds, and is seen whole.
    fn first(&self, tall: usize) -> usize {
        let height = |row: usize| self.layout.rows.get(row).map_or(0, Vec::len);
        let mut above = height(self.at);
        let mut first = self.at;
        while first > 0 && above + height(first - 1) <= (tall * 2 / 3).max(height(self.at)) {
            first -= 1;
            above += height(first);
        }
        let mut below = 0;
        let mut last_page = self.layout.rows.len();
        while last_page > 0 && below + height(last_page - 1) <= tall {
            last_page -= 1;
            below += height(last_page);
        }
        first.min(last_page)
    }

    fn preview(&self, canvas: &mut Canvas, area: Rect) {
        if self.in_preview {
            let bar = canvas.theme.signs.bar;
            let style = canvas.theme.accent;
            canvas.text(area.x.saturating_sub(2), area.y, 1, bar, style);
        }
        for (line, y) in self.layout.preview.iter().skip(self.scroll).zip(area.y..area.bottom()) {
            canvas.line(area.x, y, area.width, line);
        }
        canvas.click(area, Input::Do(crate::tui::keymap::Action::Next));
    }

    fn nothing(&self, canvas: &mut Canvas, cx: &Cx) {
        let text = canvas.texts.say(&Sentence::new("search-nothing").with("query", self.layout.words.trim().to_owned()));
        let narrowed = self.layout.words.contains([':', '"', '-']);
        let hint = if narrowed { canvas.texts.get("search-nothing-narrowed") } else { String::new() };
        let wide = cx.area.width.saturating_sub(4).min(76);
        let mut y = cx.area.y + 2;
        for (text, style) in [(text, canvas.theme.text), (hint, canvas.theme.muted)] {
            for line in hanging(&[Run::new(text, style)], usize::from(wide), 0) {
                canvas.line(cx.area.x + 3, y, wide, &line);
                y += 1;
            }
        }
    }
}

/// What can be typed, while nothing is.
fn forms(canvas: &mut Canvas, area: Rect) {
    let (text, muted) = (canvas.theme.text, canvas.theme.muted);
    let mut y = area.y;
    let wide = area.width.saturating_sub(4).min(76);
    for line in hanging(&[Run::new(canvas.texts.get("search-empty"), text)], usize::from(wide), 0) {
        canvas.line(area.x + 3, y, wide, &line);
        y += 1;
    }
    let forms = FORMS.map(|(form, does)| (canvas.texts.get(form), canvas.texts.get(does)));
    let column = forms.iter().map(|(form, _)| width(form)).max().unwrap_or(0);
    y += u16::from(area.height > 8);
    for (form, does) in forms {
        if y >= area.bottom() {
            return;
        }
        let x = area.x + 3 + u16::try_from(column).unwrap_or(0) + 2;
        canvas.text(area.x + 3, y, wide, &form, text);
        canvas.text(x, y, area.right().saturating_sub(x), &does, muted);
        y += 1;
    }
}
