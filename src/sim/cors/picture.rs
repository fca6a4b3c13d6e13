//! What there is to look at, and the steps that lead through it.

use super::check::Check;
use super::fetch::{Class, End, Exchange, Leg, Trip};
use super::header::Headers;
use super::model::{Page, Redirect};
use super::read::shown;
use super::run::{Told, verdict};
use super::say;
use super::scenario::Scenario;
use crate::sim::{Cell, Panel, Step, Tone};
use crate::text::Message;

/// The most fields of an answer that are shown.
const MOST_FIELDS: usize = 40;

/// Panels and steps as they are made.
#[derive(Debug, Default)]
pub struct Picture {
    /// What there is to look at.
    pub panels: Vec<Panel>,
    /// The way to the answer.
    pub steps: Vec<Step>,
    /// Panel and row of the status and of the `Location` of the last answer.
    status: Option<(usize, usize)>,
    location: Option<(usize, usize)>,
}

/// The picture of one request of a scenario.
pub fn picture(scenario: &Scenario, told: &[Told], at: usize) -> Picture {
    let mut picture = Picture::default();
    let Some(Told { trip, .. }) = told.get(at) else { return picture };
    if told.len() > 1 {
        picture.timeline(told, at);
    }
    picture.origins(&scenario.page, trip);
    for (i, leg) in trip.legs.iter().enumerate() {
        picture.leg(scenario, trip, leg, i);
    }
    picture.end(scenario, trip);
    picture
}

impl Picture {
    fn step(&mut self, message: Message, row: Option<usize>) {
        let panel = self.panels.len().saturating_sub(1);
        self.steps.push(Step { message, points_at: row.map(|row| (panel, row)) });
    }

    /// A step that speaks of a row wherever it stands, or will stand.
    fn step_at(&mut self, message: Message, points_at: Option<(usize, usize)>) {
        self.steps.push(Step { message, points_at });
    }

    /// The requests so far, and which of them had to ask.
    fn timeline(&mut self, told: &[Told], at: usize) {
        let header = ["cors-t-at", "cors-t-request", "cors-t-preflight", "cors-t-verdict"].map(Message::new).to_vec();
        let rows = told.iter().take(at + 1).map(|told| {
            let sent = told.trip.legs.iter().any(|leg| leg.preflight.is_some());
            let remembered = told.trip.legs.iter().find_map(|leg| leg.remembered);
            let preflight = match (sent, remembered) {
                (true, _) => Cell::Message(Message::new("cors-t-sent"), Tone::Warn),
                (false, Some(until)) => Cell::Message(Message::new("cors-t-remembered").with("until", seconds(until)), Tone::Good),
                (false, None) => Cell::Message(Message::new("cors-t-none"), Tone::Muted),
            };
            let end = &told.trip.end;
            let request = format!("{} {}", shown(&told.trip.sent.method), shown(&told.trip.sent.url.path));
            vec![text(seconds(told.at_ms)), text(request), preflight, Cell::Text(verdict(end).to_owned(), tone(end))]
        });
        self.panels.push(Panel::Table { title: Some(Message::new("cors-p-timeline")), header, rows: rows.collect() });
        self.step(Message::new("cors-s-timeline"), Some(at));
    }

    /// The page and the address, part by part.
    fn origins(&mut self, page: &Page, trip: &Trip) {
        let url = &trip.sent.url.origin;
        let header = ["cors-o-part", "cors-o-page", "cors-o-url"].map(Message::new).to_vec();
        let Some(origin) = page.tuple() else {
            let row = vec![label("cors-o-origin"), Cell::Text("null".to_owned(), Tone::Warn), text(url.to_string())];
            self.panels.push(Panel::Table { title: Some(Message::new("cors-p-origins")), header, rows: vec![row] });
            return self.step(Message::new("cors-s-opaque-page"), Some(0));
        };
        let parts = [
            ("cors-o-scheme", origin.scheme().to_owned(), url.scheme().to_owned()),
            ("cors-o-host", origin.host.clone(), url.host.clone()),
            ("cors-o-port", origin.port.to_string(), url.port.to_string()),
        ];
        let differs = parts.iter().position(|(_, a, b)| a != b);
        let row = |(id, a, b): &(&'static str, String, String)| {
            let tone = if a == b { Tone::Good } else { Tone::Warn };
            vec![label(id), text(shown(a)), Cell::Text(shown(b), tone)]
        };
        self.panels.push(Panel::Table { title: Some(Message::new("cors-p-origins")), header, rows: parts.iter().map(row).collect() });
        let part = |at: usize| Message::new(["cors-o-scheme", "cors-o-host", "cors-o-port"].get(at).copied().unwrap_or("cors-o-port"));
        match differs {
            None => self.step(Message::new("cors-s-same-origin"), Some(0)),
            Some(at) => self.step(Message::new("cors-s-cross-origin").with("part", part(at)), Some(at)),
        }
    }

    fn leg(&mut self, scenario: &Scenario, trip: &Trip, leg: &Leg, at: usize) {
        if at > 0 {
            self.redirect(trip, leg, at);
        }
        let sent = trip.legs.get(at).and_then(|leg| leg.request.as_ref().map(|r| (&r.method, &r.headers)));
        let asked = leg.preflight.as_ref().and_then(|p| p.asks_method.as_ref()).map(|m| (m, &trip.sent.headers));
        let (method, headers) = sent.or(asked).unwrap_or((&trip.sent.method, &trip.sent.headers));
        let next = self.panels.len();
        let class = match leg.class {
            Class::SameOrigin => "cors-s-class-same",
            Class::NoCors => "cors-s-class-no-cors",
            Class::Simple => "cors-s-class-simple",
            Class::Preflighted => "cors-s-class-preflighted",
        };
        self.step_at(Message::new(class), Some((next, 0)));
        if leg.class == Class::Preflighted {
            for (cause, name) in say::causes(leg, method, headers, scenario.profile) {
                self.step_at(cause, Some((next, cause_row(leg, name.as_deref()))));
            }
        }
        if let Some(exchange) = &leg.preflight {
            self.exchange(leg, exchange, "cors-p-preflight");
            self.checks(exchange, true);
        } else if let Some(until) = leg.remembered {
            self.step_at(Message::new("cors-s-remembered").with("until", seconds(until)), Some((next, 0)));
        }
        match &leg.request {
            Some(exchange) => {
                self.exchange(leg, exchange, "cors-p-request");
                self.checks(exchange, false);
            }
            None => {
                let last = self.steps.last().and_then(|step| step.points_at);
                self.step_at(Message::new("cors-s-not-sent").with("method", shown(method)), last);
            }
        }
    }

    fn redirect(&mut self, trip: &Trip, leg: &Leg, at: usize) {
        let before = at.checked_sub(1).and_then(|at| trip.legs.get(at)).and_then(|leg| leg.request.as_ref());
        let status = before.map_or(302, |exchange| exchange.response.status).to_string();
        let (from, next) = (self.location, self.panels.len());
        self.step_at(Message::new("cors-s-redirect").with("status", status).with("url", shown(&leg.url.to_string())), from);
        let (Some(before), Some(after)) = (before, leg.request.as_ref().or(leg.preflight.as_ref())) else { return };
        let method = after.asks_method.as_ref().unwrap_or(&after.method);
        if *method != before.method {
            self.step_at(Message::new("cors-s-method-changes").with("from", shown(&before.method)).with("to", shown(method)), Some((next, 0)));
        }
        let dropped = before.headers.has("authorization")
            && !leg.names.iter().any(|n| n == "authorization")
            && !leg.request.as_ref().is_some_and(|r| r.headers.has("authorization"));
        if dropped {
            self.step_at(Message::new("cors-s-authorization-dropped"), Some((next, 0)));
        }
        let null = |exchange: &Exchange| exchange.origin.as_deref() == Some("null");
        if null(after) && !null(before) {
            self.step_at(Message::new("cors-s-null"), Some((next, ORIGIN_ROW)));
        }
    }

    /// What is sent and what is answered, as text.
    fn exchange(&mut self, leg: &Leg, exchange: &Exchange, title: &'static str) {
        let mut lines = vec![format!("{} {} HTTP/1.1", shown(&exchange.method), shown(&leg.url.path)), format!("Host: {}", shown(&leg.url.origin.authority()))];
        lines.extend(exchange.origin.iter().map(|origin| format!("Origin: {}", shown(origin))));
        lines.extend(exchange.asks_method.iter().map(|m| format!("Access-Control-Request-Method: {}", shown(m))));
        lines.extend(exchange.asks_headers.iter().map(|names| format!("Access-Control-Request-Headers: {}", shown(names))));
        lines.extend(fields(&exchange.headers, ""));
        lines.push(String::new());
        self.status = Some((self.panels.len(), lines.len()));
        lines.push(format!("  {}", exchange.response.status));
        lines.extend(fields(&exchange.response.headers, "  "));
        let location = lines.iter().position(|line| line.trim_start().to_ascii_lowercase().starts_with("location:"));
        self.location = location.map(|row| (self.panels.len(), row));
        self.panels.push(Panel::Text { title: Some(Message::new(title)), lines });
        let id = if exchange.asks_method.is_some() { "cors-s-options" } else { "cors-s-request" };
        let status = exchange.response.status.to_string();
        self.step(Message::new(id).with("method", shown(&exchange.method)).with("status", status), Some(0));
    }

    /// Each check, the first that fails marked.
    fn checks(&mut self, exchange: &Exchange, preflight: bool) {
        if exchange.checks.is_empty() {
            return;
        }
        let first = exchange.checks.iter().position(|check| check.fault.is_some());
        let row = |(i, check): (usize, &Check)| {
            let (id, tone) = match check.fault {
                None => ("cors-k-passes", Tone::Good),
                Some(_) if first == Some(i) => ("cors-k-stops", Tone::Bad),
                Some(_) => ("cors-k-also", Tone::Warn),
            };
            let mut row = vec![Cell::Message(Message::new(id), tone), Cell::Message(say::subject(check, exchange), Tone::Plain)];
            row.extend(say::fault(check, exchange).map(|why| Cell::Message(why, Tone::Plain)));
            if row.len() == 2 {
                row.push(Cell::Text(String::new(), Tone::Plain));
            }
            row
        };
        let rows = exchange.checks.iter().enumerate().take(MOST_FIELDS).map(row).collect();
        let title = if preflight { "cors-p-preflight-checks" } else { "cors-p-request-checks" };
        self.panels.push(Panel::Table { title: Some(Message::new(title)), header: Vec::new(), rows });
        let Some(first) = first else { return self.step(Message::new("cors-s-checks-pass"), Some(0)) };
        let why = exchange.checks.get(first).and_then(|check| say::fault(check, exchange));
        self.step(Message::new("cors-s-check-fails").with("why", why.unwrap_or(Message::new("cors-f-missing"))), Some(first.min(MOST_FIELDS - 1)));
        for (i, check) in exchange.checks.iter().enumerate().take(MOST_FIELDS).skip(first + 1) {
            if let Some(why) = say::fault(check, exchange) {
                self.step(Message::new("cors-s-also").with("why", why), Some(i));
            }
        }
    }

    /// What the script gets.
    fn end(&mut self, scenario: &Scenario, trip: &Trip) {
        match &trip.end {
            End::Allowed { status, readable, hidden } => self.readable(trip, *status, readable, hidden),
            End::Opaque => {
                let id = if trip.sent.redirect == Redirect::Manual { "cors-s-opaque-redirect" } else { "cors-s-opaque" };
                self.step_at(Message::new(id), self.status);
            }
            End::Blocked(block) => {
                let mut lines = vec!["TypeError: Failed to fetch".to_owned()];
                lines.extend(say::console(block, trip, &scenario.page).iter().flat_map(|said| folded(said)));
                self.panels.push(Panel::Text { title: Some(Message::new("cors-p-console")), lines });
                let done = trip.legs.last().is_some_and(|leg| leg.request.is_some());
                self.step(Message::new(if done { "cors-s-done-unread" } else { "cors-s-error" }).with("why", say::why(block, trip)), Some(0));
            }
        }
    }

    fn readable(&mut self, trip: &Trip, status: u16, readable: &[String], hidden: &[String]) {
        let none = Headers::default();
        let headers = trip.legs.last().and_then(|leg| leg.request.as_ref()).map_or(&none, |exchange| &exchange.response.headers);
        let value = |name: &String| text(shown(&headers.get(name).unwrap_or_default()));
        let mut rows = vec![vec![text("status"), text(status.to_string()), Cell::Message(Message::new("cors-r-readable"), Tone::Good)]];
        for name in readable.iter().take(MOST_FIELDS) {
            rows.push(vec![text(shown(name)), value(name), Cell::Message(Message::new("cors-r-readable"), Tone::Good)]);
        }
        for name in hidden.iter().take(MOST_FIELDS) {
            let id = if name.starts_with("set-cookie") { "cors-r-never" } else { "cors-r-hidden" };
            rows.push(vec![text(shown(name)), value(name), Cell::Message(Message::new(id), Tone::Muted)]);
        }
        self.panels.push(Panel::Table { title: Some(Message::new("cors-p-script")), header: Vec::new(), rows });
        self.step(Message::new("cors-s-read").with("count", readable.len()).with("hidden", hidden.len()), Some(0));
    }
}

/// The row of `Origin` in a message that has it: after its first line and `Host`.
const ORIGIN_ROW: usize = 2;

/// The row of the message to come that shows why it needs permission: the method, or a field of a name.
fn cause_row(leg: &Leg, name: Option<&str>) -> usize {
    let after = |exchange: &Exchange| ORIGIN_ROW + usize::from(exchange.origin.is_some());
    match (&leg.preflight, &leg.request, name) {
        (Some(exchange), _, None) => after(exchange),
        (Some(exchange), _, Some(_)) => after(exchange) + 1,
        (None, Some(exchange), Some(name)) => {
            let at = exchange.headers.0.iter().take(MOST_FIELDS).position(|(other, _)| other.eq_ignore_ascii_case(name));
            at.map_or(0, |at| after(exchange) + at)
        }
        _ => 0,
    }
}

fn fields(headers: &Headers, indent: &'static str) -> impl Iterator<Item = String> {
    let more = headers.0.len().saturating_sub(MOST_FIELDS);
    let lines = headers.0.iter().take(MOST_FIELDS).map(move |(name, value)| format!("{indent}{}: {}", shown(name), shown(value)));
    lines.chain((more > 0).then(|| format!("{indent}… +{more}")))
}

/// A sentence in lines of at most 72 letters; a longer word stands alone.
fn folded(said: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in said.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < 72 => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A time as a person writes it: `0 s`, `5.2 s`.
fn seconds(ms: u64) -> String {
    if ms.is_multiple_of(1000) { format!("{} s", ms / 1000) } else { format!("{}.{} s", ms / 1000, format!("{:03}", ms % 1000).trim_end_matches('0')) }
}

fn tone(end: &End) -> Tone {
    match end {
        End::Allowed { .. } => Tone::Good,
        End::Opaque => Tone::Warn,
        End::Blocked(_) => Tone::Bad,
    }
}

fn text(value: impl ToString) -> Cell {
    Cell::Text(value.to_string(), Tone::Plain)
}

fn label(id: &'static str) -> Cell {
    Cell::Message(Message::new(id), Tone::Muted)
}
