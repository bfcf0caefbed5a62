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

/// Receiving callbacks (webhooks). Usable as `Arc<dyn Callbacks>`.
///
/// In an axum application, `payments-axum` does what this example does.
///
/// ```
/// use payments_core::{Callbacks, Event, Received, Verified, http::HeaderMap};
///
/// /// The news that can be believed, if the message has any.
/// async fn news(
///     provider: &dyn Callbacks,
///     headers: &HeaderMap,
///     body: &[u8],
/// ) -> Result<Option<Verified<Event>>, Box<dyn std::error::Error>> {
///     Ok(match provider.receive(headers, body)? {
///         Received::Verified(event) => Some(event),
///         // Anybody may have sent it: believe only what the provider answers.
///         Received::Hint(hint) => Some(provider.confirm(&hint).await?),
///         _ => None,
///     })
/// }
/// ```
#[doc(alias = "webhook")]
#[async_trait]
pub trait Callbacks: ProviderClient {
    /// Checks who sent a callback, then reads it. Takes any bytes without panicking.
    ///
    /// `body` must be the bytes as they arrived: a body that was parsed and serialised again may no
    /// longer match its signature.
    ///
    /// ```
    /// use payments_core::{CallbackError, Callbacks, Received, http::HeaderMap};
    ///
    /// /// The status with which the provider is answered.
    /// fn answer(provider: &dyn Callbacks, headers: &HeaderMap, body: &[u8]) -> u16 {
    ///     match provider.receive(headers, body) {
    ///         // Store or handle it before you answer.
    ///         Ok(Received::Verified(_) | Received::Hint(_)) => 200,
    ///         // Nothing to act on.
    ///         Ok(_) => 200,
    ///         Err(CallbackError::MissingProof | CallbackError::WrongProof) => 401,
    ///         // Your own fault: let it be delivered again.
    ///         Err(CallbackError::NotConfigured(_)) => 503,
    ///         Err(_) => 400,
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// No error moves money, and none is about a payment: the message proves nothing. The provider
    /// delivers again after any answer but a success.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;

    /// Looks up what a hint is about. The result is the provider's answer, not the message's claim.
    ///
    /// # Errors
    /// Nothing is confirmed, and the hint proves nothing. Nothing has changed either: it can be
    /// confirmed again, after the provider's pause. `NotSent`: this client cannot look it up.
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>>;
}

/// A callback that was read.
///
/// ```
/// use payments_core::Received;
///
/// fn is_proved(received: &Received) -> bool {
///     matches!(received, Received::Verified(_))
/// }
///
/// assert!(!is_proved(&Received::Ping));
/// ```
#[doc(alias = "webhook")]
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
