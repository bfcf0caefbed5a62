//! Dates and times in the provider's form: Jakarta time, the day first.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use payments_core::{Error, wire::wib};

const DIGITS: &str = "%d-%m-%Y";
const MONTH_NAME: &str = "%d-%b-%Y";

/// The format of sent dates. The document contradicts itself; both are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateFormat {
    /// `01-02-2030`: DD-MM-YYYY, the format that the document names.
    #[default]
    Digits,
    /// `01-Feb-2030`: DD-MMM-YYYY, which has the length that the document states.
    MonthName,
}

impl DateFormat {
    /// The date as it is sent.
    #[must_use]
    pub fn write(self, date: NaiveDate) -> String {
        let format = match self {
            Self::Digits => DIGITS,
            Self::MonthName => MONTH_NAME,
        };
        date.format(format).to_string()
    }

    /// Reads a date in either format; `None` for anything else. A year has four digits: `01-02-30`
    /// would be the year 30.
    #[must_use]
    pub fn read(text: &str) -> Option<NaiveDate> {
        let (_, year) = text.rsplit_once('-')?;
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        [DIGITS, MONTH_NAME]
            .iter()
            .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
    }
}

impl FromStr for DateFormat {
    type Err = Error;

    /// Reads `DD-MM-YYYY` or `DD-MMM-YYYY`.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "DD-MM-YYYY" => Ok(Self::Digits),
            "DD-MMM-YYYY" => Ok(Self::MonthName),
            other => Err(Error::configuration(format!(
                "the date format: expected DD-MM-YYYY or DD-MMM-YYYY, got {other:?}"
            ))),
        }
    }
}

/// The date in Jakarta.
pub(crate) fn jakarta(time: DateTime<Utc>) -> NaiveDate {
    payments_core::jakarta::day(time)
}

/// The time of an answer, yyyyMMddHHmmss; `None` for anything else.
pub(crate) fn time(text: &str) -> Option<DateTime<Utc>> {
    let local = NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%S").ok()?;
    Some(local.and_local_timezone(wib()).single()?.to_utc())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_day_comes_first_and_the_format_is_chosen_by_its_name() {
        let date = NaiveDate::from_ymd_opt(2030, 2, 1).unwrap();
        for (name, text) in [("DD-MM-YYYY", "01-02-2030"), ("DD-MMM-YYYY", "01-Feb-2030")] {
            let format: DateFormat = name.parse().unwrap();
            assert_eq!(format.write(date), text);
            assert_eq!(DateFormat::read(text), Some(date));
        }
        assert!("MM-DD-YYYY".parse::<DateFormat>().is_err());
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "32-01-2030",
            "29-02-2030",
            "2030-02-01",
            "01/02/2030",
            "01-02-30",
            "01-Feb-30",
            "01-02-02030",
            "01-02-+2030",
        ] {
            assert_eq!(DateFormat::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_begins_in_jakarta_seven_hours_before_greenwich() {
        let day = |text: &str| jakarta(text.parse().unwrap()).to_string();
        assert_eq!(day("2030-01-31T16:59:59Z"), "2030-01-31");
        assert_eq!(day("2030-01-31T17:00:00Z"), "2030-02-01");
    }

    #[test]
    fn the_time_of_an_answer_is_that_of_jakarta_and_an_odd_one_is_no_error() {
        let utc = time("20300101100000").unwrap();
        assert_eq!(utc.to_rfc3339(), "2030-01-01T03:00:00+00:00");
        for odd in ["", "soon", "20301301100000", "+2621421231235959"] {
            assert_eq!(time(odd), None, "{odd}");
        }
    }

    proptest! {
        #[test]
        fn every_date_survives_both_formats(day in 0..2_932_896_i32) {
            let date = NaiveDate::from_num_days_from_ce_opt(day + 719_163).unwrap();
            for format in [DateFormat::Digits, DateFormat::MonthName] {
                prop_assert_eq!(DateFormat::read(&format.write(date)), Some(date));
            }
        }
    }
}
