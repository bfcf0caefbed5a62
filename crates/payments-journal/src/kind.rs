//! What an intent is about.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What an intent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A payment by a customer.
    Payment,
    /// The payment of a bill.
    Bill,
    /// A mandate.
    Mandate,
}

impl Kind {
    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Bill => "bill",
            Self::Mandate => "mandate",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        [Self::Payment, Self::Bill, Self::Mandate]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
