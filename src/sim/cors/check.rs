//! The checks of an answer, every one of them, in the order in which a browser makes them.
//!
//! Fetch standard, "CORS check" and "CORS-preflight fetch". A browser stops at the first that fails;
//! here the others are made too, so that a learner mends everything at once.

use std::collections::HashSet;

use super::header::{Headers, is_token};
use super::model::{Credentials, Profile, Response};
use super::url::Url;

/// Why an answer is withheld, by the names of Chromium's developer tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no `Access-Control-Allow-Origin`.
    MissingAllowOrigin,
    /// It is `*`, but the request may carry cookies.
    WildcardOrigin,
    /// It names several.
    MultipleAllowOrigin,
    /// It names something that is no origin.
    InvalidAllowOrigin,
    /// It names another.
    AllowOriginMismatch,
    /// `Access-Control-Allow-Credentials` is not exactly `true`.
    InvalidAllowCredentials,
    /// The preflight was answered with a redirect.
    DisallowedRedirect,
    /// The preflight's status is not 200 to 299.
    InvalidStatus,
    /// `Access-Control-Allow-Methods` is no list of tokens.
    InvalidAllowMethods,
    /// `Access-Control-Allow-Headers` is no list of tokens.
    InvalidAllowHeaders,
    /// The method is not allowed.
    MethodDisallowed,
    /// A field of the request is not allowed.
    HeaderDisallowed,
}

/// What a check looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// That the status is no redirect.
    NoRedirect,
    /// `Access-Control-Allow-Origin`.
    Origin,
    /// `Access-Control-Allow-Credentials`.
    Credentials,
    /// The status.
    Status,
    /// Whether `Access-Control-Allow-Methods` can be read.
    MethodList,
    /// Whether `Access-Control-Allow-Headers` can be read.
    HeaderList,
    /// Whether the method is allowed.
    Method,
    /// Whether a field of this name is allowed.
    Header(String),
}

/// A check and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub subject: Subject,
    /// What was found there, if one thing was; a list of names is not copied for each name.
    pub found: Option<String>,
    /// Why it fails.
    pub fault: Option<Reason>,
}

/// What a preflight asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'r> {
    /// The origin as it is sent.
    pub origin: &'r str,
    /// When cookies may be sent.
    pub credentials: Credentials,
    /// The method of the real request.
    pub method: &'r str,
    /// The names of its fields that need permission.
    pub names: &'r [String],
    /// Whose rules hold.
    pub profile: Profile,
}

/// Statuses that send a browser elsewhere.
#[must_use]
pub fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// Methods that need no permission.
#[must_use]
pub fn is_safelisted_method(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "POST")
}

/// The CORS check: origin, and with cookies the permission for them.
#[must_use]
pub fn cors_check(response: &Response, origin: &str, credentials: Credentials) -> Vec<Check> {
    let include = credentials == Credentials::Include;
    let allowed = response.headers.get("access-control-allow-origin");
    let fault = origin_fault(allowed.as_deref(), origin, include);
    let mut checks = vec![Check { subject: Subject::Origin, found: allowed, fault }];
    if include {
        let found = response.headers.get("access-control-allow-credentials");
        let fault = (found.as_deref() != Some("true")).then_some(Reason::InvalidAllowCredentials);
        checks.push(Check { subject: Subject::Credentials, found, fault });
    }
    checks
}

fn origin_fault(allowed: Option<&str>, origin: &str, include: bool) -> Option<Reason> {
    match allowed {
        None => Some(Reason::MissingAllowOrigin),
        Some("*") => include.then_some(Reason::WildcardOrigin),
        Some(same) if same == origin => None,
        Some(several) if several.contains([' ', ',']) => Some(Reason::MultipleAllowOrigin),
        Some(other) if other == "null" || is_address(other) => Some(Reason::AllowOriginMismatch),
        Some(_) => Some(Reason::InvalidAllowOrigin),
    }
}

/// Whether a text is an address of any scheme, for the better of two complaints.
fn is_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Url::parse(text).is_some(),
        "ws" | "wss" | "ftp" => Url::parse(&format!("http:{rest}")).is_some(),
        _ => named,
    }
}

/// Every check of a preflight's answer.
#[must_use]
pub fn preflight_checks(response: &Response, wanted: Wanted<'_>) -> Vec<Check> {
    let status = || Some(response.status.to_string());
    let fails = |when: bool, reason| when.then_some(reason);
    let mut checks = vec![Check { subject: Subject::NoRedirect, found: status(), fault: fails(is_redirect(response.status), Reason::DisallowedRedirect) }];
    checks.extend(cors_check(response, wanted.origin, wanted.credentials));
    let invalid = !(200..300).contains(&response.status) && !is_redirect(response.status);
    checks.push(Check { subject: Subject::Status, found: status(), fault: fails(invalid, Reason::InvalidStatus) });
    let (methods, bad) = list(&response.headers, "access-control-allow-methods");
    checks.push(Check { subject: Subject::MethodList, found: bad.clone(), fault: bad.map(|_| Reason::InvalidAllowMethods) });
    let (names, bad) = list(&response.headers, "access-control-allow-headers");
    checks.push(Check { subject: Subject::HeaderList, found: bad.clone(), fault: bad.map(|_| Reason::InvalidAllowHeaders) });
    checks.push(method_check(methods.as_deref(), wanted, &response.headers));
    checks.extend(header_checks(names.as_deref(), wanted));
    checks
}

/// The items of a list, or the item that spoils it.
fn list<'h>(headers: &'h Headers, name: &str) -> (Option<Vec<&'h str>>, Option<String>) {
    match headers.tokens(name) {
        Ok(items) => (Some(items.unwrap_or_default()), None),
        Err(odd) => (None, Some(odd)),
    }
}

/// Of a list that cannot be read no item is missed: the list is to be mended first.
fn method_check(methods: Option<&[&str]>, wanted: Wanted<'_>, headers: &Headers) -> Check {
    let star = wanted.credentials != Credentials::Include;
    let allowed = methods.is_none_or(|methods| methods.iter().any(|m| *m == wanted.method || (star && *m == "*"))) || is_safelisted_method(wanted.method);
    let found = headers.get("access-control-allow-methods");
    Check { subject: Subject::Method, found, fault: (!allowed).then_some(Reason::MethodDisallowed) }
}

fn header_checks(names: Option<&[&str]>, wanted: Wanted<'_>) -> Vec<Check> {
    let Some(names) = names else { return Vec::new() };
    let listed: HashSet<String> = names.iter().map(|n| n.to_ascii_lowercase()).collect();
    let star = wanted.credentials != Credentials::Include && listed.contains("*");
    let by_name_only = |name: &str| name == "authorization" && wanted.profile == Profile::Standard;
    let order = wanted.names.iter().filter(|n| by_name_only(n)).chain(wanted.names.iter().filter(|n| !by_name_only(n)));
    let check = |name: &String| {
        let allowed = listed.contains(name) || (star && !by_name_only(name));
        Check { subject: Subject::Header(name.clone()), found: None, fault: (!allowed).then_some(Reason::HeaderDisallowed) }
    };
    order.map(check).collect()
}

/// How long a preflight's answer is remembered, in milliseconds.
#[must_use]
pub fn max_age(headers: &Headers, profile: Profile) -> u64 {
    const UNSAID: u64 = 5_000;
    let mut values = headers.values("access-control-max-age");
    let (Some(value), None) = (values.next(), values.next()) else { return UNSAID };
    let negative = value.strip_prefix('-').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
    if negative && profile == Profile::Chromium {
        return 0;
    }
    if value.is_empty() || !value.bytes().all(|b| b.is_ascii_digit()) {
        return UNSAID;
    }
    let seconds = value.parse::<u64>().unwrap_or(u64::MAX);
    let most = if profile == Profile::Chromium { 7_200 } else { u64::MAX };
    seconds.min(most).saturating_mul(1_000)
}

/// The names of an answer's fields, in lower case, that a script may and may not read.
#[must_use]
pub fn readable(response: &Response, cors: bool, credentials: Credentials) -> (Vec<String>, Vec<String>) {
    let mut names: Vec<String> = response.headers.0.iter().map(|(name, _)| name.to_ascii_lowercase()).filter(|n| is_token(n)).collect();
    names.sort_unstable();
    names.dedup();
    let exposed: HashSet<String> = match response.headers.tokens("access-control-expose-headers") {
        Ok(Some(list)) => list.iter().map(|name| name.to_ascii_lowercase()).collect(),
        _ => HashSet::new(),
    };
    let all = exposed.contains("*") && credentials != Credentials::Include;
    names.into_iter().partition(|name| {
        let cookie = matches!(name.as_str(), "set-cookie" | "set-cookie2");
        !cookie && (!cors || all || ALWAYS_READABLE.contains(&name.as_str()) || exposed.contains(name))
    })
}

/// What may be read without being exposed.
pub const ALWAYS_READABLE: &[&str] = &["cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma"];

impl Reason {
    /// The name in Chromium's developer tools.
    #[must_use]
    pub fn code(self, preflight: bool) -> &'static str {
        match (self, preflight) {
            (Reason::MissingAllowOrigin, false) => "MissingAllowOriginHeader",
            (Reason::MissingAllowOrigin, true) => "PreflightMissingAllowOriginHeader",
            (Reason::WildcardOrigin, false) => "WildcardOriginNotAllowed",
            (Reason::WildcardOrigin, true) => "PreflightWildcardOriginNotAllowed",
            (Reason::MultipleAllowOrigin, false) => "MultipleAllowOriginValues",
            (Reason::MultipleAllowOrigin, true) => "PreflightMultipleAllowOriginValues",
            (Reason::InvalidAllowOrigin, false) => "InvalidAllowOriginValue",
            (Reason::InvalidAllowOrigin, true) => "PreflightInvalidAllowOriginValue",
            (Reason::AllowOriginMismatch, false) => "AllowOriginMismatch",
            (Reason::AllowOriginMismatch, true) => "PreflightAllowOriginMismatch",
            (Reason::InvalidAllowCredentials, false) => "InvalidAllowCredentials",
            (Reason::InvalidAllowCredentials, true) => "PreflightInvalidAllowCredentials",
            (Reason::DisallowedRedirect, _) => "PreflightDisallowedRedirect",
            (Reason::InvalidStatus, _) => "PreflightInvalidStatus",
            (Reason::InvalidAllowMethods, _) => "InvalidAllowMethodsPreflightResponse",
            (Reason::InvalidAllowHeaders, _) => "InvalidAllowHeadersPreflightResponse",
            (Reason::MethodDisallowed, _) => "MethodDisallowedByPreflightResponse",
            (Reason::HeaderDisallowed, _) => "HeaderDisallowedByPreflightResponse",
        }
    }
}
