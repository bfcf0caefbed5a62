//! The kinds of instructions.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The kind of an instruction.
///
/// ```
/// use payments_core::Kind;
///
/// assert_eq!(Kind::read("bill"), Some(Kind::Bill));
/// assert_eq!(Kind::Payment.to_string(), "payment");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// A payment by a customer.
    Payment,
    /// The payment of a bill.
    Bill,
    /// The sale of a prepaid product.
    Topup,
    /// A mandate.
    Mandate,
    /// A change of the amount of one charge of a mandate.
    AmountChange,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Payment,
        Self::Bill,
        Self::Topup,
        Self::Mandate,
        Self::AmountChange,
    ];

    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Bill => "bill",
            Self::Topup => "topup",
            Self::Mandate => "mandate",
            Self::AmountChange => "amount_change",
        }
    }

    /// The kind with that word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
