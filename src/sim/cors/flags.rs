//! The flags of `sim cors`: the scenario on one line, with curl's letters where curl has them.

use crate::sim::edit::Step::{self, Key};
use crate::sim::flag::{Flag, Writes};

const REQUEST: &[Step] = &[Key("request")];
const PREFLIGHT: &[Step] = &[Key("server"), Key("preflight")];
const RESPONSE: &[Step] = &[Key("server"), Key("response")];

/// Every flag, in the order in which what it writes stands in a scenario.
pub const FLAGS: &[Flag] = &[
    flag("page", "ORIGIN", "cors-flag-page", Writes::Text(&[], "page")),
    flag("profile", "WHOSE", "cors-flag-profile", Writes::Text(&[], "profile")),
    flag("url", "URL", "cors-flag-url", Writes::Text(REQUEST, "url")),
    short('X', flag("method", "METHOD", "cors-flag-method", Writes::Text(REQUEST, "method"))),
    short('H', flag("header", "'N: V'", "cors-flag-header", Writes::Field(REQUEST, "headers"))),
    flag("credentials", "WHEN", "cors-flag-credentials", Writes::Text(REQUEST, "credentials")),
    flag("mode", "MODE", "cors-flag-mode", Writes::Text(REQUEST, "mode")),
    flag("redirect", "HOW", "cors-flag-redirect", Writes::Text(REQUEST, "redirect")),
    flag("body", "KIND", "cors-flag-body", Writes::Text(REQUEST, "body")),
    flag("preflight-status", "N", "cors-flag-preflight-status", Writes::Number(PREFLIGHT, "status")),
    flag("pf", "'N: V'", "cors-flag-pf", Writes::Field(PREFLIGHT, "headers")),
    flag("status", "N", "cors-flag-status", Writes::Number(RESPONSE, "status")),
    flag("resp", "'N: V'", "cors-flag-resp", Writes::Field(RESPONSE, "headers")),
    flag("again-after", "TIME", "cors-flag-again-after", Writes::Time("again", "after_ms")),
];

const fn flag(long: &'static str, value: &'static str, summary: &'static str, writes: Writes) -> Flag {
    Flag { long, short: None, value, summary, writes }
}

const fn short(letter: char, flag: Flag) -> Flag {
    Flag { short: Some(letter), ..flag }
}
