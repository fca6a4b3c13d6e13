//! What is asked and what answers: a page, its request, the servers along the way.

use std::collections::HashMap;

use super::gateway::HttpApi;
use super::header::Headers;
use super::url::{Origin, Url};

/// Whose rules are followed where a browser departs from the standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// The Fetch standard to the letter.
    #[default]
    Standard,
    /// Chromium 156.
    Chromium,
}

/// The page whose script makes the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it was loaded from; `None` for one that has no address of its own.
    pub origin: Option<Origin>,
    /// Whether it is sandboxed or made from data, so that its origin is `null`.
    pub opaque: bool,
}

/// `credentials` of a request: when cookies may be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// Never.
    Omit,
    /// To the page's own origin.
    #[default]
    SameOrigin,
    /// To every origin.
    Include,
}

/// `mode` of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Other origins may be read if they permit it.
    #[default]
    Cors,
    /// Other origins are asked, but never read.
    NoCors,
    /// Other origins are not asked.
    SameOrigin,
}

/// `redirect` of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Redirect {
    /// Redirects are followed.
    #[default]
    Follow,
    /// A redirect is an error.
    Error,
    /// A redirect is handed over, unreadable.
    Manual,
}

/// What the body is made of, which decides the type that it implies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Body {
    /// No body.
    #[default]
    None,
    /// A string.
    Text,
    /// `URLSearchParams`.
    Params,
    /// `FormData`.
    Form,
    /// Bytes, which imply no type.
    Bytes,
    /// A `Blob` of a type, which may be empty.
    Blob(String),
}

/// What a script gives to `fetch`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The address.
    pub url: Url,
    /// The method as it is written.
    pub method: String,
    /// The fields that the script sets.
    pub headers: Headers,
    /// When cookies may be sent.
    pub credentials: Credentials,
    /// What may be done with other origins.
    pub mode: Mode,
    /// What becomes of a redirect.
    pub redirect: Redirect,
    /// The body.
    pub body: Body,
}

/// Status and fields of a server's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The fields.
    pub headers: Headers,
}

/// What one address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// To OPTIONS with `Access-Control-Request-Method`.
    pub preflight: Response,
    /// To everything else.
    pub response: Response,
}

/// What answers.
#[derive(Clone, Debug)]
pub enum Server {
    /// The same at every address.
    Anywhere(Endpoint),
    /// Each address for itself.
    Addresses(HashMap<Url, Endpoint>),
    /// An HTTP API with a CORS configuration, which looks at the origin.
    HttpApi(Box<HttpApi>),
}

impl Body {
    /// The `Content-Type` that it implies where the script gives none.
    #[must_use]
    pub fn implied_type(&self) -> Option<String> {
        match self {
            Body::None | Body::Bytes => None,
            Body::Text => Some("text/plain;charset=UTF-8".to_owned()),
            Body::Params => Some("application/x-www-form-urlencoded;charset=UTF-8".to_owned()),
            Body::Form => Some("multipart/form-data; boundary=----WebKitFormBoundary0000000000000000".to_owned()),
            Body::Blob(kind) => {
                let kind = kind.to_ascii_lowercase();
                (!kind.is_empty() && kind.bytes().all(|b| (b' '..=b'~').contains(&b))).then_some(kind)
            }
        }
    }
}

impl Page {
    /// The page's origin, unless it is opaque, which is like no other.
    #[must_use]
    pub fn tuple(&self) -> Option<&Origin> {
        self.origin.as_ref().filter(|_| !self.opaque)
    }

    /// What the browser says of it in `Origin`.
    #[must_use]
    pub fn serialized(&self) -> String {
        self.tuple().map_or_else(|| "null".to_owned(), ToString::to_string)
    }

    /// Whether it was loaded over https, so that it may ask nothing over http.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.as_ref().is_some_and(|o| o.secure)
    }
}

impl Server {
    /// What an address answers to a request from `origin`; `None` if nobody was said to answer there.
    #[must_use]
    pub fn answer(&self, url: &Url, preflight: bool, origin: Option<&str>) -> Option<Response> {
        let endpoint = match self {
            Server::Anywhere(endpoint) => endpoint,
            Server::Addresses(all) => all.get(url)?,
            Server::HttpApi(api) => return Some(api.answer(preflight, origin)),
        };
        Some(if preflight { endpoint.preflight.clone() } else { endpoint.response.clone() })
    }
}
