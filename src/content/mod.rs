//! What a course is: lessons of blocks, questions, scenarios; the order they are read in; and every problem that its files have.
//!
//! Pure: it is given text and returns values with [`Problem`]s beside them. It does not know where
//! files lie, what a simulator computes or how anything is drawn.

mod block;
mod course;
mod id;
mod lesson;
mod price;
mod problem;
mod question;

pub use block::{AlertKind, Align, Block, BlockKind, Drill, Expect, Inline, Inlines, Item, Scenario, Target};
pub use course::{Bilingual, Course, Module, Part};
pub use id::{Anchor, QuestionId, Slug};
pub use lesson::{Front, Lesson, Link, Section};
pub use price::{Price, PriceRef, Prices, Status};
pub use problem::{Problem, Source};
pub use question::{Accepted, Blank, Choice, Kind, Question};
