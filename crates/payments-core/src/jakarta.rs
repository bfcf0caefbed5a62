//! Days in Jakarta (WIB, UTC+7): what providers mean by a day.

use std::ops::Range;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::wire::wib;

/// The day that a time falls on.
#[must_use]
pub fn day(time: DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&wib()).date_naive()
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
