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
    let epoch = jiff::civil::Date::constant(1970, 1, 1);
    let days = time.date().since(epoch).map_or(0, |span| span.get_days());
    Moment { at: Millis(time.timestamp().as_millisecond()), day: StudyDay(days) - i32::from(time.hour() < begins) }
}
