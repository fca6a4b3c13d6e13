//! Memory: cards, the event log's meaning, FSRS, the daily queue.
//!
//! Everything here is a fold over events: [`Memory`] takes [`Event`]s and answers what is known,
//! [`Deck`] says which cards a course has, [`Queue`] what is to be reviewed on a day, [`Session`]
//! walks through it. Nothing reads a clock, a file or chance: whoever stamps an event brings the
//! time, the study day and the id. It does not know how a question is asked or judged.
//!
//! The way of one answer: `session.answer(..)` gives a [`What`]; the store stamps and keeps it and
//! gives back an [`Event`]; `memory.apply(&event)` and `session.saved(event.id)` take it in.

mod card;
mod day;
mod event;
mod rating;

mod fuzz;
mod rename;
mod schedule;

mod memory;
mod progress;
mod tally;
mod trail;

mod deck;
mod queue;
mod session;
mod today;

#[cfg(test)]
mod specimen;

pub use card::{CardId, LessonId};
pub use day::{Millis, Moment, Stamp, StudyDay};
pub use deck::{Card, Deck, Task};
pub use event::{Event, EventId, What};
pub use memory::{Learned, Memory, Phase};
pub use progress::{LessonProgress, Place};
pub use queue::{Limits, Queue};
pub use rating::Rating;
pub use rename::Renames;
pub use schedule::{BadParameters, Next, Scheduler, Step};
pub use session::{Session, Undo};
pub use today::{Answer, Today};
