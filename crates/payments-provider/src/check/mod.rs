//! Checks of single fields before sending, called by the generated `check()` of each request.

mod pattern;

use rust_decimal::Decimal;

use payments_core::{Error, Personal, Result};

use crate::wire::PathSegment;

pub use pattern::{Part, Pattern};

/// A text in a request: a string or personal data.
pub trait Text {
    /// The text.
    fn text(&self) -> &str;

    /// The error for it; personal data is not quoted.
    fn wrong(&self, field: &str, expected: &str) -> Error {
        Error::invalid(field, self.text(), expected)
    }
}

impl Text for String {
    fn text(&self) -> &str {
        self
    }
}

impl Text for Personal {
    fn text(&self) -> &str {
        self
    }

    fn wrong(&self, field: &str, expected: &str) -> Error {
        Error::invalid_personal(field, expected)
    }
}

/// Adds the part's name to the error of a check.
pub fn within(field: &str, part: Result<()>) -> Result<()> {
    part.map_err(|error| error.within(field))
}

/// Checks the length in characters.
pub fn length(
    field: &str,
    value: &impl Text,
    minimum: Option<usize>,
    maximum: Option<usize>,
) -> Result<()> {
    let bytes = value.text().len();
    // A character has one to four bytes: most texts need not be counted.
    if minimum.is_none_or(|minimum| bytes.div_ceil(4) >= minimum)
        && maximum.is_none_or(|maximum| bytes <= maximum)
    {
        return Ok(());
    }
    let length = value.text().chars().count();
    let expected = match (minimum, maximum) {
        (Some(minimum), _) if length < minimum => format!("at least {minimum} characters"),
        (_, Some(maximum)) if length > maximum => format!("at most {maximum} characters"),
        _ => return Ok(()),
    };
    Err(value.wrong(field, &format!("{expected} (it has {length})")))
}

/// Checks a pattern.
pub fn pattern(field: &str, value: &impl Text, pattern: &Pattern) -> Result<()> {
    if pattern.fits(value.text()) {
        return Ok(());
    }
    Err(value.wrong(field, &format!("text that matches `{}`", pattern.written)))
}

/// Checks that an amount or a number is within a range.
pub fn range(
    field: &str,
    value: impl Into<Decimal>,
    minimum: Option<i64>,
    maximum: Option<i64>,
) -> Result<()> {
    let value = value.into();
    let expected = match (minimum, maximum) {
        (Some(minimum), _) if value < minimum.into() => format!("at least {minimum}"),
        (_, Some(maximum)) if value > maximum.into() => format!("at most {maximum}"),
        _ => return Ok(()),
    };
    Err(Error::invalid(field, &value.to_string(), &expected))
}

/// Checks the number of items of a list.
pub fn items(
    field: &str,
    count: usize,
    minimum: Option<usize>,
    maximum: Option<usize>,
) -> Result<()> {
    let expected = match (minimum, maximum) {
        (Some(minimum), _) if count < minimum => format!("at least {minimum} items"),
        (_, Some(maximum)) if count > maximum => format!("at most {maximum} items"),
        _ => return Ok(()),
    };
    Err(Error::invalid(field, &format!("{count} items"), &expected))
}

/// Checks a value for a path.
pub fn path_segment(field: &str, value: &str) -> Result<PathSegment> {
    value.parse().map_err(|_| {
        Error::invalid(
            field,
            value,
            "a value without slashes and blanks, not dots alone",
        )
    })
}

/// Checks a time in RFC 3339 form.
pub fn date_time(field: &str, value: &impl Text) -> Result<()> {
    match chrono::DateTime::parse_from_rfc3339(value.text()) {
        Ok(_) => Ok(()),
        Err(_) => Err(value.wrong(field, "a time like 2020-02-20T00:00:00.000Z")),
    }
}
