//! `exptype` and `expval`: until when an order can be paid.

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};

use crate::clock;

/// When the order expires, and how the charge answer prints it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Expiry {
    pub(super) at: DateTime<Utc>,
    pub(super) printed: String,
}

/// The text of the error names what was expected.
pub(super) fn read(kind: &str, value: &str, now: DateTime<Utc>) -> Result<Expiry, &'static str> {
    let count = || {
        let count = value.parse::<u32>().ok().filter(|count| *count > 0);
        count.ok_or("expval must be a positive number")
    };
    let span =
        |step: fn(i64) -> TimeDelta| count().map(|count| clock::later(now, step(count.into())));
    let at = match kind {
        // The page prints "Blank" without saying what it means.
        "" => clock::later(now, TimeDelta::days(1)),
        "S" => span(TimeDelta::seconds)?,
        "M" => span(TimeDelta::minutes)?,
        "H" => span(TimeDelta::hours)?,
        "D" => span(TimeDelta::days)?,
        "MN" => now
            .checked_add_months(Months::new(count()?))
            .filter(clock::printable),
        "SD" => {
            let day = NaiveDate::parse_from_str(value, "%Y-%m-%d")
                .map_err(|_| "expval must be a date, yyyy-MM-dd")?;
            let at = clock::end_of_jakarta_day(day).ok_or(TOO_FAR)?;
            // A recorded answer repeats the date as it was sent, without a time.
            return Ok(Expiry {
                at,
                printed: value.to_owned(),
            });
        }
        _ => return Err("exptype must be blank or one of S, M, H, D, MN, SD"),
    };
    let at = at.ok_or(TOO_FAR)?;
    Ok(Expiry {
        at,
        printed: clock::jakarta_text(at),
    })
}

const TOO_FAR: &str = "expval is beyond the year 9999";

#[cfg(test)]
mod tests {
    use super::*;

    fn at(kind: &str, value: &str) -> Result<String, &'static str> {
        let now = clock::parse("2021-05-16T08:04:43Z").unwrap();
        read(kind, value, now).map(|expiry| expiry.printed)
    }

    #[test]
    fn minutes_are_not_months() {
        assert_eq!(at("M", "3").unwrap(), "2021-05-16 15:07:43");
        assert_eq!(at("MN", "3").unwrap(), "2021-08-16 15:04:43");
    }

    #[test]
    fn every_type_counts_in_its_own_unit() {
        assert_eq!(at("", "").unwrap(), "2021-05-17 15:04:43");
        assert_eq!(at("S", "30").unwrap(), "2021-05-16 15:05:13");
        assert_eq!(at("H", "2").unwrap(), "2021-05-16 17:04:43");
        assert_eq!(at("D", "3").unwrap(), "2021-05-19 15:04:43");
        assert_eq!(at("SD", "2022-07-08").unwrap(), "2022-07-08");
    }

    #[test]
    fn values_that_mean_nothing_are_refused() {
        let values = [
            ("D", ""),
            ("D", "0"),
            ("D", "-1"),
            ("D", "4294967295"),
            ("MN", "4294967295"),
        ];
        for (kind, value) in values.into_iter().chain([("SD", "8 July"), ("X", "1")]) {
            assert!(at(kind, value).is_err(), "{kind} {value}");
        }
    }
}
