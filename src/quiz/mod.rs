//! Questions while they are answered: shuffling, grading, feedback. Knows no schedule, no simulator, no screen.
