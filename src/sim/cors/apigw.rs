//! `[apigw]` of a scenario: the settings of API Gateway instead of a server.

use super::gateway::{DEFAULT_ALLOW_HEADERS, Failure, HttpApi, Options, RestApi, json_answer};
use super::header::Headers;
use super::model::Server;
use super::read::{MOST_FIELDS, hinted, refuse};
use super::scenario::{Answers, Source, chosen, headers, kept};
use crate::sim::table::{Placed, Table};
use crate::text::Message;

#[derive(Clone, Copy, Default)]
enum Kind {
    #[default]
    Http,
    Rest,
}

const OPTIONS: &[(&str, Options)] = &[("mock", Options::Mock), ("none", Options::Missing), ("authorizer", Options::Authorizer), ("lambda", Options::Lambda)];
const FAILURES: &[(&str, Failure)] = &[
    ("none", Failure::None),
    ("401", Failure::Status(401)),
    ("403", Failure::Status(403)),
    ("429", Failure::Status(429)),
    ("502", Failure::Status(502)),
    ("504", Failure::Status(504)),
];

/// Reads the table.
pub fn read(mut table: Table<'_, '_>) -> Option<Answers> {
    let kind = chosen(&mut table, "kind", &[("http", Kind::Http), ("rest", Kind::Rest)]);
    if !table.has("kind") {
        table.complaints().at(table.at.clone(), *refuse("E_KIND", Message::new("cors-e-no-kind")));
    }
    let lambda = headers(&mut table, "lambda_headers").unwrap_or_default();
    match kind {
        Kind::Rest => {
            let default = Headers(vec![("Access-Control-Allow-Headers".to_owned(), DEFAULT_ALLOW_HEADERS.to_owned())]);
            let options_headers = headers(&mut table, "options_headers").unwrap_or(default);
            let api = RestApi {
                options: kept(&mut table, "options", OPTIONS, Options::Mock),
                options_headers,
                lambda_headers: lambda,
                gateway_headers: gateway_responses(&mut table),
                fail: kept(&mut table, "fail", FAILURES, Failure::None),
            };
            table.finish();
            Some((Source::RestApi, Server::Anywhere(api.endpoint()), Vec::new(), false, Some(api)))
        }
        Kind::Http if CONFIGURED.iter().any(|key| table.has(key)) => http_api(table, lambda),
        Kind::Http => {
            // They are known, though not there.
            for key in CONFIGURED {
                table.value(key);
            }
            let options = kept(&mut table, "options", &OPTIONS[1..], Options::Missing);
            table.finish();
            let api =
                RestApi { options, options_headers: Headers::default(), lambda_headers: lambda, gateway_headers: Headers::default(), fail: Failure::None };
            let mut endpoint = api.endpoint();
            if options == Options::Missing {
                endpoint.preflight.status = 404; // an HTTP API says that no route matches
            }
            Some((Source::HttpApi, Server::Anywhere(endpoint), Vec::new(), false, None))
        }
    }
}

/// The keys of an HTTP API's CORS configuration: it has one if any of them is there.
const CONFIGURED: &[&str] = &["allow_origins", "allow_methods", "allow_headers", "expose_headers", "max_age", "allow_credentials"];

/// The fields of gateway responses: the check box of the console writes one, `*`.
fn gateway_responses(table: &mut Table<'_, '_>) -> Headers {
    let boxed = table.boolean("gateway_response_cors").is_some_and(|b| *b.get_ref());
    let written = headers(table, "gateway_response_headers");
    written.unwrap_or_else(|| if boxed { Headers(vec![("Access-Control-Allow-Origin".to_owned(), "*".to_owned())]) } else { Headers::default() })
}

fn http_api(mut table: Table<'_, '_>, lambda: Headers) -> Option<Answers> {
    let complaints = table.complaints();
    let mut list = |key| -> Vec<String> {
        let texts = table.texts(key).unwrap_or_default();
        if let Some(beyond) = texts.get(MOST_FIELDS) {
            complaints.at(beyond.span(), *refuse("E_MANY", Message::new("cors-e-many").with("most", MOST_FIELDS)));
            return Vec::new();
        }
        texts.into_iter().map(Placed::into_inner).collect()
    };
    let (origins, methods, names, expose) = (list("allow_origins"), list("allow_methods"), list("allow_headers"), list("expose_headers"));
    // Who would answer OPTIONS otherwise does not matter: the gateway does it itself.
    kept(&mut table, "options", &OPTIONS[1..], Options::Missing);
    let max_age = table.number("max_age").map(Placed::into_inner);
    let credentials = table.boolean("allow_credentials");
    if let Some(placed) = credentials.as_ref().filter(|c| *c.get_ref() && origins.iter().any(|o| o == "*")) {
        let refusal = refuse("E_APIGW_CREDENTIALS", Message::new("cors-e-apigw-credentials"));
        table.complaints().at(placed.span(), *hinted(refusal, Message::new("cors-h-apigw-credentials")));
    }
    table.finish();
    let mut response = json_answer(200);
    response.headers.0.extend(lambda.0);
    let credentials = credentials.is_some_and(|c| *c.get_ref());
    let api = HttpApi { origins, methods, headers: names, expose, max_age, credentials, response };
    Some((Source::HttpApi, Server::HttpApi(Box::new(api)), Vec::new(), false, None))
}
