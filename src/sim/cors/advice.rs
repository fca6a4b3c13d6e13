//! What a careful person would want to know beside the verdict.

use super::check::Reason;
use super::fetch::{Block, Class, End, Exchange, Trip};
use super::model::{Credentials, Server};
use super::read::shown;
use super::say::{GATEWAY_ANSWER, HIDDEN_HEADERS, NULL_ORIGIN, VARY_ORIGIN, failing};
use super::scenario::{Scenario, Source};
use super::url::Url;
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
    if let Some((code, message)) = vary(scenario, trip) {
        say(code, message);
    }
    if let End::Allowed { hidden, .. } = &trip.end {
        let hidden: Vec<&str> = hidden.iter().map(String::as_str).filter(|name| !is_of_cors(name) && !name.starts_with("set-cookie")).collect();
        if !hidden.is_empty() {
            say(Some(HIDDEN_HEADERS), Message::new("cors-n-hidden").with("names", shown(&hidden.join(", "))));
        }
    }
    let crosses = trip.legs.iter().any(|leg| leg.class != Class::SameOrigin);
    if crosses && trip.sent.credentials == Credentials::Include && !matches!(trip.end, End::Blocked(_)) {
        say(None, same_site(scenario, trip));
    }
    if let Some(origin) = odd_pattern(scenario) {
        say(None, Message::new("cors-n-pattern").with("origin", shown(origin)));
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

/// An entry of an HTTP API's origins that looks like a pattern and is none.
fn odd_pattern(scenario: &Scenario) -> Option<&str> {
    let Server::HttpApi(api) = &scenario.server else { return None };
    let known = ["*", "https://*", "http://*"];
    api.origins.iter().map(String::as_str).find(|origin| origin.contains('*') && !known.contains(origin))
}

/// Whether cookies go along is decided by site: scheme and registrable domain.
///
/// Two hosts whose last two labels differ are surely two sites; whether equal ones are one site, the
/// public suffix list knows, which is not kept here.
fn same_site(scenario: &Scenario, trip: &Trip) -> Message {
    let url = &trip.url.origin;
    let Some(page) = scenario.page.tuple() else {
        return Message::new("cors-n-cross-site").with("page", "null").with("url", shown(&url.to_string()));
    };
    let domain = |host: &str| host.rsplit('.').take(2).map(str::to_owned).collect::<Vec<_>>();
    let numeric = |host: &str| host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok();
    let one = page.secure == url.secure && (page.host == url.host || (!numeric(&page.host) && !numeric(&url.host) && domain(&page.host) == domain(&url.host)));
    if !one {
        return Message::new("cors-n-cross-site").with("page", shown(&page.to_string())).with("url", shown(&url.to_string()));
    }
    let mut labels = domain(&url.host);
    labels.reverse();
    Message::new("cors-n-same-site").with("domain", shown(&if numeric(&url.host) { url.host.clone() } else { labels.join(".") }))
}

/// Whether an answer tells caches that it depends on who asks.
pub fn varies_by_origin(exchange: &Exchange) -> bool {
    exchange.response.headers.values("vary").flat_map(|v| v.split(',')).any(|v| v.trim() == "*" || v.trim().eq_ignore_ascii_case("origin"))
}

/// Whether an answer names an origin and does not tell caches that it depends on who asks.
pub fn names_without_vary(exchange: &Exchange) -> bool {
    exchange.response.headers.get("access-control-allow-origin").is_some_and(|allowed| allowed != "*") && !varies_by_origin(exchange)
}

/// Whether an allowed answer is better with `Vary: Origin`.
pub fn lacks_vary(scenario: &Scenario, trip: &Trip) -> bool {
    vary(scenario, trip).is_some_and(|(code, _)| code == Some(VARY_ORIGIN))
}

/// What is to be said of `Vary`, case by case; the code says that something is missing.
fn vary(scenario: &Scenario, trip: &Trip) -> Option<(Option<&'static str>, Message)> {
    if let Some(stale) = stale(scenario, trip) {
        return Some((None, Message::new("cors-n-vary-stale").with("found", shown(&stale))));
    }
    let exchange = last_answer(trip).filter(|_| !matches!(trip.end, End::Blocked(_)))?;
    let allowed = exchange.response.headers.get("access-control-allow-origin")?;
    if allowed == "*" {
        let needless = exchange.response.headers.values("vary").any(|v| v.trim().eq_ignore_ascii_case("origin"));
        return needless.then(|| (None, Message::new("cors-n-vary-star")));
    }
    match &scenario.server {
        // What the gateway adds cannot be changed there: only a cache in front can be told.
        Server::HttpApi(api) => {
            (api.depends_on_origin() && api.origins.len() > 1 && !varies_by_origin(exchange)).then(|| (Some(VARY_ORIGIN), Message::new("cors-n-vary-http")))
        }
        _ if scenario.source == Source::HttpApi => None,
        _ if names_without_vary(exchange) => Some((Some(VARY_ORIGIN), Message::new("cors-n-vary").with("origin", shown(&allowed)))),
        _ => {
            let preflight = trip.legs.last().and_then(|leg| leg.preflight.as_ref());
            preflight.filter(|preflight| !varies_by_origin(preflight)).map(|_| (Some(VARY_ORIGIN), Message::new("cors-n-vary-preflight")))
        }
    }
}

/// The other origin that an answer names which stopped a request, where a cache may have kept it.
fn stale(scenario: &Scenario, trip: &Trip) -> Option<String> {
    let End::Blocked(Block::Check { reason: Reason::AllowOriginMismatch, .. }) = trip.end else { return None };
    let exchange = failing(trip).filter(|exchange| exchange.origin.as_deref() != Some("null"))?;
    let found = exchange.response.headers.get("access-control-allow-origin").filter(|_| names_without_vary(exchange))?;
    let other = Url::parse(&found)?.origin;
    (Some(&other) != scenario.page.tuple()).then_some(found)
}
