//! What a key and a frame cost in the reader, on the longest lesson of the built-in course, at 120x40.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use opsdrill::content::{Course, Slug};
use opsdrill::store::library;
use opsdrill::study::{Deck, StudyDay};
use opsdrill::text::Lang;
use opsdrill::tui::app::{App, Start};
use opsdrill::tui::effect::Route;
use opsdrill::tui::message::Message;
use opsdrill::tui::theme::Theme;
use opsdrill::tui::widgets::code;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZE: (u16, u16) = (120, 40);

fn main() {
    code::load();
    divan::main();
}

fn longest(course: &Course) -> Option<Slug> {
    let lessons = course.lessons.values().flat_map(|texts| texts.iter().filter_map(|(_, lesson)| lesson.as_ref()));
    lessons.max_by_key(|lesson| lesson.source.len()).map(|lesson| lesson.slug.clone())
}

fn app() -> App {
    let course = Arc::new(library::embedded());
    let deck = Arc::new(Deck::of(&course));
    let route = longest(&course).map(|slug| Route::Reader { slug, anchor: None, lang: None, terms: None });
    let theme = Theme::named("dark").unwrap_or_else(|| panic!("the theme is compiled in"));
    let mut app = App::new(Start { lang: Lang::Ko, theme, route, size: SIZE, today: StudyDay(20_000), nonce: 1 });
    app.update(Message::CourseReady(course, deck));
    app.update(Message::MemoryReady(Box::default()));
    app.update(Message::ColoursReady);
    app
}

fn key(c: char) -> Message {
    Message::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE))
}

#[divan::bench(sample_count = 200)]
fn frame(bencher: Bencher) {
    let mut app = app();
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    bencher.bench_local(|| app.view(&mut buffer));
}

#[divan::bench(sample_count = 200)]
fn scroll(bencher: Bencher) {
    let mut app = app();
    bencher.bench_local(|| app.update(key('j')));
}

/// The lesson is laid out anew.
#[divan::bench(sample_count = 200)]
fn resize(bencher: Bencher) {
    let mut app = app();
    let mut width = SIZE.0;
    bencher.bench_local(|| {
        width = if width == SIZE.0 { 80 } else { SIZE.0 };
        app.update(Message::Resized { width, height: SIZE.1 })
    });
}

/// A letter typed into the field that finds words in the page.
#[divan::bench(sample_count = 200)]
fn find(bencher: Bencher) {
    let mut app = app();
    app.update(key('/'));
    bencher.bench_local(|| app.update(key('e')));
}

/// From the key that opens a lesson to its layout.
#[divan::bench(sample_count = 100)]
fn open(bencher: Bencher) {
    let mut app = app();
    bencher.bench_local(|| {
        app.update(key(']'));
        app.update(key('q'))
    });
}
