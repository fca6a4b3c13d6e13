//! What a path costs a month: the quantities are walked off it, the reckoning is the cost simulator's.
//!
//! All of the data is taken to go the way of the arrow; from the internet it is the answers that weigh, for what comes
//! in costs nothing. Prices, their months and their marks are those of the price table: nothing is reckoned here.

use super::super::cidr::read::{Piece, Read, hinted, refuse};
use super::answer::verdict;
use super::draw::home;
use super::flow::{self, Client, Leg};
use super::packet::Way;
use super::sheet::{Question, Words, odd};
use super::walk::{Act, Hop, Place, Trip};
use super::why::here;
use super::world::{Who, World};
use crate::content::region_name;
use crate::sim::{Cell, Finding, Notice, Outcome, Panel, Step, Tone, find};
use crate::text::{Message, excerpt};

/// Regions by the words of the cost simulator and AWS's names.
const REGIONS: [(&str, &str); 2] = [("seoul", "ap-northeast-2"), ("virginia", "us-east-1")];
/// Digits after the point of a quantity.
const PLACES: usize = 6;
/// The most GB of a path: more is no month of one path.
const MOST_GB: u128 = 1_000_000_000;

/// One thing on the way that is paid for, or that one might think is.
struct Use {
    place: String,
    what: &'static str,
    /// Items of the cost simulator, each so many pieces and so many times the data.
    items: Vec<(&'static str, u128, u128)>,
}

/// What is asked.
struct Asked<'s> {
    /// Millionths of a GB.
    gb: u128,
    region: (&'static str, &'static str),
    path: Piece<'s>,
}

/// What a path costs.
pub fn cost(world: &World, question: &Question<'_>, before: Option<Piece<'_>>) -> Read<Outcome> {
    let asked = asked(question, before)?;
    let legs = flow::legs(world, asked.path)?;
    let trips: Vec<Trip> = legs.iter().map(|leg| leg.walk(world)).collect();
    let mut uses: Vec<Use> = Vec::new();
    for (leg, trip) in legs.iter().zip(&trips) {
        for found in uses_of(world, leg, trip) {
            // A gateway that several connections pass is there once; its data count each time.
            let known = uses.iter().any(|u| u.place == found.place && u.what == found.what);
            let items = found.items.into_iter().filter(|(_, pieces, _)| !known || *pieces == 0).collect();
            uses.push(Use { items, ..found });
        }
    }
    let scenario = scenario(&asked, &uses);
    let mut outcome = Outcome { verdict: "0.00".to_owned(), ..Outcome::default() };
    let said = |id, total: String| {
        let (from, to) = (legs.first().map_or("", |l| &l.from).to_owned(), legs.last().map_or("", |l| &l.to).to_owned());
        Message::new(id).with("from", from).with("to", to).with("gb", quantity(asked.gb)).with("total", total).with("region", region_name(asked.region.1))
    };
    if trips.iter().any(|t| verdict(t) == "unreachable") {
        outcome.findings.push(assumed(Message::new("vpc-cost-n-blocked")));
    }
    outcome.findings.push(assumed(Message::new(if legs.iter().all(|l| l.client == Client::Internet) { "vpc-cost-n-answers" } else { "vpc-cost-n-way" })));
    outcome.findings.extend(unzoned(world, &trips).map(|subnet| assumed(Message::new("vpc-cost-n-zone").with("subnet", subnet))));
    show_uses(&uses, asked.gb, &mut outcome);
    let Some(scenario) = scenario else {
        outcome.headline = Some(said("vpc-cost-nothing", String::new()));
        return Ok(outcome);
    };
    let Some(sim) = find("cost") else { return Ok(outcome) };
    let mut run = sim.run(&scenario);
    let Some(bill) = run.outcomes.pop() else {
        let refusal = run.refusals.pop().unwrap_or_else(|| *refuse("E_PRICE", 0..0, Message::new("vpc-e-gb")));
        return Err(Box::new(crate::sim::Refusal { at: question.line.range(), mend: None, ..refusal }));
    };
    let sure = bill.codes.iter().all(|code| *code != "NOT_CONFIRMED");
    outcome.headline = Some(said(if sure { "vpc-cost" } else { "vpc-cost-unsure" }, format!("${}", bill.verdict)));
    outcome.verdict = bill.verdict;
    // The way is known here: whether egress comes to it has been seen.
    let is_known = |message: &Message| message.id == "cost-n-nat-egress";
    outcome.findings.extend(bill.findings.into_iter().filter(|f| !is_known(&f.message)).map(|f| Finding { code: None, ..f }));
    outcome.notices.extend(bill.notices.into_iter().filter(|n| !is_known(&n.message)).map(|n| Notice { code: None, ..n }));
    outcome.panels.extend(bill.panels.into_iter().take(1));
    outcome.panels.push(Panel::Text { title: Some(Message::new("vpc-t-cost-command")), lines: vec![format!("opsdrill sim cost '{scenario}'")] });
    Ok(outcome)
}

fn assumed(message: Message) -> Finding {
    Finding { code: None, tone: Tone::Muted, message }
}

/// Reads `path 500GB [REGION] [PATH]`.
fn asked<'s>(question: &Question<'s>, before: Option<Piece<'s>>) -> Read<Asked<'s>> {
    let mut words = Words::of(question.rest);
    words.keyword("path")?;
    let gb = gigabytes(words.need("vpc-w-gb")?)?;
    let known = words.peek().and_then(|w| REGIONS.iter().find(|(word, code)| w.text.eq_ignore_ascii_case(word) || w.text == *code));
    if known.is_some() {
        words.take();
    }
    let rest = words.rest();
    if !rest.text.is_empty() && !rest.text.contains("->") {
        return Err(odd(words.need("vpc-w-region")?, &REGIONS.map(|(word, _)| word)));
    }
    let path = if rest.text.is_empty() { before } else { Some(rest) };
    let path = path.ok_or_else(|| hinted(refuse("E_EXPECTED", question.line.range(), Message::new("vpc-e-no-path")), Message::new("vpc-h-cost")))?;
    Ok(Asked { gb, region: *known.unwrap_or(&REGIONS[0]), path })
}

/// Reads `500GB`, `500` or `0.5GB` in millionths.
fn gigabytes(word: Piece<'_>) -> Read<u128> {
    let text = word.text;
    let digits = text.get(..text.len().saturating_sub(2)).filter(|_| text.to_ascii_lowercase().ends_with("gb")).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let read = (is_number(whole) && is_number(fraction) && whole.len() <= 10 && fraction.len() <= PLACES).then(|| format!("{whole}{fraction:0<PLACES$}"));
    let gb = read.and_then(|digits| digits.parse::<u128>().ok()).filter(|gb| *gb <= MOST_GB * 1_000_000);
    gb.ok_or_else(|| hinted(refuse("E_GB", word.range(), Message::new("vpc-e-gb").with("text", excerpt(text))), Message::new("vpc-h-cost")))
}

fn quantity(gb: u128) -> String {
    let text = format!("{}.{:0PLACES$}", gb / 1_000_000, gb % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What is used on the way of a connection.
fn uses_of(world: &World, leg: &Leg, trip: &Trip) -> Vec<Use> {
    let there: Vec<&Hop> = trip.hops.iter().filter(|h| h.way == Way::Request).collect();
    let mut uses = Vec::new();
    let one = |place: String, what, items: &[(&'static str, u128, u128)]| Use { place, what, items: items.to_vec() };
    let mut last: Option<usize> = None;
    let mut seen: Vec<Place> = Vec::new();
    for hop in there {
        if seen.last() == Some(&hop.place) && !matches!(hop.act, Act::Translate(..)) {
            continue;
        }
        seen.push(hop.place);
        let name = here(world, leg, hop);
        if let Place::At(who) = hop.place {
            let subnet = home(world, who);
            uses.extend(subnet.zip(last).and_then(|(to, from)| crossing(world, from, to)));
            last = subnet.or(last);
        }
        match (hop.place, hop.act) {
            (Place::At(Who::Nat(nat)), Act::Translate(..)) => {
                let public = u128::from(world.nats.get(nat).is_some_and(|n| n.public.is_some()));
                uses.push(one(name, "vpc-cost-nat", &[("nat", 1, 0), ("ipv4", public, 0), ("natgb", 0, 1)]));
            }
            (Place::At(Who::Interface(_)), _) => uses.push(one(name, "vpc-cost-interface", &[("vpce", 1, 0), ("vpcegb", 0, 1)])),
            (Place::Gateway(_), _) => uses.push(one(name, "vpc-cost-gateway", &[])),
            (Place::Peering(_), _) => uses.push(one(name, "vpc-cost-peering", &[])),
            (Place::Igw(_), Act::Translate(from, to)) => {
                let host = world.hosts.iter().find(|h| h.public == Some(to) && h.ip == from || h.public == Some(from) && h.ip == to);
                uses.extend(host.map(|h| one(h.id.clone(), "vpc-cost-address", &[("ipv4", 1, 0)])));
            }
            _ => {}
        }
        if matches!(hop.place, Place::Igw(_) | Place::Egress(_)) && !uses.iter().any(|u| matches!(u.what, "vpc-cost-egress" | "vpc-cost-service")) {
            let is_service = leg.client != Client::Internet && world.lists.iter().any(|l| l.id.starts_with("pl-") && l.nets.iter().any(|n| n.holds(hop.dst)));
            let gateway = here(world, leg, hop);
            uses.push(if is_service { one(gateway, "vpc-cost-service", &[]) } else { one(gateway, "vpc-cost-egress", &[("egress", 0, 1)]) });
        }
    }
    if uses.is_empty() {
        uses.push(one(leg.from.clone(), "vpc-cost-local", &[]));
    }
    uses
}

/// From one zone to another, where both are known.
fn crossing(world: &World, from: usize, to: usize) -> Option<Use> {
    let zone = |subnet: usize| world.subnets.get(subnet).and_then(|s| s.zone.as_deref());
    let (a, b) = (zone(from)?, zone(to)?);
    (a != b).then(|| Use { place: format!("{a} → {b}"), what: "vpc-cost-zones", items: vec![("interaz", 0, 1)] })
}

/// A subnet on the way without a zone, where the way leads through several.
fn unzoned(world: &World, trips: &[Trip]) -> Option<String> {
    let on_way = trips.iter().flat_map(|t| &t.hops).filter_map(|h| if let Place::At(who) = h.place { home(world, who) } else { None });
    let mut subnets: Vec<usize> = on_way.collect();
    subnets.sort_unstable();
    subnets.dedup();
    let several = subnets.len() > 1;
    subnets.into_iter().filter(|_| several).filter_map(|s| world.subnets.get(s)).find(|s| s.zone.is_none()).map(|s| s.id.clone())
}

/// The bill as the cost simulator reads it; `None` if nothing is paid for.
fn scenario(asked: &Asked<'_>, uses: &[Use]) -> Option<String> {
    let mut items: Vec<(&str, u128)> = Vec::new();
    for (item, pieces, times) in uses.iter().flat_map(|u| &u.items) {
        let amount = pieces * 1_000_000 + times * asked.gb;
        match items.iter_mut().find(|(known, _)| known == item) {
            Some((_, sum)) => *sum += amount,
            None => items.push((item, amount)),
        }
    }
    items.retain(|(_, amount)| *amount > 0);
    let lines = items.iter().map(|(item, amount)| format!(" {item} {}", quantity(*amount)));
    (!items.is_empty()).then(|| format!("region {}{}", asked.region.0, lines.collect::<String>()))
}

fn show_uses(uses: &[Use], gb: u128, outcome: &mut Outcome) {
    let number = outcome.panels.len();
    let mut rows = Vec::new();
    for used in uses {
        let paid = |(item, pieces, times): &(&str, u128, u128)| format!("{item} {}", quantity(pieces * 1_000_000 + times * gb));
        let items = used.items.iter().filter(|(_, pieces, times)| pieces + times > 0).map(paid).collect::<Vec<_>>().join("  ");
        let message = Message::new(used.what).with("place", used.place.clone()).with("gb", quantity(gb));
        outcome.steps.push(Step { message: message.clone(), points_at: Some((number, rows.len())) });
        let tone = if items.is_empty() { Tone::Good } else { Tone::Plain };
        rows.push(vec![
            Cell::Text(used.place.clone(), Tone::Strong),
            Cell::Message(message, tone),
            Cell::Text(if items.is_empty() { "0".to_owned() } else { items }, Tone::Muted),
        ]);
    }
    outcome.panels.push(Panel::Table { title: Some(Message::new("vpc-t-cost")), header: Vec::new(), rows });
}
