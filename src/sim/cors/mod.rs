//! CORS: what a browser sends to another origin, what it asks first, and what a script may read.
//!
//! Follows the Fetch standard (commit 586cd2a4) to the letter; the profile `chromium` departs where
//! Chromium 156 does. The traps: a preflight needs a 2xx *after* the CORS check, `*` stops at
//! credentials and never covers `Authorization`, every answer of a redirect chain is checked before
//! it is followed, and a stranger that redirects to a third turns `Origin` to `null`.

pub mod header;
pub mod model;
pub mod url;

pub mod cache;
pub mod check;
pub mod fetch;
pub mod gateway;
mod request;

mod answer;
mod read;

mod apigw;
mod flags;
mod scenario;

mod advice;
mod control;
mod mend;
mod permit;
mod picture;
mod remedy;
mod run;
mod say;
mod timeline;

mod drill;

#[cfg(test)]
mod hard;
#[cfg(test)]
mod laws;

use serde_json::Value;

use super::{Drill, DrillKind, Flag, Judgement, Refusal, Run, Simulator};

/// Scenarios worth trying.
const EXAMPLES: &[&str] = &[
    r#"page = "https://shop.example.com"

[request]
url = "https://api.example.com/shops/1"
method = "PUT"
headers = { Content-Type = "application/json" }
credentials = "include"

[server.preflight]
status = 204
headers = { Access-Control-Allow-Origin = "*", Access-Control-Allow-Methods = "PUT", Access-Control-Allow-Headers = "content-type" }
[server.response]
status = 200
headers = { Access-Control-Allow-Origin = "*", Content-Type = "application/json" }
"#,
    r#"page = "https://shop.example.com"

[request]
url = "https://abc123.execute-api.ap-northeast-2.amazonaws.com/shops"
headers = { Authorization = "Bearer t" }

[apigw]
kind = "rest"
options = "mock"
options_headers = { Access-Control-Allow-Origin = "https://shop.example.com", Access-Control-Allow-Headers = "Authorization" }
lambda_headers = { Access-Control-Allow-Origin = "https://shop.example.com" }
fail = "401"
"#,
    r#"page = "https://shop.example.com"

[request]
url = "https://api.example.com/old"
headers = { Authorization = "Bearer t" }

[[hop]]
url = "https://api.example.com/old"
preflight = { status = 204, headers = { Access-Control-Allow-Origin = "*", Access-Control-Allow-Headers = "authorization" } }
response = { status = 302, headers = { Access-Control-Allow-Origin = "*", Location = "https://files.example.net/new" } }
[[hop]]
url = "https://files.example.net/new"
response = { status = 200, headers = { Access-Control-Allow-Origin = "https://shop.example.com" } }
"#,
    r#"page = "https://shop.example.com"

[request]
url = "https://api.example.com/shops/1"
method = "DELETE"

[server.preflight]
status = 204
headers = { Access-Control-Allow-Origin = "https://shop.example.com", Access-Control-Allow-Methods = "DELETE", Access-Control-Max-Age = "300" }
[server.response]
status = 204
headers = { Access-Control-Allow-Origin = "https://shop.example.com" }

[[again]]
after_ms = 60000
[[again]]
after_ms = 300000
[[again]]
after_ms = 1000
credentials = "include"
"#,
];

/// The simulator.
pub struct Cors;

impl Simulator for Cors {
    fn name(&self) -> &'static str {
        "cors"
    }

    fn summary_id(&self) -> &'static str {
        "cors-summary"
    }

    fn grammar(&self) -> &'static str {
        scenario::GRAMMAR
    }

    fn examples(&self) -> &'static [&'static str] {
        EXAMPLES
    }

    fn codes(&self) -> &'static [&'static str] {
        say::CODES
    }

    fn flags(&self) -> &'static [Flag] {
        flags::FLAGS
    }

    fn run(&self, scenario: &str) -> Run {
        run::run(scenario)
    }

    fn answer(&self, request: &Value) -> Result<Value, Box<Refusal>> {
        answer::answer(request)
    }

    fn drills(&self) -> &'static [DrillKind] {
        drill::NAMES
    }

    fn drill(&self, kind: &str, level: u8, seed: u64) -> Option<Drill> {
        drill::drill(kind, level, seed)
    }

    fn judge(&self, drill: &Drill, answer: &str) -> Judgement {
        drill::judge(drill, answer)
    }
}
