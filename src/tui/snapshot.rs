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

use super::app::{App, Start};
use super::effect::{Effect, Route};
use super::message::Message;
use super::theme::Theme;
use crate::content::{Course, Prices, parse_course};
use crate::search::{self, SearchIndex};
use crate::sim;
use crate::study::{Deck, StudyDay};
use crate::text::{Lang, width};

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
}

impl Stage {
    /// The program opened on a screen, with everything read but the index.
    pub fn open(route: Route, size: (u16, u16), lang: Lang) -> Stage {
        Stage::with(made_up(), route, size, lang)
    }

    /// The same with another course.
    pub fn with(course: Course, route: Route, size: (u16, u16), lang: Lang) -> Stage {
        let start = Start { lang, theme: Theme::named("dark").unwrap(), route: Some(route), size, today: StudyDay(20_000), nonce: 7 };
        let course = Arc::new(course);
        let mut stage = Stage { app: App::new(start), size, course: Arc::clone(&course), index: None, answers: true, effects: Vec::new() };
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

    /// Brings a message to the program and performs what it asks for.
    pub fn send(&mut self, message: Message) -> &mut Stage {
        let mut queue: VecDeque<Effect> = self.app.update(message).into();
        while let Some(effect) = queue.pop_front() {
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

    /// Text and styles of the screen, and where the hardware cursor stands.
    pub fn picture(&mut self) -> String {
        let (buffer, cursor) = self.draw();
        let cursor = cursor.map_or_else(|| "no cursor".to_owned(), |at| format!("cursor {},{}", at.x, at.y));
        format!("{}\n-- {cursor}\n{}", text(&buffer), styles(&buffer))
    }

    fn draw(&mut self) -> (Buffer, Option<Position>) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let cursor = self.app.view(&mut buffer);
        (buffer, cursor)
    }
}

/// Compares a picture with the one in `snapshots/NAME.snap`; `INSTA_UPDATE=always` writes it anew.
#[track_caller]
pub fn check(name: &str, stage: &mut Stage) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, stage.picture());
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

/// A small course in both languages, about things that no course of ours teaches.
pub fn made_up() -> Course {
    let files = [
        (
            "course.toml",
            r#"
id = "made-up"
title = { en = "Made up", ko = "지어낸 코스" }
languages = ["en", "ko"]
region = "ap-northeast-2"
[[part]]
id = "only"
title = { en = "The only part", ko = "하나뿐인 파트" }
[[part.module]]
title = { en = "Storing and sending", ko = "저장과 전송" }
lessons = ["toy/cache", "toy/queue", "toy/blocks", "toy/planned"]
[planned]
"toy/planned" = { en = "Not written yet", ko = "아직 없는 레슨" }
"#,
        ),
        ("toy/cache.md", CACHE),
        ("toy/cache.ko.md", CACHE_KO),
        ("toy/queue.md", QUEUE),
        ("toy/queue.ko.md", QUEUE_KO),
        ("toy/blocks.md", BLOCKS),
        ("toy/blocks.ko.md", BLOCKS_KO),
    ];
    parse_course("made-up", files, Arc::new(Prices::default()))
}

const CACHE: &str = r#"+++
title = "Caches"
summary = "What a cache keeps, and what it forgets."
tags = ["web"]
aliases = ["memo"]
+++

A cache keeps answers near the reader, so that the same question is answered without asking the server again.

## What it costs {#price}

A cache charges by the hour, whether it is asked or not. The charge follows the size of its memory, not the number of questions.

- small: one cent an hour
- large: twelve cents an hour

## What it forgets {#forget}

An answer that is older than its time to live is forgotten. When the memory is full, the answer that nobody has asked for longest goes first.
"#;

const CACHE_KO: &str = r#"+++
title = "캐시"
summary = "캐시가 기억하는 것과 잊는 것."
aliases = ["메모"]
+++

캐시는 답을 읽는 사람 가까이에 둡니다. 같은 질문이 다시 오면 서버에 묻지 않고 답할 수 있습니다.

## 비용 {#price}

캐시는 물어보든 말든 시간마다 과금됩니다. 요금은 질문 수가 아니라 메모리 크기를 따릅니다.

- 작은 것: 시간당 1센트
- 큰 것: 시간당 12센트

## 잊는 것 {#forget}

수명이 지난 답은 잊습니다. 메모리가 가득 차면 가장 오래 아무도 묻지 않은 답부터 지웁니다.
"#;

const QUEUE: &str = r#"+++
title = "Message queues"
summary = "How a queue keeps what nobody has read yet."
tags = ["web"]
+++

A queue holds messages until someone reads them. It charges by the million, not by the hour.

## Dead letters {#dead}

A message that has failed five times goes to the dead letter queue, where people look at it.
"#;

const QUEUE_KO: &str = r#"+++
title = "메시지 큐"
summary = "아직 아무도 읽지 않은 것을 큐가 보관하는 법."
+++

큐는 누군가 읽을 때까지 메시지를 보관합니다. 시간이 아니라 백만 건마다 과금합니다.

## 데드 레터 {#dead}

다섯 번 실패한 메시지는 데드 레터 큐로 가고, 사람이 들여다봅니다.
"#;

const BLOCKS: &str = r#"+++
title = "Address blocks"
summary = "Where a block of addresses begins."
tags = ["network"]
explains = { HOST_BITS = "begin", NOT_ADJACENT = "join", MISALIGNED = "join" }
+++

A block begins at a multiple of its own size.

## Where a block begins {#begin}

The address that you know may lie in the middle of it.

```sim cidr
bits 10.0.37.200/20
```

## Which blocks join {#join}

Two halves of one block, and nothing else.
"#;

const BLOCKS_KO: &str = r#"+++
title = "주소 블록"
summary = "주소 블록이 시작하는 곳."
+++

블록은 자기 크기의 배수에서 시작합니다.

## 블록의 시작 {#begin}

알고 있는 주소는 블록 한가운데일 수도 있습니다.

```sim cidr
bits 10.0.37.200/20
```

## 합쳐지는 블록 {#join}

한 블록의 두 반쪽만 합쳐집니다.
"#;

#[test]
fn the_made_up_course_has_no_problems() {
    let problems: Vec<String> = made_up().problems.iter().map(|problem| format!("{problem:?}")).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
