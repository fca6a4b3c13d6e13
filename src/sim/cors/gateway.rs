//! API Gateway as a server: what its CORS settings answer.
//!
//! An HTTP API with a CORS configuration answers OPTIONS itself and overwrites the function's CORS
//! fields, and only for requests that carry `Origin` ("Configure CORS for HTTP APIs"). A REST API
//! answers OPTIONS from a mock and passes on what a proxied function returns; what the gateway says
//! itself carries only the fields of its gateway responses ("CORS for REST APIs").

use super::header::Headers;
use super::model::{Endpoint, Response};

/// The CORS configuration of an HTTP API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpApi {
    /// `AllowOrigins`.
    pub origins: Vec<String>,
    /// `AllowMethods`.
    pub methods: Vec<String>,
    /// `AllowHeaders`.
    pub headers: Vec<String>,
    /// `ExposeHeaders`.
    pub expose: Vec<String>,
    /// `MaxAge` in seconds.
    pub max_age: Option<i64>,
    /// `AllowCredentials`.
    pub credentials: bool,
    /// What the integration answers.
    pub response: Response,
}

/// Who answers OPTIONS in a REST API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Options {
    /// The mock that "Enable CORS" makes.
    Mock,
    /// Nobody: there is no such method.
    Missing,
    /// An authorizer, which finds no token.
    Authorizer,
    /// The function, by a route for every method.
    Lambda,
}

/// What stops a REST API before or after the function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing.
    None,
    /// The gateway answers with this status itself.
    Status(u16),
}

/// The settings of a REST API that CORS depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestApi {
    /// Who answers OPTIONS.
    pub options: Options,
    /// The fields of the mock.
    pub options_headers: Headers,
    /// The fields that the function returns.
    pub lambda_headers: Headers,
    /// The fields of gateway responses.
    pub gateway_headers: Headers,
    /// What goes wrong.
    pub fail: Failure,
}

/// The fields that the console allows where nothing else is said.
pub const DEFAULT_ALLOW_HEADERS: &str = "Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token";

/// CORS fields of an answer, which an HTTP API takes away from its integration.
const CORS_FIELDS: &[&str] = &[
    "access-control-allow-origin",
    "access-control-allow-methods",
    "access-control-allow-headers",
    "access-control-allow-credentials",
    "access-control-expose-headers",
    "access-control-max-age",
];

impl HttpApi {
    /// What the gateway answers to a request from `origin`.
    #[must_use]
    pub fn answer(&self, preflight: bool, origin: Option<&str>) -> Response {
        let mut response = self.response.clone();
        if preflight {
            response = Response { status: 204, headers: Headers::default() };
        }
        for name in CORS_FIELDS {
            response.headers.remove(name);
        }
        let Some(allowed) = origin.and_then(|origin| self.allowed(origin)) else { return response };
        response.headers.push("Access-Control-Allow-Origin", &allowed);
        if self.credentials {
            response.headers.push("Access-Control-Allow-Credentials", "true");
        }
        if preflight {
            self.permit(&mut response.headers);
        } else if !self.expose.is_empty() {
            response.headers.push("Access-Control-Expose-Headers", &self.expose.join(","));
        }
        response
    }

    fn permit(&self, headers: &mut Headers) {
        for (name, list) in [("Access-Control-Allow-Methods", &self.methods), ("Access-Control-Allow-Headers", &self.headers)] {
            if !list.is_empty() {
                headers.push(name, &list.join(","));
            }
        }
        if let Some(seconds) = self.max_age {
            headers.push("Access-Control-Max-Age", &seconds.to_string());
        }
    }

    /// What stands in `Access-Control-Allow-Origin` for an origin, if it is allowed.
    fn allowed(&self, origin: &str) -> Option<String> {
        let any_of = |scheme: &str| self.origins.iter().any(|o| o == scheme) && origin.starts_with(scheme.trim_end_matches('*'));
        if self.origins.iter().any(|o| o == "*") {
            return Some("*".to_owned());
        }
        (self.origins.iter().any(|o| o == origin) || any_of("https://*") || any_of("http://*")).then(|| origin.to_owned())
    }

    /// Whether the answer names the origin that asked, so that a cache must keep answers apart.
    #[must_use]
    pub fn depends_on_origin(&self) -> bool {
        !self.origins.iter().any(|o| o == "*")
    }
}

impl RestApi {
    /// What the API answers.
    #[must_use]
    pub fn endpoint(&self) -> Endpoint {
        let preflight = match self.options {
            Options::Mock => Response { status: 200, headers: self.options_headers.clone() },
            Options::Missing => self.own_answer(403),
            Options::Authorizer => self.own_answer(401),
            Options::Lambda => self.lambda(),
        };
        let response = match self.fail {
            Failure::Status(status) => self.own_answer(status),
            Failure::None => self.lambda(),
        };
        Endpoint { preflight, response }
    }

    fn lambda(&self) -> Response {
        let mut answer = json_answer(200);
        answer.headers.0.extend(self.lambda_headers.0.iter().cloned());
        answer
    }

    /// An answer that the gateway makes itself: the function never saw it.
    fn own_answer(&self, status: u16) -> Response {
        let mut answer = json_answer(status);
        answer.headers.0.extend(self.gateway_headers.0.iter().cloned());
        answer
    }
}

/// An answer of a status with JSON in it and nothing else.
pub fn json_answer(status: u16) -> Response {
    Response { status, headers: Headers(vec![("Content-Type".to_owned(), "application/json".to_owned())]) }
}
