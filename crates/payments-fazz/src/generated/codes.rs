// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_core::{EarlierTry, ErrorKind, Outcome, SuggestedAction};
use payments_provider::operation::{CodeInfo, HttpRule, Listing};
/// A code of the provider's refusals and failures. Each says what it means, whether money may have moved, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// <span id="code.000"></span>`000`: An unknown error.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: errors.
    V000,
    /// <span id="code.001"></span>`001`: An internal error of the provider.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: errors.
    V001,
    /// <span id="code.002"></span>`002`: The credentials are missing or wrong.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Unauthorized`](ErrorKind::Unauthorized).
    ///
    /// In the provider's document: errors.
    V002,
    /// <span id="code.003"></span>`003`: Not available in this country or environment.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Unsupported`](ErrorKind::Unsupported).
    ///
    /// In the provider's document: errors.
    V003,
    /// <span id="code.004"></span>`004`: There is no such record.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`NotFound`](ErrorKind::NotFound).
    ///
    /// In the provider's document: errors.
    V004,
    /// <span id="code.005"></span>`005`: A parameter is wrong.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: errors (HTTP 400).
    V005,
    /// <span id="code.010"></span>`010`: The provider is out of service for a while.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: errors.
    V010,
    /// <span id="code.TXN0001"></span>`TXN0001`: Not enough funds (disbursements).
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: errors.
    Txn0001,
    /// <span id="code.TXN0002"></span>`TXN0002`: The amount is below the smallest or above the largest.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: errors.
    Txn0002,
    /// <span id="code.TXN0003"></span>`TXN0003`: Above the account's limit per transaction.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: errors.
    Txn0003,
    /// <span id="code.TXN0004"></span>`TXN0004`: Above the account's limit of balance.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: errors.
    Txn0004,
    /// <span id="code.TXN0005"></span>`TXN0005`: No virtual account number could be made.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: errors.
    Txn0005,
    /// <span id="code.TXN0006"></span>`TXN0006`: The bank does not let the suffix be chosen.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: errors.
    Txn0006,
    /// <span id="code.TXN0007"></span>`TXN0007`: The suffix has too many digits.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: errors.
    Txn0007,
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl Code {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &[
        "000",
        "001",
        "002",
        "003",
        "004",
        "005",
        "010",
        "TXN0001",
        "TXN0002",
        "TXN0003",
        "TXN0004",
        "TXN0005",
        "TXN0006",
        "TXN0007",
    ];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::V000 => "000",
            Self::V001 => "001",
            Self::V002 => "002",
            Self::V003 => "003",
            Self::V004 => "004",
            Self::V005 => "005",
            Self::V010 => "010",
            Self::Txn0001 => "TXN0001",
            Self::Txn0002 => "TXN0002",
            Self::Txn0003 => "TXN0003",
            Self::Txn0004 => "TXN0004",
            Self::Txn0005 => "TXN0005",
            Self::Txn0006 => "TXN0006",
            Self::Txn0007 => "TXN0007",
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for Code {
    fn from(word: &str) -> Self {
        match word {
            "000" => Self::V000,
            "001" => Self::V001,
            "002" => Self::V002,
            "003" => Self::V003,
            "004" => Self::V004,
            "005" => Self::V005,
            "010" => Self::V010,
            "TXN0001" => Self::Txn0001,
            "TXN0002" => Self::Txn0002,
            "TXN0003" => Self::Txn0003,
            "TXN0004" => Self::Txn0004,
            "TXN0005" => Self::Txn0005,
            "TXN0006" => Self::Txn0006,
            "TXN0007" => Self::Txn0007,
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for Code {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for Code {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for Code {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for Code {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
impl Code {
    /// What the code means; `None` for one that no table lists.
    #[must_use]
    pub fn info(&self) -> Option<&'static CodeInfo> {
        match self {
            Self::V000 => ALL.get(0usize),
            Self::V001 => ALL.get(1usize),
            Self::V002 => ALL.get(2usize),
            Self::V003 => ALL.get(3usize),
            Self::V004 => ALL.get(4usize),
            Self::V005 => ALL.get(5usize),
            Self::V010 => ALL.get(6usize),
            Self::Txn0001 => ALL.get(7usize),
            Self::Txn0002 => ALL.get(8usize),
            Self::Txn0003 => ALL.get(9usize),
            Self::Txn0004 => ALL.get(10usize),
            Self::Txn0005 => ALL.get(11usize),
            Self::Txn0006 => ALL.get(12usize),
            Self::Txn0007 => ALL.get(13usize),
            Self::Other(_) => None,
        }
    }
}
/// Every code, in the order of `codes.toml`.
pub const ALL: &[CodeInfo] = &[
    CodeInfo::new(
        "000",
        "An unknown error.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "001",
        "An internal error of the provider.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "002",
        "The credentials are missing or wrong.",
        (
            ErrorKind::Unauthorized,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "003",
        "Not available in this country or environment.",
        (
            ErrorKind::Unsupported,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "004",
        "There is no such record.",
        (
            ErrorKind::NotFound,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "005",
        "A parameter is wrong.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("errors", Some(400u16))],
    ),
    CodeInfo::new(
        "010",
        "The provider is out of service for a while.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0001",
        "Not enough funds (disbursements).",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0002",
        "The amount is below the smallest or above the largest.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0003",
        "Above the account's limit per transaction.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0004",
        "Above the account's limit of balance.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0005",
        "No virtual account number could be made.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0006",
        "The bank does not let the suffix be chosen.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("errors", None)],
    ),
    CodeInfo::new(
        "TXN0007",
        "The suffix has too many digits.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("errors", None)],
    ),
];
/// What a status without a known code means, where the provider's rule differs from the general one.
pub const HTTP: &[HttpRule] = &[];
