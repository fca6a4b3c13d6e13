//! The program without a terminal: keys in, effects performed at once, pictures of the screen out.
//!
//! A picture is the text of the screen and, below it, where each line is drawn in another style
//! than running text, by cells: `3: 1..9 bold, 12..20 cyan`.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use uuid::Uuid;

use super::app::{App, Cx, Start};
use super::canvas::Canvas;
use super::effect::{Effect, Route};
pub use super::made_up::made_up;
use super::message::Message;
use super::theme::Theme;
use crate::content::Course;
use crate::search::{self, SearchIndex};
use crate::sim;
use crate::study::{Deck, Event, EventId, Millis, Moment, Stamp, StudyDay, What};
use crate::text::{Lang, width};

/// The day on which every stage stands.
pub const DAY: StudyDay = StudyDay(20_000);

/// The sizes at which every screen is looked at.
pub const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// The program with a course, without a log, performing what the runtime and its jobs would.
pub struct Stage {
    app: App,
    size: (u16, u16),
    course: Arc<Course>,
    index: Option<Arc<SearchIndex>>,
    /// Whether runs and searches are answered at once.
    pub answers: bool,
    /// The effects that reached the outside, oldest first; runs and searches are not among them.
    pub effects: Vec<Effect>,
    clock: i64,
    kept: u64,
}

impl Stage {
    /// The program opened on a screen, with everything read but the index.
    pub fn open(route: Route, size: (u16, u16), lang: Lang) -> Stage {
        Stage::with(made_up(), route, size, lang)
    }

    /// The same with another course.
    pub fn with(course: Course, route: Route, size: (u16, u16), lang: Lang) -> Stage {
        let start = Start { lang, theme: Theme::named("dark").unwrap(), route: Some(route), size, today: DAY, nonce: 7 };
        let course = Arc::new(course);
        let mut stage = Stage { app: App::new(start), size, course: Arc::clone(&course), index: None, answers: true, effects: Vec::new(), clock: 0, kept: 0 };
        let deck = Arc::new(Deck::of(&course));
        stage.send(Message::CourseReady(course, deck));
        stage.send(Message::MemoryReady(Box::default()));
        stage
    }

    /// The same once the index stands.
    pub fn indexed(mut self) -> Stage {
        let index = Arc::new(SearchIndex::build(&self.course).unwrap());
        self.index = Some(Arc::clone(&index));
        self.send(Message::IndexReady(index));
        self
    }

    /// Types keys: letters as they are, others as `<enter>`, `<ctrl-r>`, `<lt>`.
    pub fn keys(&mut self, keys: &str) -> &mut Stage {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let (name, after) = match rest.strip_prefix('<').and_then(|inside| inside.split_once('>')) {
                Some((name, after)) => (name, after),
                None => rest.split_at(first.len_utf8()),
            };
            self.send(Message::Key(key(name)));
            rest = after;
        }
        self
    }

    /// Lets time pass before the next key.
    pub fn wait(&mut self, millis: i64) -> &mut Stage {
        self.clock += millis;
        self.send(Message::Now { at: Millis(self.clock), day: DAY })
    }

    /// Something that the learner did before.
    pub fn record(&mut self, what: What) -> &mut Stage {
        let kept = self.keep(what);
        self.send(kept)
    }

    /// What has been put into the log, oldest first.
    pub fn recorded(&self) -> Vec<What> {
        let recorded = self.effects.iter().filter_map(|effect| match effect {
            Effect::Record(what) => Some(what.clone()),
            _ => None,
        });
        recorded.collect()
    }

    /// What the program knows.
    pub fn app(&self) -> &App {
        &self.app
    }

    fn keep(&mut self, what: What) -> Message {
        self.kept += 1;
        let moment = Moment { at: Millis(self.clock + i64::try_from(self.kept).unwrap()), ahead: 0 };
        let stamp = Stamp { moment, day: self.app.cx().today };
        let event = Event { id: EventId(Uuid::from_u128(u128::from(self.kept))), device: "stage".into(), seq: self.kept, stamp, what };
        Message::Recorded(event)
    }

    /// Brings a message to the program and performs what it asks for.
    pub fn send(&mut self, message: Message) -> &mut Stage {
        let mut queue: VecDeque<Effect> = self.app.update(message).into();
        while let Some(effect) = queue.pop_front() {
            if let Effect::Record(what) = &effect
                && self.answers
            {
                let kept = self.keep(what.clone());
                queue.extend(self.app.update(kept));
            }
            match self.answer(&effect).filter(|_| self.answers) {
                Some(answer) => queue.extend(self.app.update(answer)),
                None => self.effects.push(effect),
            }
        }
        self
    }

    fn answer(&self, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::Search { generation, query } => {
                let found = self.index.as_ref().map_or_else(|| search::scan(&self.course, query, 100), |index| index.search(query, 100));
                Some(Message::Found { generation: *generation, found: Box::new(found) })
            }
            Effect::Run { generation, sim, scenario } => {
                let run = sim::find(sim).map(|sim| sim.run(scenario)).unwrap_or_default();
                Some(Message::Ran { generation: *generation, run: Arc::new(run) })
            }
            _ => None,
        }
    }

    /// The text of the screen, line by line.
    pub fn text(&mut self) -> String {
        text(&self.draw().0)
    }

    /// What screens look at.
    pub fn cx(&self) -> &Cx {
        self.app.cx()
    }

    /// Text and styles of the screen, and where the hardware cursor stands.
    pub fn picture(&mut self) -> String {
        let (buffer, cursor) = self.draw();
        picture(&buffer, cursor)
    }

    fn draw(&mut self) -> (Buffer, Option<Position>) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let cursor = self.app.view(&mut buffer);
        (buffer, cursor)
    }
}

fn picture(buffer: &Buffer, cursor: Option<Position>) -> String {
    let cursor = cursor.map_or_else(|| "no cursor".to_owned(), |at| format!("cursor {},{}", at.x, at.y));
    format!("{}\n-- {cursor}\n{}", text(buffer), styles(buffer))
}

/// Compares what `draw` draws on a screen of its own.
#[track_caller]
pub fn check_view(name: &str, stage: &Stage, draw: impl FnOnce(&mut Canvas)) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, stage.size.0, stage.size.1));
    let mut canvas = Canvas::new(&mut buffer, &stage.cx().theme, stage.cx().texts);
    draw(&mut canvas);
    let cursor = canvas.cursor;
    check_picture(name, &picture(&buffer, cursor));
}

/// Compares a picture with the one in `snapshots/NAME.snap`; `INSTA_UPDATE=always` writes it anew.
#[track_caller]
pub fn check(name: &str, stage: &mut Stage) {
    check_picture(name, &stage.picture());
}

#[track_caller]
fn check_picture(name: &str, picture: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, picture);
    });
}

/// Pictures of a screen at every size in both languages, after some keys.
#[track_caller]
pub fn check_all(name: &str, route: &Route, keys: &str) {
    for (wide, tall) in SIZES {
        for lang in Lang::ALL {
            let mut stage = Stage::open(route.clone(), (wide, tall), lang).indexed();
            check(&format!("{name}_{wide}x{tall}_{lang}"), stage.keys(keys));
        }
    }
}

fn key(name: &str) -> KeyEvent {
    let (name, modifiers) = match name.split_once('-') {
        Some(("ctrl", name)) => (name, KeyModifiers::CONTROL),
        Some(("alt", name)) => (name, KeyModifiers::ALT),
        _ => (name, KeyModifiers::NONE),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        one if one.chars().count() == 1 => KeyCode::Char(one.chars().next().unwrap()),
        other => panic!("{other} is no key"),
    };
    KeyEvent::new(code, modifiers)
}

/// The rows of cells, the cell behind a wide character left out.
fn text(buffer: &Buffer) -> String {
    rows(buffer).map(|row| line(row).trim_end().to_owned() + "\n").collect()
}

fn line(row: &[Cell]) -> String {
    let mut text = String::new();
    let mut skip = 0;
    for cell in row {
        if skip == 0 {
            text.push_str(cell.symbol());
            skip = width(cell.symbol()).max(1);
        }
        skip -= 1;
    }
    text
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buffer.content.chunks(usize::from(buffer.area.width))
}

fn styles(buffer: &Buffer) -> String {
    let mut out = String::new();
    for (y, row) in rows(buffer).enumerate() {
        let runs: Vec<String> = row_styles(row)
            .chunk_by(|a, b| a == b)
            .scan(0, |x, run| {
                let begin = *x;
                *x += run.len();
                Some((begin..*x, run[0].clone()))
            })
            .filter(|(_, style)| !style.is_empty())
            .map(|(cells, style)| format!("{}..{} {style}", cells.start, cells.end))
            .collect();
        if !runs.is_empty() {
            out.push_str(&format!("{y}: {}\n", runs.join(", ")));
        }
    }
    out
}

/// How each cell is drawn; the second one of a wide character like its first.
fn row_styles(row: &[Cell]) -> Vec<String> {
    let mut styles: Vec<String> = Vec::new();
    while let Some(cell) = row.get(styles.len()) {
        let cells = width(cell.symbol()).max(1);
        styles.extend(std::iter::repeat_n(style(cell), cells));
    }
    styles
}

/// How a cell is drawn, in the words of a theme; nothing for running text.
fn style(cell: &Cell) -> String {
    let named = |colour: Color, before: &str| (colour != Color::Reset).then(|| format!("{before}{}", colour.to_string().to_lowercase()));
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ];
    let modifiers = modifiers.into_iter().filter(|(modifier, _)| cell.modifier.contains(*modifier)).map(|(_, name)| name.to_owned());
    let words: Vec<String> = named(cell.fg, "").into_iter().chain(modifiers).chain(named(cell.bg, "on ")).collect();
    words.join(" ")
}
