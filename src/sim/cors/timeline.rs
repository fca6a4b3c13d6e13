//! The preflight cache in time: who asks, who need not, and how long what was said is remembered.

use super::cache::Miss;
use super::check::max_age;
use super::fetch::{End, Leg};
use super::model::{Credentials, Profile};
use super::read::shown;
use super::run::{Told, verdict};
use crate::sim::{Cell, Panel, Tone};
use crate::text::{Message, cut, pad, width};

/// The most times along the line; of more there is only the table.
const MOST_TIMES: usize = 9;
/// The most requests that are drawn.
const MOST_ROWS: usize = 16;
/// The cells of the whole, so that it stands beside a margin in a terminal of 80.
const WIDE: usize = 70;
/// The most cells of one time.
const STEP: usize = 9;
/// The most cells of what a request is called.
const LABEL: usize = 26;

/// The requests in time, the one at `at` marked, and the row of the last panel in which it stands.
///
/// A picture where it fits, and a table; beside a later request of the same scenario the picture alone.
pub fn panels(told: &[Told], at: usize, profile: Profile) -> (Vec<Panel>, usize) {
    match picture(told, at, profile) {
        Some(picture) if at > 0 => (vec![picture], at + 1),
        picture => (picture.into_iter().chain([table(told, at)]).collect(), at),
    }
}

/// A time as a person writes it: `0 s`, `5.2 s`.
pub fn seconds(ms: u64) -> String {
    if ms.is_multiple_of(1000) { format!("{} s", ms / 1000) } else { format!("{}.{} s", ms / 1000, format!("{:03}", ms % 1000).trim_end_matches('0')) }
}

/// What a verdict means.
pub fn tone(end: &End) -> Tone {
    match end {
        End::Allowed { .. } => Tone::Good,
        End::Opaque => Tone::Warn,
        End::Blocked(_) => Tone::Bad,
    }
}

fn table(told: &[Told], at: usize) -> Panel {
    let header = ["cors-t-at", "cors-t-request", "cors-t-preflight", "cors-t-verdict"].map(Message::new).to_vec();
    let rows = told.iter().enumerate().map(|(i, each)| {
        let here = if i == at { Tone::Strong } else { Tone::Plain };
        let end = &each.trip.end;
        vec![
            Cell::Text(seconds(each.at_ms), here),
            Cell::Text(label(told, each), here),
            preflight(&each.trip.legs),
            Cell::Text(verdict(end).to_owned(), tone(end)),
        ]
    });
    Panel::Table { title: Some(Message::new("cors-p-timeline")), header, rows: rows.collect() }
}

fn preflight(legs: &[Leg]) -> Cell {
    if let Some(missed) = legs.iter().find_map(|leg| leg.missed.as_ref()) {
        return Cell::Message(why(missed), Tone::Warn);
    }
    match legs.iter().find_map(|leg| leg.remembered) {
        Some(until) => Cell::Message(Message::new("cors-t-remembered").with("until", seconds(until)), Tone::Good),
        None => Cell::Message(Message::new("cors-t-none"), Tone::Muted),
    }
}

/// Why a request must ask.
pub fn why(missed: &Miss) -> Message {
    match missed {
        Miss::Nothing => Message::new("cors-t-nothing"),
        Miss::Address => Message::new("cors-t-address"),
        Miss::Expired => Message::new("cors-t-expired"),
        Miss::Credentials => Message::new("cors-t-credentials"),
        Miss::Method => Message::new("cors-t-method"),
        Miss::Field(name) => Message::new("cors-t-field").with("name", shown(name)),
    }
}

/// What a request is called: method and path, and the credentials where requests differ in them.
fn label(told: &[Told], each: &Told) -> String {
    let credentials = |told: &Told| told.trip.sent.credentials == Credentials::Include;
    let mixed = told.iter().any(|other| credentials(other) != credentials(each));
    let include = if mixed && credentials(each) { " include" } else { "" };
    format!("{} {}{include}", shown(&each.trip.sent.method), shown(&each.trip.sent.url.path))
}

/// When what a preflight said is forgotten; `None` if nothing is remembered of it.
fn forgotten(told: &Told, profile: Profile) -> Option<u64> {
    let [leg] = &told.trip.legs[..] else { return None };
    let answer = &leg.preflight.as_ref()?.response;
    let keeps = max_age(&answer.headers, profile);
    let done = !matches!(told.trip.end, End::Blocked(_));
    (done && keeps > 0).then(|| told.at_ms.saturating_add(keeps))
}

fn picture(told: &[Told], at: usize, profile: Profile) -> Option<Panel> {
    let last = told.last()?.at_ms;
    let ends = told.iter().filter_map(|each| forgotten(each, profile)).filter(|end| *end <= last);
    let mut times: Vec<u64> = told.iter().map(|each| each.at_ms).chain(ends).collect();
    times.sort_unstable();
    times.dedup();
    if times.len() > MOST_TIMES || told.len() > MOST_ROWS || told.iter().any(|each| each.trip.legs.len() > 1) {
        return None;
    }
    let labels: Vec<String> = told.iter().map(|each| cut(&label(told, each), LABEL)).collect();
    let wide = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let marks: Vec<String> = times.iter().map(|time| seconds(*time)).collect();
    let beyond = told.iter().filter_map(|each| forgotten(each, profile)).filter(|end| *end > last).map(|end| width(&seconds(end)) + 1).max();
    let step = (WIDE.checked_sub(wide + 4 + beyond.unwrap_or(0))? / times.len()).min(STEP);
    if marks.iter().any(|mark| width(mark) >= step) {
        return None;
    }
    let line = Line { times: &times, step, profile };
    let head: String = marks.iter().map(|mark| pad(mark, step)).collect();
    let mut lines = vec![format!("{}{}", " ".repeat(wide + 4), head.trim_end())];
    for (i, (each, label)) in told.iter().zip(&labels).enumerate() {
        let here = if i == at { "›" } else { " " };
        lines.push(format!("{here} {}  {}", pad(label, wide), line.lane(each)).trim_end().to_owned());
    }
    Some(Panel::Text { title: Some(Message::new("cors-p-time")), lines })
}

/// The line of time.
struct Line<'t> {
    times: &'t [u64],
    step: usize,
    profile: Profile,
}

impl Line<'_> {
    /// One request on it.
    fn lane(&self, told: &Told) -> String {
        let place = |time: u64| self.times.iter().position(|known| *known >= time).map(|i| i * self.step);
        let begin = place(told.at_ms).unwrap_or(0);
        let asks = told.trip.legs.iter().any(|leg| leg.preflight.is_some());
        let remembers = told.trip.legs.iter().any(|leg| leg.remembered.is_some());
        let sign = match (asks, remembers) {
            (true, _) => "?",
            (false, true) => "✓",
            (false, false) => "·",
        };
        let line = |cells: usize| "━".repeat(cells);
        let rest = match forgotten(told, self.profile) {
            None => String::new(),
            Some(end) => match place(end) {
                Some(stop) => format!("{}┥", line(stop.saturating_sub(begin + 1))),
                None => format!("{}▸ {}", line((self.times.len() * self.step).saturating_sub(begin + 3)), seconds(end)),
            },
        };
        format!("{}{sign}{rest}", " ".repeat(begin))
    }
}
