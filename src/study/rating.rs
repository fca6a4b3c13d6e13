use std::fmt;

use serde::{Deserialize, Serialize};

/// How well a card was remembered: FSRS's four grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Rating {
    /// Forgotten, or wrong.
    Again,
    /// Remembered with effort.
    Hard,
    /// Remembered.
    Good,
    /// Known without thinking.
    Easy,
}

impl Rating {
    /// The four, in the order of their keys.
    pub const ALL: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    /// The number of its key and in the log: 1 to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The rating of a number from 1 to 4.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Rating> {
        Rating::ALL.into_iter().find(|r| r.number() == number)
    }

    /// What `got` of `of` points come to: under half of them Again, under four fifths Hard, else Good.
    ///
    /// What is either right or wrong has one point.
    #[must_use]
    pub fn from_points(got: usize, of: usize) -> Rating {
        if got * 2 < of || of == 0 {
            Rating::Again
        } else if got * 5 < of * 4 {
            Rating::Hard
        } else {
            Rating::Good
        }
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> u8 {
        rating.number()
    }
}

impl TryFrom<u8> for Rating {
    type Error = UnknownRating;

    fn try_from(number: u8) -> Result<Rating, UnknownRating> {
        Rating::from_number(number).ok_or(UnknownRating(number))
    }
}

/// A number that is no rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRating(u8);

impl fmt::Display for UnknownRating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a rating from 1 to 4", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_become_a_rating() {
        use Rating::{Again, Good, Hard};
        for (got, of, expected) in [(1, 1, Good), (0, 1, Again), (2, 5, Again), (1, 2, Hard), (3, 4, Hard), (4, 5, Good), (5, 5, Good), (0, 0, Again)] {
            assert_eq!(Rating::from_points(got, of), expected, "{got} of {of}");
        }
    }
}
