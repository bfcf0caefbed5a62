//! Days and times in Jakarta (WIB, UTC+7): what providers mean by a day.

use std::ops::Range;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::wire::wib;

/// The day that a time falls on.
///
/// ```
/// use chrono::{DateTime, Utc};
/// use payments_core::jakarta;
///
/// let late_in_london: DateTime<Utc> = "2026-02-28T17:00:00Z".parse()?;
/// assert_eq!(jakarta::day(late_in_london).to_string(), "2026-03-01");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[must_use]
pub fn day(time: DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&wib()).date_naive()
}

/// A time for people, to the second and with its offset: `2026-03-01 00:00:05 WIB (+07:00)`. Output
/// for programs uses UTC.
///
/// ```
/// use chrono::{DateTime, Utc};
/// use payments_core::jakarta;
///
/// let time: DateTime<Utc> = "2026-02-28T17:00:05Z".parse()?;
/// assert_eq!(jakarta::text(time), "2026-03-01 00:00:05 WIB (+07:00)");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[must_use]
pub fn text(time: DateTime<Utc>) -> String {
    let time = time.with_timezone(&wib());
    time.format("%Y-%m-%d %H:%M:%S WIB (%:z)").to_string()
}

/// From the first moment of a day to the first moment of the next day (exclusive).
///
/// ```
/// use chrono::{DateTime, Utc};
/// use payments_core::jakarta;
///
/// let day = jakarta::bounds("2026-03-01".parse()?);
/// assert!(day.contains(&"2026-02-28T17:00:00Z".parse::<DateTime<Utc>>()?));
/// assert!(!day.contains(&"2026-03-01T17:00:00Z".parse::<DateTime<Utc>>()?));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[must_use]
pub fn bounds(day: NaiveDate) -> Range<DateTime<Utc>> {
    let first = |day: NaiveDate| {
        let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(wib());
        // A zone without summer time has every local time exactly once; there is none only beyond
        // the range of dates.
        midnight
            .single()
            .map_or(DateTime::<Utc>::MAX_UTC, |time| time.to_utc())
    };
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    first(day)..first(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_for_people_is_that_of_jakarta_and_says_so() {
        let time = "2026-02-28T17:00:05Z".parse().unwrap();
        assert_eq!(text(time), "2026-03-01 00:00:05 WIB (+07:00)");
        assert_eq!(day(time), "2026-03-01".parse().unwrap());
    }
}
