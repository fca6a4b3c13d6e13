//! A scenario: the network that its statements make, and an outcome for each question.

use super::super::cidr::read::{Piece, Read, refuse};
use super::build::build;
use super::sheet::{Ask, Question, Sheet, Statement, Words, edit, odd, read};
use super::unread::Unread;
use super::world::World;
use super::{fix, flow, lint, matrix, story};
use crate::sim::{Cell, Outcome, Panel, Run, Tone};
use crate::text::Message;

/// The grammar for help.
pub const GRAMMAR: &str = "\
vpc NAME NET ... [v6 NET]
subnet NAME VPC NET [v6 NET] [az ZONE] [rt TABLE] [nacl ACL]
rt NAME: DEST -> TARGET [blackhole], ...
igw NAME attach VPC [detached]
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
set STATEMENT
del KIND NAME";

/// Runs every question.
pub fn run(scenario: &str) -> Run {
    let sheet = read(scenario);
    let built = build(&sheet.statements);
    let mut run = Run { outcomes: Vec::new(), refusals: sheet.refusals.clone() };
    run.refusals.extend(built.refusals);
    let unread = Unread::of(scenario, &mut run.refusals);
    for question in &sheet.questions {
        match ask(scenario, &sheet, &built.world, question) {
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

fn ask(scenario: &str, sheet: &Sheet<'_>, world: &World, question: &Question<'_>) -> Read<Outcome> {
    match question.ask {
        Ask::Path => path(scenario, world, question.rest),
        Ask::Fix => {
            let mut words = Words::of(question.rest);
            words.keyword("path")?;
            let mut outcome = path(scenario, world, words.rest())?;
            outcome.panels.retain(|p| matches!(p, Panel::Text { .. }));
            outcome.panels.extend(fix::difference(scenario, &outcome.fixes));
            Ok(outcome)
        }
        Ask::WhatIf => what_if(sheet, world, question.rest),
        Ask::Reach => reach(world, question.rest),
    }
}

fn path(scenario: &str, world: &World, rest: Piece<'_>) -> Read<Outcome> {
    let legs = flow::legs(world, rest)?;
    let mut outcome = story::tell(world, &legs);
    outcome.fixes = fix::fixes(scenario, rest, &outcome.verdict);
    Ok(outcome)
}

/// What a path is worth after a change, beside what it is worth now.
fn what_if(sheet: &Sheet<'_>, world: &World, rest: Piece<'_>) -> Read<Outcome> {
    let quoted = rest.text.strip_prefix('"').and_then(|t| t.find('"'));
    let Some(close) = quoted else { return Err(refuse("E_QUOTE", rest.range(), Message::new("vpc-e-quote"))) };
    let (change, mut words) = (rest.part(1..close + 1).trim(), Words::of(rest.part(close + 2..rest.text.len())));
    words.keyword("path")?;
    let before = story::tell(world, &flow::legs(world, words.rest())?);
    let mut statements: Vec<Statement<'_>> = sheet.statements.clone();
    edit(&mut statements, change)?;
    let after = build(&statements);
    if let Some(refusal) = after.refusals.into_iter().find(|r| change.range().contains(&r.at.start)) {
        return Err(Box::new(refusal));
    }
    let mut outcome = story::tell(&after.world, &flow::legs(&after.world, words.rest())?);
    let row = |id, verdict: &str, codes: &[&str]| {
        vec![Cell::Message(Message::new(id), Tone::Plain), Cell::Text(verdict.to_owned(), tone(verdict)), Cell::Text(codes.join(" "), Tone::Muted)]
    };
    let rows = vec![row("vpc-l-before", &before.verdict, &before.codes), row("vpc-l-after", &outcome.verdict, &outcome.codes)];
    outcome.panels.insert(0, Panel::Table { title: Some(Message::new("vpc-t-what-if").with("change", change.text.to_owned())), header: Vec::new(), rows });
    for step in &mut outcome.steps {
        step.points_at = step.points_at.map(|(panel, row)| (panel + 1, row));
    }
    Ok(outcome)
}

fn tone(verdict: &str) -> Tone {
    match verdict {
        "reachable" => Tone::Good,
        "partly" => Tone::Warn,
        _ => Tone::Bad,
    }
}

fn reach(world: &World, rest: Piece<'_>) -> Read<Outcome> {
    let mut words = Words::of(rest);
    let word = words.need("vpc-w-matrix")?;
    let hosts = match word.text {
        "matrix" => false,
        "hosts" => true,
        _ => return Err(odd(word, &["matrix", "hosts"])),
    };
    let port = words.need("vpc-w-port")?;
    let ports = super::phrase::ports(if port.text.starts_with(':') { port.part(1..port.text.len()) } else { port })?;
    words.done()?;
    Ok(if hosts { matrix::hosts(world, ports) } else { matrix::subnets(world, ports) })
}
