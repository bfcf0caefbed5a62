//! Why a request could not be made.

use std::{borrow::Cow, error::Error as StdError, fmt};

use http::header::InvalidHeaderValue;

/// Why a request could not be made. Nothing was sent.
#[derive(Debug)]
pub struct BuildError {
    pub(super) message: Cow<'static, str>,
    pub(super) source: Option<serde_json::Error>,
}

impl BuildError {
    /// Makes the error from a reason that contains no secret.
    #[must_use]
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

impl From<serde_json::Error> for BuildError {
    fn from(cause: serde_json::Error) -> Self {
        Self {
            source: Some(cause),
            ..Self::new("the request cannot be built")
        }
    }
}

impl From<InvalidHeaderValue> for BuildError {
    fn from(_: InvalidHeaderValue) -> Self {
        Self::new("a value holds characters that no header can carry")
    }
}
