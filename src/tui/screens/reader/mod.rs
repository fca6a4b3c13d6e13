//! A lesson: its text, with questions and simulators in their places.
//!
//! What depends on width is laid out in `update` and kept; `view` only draws it. The page is made of
//! pieces, one for each block, so that an answer lays out one question anew and not the lesson.

mod ends;
mod find;
mod focus;
mod frame;
mod hints;
mod layout;
mod outline;
mod page;
mod progress;
mod sims;
mod tasks;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod toy;
mod view;

use std::sync::Arc;

use crate::content::{Anchor, BlockKind, Lesson, Slug, Target};
use crate::text::{Lang, Message as Sentence};
use crate::tui::app::Cx;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::prose::Act;
use ends::Ways;
use find::Find;
use frame::Frame;
use hints::Hints;
use page::{Page, Part};
use progress::Seen;
use sims::Sims;
use tasks::Tasks;

/// A lesson that is being read.
pub struct State {
    slug: Slug,
    /// The language that the lesson was opened in, until another is asked for.
    opened_in: Option<Lang>,
    spoken: Lang,
    lesson: Option<Arc<Lesson>>,
    ways: Ways,
    frame: Frame,
    page: Page,
    /// The first line of the page that is on screen.
    top: usize,
    /// The piece that keys go to first.
    focus: Option<usize>,
    tasks: Tasks,
    sims: Sims,
    find: Find,
    hints: Option<Hints>,
    /// The row of the outline that has the cursor, while it has the keys.
    outline: Option<usize>,
    seen: Seen,
    /// The section to go to once there is a lesson.
    wanted: Option<Anchor>,
}

impl State {
    /// Opens a lesson at a section.
    #[must_use]
    pub fn open(slug: Slug, anchor: Option<Anchor>, lang: Option<Lang>, terms: Option<String>, cx: &Cx) -> (State, Vec<Effect>) {
        let slug = cx.course.renamed.get(&slug).cloned().unwrap_or(slug);
        let mut state = State {
            slug,
            opened_in: lang,
            spoken: cx.lang,
            lesson: None,
            ways: Ways::default(),
            frame: Frame::default(),
            page: Page::default(),
            top: 0,
            focus: None,
            tasks: Tasks::default(),
            sims: Sims::default(),
            find: Find::default(),
            hints: None,
            outline: None,
            seen: Seen::default(),
            wanted: anchor,
        };
        let mut effects = state.changed(cx);
        effects.extend(state.mark_terms(terms, cx));
        (state, effects)
    }

    /// The scopes in force, the innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        if self.hints.is_some() {
            return vec![Scope::Hints];
        }
        let over = [(self.find.field.is_some(), Scope::Find), (self.outline.is_some(), Scope::Outline)];
        let over = over.into_iter().filter(|(is_open, _)| *is_open).map(|(_, scope)| scope);
        let focus = self.focused_task().map(|task| task.asked.scope()).or(self.focus.map(|_| Scope::Scenario));
        over.chain(focus).chain([Scope::Reader]).collect()
    }

    /// The language that the lesson is asked for in.
    #[must_use]
    pub fn lang(&self, cx: &Cx) -> Lang {
        self.opened_in.unwrap_or(cx.lang)
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        let is_deed = matches!(input, Input::Do(_) | Input::Key(_) | Input::Row(_) | Input::Wheel(_));
        let top = self.top;
        let mut effects = match input {
            Input::Row(number) => self.clicked(number, cx),
            input => self.over(&input, cx).or_else(|| self.answer(&input, cx)).unwrap_or_else(|| self.read(input, cx)),
        };
        if is_deed {
            self.seen.moved |= self.top != top;
            self.look(cx);
            effects.extend(self.note_progress(cx));
        }
        effects
    }

    /// What floats takes input first.
    fn over(&mut self, input: &Input, cx: &Cx) -> Option<Vec<Effect>> {
        self.choose_hint(input, cx).or_else(|| self.type_find(input)).or_else(|| self.choose_entry(input, cx))
    }

    /// What is not for a question that has the focus.
    fn read(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        match input {
            Input::Do(action) => self.act(action, cx),
            Input::Wheel(lines) => self.scroll(isize::try_from(lines).unwrap_or(0)),
            Input::Changed => self.changed(cx),
            Input::Shown => {
                self.sims.forget_asked();
                self.changed(cx)
            }
            Input::Ran { generation, run } => self.ran(generation, run, cx),
            Input::Found { generation, found } => self.terms_found(generation, &found.terms),
            Input::Leaving => self.leave(cx),
            _ => Vec::new(),
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Effect> {
        let page = isize::try_from(self.frame.height()).unwrap_or(1);
        match action {
            Action::Down | Action::RowDown => self.scroll(1),
            Action::Up | Action::RowUp => self.scroll(-1),
            Action::HalfDown => self.scroll(page / 2),
            Action::HalfUp => self.scroll(-page / 2),
            Action::PageDown => self.scroll((page - 2).max(1)),
            Action::PageUp => self.scroll(-(page - 2).max(1)),
            Action::Top => self.go_to(0),
            Action::Bottom => self.go_to(self.last_top()),
            Action::Next => self.focus_next(cx),
            Action::Previous => self.focus_previous(cx),
            Action::Enter => self.enter(cx),
            Action::Find => self.open_find(),
            Action::FindNext => self.find_next(1),
            Action::FindPrevious => self.find_next(-1),
            Action::Outline => self.open_outline(cx),
            Action::Hints => self.open_hints(),
            Action::Copy => self.copy(),
            Action::MarkRead => self.mark_read(cx),
            Action::NextLesson => beside(self.ways.next.as_ref(), "reader-is-last"),
            Action::PreviousLesson => beside(self.ways.previous.as_ref(), "reader-is-first"),
            Action::Back => self.back(cx),
            _ => Vec::new(),
        }
    }

    /// Out of the question first, then away with the marks, then out of the lesson.
    fn back(&mut self, cx: &Cx) -> Vec<Effect> {
        if self.focus.is_some() {
            self.set_focus(None, cx);
            return Vec::new();
        }
        if self.clear_find() { Vec::new() } else { vec![Effect::Back] }
    }

    fn enter(&mut self, cx: &Cx) -> Vec<Effect> {
        let block = self.focus.and_then(|index| self.block_of(index)).map(|block| block.kind.clone());
        match block {
            Some(BlockKind::Scenario(scenario)) => sims::lab(&scenario),
            Some(_) => {
                let before = self.focus;
                let effects = self.focus_next(cx);
                if self.focus == before {
                    self.set_focus(None, cx);
                }
                effects
            }
            None if self.top == self.last_top() && self.ways.next.is_some() => beside(self.ways.next.as_ref(), "reader-is-last"),
            None => self.scroll(1),
        }
    }

    fn scroll(&mut self, lines: isize) -> Vec<Effect> {
        self.go_to(self.top.saturating_add_signed(lines))
    }

    fn go_to(&mut self, line: usize) -> Vec<Effect> {
        self.top = line.min(self.last_top());
        Vec::new()
    }

    fn last_top(&self) -> usize {
        self.page.lines().saturating_sub(self.frame.height())
    }

    /// How much of the page has gone by, in percent.
    fn percent(&self) -> usize {
        (self.top * 100).checked_div(self.last_top()).unwrap_or(100)
    }

    fn clicked(&mut self, number: usize, cx: &Cx) -> Vec<Effect> {
        if let Some(entry) = number.checked_sub(self.page.acts()) {
            return self.open_entry(entry, cx);
        }
        let Some((index, act)) = self.page.act(number).map(|(index, act)| (index, act.clone())) else { return Vec::new() };
        match act {
            Act::Follow(target) => self.follow(&target),
            Act::Row(row) => {
                self.set_focus(Some(index), cx);
                self.answer(&Input::Row(row), cx).unwrap_or_else(|| self.enter(cx))
            }
            Act::Place(place) => {
                self.set_focus(Some(index), cx);
                self.place(index, place, cx);
                Vec::new()
            }
        }
    }

    /// A link within the lesson only moves; the web is for the browser, so its address is copied.
    fn follow(&mut self, target: &Target) -> Vec<Effect> {
        match target {
            Target::Lesson { slug, anchor } if *slug == self.slug => {
                let line = anchor.as_ref().map_or(0, |a| self.line_of(a));
                self.go_to(line)
            }
            Target::Lesson { slug, anchor } => vec![Effect::Go(Route::Reader { slug: slug.clone(), anchor: anchor.clone(), lang: None, terms: None })],
            Target::Url(url) => vec![Effect::Copy(url.clone()), Effect::Tell(Sentence::new("reader-copied-link").with("url", url.clone()))],
            Target::Nowhere(_) => Vec::new(),
        }
    }

    fn line_of(&self, anchor: &Anchor) -> usize {
        let blocks = self.lesson.iter().flat_map(|l| l.blocks.iter().enumerate());
        let heading = blocks.filter(|(_, b)| matches!(&b.kind, BlockKind::Heading { anchor: a, .. } if a == anchor)).map(|(at, _)| at).next();
        heading.map_or(0, |at| self.page.top_of(Part::Block(at)))
    }
}

fn beside(slug: Option<&Slug>, none: &'static str) -> Vec<Effect> {
    match slug {
        Some(slug) => vec![Effect::Go(Route::Reader { slug: slug.clone(), anchor: None, lang: None, terms: None })],
        None => vec![Effect::Tell(Sentence::new(none))],
    }
}
