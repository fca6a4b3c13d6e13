//! Changes of a scenario that mend it. Each is made in the text and run before it is offered.

use super::advice;
use super::check::Reason;
use super::fetch::{Block, End, Exchange, Trip};
use super::gateway::{Failure, HttpApi, Options};
use super::header::{Headers, is_token};
use super::model::{Credentials, Mode, Server};
use super::request::Refused;
use super::run::{tell, verdict};
use super::say::VARY_ORIGIN;
use super::scenario::{Scenario, Source, read};
use crate::sim::edit::{Step, list_literal, set, set_field, text_literal};
use crate::sim::{Change, Control, Fix};
use crate::text::Message;

use Step::{Item, Key};

/// The most changes that one fix is made of.
const MOST_CHANGES: usize = 12;

/// The changes that lead to an answer which the script may read.
pub fn fixes(text: &str, scenario: &Scenario, trip: &Trip, at: usize) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let block = match &trip.end {
        End::Blocked(block) => block,
        _ => return improvements(text, scenario, trip, at),
    };
    if matches!(block, Block::Check { .. })
        && let Some((changed, names)) = permit(text, at)
    {
        fixes.extend(fix(text, &changed, Message::new("cors-fix-permit").with("names", names.join(", ")), at));
    }
    for (label, key, value) in of_the_page(block, trip) {
        let path = if at == 0 { vec![Key("request")] } else { vec![Key("again"), Item(at - 1)] };
        let changed = set(text, &path, key, &text_literal(&value));
        fixes.extend(changed.and_then(|changed| fix(text, &changed, Message::new(label), at)));
    }
    fixes
}

/// A fix, if it leads where it should.
fn fix(text: &str, changed: &str, label: Message, at: usize) -> Option<Fix> {
    let scenario = read(changed).ok()?;
    let told = tell(&scenario).ok()?;
    let end = &told.get(at)?.trip.end;
    let good = !matches!(end, End::Blocked(_));
    good.then(|| Fix { label, change: difference(text, changed), then: verdict(end).to_owned() })
}

/// What is changed in the request itself.
fn of_the_page(block: &Block, trip: &Trip) -> Vec<(&'static str, &'static str, String)> {
    let secure = |url: &super::url::Url| url.to_string().replacen("http://", "https://", 1);
    match block {
        Block::Check { reason: Reason::WildcardOrigin | Reason::InvalidAllowCredentials, .. } => {
            vec![("cors-fix-omit", "credentials", "same-origin".to_owned())]
        }
        Block::MixedContent => vec![("cors-fix-https", "url", secure(&trip.sent.url))],
        Block::DisallowedByMode | Block::Refused(Refused::MethodOfNoCors) => vec![("cors-fix-mode", "mode", "cors".to_owned())],
        Block::NoCorsRedirect | Block::RedirectForbidden => vec![("cors-fix-follow", "redirect", "follow".to_owned())],
        Block::Refused(Refused::BodyOfGet) => vec![("cors-fix-post", "method", "POST".to_owned())],
        _ => Vec::new(),
    }
}

/// Changes the server, fault by fault, until it permits the request; the names of what was changed.
fn permit(text: &str, at: usize) -> Option<(String, Vec<&'static str>)> {
    let (mut text, mut names) = (text.to_owned(), Vec::new());
    for _ in 0..MOST_CHANGES {
        let scenario = read(&text).ok()?;
        let told = tell(&scenario).ok()?;
        let trip = &told.get(at)?.trip;
        let End::Blocked(block) = &trip.end else { return Some((text, names)) };
        let Block::Check { reason, preflight } = block else { return None };
        let place = Place::of(&scenario, trip, *preflight)?;
        let (changed, name) = place.mended(&text, *reason)?;
        if changed == text {
            return None;
        }
        text = changed;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    None
}

/// The answer that is to be changed, and where it stands.
struct Place<'s> {
    scenario: &'s Scenario,
    trip: &'s Trip,
    exchange: &'s Exchange,
    preflight: bool,
    path: Vec<Step>,
}

impl<'s> Place<'s> {
    fn of(scenario: &'s Scenario, trip: &'s Trip, preflight: bool) -> Option<Place<'s>> {
        let leg = trip.legs.last()?;
        let exchange = if preflight { leg.preflight.as_ref()? } else { leg.request.as_ref()? };
        let part = Key(if preflight { "preflight" } else { "response" });
        let path = match scenario.source {
            Source::Nobody | Source::Server => vec![Key("server"), part],
            Source::Hops => vec![Key("hop"), Item(scenario.hops.iter().position(|url| *url == leg.url)?), part],
            Source::HttpApi | Source::RestApi => vec![Key("apigw")],
        };
        Some(Place { scenario, trip, exchange, preflight, path })
    }

    /// The text with one fault less, and the name of what was changed.
    fn mended(&self, text: &str, reason: Reason) -> Option<(String, &'static str)> {
        match (&self.scenario.server, &self.scenario.rest) {
            (Server::HttpApi(api), _) => self.mended_http(text, api, reason),
            (_, Some(rest)) => {
                let own = matches!(rest.options, Options::Missing | Options::Authorizer);
                if self.preflight && own {
                    return Some((set(text, &self.path, "options", "\"mock\"")?, "options"));
                }
                let failed = !self.preflight && rest.fail != Failure::None;
                if failed && !rest.gateway_response_cors {
                    return Some((set(text, &self.path, "gateway_response_cors", "true")?, "gateway_response_cors"));
                }
                let key = if self.preflight && rest.options == Options::Mock { "options_headers" } else { "lambda_headers" };
                if failed { None } else { self.mended_fields(text, key, reason) }
            }
            _ if self.scenario.source == Source::HttpApi => {
                let origin = self.exchange.origin.as_ref().filter(|o| *o != "null")?;
                Some((set(text, &self.path, "allow_origins", &list_literal(&[origin]))?, "allow_origins"))
            }
            _ => self.mended_fields(text, "headers", reason),
        }
    }

    fn mended_fields(&self, text: &str, key: &'static str, reason: Reason) -> Option<(String, &'static str)> {
        let field = |name: &'static str, value: &str| Some((set_field(text, &self.path, key, name, value)?, name));
        match reason {
            Reason::MissingAllowOrigin | Reason::WildcardOrigin | Reason::MultipleAllowOrigin | Reason::InvalidAllowOrigin | Reason::AllowOriginMismatch => {
                field("Access-Control-Allow-Origin", &self.origin()?)
            }
            Reason::InvalidAllowCredentials => field("Access-Control-Allow-Credentials", "true"),
            Reason::DisallowedRedirect | Reason::InvalidStatus => Some((set(text, &self.path, "status", "204")?, "status")),
            Reason::InvalidAllowMethods | Reason::MethodDisallowed => {
                field("Access-Control-Allow-Methods", &self.list("access-control-allow-methods", self.wanted_methods()).join(", "))
            }
            Reason::InvalidAllowHeaders | Reason::HeaderDisallowed => {
                field("Access-Control-Allow-Headers", &self.list("access-control-allow-headers", self.wanted_names()).join(", "))
            }
        }
    }

    fn mended_http(&self, text: &str, api: &HttpApi, reason: Reason) -> Option<(String, &'static str)> {
        let with = |have: &[String], more: Vec<String>| list_literal(&self.merged(have.iter().map(String::as_str), more));
        Some(match reason {
            Reason::InvalidAllowCredentials => (set(text, &self.path, "allow_credentials", "true")?, "allow_credentials"),
            Reason::InvalidAllowMethods | Reason::MethodDisallowed => {
                (set(text, &self.path, "allow_methods", &with(&api.methods, self.wanted_methods()))?, "allow_methods")
            }
            Reason::InvalidAllowHeaders | Reason::HeaderDisallowed => {
                (set(text, &self.path, "allow_headers", &with(&api.headers, self.wanted_names()))?, "allow_headers")
            }
            _ => (set(text, &self.path, "allow_origins", &with(&api.origins, vec![self.origin()?]))?, "allow_origins"),
        })
    }

    /// The origin to allow; one that is `null` is not worth naming, for every sandboxed frame has it.
    fn origin(&self) -> Option<String> {
        let origin = self.exchange.origin.clone()?;
        match (origin == "null", self.trip.sent.credentials) {
            (false, _) => Some(origin),
            (true, Credentials::Include) => None,
            (true, _) => Some("*".to_owned()),
        }
    }

    fn wanted_methods(&self) -> Vec<String> {
        let method = self.exchange.asks_method.clone();
        method.into_iter().filter(|m| !super::check::is_safelisted_method(m)).collect()
    }

    fn wanted_names(&self) -> Vec<String> {
        self.trip.legs.last().map(|leg| leg.names.clone()).unwrap_or_default()
    }

    /// What a list already says, as far as it can be read, and what is wanted beside it.
    fn list(&self, name: &str, more: Vec<String>) -> Vec<String> {
        let have = self.exchange.response.headers.get(name).unwrap_or_default();
        self.merged(have.split([',', ' ', ';', '"']).filter(|item| is_token(item)), more)
    }

    fn merged<'i>(&self, have: impl Iterator<Item = &'i str>, more: Vec<String>) -> Vec<String> {
        let include = self.trip.sent.credentials == Credentials::Include;
        let mut all: Vec<String> = have.filter(|item| !(include && *item == "*")).map(str::to_owned).collect();
        all.extend(more);
        let mut seen = Vec::new();
        all.retain(|item| {
            let lower = item.to_ascii_lowercase();
            let new = !seen.contains(&lower);
            seen.push(lower);
            new
        });
        all
    }
}

/// What is better in an answer that is already allowed.
fn improvements(text: &str, scenario: &Scenario, trip: &Trip, at: usize) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let Some(place) = Place::of(scenario, trip, false) else { return fixes };
    let key = match scenario.source {
        Source::Server | Source::Nobody | Source::Hops => "headers",
        Source::RestApi => "lambda_headers",
        Source::HttpApi => return fixes,
    };
    let headers = &place.exchange.response.headers;
    if advice::notices(scenario, trip).iter().any(|notice| notice.code == Some(VARY_ORIGIN)) {
        let value = extended(headers, "vary", &["Origin"]);
        let changed = set_field(text, &place.path, key, "Vary", &value);
        fixes.extend(changed.and_then(|changed| fix(text, &changed, Message::new("cors-fix-vary"), at)));
    }
    if let End::Allowed { hidden, .. } = &trip.end {
        let hidden: Vec<&str> = hidden.iter().map(String::as_str).filter(|n| !advice::is_of_cors(n) && !n.starts_with("set-cookie")).collect();
        if !hidden.is_empty() {
            let value = extended(headers, "access-control-expose-headers", &hidden);
            let changed = set_field(text, &place.path, key, "Access-Control-Expose-Headers", &value);
            let label = Message::new("cors-fix-expose").with("names", super::read::shown(&hidden.join(", ")));
            fixes.extend(changed.and_then(|changed| fix(text, &changed, label, at)));
        }
    }
    fixes
}

fn extended(headers: &Headers, name: &str, more: &[&str]) -> String {
    let have = headers.get(name).unwrap_or_default();
    let mut all: Vec<&str> = have.split(',').map(str::trim).filter(|item| is_token(item)).collect();
    all.extend(more);
    all.join(", ")
}

/// The smallest change that makes one text of the other.
fn difference(old: &str, new: &str) -> Change {
    let start = old.char_indices().zip(new.chars()).find(|((_, a), b)| a != b).map_or(old.len().min(new.len()), |((at, _), _)| at);
    let rest = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end: usize = rest.0.chars().rev().zip(rest.1.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let text = rest.1.get(..rest.1.len() - end).unwrap_or_default().to_owned();
    Change { range: start..old.len() - end, text }
}

/// What can be tried with one key.
pub fn controls(text: &str, scenario: &Scenario) -> Vec<Control> {
    let Some(first) = scenario.asked.first() else { return Vec::new() };
    let mut controls = Vec::new();
    let mut offer = |key, label, path: &[Step], name: &str, value: &str| {
        let changed = set(text, path, name, &text_literal(value));
        let change = changed.map(|changed| difference(text, &changed));
        controls.extend(change.map(|change| Control { key, label: Message::new(label), ask: None, change }));
    };
    match first.request.credentials {
        Credentials::Include => offer('c', "cors-control-omit", &[Key("request")], "credentials", "omit"),
        _ => offer('c', "cors-control-include", &[Key("request")], "credentials", "include"),
    }
    match scenario.profile {
        super::model::Profile::Standard => offer('p', "cors-control-chromium", &[], "profile", "chromium"),
        super::model::Profile::Chromium => offer('p', "cors-control-standard", &[], "profile", "standard"),
    }
    if first.request.mode == Mode::Cors {
        let other = if first.request.method == "GET" { "PUT" } else { "GET" };
        offer('v', if other == "PUT" { "cors-control-put" } else { "cors-control-get" }, &[Key("request")], "method", other);
    }
    controls
}
