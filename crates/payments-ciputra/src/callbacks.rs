//! Callbacks: nothing in them proves who sent them, so they are hints.

use payments_core::http::decoding;
use payments_core::{
    Asked, CallbackError, Callbacks, Error, Event, Hint, Provider, Received, Result, Verified,
    async_trait,
};
use reqwest::header::HeaderMap;

use crate::{Callback, Ciputra, PROVIDER, transactions, types::TransactionData};

#[async_trait]
impl Callbacks for Ciputra {
    fn sender(&self) -> Provider {
        PROVIDER
    }

    /// Always a [`Received::Hint`]: confirm it before acting.
    fn receive(&self, _: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let unreadable = |reason: String| CallbackError::Unreadable(reason);
        let callback = Callback::from_slice(body).map_err(|error| unreadable(decoding(&error)))?;
        let query = data(&callback)
            .and_then(transactions::query)
            .map_err(|error| unreadable(error.to_string()))?;
        Ok(Received::Hint(Hint::Payment(query)))
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask(Asked::Payments(self)).await
    }
}

/// The transaction that a callback claims to tell of.
pub(crate) fn data(callback: &Callback) -> Result<&TransactionData> {
    match callback {
        Callback::Enveloped(body) => body
            .data
            .as_ref()
            .ok_or_else(|| Error::integrity("content", "a transaction", "nothing")),
        Callback::Transaction(data) => Ok(data),
    }
}
