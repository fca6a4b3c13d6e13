//! What can be tried from an outcome by one key: each an edit of the scenario.
//!
//! No key is one that the lab itself takes in an outcome.

use super::super::cidr::net::Family;
use super::super::cidr::read::Piece;
use super::flow::{Client, Leg, is_public};
use super::packet::{EPHEMERAL, Ports, Proto};
use super::sheet::{Kind, Question, Sheet, Statement};
use super::walk::{Act, Place};
use super::world::{Who, World};
use crate::sim::{Change, Control, Outcome};
use crate::text::Message;

/// Where a path was asked.
pub struct Site<'a, 's> {
    /// The statements.
    pub sheet: &'a Sheet<'s>,
    /// The network that they make.
    pub world: &'a World,
    /// The question.
    pub question: &'a Question<'s>,
    /// The path in it.
    pub path: Piece<'a>,
}

/// What can be tried with a path.
pub fn of_path(site: &Site<'_, '_>, legs: &[Leg], outcome: &Outcome) -> Vec<Control> {
    let all = [
        site.reversed(legs),
        site.matrix(legs),
        site.first_fix(outcome),
        site.gateway(legs),
        site.public_address(legs),
        site.system(legs),
        Some(site.below('c', Message::new("vpc-key-cost"), Some("vpc-ask-gb"), "cost path ".to_owned())),
    ];
    all.into_iter().flatten().collect()
}

/// What can be done with a change that was only tried.
pub fn of_change(question: &Question<'_>, change: Piece<'_>, path: Piece<'_>) -> Vec<Control> {
    let verb = if change.text.starts_with("del ") || change.text.starts_with("set ") { "" } else { "set " };
    let text = format!("{verb}{}\npath {}", change.text, path.text);
    vec![edit('a', Message::new("vpc-key-apply"), question.line, text)]
}

/// What can be done with a matrix.
pub fn of_matrix(word: Piece<'_>, hosts: bool) -> Vec<Control> {
    let (id, other) = if hosts { ("vpc-key-subnets", "matrix") } else { ("vpc-key-hosts", "hosts") };
    vec![edit('h', Message::new(id), word, other.to_owned())]
}

fn edit(key: char, label: Message, old: Piece<'_>, new: String) -> Control {
    Control { key, label, ask: None, change: Change { range: old.range(), text: new } }
}

impl<'s> Site<'_, 's> {
    /// A question on the line below.
    fn below(&self, key: char, label: Message, ask: Option<&'static str>, line: String) -> Control {
        let end = self.question.line.range().end;
        Control { key, label, ask: ask.map(Message::new), change: Change { range: end..end, text: format!("\n{line}") } }
    }

    fn statement(&self, kind: Kind, id: &str) -> Option<&Statement<'s>> {
        self.sheet.statements.iter().find(|s| s.is(kind, id))
    }

    /// The same the other way round: who was called calls, at the same port.
    fn reversed(&self, legs: &[Leg]) -> Option<Control> {
        let proto = legs.first()?.packet.proto;
        let port = legs.last().and_then(|l| l.to.rsplit_once(':')).map(|(_, port)| port).filter(|_| proto.has_ports());
        let mut names: Vec<&str> = legs.iter().map(|l| l.from.as_str()).collect();
        let last = &legs.last()?.to;
        names.push(if port.is_some() { last.rsplit_once(':').map_or(last.as_str(), |(name, _)| name) } else { last });
        if names.iter().any(|name| name.contains(':')) || port.is_some_and(|p| p.contains('-')) {
            return None;
        }
        names.reverse();
        let ended = |name: &str| port.map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"));
        let (first, rest) = names.split_first()?;
        let rest: Vec<String> = rest.iter().map(|name| ended(name)).collect();
        let word = if proto == Proto::Tcp { String::new() } else { format!("{proto} ") };
        Some(edit('t', Message::new("vpc-key-reverse"), self.path, format!("{word}{first} -> {}", rest.join(" -> "))))
    }

    fn matrix(&self, legs: &[Leg]) -> Option<Control> {
        let packet = &legs.last().filter(|l| l.packet.proto == Proto::Tcp)?.packet;
        let port = *packet.dport.ranges().first()?;
        (self.world.subnets.len() > 1)
            .then(|| self.below('m', Message::new("vpc-key-matrix").with("port", port.to_string()), None, format!("reach matrix :{port}")))
    }

    /// The first fix, only tried.
    fn first_fix(&self, outcome: &Outcome) -> Option<Control> {
        let fix = outcome.fixes.first()?;
        let line = &fix.change.text;
        let is_statement = self.sheet.statements.iter().any(|s| s.line.range() == fix.change.range);
        let is_one = is_statement && !line.contains(['"', '\n']);
        is_one.then(|| self.below('f', Message::new("vpc-key-what-if"), None, format!("what-if \"{line}\" path {}", self.path.text)))
    }

    /// The internet gateway on the way, attached or detached.
    fn gateway(&self, legs: &[Leg]) -> Option<Control> {
        let hops = legs.iter().flat_map(|l| l.walk(self.world).hops);
        let igw = hops.into_iter().find_map(|h| if let Place::Igw(igw) = h.place { self.world.igws.get(igw) } else { None })?;
        let statement = self.statement(Kind::Igw, &igw.id)?;
        let line = statement.line.text;
        let (id, text) = if igw.attached {
            ("vpc-key-detach", format!("{line} detached"))
        } else {
            ("vpc-key-attach", line.strip_suffix("detached")?.trim_end().to_owned())
        };
        Some(edit('a', Message::new(id).with("igw", igw.id.clone()), statement.line, text))
    }

    /// The public address of who calls the internet, given or taken.
    fn public_address(&self, legs: &[Leg]) -> Option<Control> {
        let leg = legs.first()?;
        let Client::Inside(Who::Host(index)) = leg.client else { return None };
        if !is_public(self.world, leg.packet.dst) || leg.packet.dst.family() == Family::V6 {
            return None;
        }
        let host = self.world.hosts.get(index)?;
        let statement = self.statement(Kind::Host, &host.id)?;
        let line = statement.line.text;
        let (id, text) = match host.public {
            Some(public) => ("vpc-key-private", line.replacen(&format!(" public {public}"), "", 1)),
            None => ("vpc-key-public", format!("{line} public 203.0.113.{}", 100 + index % 90)),
        };
        (text != line).then(|| edit('p', Message::new(id).with("host", host.id.clone()), statement.line, text))
    }

    /// Another system of who calls, where an ACL looks at its ephemeral ports.
    fn system(&self, legs: &[Leg]) -> Option<Control> {
        let leg = legs.first()?;
        let Client::Inside(Who::Host(index)) = leg.client else { return None };
        let asks = leg.walk(self.world).hops.iter().any(|h| matches!(h.act, Act::Acl(..)));
        let host = self.world.hosts.get(index).filter(|_| asks && leg.packet.proto.has_ports())?;
        let statement = self.statement(Kind::Host, &host.id)?;
        let line = statement.line.text;
        let named = EPHEMERAL.iter().find(|(name, _)| line.contains(&format!(" os {name}")));
        let at = |ports: Ports| if ports == EPHEMERAL[0].1 { EPHEMERAL[1].0 } else { EPHEMERAL[0].0 };
        let next = at(host.ephemeral);
        let text = match named {
            Some((name, _)) => line.replacen(&format!(" os {name}"), &format!(" os {next}"), 1),
            None => format!("{line} os {next}"),
        };
        Some(edit('o', Message::new("vpc-key-system").with("host", host.id.clone()).with("os", next), statement.line, text))
    }
}
