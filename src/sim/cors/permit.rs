//! One fault of a server mended: which setting, where it stands, and its new value.

use std::collections::HashSet;

use super::advice::varies_by_origin;
use super::check::{Reason, is_safelisted_method};
use super::fetch::{Exchange, Trip};
use super::gateway::{Failure, HttpApi, Options, RestApi};
use super::header::{Headers, is_token};
use super::model::{Credentials, Server};
use super::read::shown;
use super::scenario::{Scenario, Source};
use super::url::Url;
use crate::sim::edit::{Step, list_literal, set, set_field};
use crate::text::Message;

use Step::{Item, Key};

/// Whose setting is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The page's script.
    Page,
    /// A server of any kind.
    Server,
    /// The mock that answers OPTIONS in a REST API.
    Mock,
    /// The function behind a REST API.
    Function,
    /// The gateway responses of a REST API.
    GatewayResponses,
    /// The CORS configuration of an HTTP API.
    HttpApi,
}

/// A setting that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Whose it is.
    pub whose: Whose,
    /// The place in words.
    pub place: Message,
    /// The setting with its new value, the same in every language.
    pub setting: String,
}

/// The answer that is to be changed, and where it stands.
pub struct Place<'s> {
    scenario: &'s Scenario,
    trip: &'s Trip,
    exchange: &'s Exchange,
    preflight: bool,
    path: Vec<Step>,
    /// Whether everyone may read it.
    public: bool,
}

impl<'s> Place<'s> {
    /// The last answer of a trip; `public` answers may be opened to everyone where the origin cannot be named.
    pub fn of(scenario: &'s Scenario, trip: &'s Trip, preflight: bool, public: bool) -> Option<Place<'s>> {
        let leg = trip.legs.last()?;
        let exchange = if preflight { leg.preflight.as_ref()? } else { leg.request.as_ref()? };
        let part = Key(if preflight { "preflight" } else { "response" });
        let path = match scenario.source {
            Source::Nobody | Source::Server => vec![Key("server"), part],
            Source::Hops => vec![Key("hop"), Item(scenario.hops.iter().position(|url| *url == leg.url)?), part],
            Source::HttpApi | Source::RestApi => vec![Key("apigw")],
        };
        Some(Place { scenario, trip, exchange, preflight, path, public })
    }

    /// The answer.
    pub fn exchange(&self) -> &Exchange {
        self.exchange
    }

    /// The text with a field more in the answer, or with more in one; not where a gateway writes the answer.
    pub fn extra(&self, text: &str, name: &'static str, value: impl FnOnce(&Headers) -> String) -> Option<(String, Changed)> {
        let whose = match &self.scenario.rest {
            Some(rest) => self.whose(rest),
            None if self.scenario.source == Source::HttpApi => return None,
            None => Whose::Server,
        };
        let value = value(&self.exchange.response.headers);
        let text = set_field(text, &self.path, key(whose), name, &value)?;
        Some((text, self.changed(whose, format!("{name}: {value}"))))
    }

    /// The text with one fault less, and what was changed.
    pub fn mended(&self, text: &str, reason: Reason) -> Option<(String, Vec<Changed>)> {
        match (&self.scenario.server, &self.scenario.rest) {
            (Server::HttpApi(api), _) => self.http_api(text, api, reason),
            (_, Some(rest)) => self.rest_api(text, rest, reason),
            _ if self.scenario.source == Source::HttpApi => self.assigned(text, Whose::HttpApi, "allow_origins", &list_literal(&[self.origin()?])),
            _ => self.fields(text, Whose::Server, reason),
        }
    }

    fn rest_api(&self, text: &str, rest: &RestApi, reason: Reason) -> Option<(String, Vec<Changed>)> {
        if self.preflight && matches!(rest.options, Options::Missing | Options::Authorizer) {
            return self.assigned(text, Whose::Mock, "options", "\"mock\"");
        }
        self.fields(text, self.whose(rest), reason)
    }

    /// Whose fields an answer of a REST API has.
    fn whose(&self, rest: &RestApi) -> Whose {
        match (self.preflight, rest.options, rest.fail) {
            (true, Options::Mock, _) => Whose::Mock,
            (false, _, Failure::Status(_)) => Whose::GatewayResponses,
            _ => Whose::Function,
        }
    }

    fn http_api(&self, text: &str, api: &HttpApi, reason: Reason) -> Option<(String, Vec<Changed>)> {
        let set = |key, have: &[String], more: Vec<String>| {
            let list = self.merged(have.iter().map(String::as_str), more);
            self.assigned(text, Whose::HttpApi, key, &list_literal(&list))
        };
        match reason {
            Reason::InvalidAllowCredentials => self.assigned(text, Whose::HttpApi, "allow_credentials", "true"),
            Reason::InvalidAllowMethods | Reason::MethodDisallowed => set("allow_methods", &api.methods, self.wanted_methods()),
            Reason::InvalidAllowHeaders | Reason::HeaderDisallowed => set("allow_headers", &api.headers, self.wanted_names()),
            _ => set("allow_origins", &api.origins, vec![self.origin()?]),
        }
    }

    fn fields(&self, text: &str, whose: Whose, reason: Reason) -> Option<(String, Vec<Changed>)> {
        let field = |name: &'static str, value: &str| {
            let changed = set_field(text, &self.path, key(whose), name, value)?;
            Some((changed, vec![self.changed(whose, format!("{name}: {value}"))]))
        };
        match reason {
            Reason::MissingAllowOrigin | Reason::WildcardOrigin | Reason::MultipleAllowOrigin | Reason::InvalidAllowOrigin | Reason::AllowOriginMismatch => {
                let named = field("Access-Control-Allow-Origin", &self.origin()?)?;
                Some(if whose != Whose::Mock && self.takes_turns() { self.with_vary(named, whose) } else { named })
            }
            Reason::InvalidAllowCredentials => field("Access-Control-Allow-Credentials", "true"),
            Reason::DisallowedRedirect | Reason::InvalidStatus => self.assigned(text, whose, "status", "204"),
            Reason::InvalidAllowMethods | Reason::MethodDisallowed => {
                field("Access-Control-Allow-Methods", &self.list("access-control-allow-methods", self.wanted_methods()).join(", "))
            }
            Reason::InvalidAllowHeaders | Reason::HeaderDisallowed => {
                field("Access-Control-Allow-Headers", &self.list("access-control-allow-headers", self.wanted_names()).join(", "))
            }
        }
    }

    fn assigned(&self, text: &str, whose: Whose, key: &'static str, literal: &str) -> Option<(String, Vec<Changed>)> {
        Some((set(text, &self.path, key, literal)?, vec![self.changed(whose, format!("{key} = {literal}"))]))
    }

    fn changed(&self, whose: Whose, setting: String) -> Changed {
        Changed { whose, place: self.place(whose), setting: shown(&setting) }
    }

    fn place(&self, whose: Whose) -> Message {
        let host = self.trip.legs.last().map(|leg| shown(&leg.url.origin.host)).unwrap_or_default();
        let method = shown(&self.exchange.method);
        match whose {
            Whose::Mock => Message::new("cors-at-mock"),
            Whose::Function => Message::new("cors-at-function"),
            Whose::GatewayResponses => Message::new("cors-at-gateway-responses"),
            Whose::HttpApi => Message::new("cors-at-http-api"),
            Whose::Page => Message::new("cors-at-request"),
            Whose::Server if self.scenario.source == Source::Hops => Message::new("cors-at-hop").with("host", host).with("method", method),
            Whose::Server => Message::new("cors-at-answer").with("method", method),
        }
    }

    /// Whether somebody else was named there, or everyone: those may still come.
    ///
    /// What the preflight says of itself holds of the whole resource.
    fn takes_turns(&self) -> bool {
        let preflight = self.trip.legs.last().and_then(|leg| leg.preflight.as_ref());
        if preflight.is_some_and(varies_by_origin) {
            return true;
        }
        let Some(named) = self.exchange.response.headers.get("access-control-allow-origin") else { return false };
        let own = self.scenario.page.tuple();
        named.split(',').map(str::trim).any(|one| one == "*" || Url::parse(one).is_some_and(|url| Some(&url.origin) != own))
    }

    fn with_vary(&self, (text, mut all): (String, Vec<Changed>), whose: Whose) -> (String, Vec<Changed>) {
        let headers = &self.exchange.response.headers;
        let varies = |item: &str| item == "*" || item.eq_ignore_ascii_case("origin");
        let have = headers.get("vary").unwrap_or_default();
        let items: Vec<&str> = have.split(',').map(str::trim).filter(|item| is_token(item)).collect();
        if items.iter().any(|item| varies(item)) {
            return (text, all);
        }
        let value = items.into_iter().chain(["Origin"]).collect::<Vec<_>>().join(", ");
        let Some(changed) = set_field(&text, &self.path, key(whose), "Vary", &value) else { return (text, all) };
        all.push(self.changed(whose, format!("Vary: {value}")));
        (changed, all)
    }

    /// The origin to allow; `null` is not worth naming, for every sandboxed frame has it.
    fn origin(&self) -> Option<String> {
        let origin = self.exchange.origin.clone()?;
        match (origin == "null", self.trip.sent.credentials) {
            (false, _) => Some(origin),
            (true, Credentials::Include) => None,
            (true, _) => self.public.then(|| "*".to_owned()),
        }
    }

    fn wanted_methods(&self) -> Vec<String> {
        self.exchange.asks_method.clone().into_iter().filter(|m| !is_safelisted_method(m)).collect()
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
        let mut seen = HashSet::new();
        all.retain(|item| seen.insert(item.to_ascii_lowercase()));
        all
    }
}

/// The key under which somebody's fields stand.
fn key(whose: Whose) -> &'static str {
    match whose {
        Whose::Mock => "options_headers",
        Whose::Function => "lambda_headers",
        Whose::GatewayResponses => "gateway_response_headers",
        Whose::Page | Whose::Server | Whose::HttpApi => "headers",
    }
}
