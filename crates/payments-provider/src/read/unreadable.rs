//! Why something could not be read: names its place and type, never its value, which may be a
//! secret or personal.

use std::{error::Error as StdError, fmt};

use serde::{Serialize, Serializer};

use super::Tree;
use payments_core::{CallbackError, printable};

/// Why a body could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(Box<Why>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Why {
    NotJson {
        line: usize,
        column: usize,
    },
    Missing {
        member: String,
    },
    Another {
        member: String,
        wanted: &'static str,
        got: &'static str,
    },
    Amount {
        member: String,
        why: &'static str,
    },
    NotModelled,
    Sense {
        why: String,
    },
}

impl Unreadable {
    /// It is JSON, but none of the known messages.
    #[must_use]
    pub fn not_modelled() -> Self {
        Self(Box::new(Why::NotModelled))
    }

    /// It was read, but is inconsistent; the reason quotes nothing personal.
    #[must_use]
    pub fn sense(why: impl ToString) -> Self {
        let why = printable::line(&why.to_string());
        Self(Box::new(Why::Sense { why }))
    }

    /// Whether it is JSON at all.
    #[must_use]
    pub fn is_json(&self) -> bool {
        !matches!(*self.0, Why::NotJson { .. })
    }

    pub(super) fn not_json(text: &str, at: usize) -> Self {
        let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + before
            .iter()
            .rev()
            .take_while(|byte| **byte != b'\n')
            .count();
        Self(Box::new(Why::NotJson { line, column }))
    }

    pub(super) fn missing(member: &str) -> Self {
        let member = member.to_owned();
        Self(Box::new(Why::Missing { member }))
    }

    pub(super) fn another(member: &str, wanted: &'static str, got: &'static str) -> Self {
        let member = member.to_owned();
        Self(Box::new(Why::Another {
            member,
            wanted,
            got,
        }))
    }

    pub(super) fn amount(member: &str, why: &'static str) -> Self {
        let member = member.to_owned();
        Self(Box::new(Why::Amount { member, why }))
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Why::NotJson { line, column } => {
                write!(f, "it is not JSON, line {line} column {column}")
            }
            Why::Missing { member } => write!(f, "{member} is missing"),
            Why::Another {
                member,
                wanted,
                got,
            } if wanted == got => write!(f, "{member} holds a value that cannot be read"),
            Why::Another {
                member,
                wanted,
                got,
            } => write!(f, "{member}: expected {wanted}, got {got}"),
            Why::Amount { member, why } => write!(f, "{member}: expected an amount: {why}"),
            Why::NotModelled => f.write_str("none of the provider's messages looks like this"),
            Why::Sense { why } => f.write_str(why),
        }
    }
}

impl StdError for Unreadable {}

/// A member that was left out because it could not be read and decides nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The member: `data.items[2].price`.
    pub member: String,
    /// Why it could not be read.
    pub why: Unreadable,
}

impl LeftOut {
    pub(super) fn new(member: String, why: Unreadable) -> Self {
        Self { member, why }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = self.why.to_string();
        // The reason may be a member inside of it.
        let rest = why.strip_prefix(&self.member);
        match rest.is_some_and(|rest| rest.starts_with([':', ' '])) {
            true => f.write_str(&why),
            false => write!(f, "{}: {why}", self.member),
        }
    }
}

impl Serialize for LeftOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why JSON could not be read, without quoting it: a value of the wrong type may be a secret or
/// personal.
#[must_use]
pub fn decoding(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    match error.classify() {
        // Names of members come from the specification.
        serde_json::error::Category::Data if text.starts_with("missing field") => text,
        serde_json::error::Category::Data => {
            format!(
                "a member has another type or value than documented, line {line} column {column}"
            )
        }
        _ => format!("it is not JSON, line {line} column {column}"),
    }
}

impl From<Unreadable> for CallbackError {
    fn from(cause: Unreadable) -> Self {
        match cause.is_json() {
            true => Self::Unreadable(cause.to_string()),
            false => Self::NotJson(cause.to_string()),
        }
    }
}

/// The error for a message that is neither a readable form nor JSON.
#[must_use]
pub fn says_nothing(text: &str, why: &str) -> CallbackError {
    match Tree::parse(text) {
        Ok(_) => CallbackError::Unreadable(why.into()),
        Err(_) => CallbackError::NotJson(why.into()),
    }
}
