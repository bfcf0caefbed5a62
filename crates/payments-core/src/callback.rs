//! Callbacks: what a provider sends to us, and how far it can be trusted.

use std::fmt;

use async_trait::async_trait;
use http::HeaderMap;

use crate::{
    client::ProviderClient,
    error::{Error, Result},
    instruction::Hint,
    news::{Event, Unmodelled},
    proof::Verified,
};

/// Receiving callbacks. Usable as `Arc<dyn Callbacks>`.
#[async_trait]
pub trait Callbacks: ProviderClient {
    /// Checks who sent a callback, then reads it. Takes any bytes without panicking.
    ///
    /// `body` must be the bytes as they arrived: a body that was parsed and written again may no longer match its signature.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;

    /// Asks the provider about a hint. What comes back is the provider's own answer, not the message's claim.
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>>;
}

/// A callback that was read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Received {
    /// The sender is proved.
    Verified(Verified<Event>),
    /// Nothing is proved: confirm it before acting.
    Hint(Hint),
    /// Nothing is proved, and it is about nothing that can be asked for: acknowledge it, and believe nothing of it.
    Unmodelled(Box<Unmodelled>),
    /// The provider tries whether somebody is there. It is no news: acknowledge it.
    Ping,
}

/// Why a callback was not taken. Tell the sender no more than that it was refused.
#[derive(Debug)]
#[non_exhaustive]
pub enum CallbackError {
    /// No token or signature was presented.
    MissingProof,
    /// A token or signature was presented and is wrong.
    WrongProof,
    /// The client has no secret to check callbacks with.
    NotConfigured(Error),
    /// The body is not what the provider's document shows; the text says where.
    Unreadable(String),
}

impl CallbackError {
    /// Meant for provider crates.
    #[must_use]
    pub fn unreadable(cause: impl ToString) -> Self {
        Self::Unreadable(cause.to_string())
    }
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingProof => f.write_str("the callback carries no proof of its sender"),
            Self::WrongProof => f.write_str("the callback's proof of its sender is wrong"),
            Self::NotConfigured(_) => {
                f.write_str("no secret is configured to check callbacks with")
            }
            Self::Unreadable(reason) => write!(f, "the callback cannot be read: {reason}"),
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
