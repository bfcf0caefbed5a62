//! What can go wrong besides the payment itself.

use std::fmt;

use payments_core::{AccountId, Outcome, Reference};

/// The result of every call of the journal.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the journal could not do what was asked. What the provider said is no error here: it is
/// recorded.
///
/// Holds neither secrets nor personal data, and of a database's error only its message.
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
    },
    /// The account was used at another host before; nothing was sent. What one host has done
    /// another knows nothing of.
    AnotherHost {
        /// The account.
        account: AccountId,
        /// Where it is in this journal.
        recorded: String,
        /// Where the client would have asked.
        given: String,
    },
    /// The request is wrong, or the provider cannot do that at all; nothing was recorded or sent.
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
    /// What was asked is not possible in the intent's state; the text says why.
    NotPossible(String),
    /// The URL or an option of the journal is wrong; the text says which.
    Configuration(String),
}

impl Error {
    pub(crate) fn cut_off() -> Self {
        Self::Database("the journal's work on the database was cut off".into())
    }

    /// Whether money may have moved by the call that ended in this error.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            // What was sent before counts as sent.
            Self::Database(_) | Self::Unreadable(_) | Self::Closed => Outcome::Unknown,
            _ => Outcome::NotSent,
        }
    }

    /// Whether trying again is of no use: the journal was closed, holds what this version cannot
    /// read, or knows an account at another host.
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
            Self::Mismatch { reference, fields } => write!(
                f,
                "reference {reference} is recorded with another {}; nothing was sent",
                fields.join(", ")
            ),
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
