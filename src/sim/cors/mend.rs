//! Changes of a scenario that mend it. Each is made in the text and run before it is offered.
//!
//! Nothing is opened further than the request needs: an origin is named, never `*`, unless the
//! label says that everyone may read it then.

use super::advice;
use super::check::Reason;
use super::fetch::{Block, End, Exchange, Trip};
use super::header::{Headers, is_token};
use super::model::Credentials;
use super::permit::{Changed, Place, Whose};
use super::read::shown;
use super::request::Refused;
use super::run::{tell, verdict};
use super::say::failing;
use super::scenario::{Scenario, read};
use crate::sim::edit::{Step, set, text_literal};
use crate::sim::{Change, Fix};
use crate::text::Message;

use Step::{Item, Key};

/// The most changes that one fix is made of.
const MOST_CHANGES: usize = 12;

/// What can be done about a request.
#[derive(Debug, Default)]
pub struct Mend {
    /// The changes that lead further, the best first.
    pub fixes: Vec<Fix>,
    /// What they cannot do.
    pub caveat: Option<Message>,
    /// The first of them that changes a server.
    pub served: Option<Mended>,
}

/// A scenario that has been mended.
#[derive(Clone, Debug)]
pub struct Mended {
    text: String,
    /// What was changed, in order.
    pub changed: Vec<Changed>,
    /// The scenario.
    pub scenario: Scenario,
    /// What becomes of the request in it.
    pub trip: Trip,
}

/// What a way out begins with, besides mending whatever is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Nothing.
    Plain,
    /// The target of a redirect is called at once.
    Direct,
    /// No cookies are sent.
    NoCookies,
    /// The page is given its origin back.
    OwnOrigin,
    /// Where the origin cannot be named, everyone may read.
    Everyone,
}

/// The changes that lead to an answer which the script may read.
pub fn mend(text: &str, scenario: &Scenario, trip: &Trip, at: usize) -> Mend {
    let End::Blocked(block) = &trip.end else {
        return Mend { fixes: improvements(text, scenario, trip, at), ..Mend::default() };
    };
    let mut found: Vec<(Way, Mended)> = Vec::new();
    for way in ways(block, scenario, trip) {
        let Some(mended) = begun(way, text, scenario, trip, at).and_then(|first| finished(text, first, way, at)) else { continue };
        if !mended.changed.is_empty() && found.iter().all(|(_, other)| other.text != mended.text) {
            found.push((way, mended));
        }
    }
    let fixes: Vec<Fix> = found.iter().map(|(way, mended)| fix(text, *way, mended)).collect();
    let served = found.into_iter().find(|(way, mended)| *way != Way::Everyone && mended.changed.iter().any(|c| c.whose != Whose::Page));
    let served = served.map(|(_, mended)| mended);
    Mend { caveat: caveat(block, scenario, trip, served.as_ref(), fixes.is_empty()), fixes, served }
}

fn ways(block: &Block, scenario: &Scenario, trip: &Trip) -> Vec<Way> {
    let include = trip.sent.credentials == Credentials::Include;
    let null = is_null(trip);
    let mut ways = Vec::new();
    if redirected_to(block, trip).is_some() {
        ways.push(Way::Direct);
    }
    if null && scenario.page.opaque && scenario.page.origin.is_some() {
        ways.push(Way::OwnOrigin);
    }
    ways.push(Way::Plain);
    if include && failing(trip).is_some_and(|e| e.checks.iter().any(|c| matches!(c.fault, Some(Reason::WildcardOrigin | Reason::InvalidAllowCredentials)))) {
        ways.push(Way::NoCookies);
    }
    if null && !include {
        ways.push(Way::Everyone);
    }
    ways
}

/// Whether the request came with an origin that cannot be named.
pub fn is_null(trip: &Trip) -> bool {
    failing(trip).is_some_and(|exchange| exchange.origin.as_deref() == Some("null"))
}

/// The address that the page could have called itself.
fn redirected_to(block: &Block, trip: &Trip) -> Option<String> {
    let last = trip.legs.last()?;
    match block {
        Block::Check { reason: Reason::DisallowedRedirect, .. } => {
            let location = last.preflight.as_ref()?.response.headers.get("location")?;
            Some(last.url.join(&location)?.to_string())
        }
        Block::Check { .. } if trip.legs.len() > 1 && is_null(trip) => Some(last.url.to_string()),
        Block::LocationWithUser => {
            let location = last.request.as_ref()?.response.headers.get("location")?;
            Some(last.url.join(&location)?.to_string())
        }
        _ => None,
    }
}

/// The text with what a way begins with.
fn begun(way: Way, text: &str, scenario: &Scenario, trip: &Trip, at: usize) -> Option<(String, Vec<Changed>)> {
    match way {
        Way::Plain | Way::Everyone => Some((text.to_owned(), Vec::new())),
        Way::NoCookies => asked(text, at, "credentials", "same-origin"),
        Way::OwnOrigin => scenario.page.origin.as_ref().and_then(|_| {
            let changed = set(text, &[], "opaque", "false")?;
            Some((changed, vec![Changed { whose: Whose::Page, place: Message::new("cors-at-page"), setting: "opaque = false".to_owned() }]))
        }),
        Way::Direct => {
            let End::Blocked(block) = &trip.end else { return None };
            asked(text, at, "url", &redirected_to(block, trip)?)
        }
    }
}

/// Changes a key of the request itself.
fn asked(text: &str, at: usize, key: &'static str, value: &str) -> Option<(String, Vec<Changed>)> {
    let path = if at == 0 { vec![Key("request")] } else { vec![Key("again"), Item(at - 1)] };
    let setting = format!("{key} = {}", text_literal(&shown(value)));
    let changed = set(text, &path, key, &text_literal(value))?;
    Some((changed, vec![Changed { whose: Whose::Page, place: Message::new("cors-at-request"), setting }]))
}

/// Mends fault by fault until the script gets an answer.
fn finished(before: &str, (mut text, mut changed): (String, Vec<Changed>), way: Way, at: usize) -> Option<Mended> {
    for _ in 0..MOST_CHANGES {
        let scenario = read(&text).ok()?;
        let told = tell(&scenario).ok()?;
        let trip = &told.get(at)?.trip;
        let End::Blocked(block) = &trip.end else {
            let trip = trip.clone();
            return (text != before).then_some(Mended { text, changed, scenario, trip });
        };
        let (next, more) = mended(&text, block, &scenario, trip, at, way)?;
        if next == text {
            return None;
        }
        text = next;
        changed.extend(more);
    }
    None
}

/// One fault less.
fn mended(text: &str, block: &Block, scenario: &Scenario, trip: &Trip, at: usize, way: Way) -> Option<(String, Vec<Changed>)> {
    let ask = |key, value: &str| asked(text, at, key, value);
    match block {
        Block::Check { reason: Reason::MethodDisallowed, preflight } => match failing(trip).and_then(|exchange| capital(exchange, &trip.sent.method)) {
            Some(method) => ask("method", &method),
            None => Place::of(scenario, trip, *preflight, way == Way::Everyone)?.mended(text, Reason::MethodDisallowed),
        },
        Block::Check { reason, preflight } => Place::of(scenario, trip, *preflight, way == Way::Everyone)?.mended(text, *reason),
        Block::MixedContent if trip.legs.is_empty() => ask("url", &trip.sent.url.to_string().replacen("http://", "https://", 1)),
        Block::BadPort if trip.legs.is_empty() => {
            let url = &trip.sent.url;
            ask("url", &format!("{}://{}{}", url.origin.scheme(), url.origin.host, url.path))
        }
        Block::DisallowedByMode | Block::Refused(Refused::MethodOfNoCors) => ask("mode", "cors"),
        Block::NoCorsRedirect | Block::RedirectForbidden => ask("redirect", "follow"),
        Block::Refused(Refused::BodyOfGet) => ask("method", "POST"),
        Block::Refused(Refused::UserInUrl) => ask("url", &trip.sent.url.to_string()),
        _ => None,
    }
}

/// The method as the server writes it, or as `PATCH` is always written.
fn capital(exchange: &Exchange, method: &str) -> Option<String> {
    let listed = exchange.response.headers.tokens("access-control-allow-methods").ok().flatten().unwrap_or_default();
    let same = listed.into_iter().find(|other| other.eq_ignore_ascii_case(method) && *other != method);
    same.map(str::to_owned).or_else(|| (method.eq_ignore_ascii_case("PATCH") && method != "PATCH").then(|| "PATCH".to_owned()))
}

fn fix(text: &str, way: Way, mended: &Mended) -> Fix {
    let id = match way {
        Way::Plain => "cors-fix-plain",
        Way::Direct => "cors-fix-direct",
        Way::NoCookies => "cors-fix-no-cookies",
        Way::OwnOrigin => "cors-fix-own-origin",
        Way::Everyone => "cors-fix-everyone",
    };
    let label = Message::new(id).with("changes", clauses(&mended.changed));
    Fix { label, change: Change::between(text, &mended.text), then: verdict(&mended.trip.end).to_owned() }
}

/// What is changed, place by place.
fn clauses(changed: &[Changed]) -> Message {
    let mut places: Vec<(&Message, Vec<&str>)> = Vec::new();
    for one in changed {
        match places.iter_mut().find(|(place, _)| **place == one.place) {
            Some((_, settings)) => settings.push(&one.setting),
            None => places.push((&one.place, vec![&one.setting])),
        }
    }
    let clause = |(place, settings): &(&Message, Vec<&str>)| Message::new("cors-fix-at").with("place", (*place).clone()).with("settings", settings.join(", "));
    let mut all = places.iter().rev().map(clause);
    let last = all.next().unwrap_or(Message::new("cors-at-request"));
    all.fold(last, |rest, first| Message::new("cors-fix-and").with("first", first).with("rest", rest))
}

/// What the fixes cannot do, or why there are none.
fn caveat(block: &Block, scenario: &Scenario, trip: &Trip, served: Option<&Mended>, none: bool) -> Option<Message> {
    let include = trip.sent.credentials == Credentials::Include;
    let method = || shown(&trip.sent.method);
    let id = match block {
        Block::Check { .. } if is_null(trip) && scenario.page.tuple().is_some() && include => "cors-caveat-redirect-cookies",
        Block::Check { .. } if is_null(trip) && scenario.page.tuple().is_some() => "cors-caveat-redirect",
        Block::Check { .. } if is_null(trip) && include => "cors-caveat-opaque-cookies",
        Block::Check { .. } if is_null(trip) => "cors-caveat-opaque",
        Block::Check { .. } if served.is_some_and(|m| m.changed.iter().any(|c| c.setting.starts_with("Vary"))) => {
            return Some(Message::new("cors-caveat-list").with("origin", scenario.page.serialized()));
        }
        Block::Refused(Refused::MethodForbidden | Refused::MethodSyntax) => return Some(Message::new("cors-caveat-method").with("method", method())),
        Block::MixedContent => "cors-caveat-https",
        Block::BadPort => "cors-caveat-port",
        Block::BadLocation | Block::LocationWithUser | Block::TooManyRedirects => "cors-caveat-location",
        _ if none => "cors-caveat-none",
        _ => return None,
    };
    Some(Message::new(id))
}

/// What is better in an answer that is already allowed.
fn improvements(text: &str, scenario: &Scenario, trip: &Trip, at: usize) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if advice::lacks_vary(scenario, trip)
        && let Some((changed, label)) = varied(text, scenario, trip)
    {
        fixes.extend(improved(text, &changed, label, at));
    }
    if let End::Allowed { hidden, .. } = &trip.end {
        let hidden: Vec<&str> = hidden.iter().map(String::as_str).filter(|n| !advice::is_of_cors(n) && !n.starts_with("set-cookie")).collect();
        let wider = |headers: &Headers| extended(headers, "access-control-expose-headers", &hidden);
        if !hidden.is_empty()
            && let Some((changed, one)) = Place::of(scenario, trip, false, false).and_then(|place| place.extra(text, "Access-Control-Expose-Headers", wider))
        {
            let label = Message::new("cors-fix-expose").with("changes", clauses(&[one]));
            fixes.extend(improved(text, &changed, label, at));
        }
    }
    fixes
}

/// The text with `Vary: Origin` in each of the last address's answers that names the origin without it.
fn varied(text: &str, scenario: &Scenario, trip: &Trip) -> Option<(String, Message)> {
    let (mut text, mut all) = (text.to_owned(), Vec::new());
    for place in [true, false].into_iter().filter_map(|preflight| Place::of(scenario, trip, preflight, false)) {
        if advice::names_without_vary(place.exchange()) {
            let (changed, one) = place.extra(&text, "Vary", |headers| extended(headers, "vary", &["Origin"]))?;
            text = changed;
            all.push(one);
        }
    }
    Some((text, Message::new("cors-fix-vary").with("changes", clauses(&all))))
}

fn improved(text: &str, changed: &str, label: Message, at: usize) -> Option<Fix> {
    let told = tell(&read(changed).ok()?).ok()?;
    let end = &told.get(at)?.trip.end;
    (!matches!(end, End::Blocked(_))).then(|| Fix { label, change: Change::between(text, changed), then: verdict(end).to_owned() })
}

fn extended(headers: &Headers, name: &str, more: &[&str]) -> String {
    let have = headers.get(name).unwrap_or_default();
    let mut all: Vec<&str> = have.split(',').map(str::trim).filter(|item| is_token(item)).collect();
    all.extend(more);
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::sim::Panel;
    use crate::sim::cors::run::run;
    use crate::text::{Lang, Texts};

    const HEAD: &str = "page = \"https://app.example.com\"\n[request]\nurl = \"https://api.example.com/me\"\n";

    /// The labels of the fixes of a scenario's first request, each of which has been tried again.
    fn labels(text: &str) -> Vec<String> {
        let outcome = run(text).outcomes.remove(0);
        for fix in &outcome.fixes {
            assert_eq!(run(&fix.change.apply(text, "")).outcomes[0].verdict, fix.then);
        }
        outcome.fixes.iter().map(|fix| Texts::of(Lang::En).say(&fix.label)).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(labels(text), expected);
    }

    fn caveat(text: &str) -> Option<&'static str> {
        run(text).outcomes[0].caveat.as_ref().map(|message| message.id)
    }

    fn recipes(text: &str) -> String {
        let outcome = run(text).outcomes.remove(0);
        let titled = outcome.panels.into_iter().filter_map(|panel| match panel {
            Panel::Text { title: Some(title), lines } if title.id.starts_with("cors-x-") => Some(format!("{}\n{}", title.id, lines.join("\n"))),
            _ => None,
        });
        titled.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_method_in_lower_case_is_mended_in_the_page_and_so_say_the_recipes() {
        let methods = "Access-Control-Allow-Methods = \"PATCH\"";
        let text = format!(
            "{HEAD}method = \"patch\"\n[server]\npreflight = {{ headers = {{ Access-Control-Allow-Origin = \"https://app.example.com/\", {methods} }} }}\nresponse = {{ headers = {{ Access-Control-Allow-Origin = \"https://app.example.com\" }} }}\n"
        );
        check(&text, &["answer to OPTIONS: Access-Control-Allow-Origin: https://app.example.com; request in the script: method = \"PATCH\""]);
        assert!(recipes(&text).contains("methods: [\"PATCH\"]") && !recipes(&text).contains("patch"), "{}", recipes(&text));
    }

    #[test]
    fn nothing_is_opened_to_everyone_without_saying_so() {
        let hop = |url: &str, answer: &str| format!("[[hop]]\nurl = \"{url}\"\nresponse = {{ {answer} }}\n");
        let allowed = "Access-Control-Allow-Origin = \"https://app.example.com\"";
        let with = "Access-Control-Allow-Credentials = \"true\"";
        let hops = |more: &str| {
            hop("https://api.example.com/me", &format!("status = 302, headers = {{ Location = \"https://files.example.net/me\", {allowed}{more} }}"))
                + &hop("https://files.example.net/me", &format!("headers = {{ {allowed}{more} }}"))
        };
        let direct = "Call the redirect's target yourself. request in the script: url = \"https://files.example.net/me\"";
        let open = "Only if every site on the web may read this. answer of files.example.net to GET: Access-Control-Allow-Origin: *";
        check(&format!("{HEAD}{}", hops("")), &[direct, open]);
        let cookies = format!("{HEAD}credentials = \"include\"\n{}", hops(&format!(", {with}")));
        check(&cookies, &[direct]);
        assert_eq!(caveat(&cookies), Some("cors-caveat-redirect-cookies"));
    }

    #[test]
    fn where_a_server_can_do_nothing_it_is_said() {
        assert_eq!(caveat(&format!("{HEAD}method = \"TRACE\"\n")), Some("cors-caveat-method"));
        assert_eq!(caveat("page = \"null\"\n[request]\nurl = \"https://api.example.com/\"\ncredentials = \"include\"\n"), Some("cors-caveat-opaque-cookies"));
        let loops = "[server.response]\nstatus = 302\nheaders = { Location = \"/me\", Access-Control-Allow-Origin = \"*\" }\n";
        assert_eq!(caveat(&format!("{HEAD}{loops}")), Some("cors-caveat-location"));
        assert_eq!(run(&format!("{HEAD}{loops}")).outcomes[0].fixes_title(), Some("sim-fixes"));
    }

    #[test]
    fn a_fix_says_where_and_recipes_are_of_the_named_gateway() {
        let rest = format!(
            "{HEAD}method = \"POST\"\nheaders = {{ Content-Type = \"application/json\" }}\n[apigw]\nkind = \"rest\"\noptions_headers = {{ Access-Control-Allow-Origin = \"https://app.example.com\", Access-Control-Allow-Headers = \"Content-Type\" }}\nlambda_headers = {{ Origin = \"https://app.example.com\" }}\n"
        );
        check(&rest, &["answer of the function (lambda_headers): Access-Control-Allow-Origin: https://app.example.com"]);
        let recipe = recipes(&rest);
        assert!(recipe.starts_with("cors-x-lambda") && !recipe.contains("OPTIONS") && !recipe.contains("apigatewayv2"), "{recipe}");
        let http = format!("{HEAD}method = \"PUT\"\n[apigw]\nkind = \"http\"\nallow_origins = [\"https://admin.example.com\"]\nmax_age = 60\n");
        check(
            &http,
            &["CORS configuration of the HTTP API: allow_origins = [\"https://admin.example.com\", \"https://app.example.com\"], allow_methods = [\"PUT\"]"],
        );
        assert!(
            recipes(&http).contains(
                "  \"AllowOrigins\": [\"https://admin.example.com\", \"https://app.example.com\"],\n  \"AllowMethods\": [\"PUT\"],\n  \"MaxAge\": 60\n}'"
            ),
            "{}",
            recipes(&http)
        );
    }

    #[test]
    fn no_authorizer_stands_before_options_in_a_template() {
        let text = |options: &str| {
            format!(
                "{HEAD}method = \"PUT\"\n[apigw]\nkind = \"rest\"\noptions = \"{options}\"\nlambda_headers = {{ Access-Control-Allow-Origin = \"https://app.example.com\" }}\n"
            )
        };
        let line = "  Auth:\n    AddDefaultAuthorizerToCorsPreflight: false";
        assert!(recipes(&text("authorizer")).contains(line), "{}", recipes(&text("authorizer")));
        assert!(recipes(&text("none")).contains("Type: AWS::Serverless::Api") && !recipes(&text("none")).contains("Auth"));
    }

    #[test]
    fn errors_of_a_gateway_are_opened_to_the_page_alone() {
        let text =
            format!("{HEAD}[apigw]\nkind = \"rest\"\nlambda_headers = {{ Access-Control-Allow-Origin = \"https://app.example.com\" }}\nfail = \"504\"\n");
        let place = "gateway responses DEFAULT_4XX and DEFAULT_5XX (gateway_response_headers)";
        check(&text, &[&format!("{place}: Access-Control-Allow-Origin: https://app.example.com")]);
        let cookies = labels(&text.replace("/me\"\n", "/me\"\ncredentials = \"include\"\n"));
        assert_eq!(cookies[0], format!("{place}: Access-Control-Allow-Origin: https://app.example.com, Access-Control-Allow-Credentials: true"));
    }

    #[test]
    fn whoever_else_was_named_is_not_locked_out() {
        let text = format!("{HEAD}[server.response]\nheaders = {{ Access-Control-Allow-Origin = \"https://admin.example.com\" }}\n");
        check(&text, &["answer to GET: Access-Control-Allow-Origin: https://app.example.com, Vary: Origin"]);
        assert_eq!(caveat(&text), Some("cors-caveat-list"));
    }

    #[test]
    fn what_is_allowed_is_made_better_not_mended() {
        let text = format!("{HEAD}[server.response]\nheaders = {{ Access-Control-Allow-Origin = \"https://app.example.com\" }}\n");
        check(&text, &["If other origins are allowed too. answer to GET: Vary: Origin"]);
        assert_eq!(run(&text).outcomes[0].fixes_title(), Some("sim-improvements"));
    }
}
