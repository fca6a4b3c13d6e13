//! What `new Request` makes of what a script gives: methods, forbidden fields, implied types.

use super::header::{Headers, is_forbidden, is_forbidden_method, is_no_cors_safelisted, is_token, trim};
use super::model::{Body, Mode, Profile, Request};

/// Why `fetch` throws before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The method is no token.
    MethodSyntax,
    /// CONNECT, TRACE or TRACK.
    MethodForbidden,
    /// Mode no-cors knows GET, HEAD and POST.
    MethodOfNoCors,
    /// GET and HEAD have no body.
    BodyOfGet,
    /// The address carries a user name or password.
    UserInUrl,
}

/// The request as it will be sent, and the names of the fields that were dropped.
///
/// # Errors
///
/// Why the constructor throws a `TypeError`.
pub fn construct(given: &Request, profile: Profile) -> Result<(Request, Vec<String>), Refused> {
    let method = method(&given.method)?;
    if given.url.has_user {
        return Err(Refused::UserInUrl);
    }
    if given.mode == Mode::NoCors && !matches!(method.as_str(), "GET" | "HEAD" | "POST") {
        return Err(Refused::MethodOfNoCors);
    }
    if given.body != Body::None && matches!(method.as_str(), "GET" | "HEAD") {
        return Err(Refused::BodyOfGet);
    }
    let implied = given.body.implied_type().filter(|_| !given.headers.has("content-type")).map(|kind| ("Content-Type".to_owned(), kind));
    let mut headers = Headers::default();
    let mut dropped = Vec::new();
    for (name, value) in given.headers.0.iter().cloned().chain(implied) {
        if may_be_set(&headers, &name, trim(&value), given.mode, profile) {
            headers.push(&name, trim(&value));
        } else {
            dropped.push(name);
        }
    }
    Ok((Request { method, headers, ..given.clone() }, dropped))
}

/// A method as it is sent: six are brought to upper case, `patch` is not.
fn method(given: &str) -> Result<String, Refused> {
    if !is_token(given) {
        return Err(Refused::MethodSyntax);
    }
    if is_forbidden_method(given) {
        return Err(Refused::MethodForbidden);
    }
    let upper = given.to_ascii_uppercase();
    let known = matches!(upper.as_str(), "DELETE" | "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT");
    Ok(if known { upper } else { given.to_owned() })
}

fn may_be_set(headers: &Headers, name: &str, value: &str, mode: Mode, profile: Profile) -> bool {
    if is_forbidden(name, value) {
        return false;
    }
    if mode != Mode::NoCors {
        return true;
    }
    let joined = headers.get(name).map_or_else(|| value.to_owned(), |before| format!("{before}, {value}"));
    is_no_cors_safelisted(name, &joined, profile)
}

impl Refused {
    /// The id of the message that says so.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Refused::MethodSyntax => "cors-refused-method-syntax",
            Refused::MethodForbidden => "cors-refused-method-forbidden",
            Refused::MethodOfNoCors => "cors-refused-method-no-cors",
            Refused::BodyOfGet => "cors-refused-body",
            Refused::UserInUrl => "cors-refused-user",
        }
    }
}
