//! Scenarios that drills are made of, as text and as the call that a programmer writes.

use super::super::fetch::Trip;
use super::super::run::{Told, tell};
use super::super::scenario::read;
use crate::sim::edit::text_literal;

/// Names and values.
pub type Fields<'f> = &'f [(&'f str, &'f str)];

/// A call of `fetch` and what the server says to it.
#[derive(Clone, Debug)]
pub struct Call<'f> {
    /// The page's origin.
    pub page: &'f str,
    /// The address.
    pub url: &'f str,
    /// The method; empty for the default.
    pub method: &'f str,
    /// The fields that the script sets.
    pub headers: Fields<'f>,
    /// `include`, or empty for the default.
    pub credentials: &'f str,
    /// The answer to OPTIONS.
    pub preflight: (u16, Fields<'f>),
    /// The answer to the request.
    pub response: Fields<'f>,
    /// Further requests: after how many seconds, and a key with its value that differs.
    pub again: &'f [(u32, &'f str, &'f str)],
}

/// A page that calls an API and says nothing else.
pub const PLAIN: Call<'static> = Call {
    page: "https://shop.example.com",
    url: "https://api.example.com/shops",
    method: "",
    headers: &[],
    credentials: "",
    preflight: (204, &[]),
    response: &[],
    again: &[],
};

impl Call<'_> {
    /// The scenario.
    pub fn scenario(&self) -> String {
        let mut text = format!("page = {}\n\n[request]\nurl = {}\n", text_literal(self.page), text_literal(self.url));
        for (key, value) in [("method", self.method), ("credentials", self.credentials)] {
            if !value.is_empty() {
                text.push_str(&format!("{key} = {}\n", text_literal(value)));
            }
        }
        if !self.headers.is_empty() {
            text.push_str(&format!("headers = {}\n", table(self.headers)));
        }
        text.push_str(&format!("\n[server.preflight]\nstatus = {}\nheaders = {}\n", self.preflight.0, table(self.preflight.1)));
        text.push_str(&format!("[server.response]\nstatus = 200\nheaders = {}\n", table(self.response)));
        for (seconds, key, value) in self.again {
            text.push_str(&format!("\n[[again]]\nafter_ms = {}\n", seconds * 1000));
            if !key.is_empty() {
                text.push_str(&format!("{key} = {}\n", text_literal(value)));
            }
        }
        text
    }

    /// The call in JavaScript, in one line.
    pub fn script(&self) -> String {
        let mut options = Vec::new();
        if !self.method.is_empty() {
            options.push(format!("method: \"{}\"", self.method));
        }
        if !self.headers.is_empty() {
            let fields: Vec<String> = self.headers.iter().map(|(name, value)| format!("\"{name}\": {}", quoted(value))).collect();
            options.push(format!("headers: {{ {} }}", fields.join(", ")));
        }
        if !self.credentials.is_empty() {
            options.push(format!("credentials: \"{}\"", self.credentials));
        }
        let options = if options.is_empty() { String::new() } else { format!(", {{ {} }}", options.join(", ")) };
        format!("fetch(\"{}\"{options})", self.url)
    }

    /// What becomes of its requests.
    pub fn trips(&self) -> Vec<Trip> {
        trips(&self.scenario())
    }
}

/// What becomes of the requests of a scenario.
pub fn trips(scenario: &str) -> Vec<Trip> {
    told(scenario).into_iter().map(|told| told.trip).collect()
}

/// The requests of a scenario, each with its time.
pub fn told(scenario: &str) -> Vec<Told> {
    read(scenario).ok().and_then(|scenario| tell(&scenario).ok()).unwrap_or_default()
}

/// Fields as they are read on the wire, in one line.
pub fn said(fields: Fields<'_>) -> String {
    fields.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(" | ")
}

fn quoted(value: &str) -> String {
    if value.contains('"') { format!("'{value}'") } else { format!("\"{value}\"") }
}

fn table(fields: Fields<'_>) -> String {
    if fields.is_empty() {
        return "{}".to_owned();
    }
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name} = {}", text_literal(value))).collect();
    format!("{{ {} }}", fields.join(", "))
}
