//! The same permission in the words of four servers. What they say has been run against the request.

use super::cache::Cache;
use super::fetch::{Block, End, Trip, World, fetch};
use super::header::Headers;
use super::model::{Credentials, Endpoint, Response, Server};
use super::say::GATEWAY_ANSWER;
use super::scenario::{Scenario, Source};
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
}

impl Policy {
    /// What would permit a request that a server does not; `None` where no server can, or where it is not one server's to mend.
    #[must_use]
    pub fn for_trip(scenario: &Scenario, trip: &Trip) -> Option<Policy> {
        let (End::Blocked(Block::Check { .. }), [leg]) = (&trip.end, &trip.legs[..]) else { return None };
        let policy = Policy {
            origin: scenario.page.tuple()?.to_string(),
            method: trip.sent.method.clone(),
            names: leg.names.clone(),
            credentials: trip.sent.credentials == Credentials::Include,
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
        let mut parts = vec![format!("AllowOrigins={}", self.origin), format!("AllowMethods={}", self.method)];
        if !self.names.is_empty() {
            parts.push(format!("AllowHeaders={}", self.names.join(",")));
        }
        if self.credentials {
            parts.push("AllowCredentials=true".to_owned());
        }
        vec!["aws apigatewayv2 update-api --api-id API_ID --cors-configuration \\".to_owned(), format!("  '{}'", parts.join(","))]
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

    fn lambda(&self) -> Vec<String> {
        let object = |fields: Vec<(&'static str, String)>, indent: &str| -> Vec<String> {
            fields.into_iter().map(|(name, value)| format!("{indent}\"{name}\": \"{value}\",")).collect()
        };
        let mut lines = vec!["const headers = {".to_owned()];
        lines.extend(object(self.shared(), "  "));
        lines.push("};".to_owned());
        lines.push("const method = event.httpMethod ?? event.requestContext.http.method;".to_owned());
        lines.push("if (method === \"OPTIONS\") return { statusCode: 204, headers: {".to_owned());
        lines.push("  ...headers,".to_owned());
        lines.extend(object(self.preflight_only(), "  "));
        lines.push("} };".to_owned());
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
        let mut lines =
            vec!["app.use(cors({".to_owned(), format!("  origin: \"{}\",", self.origin), format!("  methods: [{}],", list(std::slice::from_ref(&self.method)))];
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

/// Snippets for a request that is blocked, the scenario's own kind of server first.
pub fn panels(scenario: &Scenario, trip: &Trip, codes: &[&'static str]) -> Vec<Panel> {
    let Some(policy) = Policy::for_trip(scenario, trip) else { return Vec::new() };
    let panel = |id, lines| Panel::Text { title: Some(Message::new(id)), lines };
    if codes.contains(&GATEWAY_ANSWER) && trip.legs.last().is_some_and(|leg| leg.request.is_some()) {
        return vec![panel("cors-x-gateway-responses", policy.gateway_responses())];
    }
    match scenario.source {
        Source::HttpApi => vec![panel("cors-x-http-api", policy.http_api())],
        Source::RestApi => vec![panel("cors-x-lambda", policy.lambda()), panel("cors-x-http-api", policy.http_api())],
        _ => vec![
            panel("cors-x-http-api", policy.http_api()),
            panel("cors-x-lambda", policy.lambda()),
            panel("cors-x-nginx", policy.nginx()),
            panel("cors-x-express", policy.express()),
        ],
    }
}
