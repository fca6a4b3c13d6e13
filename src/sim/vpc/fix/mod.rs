//! Changes of the scenario that mend a path, each of which has been run.
//!
//! A blocker suggests a few edits of one line each. An edit that alone makes the path work is offered by itself; where
//! none does, they are tried one after the other, and what turns out to be needless is taken back.

mod edits;

use super::super::cidr::read::Piece;
use super::answer::verdict;
use super::build::build;
use super::flow::{self, Leg};
use super::limits::Budget;
use super::sheet::{Statement, read};
use super::walk::{Act, Hop, Trip};
use super::world::World;
use crate::sim::{Change, Fix, Panel};
use crate::text::Message;

/// In a longer text no fixes are looked for: each is a run of its own.
const LONGEST: usize = 64 * 1024;
/// The most edits of one fix.
const MOST_EDITS: usize = 8;
/// The ports at which one logs in: SSH and RDP.
const LOGIN: [u16; 2] = [22, 3389];
/// The most fixes that are offered.
const MOST_FIXES: usize = 3;

/// An edit of one line.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What it does, without what stays as it is.
    label: Message,
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

fn attempt(text: &str, path: &str, budget: &mut Budget) -> Option<Tried> {
    if !budget.try_text(text.len()) {
        return None;
    }
    let sheet = read(text);
    let built = build(&sheet);
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

/// Whether a path works in a text.
pub fn works(text: &str, path: &str, budget: &mut Budget) -> bool {
    text.len() <= LONGEST && attempt(text, path, budget).is_some_and(|tried| tried.works)
}

/// The edits that the obstacle suggests.
fn candidates(text: &str, obstacle: &Obstacle) -> Vec<Edit> {
    let sheet = read(text);
    let built = build(&sheet);
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
pub fn fixes(scenario: &str, path: Piece<'_>, now: &str, budget: &mut Budget) -> Vec<Fix> {
    if now == "reachable" || scenario.len() > LONGEST {
        return Vec::new();
    }
    let Some(tried) = attempt(scenario, path.text, budget) else { return Vec::new() };
    let mut found: Vec<Fix> = tried.obstacles.first().and_then(|first| detour(scenario, path, first, budget)).into_iter().collect();
    for obstacle in &tried.obstacles {
        for edit in candidates(scenario, obstacle) {
            let works = attempt(&edit.change.apply(scenario, ""), path.text, budget).is_some_and(|t| t.works);
            if works && found.iter().all(|f| f.change != edit.change) && found.len() < MOST_FIXES {
                found.push(Fix { label: edit.label, change: edit.change, then: "reachable".to_owned() });
            }
        }
    }
    if found.is_empty() {
        found.extend(chain(scenario, path.text, budget));
    }
    found
}

/// The same question by way of a bastion, for who wants to log in to a host that the internet cannot call.
fn detour(scenario: &str, path: Piece<'_>, obstacle: &Obstacle, budget: &mut Budget) -> Option<Fix> {
    let hop = obstacle.trip.hops.get(obstacle.at)?;
    let port = obstacle.leg.packet.dport.lowest().filter(|port| LOGIN.contains(port))?;
    if hop.block != Some(super::codes::NOBODYS_IP) || path.text.matches("->").count() != 1 {
        return None;
    }
    let built = build(&read(scenario));
    let bastions = built.world.hosts.iter().filter(|h| h.public.is_some());
    bastions.into_iter().find_map(|host| {
        let way = path.text.replacen("->", &format!("-> {}:{port} ->", host.id), 1);
        let works = attempt(scenario, &way, budget).is_some_and(|t| t.works);
        let label = Message::new("vpc-fix-detour").with("host", host.id.clone()).with("path", way.clone());
        works.then(|| Fix { label, change: Change { range: path.range(), text: way }, then: "reachable".to_owned() })
    })
}

/// Several edits one after the other.
fn chain(scenario: &str, path: &str, budget: &mut Budget) -> Option<Fix> {
    let (mut text, mut done) = (scenario.to_owned(), None);
    for _ in 0..MOST_EDITS {
        let tried = attempt(&text, path, budget)?;
        if tried.works {
            let change = Change::between(scenario, &text);
            return Some(Fix { label: done?, change, then: "reachable".to_owned() });
        }
        let best = tried.obstacles.iter().flat_map(|o| candidates(&text, o)).enumerate().filter_map(|(i, edit)| {
            let after = edit.change.apply(&text, "");
            let left = attempt(&after, path, budget)?;
            let first = left.obstacles.first().map(|o| (o.at, o.trip.hops.get(o.at).and_then(|h| h.block)));
            let was = tried.obstacles.first().map(|o| (o.at, o.trip.hops.get(o.at).and_then(|h| h.block)));
            (left.works || first != was || left.obstacles.len() < tried.obstacles.len()).then_some(((!left.works, left.obstacles.len(), i), edit.label, after))
        });
        let (_, label, after) = best.min_by_key(|(score, ..)| *score)?;
        done = Some(match done {
            Some(before) => Message::new("vpc-fix-and").with("a", before).with("b", label),
            None => label,
        });
        text = after;
    }
    None
}

/// The first fix as lines taken away and lines added.
pub fn difference(scenario: &str, fixes: &[Fix]) -> Option<Panel> {
    let after = fixes.first()?.change.apply(scenario, "");
    let gone = scenario.lines().filter(|l| !after.lines().any(|a| a == *l)).map(|l| format!("- {l}"));
    let new = after.lines().filter(|l| !scenario.lines().any(|b| b == *l)).map(|l| format!("+ {l}"));
    Some(Panel::Text { title: Some(Message::new("vpc-t-difference")), lines: gone.chain(new).collect() })
}

#[cfg(test)]
mod tests {
    use crate::sim::Simulator;
    use crate::sim::vpc::Vpc;
    use crate::text::{Lang, Texts};

    /// What is offered for the last question, in English.
    #[track_caller]
    fn check(scenario: &str, expected: &[&str]) {
        let run = Vpc.run(scenario);
        assert_eq!(run.refusals, vec![], "{scenario}");
        let last = run.outcomes.last().unwrap();
        let offered: Vec<String> = last.fixes.iter().map(|fix| Texts::of(Lang::En).say(&fix.label)).collect();
        assert_eq!(offered, expected, "{scenario}");
        for fix in &last.fixes {
            assert_eq!(Vpc.run(&fix.change.apply(scenario, "")).outcomes.last().unwrap().verdict, "reachable");
        }
    }

    const OPEN: &str = "in 100 allow all 0.0.0.0/0; out 100 allow all 0.0.0.0/0";
    const WEB: &str =
        "vpc A 10.0.0.0/16\nigw g attach A\nsubnet s A 10.0.1.0/24 rt r nacl n\nrt r: 0.0.0.0/0 -> g\nhost web in s 10.0.1.10 public 203.0.113.20 sg sw\n";

    #[test]
    fn every_visitor_gets_answers() {
        let rules = "sg sw: in tcp 443 from 0.0.0.0/0\nnacl n: in 100 allow tcp 443 0.0.0.0/0\n";
        check(&format!("{WEB}{rules}path internet -> web:443"), &["nacl n: add out 100 allow tcp 1024-65535 0.0.0.0/0"]);
        check(&format!("{WEB}outside me 198.51.100.77\n{rules}path me -> web:443"), &["nacl n: add out 100 allow tcp 1024-65535 0.0.0.0/0"]);
    }

    #[test]
    fn a_whole_subnet_gets_answers() {
        let two = "vpc A 10.0.0.0/16\nsubnet a A 10.0.1.0/24\nsubnet b A 10.0.2.0/24 nacl n\nhost x in a 10.0.1.5\nhost y in b 10.0.2.9\n";
        let rules = "nacl n: in 100 allow tcp 3306 10.0.1.0/24; out 100 allow tcp 3306 10.0.1.0/24\n";
        check(&format!("{two}{rules}path x -> y:3306"), &["nacl n: add out 110 allow tcp 1024-65535 10.0.1.0/24"]);
        check(&format!("{two}nacl n: out 100 allow all 10.0.1.0/24\npath x -> y:3306"), &["nacl n: add in 100 allow tcp 3306 10.0.1.0/24"]);
    }

    #[test]
    fn a_deny_is_opened_for_one_address_only() {
        let rules = format!("sg sw: in tcp 443 from 0.0.0.0/0\noutside mallory 192.0.2.9\nnacl n: in 90 deny all 192.0.2.0/24; {OPEN}\n");
        check(&format!("{WEB}{rules}path mallory -> web:443"), &["nacl n: add in 80 allow tcp 443 192.0.2.9/32"]);
    }

    #[test]
    fn a_service_is_named_by_its_prefix_list() {
        let s3 = "vpc A 10.0.0.0/16\nsubnet s A 10.0.2.0/24 rt r nacl n\nrt r: pl-s3 -> e\nendpoint gateway e s3 A\nhost app in s 10.0.2.10 sg w\n";
        let shut = "sg w: out tcp 443 to 10.0.0.0/16\n";
        check(&format!("{s3}{shut}nacl n: {OPEN}\npath app -> s3:443"), &["sg w: add out tcp 443 to pl-s3"]);
        check(&format!("{s3}sg w:\nnacl n: out 100 allow all 0.0.0.0/0\npath app -> s3:443"), &["nacl n: add in 100 allow tcp 1024-65535 52.219.56.0/22"]);
    }

    #[test]
    fn a_rule_for_an_old_address_is_changed_first() {
        let rules = format!("outside laptop 198.51.100.7\nnacl n: {OPEN}\nsg sw: in tcp 80 from 0.0.0.0/0; in tcp 22 from 198.51.100.9/32\n");
        let change = "sg sw: change in tcp 22 from 198.51.100.9/32 to in tcp 22 from 198.51.100.7/32";
        check(&format!("{WEB}{rules}path laptop -> web:22"), &[change, "sg sw: add in tcp 22 from 198.51.100.7/32"]);
    }

    #[test]
    fn none_gives_way_to_the_rule_that_is_missing() {
        let rules = format!("nacl n: {OPEN}\nsg sw: in none\n");
        check(&format!("{WEB}{rules}path internet -> web:443"), &["sg sw: change in none to in tcp 443 from 0.0.0.0/0"]);
    }

    #[test]
    fn one_logs_in_by_the_bastion() {
        let rest = format!("nacl n: {OPEN}\nsg sw: in tcp 22 from 0.0.0.0/0\nsubnet p A 10.0.2.0/24\nhost app in p 10.0.2.5 sg sa\nsg sa: in tcp 22 from sw\n");
        check(&format!("{WEB}{rest}path internet -> app:22"), &["go by web: path internet -> web:22 -> app:22"]);
    }
}
