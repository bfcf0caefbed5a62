//! The times in a body: shifted together, each in its original format.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::clock;

/// How a provider writes a time.
#[derive(Clone, Copy)]
enum Form {
    Utc,
    UtcSeconds,
    JakartaOffset,
    Jakarta,
    JakartaDigits,
}

/// Lets the first of the times be now; the others keep their distance to it.
pub(crate) fn move_to(body: &mut Value, pointers: &[&str], now: DateTime<Utc>) {
    let Some((first, _)) = pointers.first().and_then(|first| time_at(body, first)) else {
        return;
    };
    for pointer in pointers {
        if let Some((at, form)) = time_at(body, pointer)
            && let Some(at) = clock::later(now, at - first)
            && let Some(time) = body.pointer_mut(pointer)
        {
            *time = form.write(at).into();
        }
    }
}

/// Whether there is a time at every pointer.
pub(crate) fn are_in(body: &Value, pointers: &[&str]) -> bool {
    pointers
        .iter()
        .all(|pointer| time_at(body, pointer).is_some())
}

fn time_at(body: &Value, pointer: &str) -> Option<(DateTime<Utc>, Form)> {
    read(body.pointer(pointer)?.as_str()?)
}

/// The seconds of the time at a pointer.
#[cfg(test)]
pub(crate) fn seconds_at(body: &Value, pointer: &str) -> Option<i64> {
    time_at(body, pointer).map(|(at, _)| at.timestamp())
}

fn read(text: &str) -> Option<(DateTime<Utc>, Form)> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        let form = match text.strip_suffix('Z') {
            Some(text) if text.contains('.') => Form::Utc,
            Some(_) => Form::UtcSeconds,
            None => Form::JakartaOffset,
        };
        return Some((at.to_utc(), form));
    }
    let jakarta = |pattern: &str| {
        let at = NaiveDateTime::parse_from_str(text, pattern).ok()?;
        Some(at.checked_sub_signed(TimeDelta::hours(7))?.and_utc())
    };
    let spaced = jakarta("%Y-%m-%d %H:%M:%S").map(|at| (at, Form::Jakarta));
    spaced.or_else(|| jakarta("%Y%m%d%H%M%S").map(|at| (at, Form::JakartaDigits)))
}

impl Form {
    fn write(self, at: DateTime<Utc>) -> String {
        match self {
            Self::Utc => clock::utc_text(at),
            Self::UtcSeconds => at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            Self::JakartaOffset => clock::jakarta_offset_text(at),
            Self::Jakarta => clock::jakarta_text(at),
            Self::JakartaDigits => clock::jakarta_digits(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tables::KINDS;

    #[test]
    fn the_first_time_becomes_now_and_the_others_keep_their_distance() {
        let now = "2026-03-02T03:00:00Z".parse().unwrap();
        let mut body = json!({
            "made": "2020-10-19T09:12:48+07:00",
            "ends": "2020-10-20T02:12:48Z",
            "seen": "2020-10-19 09:12:49",
            "sent": "20201019091250",
            "kept": "2020-10-19T02:12:48.5Z",
            "other": "2020-10-19T02:12:48.5Z",
        });
        move_to(
            &mut body,
            &["/made", "/ends", "/seen", "/sent", "/kept"],
            now,
        );
        assert_eq!(
            body,
            json!({
                "made": "2026-03-02T10:00:00+07:00",
                "ends": "2026-03-03T03:00:00Z",
                "seen": "2026-03-02 10:00:01",
                "sent": "20260302100002",
                "kept": "2026-03-02T03:00:00.500Z",
                "other": "2020-10-19T02:12:48.5Z",
            })
        );
    }

    #[test]
    fn every_time_of_every_kind_is_one() {
        for kind in KINDS {
            assert!(
                are_in(&kind.body(), kind.times),
                "{} {}",
                kind.provider,
                kind.event
            );
        }
    }
}
