//! Why a callback was not accepted.

use std::fmt;

use crate::error::Error;

/// Why a callback was not accepted. Tell the sender only that it was refused.
///
/// ```
/// use payments_core::CallbackError;
///
/// /// The sender does not learn which of the two it was.
/// fn is_forged(error: &CallbackError) -> bool {
///     matches!(error, CallbackError::MissingProof | CallbackError::WrongProof)
/// }
///
/// assert!(is_forged(&CallbackError::WrongProof));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum CallbackError {
    /// No token or signature was presented.
    MissingProof,
    /// A token or signature was presented and is wrong.
    WrongProof,
    /// The client has no secret to check callbacks with.
    NotConfigured(Error),
    /// The body is not JSON; the text says where.
    NotJson(String),
    /// The body is not what the provider's document shows; the text says where.
    Unreadable(String),
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingProof => f.write_str("the callback carries no proof of its sender"),
            Self::WrongProof => f.write_str("the callback's proof of its sender is wrong"),
            Self::NotConfigured(_) => {
                f.write_str("no secret is configured to check callbacks with")
            }
            Self::NotJson(reason) | Self::Unreadable(reason) => {
                write!(f, "the callback cannot be read: {reason}")
            }
        }
    }
}

impl std::error::Error for CallbackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotConfigured(error) => Some(error),
            _ => None,
        }
    }
}
