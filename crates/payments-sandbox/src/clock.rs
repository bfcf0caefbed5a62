//! The sandbox's clock, and the formats in which the providers print times.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, SubsecRound, TimeDelta, Timelike, Utc};

/// Beyond this year the four-digit formats of the providers no longer hold.
const LAST_YEAR: i32 = 9999;

/// Real time or a time stepped by hand, plus what `clock/advance` added.
///
/// It stands still while the world takes one input, so that a scene can say when that was.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    start: Option<DateTime<Utc>>,
    /// From the real time, or from the start, to what the clock shows.
    offset: TimeDelta,
    advanced: TimeDelta,
    now: DateTime<Utc>,
    /// A scene says what time it is.
    is_played: bool,
}

impl Clock {
    pub(crate) fn new(start: Option<DateTime<Utc>>) -> Self {
        Self {
            start,
            offset: TimeDelta::zero(),
            advanced: TimeDelta::zero(),
            now: start.unwrap_or_else(real),
            is_played: false,
        }
    }

    /// The time at which the last input came.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The next input comes: it is later now. Nobody looks at the clock while an input is handled.
    pub(crate) fn look(&mut self) {
        if !self.is_played {
            let base = self.start.unwrap_or_else(real);
            self.now = base.checked_add_signed(self.offset).unwrap_or(base);
        }
    }

    /// The next input came at that time, as a scene says.
    pub(crate) fn play_at(&mut self, at: DateTime<Utc>) {
        self.is_played = true;
        self.now = at;
    }

    /// The scene is over: from its last moment on, time passes as it does in this sandbox.
    pub(crate) fn go_on(&mut self, start: Option<DateTime<Utc>>) {
        self.is_played = false;
        self.start = start;
        self.offset = self.now - start.unwrap_or_else(real);
    }

    pub(crate) fn is_manual(&self) -> bool {
        self.start.is_some()
    }

    pub(crate) fn offset_seconds(&self) -> i64 {
        self.advanced.num_seconds()
    }

    /// Moves forward; false when that leaves the years the providers can print.
    pub(crate) fn advance(&mut self, seconds: u64) -> bool {
        let Some(step) = i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds) else {
            return false;
        };
        let Some(later) = later(self.now, step) else {
            return false;
        };
        self.now = later;
        self.offset += step;
        self.advanced += step;
        true
    }
}

/// In milliseconds, which is as exact as the providers print.
fn real() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(3)
}

/// `at` plus `step`, unless no provider could print the result.
pub(crate) fn later(at: DateTime<Utc>, step: TimeDelta) -> Option<DateTime<Utc>> {
    at.checked_add_signed(step).filter(printable)
}

/// Whether the time fits the four-digit years of the providers.
pub(crate) fn printable(at: &DateTime<Utc>) -> bool {
    (1970..=LAST_YEAR).contains(&at.year())
}

/// `2020-01-14T11:48:47.903Z`
pub(crate) fn utc_text(at: DateTime<Utc>) -> String {
    let milliseconds = at.timestamp_subsec_millis() % 1000;
    let seconds = written(at.naive_utc(), ["-", "T", ":"]);
    format!("{seconds}.{milliseconds:03}Z")
}

/// `2020-03-20T04:54:10Z`
pub(crate) fn utc_seconds_text(at: DateTime<Utc>) -> String {
    written(at.naive_utc(), ["-", "T", ":"]) + "Z"
}

/// `2020-03-20T04:54:10+07:00`
pub(crate) fn jakarta_offset_text(at: DateTime<Utc>) -> String {
    written(jakarta(at), ["-", "T", ":"]) + "+07:00"
}

/// `2021-11-03 04:38:41`, Jakarta time without saying so.
pub(crate) fn jakarta_text(at: DateTime<Utc>) -> String {
    written(jakarta(at), ["-", " ", ":"])
}

/// The wall clock in Jakarta, UTC+7 all year.
pub(crate) fn jakarta(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + JAKARTA
}

/// `20211103043841`, Jakarta time.
pub(crate) fn jakarta_digits(at: DateTime<Utc>) -> String {
    written(jakarta(at), ["", "", ""])
}

/// From the year to the second, with what stands between. By hand: every answer has some of them,
/// and chrono reads its pattern anew each time.
fn written(at: NaiveDateTime, [day, middle, time]: [&str; 3]) -> String {
    let century = at.year().unsigned_abs() / 100;
    let pairs = [
        (century, ""),
        (at.year().unsigned_abs() % 100, day),
        (at.month(), day),
        (at.day(), middle),
        (at.hour(), time),
        (at.minute(), time),
        (at.second(), ""),
    ];
    let mut text = String::with_capacity(LONGEST);
    for (pair, then) in pairs {
        let digits = [pair / 10, pair].map(|digit| char::from_digit(digit % 10, 10));
        text.extend(digits.into_iter().flatten());
        text.push_str(then);
    }
    text
}

/// `2020-03-20T04:54:10+07:00`
const LONGEST: usize = 25;

/// The next midnight in Jakarta.
pub(crate) fn next_jakarta_day(at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    start_of_jakarta_day(jakarta(at).date().succ_opt()?)
}

/// The first second of a day in Jakarta.
pub(crate) fn start_of_jakarta_day(day: NaiveDate) -> Option<DateTime<Utc>> {
    let start = day.and_hms_opt(0, 0, 0)?;
    Some(start.checked_sub_signed(JAKARTA)?.and_utc()).filter(printable)
}

/// The last second of a day in Jakarta.
pub(crate) fn end_of_jakarta_day(day: NaiveDate) -> Option<DateTime<Utc>> {
    let end = day.and_hms_opt(23, 59, 59)?;
    Some(end.checked_sub_signed(JAKARTA)?.and_utc()).filter(printable)
}

const JAKARTA: TimeDelta = TimeDelta::hours(7);

/// ISO 8601 with an offset; without one it is UTC, and a bare date is its midnight.
pub(crate) fn parse(text: &str) -> Option<DateTime<Utc>> {
    parse_in(text, TimeDelta::zero())
}

/// ISO 8601 with an offset; without one it is Jakarta's time.
pub(crate) fn parse_jakarta(text: &str) -> Option<DateTime<Utc>> {
    parse_in(text, JAKARTA)
}

fn parse_in(text: &str, zone: TimeDelta) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let naive = || {
        ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
    };
    let midnight = || {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        day.and_hms_opt(0, 0, 0)
    };
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .ok()
        .or_else(|| {
            let local = naive().or_else(midnight)?;
            Some(local.checked_sub_signed(zone)?.and_utc())
        })
        .filter(printable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_what_its_pattern_says() {
        for text in [
            "1970-01-01T00:00:00Z",
            "2026-03-02T03:04:05.006Z",
            "9999-12-31T16:59:59.999Z",
        ] {
            let at = parse(text).unwrap();
            let forms = [
                (
                    utc_text(at),
                    at.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
                ),
                (
                    jakarta_offset_text(at),
                    jakarta(at).format("%Y-%m-%dT%H:%M:%S+07:00").to_string(),
                ),
                (
                    jakarta_text(at),
                    jakarta(at).format("%Y-%m-%d %H:%M:%S").to_string(),
                ),
                (
                    jakarta_digits(at),
                    jakarta(at).format("%Y%m%d%H%M%S").to_string(),
                ),
            ];
            for (is, should) in forms {
                assert_eq!(is, should);
            }
        }
    }
}
