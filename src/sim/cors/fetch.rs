//! A request on its way: what is sent, what is answered, what is checked.
//!
//! Fetch standard, "Main fetch", "HTTP fetch" and "HTTP-redirect fetch", in that order.

use super::cache::{Cache, Miss, Question};
use super::check::{Check, Reason, Wanted, cors_check, is_redirect, preflight_checks, readable};
use super::header::Headers;
use super::model::{Body, Credentials, Mode, Page, Profile, Redirect, Request, Response, Server};
use super::request::{Refused, construct};
use super::url::Url;

/// The most redirects that are followed.
const MOST_REDIRECTS: usize = 20;

/// Where a request goes: to whom, from whom, by whose rules.
#[derive(Clone, Copy, Debug)]
pub struct World<'w> {
    /// The page.
    pub page: &'w Page,
    /// What answers.
    pub server: &'w Server,
    /// Whose rules hold.
    pub profile: Profile,
}

/// The whole way of a request.
#[derive(Clone, Debug)]
pub struct Trip {
    /// The request as the browser made it of what the script gave; as given, where it was refused.
    pub sent: Request,
    /// The fields that the browser dropped.
    pub dropped: Vec<String>,
    /// The addresses, one after the other.
    pub legs: Vec<Leg>,
    /// The address at which it ended, also where nothing was sent there.
    pub url: Url,
    /// What became of it.
    pub end: End,
}

/// One address of the way.
#[derive(Clone, Debug)]
pub struct Leg {
    /// The address.
    pub url: Url,
    /// How the request stands to it.
    pub class: Class,
    /// The names of fields that need permission.
    pub names: Vec<String>,
    /// The preflight, if one was sent.
    pub preflight: Option<Exchange>,
    /// Why nothing that is remembered made the preflight needless.
    pub missed: Option<Miss>,
    /// When a remembered permission ends that made a preflight needless, in milliseconds.
    pub remembered: Option<u64>,
    /// The request itself, if it was sent.
    pub request: Option<Exchange>,
}

/// How a request stands to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Of the page's own origin.
    SameOrigin,
    /// Of another, sent without reading.
    NoCors,
    /// Of another, sent at once and checked afterwards.
    Simple,
    /// Of another, and permission is needed first.
    Preflighted,
}

/// A message to a server and its answer.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The method.
    pub method: String,
    /// `Origin` as it is sent.
    pub origin: Option<String>,
    /// The fields that the script set and are sent.
    pub headers: Headers,
    /// `Access-Control-Request-Method`, of a preflight.
    pub asks_method: Option<String>,
    /// `Access-Control-Request-Headers`, of a preflight.
    pub asks_headers: Option<String>,
    /// The answer.
    pub response: Response,
    /// What was checked, all of it, in order.
    pub checks: Vec<Check>,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The script may read the answer.
    Allowed { status: u16, readable: Vec<String>, hidden: Vec<String> },
    /// There is an answer, but nothing of it may be read.
    Opaque,
    /// The script gets an error.
    Blocked(Block),
}

/// Why the script gets an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// `fetch` itself refuses; nothing is sent.
    Refused(Refused),
    /// An https page asks over http.
    MixedContent,
    /// A port that browsers never use.
    BadPort,
    /// Mode same-origin, another origin.
    DisallowedByMode,
    /// Mode no-cors follows redirects or nothing.
    NoCorsRedirect,
    /// A redirect although the request forbids it.
    RedirectForbidden,
    /// A redirect to something that is no address.
    BadLocation,
    /// A redirect to an address with a user name.
    LocationWithUser,
    /// More than 20 redirects.
    TooManyRedirects,
    /// The answer to the preflight or to the request is not good enough.
    Check { reason: Reason, preflight: bool },
}

/// What is the same at every address, and what has changed on the way.
struct Way<'w, 'c> {
    world: World<'w>,
    cache: &'c mut Cache,
    request: Request,
    /// Once another origin was asked by CORS, it stays so.
    cors: bool,
    opaque: bool,
    null_origin: bool,
    legs: Vec<Leg>,
}

/// Sends a request; an error is the address that nobody answers.
pub fn fetch(world: World<'_>, given: &Request, cache: &mut Cache) -> Result<Trip, Url> {
    let (sent, dropped) = match construct(given, world.profile) {
        Ok(made) => made,
        Err(refused) => {
            let end = End::Blocked(Block::Refused(refused));
            return Ok(Trip { sent: given.clone(), dropped: Vec::new(), legs: Vec::new(), url: given.url.clone(), end });
        }
    };
    let request = sent.clone();
    let mut way = Way { world, cache, request, cors: false, opaque: false, null_origin: world.page.tuple().is_none(), legs: Vec::new() };
    let end = way.go()?;
    Ok(Trip { sent, dropped, legs: way.legs, url: way.request.url, end })
}

impl Way<'_, '_> {
    fn go(&mut self) -> Result<End, Url> {
        for redirects in 0.. {
            let response = match self.leg()? {
                Ok(response) => response,
                Err(block) => return Ok(End::Blocked(block)),
            };
            if !is_redirect(response.status) || self.request.redirect == Redirect::Manual && response.headers.has("location") {
                return Ok(self.arrive(&response));
            }
            match self.follow(&response, redirects) {
                Ok(true) => {}
                Ok(false) => return Ok(self.arrive(&response)),
                Err(block) => {
                    self.forget();
                    return Ok(End::Blocked(block));
                }
            }
        }
        Ok(End::Blocked(Block::TooManyRedirects))
    }

    /// Asks one address.
    fn leg(&mut self) -> Result<Result<Response, Block>, Url> {
        let class = match self.classify() {
            Ok(class) => class,
            Err(block) => return Ok(Err(block)),
        };
        let names = if matches!(class, Class::Simple | Class::Preflighted) { self.request.headers.unsafe_names(self.world.profile) } else { Vec::new() };
        self.legs.push(Leg { url: self.request.url.clone(), class, names, preflight: None, missed: None, remembered: None, request: None });
        if class == Class::Preflighted
            && let Err(block) = self.preflight()?
        {
            self.forget();
            return Ok(Err(block));
        }
        self.exchange(class)
    }

    /// How the request stands to the address, or why it is not sent.
    fn classify(&mut self) -> Result<Class, Block> {
        let url = &self.request.url;
        if self.world.page.is_secure() && !url.origin.secure && !url.origin.is_local() {
            return Err(Block::MixedContent);
        }
        if url.origin.has_bad_port() {
            return Err(Block::BadPort);
        }
        if self.world.page.tuple() == Some(&url.origin) && !self.cors && !self.opaque {
            return Ok(Class::SameOrigin);
        }
        match self.request.mode {
            Mode::SameOrigin => Err(Block::DisallowedByMode),
            Mode::NoCors if self.request.redirect != Redirect::Follow => Err(Block::NoCorsRedirect),
            Mode::NoCors => {
                self.opaque = true;
                Ok(Class::NoCors)
            }
            Mode::Cors => {
                self.cors = true;
                let simple = super::check::is_safelisted_method(&self.request.method) && self.request.headers.unsafe_names(self.world.profile).is_empty();
                Ok(if simple { Class::Simple } else { Class::Preflighted })
            }
        }
    }

    fn origin(&self) -> String {
        if self.null_origin { "null".to_owned() } else { self.world.page.serialized() }
    }

    /// Sends a preflight where no remembered permission makes it needless.
    fn preflight(&mut self) -> Result<Result<(), Block>, Url> {
        let Some(leg) = self.legs.last_mut() else { return Ok(Ok(())) };
        let (origin, address) = (if self.null_origin { "null".to_owned() } else { self.world.page.serialized() }, leg.url.to_string());
        let question = Question { origin: &origin, url: &address, credentials: self.request.credentials, method: &self.request.method, names: &leg.names };
        if self.cache.covers(question) {
            leg.remembered = self.cache.until(question).or(Some(self.cache.now()));
            return Ok(Ok(()));
        }
        leg.missed = Some(self.cache.miss(question));
        let response = self.world.server.answer(&leg.url, true, Some(&origin)).ok_or_else(|| leg.url.clone())?;
        let wanted = Wanted { origin: &origin, credentials: question.credentials, method: question.method, names: question.names, profile: self.world.profile };
        let checks = preflight_checks(&response, wanted);
        let fault = checks.iter().find_map(|check| check.fault);
        if fault.is_none() {
            self.cache.remember(question, &response);
        }
        leg.preflight = Some(Exchange {
            method: "OPTIONS".to_owned(),
            asks_method: Some(self.request.method.clone()),
            asks_headers: (!leg.names.is_empty()).then(|| leg.names.join(",")),
            origin: Some(origin),
            headers: Headers::default(),
            response,
            checks,
        });
        Ok(fault.map_or(Ok(()), |reason| Err(Block::Check { reason, preflight: true })))
    }

    /// Sends the request itself.
    fn exchange(&mut self, class: Class) -> Result<Result<Response, Block>, Url> {
        let by_cors = matches!(class, Class::Simple | Class::Preflighted);
        let origin = self.origin_sent(by_cors);
        let url = self.request.url.clone();
        let response = self.world.server.answer(&url, false, origin.as_deref()).ok_or(url)?;
        let checks = if by_cors { cors_check(&response, &self.origin(), self.request.credentials) } else { Vec::new() };
        let fault = checks.iter().find_map(|check| check.fault);
        let (method, headers) = (self.request.method.clone(), self.request.headers.clone());
        if let Some(leg) = self.legs.last_mut() {
            leg.request = Some(Exchange { method, origin, headers, asks_method: None, asks_headers: None, response: response.clone(), checks });
        }
        Ok(match fault {
            None => Ok(response),
            Some(reason) => {
                if class == Class::Preflighted {
                    self.forget();
                }
                Err(Block::Check { reason, preflight: false })
            }
        })
    }

    /// `Origin` as it is sent: always by CORS, else only with a method that may change something.
    fn origin_sent(&self, by_cors: bool) -> Option<String> {
        if by_cors {
            return Some(self.origin());
        }
        if matches!(self.request.method.as_str(), "GET" | "HEAD") {
            return None;
        }
        // The default referrer policy does not tell an unencrypted address where an https page lives.
        let downgrade = self.request.mode != Mode::Cors && self.world.page.is_secure() && !self.request.url.origin.secure;
        Some(if downgrade { "null".to_owned() } else { self.origin() })
    }

    /// Changes the request to where a redirect leads; false if it leads nowhere.
    fn follow(&mut self, response: &Response, redirects: usize) -> Result<bool, Block> {
        if self.request.redirect == Redirect::Error {
            return Err(Block::RedirectForbidden);
        }
        let Some(location) = response.headers.get("location") else { return Ok(false) };
        let next = self.request.url.join(&location).ok_or(Block::BadLocation)?;
        if redirects >= MOST_REDIRECTS {
            return Err(Block::TooManyRedirects);
        }
        let page = self.world.page.tuple();
        if next.has_user && (self.cors || (self.request.mode == Mode::Cors && page != Some(&next.origin))) {
            return Err(Block::LocationWithUser);
        }
        self.rewrite(response.status);
        let here = self.request.url.origin.clone();
        if here != next.origin {
            self.request.headers.remove("authorization");
        }
        // A stranger that sends the browser on to a third must not borrow the page's name.
        self.null_origin |= here != next.origin && page != Some(&here);
        self.request.url = next;
        Ok(true)
    }

    /// A POST that is sent elsewhere becomes a GET without a body.
    fn rewrite(&mut self, status: u16) {
        let method = self.request.method.as_str();
        let changes = matches!(status, 301 | 302) && method == "POST" || status == 303 && !matches!(method, "GET" | "HEAD");
        if changes {
            self.request.method = "GET".to_owned();
            self.request.body = Body::None;
            for name in ["content-encoding", "content-language", "content-location", "content-type"] {
                self.request.headers.remove(name);
            }
        }
    }

    fn arrive(&self, response: &Response) -> End {
        if self.opaque || is_redirect(response.status) && self.request.redirect == Redirect::Manual && response.headers.has("location") {
            return End::Opaque;
        }
        let (readable, hidden) = readable(response, self.cors, self.request.credentials);
        End::Allowed { status: response.status, readable, hidden }
    }

    /// A request that failed takes its remembered permissions with it.
    fn forget(&mut self) {
        let (origin, address) = (self.origin(), self.request.url.to_string());
        let credentials = Credentials::Include;
        self.cache.forget(Question { origin: &origin, url: &address, credentials, method: "", names: &[] });
    }
}

impl Block {
    /// The machine code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Block::Refused(_) => "TypeError",
            Block::MixedContent => "MixedContent",
            Block::BadPort => "BadPort",
            Block::DisallowedByMode => "DisallowedByMode",
            Block::NoCorsRedirect | Block::RedirectForbidden | Block::BadLocation | Block::TooManyRedirects => "RedirectFailed",
            Block::LocationWithUser => "RedirectContainsCredentials",
            Block::Check { reason, preflight } => reason.code(*preflight),
        }
    }

    /// Whether the developer tools call it a CORS error.
    #[must_use]
    pub fn is_cors(&self) -> bool {
        matches!(self, Block::Check { .. } | Block::DisallowedByMode | Block::LocationWithUser)
    }
}
