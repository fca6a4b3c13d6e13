//! Drills about how networks and addresses lie to each other.

use super::super::join::{Apart, sentence};
use super::super::net::{Addr, Net, Relation};
use super::super::set::{self, Joining};
use super::rng::Rng;
use super::value::Value;
use super::{Question, Test, cut, documentation, inside, private, slip, yes, yes_no};
use crate::text::Message;

/// Whether two addresses lie in one network.
pub fn same_subnet(rng: &mut Rng, level: u8) -> Question {
    let (a, prefix) = match level {
        1 => (private(rng), inside(rng, 25, 29, 8)),
        2 => (private(rng), inside(rng, 17, 29, 8)),
        _ => (documentation(rng), inside(rng, 49, 63, 16)),
    };
    let home = cut(a, prefix);
    let together = rng.coin();
    let other = if together { home } else { home.sibling().unwrap_or(home) };
    let b = another(rng, other, a);
    let b_home = cut(b, prefix);
    let homes = Message::new(if together { "cidr-why-same" } else { "cidr-why-not-same" }).with("a", a).with("b", b).with("a-net", home).with("b-net", b_home);
    Question {
        prompt: Message::new("cidr-ask-same").with("a", a).with("b", b).with("prefix", prefix),
        answer: yes(together),
        choices: yes_no(),
        explanation: vec![homes.clone()],
        scenario: format!("in {b} {home}"),
        mistakes: vec![(Test::Is(yes(!together)), homes)],
    }
}

/// An address of `net` that is neither `not` nor at an end.
fn another(rng: &mut Rng, net: Net, not: Addr) -> Addr {
    let most = net.size().less(2).number().map_or(u32::MAX, |n| u32::try_from(n).unwrap_or(u32::MAX));
    let by = rng.within(1, most.max(1));
    let addr = net.first().plus(by.into()).unwrap_or(net.first());
    if addr == not { addr.plus(1).filter(|a| net.holds(*a)).unwrap_or(net.first()) } else { addr }
}

/// The one network that two networks make, if any.
pub fn join(rng: &mut Rng, level: u8) -> Question {
    let net = match level {
        1 => cut(private(rng), rng.prefix(25, 29)),
        2 => cut(private(rng), rng.prefix(18, 26)),
        _ => cut(documentation(rng), rng.prefix(44, 60)),
    };
    let upper = |n: Net| n.halves().map_or(n, |[_, high]| high);
    let (a, b) = match rng.within(0, 4) {
        0 | 1 => (net, net.sibling().unwrap_or(net)),
        2 | 3 => neighbours(net),
        _ if level > 1 => (net, upper(net.sibling().unwrap_or(net))),
        _ => neighbours(net),
    };
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    let joined = match set::collapse([a, b])[..] {
        [one] => Some(one),
        _ => None,
    };
    let cover = set::cover(&[a, b]);
    let mut mistakes = Vec::new();
    let explanation = match joined {
        Some(parent) => {
            mistakes.push(slip(Value::Maybe(None), "cidr-slip-can-join"));
            vec![sentence(Joining::Joined { low: a, high: b, parent })]
        }
        None => {
            let apart = Apart::between(a, b);
            let parent = cut(a.first(), a.prefix().min(b.prefix()).saturating_sub(1));
            mistakes.extend([Some(parent), cover].into_iter().flatten().map(|n| (Test::Is(Value::Net(n)), apart.sentence())));
            mistakes.push((Test::HostBits(parent.prefix()), Message::new("cidr-slip-misaligned")));
            apart.explained()
        }
    };
    Question {
        prompt: Message::new("cidr-ask-join").with("a", a).with("b", b),
        answer: Value::Maybe(joined),
        choices: Vec::new(),
        explanation,
        scenario: format!("join {a} {b}"),
        mistakes,
    }
}

/// Two of one size that touch but are halves of different parents.
fn neighbours(net: Net) -> (Net, Net) {
    let Some([low, high]) = net.parent().and_then(Net::halves) else { return (net, net) };
    let after = high.last().plus(1).map(|next| cut(next, net.prefix()));
    let before = low.first().minus(1).map(|last| cut(last, net.prefix()));
    match (after, before) {
        (Some(after), _) => (high, after),
        (None, Some(before)) => (before, low),
        (None, None) => (low, high),
    }
}

/// Whether two networks share addresses.
pub fn overlap(rng: &mut Rng, level: u8) -> Question {
    let (a, deeper) = match level {
        1 => (cut(private(rng), rng.prefix(24, 27)), rng.prefix(1, 3)),
        2 => (cut(private(rng), rng.prefix(16, 23)), rng.prefix(1, 6)),
        _ => (cut(documentation(rng), rng.prefix(44, 56)), rng.prefix(1, 8)),
    };
    let inside = rng.coin();
    let around = if inside { a } else { a.sibling().unwrap_or(a) };
    let index = rng.within(0, (1 << deeper) - 1);
    let b = around.part(a.prefix() + deeper, index.into()).unwrap_or(around);
    let (a, b) = if rng.coin() { (a, b) } else { (b, a) };
    let overlaps = a.overlaps(b);
    let id = match a.relation(b) {
        Relation::Contains | Relation::Equal => "cidr-why-contains",
        Relation::Within => "cidr-why-within",
        Relation::Disjoint => "cidr-why-apart",
    };
    let why = Message::new(id).with("a", a).with("b", b).with("a-last", a.last()).with("b-last", b.last());
    Question {
        prompt: Message::new("cidr-ask-overlap").with("a", a).with("b", b),
        answer: yes(overlaps),
        choices: yes_no(),
        explanation: vec![why.clone()],
        scenario: format!("overlap {a} {b}"),
        mistakes: vec![(Test::Is(yes(!overlaps)), why)],
    }
}

/// The lowest free network of a size.
pub fn free(rng: &mut Rng, level: u8) -> Question {
    let (net, deepest) = match level {
        1 => (cut(private(rng), 24), 4),
        2 => (cut(private(rng), rng.prefix(16, 20)), 6),
        _ => (cut(documentation(rng), 48), 8),
    };
    let wanted = net.prefix() + rng.prefix(2, 3);
    // Something small at the front, so that the next free block does not begin right after it.
    let mut used = vec![net.part(wanted + 1 + rng.prefix(0, deepest - 4), 0).unwrap_or(net)];
    used.extend(net.part(wanted, 1).filter(|_| rng.coin()));
    used.extend(net.part(wanted, rng.within(2, 3).into()).filter(|_| level > 1 && wanted > net.prefix() + 2));
    let left = set::without(net, used.iter().copied());
    let answer = left.iter().find(|n| n.prefix() <= wanted).and_then(|n| n.part(wanted, 0)).unwrap_or(net);
    let shown = used.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mistakes = vec![
        (Test::HostBits(wanted), Message::new("cidr-slip-misaligned")),
        (Test::Touches(wanted, used), Message::new("cidr-slip-used")),
        (Test::Touches(wanted, vec![net]), Message::new("cidr-slip-not-lowest")),
    ];
    Question {
        prompt: Message::new("cidr-ask-free").with("net", net).with("used", shown.clone()).with("prefix", wanted),
        answer: Value::Net(answer),
        choices: Vec::new(),
        explanation: vec![Message::new("cidr-why-free").with("prefix", wanted).with("size", answer.size()).with("net", answer)],
        scenario: format!("free {net} used {}", shown.replace(',', "")),
        mistakes,
    }
}
