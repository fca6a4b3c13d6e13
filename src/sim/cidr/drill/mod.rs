//! Drills: questions made anew from a seed, whose wrong answers are known by their mistake.

mod address;
mod command;
mod count;
mod pair;
mod value;

use super::net::{Addr, Family, Net};
use crate::sim::drill::{Maker, kind, kinds, make};
use crate::sim::rng;
use crate::sim::{Drill, DrillKind, Judgement};
use crate::text::Message;
pub use command::answer;
use rng::Rng;
use value::{Given, Value};

/// Every kind in the order in which they are taught, with what makes its questions.
const KINDS: [Maker<Question>; 13] = [
    (kind("mask-prefix", "cidr-drill-mask-prefix"), address::mask_prefix),
    (kind("network", "cidr-drill-network"), address::network),
    (kind("last-address", "cidr-drill-last-address"), address::last_address),
    (kind("host-count", "cidr-drill-host-count"), count::host_count),
    (kind("aws-count", "cidr-drill-aws-count"), count::aws_count),
    (kind("smallest-prefix", "cidr-drill-smallest-prefix"), count::smallest_prefix),
    (kind("same-subnet", "cidr-drill-same-subnet"), pair::same_subnet),
    (kind("subnet-index", "cidr-drill-subnet-index"), address::subnet_index),
    (kind("join", "cidr-drill-join"), pair::join),
    (kind("overlap", "cidr-drill-overlap"), pair::overlap),
    (kind("free", "cidr-drill-free"), pair::free),
    (kind("class", "cidr-drill-class"), address::class),
    (kind("v6-nth", "cidr-drill-v6-nth"), address::v6_nth),
];

/// The kinds.
pub const NAMES: &[DrillKind] = &kinds(&KINDS);

/// A question with its answer and the mistakes that are often made.
struct Question {
    prompt: Message,
    answer: Value,
    choices: Vec<(&'static str, Message)>,
    explanation: Vec<Message>,
    scenario: String,
    mistakes: Vec<(Test, Message)>,
}

/// How a wrong answer is known.
enum Test {
    /// It says just this.
    Is(Value),
    /// It is an address, but not the first of the network it is written with, or of one of this length.
    HostBits(u8),
    /// It shares addresses with one of these, taken as a network of this length.
    Touches(u8, Vec<Net>),
}

impl Test {
    fn holds(&self, given: &Given) -> bool {
        match (self, given) {
            (Test::Is(value), given) => value.is(given),
            (Test::HostBits(prefix), Given::Addr(addr, written)) => written.or_else(|| Net::new(*addr, *prefix)).is_some_and(|n| n.first() != *addr),
            (Test::Touches(prefix, nets), Given::Addr(addr, written)) => {
                written.or_else(|| Net::new(*addr, *prefix)).is_some_and(|n| nets.iter().any(|other| n.overlaps(*other)))
            }
            _ => false,
        }
    }
}

/// Makes a drill; `None` if there is no such kind.
pub fn drill(kind: &str, level: u8, seed: u64) -> Option<Drill> {
    let (kind, level, question) = make(&KINDS, kind, level, seed)?;
    Some(Drill {
        sim: "cidr",
        kind,
        level,
        seed,
        prompt: question.prompt,
        answer: question.answer.text(),
        choices: question.choices,
        explanation: question.explanation,
        scenario: question.scenario,
    })
}

/// Judges an answer by its value and names the mistake if it is a known one.
pub fn judge(drill: &Drill, answer: &str) -> Judgement {
    let Some((_, _, question)) = make(&KINDS, drill.kind, drill.level, drill.seed) else { return Judgement::Wrong(None) };
    match question.answer.read(answer) {
        Err(wanted) => Judgement::Unreadable(wanted),
        Ok(given) if question.answer.is(&given) => Judgement::Right,
        Ok(given) => Judgement::Wrong(question.mistakes.into_iter().find(|(test, _)| test.holds(&given)).map(|(_, message)| message)),
    }
}

/// A mistake that is known by one value.
fn slip(value: Value, id: &'static str) -> (Test, Message) {
    (Test::Is(value), Message::new(id))
}

/// An address of a private range.
fn private(rng: &mut Rng) -> Addr {
    let low = rng.within(0, 0xffff);
    let bits = match rng.within(0, 2) {
        0 => 10 << 24 | rng.within(0, 255) << 16 | low,
        1 => 172 << 24 | rng.within(16, 31) << 16 | low,
        _ => 192 << 24 | 168 << 16 | low,
    };
    std::net::Ipv4Addr::from_bits(bits).into()
}

/// An address below `2001:db8::/32`, the range for documentation, with few digits that are not zero.
fn documentation(rng: &mut Rng) -> Addr {
    let (third, fourth, last) = (u128::from(rng.within(0, 0xfff)), u128::from(rng.within(0, 0xffff)), u128::from(rng.within(1, 0xff)));
    let bits = 0x2001_0db8 << 96 | third << 80 | fourth << 64 | last;
    Addr::new(Family::V6, bits).unwrap_or(Net::all(Family::V6).first())
}

/// The address cut to a prefix length that its family surely has.
fn cut(addr: Addr, prefix: u8) -> Net {
    Net::new(addr, prefix).unwrap_or(Net::of(addr))
}

/// A prefix length between `low` and `high` that ends inside an octet or, in IPv6, a group.
fn inside(rng: &mut Rng, low: u8, high: u8, wide: u8) -> u8 {
    match rng.prefix(low, high) {
        even if even.is_multiple_of(wide) => {
            if even < high {
                even + 1
            } else {
                even - 1
            }
        }
        prefix => prefix,
    }
}

fn yes_no() -> Vec<(&'static str, Message)> {
    vec![("yes", Message::new("cidr-yes")), ("no", Message::new("cidr-no"))]
}

fn yes(is: bool) -> Value {
    Value::Word(if is { "yes" } else { "no" })
}

/// The mistakes of a question that are not known again when they are answered: a law says that there are none.
///
/// A mistake may by chance lead to the right answer.
#[cfg(test)]
pub fn slips(kind: &str, level: u8, seed: u64) -> Vec<String> {
    let (_, _, question) = make(&KINDS, kind, level, seed).unwrap();
    let drill = drill(kind, level, seed).unwrap();
    let wrong = question.mistakes.iter().filter_map(|(test, _)| match test {
        Test::Is(value) => Some(value.text()),
        _ => None,
    });
    wrong.filter(|text| !matches!(judge(&drill, text), Judgement::Wrong(Some(_)) | Judgement::Right)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::read::{Piece, target};
    use super::*;

    /// Of twenty questions each, the wrong answer made of the right one is known by this mistake.
    #[track_caller]
    fn check(kind: &str, level: u8, wrong: fn(&str) -> String, id: &str) {
        for seed in 0..20 {
            let drill = drill(kind, level, seed).unwrap();
            let answer = wrong(&drill.answer);
            let judged = judge(&drill, &answer);
            let Judgement::Wrong(Some(mistake)) = &judged else { panic!("{kind} {level} {seed}: {answer}: {judged:?}") };
            assert_eq!(mistake.id, id, "{kind} {level} {seed}: {answer}");
        }
    }

    fn more(answer: &str, by: u128) -> String {
        (answer.parse::<u128>().unwrap() + by).to_string()
    }

    fn net(answer: &str) -> Net {
        target(Piece::whole(answer)).unwrap().net
    }

    #[test]
    fn common_mistakes_have_their_names() {
        check("host-count", 1, |a| more(a, 2), "cidr-slip-forgot-two");
        check("host-count", 2, |a| more(a, 1), "cidr-slip-forgot-one");
        check("aws-count", 1, |a| more(a, 5), "cidr-slip-forgot-five");
        check("aws-count", 2, |a| more(a, 3), "cidr-slip-forgot-aws");
        check("network", 1, |a| net(a).last().to_string(), "cidr-slip-last");
        check("network", 3, |a| net(a).last().plus(1).unwrap().to_string(), "cidr-slip-next");
        check("last-address", 1, |a| net(a).first().plus(1).unwrap().to_string(), "cidr-slip-next");
        check("last-address", 2, |a| net(a).first().minus(1).unwrap().to_string(), "cidr-slip-last-host");
        check("subnet-index", 2, |a| cut(net(a).first().minus(1).unwrap(), net(a).prefix()).to_string(), "cidr-slip-from-one");
        check("smallest-prefix", 2, |a| format!("/{}", a[1..].parse::<u8>().unwrap() - 1), "cidr-slip-too-large");
        check("class", 1, |a| if a == "A" { "C" } else { "A" }.to_owned(), "cidr-slip-class");
    }

    #[test]
    fn a_pair_that_only_looks_like_one_is_named() {
        let named = (0..60).filter_map(|seed| drill("join", 1, seed)).filter(|d| d.answer == "none").map(|d| {
            let looked = d.scenario.split(' ').nth(1).map(|a| cut(net(a).first(), net(a).prefix() - 1).to_string()).unwrap();
            matches!(judge(&d, &looked), Judgement::Wrong(Some(m)) if m.id == "cidr-apart-misaligned")
        });
        assert_eq!(named.filter(|named| !named).count(), 0);
    }

    #[test]
    fn a_question_is_the_same_for_good() {
        let drill = drill("network", 2, 7).unwrap();
        assert_eq!((drill.answer.as_str(), drill.scenario.as_str()), ("10.5.138.160/27", "bits 10.5.138.188/27"));
    }

    #[test]
    fn what_is_no_answer_is_asked_again() {
        let drill = drill("network", 1, 1).unwrap();
        assert!(matches!(judge(&drill, "twelve"), Judgement::Unreadable(m) if m.id == "cidr-want-net"));
    }
}
