//! Changes of the scenario that mend a path, each of which has been run.
//!
//! A blocker suggests a few edits of one line each. An edit that alone makes the path work is offered by itself; where
//! none does, they are tried one after the other, and what turns out to be needless is taken back.

mod edits;

use super::super::cidr::read::Piece;
use super::answer::verdict;
use super::build::build;
use super::flow::{self, Leg};
use super::sheet::{Statement, read};
use super::walk::{Act, Hop, Trip};
use super::world::World;
use crate::sim::{Change, Fix, Panel};
use crate::text::Message;

/// In a longer text no fixes are looked for: each is a run of its own.
const LONGEST: usize = 64 * 1024;
/// The most edits of one fix.
const MOST_EDITS: usize = 8;
/// The most fixes that are offered.
const MOST_FIXES: usize = 3;

/// An edit of one line.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The line after it, or what is taken away.
    line: String,
    change: Change,
}

/// What stands in the way.
struct Obstacle {
    leg: Leg,
    trip: Trip,
    at: usize,
}

/// A text that has been run.
struct Tried {
    obstacles: Vec<Obstacle>,
    works: bool,
}

/// What an edit is made from.
struct Site<'a, 's> {
    statements: &'a [Statement<'s>],
    world: &'a World,
    leg: &'a Leg,
    hop: &'a Hop,
    /// The subnet whose table sent the packet to where it is stuck.
    subnet: Option<usize>,
    end: usize,
}

fn attempt(text: &str, path: &str) -> Option<Tried> {
    let sheet = read(text);
    let built = build(&sheet.statements);
    let legs = flow::legs(&built.world, Piece::whole(path)).ok()?;
    let mut tried = Tried { obstacles: Vec::new(), works: sheet.refusals.is_empty() && built.refusals.is_empty() };
    for leg in legs {
        let trip = leg.walk(&built.world);
        tried.works &= verdict(&trip) == "reachable";
        for (at, hop) in trip.hops.iter().enumerate() {
            if hop.block.is_some() || matches!(hop.act, Act::Acl(.., Some(_))) {
                tried.obstacles.push(Obstacle { leg: leg.clone(), trip: trip.clone(), at });
            }
        }
    }
    Some(tried)
}

/// The edits that the obstacle suggests.
fn candidates(text: &str, obstacle: &Obstacle) -> Vec<Edit> {
    let sheet = read(text);
    let built = build(&sheet.statements);
    let Some(hop) = obstacle.trip.hops.get(obstacle.at) else { return Vec::new() };
    let before = obstacle.trip.hops.get(..=obstacle.at).unwrap_or_default();
    let subnet = before.iter().rev().find_map(|h| match (h.act, h.place) {
        (Act::Route(..), super::walk::Place::Subnet(subnet)) if h.way == hop.way => Some(subnet),
        _ => None,
    });
    let end = sheet.statements.iter().map(|s| s.line.range().end).max().unwrap_or(0);
    edits::suggest(&Site { statements: &sheet.statements, world: &built.world, leg: &obstacle.leg, hop, subnet, end })
}

/// Fixes of a path that does not work, the smallest first.
pub fn fixes(scenario: &str, path: Piece<'_>, now: &str) -> Vec<Fix> {
    if now == "reachable" || scenario.len() > LONGEST {
        return Vec::new();
    }
    let Some(tried) = attempt(scenario, path.text) else { return Vec::new() };
    let mut found: Vec<Fix> = Vec::new();
    for obstacle in &tried.obstacles {
        for edit in candidates(scenario, obstacle) {
            let works = attempt(&edit.change.apply(scenario, ""), path.text).is_some_and(|t| t.works);
            if works && found.iter().all(|f| f.change != edit.change) && found.len() < MOST_FIXES {
                found.push(Fix { label: Message::new("vpc-fix").with("line", edit.line), change: edit.change, then: "reachable".to_owned() });
            }
        }
    }
    if found.is_empty() {
        found.extend(chain(scenario, path.text));
    }
    found
}

/// Several edits one after the other.
fn chain(scenario: &str, path: &str) -> Option<Fix> {
    let (mut text, mut lines) = (scenario.to_owned(), Vec::new());
    for _ in 0..MOST_EDITS {
        let tried = attempt(&text, path)?;
        if tried.works {
            let change = difference_between(scenario, &text)?;
            return Some(Fix { label: Message::new("vpc-fix").with("line", lines.join(" + ")), change, then: "reachable".to_owned() });
        }
        let best = tried.obstacles.iter().flat_map(|o| candidates(&text, o)).enumerate().filter_map(|(i, edit)| {
            let after = edit.change.apply(&text, "");
            let left = attempt(&after, path)?;
            let first = left.obstacles.first().map(|o| (o.at, o.trip.hops.get(o.at).and_then(|h| h.block)));
            let was = tried.obstacles.first().map(|o| (o.at, o.trip.hops.get(o.at).and_then(|h| h.block)));
            (left.works || first != was || left.obstacles.len() < tried.obstacles.len()).then_some(((!left.works, left.obstacles.len(), i), edit.line, after))
        });
        let (_, line, after) = best.min_by_key(|(score, ..)| *score)?;
        lines.push(line);
        text = after;
    }
    None
}

/// The one change that makes `after` of `before`.
fn difference_between(before: &str, after: &str) -> Option<Change> {
    let head = before.char_indices().zip(after.chars()).find(|((_, a), b)| a != b).map_or(before.len().min(after.len()), |((at, _), _)| at);
    let (rest, new) = (before.get(head..)?, after.get(head..)?);
    let tail: usize = rest.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    Some(Change { range: head..before.len() - tail, text: new.get(..new.len() - tail)?.to_owned() })
}

/// The first fix as lines taken away and lines added.
pub fn difference(scenario: &str, fixes: &[Fix]) -> Option<Panel> {
    let after = fixes.first()?.change.apply(scenario, "");
    let gone = scenario.lines().filter(|l| !after.lines().any(|a| a == *l)).map(|l| format!("- {l}"));
    let new = after.lines().filter(|l| !scenario.lines().any(|b| b == *l)).map(|l| format!("+ {l}"));
    Some(Panel::Text { title: Some(Message::new("vpc-t-difference")), lines: gone.chain(new).collect() })
}
