//! Header fields: names, values, lists, and which of them a page may set without asking.
//!
//! Fetch standard, "Headers" and "CORS-safelisted request-header". Traps: a value counts with its
//! length (128 bytes, all safelisted ones together 1,024), `Range` is only sometimes harmless, and
//! quotes or brackets in `Accept` make a preflight.

use std::collections::BTreeMap;

use super::model::Profile;

/// Fields in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(pub Vec<(String, String)>);

/// What a page may never set: the browser does.
const FORBIDDEN: &[&str] = &[
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Client hints that Chromium sends across origins without asking.
const HINTS: &[&str] = &["dpr", "width", "viewport-width", "downlink", "device-memory", "rtt", "ect", "user-agent"];

/// The longest value that needs no preflight, and the most of all such values together.
const LONGEST_SAFE: usize = 128;
const MOST_SAFE: usize = 1024;

impl Headers {
    /// Every value of a name joined with commas, as a client reads it; `None` if there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self.values(name).collect();
        if values.is_empty() { None } else { Some(values.join(", ")) }
    }

    /// Every value of a name without spaces around.
    pub fn values<'h>(&'h self, name: &str) -> impl Iterator<Item = &'h str> {
        self.0.iter().filter(move |(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| trim(value))
    }

    /// Whether there is a field of that name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    /// Takes away every field of a name.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(n, _)| !n.eq_ignore_ascii_case(name));
    }

    /// Adds a field.
    pub fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Puts one field in the place of every field of its name.
    pub fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.push(name, value);
    }

    /// The items of a list of tokens; `None` if the field is missing.
    ///
    /// # Errors
    ///
    /// The first item that is no token: a space inside, a quote, a semicolon.
    pub fn tokens(&self, name: &str) -> Result<Option<Vec<&str>>, String> {
        if !self.has(name) {
            return Ok(None);
        }
        let items: Vec<&str> = self.values(name).flat_map(|value| value.split(',')).map(trim).filter(|item| !item.is_empty()).collect();
        match items.iter().find(|item| !is_token(item)) {
            Some(odd) => Err((*odd).to_owned()),
            None => Ok(Some(items)),
        }
    }

    /// The names that need a preflight: in lower case, sorted, each once.
    #[must_use]
    pub fn unsafe_names(&self, profile: Profile) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let (mut safe, mut size) = (Vec::new(), 0);
        for (name, value) in self.judged(profile) {
            if is_safelisted(&name, &value, profile) {
                size += value.chars().count();
                safe.push(name);
            } else {
                names.push(name);
            }
        }
        if size > MOST_SAFE {
            names.extend(safe);
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The fields as they are judged: each by itself, in Chromium those of one name together.
    fn judged(&self, profile: Profile) -> Vec<(String, String)> {
        let single = self.0.iter().map(|(name, value)| (name.to_ascii_lowercase(), trim(value).to_owned()));
        if profile == Profile::Standard {
            return single.collect();
        }
        let mut joined: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in single {
            joined.entry(name).and_modify(|all| all.extend([", ", &value])).or_insert(value);
        }
        joined.into_iter().collect()
    }
}

/// A value without the spaces and tabs around it.
#[must_use]
pub fn trim(value: &str) -> &str {
    value.trim_matches([' ', '\t', '\r', '\n'])
}

/// Whether a text is a token: what methods and names of fields are made of.
#[must_use]
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Whether a method may never be sent by a page.
#[must_use]
pub fn is_forbidden_method(method: &str) -> bool {
    ["CONNECT", "TRACE", "TRACK"].iter().any(|m| m.eq_ignore_ascii_case(method))
}

/// Whether the browser drops a field that a page sets.
#[must_use]
pub fn is_forbidden(name: &str, value: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    if FORBIDDEN.contains(&lower.as_str()) || lower.starts_with("proxy-") || lower.starts_with("sec-") {
        return true;
    }
    let overrides = matches!(lower.as_str(), "x-http-method" | "x-http-method-override" | "x-method-override");
    overrides && value.split(',').any(|method| is_forbidden_method(trim(method)))
}

/// Whether a field needs no preflight.
#[must_use]
pub fn is_safelisted(name: &str, value: &str, profile: Profile) -> bool {
    if value.chars().count() > LONGEST_SAFE {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        "accept" => !value.contains(is_unsafe),
        "accept-language" | "content-language" => value.chars().all(|c| c.is_ascii_alphanumeric() || " *,-.;=".contains(c)),
        "content-type" => !value.contains(is_unsafe) && essence(value).is_some_and(|e| FORM_TYPES.contains(&e.as_str())),
        "range" => is_single_range(value, profile),
        "save-data" => profile == Profile::Chromium && value.eq_ignore_ascii_case("on"),
        hint => profile == Profile::Chromium && HINTS.contains(&hint),
    }
}

/// Whether a field may be set by a request of mode no-cors.
#[must_use]
pub fn is_no_cors_safelisted(name: &str, value: &str, profile: Profile) -> bool {
    let lower = name.to_ascii_lowercase();
    matches!(lower.as_str(), "accept" | "accept-language" | "content-language" | "content-type") && is_safelisted(name, value, profile)
}

/// The types that an HTML form can send.
pub const FORM_TYPES: &[&str] = &["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

fn is_unsafe(c: char) -> bool {
    (c < ' ' && c != '\t') || "\"():<>?@[\\]{}\u{7f}".contains(c)
}

/// Type and subtype in lower case; `None` if the text is no media type.
fn essence(value: &str) -> Option<String> {
    let (kind, rest) = trim(value).split_once('/')?;
    let subtype = trim_end(rest.split(';').next().unwrap_or_default());
    (is_token(kind) && is_token(subtype)).then(|| format!("{kind}/{subtype}").to_ascii_lowercase())
}

fn trim_end(text: &str) -> &str {
    text.trim_end_matches([' ', '\t', '\r', '\n'])
}

/// `bytes=START-` or `bytes=START-END`; a range counted from the end is not harmless.
fn is_single_range(value: &str, profile: Profile) -> bool {
    let Some((start, end)) = value.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else { return false };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if start.is_empty() || !digits(start) || !digits(end) {
        return false;
    }
    // Chromium keeps both ends in 64 bits.
    let fits = |text: &str| text.is_empty() || text.parse::<i64>().is_ok();
    if profile == Profile::Chromium && !(fits(start) && fits(end)) {
        return false;
    }
    let number = |text: &'_ str| -> String { text.trim_start_matches('0').to_owned() };
    let (low, high) = (number(start), number(end));
    end.is_empty() || (low.len(), low) <= (high.len(), high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, value: &str, expected: bool) {
        assert_eq!(is_safelisted(name, value, Profile::Standard), expected, "{name}: {value}");
    }

    #[test]
    fn what_a_form_could_send_is_harmless() {
        check("Content-Type", "text/plain;charset=UTF-8", true);
        check("Content-Type", "TEXT/PLAIN", true);
        check("Content-Type", "application/json", false);
        check("Content-Type", "text/plain; x=\"y\"", false);
        check("Accept", "application/json", true);
        check("Accept", "a/b?c", false);
        check("Accept-Language", "ko-KR, en;q=0.9", true);
        check("Accept-Language", "ko_KR", false);
        check("Accept", &"a".repeat(129), false);
        check("X-Api-Key", "1", false);
    }

    #[test]
    fn a_range_is_harmless_if_it_begins_somewhere() {
        check("Range", "bytes=0-9", true);
        check("Range", "bytes=5-", true);
        check("Range", "bytes=-5", false);
        check("Range", "bytes=9-0", false);
        check("Range", "bytes=007-7", true);
        check("Range", "bytes=0-1, 2-3", false);
    }

    #[test]
    fn many_harmless_values_are_not_harmless_together() {
        let field = ("Accept".to_owned(), "a".repeat(120));
        assert!(Headers(vec![field.clone(); 8]).unsafe_names(Profile::Standard).is_empty());
        assert_eq!(Headers(vec![field; 9]).unsafe_names(Profile::Standard), ["accept"]);
    }

    #[test]
    fn lists_forgive_empty_items_and_nothing_else() {
        let list = |value: &str| Headers(vec![("A".into(), value.into())]).tokens("a").map(|items| items.map(|i| i.join("+")));
        assert_eq!(list(" GET ,, PUT"), Ok(Some("GET+PUT".into())));
        assert_eq!(list("PUT DELETE"), Err("PUT DELETE".into()));
        assert_eq!(list(""), Ok(Some(String::new())));
        assert_eq!(Headers::default().tokens("a"), Ok(None));
    }
}
