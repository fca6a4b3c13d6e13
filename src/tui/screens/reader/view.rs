//! Drawing the reader.

use ratatui::layout::{Position, Rect};

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
        chrome::top(canvas, cx.area, &self.path(cx), &self.counts(cx));
        if self.lesson.is_none() {
            let id = if cx.course.lessons.is_empty() { "home-reading" } else { "reader-no-lesson" };
            let text = canvas.texts.say(&Sentence::new(id).with("lesson", self.slug.to_string()));
            canvas.text(self.frame.text.x, self.frame.text.y, self.frame.text.width, &text, canvas.theme.muted);
            return;
        }
        self.view_text(canvas);
    }

    /// `Module › Lesson`.
    fn path(&self, cx: &Cx) -> String {
        let lang = self.lang(cx);
        let title = cx.course.title_of(&self.slug, lang);
        let module = cx.course.module_of(&self.slug).map(|(_, module)| &module.title[lang]);
        module.map_or_else(|| title.to_owned(), |module| format!("{module} {} {title}", cx.theme.signs.into))
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
}
