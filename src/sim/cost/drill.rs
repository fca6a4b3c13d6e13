//! Drills: small bills made from a seed, with the sums that people get who forget something.

use super::decimal::{self, DOLLAR};
use super::read::{MONTH, read};
use super::tally::tally;
use super::{compare, items};
use crate::content::Prices;
use crate::sim::drill::{Maker, kind, kinds, make};
use crate::sim::rng::Rng;
use crate::sim::{Drill, DrillKind, Judgement};
use crate::text::{Message, group};

/// Every kind in the order in which they are taught, with what makes its questions.
const MAKERS: [Maker<Question>; 8] = [
    (kind("nat-month", "cost-drill-nat-month"), nat_month),
    (kind("nat-gb", "cost-drill-nat-gb"), nat_gb),
    (kind("ipv4-month", "cost-drill-ipv4-month"), ipv4_month),
    (kind("egress-free-tier", "cost-drill-egress-free-tier"), egress),
    (kind("cross-az", "cost-drill-cross-az"), cross_az),
    (kind("break-even", "cost-drill-break-even"), break_even),
    (kind("endpoint-or-nat", "cost-drill-endpoint-or-nat"), endpoint_or_nat),
    (kind("lambda-month", "cost-drill-lambda-month"), lambda_month),
];

/// The kinds.
pub const KINDS: &[DrillKind] = &kinds(&MAKERS);

const CHOICES: &[(&str, &str)] = &[("nat", "cost-way-nat"), ("gateway", "cost-way-gateway"), ("interface", "cost-way-interface")];

/// A question with the bill that answers it and the mistakes that are often made.
struct Question {
    prompt: Message,
    scenario: String,
    answer: Answer,
    mistakes: Vec<(Slip, &'static str)>,
}

/// What answers a question.
enum Answer {
    /// The total of the scenario.
    Total,
    /// Whole GB, in 10^-12.
    Gb(i128),
    /// A word of [`CHOICES`].
    Word(&'static str),
}

/// A mistake: the scenario that it reckons, or the number that it gives.
enum Slip {
    Bill(String),
    Number(i128),
}

/// Makes a drill.
pub fn drill(kind: &str, level: u8, seed: u64) -> Option<Drill> {
    let (kind, level, question) = make(&MAKERS, kind, level, seed)?;
    let (answer, choices) = match question.answer {
        Answer::Total => (decimal::amount(total(&question.scenario)?), Vec::new()),
        Answer::Gb(gb) => (decimal::price(gb), Vec::new()),
        Answer::Word(word) => (word.to_owned(), CHOICES.iter().map(|(word, id)| (*word, Message::new(id))).collect()),
    };
    let explanation = super::run(&question.scenario).outcomes.into_iter().flat_map(|outcome| outcome.steps).map(|step| step.message).collect();
    Some(Drill { sim: "cost", kind, level, seed, prompt: question.prompt, answer, choices, explanation, scenario: question.scenario })
}

/// Judges by value: to the cent, or to the GB.
pub fn judge(drill: &Drill, answer: &str) -> Judgement {
    let Some((_, _, question)) = make(&MAKERS, drill.kind, drill.level, drill.seed) else { return Judgement::Wrong(None) };
    if let Answer::Word(right) = question.answer {
        return word(right, answer);
    }
    let Some(given) = number(answer) else { return Judgement::Unreadable(Message::new("cost-j-number")) };
    let (right, slack) = match question.answer {
        Answer::Gb(gb) => (Some(gb), DOLLAR),
        _ => (total(&question.scenario), DOLLAR / 200),
    };
    let hits = |value: i128| (given - value).abs() <= slack;
    if right.is_some_and(hits) {
        return Judgement::Right;
    }
    let value = |slip: &Slip| match slip {
        Slip::Bill(scenario) => total(scenario),
        Slip::Number(value) => Some(*value),
    };
    let mistake = question.mistakes.iter().find(|(slip, _)| value(slip).is_some_and(hits));
    Judgement::Wrong(mistake.map(|(_, id)| Message::new(id)))
}

fn word(right: &str, answer: &str) -> Judgement {
    let answer = answer.trim().to_lowercase();
    match (answer.as_str(), right) {
        (given, right) if given == right => Judgement::Right,
        ("nat", _) => Judgement::Wrong(Some(Message::new("cost-m-nat"))),
        ("gateway", _) => Judgement::Wrong(Some(Message::new("cost-m-gateway"))),
        ("interface", _) => Judgement::Wrong(Some(Message::new("cost-m-interface"))),
        _ => Judgement::Unreadable(Message::new("cost-j-word")),
    }
}

/// A number of dollars or GB as people write it: `$1,220.06`, `194 GB`.
fn number(answer: &str) -> Option<i128> {
    let text: String = answer.trim().chars().filter(|c| !matches!(c, ',' | '$' | ' ')).collect();
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    decimal::read(digits, decimal::MONEY).filter(|n| *n <= 1_000_000_000 * DOLLAR)
}

fn total(scenario: &str) -> Option<i128> {
    tally(&read(scenario).ok()?).ok().map(|tally| tally.total)
}

/// The price in Seoul, in 10^-12 dollar.
fn price(id: &str) -> i128 {
    let price = Prices::built_in().get(id, items::REGIONS[0].1).and_then(|price| price.usd.as_deref());
    price.and_then(|usd| decimal::read(usd, decimal::MONEY)).unwrap_or(0)
}

fn priced(prompt: Message, names: &[(&'static str, &str)]) -> Message {
    names.iter().fold(prompt, |prompt, (name, id)| prompt.with(name, decimal::price(price(id))))
}

/// Hours of a question: the average month; at the third level a part of one, with a half hour.
fn hours(rng: &mut Rng, level: u8) -> String {
    if level < 3 { MONTH.to_string() } else { format!("{}.5", rng.within(40, 400)) }
}

fn nat_month(rng: &mut Rng, level: u8) -> Question {
    let count = if level == 1 { 1 } else { rng.within(2, 6) };
    let hours = if level == 1 { rng.within(10, 73).to_string() + "0" } else { hours(rng, level) };
    let prompt = Message::new("cost-q-nat-month").with("count", count).with("hours", hours.clone());
    let mistakes = vec![
        (Slip::Bill(format!("nat {count} hours 1")), "cost-m-month"),
        (Slip::Bill(format!("nat {} hours {hours}", count - 1)), "cost-m-zone"),
        (Slip::Bill(format!("nat 1 hours {hours}")), "cost-m-zone"),
        (Slip::Bill(format!("nat {count} hours {}", hours.trim_end_matches(".5"))), "cost-m-round"),
    ];
    Question { prompt: priced(prompt, &[("price", "vpc.nat-hour")]), scenario: format!("nat {count} hours {hours}"), answer: Answer::Total, mistakes }
}

fn nat_gb(rng: &mut Rng, level: u8) -> Question {
    let (count, out, back) = (rng.within(1, u32::from(level)), rng.within(5, 80) * 10, rng.within(1, 40) * 10);
    let prompt = Message::new("cost-q-nat-gb").with("count", count).with("hours", MONTH.to_string()).with("out", out).with("back", back);
    let base = format!("nat {count} hours {MONTH}");
    let mistakes = vec![
        (Slip::Bill(format!("{base} natgb {out}")), "cost-m-back"),
        (Slip::Bill(format!("{base} natgb {back}")), "cost-m-back"),
        (Slip::Bill(base.clone()), "cost-m-gb"),
        (Slip::Bill(format!("natgb {}", out + back)), "cost-m-hours"),
        (Slip::Bill(format!("nat 1 hours {MONTH} natgb {}", out + back)), "cost-m-zone"),
        (Slip::Bill(format!("nat {count} hours 1 natgb {}", out + back)), "cost-m-month"),
    ];
    let prompt = priced(prompt, &[("hour", "vpc.nat-hour"), ("gb", "vpc.nat-gb")]);
    Question { prompt, scenario: format!("{base} natgb {}", out + back), answer: Answer::Total, mistakes }
}

fn ipv4_month(rng: &mut Rng, level: u8) -> Question {
    let (used, idle) = (rng.within(1, 4 * u32::from(level)), if level == 1 { 0 } else { rng.within(1, 5) });
    let hours = if level < 3 { MONTH.to_string() } else { rng.within(40, 400).to_string() };
    let prompt = Message::new("cost-q-ipv4").with("used", used).with("idle", idle).with("hours", hours.clone());
    let all = used + idle;
    let mistakes = vec![
        (Slip::Bill(format!("ipv4 {idle} hours {hours}")), "cost-m-used"),
        (Slip::Bill(format!("ipv4 {used} hours {hours}")), "cost-m-idle"),
        (Slip::Bill(format!("ipv4 {all} hours 1")), "cost-m-month"),
    ];
    Question { prompt: priced(prompt, &[("price", "vpc.public-ipv4")]), scenario: format!("ipv4 {all} hours {hours}"), answer: Answer::Total, mistakes }
}

fn egress(rng: &mut Rng, level: u8) -> Question {
    let here = if level == 1 { rng.within(11, 90) * 10 } else { rng.within(4, 60) * 10 };
    let there = if level == 3 { rng.within(12, 50) * 10 } else { 0 };
    let all = here + there;
    let prompt =
        if level == 3 { Message::new("cost-q-egress-two").with("here", here).with("there", there) } else { Message::new("cost-q-egress").with("gb", all) };
    let rate = price("ec2.transfer-out");
    let paid = |gb: u32| i128::from(gb) * rate;
    let mistakes = vec![
        (Slip::Number(paid(all)), "cost-m-free"),
        (Slip::Number(paid(here.saturating_sub(100) + there.saturating_sub(100))), "cost-m-free-twice"),
        (Slip::Number(paid(all.saturating_sub(1))), "cost-m-free-old"),
    ];
    Question { prompt: priced(prompt, &[("price", "ec2.transfer-out")]), scenario: format!("egress {all}"), answer: Answer::Total, mistakes }
}

fn cross_az(rng: &mut Rng, level: u8) -> Question {
    let (there, back) = (rng.within(5, 90) * 10, if level == 1 { 0 } else { rng.within(2, 60) * 10 });
    let all = there + back;
    let prompt = Message::new(if level == 1 { "cost-q-cross" } else { "cost-q-cross-both" }).with("there", there).with("back", back);
    let (nat, base) = if level == 3 { (true, "nat 1 ") } else { (false, "") };
    let prompt = if nat { Message::new("cost-q-cross-nat").with("there", there).with("back", back) } else { prompt };
    let scenario = if nat { format!("{base}natgb {all} interaz {all}") } else { format!("interaz {all}") };
    let rate = price("ec2.cross-az");
    let right = total(&scenario).unwrap_or(0);
    let mistakes =
        vec![(Slip::Number(right - i128::from(all) * rate), "cost-m-directions"), (Slip::Number(right - i128::from(all) * 2 * rate), "cost-m-crossing")];
    let prompt = priced(prompt, &[("price", "ec2.cross-az"), ("hour", "vpc.nat-hour"), ("gb", "vpc.nat-gb")]);
    Question { prompt: prompt.with("hours", MONTH.to_string()), scenario, answer: Answer::Total, mistakes }
}

fn break_even(rng: &mut Rng, level: u8) -> Question {
    let zones = if level == 1 { 1 } else { rng.within(2, 4) };
    let hours = if level == 3 { rng.within(20, 70) * 10 } else { 730 };
    let fixed = |zones: u32| price("vpc.endpoint-if-hour") * i128::from(hours) * i128::from(zones);
    let up = |fixed: i128, each: i128| (fixed + each - 1).checked_div(each).unwrap_or(0);
    let (nat, endpoint) = (price("vpc.nat-gb"), price("vpc.endpoint-if-gb"));
    let gb = up(fixed(zones), nat - endpoint);
    let prompt = Message::new("cost-q-break-even").with("zones", zones).with("hours", hours.to_string());
    let prompt = priced(prompt, &[("hour", "vpc.endpoint-if-hour"), ("nat", "vpc.nat-gb"), ("endpoint", "vpc.endpoint-if-gb")]);
    let mistakes = vec![
        (Slip::Number(up(fixed(1), nat - endpoint) * DOLLAR), "cost-m-zone"),
        (Slip::Number(up(fixed(zones), nat) * DOLLAR), "cost-m-endpoint-gb"),
        (Slip::Number(up(fixed(zones) / i128::from(hours), nat - endpoint) * DOLLAR), "cost-m-month"),
    ];
    let scenario = format!("nat {zones} hours {hours} natgb {gb} az {zones} compare {gb}");
    Question { prompt, scenario, answer: Answer::Gb(gb * DOLLAR), mistakes }
}

fn endpoint_or_nat(rng: &mut Rng, level: u8) -> Question {
    const SERVICES: &[(&str, bool)] = &[("SQS", false), ("S3", true), ("KMS", false), ("DynamoDB", true), ("ECR API", false)];
    let most = if level == 1 { 1 } else { 4 };
    let (service, free) = SERVICES.get(rng.within(0, most) as usize).copied().unwrap_or(("S3", true));
    let zones = rng.within(1, u32::from(level));
    let limit = 194 * zones;
    let gb = if rng.coin() { limit + rng.within(2, 40) * 10 } else { limit - rng.within(2, 17) * 10 };
    let scenario = format!("nat {zones} natgb {gb} az {zones} compare {gb}");
    let cheapest = match (free, pays(&scenario, gb)) {
        (true, _) => "gateway",
        (false, true) => "interface",
        (false, false) => "nat",
    };
    let prompt = Message::new("cost-q-which").with("service", service).with("zones", zones).with("gb", group(&gb.to_string()));
    let prompt = prompt.with("hours", MONTH.to_string());
    let prompt = priced(prompt, &[("hour", "vpc.endpoint-if-hour"), ("nat", "vpc.nat-gb"), ("endpoint", "vpc.endpoint-if-gb")]);
    Question { prompt, scenario, answer: Answer::Word(cheapest), mistakes: Vec::new() }
}

/// Calls of a function: by themselves, with what is free, with a part of a millisecond.
fn lambda_month(rng: &mut Rng, level: u8) -> Question {
    let (millions, mb, time) = (rng.within(2, 20), 128 << rng.within(0, 3), rng.within(2, 12) * 100);
    let (free, part) = if level == 1 { ("free none ", "") } else { ("", if level == 3 { ".5" } else { "" }) };
    let ms = time + u32::from(level == 3);
    let bill = |free: &str, time: &str| format!("{free}lambda {millions}M {mb}MB {time}ms");
    let scenario = bill(free, &format!("{time}{part}"));
    let requests = total(&format!("{free}lambda-req {millions}M")).unwrap_or(0);
    let seconds = i128::from(millions) * 1_000 * i128::from(ms);
    let (gb_second, free_seconds) = (price("lambda.gb-s"), if level == 1 { 0 } else { 400_000 });
    let paid = (seconds - free_seconds).max(0);
    let mistakes = vec![
        (Slip::Bill(bill("free none ", &ms.to_string())), "cost-m-lambda-free"),
        (Slip::Number(requests + paid * i128::from(mb) * gb_second / 1_024), "cost-m-seconds"),
        (Slip::Number(requests + paid * gb_second), "cost-m-memory"),
        (Slip::Number(total(&scenario).unwrap_or(0) - requests), "cost-m-requests"),
        (Slip::Number(requests), "cost-m-duration"),
        (Slip::Bill(bill(free, &time.to_string())), "cost-m-part"),
    ];
    let prompt = Message::new(if level == 1 { "cost-q-lambda" } else { "cost-q-lambda-free" }).with("calls", millions * 1_000_000).with("mb", mb);
    let prompt = priced(prompt.with("ms", format!("{time}{part}")), &[("request", "lambda.request"), ("gbs", "lambda.gb-s")]);
    Question { prompt, scenario, answer: Answer::Total, mistakes }
}

/// Whether the scenario's interface endpoint saves more than it costs.
fn pays(scenario: &str, gb: u32) -> bool {
    let compared = read(scenario).ok().and_then(|bill| compare::compare(&bill).ok().flatten());
    compared.and_then(|comparison| comparison.break_even).is_some_and(|found| i128::from(gb) * 1000 > found.all)
}
