//! http and https addresses: the part of the URL standard that CORS needs.
//!
//! The traps: the host is compared in lower case, a default port is the same as none, and user
//! information is no part of an origin. Names outside ASCII must come as `xn--`: the page's author
//! would see them so in `Origin`, and a table of Unicode is not worth its size here.

use std::fmt;

/// The most bytes of an address that are read.
const LONGEST: usize = 1 << 16;

/// Ports that browsers never speak HTTP to: the Fetch standard's "bad ports".
const BAD_PORTS: &[u16] = &[
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135,
    137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720,
    1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/// Scheme, host and port: what two addresses must share for a script of one to read the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Whether the scheme is https.
    pub secure: bool,
    /// The host in lower case; an IPv6 address in brackets.
    pub host: String,
    /// The port, also where it is the default one.
    pub port: u16,
}

/// An absolute http or https address, without its fragment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Url {
    /// Where it is.
    pub origin: Origin,
    /// What follows the host, beginning with a slash, with the query.
    pub path: String,
    /// Whether it carries a user name or password.
    pub has_user: bool,
}

impl Origin {
    /// `http` or `https`.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }

    /// Whether an https page may speak to it without encryption: it never leaves the machine.
    #[must_use]
    pub fn is_local(&self) -> bool {
        let host = self.host.as_str();
        let numeric = host.parse::<std::net::Ipv4Addr>().is_ok_and(|ip| ip.is_loopback());
        host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || numeric
    }

    /// Whether browsers refuse its port.
    #[must_use]
    pub fn has_bad_port(&self) -> bool {
        BAD_PORTS.contains(&self.port)
    }

    /// The host, with the port where it is not the default one.
    #[must_use]
    pub fn authority(&self) -> String {
        if self.port == default_port(self.secure) { self.host.clone() } else { format!("{}:{}", self.host, self.port) }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme(), self.authority())
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.path)
    }
}

impl Url {
    /// Reads an absolute address; `None` if it is none, or not of http or https.
    #[must_use]
    pub fn parse(text: &str) -> Option<Url> {
        let text = text.trim_matches(|c: char| c <= ' ');
        if text.len() > LONGEST {
            return None;
        }
        let text: String = text.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        let (scheme, rest) = text.split_once(':')?;
        let secure = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let rest = rest.trim_start_matches(['/', '\\']);
        let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let (user, place) = authority.rsplit_once('@').unwrap_or(("", authority));
        let origin = origin(secure, place)?;
        Some(Url { origin, path: path_of(path), has_user: authority.contains('@') && !user.is_empty() && user != ":" })
    }

    /// What a `Location` means that was answered from here; `None` if it is no http or https address.
    #[must_use]
    pub fn join(&self, location: &str) -> Option<Url> {
        let location = location.trim_matches(|c: char| c <= ' ');
        if let Some((scheme, _)) = location.split_once(':')
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        {
            return Url::parse(location);
        }
        if location.starts_with("//") {
            return Url::parse(&format!("{}:{location}", self.origin.scheme()));
        }
        let old = self.path.split('?').next().unwrap_or("/");
        let path = match location.chars().next() {
            None | Some('#') => self.path.clone(),
            Some('/') => path_of(location),
            Some('?') => path_of(&format!("{old}{location}")),
            Some(_) => path_of(&format!("{}/{location}", old.rsplit_once('/').map_or("", |(folder, _)| folder))),
        };
        Some(Url { origin: self.origin.clone(), path, has_user: false })
    }
}

fn default_port(secure: bool) -> u16 {
    if secure { 443 } else { 80 }
}

fn origin(secure: bool, place: &str) -> Option<Origin> {
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (place, ""),
    };
    if !port.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let port = if port.is_empty() { default_port(secure) } else { port.parse().ok()? };
    Some(Origin { secure, host: host_of(host)?, port })
}

fn host_of(host: &str) -> Option<String> {
    if let Some(inside) = host.strip_prefix('[') {
        let address: std::net::Ipv6Addr = inside.strip_suffix(']')?.parse().ok()?;
        return Some(format!("[{address}]"));
    }
    let odd = |c: char| !c.is_ascii() || c <= ' ' || "#%/:<>?@[\\]^|\u{7f}".contains(c);
    if host.is_empty() || host.contains(odd) {
        return None;
    }
    let host = host.to_ascii_lowercase();
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    let numeric = !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit());
    if numeric { host.parse::<std::net::Ipv4Addr>().ok().map(|ip| ip.to_string()) } else { Some(host) }
}

/// The path and query in normal form: no fragment, no dot segments, what is not ASCII escaped.
fn path_of(text: &str) -> String {
    let text = text.split('#').next().unwrap_or_default();
    let (path, query) = text.split_once('?').map_or((text, None), |(path, query)| (path, Some(query)));
    let path = path.replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    let mut segments = path.trim_start_matches('/').split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            ".." => {
                parts.pop();
                parts.extend(last.then_some(""));
            }
            "." => parts.extend(last.then_some("")),
            other => parts.push(other),
        }
    }
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    escape(&format!("/{}{query}", parts.join("/")))
}

fn escape(text: &str) -> String {
    use fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte <= b' ' || byte > b'~' || matches!(byte, b'"' | b'<' | b'>') {
            let _ = write!(out, "%{byte:02X}"); // writing to a string does not fail
        } else {
            out.push(char::from(byte));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Url::parse(text).map_or("none".to_owned(), |u| u.to_string()), expected, "{text}");
    }

    #[test]
    fn addresses_are_read_in_normal_form() {
        check("https://Shop.Example.com:443/a?b=1#c", "https://shop.example.com/a?b=1");
        check("http://a.b:8080", "http://a.b:8080/");
        check("http://u:p@a.b/x/../y/.", "http://a.b/y/");
        check("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/");
        check("http://a.b/가", "http://a.b/%EA%B0%80");
        for wrong in ["", "a.b/x", "ftp://a.b", "http://", "http://a b", "http://a:x", "http://a:70000", "http://1.2.3.999"] {
            check(wrong, "none");
        }
    }

    #[test]
    fn a_location_is_read_from_where_it_was_answered() {
        let from = Url::parse("http://a.b/x/y?q").unwrap();
        let check = |location: &str, expected: &str| assert_eq!(from.join(location).map_or("none".to_owned(), |u| u.to_string()), expected);
        check("/next", "http://a.b/next");
        check("z", "http://a.b/x/z");
        check("?n=1", "http://a.b/x/y?n=1");
        check("//c.d/e", "http://c.d/e");
        check("https://c.d", "https://c.d/");
        check("data:text/plain,x", "none");
    }
}
