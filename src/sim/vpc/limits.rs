//! How much a network may hold, so that every run ends soon and stays small.
//!
//! All of it lies far above what AWS itself takes; AWS's own quotas are remarks, in `quota.rs`.

use std::ops::Range;

use super::super::cidr::read::{Read, hinted, refuse};
use super::sheet::Kind;
use crate::sim::Refusal;
use crate::text::Message;

/// The longest text, in bytes.
pub const LONGEST: usize = 16 << 20;
/// The longest line, in bytes.
pub const LONGEST_LINE: usize = 4 << 20;
/// The most lines that say something.
pub const MOST_LINES: usize = 10_000;
/// The most rules and routes in all: 200 tables of 1,000 routes and some.
pub const MOST_PARTS: usize = 250_000;
/// The most routes when every prefix list stands for its networks.
pub const MOST_ROUTES: usize = 500_000;
/// The most networks of a prefix list; AWS takes as many.
pub const MOST_NETS: usize = 1_000;
/// The most refusals; who has more mends these first.
pub const MOST_REFUSALS: usize = 50;
/// The most questions.
pub const MOST_QUESTIONS: usize = 100;
/// The most connections of one path.
pub const MOST_LEGS: usize = 16;

/// The most of each kind of thing, where the lines alone would allow too many.
const MOST: &[(Kind, usize)] =
    &[(Kind::Vpc, 200), (Kind::Subnet, 2_000), (Kind::Nat, 500), (Kind::Igw, 500), (Kind::Egress, 500), (Kind::Gateway, 500), (Kind::Peering, 2_000)];

/// The most of a kind of thing.
#[must_use]
pub fn most(kind: Kind) -> usize {
    MOST.iter().find(|(k, _)| *k == kind).map_or(MOST_LINES, |(_, most)| *most)
}

/// A refusal: there is more of something than can be taken.
#[must_use]
pub fn too_many(at: Range<usize>, what: &'static str, most: usize) -> Box<Refusal> {
    let message = Message::new("vpc-e-many").with("what", Message::new(what)).with("most", most);
    hinted(refuse("E_MANY", at, message), Message::new("vpc-h-many"))
}

/// How much work one run may still do.
#[derive(Debug)]
pub struct Budget {
    /// Bytes of text that may be read to try a change.
    tried: usize,
    /// Bytes of text that may be read for questions that change the network.
    changed: usize,
    /// Pairs of a matrix.
    pairs: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { tried: 8 << 20, changed: 64 << 20, pairs: 160_000 }
    }
}

impl Budget {
    /// Whether a change may still be tried on a text so long.
    pub fn try_text(&mut self, bytes: usize) -> bool {
        let left = self.tried.checked_sub(bytes);
        self.tried = left.unwrap_or(0);
        left.is_some()
    }

    /// Takes a question that changes a text so long.
    pub fn change(&mut self, bytes: usize, at: Range<usize>) -> Read<()> {
        self.changed = self.changed.checked_sub(bytes).ok_or_else(|| too_many(at, "vpc-many-changes", (64 << 20) / bytes.max(1)))?;
        Ok(())
    }

    /// Takes a matrix of so many.
    pub fn matrix(&mut self, count: usize, at: Range<usize>) -> Read<()> {
        let pairs = count.saturating_mul(count);
        self.pairs = self.pairs.checked_sub(pairs).ok_or_else(|| too_many(at, "vpc-many-pairs", 160_000))?;
        Ok(())
    }
}
