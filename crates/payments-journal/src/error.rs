//! What can go wrong in the journal, apart from the payment itself.

use std::{collections::BTreeMap, fmt};

use payments_core::{AccountId, Outcome, Reference, printable};

/// The result of every call of the journal.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call of the journal failed. A provider's refusal is not an error here: it is recorded.
///
/// Contains no secrets and no personal data, and only the message of a database's error.
///
/// ```
/// use payments_core::Outcome;
/// use payments_journal::Error;
///
/// /// Whether the request, changed, can be given another reference.
/// fn may_begin_anew(error: &Error) -> bool {
///     error.outcome() == Outcome::NotSent
/// }
///
/// assert!(may_begin_anew(&Error::NotFound));
/// assert!(!may_begin_anew(&Error::Closed));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The reference was used for something else; nothing was sent. Another intent needs another
    /// reference.
    Mismatch {
        /// The reference.
        reference: Reference,
        /// The names of the fields that differ.
        fields: Vec<String>,
        /// What is recorded and what was given, by the name of the field: of what is bought, for
        /// how much and when. Persons, options and free texts are not told.
        values: BTreeMap<String, [String; 2]>,
    },
    /// The account was used at another host before; nothing was sent. One host knows nothing of
    /// what another has done.
    AnotherHost {
        /// The account.
        account: AccountId,
        /// The host recorded in this journal.
        recorded: String,
        /// The client's host.
        given: String,
    },
    /// The request is wrong, or the provider does not support it; nothing was recorded or sent.
    NotSendable(payments_core::Error),
    /// The database failed. What was sent before may have had an effect and counts as sent: execute
    /// the same request again, or let a worker finish it.
    Database(String),
    /// The journal was closed.
    Closed,
    /// The database holds something that this version cannot read; the text says what.
    Unreadable(String),
    /// Nothing is recorded under this reference.
    NotFound,
    /// The operation is not possible in the intent's state; the text says why.
    NotPossible(String),
    /// The URL or an option of the journal is wrong; the text says which.
    Configuration(String),
}

impl Error {
    pub(crate) fn cut_off() -> Self {
        Self::Database("the journal's work on the database was cut off".into())
    }

    /// Whether money may have moved because of the call that returned this error.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            // What was sent before counts as sent.
            Self::Database(_) | Self::Unreadable(_) | Self::Closed => Outcome::Unknown,
            _ => Outcome::NotSent,
        }
    }

    /// Whether trying again is useless: the journal was closed, holds something that this version
    /// cannot read, or has recorded the account at another host.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        matches!(
            self,
            Self::Closed | Self::Unreadable(_) | Self::AnotherHost { .. }
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mismatch {
                reference,
                fields,
                values,
            } => {
                write!(f, "reference {reference} is recorded with another ")?;
                for (place, field) in fields.iter().enumerate() {
                    let comma = if place > 0 { ", " } else { "" };
                    write!(f, "{comma}{field}")?;
                    if let Some([recorded, given]) = values.get(field) {
                        let [recorded, given] = [recorded, given].map(|one| printable::line(one));
                        write!(f, " (recorded: {recorded}, given: {given})")?;
                    }
                }
                f.write_str("; nothing was sent")
            }
            Self::AnotherHost {
                account,
                recorded,
                given,
            } => write!(
                f,
                "the account {account} is at {recorded} in this journal, and the client asks {given}: nothing was sent; give one of the two another account name"
            ),
            Self::NotSendable(error) => write!(f, "nothing was sent: {error}"),
            Self::Database(message) => write!(f, "the journal's database failed: {message}"),
            Self::Unreadable(what) => write!(f, "the journal holds an unreadable {what}"),
            Self::Closed => f.write_str("the journal is closed"),
            Self::NotFound => f.write_str("nothing is recorded under this reference"),
            Self::NotPossible(why) | Self::Configuration(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotSendable(error) => Some(error),
            _ => None,
        }
    }
}

/// Reads what the database holds.
pub(crate) fn readable<T, E>(what: &str, read: std::result::Result<T, E>) -> Result<T> {
    read.map_err(|_| Error::Unreadable(what.into()))
}
