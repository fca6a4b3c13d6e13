//! Lines that could not be read, and what that means for an answer.
//!
//! An answer that was reckoned without a line says so; where the line speaks of something on the way, there is no
//! answer. What is refused only because another line could not be read is not refused again.

use std::collections::HashSet;

use super::super::cidr::read::Piece;
use super::flow;
use super::sheet::{Ask, Question};
use super::walk::{Place, Trip};
use super::why;
use super::world::World;
use crate::sim::{Finding, Outcome, Refusal, Tone};
use crate::text::Message;

/// The most numbers of lines that are named.
const MOST: usize = 5;

/// The most refusals that are looked into: each has to be found in the text.
const MOST_REFUSALS: usize = 32;

/// Statements that could not be read, in whole or in part.
pub struct Unread<'s>(Vec<Line<'s>>);

/// One of them.
struct Line<'s> {
    number: usize,
    /// What it makes, by its first words; where the kind is misspelt too.
    names: Vec<&'s str>,
}

impl<'s> Unread<'s> {
    /// The lines of these refusals; takes away the refusals that only say the same again.
    pub fn of(scenario: &'s str, refusals: &mut Vec<Refusal>) -> Unread<'s> {
        let mut broken: HashSet<&str> = HashSet::new();
        let mut unread = Unread(Vec::new());
        let mut left: Vec<Refusal> = std::mem::take(refusals);
        let beyond = left.split_off(left.len().min(MOST_REFUSALS));
        let mut roots = true;
        loop {
            let is_new = |r: &Refusal| if roots { r.code != "E_UNKNOWN" } else { scenario.get(r.at.clone()).is_some_and(|name| broken.contains(name)) };
            let (found, rest): (Vec<Refusal>, Vec<Refusal>) = left.into_iter().partition(is_new);
            left = rest;
            let ended = found.is_empty() && !roots;
            for refusal in &found {
                if let Some(line) = line_of(scenario, refusal.at.start) {
                    broken.extend(line.names.first());
                    unread.note(line);
                }
            }
            if roots {
                refusals.extend(found);
            }
            if ended {
                break;
            }
            roots = false;
        }
        // Of names that are nowhere, those that a line would have made which fails over another name say nothing new.
        let made = |refusal: &Refusal| line_of(scenario, refusal.at.start).and_then(|line| line.names.first().copied());
        let broken: HashSet<&str> = left.iter().filter_map(made).collect();
        let (echoes, causes): (Vec<Refusal>, Vec<Refusal>) =
            left.into_iter().partition(|r| scenario.get(r.at.clone()).is_some_and(|name| broken.contains(name)));
        let said = if causes.is_empty() { &echoes } else { &causes };
        refusals.extend(said.iter().cloned());
        for line in echoes.iter().chain(&causes).filter_map(|refusal| line_of(scenario, refusal.at.start)) {
            unread.note(line);
        }
        refusals.extend(beyond);
        unread.0.sort_by_key(|line| line.number);
        unread
    }

    fn note(&mut self, line: Line<'s>) {
        if self.0.iter().all(|known| known.number != line.number) {
            self.0.push(line);
        }
    }

    /// Whether a refusal only says that something is missing which could not be read.
    pub fn explains(&self, scenario: &str, refusal: &Refusal) -> bool {
        let name = scenario.get(refusal.at.clone()).unwrap_or_default();
        refusal.code == "E_UNKNOWN" && self.0.iter().any(|line| line.names.first() == Some(&name))
    }

    /// Says in an outcome what it was reckoned without; takes the answer back where a line speaks of what is on the way.
    pub fn weigh(&self, outcome: &mut Outcome, world: &World, question: &Question<'_>) {
        if self.0.is_empty() {
            return;
        }
        let legs = path_of(question).and_then(|path| flow::legs(world, path).ok()).unwrap_or_default();
        let trips: Vec<Trip> = legs.iter().map(|leg| leg.walk(world)).collect();
        let touched = touched(world, &trips);
        let about: Vec<&Line<'_>> = self.0.iter().filter(|line| line.names.iter().any(|name| touched.contains(*name))).collect();
        let (Some((first, last)), false) = (legs.first().zip(legs.last()), about.is_empty()) else {
            let message = Message::new("vpc-n-without").with("lines", numbers(self.0.iter()));
            outcome.findings.insert(0, Finding { code: None, tone: Tone::Warn, message });
            return;
        };
        let headline = Message::new("vpc-unknown").with("from", first.from.clone()).with("to", last.to.clone());
        let headline = headline.with("lines", numbers(about.into_iter()));
        *outcome = Outcome { verdict: "unknown".to_owned(), headline: Some(headline), ..Outcome::default() };
    }
}

/// The connection that a question is about, if it is about one.
fn path_of<'s>(question: &Question<'s>) -> Option<Piece<'s>> {
    match question.ask {
        Ask::Path => Some(question.rest),
        Ask::Fix => question.rest.text.strip_prefix("path").map(|_| question.rest.part(4..question.rest.text.len()).trim()),
        _ => None,
    }
}

/// The names of everything that packets pass, are filtered by and are sent to.
fn touched(world: &World, trips: &[Trip]) -> HashSet<String> {
    let mut names = HashSet::new();
    for hop in trips.iter().flat_map(|trip| &trip.hops) {
        if let Place::At(who) = hop.place {
            names.insert(world.name(who).to_owned());
            names.extend(why::groups(world, who).split(", ").map(str::to_owned));
        }
        if let Place::Subnet(index) = hop.place
            && let Some(subnet) = world.subnets.get(index)
        {
            let table = subnet.table.and_then(|t| world.tables.get(t));
            let acl = subnet.acl.and_then(|a| world.acls.get(a));
            let targets = table.iter().flat_map(|t| &t.routes).filter(|r| world.leads(r, hop.dst)).map(|r| r.target.clone());
            names.extend(targets.chain(table.map(|t| t.id.clone())).chain(acl.map(|a| a.id.clone())).chain([subnet.id.clone()]));
            // Where nothing leads on, what is missing may be anything of the VPC.
            names.extend(hop.block.and_then(|_| world.vpcs.get(subnet.vpc)).map(|v| v.id.clone()));
        }
        if let Place::Internet = hop.place {
            names.extend(hop.block.and_then(|_| world.vpcs.first()).map(|v| v.id.clone()));
        }
    }
    names
}

fn numbers<'a, 's: 'a>(lines: impl Iterator<Item = &'a Line<'s>>) -> String {
    let mut all: Vec<String> = lines.take(MOST + 1).map(|line| line.number.to_string()).collect();
    if all.len() > MOST {
        all.truncate(MOST);
        all.push("…".to_owned());
    }
    all.join(", ")
}

/// The statement in which a byte stands; `None` in a question.
fn line_of(scenario: &str, at: usize) -> Option<Line<'_>> {
    let before = scenario.get(..at.min(scenario.len()))?;
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    let text = scenario.get(begin..)?.lines().next()?;
    let mut words = text.split_whitespace().peekable();
    words.next_if(|word| word.eq_ignore_ascii_case("set") || word.eq_ignore_ascii_case("del"));
    let kind = words.next()?.to_ascii_lowercase();
    if ["path", "fix", "what-if", "reach", "cost"].contains(&kind.as_str()) {
        return None;
    }
    if kind == "endpoint" {
        words.next();
    }
    let id = words.next()?.split(':').next().filter(|id| !id.is_empty())?;
    // What stands for a whole VPC matters wherever that VPC is on the way.
    let whole = matches!(kind.as_str(), "igw" | "eigw" | "endpoint" | "peering");
    let more = if whole { words.collect() } else { Vec::new() };
    Some(Line { number: before.matches('\n').count() + 1, names: std::iter::once(id).chain(more).collect() })
}

#[cfg(test)]
mod tests {
    use crate::sim::Simulator;
    use crate::sim::vpc::Vpc;
    use crate::text::{Lang, Texts};

    const PUBLIC: &str = "vpc A 10.0.0.0/16\nigw g attach A\nsubnet s A 10.0.1.0/24 rt r\nhost app in s 10.0.1.10 public 203.0.113.9\n";

    /// The codes of what is refused, and for each answer its verdict and the first thing that is said of it.
    #[track_caller]
    fn check(scenario: &str, refused: &[&str], answers: &[(&str, &str)]) {
        let run = Vpc.run(scenario);
        assert_eq!(run.refusals.iter().map(|r| r.code).collect::<Vec<_>>(), refused, "{scenario}");
        let first = |o: &crate::sim::Outcome| {
            let message = o.findings.first().map(|f| &f.message).or(o.headline.as_ref());
            message.map(|m| Texts::of(Lang::En).say(m)).unwrap_or_default()
        };
        let said: Vec<(String, String)> = run.outcomes.iter().map(|o| (o.verdict.clone(), first(o))).collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(verdict, text)| (verdict.as_str(), text.as_str())).collect();
        assert_eq!(said, answers, "{scenario}");
    }

    #[test]
    fn a_line_on_the_way_that_cannot_be_read_leaves_no_answer() {
        let unknown = [("unknown", "Whether app reaches internet:443 cannot be said: line 5 could not be read.")];
        check(&format!("{PUBLIC}rt r: 0.0.0.0/0 > g\npath app -> internet:443"), &["E_ARROW"], &unknown);
        check(&format!("{PUBLIC}rt r: 0.0.0.0 -> g\npath app -> internet:443"), &["E_BARE"], &unknown);
    }

    #[test]
    fn a_line_beside_the_way_is_named() {
        let aside = format!("{PUBLIC}rt r: 0.0.0.0/0 -> g\nnacl other: in 0 allow all 0.0.0.0/0\npath app -> internet:443");
        check(&aside, &["E_RULE_NUMBER"], &[("reachable", "Reckoned without line 6, which could not be read.")]);
    }

    #[test]
    fn what_follows_from_a_refusal_is_not_refused_again() {
        let scenario = "vpc A 10.0.0.0/16\nsubnet s A 10.1.1.0/24\nhost app in s 10.1.1.10\npath app -> internet:443";
        check(scenario, &["E_OUTSIDE_VPC"], &[]);
        check("vpc A 10.0.0.0/16\npath app -> internet:443", &["E_UNKNOWN"], &[]);
        let typo = "vpc A 10.0.0.0/16\nsubnet s A 10.0.1.0/24 nacl n\nnacl nn: in 100 allow all 0.0.0.0/0\nhost h in s 10.0.1.9\nhost g in s 10.0.1.8";
        assert_eq!(Vpc.run(typo).refusals.iter().map(|refusal| &typo[refusal.at.clone()]).collect::<Vec<_>>(), ["n"], "the hosts fail over their subnet");
    }

    #[test]
    fn a_bare_destination_is_mended() {
        for (written, mended) in [("0.0.0.0", "0.0.0.0/0"), ("10.1.2.3", "10.1.2.3/32"), ("::", "::/0")] {
            let scenario = format!("{PUBLIC}rt r: {written} -> g\npath app -> internet:443");
            let run = Vpc.run(&scenario);
            let mend = run.refusals[0].mend.as_ref().unwrap();
            assert_eq!(mend.text, mended);
            assert!(mend.apply(&scenario, "").contains(&format!("rt r: {mended} -> g")));
        }
    }

    #[test]
    fn a_rule_in_the_wrong_order_says_so() {
        let rule = |rule: &str| format!("{PUBLIC}rt r: 0.0.0.0/0 -> g\nsg w: {rule}\npath app -> internet:443");
        let refused = |text: &str| {
            let run = Vpc.run(&rule(text));
            (run.refusals[0].code, Texts::of(Lang::En).say(&run.refusals[0].message))
        };
        assert_eq!(refused("in 22 tcp from 0.0.0.0/0"), ("E_ORDER", "the protocol comes before the port".to_owned()));
        assert_eq!(refused("in tcp ssh from 0.0.0.0/0"), ("E_PORT", "ssh is no port or range of ports, 0 to 65535".to_owned()));
        assert_eq!(refused("in tcp 22 to 0.0.0.0/0"), ("E_EXPECTED", "the word from is wanted here, not to".to_owned()));
        let run = Vpc.run(&rule("in tcp ssh from 0.0.0.0/0"));
        assert_eq!(run.refusals[0].mend.as_ref().unwrap().text, "22");
    }
}
