//! Drills about what a page asks: origins, simple requests, the names in a preflight.

use super::super::fetch::{Class, Trip};
use super::super::model::Profile;
use super::super::say;
use super::super::url::Url;
use super::value::Value;
use super::write::{Call, PLAIN};
use super::{Question, at, pick, yes, yes_no};
use crate::sim::rng::Rng;
use crate::text::Message;

/// Addresses beside `https://shop.example.com`, each with what is easily taken wrong about it.
const BESIDE: [&[(&str, &str)]; 3] = [
    &[
        ("https://shop.example.com/orders?page=2", "cors-slip-path"),
        ("https://shop.example.com/", "cors-slip-path"),
        ("http://shop.example.com/orders", "cors-slip-scheme"),
        ("https://shop.example.com:8443/orders", "cors-slip-port"),
        ("https://api.example.com/orders", "cors-slip-subdomain"),
        ("https://shop.example.org/orders", "cors-slip-host"),
    ],
    &[
        ("https://shop.example.com:443/orders", "cors-slip-default-port"),
        ("HTTPS://SHOP.EXAMPLE.COM/orders", "cors-slip-case"),
        ("https://shop.example.com:80/", "cors-slip-port"),
        ("https://example.com/orders", "cors-slip-subdomain"),
        ("https://www.shop.example.com/", "cors-slip-subdomain"),
    ],
    &[
        ("https://Shop.Example.com:443/a/../b", "cors-slip-default-port"),
        ("https://shop.example.com.:443/", "cors-slip-host"),
        ("http://shop.example.com:443/", "cors-slip-scheme"),
        ("https://shop.example.com:0443/", "cors-slip-default-port"),
        ("https://shop.example.com.example.org/", "cors-slip-host"),
    ],
];

/// Whether an address is of the page's origin.
pub fn same_origin(rng: &mut Rng, level: u8) -> Question {
    let (url, slip) = *pick(rng, at(&BESIDE, level));
    let call = Call { url, ..PLAIN };
    let same = Url::parse(url).map(|u| u.origin) == Url::parse(call.page).map(|u| u.origin);
    Question {
        prompt: Message::new("cors-ask-same-origin").with("page", call.page.to_owned()).with("url", url.to_owned()),
        answer: yes(same),
        choices: yes_no(),
        explanation: vec![Message::new(slip)],
        scenario: call.scenario(),
        mistakes: vec![(yes(!same), Message::new(slip))],
    }
}

/// A method and the fields of a request.
type Shape = (&'static str, &'static [(&'static str, &'static str)]);

const SHAPES: [&[Shape]; 3] = [
    &[
        ("GET", &[]),
        ("POST", &[("Content-Type", "text/plain")]),
        ("PUT", &[]),
        ("DELETE", &[]),
        ("POST", &[("Content-Type", "application/json")]),
        ("GET", &[("X-Api-Key", "k1")]),
        ("POST", &[("Content-Type", "application/x-www-form-urlencoded")]),
    ],
    &[
        ("GET", &[("Accept", "application/json")]),
        ("HEAD", &[]),
        ("GET", &[("Authorization", "Bearer t")]),
        ("POST", &[("Content-Type", "multipart/form-data; boundary=x")]),
        ("POST", &[("Content-Type", "application/json; charset=utf-8")]),
        ("GET", &[("Accept-Language", "ko-KR, en;q=0.9")]),
        ("OPTIONS", &[]),
        ("GET", &[("Cache-Control", "no-cache")]),
    ],
    &[
        ("GET", &[("Range", "bytes=0-99")]),
        ("GET", &[("Range", "bytes=-100")]),
        ("patch", &[]),
        ("post", &[("Content-Type", "TEXT/PLAIN;charset=UTF-8")]),
        ("GET", &[("Content-Type", "application/json")]),
        ("GET", &[("Accept", "text/html; v=\"1\"")]),
        ("GET", &[("Cookie", "sid=1")]),
        ("GET", &[("Sec-Fetch-Mode", "cors")]),
        ("GET", &[("If-None-Match", "\"1\"")]),
    ],
];

/// Whether a call is preceded by a preflight.
pub fn preflight(rng: &mut Rng, level: u8) -> Question {
    let (method, headers) = *pick(rng, at(&SHAPES, level));
    let call = Call { method, headers, ..PLAIN };
    let trips = call.trips();
    let leg = trips.first().and_then(|trip| trip.legs.first().map(|leg| (trip, leg)));
    let (asked, why) = match leg {
        Some((trip, leg)) if leg.class == Class::Preflighted => {
            let causes = say::causes(leg, &trip.sent.method, &trip.sent.headers, Profile::Standard);
            (true, causes.into_iter().map(|(why, _)| why).collect())
        }
        Some((Trip { dropped, .. }, _)) if !dropped.is_empty() => (false, vec![Message::new("cors-n-dropped").with("names", dropped.join(", "))]),
        _ => (false, vec![Message::new("cors-slip-simple")]),
    };
    let slip = why.first().cloned().unwrap_or(Message::new("cors-slip-simple"));
    Question {
        prompt: Message::new("cors-ask-preflight").with("page", call.page.to_owned()).with("call", call.script()),
        answer: yes(asked),
        choices: yes_no(),
        explanation: why,
        scenario: call.scenario(),
        mistakes: vec![(yes(!asked), slip)],
    }
}

const FIELDS: [&[(&str, &str)]; 3] = [
    &[("Content-Type", "application/json"), ("X-Api-Key", "k1"), ("Accept", "application/json"), ("Authorization", "Bearer t")],
    &[
        ("Content-Type", "text/plain"),
        ("X-Request-Id", "7"),
        ("Authorization", "Bearer t"),
        ("Accept-Language", "ko"),
        ("X-Api-Key", "k1"),
        ("Cache-Control", "no-cache"),
    ],
    &[
        ("Range", "bytes=0-99"),
        ("Cookie", "sid=1"),
        ("If-None-Match", "1"),
        ("Content-Language", "ko"),
        ("Content-Type", "text/csv"),
        ("X-B", "1"),
        ("Authorization", "Basic dTpw"),
    ],
];

/// What stands in `Access-Control-Request-Headers`.
pub fn asked_headers(rng: &mut Rng, level: u8) -> Question {
    let mut headers: Vec<(&str, &str)> = at(&FIELDS, level).iter().copied().filter(|_| rng.coin()).collect();
    if headers.len() < 2 {
        headers = at(&FIELDS, level)[..3].to_vec();
    }
    let call = Call { method: "PUT", headers: &headers, ..PLAIN };
    let trips = call.trips();
    let names = trips.first().and_then(|trip| trip.legs.first()).map(|leg| leg.names.clone()).unwrap_or_default();
    let answer = Value::names(&names);
    let all = || headers.iter().map(|(name, _)| *name);
    let mistakes = vec![
        (Value::names(all()), Message::new("cors-slip-harmless")),
        (Value::names(all().filter(|n| !n.eq_ignore_ascii_case("content-type"))), Message::new("cors-slip-content-type")),
        (Value::names(names.iter().filter(|n| *n != "content-type")), Message::new("cors-slip-content-type")),
        (Value::names(names.iter().filter(|n| *n != "authorization")), Message::new("cors-slip-authorization")),
        (Value::names::<&str>([]), Message::new("cors-slip-no-names")),
    ];
    let mistakes = mistakes.into_iter().filter(|(value, _)| *value != answer).collect();
    Question {
        prompt: Message::new("cors-ask-asked-headers").with("call", call.script()),
        answer,
        choices: Vec::new(),
        explanation: vec![Message::new("cors-why-asked-headers")],
        scenario: call.scenario(),
        mistakes,
    }
}
