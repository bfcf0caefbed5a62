//! What an answer is worth, once for sends and once for questions.

use std::time::Duration;

use crate::error::{EarlierTry, Error, ErrorKind, Outcome, Result};

/// The longest wait that is taken from an answer: six hours. A provider that asks for more is asked
/// again then; a number that was meant as something else must not put anything off for decades, nor
/// beyond the day after which a journal gives an intent to a person.
pub const LONGEST_WAIT: Duration = Duration::from_secs(6 * 60 * 60);

/// What came of a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sent {
    /// The provider took it, and tells of what was asked for.
    Accepted,
    /// Nothing was written: name, connection, TLS or token failed.
    NotSent,
    /// Nothing was written, and nothing ever will be: input or settings are wrong.
    Unsendable,
    /// The provider did nothing, because there are too many requests.
    RateLimited,
    /// The provider did nothing.
    Refused,
    /// A duplicate: the reference is known to the provider.
    Exists,
    /// It may have happened.
    Lost,
}

/// What came of a question for the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The provider tells of what was asked for.
    Found,
    /// The provider itself says that it does not know the reference.
    NotFound,
    /// A code proves that the earlier send came to nothing.
    Failed,
    /// A code proves that the earlier send arrived, and no more.
    Exists,
    /// It proves nothing: it failed, contradicts itself, or tells of another amount or reference.
    Nothing,
}

impl Sent {
    /// Judges what a send came to. Its integrity must have been checked.
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
            // `Failed` is what a code proves when it answers a question. Answering a second send,
            // it may be about that one alone.
            (Outcome::Refused, ..) => Self::Refused,
            (Outcome::Unknown, ..) => Self::Lost,
        }
    }
}

impl Asked {
    /// Judges what a question came to. Its integrity must have been checked.
    #[must_use]
    pub fn of<T>(result: &Result<T>) -> Self {
        let Err(error) = result else {
            return Self::Found;
        };
        match (error.outcome(), error.earlier(), error.kind()) {
            // No question was put.
            (Outcome::NotSent, ..) => Self::Nothing,
            (_, EarlierTry::Exists, _) => Self::Exists,
            (_, EarlierTry::Failed, _) => Self::Failed,
            (Outcome::Refused, EarlierTry::Nothing, ErrorKind::NotFound) => Self::NotFound,
            (_, EarlierTry::Nothing, _) => Self::Nothing,
        }
    }
}

/// Whether a send that failed before anything was written may work later without anybody's doing:
/// the transport, or the token's provider.
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

/// The wait that the provider asked for, within reason: whoever made the error, nothing is put off
/// for years.
pub(super) fn retry_after<T>(result: &Result<T>) -> Duration {
    let asked = result.as_ref().err().and_then(Error::retry_after);
    asked.unwrap_or_default().min(LONGEST_WAIT)
}
