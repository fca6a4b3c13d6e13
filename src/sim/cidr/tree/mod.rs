//! `tree`: a network divided by hand, each division a line of the scenario.

mod edit;
mod export;
mod leaves;
mod view;

use super::net::Net;
use super::read::{Piece, Read, refuse};
use super::say::notices;
use super::set;
use super::words::Words;
use crate::sim::{Outcome, Refusal};
use crate::text::{Message, excerpt};

pub use edit::SHAPES;
use leaves::MOST;

/// The lines of a tree: the first, without its command, and the edits after it.
pub struct Block<'s> {
    /// The whole scenario.
    pub scenario: &'s str,
    /// What follows the word `tree`.
    pub head: Words<'s>,
    /// The lines after it.
    pub edits: Vec<Piece<'s>>,
}

impl Block<'_> {
    /// Where a further edit would be put: at the end of the last line, after a comment in it.
    fn end(&self) -> usize {
        let said = self.edits.last().map_or(self.head.asked.end, |line| line.range().end);
        let rest = self.scenario.get(said..).unwrap_or_default();
        said + rest.find('\n').unwrap_or(rest.len())
    }
}

/// Grows the tree; an edit that cannot be read or done is refused and the others are done.
pub fn tree(mut block: Block<'_>) -> (Read<Outcome>, Vec<Refusal>) {
    let targets = match roots(&mut block.head) {
        Ok(targets) => targets,
        Err(refusal) => return (Err(refusal), Vec::new()),
    };
    let roots: Vec<Net> = targets.iter().map(|t| t.net).collect();
    let mut grown = edit::Grown::new(roots);
    let mut refusals = Vec::new();
    for line in &block.edits {
        if let Err(refusal) = grown.edit(*line) {
            refusals.push(*refusal);
        }
    }
    let mut outcome = view::outcome(&grown, &block.head.asked, block.end());
    outcome.asked = block.head.asked.start..block.end();
    outcome.notices = notices(&targets);
    (Ok(outcome), refusals)
}

fn roots(head: &mut Words<'_>) -> Read<Vec<super::read::Target>> {
    let mut targets = vec![head.target()?];
    while head.eat(&["+"]) {
        targets.push(head.target()?);
    }
    let rest = head.take_rest();
    if !rest.text.is_empty() {
        return Err(refuse("E_TRAILING", rest.range(), Message::new("cidr-e-trailing").with("text", excerpt(rest.text))));
    }
    if targets.len() > MOST {
        return Err(refuse("E_LEAVES", head.asked.clone(), Message::new("cidr-e-roots-many").with("most", MOST)));
    }
    let nets: Vec<Net> = targets.iter().map(|t| t.net).collect();
    match set::overlaps(&nets, MOST).unwrap_or_default().first().and_then(|(i, j)| Some((targets.get(*i)?, targets.get(*j)?))) {
        Some((first, second)) => Err(refuse("E_OVERLAP", second.at.clone(), Message::new("cidr-e-roots").with("net", second.net).with("other", first.net))),
        None => Ok(targets),
    }
}
