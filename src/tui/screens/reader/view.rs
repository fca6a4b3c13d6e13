//! Drawing the reader.

use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::State;
use crate::text::{Message as Sentence, width};
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::message::Input;
use crate::tui::widgets::chrome;
use crate::tui::widgets::prose::Line;

impl State {
    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let counts = self.counts(cx);
        chrome::top(canvas, cx.area, &self.path(cx, usize::from(cx.area.width).saturating_sub(width(&counts) + 4)), &counts);
        if self.lesson.is_none() {
            let id = if cx.course.lessons.is_empty() { "home-reading" } else { "reader-no-lesson" };
            let text = canvas.texts.say(&Sentence::new(id).with("lesson", self.slug.to_string()));
            canvas.text(self.frame.text.x, self.frame.text.y, self.frame.text.width, &text, canvas.theme.muted);
            return;
        }
        self.view_outline_beside(canvas, cx);
        self.view_text(canvas);
        self.view_marks(canvas);
        self.view_hints(canvas);
        self.view_find(canvas, cx);
        self.view_outline_above(canvas, cx);
    }

    /// `Module › Lesson`, or the lesson alone where both have no room.
    fn path(&self, cx: &Cx, cells: usize) -> String {
        let lang = self.lang(cx);
        let title = cx.course.title_of(&self.slug, lang);
        let module = cx.course.module_of(&self.slug).map(|(_, module)| &module.title[lang]);
        let path = module.map(|module| format!("{module} {} {title}", cx.theme.signs.into));
        path.filter(|path| width(path) <= cells).unwrap_or_else(|| title.to_owned())
    }

    /// `3 of 7   en   31 %`.
    fn counts(&self, cx: &Cx) -> String {
        let Some(lesson) = &self.lesson else { return String::new() };
        let module = cx.course.module_of(&self.slug);
        let place = module.and_then(|(_, m)| m.lessons.iter().position(|s| *s == self.slug).map(|at| (at + 1, m.lessons.len())));
        let place = place.map(|(at, of)| cx.texts.say(&Sentence::new("reader-place").with("at", at).with("of", of)));
        let parts = [place, Some(lesson.lang.code().to_owned()), Some(format!("{} %", self.percent()))];
        parts.into_iter().flatten().collect::<Vec<_>>().join("   ")
    }

    fn view_text(&self, canvas: &mut Canvas) {
        self.view_focus(canvas);
        for (number, acts, line) in self.page.lines_from(self.top).take_while(|(number, ..)| *number < self.top + self.frame.height()) {
            self.view_line(canvas, self.row(number), acts, line);
        }
    }

    /// A bar in the margin beside what keys go to, and the hardware cursor where text is typed.
    fn view_focus(&self, canvas: &mut Canvas) {
        let Some(piece) = self.focus.and_then(|index| self.page.pieces().get(index)) else { return };
        let (from, to) = (piece.top.max(self.top), piece.end().min(self.top + self.frame.height()));
        let x = self.frame.text.x.saturating_sub(2);
        for line in from..to {
            canvas.text(x, self.row(line), 1, canvas.theme.signs.pane, canvas.theme.accent);
        }
        let Some((line, cell)) = piece.prose.caret() else { return };
        let line = piece.top + line;
        if (from..to).contains(&line) {
            let x = self.frame.text.x + u16::try_from(cell).unwrap_or(0);
            canvas.cursor = Some(Position::new(x, self.row(line)));
        }
    }

    /// The row of the screen on which a line of the page stands.
    fn row(&self, line: usize) -> u16 {
        self.frame.text.y + u16::try_from(line - self.top).unwrap_or(u16::MAX)
    }

    fn view_line(&self, canvas: &mut Canvas, y: u16, acts: usize, line: &Line) {
        let right = self.frame.text.right() + self.frame.spare;
        let mut x = self.frame.text.x;
        for run in &line.runs {
            let cells = u16::try_from(width(&run.text)).unwrap_or(u16::MAX);
            let begin = x;
            x = canvas.text(x, y, right.saturating_sub(x).min(cells), &run.text, run.style.style);
            if let Some(act) = run.style.act {
                canvas.click(Rect::new(begin, y, x - begin, 1), Input::Row(acts + act));
            }
        }
    }

    /// What was found, as overlays: the text below stays as it is.
    fn view_marks(&self, canvas: &mut Canvas) {
        let on_screen = self.top..self.top + self.frame.height();
        for (stretch, is_current) in self.find.stretches().filter(|(stretch, _)| on_screen.contains(&stretch.line)) {
            let x = self.frame.text.x + u16::try_from(stretch.from).unwrap_or(u16::MAX);
            let cells = u16::try_from(stretch.to - stretch.from).unwrap_or(0);
            let style = if is_current { canvas.theme.mark.add_modifier(Modifier::REVERSED) } else { canvas.theme.mark };
            canvas.style(Rect::new(x, self.row(stretch.line), cells, 1), style);
        }
    }

    fn view_hints(&self, canvas: &mut Canvas) {
        let Some(hints) = &self.hints else { return };
        canvas.clicks.clear();
        for (number, target) in hints.targets.iter().enumerate() {
            let Some(rest) = hints.rest(target) else { continue };
            // Beside the link where there is a space before it, else over its first letter.
            let (line, cell) = (target.at.0, target.at.1.saturating_sub(rest.len()));
            let x = self.frame.text.x + u16::try_from(cell).unwrap_or(u16::MAX);
            let style =
                if number == hints.cursor { canvas.theme.accent.add_modifier(Modifier::REVERSED) } else { canvas.theme.warn.add_modifier(Modifier::REVERSED) };
            canvas.text(x, self.row(line), 2, rest, style);
        }
    }

    /// The field below the text, and how much was found.
    fn view_find(&self, canvas: &mut Canvas, cx: &Cx) {
        let Some(field) = &self.find.field else { return };
        let line = Rect::new(cx.area.x, cx.area.bottom() - 1, cx.area.width, 1);
        canvas.clear(line);
        let (at, of) = self.find.count();
        let said = if of == 0 { Sentence::new("reader-nothing-found") } else { Sentence::new("reader-place").with("at", at).with("of", of) };
        let count = if field.text().is_empty() { String::new() } else { canvas.texts.say(&said) };
        let right = canvas.text_right(line.right().saturating_sub(1), line.y, &count, canvas.theme.muted);
        let x = canvas.text(line.x + 1, line.y, 2, canvas.theme.signs.find, canvas.theme.muted) + 1;
        field.view(canvas, Rect::new(x, line.y, right.saturating_sub(x + 1), 1), canvas.theme.text);
    }
}
