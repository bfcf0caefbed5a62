//! Why an intent has no answer.

use std::{error::Error as StdError, fmt};

use super::{Progress, Reason};
use crate::error::{Error, Outcome};

/// Why an intent has no answer, and how to continue.
///
/// While [`outcome`](Self::outcome) is `Unknown`, it may have happened: keep query and progress,
/// and [`resolve`](super::Retry::resolve) it later, or wait for the provider's callback.
///
/// ```
/// use payments_core::{PaymentQuery, SettleError};
///
/// fn explain(open: &SettleError<PaymentQuery>) {
///     println!("{}: {}", open.query().reference, open.error());
///     match open.reason() {
///         Some(reason) => println!("given up while open: {reason}"),
///         None => println!("decided: nothing happened"),
///     }
/// }
/// ```
#[derive(Clone, Debug)]
pub struct SettleError<Q>(Box<Inner<Q>>);

#[derive(Clone, Debug)]
struct Inner<Q> {
    error: Error,
    reason: Option<Reason>,
    query: Q,
    progress: Progress,
}

impl<Q> SettleError<Q> {
    pub(super) fn new(error: Error, reason: Option<Reason>, query: Q, progress: Progress) -> Self {
        Self(Box::new(Inner {
            error,
            reason,
            query,
            progress,
        }))
    }

    /// Whether the intent may have had an effect, whatever the result of its last request.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.error.outcome()
    }

    /// What went wrong, with the reference. Its outcome is that of the intent.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.0.error
    }

    /// Why it was given up while still open. `None` means that it is decided: nothing happened.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.0.reason
    }

    /// How to look it up.
    #[must_use]
    pub fn query(&self) -> &Q {
        &self.0.query
    }

    /// How far it got, to continue from there.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.0.progress
    }
}

impl<Q> fmt::Display for SettleError<Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.error)?;
        match self.0.reason {
            Some(reason) => write!(f, "; {reason}"),
            None => Ok(()),
        }
    }
}

impl<Q: fmt::Debug> StdError for SettleError<Q> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.error.source()
    }
}

impl<Q> From<SettleError<Q>> for Error {
    fn from(error: SettleError<Q>) -> Self {
        error.0.error
    }
}
