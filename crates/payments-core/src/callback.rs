//! Callbacks: what a provider sends to us, and how far it can be trusted.

use async_trait::async_trait;
use http::HeaderMap;

use crate::{
    callback_error::CallbackError,
    client::ProviderClient,
    error::Result,
    instruction::{Event, Hint},
    proof::Verified,
    unmodelled::Unmodelled,
};

/// Receiving callbacks. Usable as `Arc<dyn Callbacks>`.
#[async_trait]
pub trait Callbacks: ProviderClient {
    /// Checks who sent a callback, then reads it. Takes any bytes without panicking.
    ///
    /// `body` must be the bytes as they arrived: a body that was parsed and written again may no
    /// longer match its signature.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;

    /// Asks the provider about a hint. What comes back is the provider's own answer, not the
    /// message's claim.
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
    /// Nothing is proved, and it is about nothing that can be asked for: acknowledge it, and
    /// believe nothing of it.
    Unmodelled(Box<Unmodelled>),
    /// The provider tries whether somebody is there. It is no news: acknowledge it.
    Ping,
}
