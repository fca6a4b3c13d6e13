//! The same permission in the words of real servers: those that the scenario speaks of, else the usual four.
//!
//! What they say has been run against the request, and is no more than it needs.

use super::cache::Cache;
use super::fetch::{End, Trip, World, fetch};
use super::gateway::{HttpApi, Options, RestApi};
use super::header::Headers;
use super::mend::Mended;
use super::model::{Credentials, Endpoint, Response, Server};
use super::permit::Whose;
use super::scenario::Scenario;
use crate::sim::Panel;
use crate::text::Message;

/// What a server must permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The origin.
    pub origin: String,
    /// The method.
    pub method: String,
    /// The fields of the request that need permission.
    pub names: Vec<String>,
    /// Whether cookies may come.
    pub credentials: bool,
    /// Whether other origins are answered with their own name.
    pub varies: bool,
}

impl Policy {
    /// What permits a request in a scenario that has been mended; `None` where it is not one server's to permit.
    #[must_use]
    pub fn of(scenario: &Scenario, trip: &Trip) -> Option<Policy> {
        let (End::Allowed { .. }, [leg]) = (&trip.end, &trip.legs[..]) else { return None };
        let policy = Policy {
            origin: scenario.page.tuple()?.to_string(),
            method: trip.sent.method.clone(),
            names: leg.names.clone(),
            credentials: trip.sent.credentials == Credentials::Include,
            varies: leg.request.as_ref().is_some_and(|e| e.response.headers.values("vary").any(|v| v.to_ascii_lowercase().contains("origin"))),
        };
        // A quote or dollar sign in a name would mean something else in a shell or in nginx.
        let plain = |text: &String| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if !plain(&policy.method) || !policy.names.iter().all(plain) || policy.names.len() > 20 {
            return None;
        }
        let server = Server::Anywhere(policy.endpoint());
        let world = World { page: &scenario.page, server: &server, profile: scenario.profile };
        let again = fetch(world, &trip.sent, &mut Cache::new(scenario.profile)).ok()?;
        matches!(again.end, End::Allowed { .. }).then_some(policy)
    }

    fn endpoint(&self) -> Endpoint {
        let mut shared = Headers::default();
        for (name, value) in self.shared() {
            shared.push(name, &value);
        }
        let mut preflight = shared.clone();
        for (name, value) in self.preflight_only() {
            preflight.push(name, &value);
        }
        Endpoint { preflight: Response { status: 204, headers: preflight }, response: Response { status: 200, headers: shared } }
    }

    /// The fields of both answers.
    fn shared(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![("Access-Control-Allow-Origin", self.origin.clone())];
        if self.credentials {
            fields.push(("Access-Control-Allow-Credentials", "true".to_owned()));
        }
        if self.varies {
            fields.push(("Vary", "Origin".to_owned()));
        }
        fields
    }

    /// The fields that the preflight has beside them.
    fn preflight_only(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![("Access-Control-Allow-Methods", self.method.clone())];
        if !self.names.is_empty() {
            fields.push(("Access-Control-Allow-Headers", self.names.join(", ")));
        }
        fields
    }

    fn http_api(&self) -> Vec<String> {
        let (origins, methods, headers) = (vec![self.origin.clone()], vec![self.method.clone()], self.names.clone());
        let response = Response { status: 200, headers: Headers::default() };
        configured(&HttpApi { origins, methods, headers, expose: Vec::new(), max_age: None, credentials: self.credentials, response })
    }

    fn gateway_responses(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for kind in ["DEFAULT_4XX", "DEFAULT_5XX"] {
            lines.push(format!("aws apigateway put-gateway-response --rest-api-id API_ID --response-type {kind} \\"));
            lines.push("  --response-parameters '{".to_owned());
            let fields = self.shared();
            let last = fields.len() - 1;
            lines.extend(
                fields
                    .iter()
                    .enumerate()
                    .map(|(i, (name, value))| format!("    \"gatewayresponse.header.{name}\": \"'\\''{value}'\\''\"{}", if i == last { "" } else { "," })),
            );
            lines.push("  }'".to_owned());
        }
        lines.push("aws apigateway create-deployment --rest-api-id API_ID --stage-name STAGE".to_owned());
        lines
    }

    /// `preflights`: whether the function answers OPTIONS too.
    fn lambda(&self, preflights: bool) -> Vec<String> {
        let object = |fields: Vec<(&'static str, String)>, indent: &str| -> Vec<String> {
            fields.into_iter().map(|(name, value)| format!("{indent}\"{name}\": \"{value}\",")).collect()
        };
        let mut lines = vec!["const headers = {".to_owned()];
        lines.extend(object(self.shared(), "  "));
        lines.push("};".to_owned());
        if preflights {
            lines.push("const method = event.httpMethod ?? event.requestContext.http.method;".to_owned());
            lines.push("if (method === \"OPTIONS\") return { statusCode: 204, headers: {".to_owned());
            lines.push("  ...headers,".to_owned());
            lines.extend(object(self.preflight_only(), "  "));
            lines.push("} };".to_owned());
        }
        lines.push("return { statusCode: 200, headers, body: JSON.stringify(data) };".to_owned());
        lines
    }

    /// `add_header` inside `if` takes the place of those outside, so they are repeated.
    fn nginx(&self) -> Vec<String> {
        let add = |fields: Vec<(&'static str, String)>, indent: &str| -> Vec<String> {
            fields.into_iter().map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;")).collect()
        };
        let mut lines = vec!["location / {".to_owned()];
        lines.extend(add(self.shared(), "    "));
        lines.push("    if ($request_method = OPTIONS) {".to_owned());
        lines.extend(add(self.shared(), "        "));
        lines.extend(add(self.preflight_only(), "        "));
        lines.push("        return 204;".to_owned());
        lines.push("    }".to_owned());
        lines.push("}".to_owned());
        lines
    }

    fn express(&self) -> Vec<String> {
        let list = |items: &[String]| items.iter().map(|item| format!("\"{item}\"")).collect::<Vec<_>>().join(", ");
        let mut lines = vec![
            "const cors = require(\"cors\");".to_owned(),
            "app.use(cors({".to_owned(),
            format!("  origin: \"{}\",", self.origin),
            format!("  methods: [{}],", list(std::slice::from_ref(&self.method))),
        ];
        if !self.names.is_empty() {
            lines.push(format!("  allowedHeaders: [{}],", list(&self.names)));
        }
        if self.credentials {
            lines.push("  credentials: true,".to_owned());
        }
        lines.push("}));".to_owned());
        lines
    }
}

/// The whole CORS configuration of an HTTP API: the command replaces what was there.
fn configured(api: &HttpApi) -> Vec<String> {
    let lists = [("AllowOrigins", &api.origins), ("AllowMethods", &api.methods), ("AllowHeaders", &api.headers), ("ExposeHeaders", &api.expose)];
    let quoted = |list: &[String]| list.iter().map(|item| format!("\"{item}\"")).collect::<Vec<_>>().join(", ");
    let mut parts: Vec<String> = lists.iter().filter(|(_, list)| !list.is_empty()).map(|(name, list)| format!("\"{name}\": [{}]", quoted(list))).collect();
    parts.extend(api.max_age.map(|seconds| format!("\"MaxAge\": {seconds}")));
    if api.credentials {
        parts.push("\"AllowCredentials\": true".to_owned());
    }
    let last = parts.len().saturating_sub(1);
    let mut lines = vec!["aws apigatewayv2 update-api --api-id API_ID --cors-configuration '{".to_owned()];
    lines.extend(parts.iter().enumerate().map(|(i, part)| format!("  {part}{}", if i == last { "" } else { "," })));
    lines.push("}'".to_owned());
    lines
}

/// The mock for OPTIONS as SAM writes it, where a text carries quotes of its own.
///
/// `guarded`: whether an authorizer stood before OPTIONS, which a preflight, having no token, never passes.
fn mock(api: &RestApi, guarded: bool) -> Vec<String> {
    let keys = [
        ("AllowOrigin", "access-control-allow-origin"),
        ("AllowMethods", "access-control-allow-methods"),
        ("AllowHeaders", "access-control-allow-headers"),
        ("MaxAge", "access-control-max-age"),
    ];
    let mut lines: Vec<String> = ["Type: AWS::Serverless::Api", "Properties:", "  StageName: STAGE", "  Cors:"].map(str::to_owned).to_vec();
    let written = keys.iter().filter_map(|(key, name)| Some(format!("    {key}: \"'{}'\"", api.options_headers.get(name)?)));
    lines.extend(written);
    if api.options_headers.get("access-control-allow-credentials").as_deref() == Some("true") {
        lines.push("    AllowCredentials: true".to_owned());
    }
    if guarded {
        lines.extend(["  Auth:", "    AddDefaultAuthorizerToCorsPreflight: false"].map(str::to_owned));
    }
    lines
}

/// Whether a value can stand in a shell, in YAML and in JavaScript as it is.
fn is_harmless(text: &str) -> bool {
    text.len() <= 200 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b" ,-_.:/*[]".contains(&b))
}

/// Snippets for what was changed, in the words of the scenario's own kind of server.
pub fn panels(mended: &Mended, before: &Scenario) -> Vec<Panel> {
    let Some(policy) = Policy::of(&mended.scenario, &mended.trip) else { return Vec::new() };
    let panel = |id, lines: Vec<String>| Panel::Text { title: Some(Message::new(id)), lines };
    let has = |whose| mended.changed.iter().any(|changed| changed.whose == whose);
    match (&mended.scenario.server, &mended.scenario.rest) {
        (Server::HttpApi(api), _) => {
            let lists = [&api.origins, &api.methods, &api.headers, &api.expose];
            let harmless = lists.iter().all(|list| list.len() <= 20 && list.iter().all(|item| is_harmless(item)));
            if harmless { vec![panel("cors-x-http-api", configured(api))] } else { Vec::new() }
        }
        (_, Some(rest)) => {
            let mut panels = Vec::new();
            if has(Whose::Mock) && rest.options_headers.0.iter().all(|(_, value)| is_harmless(value)) {
                panels.push(panel("cors-x-mock", mock(rest, before.rest.as_ref().is_some_and(|rest| rest.options == Options::Authorizer))));
            }
            if has(Whose::Function) {
                panels.push(panel("cors-x-lambda", policy.lambda(rest.options == Options::Lambda)));
            }
            if has(Whose::GatewayResponses) {
                panels.push(panel("cors-x-gateway-responses", policy.gateway_responses()));
            }
            panels
        }
        _ => vec![
            panel("cors-x-http-api", policy.http_api()),
            panel("cors-x-lambda", policy.lambda(true)),
            panel("cors-x-nginx", policy.nginx()),
            panel("cors-x-express", policy.express()),
        ],
    }
}
