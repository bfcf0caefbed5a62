//! Refusals to translate, always with file, JSON pointer and reason.

use std::fmt;

use serde_json::Value;

/// A place in a file of `specs/`.
#[derive(Clone, Debug)]
pub struct Place {
    file: String,
    pointer: String,
}

impl Place {
    /// The whole of a file.
    pub fn file(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            pointer: String::new(),
        }
    }

    /// A member or item below.
    pub fn at(&self, token: impl fmt::Display) -> Self {
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        Self {
            file: self.file.clone(),
            pointer: format!("{}/{token}", self.pointer),
        }
    }

    /// The reason why this place is not translated.
    pub fn refuse(&self, reason: impl Into<String>) -> Refusal {
        Refusal(format!("{}#{}: {}", self.file, self.pointer, reason.into()))
    }

    /// Reads a member that must be a string.
    pub(crate) fn string<'a>(&self, object: &'a Value, key: &str) -> Outcome<&'a str> {
        object[key]
            .as_str()
            .ok_or_else(|| self.refuse(format!("expected a string in {key:?}")))
    }
}

/// Why something is not translated.
#[derive(Debug)]
pub struct Refusal(String);

impl Refusal {
    /// A reason without a place in a file.
    pub fn plain(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The result of every step.
pub type Outcome<T> = Result<T, Refusal>;
