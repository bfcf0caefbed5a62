//! What an answer proves: one rule for sends, one for lookups.

use std::time::Duration;

use crate::error::{EarlierTry, Error, ErrorKind, Outcome, Result};

/// The longest wait that is accepted from an answer: six hours. If a provider asks for more, it is
/// asked again after that. A number in another unit must not postpone anything for decades, nor
/// beyond the day after which a journal hands an intent to a person.
pub const LONGEST_WAIT: Duration = Duration::from_secs(6 * 60 * 60);

/// The result of a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sent {
    /// The provider accepted it, and its answer matches the request.
    Accepted,
    /// Nothing was written: name lookup, connection, TLS or token failed.
    NotSent,
    /// Nothing was written, and a repeat would fail too: input or settings are wrong.
    Unsendable,
    /// The provider did nothing, because there are too many requests.
    RateLimited,
    /// The provider did nothing.
    Refused,
    /// A duplicate: the provider knows the reference.
    Exists,
    /// It may have happened.
    Lost,
}

/// The result of a lookup by reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The provider has it, and its answer matches the request.
    Found,
    /// The provider itself says that it does not know the reference.
    NotFound,
    /// A code proves that the earlier send failed.
    Failed,
    /// A code proves only that the earlier send arrived.
    Exists,
    /// It proves nothing: it failed, contradicts itself, or names another amount or reference.
    Nothing,
}

impl Sent {
    /// Judges the result of a send. Its integrity must have been checked.
    #[must_use]
    pub fn of<T>(result: &Result<T>) -> Self {
        let Err(error) = result else {
            return Self::Accepted;
        };
        match (error.outcome(), error.kind(), error.earlier()) {
            (Outcome::NotSent, kind, _) if passes(kind) => Self::NotSent,
            (Outcome::NotSent, ..) => Self::Unsendable,
            (_, _, EarlierTry::Exists) | (Outcome::Refused, ErrorKind::Duplicate, _) => {
                Self::Exists
            }
            (Outcome::Refused, ErrorKind::RateLimited, _) => Self::RateLimited,
            // A code proves `Failed` only as the answer to a lookup. As the answer to a second
            // send, it may be about that send only.
            (Outcome::Refused, ..) => Self::Refused,
            (Outcome::Unknown, ..) => Self::Lost,
        }
    }
}

impl Asked {
    /// Judges the result of a lookup. Its integrity must have been checked.
    #[must_use]
    pub fn of<T>(result: &Result<T>) -> Self {
        let Err(error) = result else {
            return Self::Found;
        };
        match (error.outcome(), error.earlier(), error.kind()) {
            // No lookup was sent.
            (Outcome::NotSent, ..) => Self::Nothing,
            (_, EarlierTry::Exists, _) => Self::Exists,
            (_, EarlierTry::Failed, _) => Self::Failed,
            (Outcome::Refused, EarlierTry::Nothing, ErrorKind::NotFound) => Self::NotFound,
            (_, EarlierTry::Nothing, _) => Self::Nothing,
        }
    }
}

/// Whether a send that failed before anything was written may succeed later by itself: failures of
/// the transport or of the token's issuer.
fn passes(kind: ErrorKind) -> bool {
    match kind {
        ErrorKind::Connect
        | ErrorKind::Timeout
        | ErrorKind::Interrupted
        | ErrorKind::Unreadable
        | ErrorKind::RateLimited
        | ErrorKind::Unavailable => true,
        ErrorKind::Invalid
        | ErrorKind::Configuration
        | ErrorKind::Integrity
        | ErrorKind::Duplicate
        | ErrorKind::NotFound
        | ErrorKind::Unauthorized
        | ErrorKind::Forbidden
        | ErrorKind::Declined
        | ErrorKind::Rejected
        | ErrorKind::Unsupported => false,
    }
}

/// The wait that the provider asked for, limited, so that no mistake postpones anything for years.
pub(super) fn retry_after<T>(result: &Result<T>) -> Duration {
    let asked = result.as_ref().err().and_then(Error::retry_after);
    asked.unwrap_or_default().min(LONGEST_WAIT)
}
