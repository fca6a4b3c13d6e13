//! What is said of a request: sentences for checks and ends, and the console's own words.

use super::check::{Check, Reason, Subject};
use super::fetch::{Block, Class, End, Exchange, Leg, Trip};
use super::header::{FORM_TYPES, Headers, is_safelisted};
use super::model::{Page, Profile};
use super::read::shown;
use super::request::Refused;
use crate::text::Message;

/// A named origin without `Vary`: right only if it is always the same.
pub const VARY_ORIGIN: &str = "VaryOrigin";
/// The script may read the answer, but not all of its fields.
pub const HIDDEN_HEADERS: &str = "HiddenHeaders";
/// The answer was made by API Gateway itself, without the function's fields.
pub const GATEWAY_ANSWER: &str = "GatewayAnswer";

/// The request came with `Origin: null`, which no server can name.
pub const NULL_ORIGIN: &str = "NullOrigin";

/// Every code that an outcome may have.
pub const CODES: &[&str] = &[
    "MissingAllowOriginHeader",
    "WildcardOriginNotAllowed",
    "MultipleAllowOriginValues",
    "InvalidAllowOriginValue",
    "AllowOriginMismatch",
    "InvalidAllowCredentials",
    "PreflightMissingAllowOriginHeader",
    "PreflightWildcardOriginNotAllowed",
    "PreflightMultipleAllowOriginValues",
    "PreflightInvalidAllowOriginValue",
    "PreflightAllowOriginMismatch",
    "PreflightInvalidAllowCredentials",
    "PreflightDisallowedRedirect",
    "PreflightInvalidStatus",
    "InvalidAllowMethodsPreflightResponse",
    "InvalidAllowHeadersPreflightResponse",
    "MethodDisallowedByPreflightResponse",
    "HeaderDisallowedByPreflightResponse",
    "DisallowedByMode",
    "MixedContent",
    "BadPort",
    "RedirectFailed",
    "RedirectContainsCredentials",
    "TypeError",
    VARY_ORIGIN,
    HIDDEN_HEADERS,
    GATEWAY_ANSWER,
    NULL_ORIGIN,
];

/// What a check looks at.
pub fn subject(check: &Check, exchange: &Exchange) -> Message {
    match &check.subject {
        Subject::NoRedirect => Message::new("cors-c-no-redirect"),
        Subject::Origin => Message::new("cors-c-origin"),
        Subject::Credentials => Message::new("cors-c-credentials"),
        Subject::Status => Message::new("cors-c-status"),
        Subject::MethodList => Message::new("cors-c-method-list"),
        Subject::HeaderList => Message::new("cors-c-header-list"),
        Subject::Method => Message::new("cors-c-method").with("method", shown(exchange.asks_method.as_deref().unwrap_or_default())),
        Subject::Header(name) => Message::new("cors-c-header").with("name", shown(name)),
    }
}

/// Why a check fails; `None` if it passes.
pub fn fault(check: &Check, exchange: &Exchange) -> Option<Message> {
    let found = || shown(check.found.as_deref().unwrap_or_default());
    Some(match check.fault? {
        Reason::MissingAllowOrigin => Message::new("cors-f-missing"),
        Reason::WildcardOrigin => Message::new("cors-f-wildcard"),
        Reason::MultipleAllowOrigin => Message::new("cors-f-multiple").with("found", found()),
        Reason::InvalidAllowOrigin => Message::new("cors-f-invalid").with("found", found()),
        Reason::AllowOriginMismatch => Message::new("cors-f-mismatch").with("found", found()).with("origin", exchange.origin.clone().unwrap_or_default()),
        Reason::InvalidAllowCredentials if check.found.is_none() => Message::new("cors-f-no-credentials"),
        Reason::InvalidAllowCredentials => Message::new("cors-f-credentials").with("found", found()),
        Reason::DisallowedRedirect => Message::new("cors-f-redirect").with("status", exchange.response.status.to_string()),
        Reason::InvalidStatus => Message::new("cors-f-status").with("status", exchange.response.status.to_string()),
        Reason::InvalidAllowMethods => Message::new("cors-f-method-list").with("found", found()),
        Reason::InvalidAllowHeaders => Message::new("cors-f-header-list").with("found", found()),
        Reason::MethodDisallowed => method_fault(exchange),
        Reason::HeaderDisallowed => header_fault(check, exchange),
    })
}

fn method_fault(exchange: &Exchange) -> Message {
    let method = exchange.asks_method.as_deref().unwrap_or_default();
    let headers = &exchange.response.headers;
    let listed = headers.tokens("access-control-allow-methods").ok().flatten().unwrap_or_default();
    let other = listed.iter().find(|item| item.eq_ignore_ascii_case(method));
    let id = match (headers.get("access-control-allow-methods"), other) {
        (None, _) => "cors-f-method-missing",
        (_, Some(_)) => "cors-f-method-case",
        (Some(list), _) if list.contains('*') => "cors-f-method-star",
        _ => "cors-f-method",
    };
    let message = Message::new(id).with("method", shown(method));
    if let Some(other) = other { message.with("listed", shown(other)) } else { message }
}

fn header_fault(check: &Check, exchange: &Exchange) -> Message {
    let name = if let Subject::Header(name) = &check.subject { name.as_str() } else { "" };
    let id = match (exchange.response.headers.get("access-control-allow-headers"), name) {
        (None, _) => "cors-f-header-missing",
        (Some(list), "authorization") if list.contains('*') => "cors-f-authorization",
        (Some(list), _) if list.contains('*') => "cors-f-header-star",
        _ => "cors-f-header",
    };
    Message::new(id).with("name", shown(name))
}

/// The exchange that a request failed at.
pub fn failing(trip: &Trip) -> Option<&Exchange> {
    let leg = trip.legs.last()?;
    leg.request.as_ref().or(leg.preflight.as_ref())
}

/// The answer in one sentence.
pub fn headline(trip: &Trip) -> Message {
    match &trip.end {
        End::Allowed { status, .. } => {
            let same = trip.legs.last().is_some_and(|leg| leg.class == Class::SameOrigin);
            Message::new(if same { "cors-allowed-same" } else { "cors-allowed" }).with("status", status.to_string())
        }
        End::Opaque => Message::new("cors-opaque"),
        End::Blocked(block) => Message::new("cors-blocked").with("why", why(block, trip)),
    }
}

/// Why a request is blocked.
pub fn why(block: &Block, trip: &Trip) -> Message {
    match block {
        Block::Refused(refused) => Message::new(refused.id()).with("method", shown(&trip.sent.method)),
        Block::MixedContent => Message::new("cors-f-mixed"),
        Block::BadPort => Message::new("cors-f-port"),
        Block::DisallowedByMode => Message::new("cors-f-mode"),
        Block::NoCorsRedirect => Message::new("cors-f-no-cors-redirect"),
        Block::RedirectForbidden => Message::new("cors-f-redirect-error"),
        Block::BadLocation => Message::new("cors-f-location"),
        Block::LocationWithUser => Message::new("cors-f-location-user"),
        Block::TooManyRedirects => Message::new("cors-f-many-redirects"),
        Block::Check { preflight, .. } => {
            let first = failing(trip).and_then(|exchange| exchange.checks.iter().find_map(|check| fault(check, exchange)));
            let id = if *preflight { "cors-f-in-preflight" } else { "cors-f-in-response" };
            Message::new(id).with("why", first.unwrap_or(Message::new("cors-f-missing")))
        }
    }
}

/// Why a request needs a preflight: each cause, with the name of the field where it is one.
pub fn causes(leg: &Leg, trip_method: &str, headers: &Headers, profile: Profile) -> Vec<(Message, Option<String>)> {
    let mut causes: Vec<(Message, Option<String>)> = method_cause(trip_method).into_iter().map(|cause| (cause, None)).collect();
    causes.extend(leg.names.iter().map(|name| (cause(name, &headers.get(name).unwrap_or_default(), profile), Some(name.clone()))));
    causes
}

/// Why a method needs permission, if it does.
pub fn method_cause(method: &str) -> Option<Message> {
    (!super::check::is_safelisted_method(method)).then(|| Message::new("cors-cause-method").with("method", shown(method)))
}

/// Why a field needs permission that does.
pub fn cause(name: &str, value: &str, profile: Profile) -> Message {
    let id = match name {
        "accept" | "accept-language" | "content-language" | "content-type" | "range" if value.chars().count() > 128 => "cors-cause-long",
        _ if is_safelisted(name, value, profile) => "cors-cause-total",
        "content-type" => "cors-cause-type",
        "accept" | "accept-language" | "content-language" => "cors-cause-letters",
        "range" => "cors-cause-range",
        _ => "cors-cause-name",
    };
    let message = Message::new(id).with("name", shown(name)).with("value", shown(value));
    if id == "cors-cause-type" { message.with("types", FORM_TYPES.join(", ")) } else { message }
}

/// The exception that the script gets, in Chromium's words.
pub fn exception(block: &Block, trip: &Trip) -> String {
    let method = shown(&trip.sent.method);
    let Block::Refused(refused) = block else { return "TypeError: Failed to fetch".to_owned() };
    let why = match refused {
        Refused::MethodSyntax => format!("'{method}' is not a valid HTTP method."),
        Refused::MethodForbidden => format!("'{method}' HTTP method is unsupported."),
        Refused::MethodOfNoCors => format!("'{method}' is unsupported in no-cors mode."),
        Refused::BodyOfGet => "Request with GET/HEAD method cannot have body.".to_owned(),
        Refused::UserInUrl => "Request cannot be constructed from a URL that includes credentials.".to_owned(),
    };
    format!("TypeError: Failed to execute 'fetch' on 'Window': {why}")
}

/// What Chromium writes into its console, which is English everywhere.
pub fn console(block: &Block, trip: &Trip, page: &Page) -> Option<String> {
    let first = trip.legs.first().map_or_else(|| trip.sent.url.to_string(), |leg| leg.url.to_string());
    let last = trip.url.to_string();
    let url = if first == last { format!("'{}'", shown(&first)) } else { format!("'{}' (redirected from '{}')", shown(&last), shown(&first)) };
    let origin = shown(&page.serialized());
    let policy = |why: String| format!("Access to fetch at {url} from origin '{origin}' has been blocked by CORS policy: {why}");
    match block {
        Block::MixedContent => Some(format!(
            "Mixed Content: The page at '{origin}' was loaded over HTTPS, but requested an insecure resource '{}'. This request has been blocked; the content must be served over HTTPS.",
            shown(&last)
        )),
        Block::DisallowedByMode => Some(format!(
            "Fetch API cannot load {}. Request mode is \"same-origin\" but the URL's origin is not same as the request origin {origin}.",
            shown(&first)
        )),
        Block::Check { reason, preflight } => {
            let exchange = failing(trip)?;
            let check = exchange.checks.iter().find(|check| check.fault.is_some())?;
            let begin = if *preflight { "Response to preflight request doesn't pass access control check: " } else { "" };
            let (sentence, prefixed) = sentence(*reason, check, exchange);
            Some(policy(if prefixed { format!("{begin}{sentence}") } else { sentence }))
        }
        Block::LocationWithUser => {
            let location = failing(trip)?.response.headers.get("location")?;
            Some(policy(format!("Redirect location '{}' contains a username and password, which is disallowed for cross-origin requests.", shown(&location))))
        }
        _ => None,
    }
}

/// The sentence, and whether a preflight's has its own beginning.
fn sentence(reason: Reason, check: &Check, exchange: &Exchange) -> (String, bool) {
    let found = shown(check.found.as_deref().unwrap_or_default());
    let said = match reason {
        Reason::MissingAllowOrigin => "No 'Access-Control-Allow-Origin' header is present on the requested resource.".to_owned(),
        Reason::WildcardOrigin => {
            "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'."
                .to_owned()
        }
        Reason::MultipleAllowOrigin => format!("The 'Access-Control-Allow-Origin' header contains multiple values '{found}', but only one is allowed."),
        Reason::InvalidAllowOrigin => format!("The 'Access-Control-Allow-Origin' header contains the invalid value '{found}'."),
        Reason::AllowOriginMismatch => {
            format!("The 'Access-Control-Allow-Origin' header has a value '{found}' that is not equal to the supplied origin.")
        }
        Reason::InvalidAllowCredentials => format!(
            "The value of the 'Access-Control-Allow-Credentials' header in the response is '{found}' which must be 'true' when the request's credentials mode is 'include'."
        ),
        Reason::DisallowedRedirect => "Redirect is not allowed for a preflight request.".to_owned(),
        Reason::InvalidStatus => "It does not have HTTP ok status.".to_owned(),
        other => return (listed(other, check, exchange), false),
    };
    (said, true)
}

fn listed(reason: Reason, check: &Check, exchange: &Exchange) -> String {
    let name = if let Subject::Header(name) = &check.subject { shown(name) } else { String::new() };
    match reason {
        Reason::InvalidAllowMethods => "Cannot parse Access-Control-Allow-Methods response header field in preflight response.".to_owned(),
        Reason::InvalidAllowHeaders => "Cannot parse Access-Control-Allow-Headers response header field in preflight response.".to_owned(),
        Reason::MethodDisallowed => format!(
            "Method {} is not allowed by Access-Control-Allow-Methods in preflight response.",
            shown(exchange.asks_method.as_deref().unwrap_or_default())
        ),
        _ => format!("Request header field {name} is not allowed by Access-Control-Allow-Headers in preflight response."),
    }
}
