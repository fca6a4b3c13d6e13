use std::fmt;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Millis(pub i64);

/// A study day: the days from 1970-01-01 to the local date on which it began.
///
/// A study day begins at 04:00 local time, so an answer at 01:30 belongs to the evening before.
/// All intervals are counted in study days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StudyDay(pub i32);

/// A time as a clock shows it at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// The time.
    pub at: Millis,
    /// How many minutes the study day is ahead of UTC: the offset of the time zone, less the hour at which a day begins.
    pub ahead: i16,
}

/// A moment with the study day that was settled for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp {
    /// The moment.
    pub moment: Moment,
    /// Its study day.
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
    /// The study day by the clock of the place alone.
    #[must_use]
    pub fn local_day(self) -> StudyDay {
        day_of(self.at, self.ahead)
    }

    /// This moment with its study day, when `last` is the latest known.
    ///
    /// A study day begins whenever the night ends at the place, so a journey neither loses nor
    /// doubles one: as many days have begun as 04:00s have passed, by the clock of either place.
    /// Where the two disagree, the local date decides. After a journey across the date line the
    /// days may thus be one off the calendar; they follow it again after a day without study.
    ///
    /// A clock that is set back begins no day and undoes none; if it is set back by more than a
    /// day, the earlier reading was the wrong one, and the local date stands.
    #[must_use]
    pub fn stamped(self, last: Option<Stamp>) -> Stamp {
        Stamp { moment: self, day: last.map_or(self.local_day(), |last| self.day_after(last)) }
    }

    fn day_after(self, last: Stamp) -> StudyDay {
        let local = self.local_day();
        if self.at.0.saturating_sub(last.moment.at.0) < -DAY {
            return local;
        }
        let begun = |ahead| i32::try_from(day_of(self.at, ahead).since(day_of(last.moment.at, ahead))).unwrap_or(i32::MAX);
        let (here, there) = (begun(self.ahead), begun(last.moment.ahead));
        if here.min(there) > 1 {
            return local.max(last.day + 1);
        }
        local.clamp(last.day + here.min(there), last.day + here.max(there))
    }
}

fn day_of(at: Millis, ahead: i16) -> StudyDay {
    let day = at.0.saturating_add(i64::from(ahead) * MINUTE).div_euclid(DAY);
    StudyDay(i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX }))
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

    const SEOUL: i16 = 9;
    const SINGAPORE: i16 = 8;
    const LOS_ANGELES: i16 = -8;
    const NEW_YORK: i16 = -5;

    /// A day of January 1970 and an hour of the local clock, in a time zone; then the study day that is expected.
    #[track_caller]
    fn check(journey: &[(i64, i64, i16, i32)]) {
        let mut last = None;
        for (day, hour, zone, expected) in journey {
            let at = Millis(((day - 1) * 24 + hour - i64::from(*zone)) * 60 * MINUTE);
            let stamp = Moment { at, ahead: (zone - 4) * 60 }.stamped(last);
            assert_eq!(stamp.day, StudyDay(expected - 1), "on the {day}th at {hour}");
            last = last.max(Some(stamp));
        }
    }

    #[test]
    fn at_home_the_local_date_stands() {
        check(&[(2, 4, SEOUL, 2), (2, 23, SEOUL, 2), (3, 3, SEOUL, 2), (3, 4, SEOUL, 3), (5, 23, SEOUL, 5), (7, 5, SEOUL, 7)]);
    }

    #[test]
    fn a_flight_west_over_the_date_line_doubles_no_day() {
        check(&[(3, 6, SEOUL, 3), (2, 13, LOS_ANGELES, 3), (2, 23, LOS_ANGELES, 3), (3, 9, LOS_ANGELES, 4), (4, 9, LOS_ANGELES, 5)]);
    }

    #[test]
    fn a_flight_east_over_the_date_line_loses_no_day() {
        check(&[(1, 23, LOS_ANGELES, 1), (3, 5, SEOUL, 2), (4, 8, SEOUL, 3), (5, 9, SEOUL, 4)]);
    }

    #[test]
    fn a_changed_time_zone_alone_begins_no_day() {
        check(&[(5, 20, NEW_YORK, 5), (6, 10, SEOUL, 5), (7, 3, SEOUL, 5), (7, 10, SEOUL, 6)]);
        check(&[(5, 10, SEOUL, 5), (4, 21, NEW_YORK, 5), (5, 10, NEW_YORK, 6)]);
    }

    #[test]
    fn a_short_hop_before_the_night_ends_begins_no_day() {
        check(&[(5, 4, SEOUL, 5), (5, 10, SINGAPORE, 5), (6, 10, SINGAPORE, 6)]);
    }

    #[test]
    fn after_a_day_without_study_the_calendar_stands_again() {
        check(&[(1, 23, LOS_ANGELES, 1), (3, 5, SEOUL, 2), (5, 8, SEOUL, 5)]);
        check(&[(3, 6, SEOUL, 3), (2, 14, LOS_ANGELES, 3), (3, 9, LOS_ANGELES, 4), (5, 9, LOS_ANGELES, 5)]);
    }

    #[test]
    fn a_clock_set_back_undoes_no_day() {
        check(&[(5, 6, SEOUL, 5), (4, 20, SEOUL, 5), (5, 7, SEOUL, 5)]);
    }

    #[test]
    fn a_clock_that_was_far_ahead_is_not_believed_afterwards() {
        check(&[(900, 10, SEOUL, 900), (3, 10, SEOUL, 3), (4, 10, SEOUL, 4)]);
    }
}
