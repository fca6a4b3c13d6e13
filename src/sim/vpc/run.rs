//! A scenario: the network that its statements make, and an outcome for each question.

use super::super::cidr::read::{Piece, Read, refuse};
use super::build::build;
use super::control::{self, Site};
use super::limits::{Budget, MOST_REFUSALS};
use super::sheet::{Ask, Question, Sheet, Words, odd, read};
use super::unread::Unread;
use super::world::World;
use super::{bill, fix, flow, least, lint, matrix, story};
use crate::sim::{Cell, Outcome, Panel, Run, Tone};
use crate::text::Message;

/// The grammar for help.
pub const GRAMMAR: &str = "\
vpc NAME NET ... [v6 NET]
subnet NAME VPC NET [v6 NET] [az ZONE] [rt TABLE] [nacl ACL]
rt NAME: DEST -> TARGET [blackhole], ...
igw NAME attach VPC [detached]
eigw NAME attach VPC
nat NAME in SUBNET [ip ADDRESS] (eip ADDRESS | private)
endpoint gateway NAME SERVICE VPC
endpoint interface NAME SERVICE in SUBNET [ip ADDRESS] [sg SG,...] [dns on|off]
peering NAME VPC VPC
prefix NAME NET ...
outside NAME ADDRESS
host NAME in SUBNET ADDRESS [v6 ADDRESS] [public ADDRESS] [sg SG,...] [os linux|windows|elb|nat|lambda] [nocheck]
sg NAME: in PROTO PORTS from NET|SG|LIST; out PROTO PORTS to NET|SG|LIST; out none
nacl NAME: in|out NUMBER allow|deny PROTO PORTS NET; ...

path [PROTO] FROM[:PORT] -> TO:PORT [-> TO:PORT]
fix path ...
what-if \"STATEMENT\" path ...
reach matrix|hosts :PORT
cost path GB [seoul|virginia] [[PROTO] FROM -> TO:PORT ...]
set STATEMENT
del KIND NAME";

/// Runs every question.
pub fn run(scenario: &str) -> Run {
    let sheet = read(scenario);
    let built = build(&sheet);
    let mut run = Run { outcomes: Vec::new(), refusals: sheet.refusals.clone() };
    run.refusals.extend(built.refusals);
    let unread = Unread::of(scenario, &mut run.refusals);
    let mut at = Desk { scenario, sheet: &sheet, world: &built.world, budget: Budget::default() };
    for question in &sheet.questions {
        if run.refusals.len() >= 2 * MOST_REFUSALS {
            break;
        }
        match at.ask(question) {
            Ok(mut outcome) => {
                unread.weigh(&mut outcome, &built.world, question);
                run.outcomes.push(Outcome { asked: question.line.range(), ..outcome });
            }
            Err(refusal) if unread.explains(scenario, &refusal) => {}
            Err(refusal) => run.refusals.push(*refusal),
        }
    }
    if sheet.questions.is_empty() && run.refusals.is_empty() {
        let end = scenario.trim_end().len();
        let empty = refuse("E_EMPTY", end..end, Message::new("vpc-e-empty"));
        run.refusals.push(*super::super::cidr::read::hinted(empty, Message::new("vpc-h-path")));
    }
    if let Some(first) = run.outcomes.first_mut() {
        first.notices.extend(lint::look(&built.world));
    }
    run.refusals.sort_by_key(|r| r.at.start);
    run
}

/// A text that is being asked, and how much work it may still make.
struct Desk<'d, 's> {
    scenario: &'s str,
    sheet: &'d Sheet<'s>,
    world: &'d World,
    budget: Budget,
}

impl Desk<'_, '_> {
    fn ask(&mut self, question: &Question<'_>) -> Read<Outcome> {
        match question.ask {
            Ask::Path => self.path(question, question.rest),
            Ask::Fix => {
                let mut words = Words::of(question.rest);
                words.keyword("path")?;
                let mut outcome = self.path(question, words.rest())?;
                outcome.panels.retain(|p| matches!(p, Panel::Text { .. }));
                outcome.panels.extend(fix::difference(self.scenario, &outcome.fixes));
                outcome.steps.clear();
                Ok(outcome)
            }
            Ask::WhatIf => self.what_if(question),
            Ask::Reach => self.reach(question),
            Ask::Cost => bill::cost(self.world, question, self.path_before(question)),
        }
    }

    fn path(&mut self, question: &Question<'_>, rest: Piece<'_>) -> Read<Outcome> {
        let legs = flow::legs(self.world, rest)?;
        let mut outcome = story::tell(self.world, &legs);
        outcome.fixes = fix::fixes(self.scenario, rest, &outcome.verdict, &mut self.budget);
        let site = Site { sheet: self.sheet, world: self.world, question, path: rest };
        outcome.controls = control::of_path(&site, &legs, &outcome);
        if outcome.verdict == "reachable"
            && let Some((notice, control)) = least::narrower(&site, self.scenario, &legs, &mut self.budget)
        {
            outcome.notices.push(notice);
            outcome.controls.push(control);
        }
        Ok(outcome)
    }

    /// What a path is worth after a change, beside what it is worth now.
    fn what_if(&mut self, question: &Question<'_>) -> Read<Outcome> {
        let rest = question.rest;
        self.budget.change(self.scenario.len(), question.line.range())?;
        let quoted = rest.text.strip_prefix('"').and_then(|t| t.find('"'));
        let Some(close) = quoted else { return Err(refuse("E_QUOTE", rest.range(), Message::new("vpc-e-quote"))) };
        let (change, mut words) = (rest.part(1..close + 1).trim(), Words::of(rest.part(close + 2..rest.text.len())));
        words.keyword("path")?;
        let before = story::tell(self.world, &flow::legs(self.world, words.rest())?);
        let mut changed = self.sheet.clone();
        changed.edit(change)?;
        let after = build(&changed);
        if let Some(refusal) = after.refusals.into_iter().find(|r| change.range().contains(&r.at.start)) {
            return Err(Box::new(refusal));
        }
        let mut outcome = story::tell(&after.world, &flow::legs(&after.world, words.rest())?);
        outcome.panels.insert(0, compared(change, &before, &outcome));
        for step in &mut outcome.steps {
            step.points_at = step.points_at.map(|(panel, row)| (panel + 1, row));
        }
        outcome.controls = control::of_change(question, change, words.rest());
        Ok(outcome)
    }

    /// The path that was asked last before a question.
    fn path_before(&self, question: &Question<'_>) -> Option<Piece<'_>> {
        let before = self.sheet.questions.iter().filter(|q| q.line.at < question.line.at);
        before
            .filter_map(|q| match q.ask {
                Ask::Path => Some(q.rest),
                Ask::Fix => Words::of(q.rest).eat("path").then(|| q.rest.part(4..q.rest.text.len()).trim()),
                _ => None,
            })
            .next_back()
    }

    fn reach(&mut self, question: &Question<'_>) -> Read<Outcome> {
        let mut words = Words::of(question.rest);
        let word = words.need("vpc-w-matrix")?;
        let hosts = match word.text {
            "matrix" => false,
            "hosts" => true,
            _ => return Err(odd(word, &["matrix", "hosts"])),
        };
        let port = words.need("vpc-w-port")?;
        let ports = super::phrase::ports(if port.text.starts_with(':') { port.part(1..port.text.len()) } else { port })?;
        words.done()?;
        let count = if hosts { self.world.hosts.len().min(matrix::MOST) } else { self.world.subnets.len() };
        self.budget.matrix(count, question.line.range())?;
        let mut outcome = if hosts { matrix::hosts(self.world, ports) } else { matrix::subnets(self.world, ports) };
        outcome.controls = control::of_matrix(word, hosts);
        Ok(outcome)
    }
}

/// What a path was worth before a change and after it.
fn compared(change: Piece<'_>, before: &Outcome, after: &Outcome) -> Panel {
    let row = |id, outcome: &Outcome| {
        let verdict = outcome.verdict.as_str();
        vec![Cell::Message(Message::new(id), Tone::Plain), Cell::Text(verdict.to_owned(), tone(verdict)), Cell::Text(outcome.codes.join(" "), Tone::Muted)]
    };
    let title = Message::new("vpc-t-what-if").with("change", change.text.to_owned());
    Panel::Table { title: Some(title), header: Vec::new(), rows: vec![row("vpc-l-before", before), row("vpc-l-after", after)] }
}

fn tone(verdict: &str) -> Tone {
    match verdict {
        "reachable" => Tone::Good,
        "partly" => Tone::Warn,
        _ => Tone::Bad,
    }
}
