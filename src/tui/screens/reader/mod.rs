//! A lesson: its text, with questions and simulators in their places.
//!
//! What depends on width is laid out in `update` and kept; `view` only draws it. The page is made of
//! pieces, one for each block, so that an answer lays out one question anew and not the lesson.

mod ends;
mod frame;
pub mod page;
mod view;

use std::sync::Arc;

use crate::content::{Anchor, BlockKind, Lesson, Slug, Target};
use crate::text::{Lang, Message as Sentence, Texts};
use crate::tui::app::Cx;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::code;
use crate::tui::widgets::prose::{self, Act, Setting};
use ends::Ways;
use frame::Frame;
use page::{Page, Part};

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
    /// The section to go to once there is a lesson.
    wanted: Option<Anchor>,
}

impl State {
    /// Opens a lesson at a section.
    #[must_use]
    pub fn open(slug: Slug, anchor: Option<Anchor>, lang: Option<Lang>, _terms: Option<String>, cx: &Cx) -> (State, Vec<Effect>) {
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
            wanted: anchor,
        };
        let effects = state.changed(cx);
        (state, effects)
    }

    /// The scopes in force, the innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Reader]
    }

    /// The language that the lesson is asked for in.
    #[must_use]
    pub fn lang(&self, cx: &Cx) -> Lang {
        self.opened_in.unwrap_or(cx.lang)
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        match input {
            Input::Do(action) => self.act(action, cx),
            Input::Row(number) => self.clicked(number),
            Input::Wheel(lines) => self.scroll(isize::try_from(lines).unwrap_or(0)),
            Input::Changed => self.changed(cx),
            _ => Vec::new(),
        }
    }

    fn act(&mut self, action: Action, _cx: &Cx) -> Vec<Effect> {
        let page = isize::try_from(self.frame.height()).unwrap_or(1);
        match action {
            Action::Down | Action::Enter => self.scroll(1),
            Action::Up => self.scroll(-1),
            Action::HalfDown => self.scroll(page / 2),
            Action::HalfUp => self.scroll(-page / 2),
            Action::PageDown => self.scroll((page - 2).max(1)),
            Action::PageUp => self.scroll(-(page - 2).max(1)),
            Action::Top => self.go_to(0),
            Action::Bottom => self.go_to(self.last_top()),
            Action::NextLesson => beside(self.ways.next.as_ref(), "reader-is-last"),
            Action::PreviousLesson => beside(self.ways.previous.as_ref(), "reader-is-first"),
            Action::Back => vec![Effect::Back],
            _ => Vec::new(),
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
        let last = self.last_top();
        (self.top * 100).checked_div(last).unwrap_or(100)
    }

    fn clicked(&mut self, number: usize) -> Vec<Effect> {
        match self.page.act(number) {
            Some((_, Act::Follow(target))) => self.follow(&target.clone()),
            _ => Vec::new(),
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

    /// Size, language, course or memory may have changed.
    fn changed(&mut self, cx: &Cx) -> Vec<Effect> {
        if self.spoken != cx.lang {
            (self.spoken, self.opened_in) = (cx.lang, None);
        }
        self.frame = Frame::of(cx.area);
        self.lesson = cx.course.lesson(&self.slug, self.lang(cx)).cloned();
        self.ways = Ways::of(&cx.course, &self.slug);
        self.lay_out(cx);
        if let Some(anchor) = self.wanted.take_if(|_| self.lesson.is_some()) {
            self.top = self.line_of(&anchor);
        }
        self.go_to(self.top)
    }

    fn lay_out(&mut self, cx: &Cx) {
        let mut page = Page::default();
        if let Some(lesson) = &self.lesson {
            let setting = setting(&self.frame, lesson, cx);
            page.push(Part::Head, 0, ends::head(lesson, self.lang(cx), &setting));
            for (at, block) in lesson.blocks.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|at| lesson.blocks.get(at)).map(|b| &b.kind);
                let gap = if at == 0 { 1 } else { prose::gap(before, &block.kind) };
                page.push(Part::Block(at), gap, prose::lay(std::slice::from_ref(block), &setting));
            }
            page.push(Part::Tail, 2, ends::tail(lesson, &self.ways, &setting));
        }
        page.place();
        self.page = page;
    }
}

/// What the text of a lesson is laid out with: its own language's words around it.
fn setting<'a>(frame: &Frame, lesson: &Lesson, cx: &'a Cx) -> Setting<'a> {
    Setting {
        theme: &cx.theme,
        texts: Texts::of(lesson.lang),
        course: &cx.course,
        lang: lesson.lang,
        painter: code::painter().filter(|_| cx.colours),
        width: usize::from(frame.text.width),
        spare: usize::from(frame.spare),
        blanks: None,
        prices: None,
    }
}

fn beside(slug: Option<&Slug>, none: &'static str) -> Vec<Effect> {
    match slug {
        Some(slug) => vec![Effect::Go(Route::Reader { slug: slug.clone(), anchor: None, lang: None, terms: None })],
        None => vec![Effect::Tell(Sentence::new(none))],
    }
}
