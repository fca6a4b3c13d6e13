//! What there is to look at, and the steps that lead through it.

use super::cache::Miss;
use super::check::Check;
use super::fetch::{Block, Class, End, Exchange, Leg, Trip};
use super::header::Headers;
use super::model::{Page, Profile, Redirect};
use super::read::shown;
use super::run::Told;
use super::scenario::Scenario;
use super::{say, timeline};
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
    /// Whether an earlier request of the scenario asked the same: what compares and what needs permission is shown there.
    again: bool,
}

/// The picture of one request of a scenario.
pub fn picture(scenario: &Scenario, told: &[Told], at: usize) -> Picture {
    let mut picture = Picture::default();
    let Some(Told { trip, .. }) = told.get(at) else { return picture };
    if told.len() > 1 {
        picture.timeline(scenario, told, at);
    }
    let sent = &trip.sent;
    let earlier = told.iter().take(at).map(|told| &told.trip.sent);
    picture.again = earlier.into_iter().any(|other| other.url.origin == sent.url.origin && other.method == sent.method && other.headers == sent.headers);
    if !picture.again {
        picture.origins(&scenario.page, trip);
    }
    if trip.legs.len() > 1 {
        picture.panels.push(chain(trip));
    }
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

    /// All requests, and which of them had to ask.
    fn timeline(&mut self, scenario: &Scenario, told: &[Told], at: usize) {
        let (panels, row) = timeline::panels(told, at, scenario.profile);
        self.panels.extend(panels);
        self.step(Message::new("cors-s-timeline"), Some(row));
    }

    /// The page and the address, part by part.
    fn origins(&mut self, page: &Page, trip: &Trip) {
        let url = &trip.sent.url.origin;
        let panel = |header: &[&'static str], rows| Panel::Table {
            title: Some(Message::new("cors-p-origins")),
            header: header.iter().map(|id| Message::new(id)).collect(),
            rows,
        };
        let Some(origin) = page.tuple() else {
            let differs = Cell::Message(Message::new("cors-o-differs"), Tone::Warn);
            let row = vec![Cell::Text("null".to_owned(), Tone::Warn), text(shown(&url.to_string())), differs];
            self.panels.push(panel(&["cors-o-page", "cors-o-url", "cors-o-equal"], vec![row]));
            return self.step(Message::new("cors-s-opaque-page"), Some(0));
        };
        let parts = [
            ("cors-o-scheme", origin.scheme().to_owned(), url.scheme().to_owned()),
            ("cors-o-host", origin.host.clone(), url.host.clone()),
            ("cors-o-port", origin.port.to_string(), url.port.to_string()),
        ];
        let compared = |a: &str, b: &str| {
            let (tone, id) = if a == b { (Tone::Good, "cors-o-same") } else { (Tone::Warn, "cors-o-differs") };
            Cell::Message(Message::new(id), tone)
        };
        // A part is a column: hosts are long, and two of them beside each other leave no room for more.
        let rows = vec![
            std::iter::once(label("cors-o-page")).chain(parts.iter().map(|(_, a, _)| text(shown(a)))).collect(),
            std::iter::once(label("cors-o-url")).chain(parts.iter().map(|(_, _, b)| text(shown(b)))).collect(),
            std::iter::once(label("cors-o-equal")).chain(parts.iter().map(|(_, a, b)| compared(a, b))).collect(),
        ];
        self.panels.push(panel(&["cors-o-origin", "cors-o-scheme", "cors-o-host", "cors-o-port"], rows));
        let differing: Vec<&'static str> = parts.iter().filter(|(_, a, b)| a != b).map(|(id, ..)| *id).collect();
        let told = match differing[..] {
            [] => Message::new("cors-s-same-origin"),
            [one] => Message::new("cors-s-cross-origin").with("part", Message::new(one)),
            [one, other] => Message::new("cors-s-cross-origin-two").with("part", Message::new(one)).with("other", Message::new(other)),
            _ => Message::new("cors-s-cross-origin-all"),
        };
        self.step(told, Some(2));
    }

    fn leg(&mut self, scenario: &Scenario, trip: &Trip, leg: &Leg, at: usize) {
        if at > 0 {
            self.redirect(trip, leg, at);
        }
        let sent = trip.legs.get(at).and_then(|leg| leg.request.as_ref().map(|r| (&r.method, &r.headers)));
        let asked = leg.preflight.as_ref().and_then(|p| p.asks_method.as_ref()).map(|m| (m, &trip.sent.headers));
        let (method, headers) = sent.or(asked).unwrap_or((&trip.sent.method, &trip.sent.headers));
        let shows = leg.class == Class::Preflighted || (leg.class == Class::Simple && !(headers.0.is_empty() && trip.dropped.is_empty()));
        let listed = (at == 0 && shows && !self.again).then(|| {
            self.panels.push(permissions(trip, leg, scenario.profile));
            self.panels.len() - 1
        });
        let next = self.panels.len();
        let class = match leg.class {
            Class::SameOrigin => "cors-s-class-same",
            Class::NoCors => "cors-s-class-no-cors",
            Class::Simple => "cors-s-class-simple",
            Class::Preflighted => "cors-s-class-preflighted",
        };
        self.step_at(Message::new(class), Some((listed.unwrap_or(next), 0)));
        if leg.class == Class::Preflighted {
            for (cause, name) in say::causes(leg, method, headers, scenario.profile) {
                let row = match listed {
                    Some(panel) => (panel, permission_row(&trip.sent.headers, name.as_deref())),
                    None => (next, cause_row(leg, name.as_deref())),
                };
                self.step_at(cause, Some(row));
            }
            if let Some(missed) = leg.missed.as_ref().filter(|missed| **missed != Miss::Nothing) {
                self.step_at(Message::new("cors-s-missed").with("why", timeline::why(missed)), Some((next, 0)));
            }
        }
        if let Some(exchange) = &leg.preflight {
            self.exchange(leg, exchange, "cors-p-preflight");
            self.checks(exchange, true);
        } else if let Some(until) = leg.remembered {
            self.step_at(Message::new("cors-s-remembered").with("until", timeline::seconds(until)), Some((next, 0)));
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
        let mut sent = vec![format!("{} {} HTTP/1.1", shown(&exchange.method), shown(&leg.url.path)), format!("Host: {}", shown(&leg.url.origin.authority()))];
        sent.extend(exchange.origin.iter().map(|origin| format!("Origin: {}", shown(origin))));
        sent.extend(exchange.asks_method.iter().map(|m| format!("Access-Control-Request-Method: {}", shown(m))));
        sent.extend(exchange.asks_headers.iter().map(|names| format!("Access-Control-Request-Headers: {}", shown(names))));
        sent.extend(fields(&exchange.headers));
        self.status = Some((self.panels.len(), sent.len()));
        let answered: Vec<String> = std::iter::once(format!("HTTP/1.1 {}", exchange.response.status)).chain(fields(&exchange.response.headers)).collect();
        let location = answered.iter().position(|line| line.to_ascii_lowercase().starts_with("location:"));
        self.location = location.map(|row| (self.panels.len(), sent.len() + row));
        let lines = sent.iter().map(|line| format!("> {line}")).chain(answered.iter().map(|line| format!("< {line}"))).collect();
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
                let said = std::iter::once(say::exception(block, trip)).chain(say::console(block, trip, &scenario.page));
                let lines = said.flat_map(|said| folded(&said)).collect();
                self.panels.push(Panel::Text { title: Some(Message::new("cors-p-console")), lines });
                let done = trip.legs.last().is_some_and(|leg| leg.request.is_some());
                let id = match block {
                    Block::Refused(_) => "cors-s-refused",
                    _ if done => "cors-s-done-unread",
                    _ => "cors-s-error",
                };
                self.step(Message::new(id).with("why", say::why(block, trip)), Some(0));
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

/// The row of what needs permission: the method, or a field of a name.
fn permission_row(headers: &Headers, name: Option<&str>) -> usize {
    let at = name.and_then(|name| headers.0.iter().take(MOST_FIELDS).position(|(other, _)| other.eq_ignore_ascii_case(name)));
    at.map_or(0, |at| at + 1)
}

/// The way through a chain of redirects: what each address is told.
fn chain(trip: &Trip) -> Panel {
    let carries = |leg: &Leg| leg.names.iter().any(|name| name == "authorization") || leg.request.as_ref().is_some_and(|r| r.headers.has("authorization"));
    let token = trip.sent.headers.has("authorization");
    let mut header = vec![Message::new("cors-h-address"), Message::new("cors-h-origin"), Message::new("cors-h-asks"), Message::new("cors-h-answer")];
    if token {
        header.insert(2, Message::new("cors-h-token"));
    }
    let word = |yes: bool, (good, bad): (&'static str, &'static str), tone| {
        if yes { Cell::Message(Message::new(good), Tone::Plain) } else { Cell::Message(Message::new(bad), tone) }
    };
    let row = |leg: &Leg| {
        let exchange = leg.request.as_ref().or(leg.preflight.as_ref());
        let origin = exchange.and_then(|e| e.origin.clone()).unwrap_or_else(|| "-".to_owned());
        let tone = if origin == "null" { Tone::Warn } else { Tone::Plain };
        let asks = leg.preflight.is_some();
        let mut cells = vec![text(shown(&leg.url.to_string())), Cell::Text(shown(&origin), tone), word(asks, ("cors-h-yes", "cors-h-no"), Tone::Muted)];
        if token {
            cells.insert(2, word(carries(leg), ("cors-h-carried", "cors-h-dropped"), Tone::Warn));
        }
        cells.push(text(exchange.map_or_else(|| "-".to_owned(), |e| e.response.status.to_string())));
        cells
    };
    Panel::Table { title: Some(Message::new("cors-p-chain")), header, rows: trip.legs.iter().map(row).collect() }
}

/// Method and headers of a request to another origin, and which of them need permission.
fn permissions(trip: &Trip, leg: &Leg, profile: Profile) -> Panel {
    let verdict = |why: Option<Message>| match why {
        None => vec![Cell::Message(Message::new("cors-a-harmless"), Tone::Good), Cell::Text(String::new(), Tone::Plain)],
        Some(why) => vec![Cell::Message(Message::new("cors-a-asks"), Tone::Warn), Cell::Message(why, Tone::Plain)],
    };
    let mut method = vec![text(shown(&trip.sent.method))];
    method.extend(verdict(say::method_cause(&trip.sent.method)));
    let mut rows = vec![method];
    for (name, value) in trip.sent.headers.0.iter().take(MOST_FIELDS) {
        let asks = leg.names.contains(&name.to_ascii_lowercase());
        let mut row = vec![text(shown(name))];
        row.extend(verdict(asks.then(|| say::cause(&name.to_ascii_lowercase(), value, profile))));
        rows.push(row);
    }
    for name in trip.dropped.iter().take(MOST_FIELDS) {
        rows.push(vec![
            text(shown(name)),
            Cell::Message(Message::new("cors-a-dropped"), Tone::Muted),
            Cell::Message(Message::new("cors-a-never"), Tone::Muted),
        ]);
    }
    Panel::Table { title: Some(Message::new("cors-p-permissions")), header: Vec::new(), rows }
}

fn fields(headers: &Headers) -> impl Iterator<Item = String> {
    let more = headers.0.len().saturating_sub(MOST_FIELDS);
    let lines = headers.0.iter().take(MOST_FIELDS).map(|(name, value)| format!("{}: {}", shown(name), shown(value)));
    lines.chain((more > 0).then(|| format!("… +{more}")))
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

fn text(value: impl ToString) -> Cell {
    Cell::Text(value.to_string(), Tone::Plain)
}

fn label(id: &'static str) -> Cell {
    Cell::Message(Message::new(id), Tone::Muted)
}
