//! The state of the program and what a message does to it. No input or output, no clock.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
pub use super::context::Cx;
use super::context::Generations;
use super::effect::{Effect, Route};
use super::keymap::{self, Action, Scope};
use super::message::{Input, Message};
use super::said::Said;
use super::screens::{Screen, help, palette};
use super::stack::Stack;
use super::theme::Theme;
use super::widgets::chrome;
use crate::study::{Event, Millis, StudyDay};
use crate::text::{Lang, Message as Sentence, Texts, clean, hangul};

/// The smallest terminal in which the program still works, in cells.
pub const SMALLEST: (u16, u16) = (40, 12);

/// What the program is started with.
pub struct Start {
    /// The language of interface and lessons.
    pub lang: Lang,
    /// How things look.
    pub theme: Theme,
    /// The screen to begin with, if it is not Home.
    pub route: Option<Route>,
    /// The size of the terminal, in cells.
    pub size: (u16, u16),
    /// The day.
    pub today: StudyDay,
    /// Makes shuffles differ from run to run.
    pub nonce: u64,
}

/// The whole state.
pub struct App {
    cx: Cx,
    size: (u16, u16),
    screens: Stack,
    pending: Option<Route>,
    palette: Option<palette::State>,
    help: Option<help::State>,
    said: Said,
    mouse: bool,
    clicks: Vec<(Rect, Input)>,
}

impl App {
    /// The state at the start: nothing has been read yet.
    #[must_use]
    pub fn new(start: Start) -> App {
        let cx = Cx {
            course: Arc::default(),
            deck: Arc::default(),
            memory: None,
            index: None,
            lang: start.lang,
            texts: Texts::of(start.lang),
            today: start.today,
            now: Millis::default(),
            theme: start.theme,
            area: screen_area(start.size),
            nonce: start.nonce,
            colours: false,
            generations: Generations::default(),
        };
        App {
            cx,
            size: start.size,
            screens: Stack::new(Screen::home()),
            pending: start.route,
            palette: None,
            help: None,
            said: Said::default(),
            mouse: true,
            clicks: Vec::new(),
        }
    }

    /// What the screens look at.
    #[must_use]
    pub fn cx(&self) -> &Cx {
        &self.cx
    }

    /// Whether everything that the first frame shows has been read.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.cx.course.lessons.is_empty() && self.cx.memory.is_some()
    }

    /// The scopes in force, the innermost first: who gets a key, and what is drawn on top.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        if self.palette.is_some() {
            return vec![Scope::Palette, Scope::Global];
        }
        if self.help.is_some() {
            return vec![Scope::Help, Scope::Global];
        }
        let mut scopes = self.screen().scopes();
        scopes.push(Scope::Global);
        scopes
    }

    fn screen(&self) -> &Screen {
        self.screens.top()
    }

    /// Takes a message in and says what is to be done.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let effects = match message {
            Message::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
            Message::Key(key) => self.key(key),
            Message::Mouse(mouse) => self.mouse(mouse),
            Message::Paste(text) => self.input(Input::Paste(clean(&text))),
            Message::Resized { width, height } => {
                self.size = (width, height);
                self.cx.area = screen_area(self.size);
                self.changed()
            }
            Message::Now { at, day } => self.clock(at, day),
            Message::CourseReady(course, deck) => {
                (self.cx.course, self.cx.deck) = (course, deck);
                self.changed_or_opened()
            }
            Message::MemoryReady(memory) => {
                self.cx.memory = Some(*memory);
                self.changed_or_opened()
            }
            Message::Unsaved(unsaved) => {
                self.said.take(unsaved);
                Vec::new()
            }
            Message::Recorded(event) => self.recorded(event),
            Message::News(events) => {
                self.learn(&events);
                self.changed()
            }
            Message::IndexReady(index) => {
                self.cx.index = Some(index);
                self.changed()
            }
            Message::ColoursReady => {
                self.cx.colours = true;
                self.changed()
            }
            Message::Found { generation, found } => self.top(Input::Found { generation, found }),
            Message::Ran { generation, run } => self.top(Input::Ran { generation, run }),
            Message::Tell(sentence) => {
                self.said.tell(sentence);
                Vec::new()
            }
        };
        self.perform(effects)
    }

    fn clock(&mut self, at: Millis, day: StudyDay) -> Vec<Effect> {
        self.cx.now = at;
        if day == self.cx.today {
            return Vec::new();
        }
        self.cx.today = day;
        self.changed()
    }

    fn recorded(&mut self, event: Event) -> Vec<Effect> {
        self.learn(std::slice::from_ref(&event));
        let mut effects = self.screens.update_all(&Input::Recorded(event), &self.cx);
        effects.extend(self.changed());
        effects
    }

    fn learn(&mut self, events: &[Event]) {
        if let Some(memory) = &mut self.cx.memory {
            events.iter().for_each(|event| memory.apply(event));
        }
    }

    /// A key goes through the table first; a Hangul letter where no text is typed is taken back to the keys that made it.
    fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        self.said.hush();
        if let KeyCode::Char(c) = key.code
            && !self.scopes().first().is_some_and(|s| s.is_text())
            && let Some(keys) = hangul::keys(c)
        {
            return keys.chars().flat_map(|k| self.one_key(KeyEvent::new(KeyCode::Char(k), KeyModifiers::NONE))).collect();
        }
        self.one_key(key)
    }

    fn one_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        match keymap::action(&self.scopes(), &key) {
            Some(action) => self.input(Input::Do(action)),
            None => self.input(Input::Key(key)),
        }
    }

    fn mouse(&mut self, mouse: MouseEvent) -> Vec<Effect> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.input(Input::Wheel(3)),
            MouseEventKind::ScrollUp => self.input(Input::Wheel(-3)),
            MouseEventKind::Down(MouseButton::Left) => {
                let at = Position::new(mouse.column, mouse.row);
                let hit = self.clicks.iter().rev().find(|(area, _)| area.contains(at));
                hit.map(|(area, input)| input.clone().inside(*area, at)).map_or_else(Vec::new, |input| self.input(input))
            }
            _ => Vec::new(),
        }
    }

    /// Global actions are the app's; everything else is for what is on top.
    fn input(&mut self, input: Input) -> Vec<Effect> {
        match &input {
            Input::Do(Action::Quit) => self.quit(),
            Input::Do(Action::Suspend) => vec![Effect::Suspend],
            Input::Do(Action::Redraw) => vec![Effect::Redraw],
            Input::Do(Action::Language) => vec![Effect::Speak(self.screen().lang(&self.cx).next())],
            Input::Do(Action::Mouse) => vec![Effect::Mouse(!self.mouse)],
            Input::Do(Action::Palette) => {
                self.palette = Some(palette::State::new(&self.screen_scopes(), &self.cx));
                Vec::new()
            }
            Input::Do(Action::Help) if self.help.is_none() => {
                self.help = Some(help::State::new(&self.screen_scopes()));
                Vec::new()
            }
            Input::Do(Action::Home) => vec![Effect::Go(Route::Home)],
            Input::Do(Action::Library) => vec![Effect::Go(Route::Library)],
            Input::Do(Action::Search) => vec![Effect::Go(Route::Search { text: String::new() })],
            Input::Do(Action::Review) => vec![Effect::Go(Route::Review { topics: Vec::new(), minutes: None })],
            Input::Do(Action::Lab) => vec![Effect::Go(Route::Lab { sim: None, scenario: None })],
            _ => self.over(input),
        }
    }

    fn screen_scopes(&self) -> Vec<Scope> {
        let mut scopes = self.screen().scopes();
        scopes.push(Scope::Global);
        scopes
    }

    /// What floats takes input before the screen under it.
    fn over(&mut self, input: Input) -> Vec<Effect> {
        if let Some(palette) = &mut self.palette {
            let chosen = palette.update(&input);
            return self.chosen(chosen);
        }
        if let Some(help) = &mut self.help {
            if help.update(&input, self.cx.area) {
                self.help = None;
            }
            return Vec::new();
        }
        if matches!(input, Input::Do(Action::Forward)) {
            return self.screens.forward(&self.cx);
        }
        self.top(input)
    }

    fn chosen(&mut self, chosen: palette::Chosen) -> Vec<Effect> {
        match chosen {
            palette::Chosen::Nothing => Vec::new(),
            palette::Chosen::Closed => {
                self.palette = None;
                Vec::new()
            }
            palette::Chosen::Action(action) => {
                self.palette = None;
                self.input(Input::Do(action))
            }
            palette::Chosen::Route(route) => {
                self.palette = None;
                vec![Effect::Go(route)]
            }
        }
    }

    fn top(&mut self, input: Input) -> Vec<Effect> {
        self.screens.update(input, &self.cx)
    }

    /// What the screen on top still wants to keep before the program ends.
    pub fn leave(&mut self) -> Vec<Effect> {
        self.top(Input::Leaving)
    }

    fn quit(&mut self) -> Vec<Effect> {
        let mut effects = self.leave();
        effects.push(Effect::Quit);
        effects
    }

    fn changed(&mut self) -> Vec<Effect> {
        self.top(Input::Changed)
    }

    fn changed_or_opened(&mut self) -> Vec<Effect> {
        let mut effects = self.changed();
        effects.extend(self.open_pending());
        effects
    }

    /// Does what is the app's own to do and hands on the rest.
    fn perform(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut rest = Vec::new();
        let mut queue: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = queue.pop_front() {
            match effect {
                Effect::Go(route) => queue.extend(self.go(route)),
                Effect::Back => queue.extend(self.back()),
                Effect::Speak(lang) => {
                    self.cx.lang = lang;
                    self.cx.texts = Texts::of(lang);
                    queue.extend(self.changed());
                }
                Effect::Tell(sentence) => self.said.tell(sentence),
                Effect::Mouse(on) => {
                    self.mouse = on;
                    self.said.tell(Sentence::new(if on { "mouse-on" } else { "mouse-off" }));
                    rest.push(Effect::Mouse(on));
                }
                other => rest.push(other),
            }
        }
        rest
    }

    fn go(&mut self, route: Route) -> Vec<Effect> {
        if matches!(route, Route::Help) {
            self.help = Some(help::State::new(&self.screen_scopes()));
            return Vec::new();
        }
        self.screens.open(route, &self.cx)
    }

    fn back(&mut self) -> Vec<Effect> {
        self.screens.back(&self.cx).unwrap_or_else(|| self.quit())
    }

    /// Opens the screen named on the command line, once there is something to open it on; it then is the first one.
    fn open_pending(&mut self) -> Vec<Effect> {
        if !self.is_ready() {
            return Vec::new();
        }
        let Some(route) = self.pending.take() else { return Vec::new() };
        self.screens.replace(route, &self.cx)
    }

    /// Draws everything. What can be clicked is kept for the next mouse event.
    pub fn view(&mut self, buffer: &mut Buffer) -> Option<Position> {
        let mut canvas = Canvas::new(buffer, &self.cx.theme, self.cx.texts);
        if self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1 {
            chrome::too_small(&mut canvas, self.size, SMALLEST);
            self.clicks.clear();
            return None;
        }
        let scopes = if self.palette.is_some() { vec![Scope::Palette] } else { self.scopes() };
        let waits = self.pending.is_some();
        if !waits {
            self.screen().view(&mut canvas, &self.cx);
        }
        if let Some(help) = &self.help {
            canvas.clicks.clear();
            canvas.cursor = None;
            help.view(&mut canvas, self.cx.area);
        }
        if let Some(palette) = &self.palette {
            canvas.clicks.clear();
            palette.view(&mut canvas, self.cx.area);
        }
        let all = Rect::new(0, 0, self.size.0, self.size.1);
        chrome::bottom(&mut canvas, all, &scopes, self.said.status(), self.said.banner().as_ref());
        let (clicks, cursor) = (std::mem::take(&mut canvas.clicks), canvas.cursor);
        self.clicks = clicks;
        cursor
    }
}

fn screen_area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, 0, width, height.saturating_sub(1))
}
