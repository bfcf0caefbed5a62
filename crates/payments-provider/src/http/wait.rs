//! How long a provider asked to wait: in seconds, as a Unix time, or as an HTTP date.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};
use http::HeaderMap;
use payments_core::retry::LONGEST_WAIT;

/// How long the provider asked to wait: the longer of `Retry-After` and `Rate-Limit-Reset`. A time
/// in the past is no wait, and an unreadable value is ignored.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let now = Utc::now();
    ["retry-after", "rate-limit-reset", "ratelimit-reset"]
        .iter()
        .flat_map(|name| headers.get_all(*name))
        .filter_map(|value| wait(value.to_str().ok()?.trim(), now))
        .max()
}

fn wait(text: &str, now: DateTime<Utc>) -> Option<Duration> {
    let wait = match text.bytes().next()? {
        b'0'..=b'9' => number(text, now)?,
        b'-' => text
            .get(1..)
            .and_then(|number| self::number(number, now))
            .map(|_| Duration::ZERO)?,
        _ => until(date(text)?, now),
    };
    Some(wait.min(LONGEST_WAIT))
}

/// `58`, or `58.37`, which occurs in practice: part of a second is rounded up. A number as large as
/// the seconds since 1970 is a Unix time.
fn number(text: &str, now: DateTime<Utc>) -> Option<Duration> {
    const YEAR_2001: u64 = 1_000_000_000;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let up = u64::from(fraction.bytes().any(|digit| digit != b'0'));
    // A number too large for the type is a long time.
    let seconds = whole.parse().unwrap_or(u64::MAX).saturating_add(up);
    let point = i64::try_from(seconds)
        .ok()
        .filter(|_| seconds >= YEAR_2001)
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    Some(match point {
        Some(point) => until(point, now),
        None => Duration::from_secs(seconds),
    })
}

/// The three forms of <https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7>. The weekday is
/// ignored: if it is wrong, the date counts.
fn date(text: &str) -> Option<DateTime<Utc>> {
    let read = |text: &str, form| NaiveDateTime::parse_from_str(text, form).ok();
    let after_comma = text.split_once(',').map(|(_, rest)| rest.trim());
    let after_day = text.split_once(' ').map(|(_, rest)| rest.trim());
    let read = match (after_comma, after_day) {
        (Some(rest), _) => {
            let rest = rest
                .strip_suffix("GMT")
                .or(rest.strip_suffix("UTC"))?
                .trim();
            read(rest, "%d %b %Y %H:%M:%S").or_else(|| read(rest, "%d-%b-%y %H:%M:%S"))
        }
        (None, Some(rest)) => read(rest, "%b %e %H:%M:%S %Y"),
        _ => None,
    };
    read.map(|time| time.and_utc())
}

fn until(point: DateTime<Utc>, now: DateTime<Utc>) -> Duration {
    let wait = (point - now).to_std().unwrap_or_default();
    match wait.subsec_nanos() {
        0 => wait,
        _ => Duration::from_secs(wait.as_secs().saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderName, HeaderValue};
    use proptest::prelude::*;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2030-01-02T03:04:05.5Z".parse().unwrap()
    }

    fn seconds(text: &str) -> Option<u64> {
        wait(text, now()).map(|wait| wait.as_secs())
    }

    #[test]
    fn a_wait_is_read_from_seconds_and_from_every_date_of_http() {
        for (text, expected) in [
            ("0", 0),
            ("58", 58),
            ("58.37", 59),
            ("58.00", 58),
            ("Wed, 02 Jan 2030 03:05:35 GMT", 90),
            ("Wednesday, 02-Jan-30 03:05:35 GMT", 90),
            ("Wed Jan  2 03:05:35 2030", 90),
            // The weekday is wrong.
            ("Mon, 02 Jan 2030 03:05:35 GMT", 90),
            ("1893553535", 90),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_over_is_no_wait_and_a_long_one_is_cut() {
        for text in [
            "-5",
            "Wed, 02 Jan 2030 03:04:05 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "1600000000",
        ] {
            assert_eq!(seconds(text), Some(0), "{text}");
        }
        for text in [
            "21601",
            "86400",
            "999999999",
            "99999999999999999999999999",
            "2524608000",
            "Sat, 02 Jan 2060 03:04:05 GMT",
        ] {
            assert_eq!(seconds(text), Some(LONGEST_WAIT.as_secs()), "{text}");
        }
    }

    #[test]
    fn nonsense_is_no_wait_at_all() {
        for text in [
            "",
            "soon",
            "5 s",
            "1e3",
            "1.",
            "+5",
            "--5",
            "Wed, 32 Jan 2030 03:05:35 GMT",
            "Wed, 02 Jan 2030 03:05:35 WIB",
            "Wed,",
            "é",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn the_longest_of_several_counts_and_nonsense_hides_no_other() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("retry-after", "soon"),
            ("retry-after", "3"),
            ("rate-limit-reset", "7"),
        ] {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        assert_eq!(retry_after(&headers), Some(Duration::from_secs(7)));
    }

    proptest! {
        #[test]
        fn no_text_panics_or_waits_for_longer_than_the_longest_wait(text in ".{0,40}") {
            prop_assert!(wait(&text, Utc::now()).is_none_or(|wait| wait <= LONGEST_WAIT));
        }
    }
}
