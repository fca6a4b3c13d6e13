//! The batch door: one `fetch`, or a sequence of them with the preflight cache, asked and answered as JSON.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::cache::Cache;
use super::fetch::{End, Exchange, Trip, World, fetch};
use super::header::Headers;
use super::model::{Body, Credentials, Endpoint, Mode, Page, Profile, Redirect, Request, Response, Server};
use super::read::{CREDENTIALS, MODES, MOST_FIELDS, PROFILES, REDIRECTS, Read, body, field, page, refuse, sendable, short, shown, status, url, word};
use super::url::Url;
use crate::text::Message;

/// The most requests of a sequence, and the most addresses of a server.
const MOST_STEPS: usize = 1_000;

/// Answers a request.
pub fn answer(request: &Value) -> Read<Value> {
    let fields = object("request", request)?;
    let op = text(fields, "op")?;
    let known = ["fetch", "sequence"];
    if !known.contains(&op) {
        return Err(refuse("E_OP", Message::new("cors-e-op").with("op", shown(op)).with("known", known.join(", "))));
    }
    let profile = maybe(fields, "profile", Profile::Standard, |v| word("profile", as_text("profile", v)?, PROFILES))?;
    let page = read_page(get(fields, "page")?)?;
    let server = read_server(list(fields, "server")?)?;
    let world = World { page: &page, server: &server, profile };
    let mut cache = Cache::new(profile);
    if op == "fetch" {
        return one(world, &read_request(get(fields, "request")?)?, &mut cache);
    }
    let sequence = list(fields, "sequence")?;
    if sequence.len() > MOST_STEPS {
        return Err(refuse("E_MANY", Message::new("cors-e-many").with("most", MOST_STEPS)));
    }
    let steps = sequence.iter().map(|step| {
        let step = object("sequence", step)?;
        cache.wait(maybe(step, "wait_ms", 0, |v| v.as_u64().ok_or_else(|| wrong("wait_ms", "cors-w-number")))?);
        one(world, &read_request(get(step, "request")?)?, &mut cache)
    });
    Ok(json!({"steps": steps.collect::<Read<Vec<Value>>>()?}))
}

fn one(world: World<'_>, request: &Request, cache: &mut Cache) -> Read<Value> {
    let trip = fetch(world, request, cache).map_err(|url| refuse("E_HOP", Message::new("cors-e-hop").with("url", shown(&url.to_string()))))?;
    Ok(told(&trip))
}

/// What happened, in the form that was recorded.
fn told(trip: &Trip) -> Value {
    let mut wire = Vec::new();
    for leg in &trip.legs {
        let address = leg.url.to_string();
        wire.extend(leg.preflight.iter().map(|exchange| on_the_wire("preflight", &address, exchange)));
        wire.extend(leg.request.iter().map(|exchange| on_the_wire("request", &address, exchange)));
    }
    let preflights = trip.legs.iter().filter(|leg| leg.preflight.is_some()).count();
    let mut told = json!({"preflights": preflights, "wire": wire});
    match &trip.end {
        End::Allowed { status, readable, .. } => {
            told["verdict"] = "allowed".into();
            told["status"] = (*status).into();
            told["readable_headers"] = json!(readable);
        }
        End::Opaque => told["verdict"] = "opaque".into(),
        End::Blocked(block) => {
            told["verdict"] = "blocked".into();
            told[if block.is_cors() { "reason" } else { "why" }] = block.code().into();
        }
    }
    told
}

fn on_the_wire(kind: &str, url: &str, exchange: &Exchange) -> Value {
    let mut line = json!({"kind": kind, "url": url, "method": exchange.method, "origin": exchange.origin});
    if let Some(method) = &exchange.asks_method {
        line["acrm"] = method.as_str().into();
        line["acrh"] = json!(exchange.asks_headers);
    }
    line
}

fn read_page(value: &Value) -> Read<Page> {
    if let Some(text) = value.as_str() {
        return page(text, false);
    }
    let fields = object("page", value)?;
    let opaque = maybe(fields, "opaque", false, |v| v.as_bool().ok_or_else(|| wrong("opaque", "cors-w-bool")))?;
    match fields.get("origin") {
        None | Some(Value::Null) if opaque => Ok(Page { origin: None, opaque }),
        _ => page(text(fields, "origin")?, opaque),
    }
}

fn read_request(value: &Value) -> Read<Request> {
    let fields = object("request", value)?;
    let headers = maybe(fields, "headers", Headers::default(), read_headers)?;
    sendable(&headers)?;
    Ok(Request {
        url: url("request.url", text(fields, "url")?)?,
        method: maybe(fields, "method", "GET", |v| short("method", as_text("method", v)?))?.to_owned(),
        headers,
        credentials: maybe(fields, "credentials", Credentials::default(), |v| word("credentials", as_text("credentials", v)?, CREDENTIALS))?,
        mode: maybe(fields, "mode", Mode::default(), |v| word("mode", as_text("mode", v)?, MODES))?,
        redirect: maybe(fields, "redirect", Redirect::default(), |v| word("redirect", as_text("redirect", v)?, REDIRECTS))?,
        body: maybe(fields, "body", Body::None, read_body)?,
    })
}

fn read_body(value: &Value) -> Read<Body> {
    if let Some(text) = value.as_str() {
        let (kind, blob_type) = text.split_once(':').unwrap_or((text, ""));
        return body(kind, blob_type);
    }
    let fields = object("body", value)?;
    body(text(fields, "kind")?, maybe(fields, "type", "", |v| as_text("type", v))?)
}

fn read_server(hops: &[Value]) -> Read<Server> {
    if hops.len() > MOST_STEPS {
        return Err(refuse("E_MANY", Message::new("cors-e-many").with("most", MOST_STEPS)));
    }
    let mut addresses: HashMap<Url, Endpoint> = HashMap::new();
    for hop in hops {
        let fields = object("server", hop)?;
        let at = url("server.url", text(fields, "url")?)?;
        let endpoint = Endpoint { preflight: read_response(get(fields, "preflight")?)?, response: read_response(get(fields, "response")?)? };
        addresses.entry(at).or_insert(endpoint);
    }
    Ok(Server::Addresses(addresses))
}

fn read_response(value: &Value) -> Read<Response> {
    let fields = object("response", value)?;
    let number = get(fields, "status")?.as_i64().ok_or_else(|| wrong("status", "cors-w-number"))?;
    Ok(Response { status: status(number)?, headers: maybe(fields, "headers", Headers::default(), read_headers)? })
}

/// A list of pairs, or an object.
fn read_headers(value: &Value) -> Read<Headers> {
    let mut headers = Headers::default();
    match value {
        Value::Array(pairs) if pairs.len() > MOST_FIELDS => return Err(refuse("E_MANY", Message::new("cors-e-many-fields").with("most", MOST_FIELDS))),
        Value::Array(pairs) => {
            for pair in pairs {
                let Some([Value::String(name), Value::String(value)]) = pair.as_array().map(Vec::as_slice) else {
                    return Err(wrong("headers", "cors-w-pairs"));
                };
                field(&mut headers, name, value)?;
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                field(&mut headers, name, as_text("headers", value)?)?;
            }
        }
        _ => return Err(wrong("headers", "cors-w-pairs")),
    }
    Ok(headers)
}

type Fields = Map<String, Value>;

fn object<'v>(name: &'static str, value: &'v Value) -> Read<&'v Fields> {
    value.as_object().ok_or_else(|| wrong(name, "cors-w-object"))
}

fn get<'v>(fields: &'v Fields, name: &'static str) -> Read<&'v Value> {
    fields.get(name).ok_or_else(|| refuse("E_FIELD", Message::new("cors-e-field-missing").with("field", name)))
}

fn text<'v>(fields: &'v Fields, name: &'static str) -> Read<&'v str> {
    as_text(name, get(fields, name)?)
}

fn as_text<'v>(name: &'static str, value: &'v Value) -> Read<&'v str> {
    value.as_str().ok_or_else(|| wrong(name, "cors-w-text"))
}

fn list<'v>(fields: &'v Fields, name: &'static str) -> Read<&'v [Value]> {
    get(fields, name)?.as_array().map(Vec::as_slice).ok_or_else(|| wrong(name, "cors-w-list"))
}

/// A field that may be missing or null.
fn maybe<'v, T>(fields: &'v Fields, name: &str, unsaid: T, read: impl FnOnce(&'v Value) -> Read<T>) -> Read<T> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(unsaid),
        Some(value) => read(value),
    }
}

fn wrong(name: &'static str, wanted: &'static str) -> Box<crate::sim::Refusal> {
    refuse("E_FIELD", Message::new("cors-e-field").with("field", name).with("wanted", Message::new(wanted)))
}
