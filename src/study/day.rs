use std::fmt;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Millis(pub i64);

/// A study day: the days from 1970-01-01 to the local date on which it began.
///
/// A study day begins at 04:00 local time, so an answer at 01:30 belongs to the evening before.
/// All intervals are counted in study days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StudyDay(pub i32);

/// A time and the study day that the local clock gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// The time.
    pub at: Millis,
    /// The study day, by the clock of the place.
    pub day: StudyDay,
}

impl StudyDay {
    /// The hour at which a study day begins.
    pub const BEGINS: i8 = 4;

    /// Year, month and day of the date on which it began.
    ///
    /// After "chrono-compatible low-level date algorithms" by Howard Hinnant: years from March on,
    /// in eras of 400.
    #[must_use]
    pub fn date(self) -> (i64, u32, u32) {
        let days = i64::from(self.0) + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1))
    }

    /// The day of the week, Monday 0 to Sunday 6.
    #[must_use]
    pub fn weekday(self) -> usize {
        usize::try_from((i64::from(self.0) + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// The study days from `earlier` to this one; none if this one is before it.
    ///
    /// A clock that was set back thus never gives a negative interval.
    #[must_use]
    pub fn since(self, earlier: StudyDay) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }
}

impl Moment {
    /// The study day of this moment when `last` was the one before it.
    ///
    /// On a journey the local date may jump ahead or back. A study day never goes back, and never
    /// runs ahead of the time that has really passed: in `h` hours between `h / 24` and `h / 24 + 1`
    /// days begin (three hours of grace for daylight saving and short hops). If the clock was set back by more than a
    /// day, the earlier reading was the wrong one, and the local date stands.
    #[must_use]
    pub fn day_after(self, last: Option<Moment>) -> StudyDay {
        let Some(last) = last else { return self.day };
        let passed = self.at.0.saturating_sub(last.at.0);
        if passed < -DAY {
            return self.day;
        }
        let least = last.day + days((passed - 3 * HOUR).max(0));
        let most = last.day + days((passed + 3 * HOUR).max(0)) + 1;
        self.day.clamp(least, most)
    }
}

fn days(passed: i64) -> i32 {
    i32::try_from(passed / DAY).unwrap_or(i32::MAX)
}

impl Add<i32> for StudyDay {
    type Output = StudyDay;

    fn add(self, days: i32) -> StudyDay {
        StudyDay(self.0.saturating_add(days))
    }
}

impl Sub<i32> for StudyDay {
    type Output = StudyDay;

    fn sub(self, days: i32) -> StudyDay {
        StudyDay(self.0.saturating_sub(days))
    }
}

impl fmt::Display for StudyDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_date() {
        for (day, date, weekday) in
            [(0, "1970-01-01", 3), (20_781, "2026-11-24", 1), (11_016, "2000-02-29", 1), (-1, "1969-12-31", 2), (47_540, "2100-02-28", 6)]
        {
            assert_eq!((StudyDay(day).to_string().as_str(), StudyDay(day).weekday()), (date, weekday));
        }
    }

    #[test]
    fn no_interval_is_negative() {
        assert_eq!(StudyDay(5).since(StudyDay(3)), 2);
        assert_eq!(StudyDay(3).since(StudyDay(5)), 0);
    }

    /// A moment at an hour counted from a common start, on the study day that the local clock shows.
    fn at(hour: i64, day: i32) -> Moment {
        Moment { at: Millis(hour * HOUR), day: StudyDay(day) }
    }

    #[track_caller]
    fn check(moments: &[Moment], expected: &[i32]) {
        let mut last = None;
        let mut days = Vec::new();
        for now in moments {
            let day = now.day_after(last);
            last = Some(Moment { at: now.at, day });
            days.push(day.0);
        }
        assert_eq!(days, expected);
    }

    #[test]
    fn at_home_the_local_date_stands() {
        check(&[at(8, 0), at(23, 0), at(27, 0), at(28, 1), at(75, 2), at(76, 3), at(1000, 41)], &[0, 0, 0, 1, 2, 3, 41]);
    }

    #[test]
    fn a_journey_west_does_not_go_back_a_day() {
        // Seoul on the morning of day 1, Los Angeles where it is still day 0, then day 1 there.
        check(&[at(30, 1), at(42, 0), at(50, 1), at(75, 2)], &[1, 1, 1, 2]);
    }

    #[test]
    fn a_journey_east_does_not_skip_a_day() {
        // Los Angeles late on day 0, fourteen hours later Seoul where it is day 2 already.
        check(&[at(23, 0), at(37, 2), at(60, 3)], &[0, 1, 2]);
    }

    #[test]
    fn daylight_saving_does_not_move_a_day() {
        check(&[at(4, 0), at(28, 0), at(29, 1)], &[0, 0, 1]);
    }

    #[test]
    fn a_clock_that_was_ahead_is_not_believed_afterwards() {
        check(&[at(24 * 900, 900), at(24 * 3, 3), at(24 * 4, 4)], &[900, 3, 4]);
        check(&[at(30, 1), at(20, 0)], &[1, 1]);
    }
}
