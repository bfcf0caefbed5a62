//! How a file writes times, and in which zone.

use chrono::{
    DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc,
    format::{Item, StrftimeItems},
};
use serde::Deserialize;

/// The form of a file's times; without one, it is RFC 3339: `2026-11-27T10:00:00+07:00`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    format: Option<String>,
    zone: Option<String>,
}

/// How times are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Times {
    #[default]
    Rfc3339,
    /// The text says the zone.
    WithZone(String),
    /// The zone is known otherwise.
    In(FixedOffset, String),
    /// Days in Jakarta.
    Days(String),
}

/// The zones of Indonesia, and that of programs, in hours.
const ZONES: [(&str, i32); 5] = [("WIB", 7), ("WITA", 8), ("WIT", 9), ("UTC", 0), ("GMT", 0)];

impl Written {
    pub(super) fn read(self) -> Result<Times, String> {
        let zone = self.zone.as_deref().map(zone).transpose()?;
        let Some(format) = self.format else {
            return match zone {
                None => Ok(Times::Rfc3339),
                Some(_) => Err("[times]: a zone needs a format".into()),
            };
        };
        if StrftimeItems::new(&format).any(|item| item == Item::Error) {
            return Err(format!(
                "[times]: {format:?} is no format, such as \"%d/%m/%Y %H:%M:%S\""
            ));
        }
        // What is written of a moment is read again, if the format says enough.
        let day = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
        let moment = day.and_time(NaiveTime::from_hms_opt(13, 14, 15).unwrap_or_default());
        let sample = moment.and_utc().format(&format).to_string();
        if DateTime::parse_from_str(&sample, &format).is_ok() {
            return match zone {
                None => Ok(Times::WithZone(format)),
                Some(_) => Err("[times]: the format has a zone already".into()),
            };
        }
        let wib = FixedOffset::east_opt(7 * 3600);
        if NaiveDateTime::parse_from_str(&sample, &format).is_ok() {
            let zone = zone.ok_or("[times]: which zone? Set zone = \"WIB\", or another one")?;
            return Ok(Times::In(zone, format));
        }
        match NaiveDate::parse_from_str(&sample, &format) {
            Ok(_) if zone.is_none_or(|zone| Some(zone) == wib) => Ok(Times::Days(format)),
            Ok(_) => Err("[times]: a day without a time must be one in WIB".into()),
            Err(_) => Err(format!(
                "[times]: {format:?} does not say day, month and year"
            )),
        }
    }
}

fn zone(text: &str) -> Result<FixedOffset, String> {
    let named = ZONES.iter().find(|(name, _)| *name == text);
    let offset = match named {
        Some((_, hours)) => FixedOffset::east_opt(hours * 3600),
        None => text.parse().ok(),
    };
    offset.ok_or_else(|| format!("[times]: zone {text:?} is none of WIB, WITA, WIT, UTC, +07:00"))
}

impl Times {
    /// The moment of a text. Of a day, any moment of it.
    pub(super) fn read(&self, text: &str) -> Result<DateTime<Utc>, String> {
        let read = match self {
            Self::Rfc3339 => DateTime::parse_from_rfc3339(text).ok(),
            Self::WithZone(format) => DateTime::parse_from_str(text, format).ok(),
            Self::In(zone, format) => NaiveDateTime::parse_from_str(text, format)
                .ok()
                .and_then(|time| time.and_local_timezone(*zone).single()),
            Self::Days(format) => {
                let day = NaiveDate::parse_from_str(text, format).ok();
                return day
                    .map(|day| payments::jakarta::bounds(day).start)
                    .ok_or_else(|| self.refuses(text));
            }
        };
        let time = read.ok_or_else(|| self.refuses(text))?;
        Ok(time.to_utc())
    }

    fn refuses(&self, text: &str) -> String {
        let format = match self {
            Self::Rfc3339 => "2026-11-27T10:00:00+07:00",
            Self::WithZone(format) | Self::In(_, format) | Self::Days(format) => format,
        };
        format!("{text:?} is no time as {format:?}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(format: Option<&str>, zone: Option<&str>) -> Result<Times, String> {
        let [format, zone] = [format, zone].map(|text| text.map(str::to_owned));
        Written { format, zone }.read()
    }

    #[test]
    fn a_moment_is_the_same_in_whatever_form_and_zone_it_is_written() {
        let moment: DateTime<Utc> = "2026-11-26T17:00:00Z".parse().unwrap();
        for (format, zone, text) in [
            (None, None, "2026-11-27T00:00:00+07:00"),
            (
                Some("%d/%m/%Y %H:%M:%S"),
                Some("WIB"),
                "27/11/2026 00:00:00",
            ),
            (Some("%d-%m-%Y %H.%M"), Some("WITA"), "27-11-2026 01.00"),
            (
                Some("%Y-%m-%d %H:%M:%S"),
                Some("UTC"),
                "2026-11-26 17:00:00",
            ),
            (Some("%Y%m%d%H%M%S%z"), None, "20261127000000+0700"),
            (
                Some("%d/%m/%y %I:%M %p"),
                Some("+07:00"),
                "27/11/26 12:00 AM",
            ),
            (Some("%d/%m/%Y"), None, "27/11/2026"),
            (Some("%d/%m/%Y"), Some("WIB"), "27/11/2026"),
        ] {
            let times = times(format, zone).unwrap();
            assert_eq!(times.read(text).unwrap(), moment, "{text}");
            for wrong in ["", "27", "31/31/2026 00:00:00", "=NOW()"] {
                assert!(times.read(wrong).is_err(), "{wrong}");
            }
        }
    }

    #[test]
    fn a_form_that_leaves_the_moment_open_is_refused() {
        for (format, zone) in [
            (Some("%d/%m/%Y %H:%M:%S"), None),
            (Some("%d/%m/%Y %H:%M:%S"), Some("Jakarta")),
            (Some("%d/%m/%Y"), Some("UTC")),
            (Some("%H:%M:%S"), Some("WIB")),
            (Some("%Q"), Some("WIB")),
            (Some("%Y%m%d%H%M%S%z"), Some("WIB")),
            (None, Some("WIB")),
        ] {
            assert!(times(format, zone).is_err(), "{format:?} {zone:?}");
        }
    }
}
