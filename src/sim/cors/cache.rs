//! The preflight cache: what a browser remembers of permissions.
//!
//! Fetch standard, "CORS-preflight cache". An entry is for one origin, one address with its query,
//! and one method or field name. Made by a request with cookies it serves those without, not the
//! other way round. Chromium keeps one answer for each address instead, and a new one replaces it.

use std::collections::HashMap;

use super::check::{is_safelisted_method, max_age};
use super::model::{Credentials, Profile, Response};

/// What a request brings to the cache.
#[derive(Clone, Copy, Debug)]
pub struct Question<'r> {
    /// The origin as it is sent.
    pub origin: &'r str,
    /// The address.
    pub url: &'r str,
    /// Whether cookies may be sent.
    pub credentials: Credentials,
    /// The method.
    pub method: &'r str,
    /// The names of fields that need permission.
    pub names: &'r [String],
}

/// Why what is remembered does not make a preflight needless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// Nothing is remembered for this origin.
    Nothing,
    /// Something is, but for other addresses.
    Address,
    /// It has run out.
    Expired,
    /// It was given to a request without cookies.
    Credentials,
    /// It is for other methods.
    Method,
    /// It is for other fields than this one.
    Field(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Method(String),
    Name(String),
}

/// Everything that is remembered.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    profile: Profile,
    now: u64,
    /// By origin and address: by whether it was made with cookies, and what it permits, when it ends.
    places: HashMap<(String, String), HashMap<(bool, Key), u64>>,
}

impl Cache {
    /// A cache that remembers nothing yet.
    #[must_use]
    pub fn new(profile: Profile) -> Cache {
        Cache { profile, ..Cache::default() }
    }

    /// Lets time pass, in milliseconds.
    pub fn wait(&mut self, ms: u64) {
        self.now = self.now.saturating_add(ms);
    }

    /// The time since the beginning, in milliseconds.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.now
    }

    /// Whether a request may be made without a preflight.
    #[must_use]
    pub fn covers(&self, question: Question<'_>) -> bool {
        let method = is_safelisted_method(question.method) || self.permits(question, &Key::Method(question.method.to_owned()));
        method && question.names.iter().all(|name| self.permits(question, &Key::Name(name.clone())))
    }

    /// When the answer that covers a request is forgotten, in milliseconds.
    #[must_use]
    pub fn until(&self, question: Question<'_>) -> Option<u64> {
        let method = (!is_safelisted_method(question.method)).then(|| Key::Method(question.method.to_owned()));
        let names = question.names.iter().map(|name| Key::Name(name.clone()));
        method.into_iter().chain(names).filter_map(|key| self.matching(question, &key).into_iter().map(|(_, ends)| ends).max()).min()
    }

    /// Why a request that is not covered is not.
    #[must_use]
    pub fn miss(&self, question: Question<'_>) -> Miss {
        let Some(remembered) = self.places.get(&place(question)) else {
            let known = self.places.keys().any(|(origin, _)| origin == question.origin);
            return if known { Miss::Address } else { Miss::Nothing };
        };
        let method = (!is_safelisted_method(question.method)).then(|| Key::Method(question.method.to_owned()));
        let names = question.names.iter().map(|name| Key::Name(name.clone()));
        let Some(key) = method.into_iter().chain(names).find(|key| !self.permits(question, key)) else { return Miss::Nothing };
        if self.permits(Question { credentials: Credentials::Omit, ..question }, &key) {
            return Miss::Credentials;
        }
        if remembered.keys().any(|(_, known)| *known == key) {
            return Miss::Expired;
        }
        match key {
            Key::Method(_) => Miss::Method,
            Key::Name(name) => Miss::Field(name),
        }
    }

    fn permits(&self, question: Question<'_>, key: &Key) -> bool {
        !self.matching(question, key).is_empty()
    }

    /// The live entries that permit a method or name.
    fn matching(&self, question: Question<'_>, key: &Key) -> Vec<((bool, Key), u64)> {
        let Some(place) = self.places.get(&place(question)) else { return Vec::new() };
        let star = match key {
            Key::Method(_) => Some(Key::Method("*".to_owned())),
            Key::Name(name) if name == "authorization" && self.profile == Profile::Standard => None,
            Key::Name(_) => Some(Key::Name("*".to_owned())),
        };
        let mut found = Vec::new();
        for with_cookies in [true, false] {
            if !with_cookies && question.credentials == Credentials::Include {
                continue;
            }
            // In Chromium a star of an answer with cookies stays a plain word.
            let star = star.clone().filter(|_| !(with_cookies && self.profile == Profile::Chromium));
            for key in [Some(key.clone()), star].into_iter().flatten() {
                let slot = (with_cookies, key);
                if let Some(ends) = place.get(&slot).filter(|ends| **ends > self.now) {
                    found.push((slot, *ends));
                }
            }
        }
        found
    }

    /// Remembers what a preflight's answer permits.
    pub fn remember(&mut self, question: Question<'_>, response: &Response) {
        let ends = self.now.saturating_add(max_age(&response.headers, self.profile));
        let list = |name| response.headers.tokens(name).ok().flatten().unwrap_or_default();
        let methods = list("access-control-allow-methods").into_iter().map(|m| Key::Method(m.to_owned()));
        let names = list("access-control-allow-headers").into_iter().map(|n| Key::Name(n.to_ascii_lowercase()));
        let keys: Vec<Key> = methods.chain(names).collect();
        if self.profile == Profile::Chromium {
            self.forget(question);
        }
        let own = question.credentials == Credentials::Include;
        for key in keys {
            let found = self.matching(question, &key);
            let place = self.places.entry(place(question)).or_default();
            if found.is_empty() {
                place.insert((own, key), ends);
            }
            for (slot, _) in found {
                place.insert(slot, ends);
            }
        }
    }

    /// Forgets everything about an address: a request to it failed.
    pub fn forget(&mut self, question: Question<'_>) {
        self.places.remove(&place(question));
    }
}

fn place(question: Question<'_>) -> (String, String) {
    (question.origin.to_owned(), question.url.to_owned())
}
