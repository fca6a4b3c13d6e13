//! What a course is: lessons of blocks, questions, scenarios; the order they are read in; and every problem that its files have.
//!
//! Pure: it is given text and returns values with [`Problem`]s beside them. It does not know where
//! files lie, what a simulator computes or how anything is drawn.

mod id;
mod problem;

mod block;
mod question;

mod lesson;

mod course;
mod price;

mod catalogue;
mod manifest;
mod read;

mod check;

mod front;
mod keys;

mod fence;
mod link;
mod markdown;

pub use block::{AlertKind, Align, Block, BlockKind, Drill, Expect, Inline, Inlines, Item, Scenario, Target, plain};
pub use catalogue::parse_course;
pub use check::{Checks, Ran, Refused, SimulatorFacts, check};
pub use course::{Bilingual, Course, Module, Part};
pub use id::{Anchor, QuestionId, Slug};
pub use lesson::{Front, Lesson, Link, Reference, Referent, Section};
pub use price::{Price, PriceRef, PriceRow, PriceSpeaker, Prices, SpokenPrice, Status, region_name};
pub use problem::{Problem, Source};
pub use question::{Accepted, Blank, Choice, Kind, Question};
pub use read::parse_lesson;
