//! The merchant's own id of a payment: the idempotency key.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;

/// The merchant's own id of a payment, one per intent to pay.
///
/// It makes a retry safe: store it before sending, repeat with the same one, look up by it. Never
/// make a new one because an answer was lost. It holds 1 to 1000 printable ASCII characters; each
/// provider's stricter rule is checked before sending.
///
/// ```
/// use payments_core::Reference;
///
/// let reference = Reference::new("order-1001").expect("printable, without blanks");
/// assert_eq!(reference.as_str(), "order-1001");
/// assert!(Reference::new("order 1001").is_err());
/// ```
#[doc(alias = "idempotency")]
#[doc(alias = "idempotency key")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

impl Reference {
    /// Checks the characters and the length.
    pub fn new(text: impl Into<String>) -> Result<Self, Invalid> {
        let text = text.into();
        let printable = text.bytes().all(|byte| byte.is_ascii_graphic());
        if text.is_empty() || text.len() > 1000 || !printable {
            return Err(Invalid::field(
                "reference",
                &text,
                "1 to 1000 printable ASCII characters without blanks",
            ));
        }
        Ok(Self(text))
    }

    /// The placeholder for "no reference", `-`, for tables in which every row needs one.
    #[must_use]
    pub fn of_nothing() -> Self {
        Self("-".into())
    }

    /// The text, as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Reference {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::new(text)
    }
}

impl TryFrom<String> for Reference {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::new(text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
