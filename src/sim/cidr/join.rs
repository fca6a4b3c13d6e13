//! `join`, `sum`, `super`, `cover`: from several networks to fewer, and why that cannot always be.

use super::net::Net;
use super::read::{Read, Target, refuse};
use super::say::{MISALIGNED, NOT_ADJACENT, NOT_SIBLINGS_SIZE, bits, listing, notices, step, text, verdict};
use super::set::{self, Joining};
use super::size::Size;
use super::words::Words;
use crate::sim::{Cell, Outcome, Panel, Step, Tone};
use crate::text::Message;

/// The most joinings that are told one by one.
const MOST_STEPS: usize = 64;

/// `join`: the one network that is exactly these, or why there is none.
pub fn join(words: &mut Words<'_>) -> Read<Outcome> {
    let targets = words.targets(&[])?;
    let (joined, mut steps) = told(&targets);
    if let [one] = joined[..] {
        let headline = Message::new("cidr-join-done").with("count", targets.len()).with("net", one).with("size", one.size());
        return Ok(Outcome {
            verdict: verdict(&joined),
            headline: Some(headline),
            notices: notices(&targets),
            steps,
            panels: vec![listing(None, &joined)],
            ..Outcome::default()
        });
    }
    let gaps: Vec<Apart> = joined.windows(2).map(|pair| Apart::between(pair[0], pair[1])).collect();
    steps.extend(gaps.iter().take(MOST_STEPS).flat_map(|gap| gap.explained()).map(step));
    let mut codes: Vec<&'static str> = gaps.iter().filter_map(|gap| gap.why.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    let headline = match gaps[..] {
        [gap] => gap.sentence(),
        _ => Message::new("cidr-join-none").with("count", joined.len()),
    };
    Ok(Outcome {
        verdict: verdict(&[]),
        codes,
        headline: Some(headline),
        notices: notices(&targets),
        steps,
        panels: vec![apart_table(&gaps)],
        fixes: fixes(words, &targets, &gaps),
        ..Outcome::default()
    })
}

/// `sum`: the fewest networks that are exactly these.
pub fn sum(words: &mut Words<'_>) -> Read<Outcome> {
    let targets = words.targets(&[])?;
    let (joined, steps) = told(&targets);
    let headline = Message::new("cidr-sum").with("before", targets.len()).with("after", joined.len());
    Ok(Outcome {
        verdict: verdict(&joined),
        headline: Some(headline),
        notices: notices(&targets),
        steps,
        panels: vec![listing(None, &joined)],
        ..Outcome::default()
    })
}

/// `super`: the network of a shorter prefix that holds this one.
pub fn supernet(words: &mut Words<'_>) -> Read<Outcome> {
    let target = words.target()?;
    let net = target.net;
    let (prefix, at) = words.slash(net)?;
    let above = net.supernet(prefix).ok_or_else(|| refuse("E_RANGE", at, Message::new("cidr-e-super").with("prefix", prefix).with("net", net)))?;
    let times = Size::power(net.prefix() - prefix);
    Ok(Outcome {
        verdict: verdict(&[above]),
        headline: Some(Message::new("cidr-super").with("net", net).with("above", above).with("times", times)),
        notices: notices([&target]),
        steps: vec![step(
            Message::new("cidr-super-bits").with("from", net.prefix()).with("to", prefix).with("bits", net.prefix() - prefix).with("times", times),
        )],
        panels: vec![Panel::Bits {
            rows: vec![
                bits("cidr-l-network", net.first(), net.prefix()),
                bits("cidr-l-mask", above.netmask(), prefix),
                bits("cidr-l-supernet", above.first(), prefix),
            ],
        }],
        ..Outcome::default()
    })
}

/// `cover`: the smallest network that holds all of these.
pub fn cover(words: &mut Words<'_>) -> Read<Outcome> {
    let targets = words.targets(&[])?;
    let nets: Vec<Net> = targets.iter().map(|t| t.net).collect();
    let Some(above) = set::cover(&nets) else { return Err(two_families(&targets)) };
    let (first, last) = (nets.iter().map(|n| n.first()).min().unwrap_or(above.first()), nets.iter().map(|n| n.last()).max().unwrap_or(above.last()));
    let spare = set::total(&set::without(above, nets.iter().copied()));
    Ok(Outcome {
        verdict: verdict(&[above]),
        headline: Some(Message::new("cidr-cover").with("net", above).with("size", above.size()).with("spare", spare)),
        notices: notices(&targets),
        steps: vec![
            step(Message::new("cidr-cover-ends").with("first", first).with("last", last)),
            step(Message::new("cidr-cover-bits").with("bits", above.prefix()).with("net", above)),
        ],
        panels: vec![Panel::Bits { rows: vec![bits("cidr-l-first", first, above.prefix()), bits("cidr-l-last", last, above.prefix())] }],
        ..Outcome::default()
    })
}

/// The refusal of targets of two families, at the first that differs.
pub fn two_families(targets: &[Target]) -> Box<crate::sim::Refusal> {
    let family = targets.first().map(|t| t.net.family());
    let at = targets.iter().find(|t| Some(t.net.family()) != family).map_or(0..0, |t| t.at.clone());
    refuse("E_FAMILY", at, Message::new("cidr-e-two-families"))
}

/// Joins the targets and tells each joining.
fn told(targets: &[Target]) -> (Vec<Net>, Vec<Step>) {
    let mut steps = Vec::new();
    let mut left_out = 0_usize;
    let joined = set::collapse_told(targets.iter().map(|t| t.net), |joining| {
        if steps.len() < MOST_STEPS {
            steps.push(step(sentence(joining)));
        } else {
            left_out += 1;
        }
    });
    if left_out > 0 {
        steps.push(step(Message::new("cidr-more").with("count", left_out)));
    }
    (joined, steps)
}

/// A joining in one sentence.
pub fn sentence(joining: Joining) -> Message {
    match joining {
        Joining::Held { net, by } if net == by => Message::new("cidr-join-twice").with("net", net),
        Joining::Held { net, by } => Message::new("cidr-join-held").with("net", net).with("by", by),
        Joining::Joined { low, high, parent } => {
            Message::new("cidr-join-step").with("low", low).with("high", high).with("parent", parent).with("bit", u32::from(parent.prefix()) + 1)
        }
    }
}

/// Two neighbours in order that do not join, and why.
#[derive(Clone, Copy)]
pub struct Apart {
    low: Net,
    high: Net,
    why: Why,
}

#[derive(Clone, Copy)]
enum Why {
    Family,
    Size,
    /// So many addresses lie between.
    Gap(Size),
    Misaligned,
}

impl Why {
    fn code(self) -> Option<&'static str> {
        match self {
            Why::Family => None,
            Why::Size => Some(NOT_SIBLINGS_SIZE),
            Why::Gap(_) => Some(NOT_ADJACENT),
            Why::Misaligned => Some(MISALIGNED),
        }
    }
}

impl Apart {
    /// Two neighbours, the lower first.
    pub fn between(low: Net, high: Net) -> Apart {
        let gap = Size::from(high.first().bits().saturating_sub(low.last().bits())).less(1);
        let why = match () {
            () if low.family() != high.family() => Why::Family,
            () if low.prefix() != high.prefix() => Why::Size,
            () if gap > Size::default() => Why::Gap(gap),
            () => Why::Misaligned,
        };
        Apart { low, high, why }
    }

    /// Why not, in one sentence.
    pub fn sentence(&self) -> Message {
        let said = |id| Message::new(id).with("low", self.low).with("high", self.high);
        match self.why {
            Why::Family => said("cidr-apart-family"),
            Why::Size => said("cidr-apart-size").with("low-size", self.low.size()).with("high-size", self.high.size()),
            Why::Gap(gap) => said("cidr-apart-gap").with("gap", gap),
            Why::Misaligned => said("cidr-apart-misaligned").with("prefix", self.low.prefix().saturating_sub(1)),
        }
    }

    /// The sentence and, where two only look like a pair, who really pairs with whom.
    pub fn explained(&self) -> Vec<Message> {
        let mut told = vec![self.sentence()];
        if let (Why::Misaligned, Some(low), Some(high)) = (self.why, self.low.sibling(), self.high.sibling()) {
            told.push(Message::new("cidr-apart-pairs").with("low", self.low).with("low-mate", low).with("high", self.high).with("high-mate", high));
        }
        told
    }
}

fn apart_table(gaps: &[Apart]) -> Panel {
    let header = ["cidr-l-network", "cidr-l-next", "cidr-l-why-not"].map(Message::new).to_vec();
    let short = |why: Why| match why {
        Why::Family => "cidr-why-family",
        Why::Size => "cidr-why-size",
        Why::Gap(_) => "cidr-why-gap",
        Why::Misaligned => "cidr-why-misaligned",
    };
    let rows = gaps.iter().take(super::say::MOST_ROWS).map(|gap| vec![text(gap.low), text(gap.high), Cell::Message(Message::new(short(gap.why)), Tone::Bad)]);
    Panel::Table { title: None, header, rows: rows.collect() }
}

/// What can be had instead: the right mate for one of two, the fewest networks, the network over all.
fn fixes(words: &Words<'_>, targets: &[Target], gaps: &[Apart]) -> Vec<crate::sim::Fix> {
    let list = || targets.iter().map(|t| t.net.to_string()).collect::<Vec<_>>().join(" ");
    let mut fixes = Vec::new();
    if let ([Apart { low, high, why: Why::Misaligned }], 2) = (gaps, targets.len()) {
        for net in [low, high] {
            if let Some(mate) = net.sibling() {
                let (first, second) = if *net < mate { (*net, mate) } else { (mate, *net) };
                fixes.extend(words.fix(Message::new("cidr-fix-mate").with("net", *net).with("mate", mate), format!("join {first} {second}")));
            }
        }
    }
    if gaps.len() + 1 < targets.len() {
        fixes.extend(words.fix(Message::new("cidr-fix-sum"), format!("sum {}", list())));
    }
    fixes.extend(words.fix(Message::new("cidr-fix-cover"), format!("cover {}", list())));
    fixes
}
