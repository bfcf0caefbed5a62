//! Why a value was refused, before it belongs to a request or a client.

use std::fmt;

use crate::printable;

/// A wrong value: names the field and what was expected. `?` turns it into an
/// [`Error`](crate::Error) with the outcome `NotSent`.
///
/// ```
/// use payments_core::{Error, Outcome, Reference};
///
/// let invalid = Reference::new("order 1001").unwrap_err();
/// // As the error of a call, nothing was sent.
/// assert_eq!(Error::from(invalid).outcome(), Outcome::NotSent);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    message: String,
    is_setting: bool,
}

impl Invalid {
    /// A wrong field of a request. Only the beginning of a long value is quoted.
    #[must_use]
    pub fn field(field: &str, value: &str, expected: &str) -> Self {
        let (shown, cut) = match value.char_indices().nth(80) {
            Some((end, _)) => (value.get(..end).unwrap_or_default(), "…"),
            None => (value, ""),
        };
        let message = format!("{field}: expected {expected}, got {shown:?}{cut}");
        Self {
            message: printable::line(&message),
            is_setting: false,
        }
    }

    /// A wrong setting of a client.
    #[must_use]
    pub fn setting(setting: &str, value: &str, expected: &str) -> Self {
        Self {
            is_setting: true,
            ..Self::field(setting, value, expected)
        }
    }

    /// Whether it is a setting rather than a field of a request.
    #[must_use]
    pub fn is_setting(&self) -> bool {
        self.is_setting
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Invalid {}
