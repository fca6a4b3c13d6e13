//! Drills about what servers answer: permission, order of checks, memory, redirects.

use super::super::check::{Subject, max_age};
use super::super::fetch::{End, Exchange, Trip};
use super::super::model::{Credentials, Profile};
use super::super::run::Told;
use super::super::say;
use super::value::Value;
use super::write::{Call, Fields, PLAIN, said, told, trips};
use super::{Question, at, pick, yes, yes_no};
use crate::sim::rng::Rng;
use crate::text::Message;

const PAGE: &str = "https://shop.example.com";
const ORIGIN: &str = "Access-Control-Allow-Origin";
const WITH: &str = "Access-Control-Allow-Credentials";

/// `credentials` of a call, the answer to it, and what is easily taken wrong about it.
type Permission = (&'static str, Fields<'static>, &'static str);

const PERMISSIONS: [&[Permission]; 3] = [
    &[
        ("include", &[(ORIGIN, "*")], "cors-slip-star"),
        ("", &[(ORIGIN, "*")], "cors-slip-star-fine"),
        ("include", &[(ORIGIN, PAGE), (WITH, "true")], "cors-slip-named-fine"),
        ("include", &[(ORIGIN, PAGE)], "cors-slip-no-true"),
        ("", &[], "cors-slip-missing"),
    ],
    &[
        ("include", &[(ORIGIN, "*"), (WITH, "true")], "cors-slip-star"),
        ("include", &[(ORIGIN, "https://shop.example.com/"), (WITH, "true")], "cors-slip-slash"),
        ("", &[(ORIGIN, PAGE)], "cors-slip-named-plain"),
        ("", &[(ORIGIN, "https://*.example.com")], "cors-slip-pattern"),
        ("include", &[(ORIGIN, PAGE), (WITH, "True")], "cors-slip-true"),
    ],
    &[
        ("include", &[(ORIGIN, PAGE), (WITH, "1")], "cors-slip-true"),
        ("", &[(ORIGIN, "https://admin.example.com, https://shop.example.com")], "cors-slip-several"),
        ("", &[(ORIGIN, "shop.example.com")], "cors-slip-no-scheme"),
        ("", &[(ORIGIN, "*"), (WITH, "false")], "cors-slip-star-fine"),
        ("omit", &[(ORIGIN, PAGE), (WITH, "no")], "cors-slip-named-plain"),
        ("include", &[(ORIGIN, "null"), (WITH, "true")], "cors-slip-null-named"),
    ],
];

/// Whether a script may read an answer.
pub fn credentials(rng: &mut Rng, level: u8) -> Question {
    let (credentials, response, slip) = *pick(rng, at(&PERMISSIONS, level));
    let call = Call { credentials, response, ..PLAIN };
    let allowed = call.trips().first().is_some_and(|trip| matches!(trip.end, End::Allowed { .. }));
    let shown = if response.is_empty() { "200".to_owned() } else { said(response) };
    Question {
        prompt: Message::new("cors-ask-credentials").with("page", PAGE).with("call", call.script()).with("answer", shown),
        answer: yes(allowed),
        choices: yes_no(),
        explanation: vec![Message::new(slip)],
        scenario: call.scenario(),
        mistakes: vec![(yes(!allowed), Message::new(slip))],
    }
}

/// A field that a script looks for, what is exposed, `credentials`, and what is easily taken wrong.
type Look = (&'static str, &'static str, &'static str, &'static str);

const LOOKS: [&[Look]; 3] = [
    &[
        ("Content-Type", "", "", "cors-slip-always-readable"),
        ("ETag", "", "", "cors-slip-expose"),
        ("X-Request-Id", "", "", "cors-slip-expose"),
        ("ETag", "ETag", "", "cors-slip-exposed"),
    ],
    &[
        ("X-Total", "*", "", "cors-slip-expose-star"),
        ("Last-Modified", "", "", "cors-slip-always-readable"),
        ("Set-Cookie", "Set-Cookie", "", "cors-slip-set-cookie"),
        ("X-Total", "etag, x-total", "", "cors-slip-exposed"),
        ("X-Amzn-Trace-Id", "", "", "cors-slip-expose"),
    ],
    &[
        ("X-Total", "*", "include", "cors-slip-expose-star-credentials"),
        ("Content-Length", "", "include", "cors-slip-always-readable"),
        ("X-Total", "X-Total", "include", "cors-slip-exposed"),
        ("ETag", "ETag X-Total", "", "cors-slip-expose-list"),
        ("Set-Cookie", "*", "", "cors-slip-set-cookie"),
    ],
];

/// Whether a script may read a field of an answer.
pub fn readable(rng: &mut Rng, level: u8) -> Question {
    let (name, exposed, credentials, slip) = *pick(rng, at(&LOOKS, level));
    let mut response = vec![(ORIGIN, PAGE), (WITH, "true"), (name, "1")];
    if !exposed.is_empty() {
        response.push(("Access-Control-Expose-Headers", exposed));
    }
    let call = Call { credentials, response: &response, ..PLAIN };
    let lower = name.to_ascii_lowercase();
    let reads = call.trips().first().is_some_and(|trip| matches!(&trip.end, End::Allowed { readable, .. } if readable.contains(&lower)));
    Question {
        prompt: Message::new("cors-ask-readable").with("name", name).with("call", call.script()).with("answer", said(&response)),
        answer: yes(reads),
        choices: yes_no(),
        explanation: vec![Message::new(slip)],
        scenario: call.scenario(),
        mistakes: vec![(yes(!reads), Message::new(slip))],
    }
}

const SUBJECTS: &[(&str, &str)] = &[
    ("redirect", "cors-w-redirect"),
    ("origin", "cors-c-origin"),
    ("credentials", "cors-c-credentials"),
    ("status", "cors-w-status"),
    ("method", "cors-w-method"),
    ("header", "cors-w-header"),
    ("none", "cors-w-no-fault"),
];

fn subject(of: &Subject) -> &'static str {
    match of {
        Subject::NoRedirect => "redirect",
        Subject::Origin => "origin",
        Subject::Credentials => "credentials",
        Subject::Status => "status",
        Subject::Method | Subject::MethodList => "method",
        Subject::Header(_) | Subject::HeaderList => "header",
    }
}

/// What a browser complains of first in a preflight's answer.
pub fn first_fault(rng: &mut Rng, level: u8) -> Question {
    let statuses: &[u16] = at(&[&[204, 200, 403], &[204, 401, 302], &[204, 403, 301, 500]], level);
    let status = *pick(rng, statuses);
    let origin = *pick(rng, &[PAGE, PAGE, "*", ""]);
    let include = level > 1 && rng.coin();
    let methods = *pick(rng, &["PUT", "GET, POST", "*"]);
    let names = *pick(rng, &["content-type", "x-api-key", "*"]);
    let mut fields = vec![(ORIGIN, origin), ("Access-Control-Allow-Methods", methods), ("Access-Control-Allow-Headers", names)];
    if include && rng.coin() {
        fields.push((WITH, "true"));
    }
    fields.retain(|(_, value)| !value.is_empty());
    let headers = [("Content-Type", "application/json")];
    let response = [(ORIGIN, PAGE), (WITH, "true")];
    let credentials = if include { "include" } else { "" };
    let call = Call { method: "PUT", headers: &headers, credentials, preflight: (status, &fields), response: &response, ..PLAIN };
    let trips = call.trips();
    let exchange = trips.first().and_then(|trip| trip.legs.first()).and_then(|leg| leg.preflight.as_ref());
    let faults: Vec<(&'static str, Message)> = exchange
        .map_or(Vec::new(), |exchange| exchange.checks.iter().filter_map(|check| Some((subject(&check.subject), say::fault(check, exchange)?))).collect());
    let first = faults.first().map_or("none", |(word, _)| word);
    let mut mistakes: Vec<(Value, Message)> = faults.iter().skip(1).map(|(word, _)| (Value::Word(word), Message::new("cors-slip-later"))).collect();
    mistakes.extend(faults.first().map(|(_, why)| (Value::Word("none"), Message::new("cors-s-check-fails").with("why", why.clone()))));
    mistakes.retain(|(value, _)| *value != Value::Word(first));
    let explanation = match faults.first() {
        Some((_, why)) => vec![Message::new("cors-s-check-fails").with("why", why.clone()), Message::new("cors-why-order")],
        None => vec![Message::new("cors-s-checks-pass")],
    };
    Question {
        prompt: Message::new("cors-ask-first-fault").with("page", PAGE).with("call", call.script()).with("answer", format!("{status} | {}", said(&fields))),
        answer: Value::Word(first),
        choices: SUBJECTS.iter().map(|(word, id)| (*word, Message::new(id))).collect(),
        explanation,
        scenario: call.scenario(),
        mistakes,
    }
}

/// How many preflights several requests need.
pub fn cache(rng: &mut Rng, level: u8) -> Question {
    let age = *pick(rng, at(&[&["60", "300"], &["60", "", "0"], &["600", "", "abc", "-1"]], level));
    let waits = [2, 6, 90, 400];
    let mut again: Vec<(u32, &str, &str)> = Vec::new();
    for _ in 0..=rng.within(u32::from(level > 1), 2) {
        let change = match (level, rng.within(0, 2)) {
            (2 | 3, 0) => ("url", "https://api.example.com/shops/2"),
            (3, 1) => ("credentials", "include"),
            _ => ("", ""),
        };
        again.push((*pick(rng, &waits), change.0, change.1));
    }
    let mut fields = vec![(ORIGIN, PAGE), (WITH, "true"), ("Access-Control-Allow-Methods", "DELETE")];
    if !age.is_empty() {
        fields.push(("Access-Control-Max-Age", age));
    }
    let response = [(ORIGIN, PAGE), (WITH, "true")];
    let call = Call { url: "https://api.example.com/shops/1", method: "DELETE", preflight: (204, &fields), response: &response, again: &again, ..PLAIN };
    let told = told(&call.scenario());
    let count = told.iter().filter(|told| asked(told).is_some()).count();
    let steps: Vec<String> = again.iter().map(|(s, key, value)| if key.is_empty() { format!("+{s} s") } else { format!("+{s} s {key}: {value}") }).collect();
    let mistakes = [
        (told.len(), "cors-slip-cache-none"),
        (1, "cors-slip-cache-once"),
        (count + 1, "cors-slip-cache-more"),
        (count.saturating_sub(1), "cors-slip-cache-fewer"),
    ];
    Question {
        prompt: Message::new("cors-ask-cache").with("call", call.script()).with("answer", said(&fields)).with("steps", steps.join(" | ")),
        answer: Value::Number(count),
        choices: Vec::new(),
        explanation: remembering(&told),
        scenario: call.scenario(),
        mistakes: mistakes.into_iter().filter(|(n, _)| *n != count).map(|(n, id)| (Value::Number(n), Message::new(id))).collect(),
    }
}

/// The permission that a request asked for, if it asked.
fn asked(told: &Told) -> Option<&Exchange> {
    told.trip.legs.iter().find_map(|leg| leg.preflight.as_ref())
}

/// Request by request: how old the permission is, and how old it may be.
fn remembering(all: &[Told]) -> Vec<Message> {
    let mut why = Vec::new();
    for (at, now) in all.iter().enumerate() {
        let sent = &now.trip.sent;
        let include = sent.credentials == Credentials::Include;
        let before = all.iter().take(at).filter(|other| other.trip.sent.url == sent.url && asked(other).is_some());
        let (fit, others): (Vec<&Told>, Vec<&Told>) = before.partition(|other| include <= (other.trip.sent.credentials == Credentials::Include));
        let message = match (fit.last(), others.is_empty()) {
            (None, true) => Message::new("cors-why-cache-first"),
            (None, false) => Message::new("cors-why-cache-cookies"),
            (Some(permission), _) => {
                let age = permission.trip.legs.iter().find_map(|leg| leg.preflight.as_ref()).map_or(0, |e| max_age(&e.response.headers, Profile::Standard));
                let id = if asked(now).is_some() { "cors-why-cache-old" } else { "cors-why-cache-fresh" };
                Message::new(id).with("passed", (now.at_ms - permission.at_ms) / 1000).with("age", age / 1000)
            }
        };
        why.push(message.with("number", at + 1).with("path", sent.url.path.clone()));
    }
    why.push(Message::new("cors-why-cache"));
    why
}

const API: &str = "https://api.example.com";
const FILES: &str = "https://files.example.net";

/// The origins that a request is sent through.
const CHAINS: [&[&[&str]]; 3] = [
    &[&[API, API], &[API, FILES], &[PAGE, API]],
    &[&[API, FILES], &[PAGE, API, API], &[API, API, API], &[API, PAGE]],
    &[&[PAGE, API, FILES], &[API, API, FILES], &[API, FILES, API], &[API, PAGE, API], &[PAGE, PAGE, API]],
];

/// Which `Origin` the last request of a chain carries.
pub fn redirect(rng: &mut Rng, level: u8) -> Question {
    let chain = *pick(rng, at(&CHAINS, level));
    let urls: Vec<String> = chain.iter().enumerate().map(|(i, origin)| format!("{origin}/{}", i + 1)).collect();
    let mut scenario = format!("page = \"{PAGE}\"\n\n[request]\nurl = \"{}\"\n", urls.first().map_or("", String::as_str));
    for (i, url) in urls.iter().enumerate() {
        let answer = urls.get(i + 1).map_or("status = 200, ".to_owned(), |next| format!("status = 302, location = \"{next}\", "));
        let (status, location) = answer.split_once(", ").unwrap_or((&answer, ""));
        let location = location.replacen("location", "Location", 1);
        scenario.push_str(&format!("\n[[hop]]\nurl = \"{url}\"\nresponse = {{ {status}, headers = {{ {location}{ORIGIN} = \"*\" }} }}\n"));
    }
    let trips: Vec<Trip> = trips(&scenario);
    let last = trips.first().and_then(|trip| trip.legs.last()).and_then(|leg| leg.request.as_ref()).and_then(|request| request.origin.clone());
    let null = last.as_deref() == Some("null");
    let answer = Value::Origin(last.unwrap_or_else(|| PAGE.to_owned()));
    let why = Message::new(if null { "cors-slip-null" } else { "cors-slip-not-null" });
    let mut mistakes = vec![(Value::Origin(if null { PAGE.to_owned() } else { "null".to_owned() }), why.clone())];
    mistakes.extend([API, FILES].map(|other| (Value::Origin(other.to_owned()), Message::new("cors-slip-redirector"))));
    Question {
        prompt: Message::new("cors-ask-redirect").with("page", PAGE).with("chain", urls.join(" → ")),
        answer,
        choices: Vec::new(),
        explanation: vec![why],
        scenario,
        mistakes,
    }
}
