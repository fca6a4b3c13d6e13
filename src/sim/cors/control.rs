//! What can be tried with one key: each an edit of the scenario.

use super::header::FORM_TYPES;
use super::model::{Credentials, Mode, Profile};
use super::scenario::{Scenario, Source};
use crate::sim::edit::Step::{self, Key};
use crate::sim::edit::{add, set, set_field, text_literal};
use crate::sim::{Change, Control};
use crate::text::Message;

const REQUEST: &[Step] = &[Key("request")];

/// The edits of a scenario that are offered beside every outcome.
pub fn controls(text: &str, scenario: &Scenario) -> Vec<Control> {
    let Some(first) = scenario.asked.first() else { return Vec::new() };
    let request = &first.request;
    let word = |path: &[Step], key: &str, value: &str| set(text, path, key, &text_literal(value));
    let header = |name: &str, value: &str| set_field(text, REQUEST, "headers", name, value);
    let mut all = vec![
        match request.credentials {
            Credentials::Include => ('c', "cors-control-omit", word(REQUEST, "credentials", "omit")),
            _ => ('c', "cors-control-include", word(REQUEST, "credentials", "include")),
        },
        match request.method.as_str() {
            "GET" => ('v', "cors-control-put", word(REQUEST, "method", "PUT")),
            _ => ('v', "cors-control-get", word(REQUEST, "method", "GET")),
        },
    ];
    let json = request.headers.get("content-type").is_some_and(|kind| !FORM_TYPES.contains(&kind.as_str()));
    all.push(if json {
        ('t', "cors-control-plain", header("Content-Type", "text/plain"))
    } else {
        ('t', "cors-control-json", header("Content-Type", "application/json"))
    });
    if !request.headers.has("authorization") {
        all.push(('a', "cors-control-token", header("Authorization", "Bearer t")));
    }
    all.extend(options(text, scenario));
    all.push(match request.mode {
        Mode::Cors => ('m', "cors-control-no-cors", word(REQUEST, "mode", "no-cors")),
        _ => ('m', "cors-control-cors", word(REQUEST, "mode", "cors")),
    });
    all.push(match scenario.profile {
        Profile::Standard => ('p', "cors-control-chromium", word(&[], "profile", "chromium")),
        Profile::Chromium => ('p', "cors-control-standard", word(&[], "profile", "standard")),
    });
    all.push(('r', "cors-control-again", Some(add(text, "again", "after_ms = 6000"))));
    let control = |(key, label, changed): (char, &'static str, Option<String>)| {
        Some(Control { key, label: Message::new(label), ask: None, change: Change::between(text, &changed?) })
    };
    all.into_iter().filter_map(control).collect()
}

/// Whether OPTIONS is answered, the other way round.
fn options(text: &str, scenario: &Scenario) -> Option<(char, &'static str, Option<String>)> {
    let (path, key, off, on): (&[Step], _, _, _) = match scenario.source {
        Source::Nobody | Source::Server => (&[Key("server"), Key("preflight")], "status", "404", "204"),
        Source::RestApi => (&[Key("apigw")], "options", "\"none\"", "\"mock\""),
        Source::Hops | Source::HttpApi => return None,
    };
    let answered = match &scenario.rest {
        Some(rest) => rest.options == super::gateway::Options::Mock,
        None => matches!(&scenario.server, super::model::Server::Anywhere(endpoint) if (200..300).contains(&endpoint.preflight.status)),
    };
    Some(if answered { ('o', "cors-control-options-off", set(text, path, key, off)) } else { ('o', "cors-control-options-on", set(text, path, key, on)) })
}
