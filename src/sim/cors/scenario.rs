//! The scenario: a page, its request, and who answers, as TOML.

use std::collections::HashMap;

use toml::de::DeValue;

use super::apigw;
use super::gateway::RestApi;
use super::header::Headers;
use super::model::{Body, Credentials, Endpoint, Mode, Page, Profile, Redirect, Request, Response, Server};
use super::read::{self, CREDENTIALS, MODES, MOST_FIELDS, PROFILES, REDIRECTS, Read, hinted, refuse, sendable, word};
use super::url::Url;
use crate::sim::Refusal;
use crate::sim::table::{Complaints, Table, as_text, parse};
use crate::text::Message;

/// The most requests, and the most addresses, of one scenario.
const MOST: usize = 64;

/// How a scenario is written.
pub const GRAMMAR: &str = r#"page = "https://shop.example.com"    or "null"; opaque = true for a sandboxed frame
profile = "standard" | "chromium"

[request]
url = "https://api.example.com/shops/1"
method = "PUT"
headers = { Content-Type = "application/json" }    or [["Name", "value"], ...]
credentials = "omit" | "same-origin" | "include"
mode = "cors" | "no-cors" | "same-origin"
redirect = "follow" | "error" | "manual"
body = "none" | "string" | "urlsearchparams" | "formdata" | "arraybuffer" | "blob:TYPE"

[server.preflight]    the answer to OPTIONS
status = 204
headers = { ... }
[server.response]     the answer to the request itself
status = 200
headers = { ... }

[[hop]]               instead of [server]: one for each address of a redirect chain
url = "..."
preflight = { status = 204, headers = { ... } }
response = { status = 302, headers = { Location = "..." } }

[apigw]               instead of [server]: API Gateway
kind = "http"
allow_origins = ["..."], allow_methods, allow_headers, expose_headers, max_age, allow_credentials
lambda_headers = { ... }    options = "none" | "authorizer" | "lambda" where no CORS is configured
kind = "rest"
options = "mock" | "none" | "authorizer" | "lambda"
options_headers = { ... }    lambda_headers = { ... }
gateway_response_cors = true    or, in its place, gateway_response_headers = { ... }
fail = "none" | "401" | "403" | "429" | "502" | "504"

[[again]]             the same request later; any key of [request] may differ
after_ms = 6000"#;

/// Who answers, as the scenario says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody was named: 404 to OPTIONS and 200 without CORS fields are assumed.
    Nobody,
    /// `[server]`.
    Server,
    /// `[[hop]]`.
    Hops,
    /// `[apigw]` with `kind = "http"`.
    HttpApi,
    /// `[apigw]` with `kind = "rest"`.
    RestApi,
}

/// A request of a scenario.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The time since the one before, in milliseconds.
    pub after_ms: u64,
    /// The request.
    pub request: Request,
    /// Where it stands.
    pub at: std::ops::Range<usize>,
}

/// A whole scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The page.
    pub page: Page,
    /// Whose rules hold.
    pub profile: Profile,
    /// The requests, at least one.
    pub asked: Vec<Asked>,
    /// What answers.
    pub server: Server,
    /// How that was said.
    pub source: Source,
    /// The addresses of the hops in their order.
    pub hops: Vec<Url>,
    /// Whether nothing was said about OPTIONS.
    pub preflight_assumed: bool,
    /// What fails in a REST API.
    pub rest: Option<RestApi>,
}

/// Reads a scenario; `None` if something in it cannot be understood.
pub fn read(text: &str) -> Result<Scenario, Vec<Refusal>> {
    let complaints = Complaints::default();
    let scenario = parse(text, &complaints).and_then(|document| {
        let root = Table::new(document.get_ref(), 0..text.len().min(1), &complaints);
        whole(root)
    });
    let refusals = complaints.finish();
    match scenario {
        Some(scenario) if refusals.is_empty() => Ok(scenario),
        _ => Err(refusals),
    }
}

fn whole(mut root: Table<'_, '_>) -> Option<Scenario> {
    let complaints = root.complaints();
    let page = page(&mut root);
    let profile = chosen(&mut root, "profile", PROFILES);
    let first = match root.table("request") {
        Some(table) => request(table, None),
        None => {
            let missing = refuse("E_REQUEST", Message::new("cors-e-no-request"));
            complaints.at(root.at.clone(), *hinted(missing, Message::new("cors-h-no-request")));
            None
        }
    };
    let answers = answers(&mut root);
    let mut asked: Vec<Asked> = Vec::new();
    if let Some(first) = first {
        asked.push(first);
        for table in limited(root.tables("again"), complaints) {
            let before = asked.last()?.request.clone();
            asked.extend(request(table, Some(&before)));
        }
    } else {
        root.value("again");
    }
    root.finish();
    let (source, server, hops, preflight_assumed, rest) = answers?;
    (!asked.is_empty()).then_some(Scenario { page: page?, profile, asked, server, source, hops, preflight_assumed, rest })
}

fn limited<'a, 't>(mut tables: Vec<Table<'a, 't>>, complaints: &Complaints) -> Vec<Table<'a, 't>> {
    if let Some(beyond) = tables.get(MOST) {
        complaints.at(beyond.at.clone(), *refuse("E_MANY", Message::new("cors-e-many").with("most", MOST)));
    }
    tables.truncate(MOST);
    tables
}

fn page(root: &mut Table<'_, '_>) -> Option<Page> {
    let opaque = root.boolean("opaque").is_some_and(|b| *b.get_ref());
    let complaints = root.complaints();
    match root.text("page") {
        Some(text) => complaints.check(text.span(), read::page(text.get_ref(), opaque)),
        None if opaque => Some(Page { origin: None, opaque }),
        None => {
            if !root.has("page") {
                let missing = refuse("E_PAGE", Message::new("cors-e-no-page"));
                complaints.at(root.at.clone(), *hinted(missing, Message::new("cors-h-no-page")));
            }
            None
        }
    }
}

/// One of the words of a list; what is not there or wrong is the default.
pub fn chosen<T: Copy + Default>(table: &mut Table<'_, '_>, key: &'static str, known: &[(&'static str, T)]) -> T {
    kept(table, key, known, T::default())
}

/// One of the words of a list; what is not there or wrong is what it was before.
pub fn kept<T: Copy>(table: &mut Table<'_, '_>, key: &'static str, known: &[(&'static str, T)], unsaid: T) -> T {
    let Some(text) = table.text(key) else { return unsaid };
    table.complaints().check(text.span(), word(key, text.get_ref(), known)).unwrap_or(unsaid)
}

/// `[request]`, or `[[again]]` with what the request before it was.
fn request(mut table: Table<'_, '_>, before: Option<&Request>) -> Option<Asked> {
    let (complaints, at) = (table.complaints(), table.at.clone());
    let after = if before.is_some() { table.number("after_ms") } else { None };
    let after_ms =
        after.map_or(Some(0), |ms| complaints.check(ms.span(), u64::try_from(*ms.get_ref()).map_err(|_| refuse("E_TIME", Message::new("cors-e-time")))));
    let url = match table.text("url") {
        Some(text) => complaints.check(text.span(), read::url("request.url", text.get_ref())),
        None => before.map(|b| b.url.clone()),
    };
    if url.is_none() && !table.has("url") {
        complaints.at(at.clone(), *refuse("E_URL", Message::new("cors-e-no-url")));
    }
    let method = table
        .text("method")
        .and_then(|text| complaints.check(text.span(), read::short("method", text.get_ref()).map(str::to_owned)))
        .or_else(|| before.map(|b| b.method.clone()));
    let headers = match headers(&mut table, "headers") {
        Some(headers) => headers,
        None => before.map(|b| b.headers.clone()).unwrap_or_default(),
    };
    complaints.check(at.clone(), sendable(&headers));
    let credentials = kept(&mut table, "credentials", CREDENTIALS, before.map_or(Credentials::default(), |b| b.credentials));
    let mode = kept(&mut table, "mode", MODES, before.map_or(Mode::default(), |b| b.mode));
    let redirect = kept(&mut table, "redirect", REDIRECTS, before.map_or(Redirect::default(), |b| b.redirect));
    let body = match table.text("body") {
        Some(text) => complaints.check(text.span(), body(text.get_ref()))?,
        None => before.map_or(Body::None, |b| b.body.clone()),
    };
    table.finish();
    let request = Request { url: url?, method: method.unwrap_or_else(|| "GET".to_owned()), headers, credentials, mode, redirect, body };
    Some(Asked { after_ms: after_ms?, request, at })
}

/// `json-string` is a string too: the type that it implies is the same.
fn body(text: &str) -> Read<Body> {
    let (kind, blob_type) = text.split_once(':').unwrap_or((text, ""));
    read::body(if kind == "json-string" { "string" } else { kind }, blob_type)
}

/// A table of fields, or a list of pairs where a name may come twice.
pub fn headers(table: &mut Table<'_, '_>, key: &'static str) -> Option<Headers> {
    let complaints = table.complaints();
    let value = table.value(key)?;
    let mut headers = Headers::default();
    let count = match value.get_ref() {
        DeValue::Table(fields) => fields.len(),
        DeValue::Array(pairs) => pairs.len(),
        _ => 0,
    };
    if count > MOST_FIELDS {
        complaints.at(value.span(), *refuse("E_MANY", Message::new("cors-e-many-fields").with("most", MOST_FIELDS)));
        return Some(headers);
    }
    match value.get_ref() {
        DeValue::Table(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| name.span().start);
            for (name, value) in fields {
                let values = match value.get_ref() {
                    DeValue::Array(values) => values.iter().filter_map(|v| as_text(v, complaints)).collect(),
                    _ => as_text(value, complaints).into_iter().collect::<Vec<_>>(),
                };
                for text in values {
                    complaints.check(name.span(), read::field(&mut headers, name.get_ref(), text.get_ref()));
                }
            }
        }
        DeValue::Array(pairs) => {
            for pair in pairs.iter() {
                let texts: Vec<&str> = pair.get_ref().as_array().map(|items| items.iter().filter_map(|i| i.get_ref().as_str()).collect()).unwrap_or_default();
                let read = match texts[..] {
                    [name, value] => read::field(&mut headers, name, value),
                    _ => Err(refuse("E_TYPE", Message::new("cors-e-pair"))),
                };
                complaints.check(pair.span(), read);
            }
        }
        _ => complaints.at(value.span(), *refuse("E_TYPE", Message::new("cors-e-pair"))),
    }
    Some(headers)
}

/// Who answers: the source, the server, the addresses in order, whether OPTIONS was left open, and a REST API.
pub type Answers = (Source, Server, Vec<Url>, bool, Option<RestApi>);

/// Who answers: one of three ways to say it.
fn answers(root: &mut Table<'_, '_>) -> Option<Answers> {
    let complaints = root.complaints();
    let named: Vec<&str> = ["server", "hop", "apigw"].into_iter().filter(|key| root.has(key)).collect();
    let (server, gateway) = (root.table("server"), root.table("apigw"));
    let hops = root.tables("hop");
    if let [first, second, ..] = named[..] {
        let message = Message::new("cors-e-two-servers").with("first", first.to_owned()).with("second", second.to_owned());
        complaints.at(root.at.clone(), *refuse("E_SERVER", message));
        return None;
    }
    if let Some(table) = gateway {
        return apigw::read(table);
    }
    if !hops.is_empty() {
        let mut order = Vec::new();
        let mut all = HashMap::new();
        for mut table in limited(hops, complaints) {
            let Some(text) = table.text("url") else {
                complaints.at(table.at.clone(), *refuse("E_URL", Message::new("cors-e-no-url")));
                continue;
            };
            let url = complaints.check(text.span(), read::url("hop.url", text.get_ref()));
            let (endpoint, _) = endpoint(table);
            if let Some(url) = url {
                order.push(url.clone());
                all.entry(url).or_insert(endpoint);
            }
        }
        return Some((Source::Hops, Server::Addresses(all), order, false, None));
    }
    let source = if server.is_some() { Source::Server } else { Source::Nobody };
    let (endpoint, assumed) = server.map_or_else(|| (Endpoint { preflight: unsaid(404), response: unsaid(200) }, true), endpoint);
    Some((source, Server::Anywhere(endpoint), Vec::new(), assumed, None))
}

fn unsaid(status: u16) -> Response {
    Response { status, headers: Headers::default() }
}

/// `preflight` and `response`, and whether nothing was said of the preflight.
fn endpoint(mut table: Table<'_, '_>) -> (Endpoint, bool) {
    let assumed = !table.has("preflight");
    let preflight = table.table("preflight").map_or_else(|| unsaid(404), |t| response(t, 204));
    let response = table.table("response").map_or_else(|| unsaid(200), |t| response(t, 200));
    table.finish();
    (Endpoint { preflight, response }, assumed)
}

fn response(mut table: Table<'_, '_>, usual: u16) -> Response {
    let number = table.number("status");
    let status = number.and_then(|n| table.complaints().check(n.span(), read::status(*n.get_ref()))).unwrap_or(usual);
    let headers = headers(&mut table, "headers").unwrap_or_default();
    table.finish();
    Response { status, headers }
}
