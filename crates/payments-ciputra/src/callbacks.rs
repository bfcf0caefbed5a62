//! Callbacks: nothing in them proves who sent them, so they are hints.

use payments_core::http::decoding;
use payments_core::{
    Asked, CallbackError, Callbacks, Event, Hint, Payment, Provider, Received, Result, Verified,
    async_trait,
};
use reqwest::header::HeaderMap;

use crate::{Callback, Ciputra, PROVIDER, transactions};

#[async_trait]
impl Callbacks for Ciputra {
    fn sender(&self) -> Provider {
        PROVIDER
    }

    /// Always a [`Received::Hint`]: confirm it before acting.
    fn receive(&self, _: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let unreadable = |reason: String| CallbackError::Unreadable(reason);
        let callback = serde_json::from_slice(body)
            .and_then(Callback::from_json)
            .map_err(|error| unreadable(decoding(&error)))?;
        let payment = payment(&callback).map_err(|error| unreadable(error.to_string()))?;
        Ok(Received::Hint(Hint::Payment(payment.query())))
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask(Asked::Payments(self)).await
    }
}

/// The payment that a callback claims to tell of.
pub(crate) fn payment(callback: &Callback) -> Result<Payment> {
    match callback {
        Callback::Enveloped(body) => match &body.data {
            Some(data) => transactions::told(data),
            None => Err(payments_core::Error::integrity(
                "content",
                "a transaction",
                "nothing",
            )),
        },
        Callback::Transaction(data) => transactions::told(data),
    }
}
