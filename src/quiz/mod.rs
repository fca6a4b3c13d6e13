//! Questions while they are answered: shuffling, judging, feedback.
//!
//! An [`Attempt`] holds one try at a question: what is shown in which order, what the learner has
//! picked, moved or typed so far, and what it is worth. It knows no schedule, no simulator and no
//! screen; whoever asks brings the seed that shuffles, and turns points into a rating.
//!
//! The way of one try: `Attempt::new(question, blank, seed)`; edits (`toggle`, `shift`, `pair`,
//! `write`); `grade()` gives a [`Grading`]. Indexes are those of the question, not of the screen,
//! except where an argument says `shown`.

mod attempt;
mod judge;
mod number;
mod prompt;
mod shuffle;
mod spelling;
mod verdict;

pub use attempt::{Attempt, Field, Sheet};
pub use judge::{Judged, judge};
pub use verdict::{Grading, Mark, Verdict};
