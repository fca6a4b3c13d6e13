//! What the memory costs: the fold of a long log, a day's queue, an answer that is on disk.

use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use opsdrill::content::{Prices, parse_course};
use opsdrill::store::EventLog;
use opsdrill::study::{CardId, Deck, Event, EventId, Limits, Memory, Millis, Moment, Rating, Renames, Stamp, Today, What};
use uuid::Uuid;

const EVENTS: usize = 100_000;
const CARDS: usize = 10_000;
/// Questions in a lesson, lessons in a topic.
const EACH: usize = 25;
const DAY: i64 = 86_400_000;

fn main() {
    divan::main();
}

/// A course of [`CARDS`] cards in 16 topics.
fn deck() -> Deck {
    let lessons = (0..CARDS / EACH).map(|lesson| {
        let questions: String = (0..EACH).map(|n| format!("```quiz q{n}\nQ?\n\n= {n}\n```\n\n")).collect();
        (format!("t{}/l{lesson}.md", lesson % 16), format!("---\ntitle: L\n---\n\n{questions}"))
    });
    Deck::of(&parse_course("c", lessons, Arc::new(Prices::default())))
}

/// Ten answers for each card, spread over ten months.
fn log(deck: &Deck) -> Vec<Event> {
    let cards = deck.cards();
    let event = |n: usize| {
        let card = &cards[n % cards.len()].id;
        let moment = Moment { at: Millis(20_000 * DAY + (n / cards.len()) as i64 * 30 * DAY + n as i64 * 1000), ahead: 300 };
        let rating = if card.seed(n as u64).is_multiple_of(9) { Rating::Again } else { Rating::Good };
        Event { id: EventId(Uuid::from_u128(n as u128)), device: "a".into(), seq: n as u64, stamp: moment.stamped(None), what: review(card, rating) }
    };
    (1..=EVENTS).map(event).collect()
}

fn review(card: &CardId, rating: Rating) -> What {
    What::Reviewed { card: card.clone(), rating, judged: Some(rating), practice: false, took_ms: 8000, days: Some(9) }
}

#[divan::bench]
fn fold_100_000_events(bencher: Bencher<'_, '_>) {
    let events = log(&deck());
    bencher.counter(ItemsCount::new(EVENTS)).bench_local(|| Memory::of(Renames::default(), &events));
}

#[divan::bench]
fn queue_of_10_000_cards(bencher: Bencher<'_, '_>) {
    let deck = deck();
    let events = &log(&deck)[..CARDS]; // one answer for each card
    let memory = Memory::of(Renames::default(), events);
    let today = Today { deck: &deck, memory: &memory, day: events[CARDS - 1].stamp.day + 30 };
    assert_eq!(today.due(), CARDS);
    bencher.counter(ItemsCount::new(CARDS)).bench_local(|| today.queue(&Limits::default()));
}

#[divan::bench]
fn an_answer_on_disk(bencher: Bencher<'_, '_>) {
    let dir = tempfile::tempdir().expect("a directory");
    let (mut log, _) = EventLog::open(dir.path()).expect("a log");
    let card = CardId::from_text("c/t/a#q");
    let now = Moment { at: Millis(20_000 * DAY), ahead: 300 };
    bencher.bench_local(|| log.append(review(&card, Rating::Good), now).expect("kept"));
}

#[divan::bench(sample_count = 5)]
fn open_a_log_of_100_000_events(bencher: Bencher<'_, '_>) {
    let dir = tempfile::tempdir().expect("a directory");
    let (log, _) = EventLog::open(dir.path()).expect("a log");
    let events = self::log(&deck());
    let mut db = rusqlite::Connection::open(log.file()).expect("the log");
    let rows = db.transaction().expect("a transaction");
    for event in &events {
        let (kind, payload) = event.what.to_parts();
        let Stamp { moment, day } = event.stamp;
        let row = rusqlite::params![event.id.0.as_bytes(), &*event.device, event.seq as i64, moment.at.0, moment.ahead, day.0, kind, payload];
        rows.execute("INSERT INTO event (id, device, seq, at, ahead, day, kind, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", row).expect("a row");
    }
    rows.commit().expect("kept");
    drop(log);
    bencher.counter(ItemsCount::new(EVENTS)).bench_local(|| EventLog::open(dir.path()).expect("the log"));
}
