//! The clock of the machine, read as a study day of the place.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::study::{Millis, Moment, StudyDay};

/// Now, and the study day by the local clock.
#[must_use]
pub fn now() -> Moment {
    moment(&ZonedDateTime::now(), StudyDay::BEGINS)
}

/// The moment of a time in UTC, in a time zone, with study days that begin at the hour `begins`.
#[must_use]
pub fn moment_in(at: Millis, zone: &TimeZone, begins: i8) -> Moment {
    let time = Timestamp::from_millisecond(at.0).unwrap_or_default();
    moment(&time.to_zoned_datetime(zone.clone()), begins)
}

fn moment(time: &ZonedDateTime, begins: i8) -> Moment {
    let ahead = time.offset().seconds() / 60 - i32::from(begins) * 60;
    Moment { at: Millis(time.timestamp().as_millisecond()), ahead: i16::try_from(ahead).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(time: &str, zone: &str, expected: &str) {
        let at = Millis(time.parse::<Timestamp>().unwrap().as_millisecond());
        let zone = TimeZone::posix(zone).unwrap();
        assert_eq!(moment_in(at, &zone, StudyDay::BEGINS).local_day().to_string(), expected, "{time}");
    }

    #[test]
    fn a_study_day_begins_at_four_local_time() {
        check("2026-11-23T18:59:59Z", "KST-9", "2026-11-23");
        check("2026-11-23T19:00:00Z", "KST-9", "2026-11-24");
        check("2026-11-24T08:59:00Z", "EST5EDT,M3.2.0,M11.1.0", "2026-11-23");
        check("2026-11-24T09:00:00Z", "EST5EDT,M3.2.0,M11.1.0", "2026-11-24");
    }

    #[test]
    fn daylight_saving_moves_the_beginning_with_the_clock() {
        check("2026-07-01T07:59:00Z", "EST5EDT,M3.2.0,M11.1.0", "2026-06-30");
        check("2026-07-01T08:00:00Z", "EST5EDT,M3.2.0,M11.1.0", "2026-07-01");
    }
}
