//! Simulators: pure functions from scenario text to an outcome.
//!
//! A scenario is what stands in a lesson's fence, what the command line takes and what the lab's
//! editor holds. Every control of the lab is an edit of that text, so undo, sharing and replay come
//! for free. No simulator knows a lesson, a terminal, a clock or a file.
//!
//! A new simulator is one file or folder here, one line in [`ALL`], one `.ftl` file per language.

mod drill;
mod edit;
mod flag;
mod outcome;
mod rng;
mod table;

pub mod cidr;
pub mod cors;
pub mod cost;
pub mod dynamodb;
pub mod vpc;

pub use drill::{Drill, DrillKind, Judgement};
pub use flag::{Flag, Writes, flagged};
pub use outcome::{Bit, BitRow, Cell, Change, Control, Finding, Fix, Notice, Outcome, Panel, Refusal, Run, Step, Tone, TreeRow, line_change};

use serde_json::Value;

use crate::text::Message;

/// Every simulator, in the order in which they are listed.
pub const ALL: &[&dyn Simulator] = &[&cidr::Cidr, &vpc::Vpc, &cors::Cors, &cost::Cost, &dynamodb::DynamoDb];

/// What a simulator must offer. Messages of a simulator begin with its name: `cidr-split-title`.
pub trait Simulator: Sync {
    /// The word after `sim` in a fence and on the command line.
    fn name(&self) -> &'static str;

    /// One sentence: what it shows.
    fn summary(&self) -> Message {
        Message::new(self.summary_id())
    }

    /// The id of the summary's message.
    fn summary_id(&self) -> &'static str;

    /// The grammar as it is shown by `sim NAME --help`, one form a line; the same in every language.
    fn grammar(&self) -> &'static str;

    /// The id of the message that explains the words of the grammar which do not explain themselves.
    fn words_id(&self) -> Option<&'static str> {
        None
    }

    /// Scenarios worth trying, the first of them what the lab opens with.
    fn examples(&self) -> &'static [&'static str];

    /// Every code that an outcome may have: each is explained by a lesson of the built-in course.
    ///
    /// Codes of refusals, such as `E_OCTET`, are not among them: a refusal explains itself.
    fn codes(&self) -> &'static [&'static str];

    /// The flags of the command line that write a part of a scenario, in the order of the help.
    fn flags(&self) -> &'static [Flag] {
        &[]
    }

    /// Runs a scenario. It never fails: what cannot be read is a refusal in the result.
    fn run(&self, scenario: &str) -> Run;

    /// The batch door: answers one request of the form recorded in `tests/vectors`.
    ///
    /// # Errors
    ///
    /// A request that cannot be answered, with a code and where in the request it went wrong.
    fn answer(&self, request: &Value) -> Result<Value, Box<Refusal>>;

    /// The kinds of drill, in the order in which they are taught.
    fn drills(&self) -> &'static [DrillKind];

    /// Makes a drill, drawing from the generator in `rng.rs`: the same `kind`, `level` (1 to 3) and `seed` always give the same.
    ///
    /// `None` if there is no such kind.
    fn drill(&self, kind: &str, level: u8, seed: u64) -> Option<Drill>;

    /// Judges an answer to a drill by its value, not its text, and names the mistake if it is a known one.
    fn judge(&self, drill: &Drill, answer: &str) -> Judgement;
}

/// The simulator of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static dyn Simulator> {
    ALL.iter().copied().find(|s| s.name() == name)
}
