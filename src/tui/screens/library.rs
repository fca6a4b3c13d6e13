//! The tree of parts, modules and lessons with progress; folds, and filters as one types.

use std::collections::HashSet;

use ratatui::layout::Rect;

use crate::content::Slug;
use crate::study::{LessonId, LessonProgress};
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::chrome;
use crate::tui::widgets::field::Field;

/// What is folded, what is typed, and where the cursor is.
pub struct State {
    rows: Vec<Row>,
    folded: HashSet<(usize, Option<usize>)>,
    filter: Field,
    typing: bool,
    at: usize,
    read: (usize, usize),
}

/// A row of the tree.
enum Row {
    Part { part: usize, title: String },
    Module { part: usize, module: usize, title: String },
    Lesson { slug: Slug, title: String, mark: Mark, due: usize },
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Planned,
    Unread,
    Half,
    Read,
}

impl State {
    /// The tree, the cursor on the lesson that was read last, or on the first.
    #[must_use]
    pub fn new(cx: &Cx) -> State {
        let mut state = State { rows: Vec::new(), folded: HashSet::new(), filter: Field::default(), typing: false, at: 0, read: (0, 0) };
        state.build(cx);
        let place = cx.memory.as_ref().and_then(|m| m.place()).map(|place| place.lesson.slug());
        let here = |row: &Row| matches!(row, Row::Lesson { slug, mark, .. } if place.as_ref().map_or(*mark != Mark::Planned, |p| p == slug));
        state.at = state.rows.iter().position(here).unwrap_or(0);
        state
    }

    /// The scopes in force.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        if self.typing { vec![Scope::LibraryFilter] } else { vec![Scope::Library] }
    }

    /// Takes input in.
    pub fn update(&mut self, input: &Input, cx: &Cx) -> Vec<Effect> {
        let page = usize::from(cx.area.height.saturating_sub(3));
        let last = self.rows.len().saturating_sub(1);
        match input {
            Input::Changed | Input::Shown => self.build(cx),
            Input::Do(Action::Down) => self.at = (self.at + 1).min(last),
            Input::Do(Action::Up) => self.at = self.at.saturating_sub(1),
            Input::Do(Action::HalfDown) => self.at = (self.at + page / 2).min(last),
            Input::Do(Action::HalfUp) => self.at = self.at.saturating_sub(page / 2),
            Input::Do(Action::PageDown) => self.at = (self.at + page).min(last),
            Input::Do(Action::PageUp) => self.at = self.at.saturating_sub(page),
            Input::Do(Action::Top) => self.at = 0,
            Input::Do(Action::Bottom) => self.at = last,
            Input::Do(Action::Left) => self.fold(true, cx),
            Input::Do(Action::Right) => self.fold(false, cx),
            Input::Do(Action::Find) => self.typing = true,
            Input::Wheel(lines) => self.at = self.at.saturating_add_signed(isize::try_from(*lines).unwrap_or(0)).min(last),
            Input::Do(Action::Enter) => return self.enter(self.at, cx),
            Input::Row(row) => {
                self.at = *row;
                return self.enter(*row, cx);
            }
            Input::Do(Action::Back) => return self.back(cx),
            Input::Key(key) if self.typing && self.filter.key(key) => self.filtered(cx),
            Input::Paste(text) if self.typing && self.filter.insert(text) => self.filtered(cx),
            _ => {}
        }
        Vec::new()
    }

    fn filtered(&mut self, cx: &Cx) {
        self.build(cx);
        self.at = self.rows.iter().position(|row| matches!(row, Row::Lesson { .. })).unwrap_or(0);
    }

    /// First out of the field, then the filter away, then back.
    fn back(&mut self, cx: &Cx) -> Vec<Effect> {
        if self.filter.text().is_empty() && !self.typing {
            return vec![Effect::Back];
        }
        self.typing = false;
        self.filter = Field::default();
        self.build(cx);
        Vec::new()
    }

    fn fold(&mut self, shut: bool, cx: &Cx) {
        let key = match self.rows.get(self.at) {
            Some(Row::Part { part, .. }) => (*part, None),
            Some(Row::Module { part, module, .. }) => (*part, Some(*module)),
            Some(Row::Lesson { .. }) if shut => {
                let above = self.rows[..self.at].iter().rposition(|row| !matches!(row, Row::Lesson { .. }));
                self.at = above.unwrap_or(self.at);
                return;
            }
            _ => return,
        };
        if shut {
            self.folded.insert(key)
        } else {
            self.folded.remove(&key)
        };
        self.build(cx);
    }

    fn enter(&mut self, row: usize, cx: &Cx) -> Vec<Effect> {
        match self.rows.get(row) {
            Some(Row::Lesson { mark: Mark::Planned, .. }) => vec![Effect::Tell(Sentence::new("library-not-written"))],
            Some(Row::Lesson { slug, .. }) => vec![Effect::Go(Route::Reader { slug: slug.clone(), anchor: None, lang: None, terms: None })],
            Some(Row::Part { part, .. }) => {
                let shut = !self.folded.contains(&(*part, None));
                self.fold(shut, cx);
                Vec::new()
            }
            Some(Row::Module { part, module, .. }) => {
                let shut = !self.folded.contains(&(*part, Some(*module)));
                self.fold(shut, cx);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Builds the rows that are to be seen: everything unfolded, or all that matches the filter.
    fn build(&mut self, cx: &Cx) {
        let wanted = self.filter.text().to_lowercase();
        let filters = !wanted.is_empty();
        let mut rows = Vec::new();
        for (p, part) in cx.course.parts.iter().enumerate() {
            let mut of_part = Vec::new();
            for (m, module) in part.modules.iter().enumerate() {
                let lessons: Vec<Row> = module.lessons.iter().map(|slug| lesson_row(slug, cx)).filter(|row| !filters || matches(row, &wanted)).collect();
                if filters && lessons.is_empty() {
                    continue;
                }
                of_part.push(Row::Module { part: p, module: m, title: module.title[cx.lang].clone() });
                if filters || !self.folded.contains(&(p, Some(m))) {
                    of_part.extend(lessons);
                }
            }
            if filters && of_part.is_empty() {
                continue;
            }
            rows.push(Row::Part { part: p, title: part.title[cx.lang].clone() });
            if filters || !self.folded.contains(&(p, None)) {
                rows.append(&mut of_part);
            }
        }
        self.rows = rows;
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        let all: Vec<&Slug> = cx.course.order().collect();
        self.read = (all.iter().filter(|slug| mark(slug, cx) == Mark::Read).count(), all.len());
    }

    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let left = canvas.texts.get("library-title");
        let right = canvas.texts.say(&Sentence::new("library-count").with("part", self.read.0).with("whole", self.read.1));
        chrome::top(canvas, cx.area, &left, &right);
        let mut y = cx.area.y + 2;
        if self.typing || !self.filter.text().is_empty() {
            canvas.text(cx.area.x + 1, cx.area.y + 1, 2, canvas.theme.signs.find, canvas.theme.muted);
            let line = Rect::new(cx.area.x + 3, cx.area.y + 1, cx.area.width.saturating_sub(4), 1);
            self.filter.view(canvas, line, canvas.theme.text);
            if !self.typing {
                canvas.cursor = None;
            }
            y += 1;
        }
        if self.rows.is_empty() {
            let text = canvas.texts.get("library-nothing");
            canvas.text(cx.area.x + 3, y, cx.area.width, &text, canvas.theme.muted);
        }
        let tall = usize::from(cx.area.bottom().saturating_sub(y));
        // The cursor's row stays off the edges, so that one sees what comes.
        let first = self.at.saturating_sub(tall * 2 / 3).min(self.rows.len().saturating_sub(tall));
        for (y, row) in (y..cx.area.bottom()).zip(first..self.rows.len()) {
            self.row(canvas, Rect::new(cx.area.x, y, cx.area.width.min(90), 1), row);
        }
    }

    fn row(&self, canvas: &mut Canvas, line: Rect, at: usize) {
        let selected = at == self.at;
        let (theme, signs) = (canvas.theme, canvas.theme.signs);
        if selected {
            canvas.text(line.x, line.y, 1, signs.bar, theme.accent);
        }
        canvas.click(line, Input::Row(at));
        let room = |indent: u16| line.width.saturating_sub(indent + 1);
        match &self.rows[at] {
            Row::Part { part, title } => {
                let sign = if self.folded.contains(&(*part, None)) { signs.folded } else { signs.unfolded };
                canvas.text(line.x + 1, line.y, 1, sign, theme.muted);
                canvas.text(line.x + 3, line.y, room(3), title, if selected { theme.selected } else { theme.strong });
            }
            Row::Module { part, module, title } => {
                let sign = if self.folded.contains(&(*part, Some(*module))) { signs.folded } else { signs.unfolded };
                canvas.text(line.x + 3, line.y, 1, sign, theme.muted);
                canvas.text(line.x + 5, line.y, room(5), title, if selected { theme.selected } else { theme.text });
            }
            Row::Lesson { title, mark, due, .. } => {
                let (sign, style) = match mark {
                    Mark::Planned => (" ", theme.muted),
                    Mark::Unread => (signs.open, theme.muted),
                    Mark::Half => (signs.half, theme.warn),
                    Mark::Read => (signs.done, theme.ok),
                };
                canvas.text(line.x + 5, line.y, 1, sign, style);
                let right = match (mark, due) {
                    (Mark::Planned, _) => canvas.texts.get("library-planned"),
                    (_, 0) => String::new(),
                    (_, due) => format!("{} {due}", signs.due),
                };
                let begin = canvas.text_right(line.right().saturating_sub(1), line.y, &right, if *mark == Mark::Planned { theme.muted } else { theme.warn });
                let style = if selected {
                    theme.selected
                } else if *mark == Mark::Planned {
                    theme.muted
                } else {
                    theme.text
                };
                canvas.text(line.x + 7, line.y, begin.saturating_sub(line.x + 8), title, style);
            }
        }
    }
}

fn lesson_row(slug: &Slug, cx: &Cx) -> Row {
    let due = cx.memory.as_ref().map_or(0, |memory| cx.deck.of_lesson(slug).filter(|card| memory.is_due(&card.id, cx.today)).count());
    Row::Lesson { slug: slug.clone(), title: cx.course.title_of(slug, cx.lang).to_owned(), mark: mark(slug, cx), due }
}

fn mark(slug: &Slug, cx: &Cx) -> Mark {
    if !cx.course.lessons.contains_key(slug) {
        return Mark::Planned;
    }
    match cx.memory.as_ref().map(|memory| memory.lesson(&LessonId::new(&cx.course.id, slug))) {
        Some(LessonProgress::Read) => Mark::Read,
        Some(LessonProgress::Half(_)) => Mark::Half,
        _ => Mark::Unread,
    }
}

/// Title or slug contain every word that was typed.
fn matches(row: &Row, wanted: &str) -> bool {
    let Row::Lesson { slug, title, .. } = row else { return false };
    let text = format!("{} {slug}", title.to_lowercase());
    wanted.split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::snapshot;

    #[test]
    fn the_tree_is_drawn() {
        snapshot::check_all("library", &Route::Library, "<down>");
    }
}
