//! Callbacks: messages from a provider, and how far they can be trusted.

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
    /// `body` must be the bytes as they arrived: a body that was parsed and serialised again may no
    /// longer match its signature.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;

    /// Looks up what a hint is about. The result is the provider's answer, not the message's claim.
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
    /// Nothing is proved, and there is nothing to look up: acknowledge it, and believe nothing in
    /// it.
    Unmodelled(Box<Unmodelled>),
    /// The provider tests the address. There is no news in it: acknowledge it.
    Ping,
}
