//! What a careful person would want to know beside the verdict.

use super::fetch::{Class, End, Exchange, Trip};
use super::model::{Credentials, Server};
use super::read::shown;
use super::say::{GATEWAY_ANSWER, HIDDEN_HEADERS, NULL_ORIGIN, VARY_ORIGIN, failing};
use super::scenario::{Scenario, Source};
use crate::sim::Notice;
use crate::text::{Message, nearest};

/// Remarks on a request, the `at`th of its scenario.
pub fn notices(scenario: &Scenario, trip: &Trip, at: usize) -> Vec<Notice> {
    let mut all = Vec::new();
    let written = scenario.asked.get(at).map_or("", |asked| asked.request.method.as_str());
    all.extend(spelling(trip, written).into_iter().map(|message| Notice { code: None, message }));
    all.extend(null(trip).map(|message| Notice { code: Some(NULL_ORIGIN), message }));
    let mut say = |code, message| all.push(Notice { code, message });
    if !trip.dropped.is_empty() {
        let names = shown(&trip.dropped.join(", "));
        say(None, Message::new("cors-n-dropped").with("names", names));
    }
    if scenario.preflight_assumed && trip.legs.iter().any(|leg| leg.preflight.is_some()) {
        say(None, Message::new("cors-n-assumed"));
    }
    if let Some(status) = made_by_gateway(scenario, trip) {
        say(Some(GATEWAY_ANSWER), Message::new("cors-n-gateway").with("status", status.to_string()));
    }
    if ignores_function(scenario) {
        say(None, Message::new("cors-n-ignored"));
    }
    if let Some(message) = vary(scenario, trip) {
        say(Some(VARY_ORIGIN), message);
    }
    if let End::Allowed { hidden, .. } = &trip.end {
        let hidden: Vec<&str> = hidden.iter().map(String::as_str).filter(|name| !is_of_cors(name) && !name.starts_with("set-cookie")).collect();
        if !hidden.is_empty() {
            say(Some(HIDDEN_HEADERS), Message::new("cors-n-hidden").with("names", shown(&hidden.join(", "))));
        }
    }
    let crosses = trip.legs.iter().any(|leg| leg.class != Class::SameOrigin);
    if crosses && trip.sent.credentials == Credentials::Include && !matches!(trip.end, End::Blocked(_)) {
        say(None, Message::new("cors-n-same-site"));
    }
    if last_answer(trip).is_some_and(|e| e.response.headers.get("access-control-allow-origin").as_deref() == Some("null")) {
        say(None, Message::new("cors-n-null"));
    }
    all
}

/// Headers of answers that a browser reads for CORS.
const ANSWERS: [&str; 6] = [
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Headers",
    "Access-Control-Allow-Credentials",
    "Access-Control-Expose-Headers",
    "Access-Control-Max-Age",
];

/// The most remarks on names: whoever gets more has seen what is wrong.
const MOST_NAMES: usize = 5;

/// What is written so that it does something else, or nothing.
fn spelling(trip: &Trip, written: &str) -> Vec<Message> {
    let mut found = Vec::new();
    if trip.sent.method != written && !trip.legs.is_empty() {
        found.push(Message::new("cors-n-method").with("written", shown(written)).with("sent", shown(&trip.sent.method)));
    }
    let is_of_answers = |name: &str| ANSWERS.iter().any(|known| known.eq_ignore_ascii_case(name));
    let asked = trip.sent.headers.0.iter().filter(|(name, _)| is_of_answers(name));
    found.extend(asked.map(|(name, _)| Message::new("cors-n-answer-header").with("name", shown(name))));
    let answers = trip.legs.iter().flat_map(|leg| leg.preflight.iter().chain(&leg.request)).filter(|exchange| !exchange.checks.is_empty());
    for (name, _) in answers.flat_map(|exchange| &exchange.response.headers.0) {
        if name.eq_ignore_ascii_case("origin") {
            found.push(Message::new("cors-n-origin-in-answer"));
        } else if let (false, Some(near)) = (is_of_answers(name), nearest(name, ANSWERS).first()) {
            found.push(Message::new("cors-n-near-header").with("name", shown(name)).with("near", (*near).to_owned()));
        }
    }
    let mut kept: Vec<Message> = Vec::new();
    found.into_iter().for_each(|message| {
        if kept.len() < MOST_NAMES && !kept.contains(&message) {
            kept.push(message)
        }
    });
    kept
}

/// Why a blocked request came with `Origin: null`.
fn null(trip: &Trip) -> Option<Message> {
    let from = failing(trip).filter(|exchange| matches!(trip.end, End::Blocked(_)) && exchange.origin.as_deref() == Some("null"))?;
    let first = trip.legs.first().and_then(|leg| leg.request.as_ref());
    let redirected = trip.legs.len() > 1 && first.is_some_and(|first| first.origin != from.origin);
    Some(Message::new(if redirected { "cors-n-null-redirect" } else { "cors-n-null-page" }))
}

/// Whether a field is there for the browser, so that no script misses it.
pub fn is_of_cors(name: &str) -> bool {
    name.starts_with("access-control-") || name == "vary" || name == "location"
}

/// The last answer that was checked.
fn last_answer(trip: &Trip) -> Option<&Exchange> {
    trip.legs.last().and_then(|leg| leg.request.as_ref()).filter(|exchange| !exchange.checks.is_empty())
}

/// The status of an answer that a REST API made itself and that lacks the permission.
fn made_by_gateway(scenario: &Scenario, trip: &Trip) -> Option<u16> {
    use super::gateway::{Failure, Options};
    let rest = scenario.rest.as_ref()?;
    let leg = trip.legs.last()?;
    let exchange = leg.request.as_ref().or(leg.preflight.as_ref())?;
    let own = if leg.request.is_some() { rest.fail != Failure::None } else { matches!(rest.options, Options::Missing | Options::Authorizer) };
    (own && matches!(trip.end, End::Blocked(_))).then_some(exchange.response.status)
}

fn ignores_function(scenario: &Scenario) -> bool {
    let Server::HttpApi(api) = &scenario.server else { return false };
    api.response.headers.0.iter().any(|(name, _)| name.to_ascii_lowercase().starts_with("access-control-"))
}

/// An origin that is named, perhaps one of several, needs `Vary`.
pub fn vary(scenario: &Scenario, trip: &Trip) -> Option<Message> {
    let exchange = last_answer(trip)?;
    let allowed = exchange.response.headers.get("access-control-allow-origin")?;
    let varies = exchange.response.headers.values("vary").flat_map(|v| v.split(',')).any(|v| v.trim() == "*" || v.trim().eq_ignore_ascii_case("origin"));
    if Some(allowed.as_str()) != exchange.origin.as_deref() || varies || matches!(trip.end, End::Blocked(_)) {
        return None;
    }
    match &scenario.server {
        // What the gateway adds cannot be changed there: only a cache in front can be told.
        Server::HttpApi(api) => (api.depends_on_origin() && api.origins.len() > 1).then(|| Message::new("cors-n-vary-http")),
        _ if scenario.source == Source::HttpApi => None,
        _ => Some(Message::new("cors-n-vary").with("origin", allowed)),
    }
}
