//! Callbacks: nothing in them proves who sent them, so they are hints.

use payments_core::{
    Asked, CallbackError, Callbacks, Error, Event, Hint, MandateQuery, News, Provider, Received,
    Result, Verified, async_trait, http::decoding,
};
use reqwest::header::HeaderMap;

use crate::{Callback, PROVIDER, Rpi, mandates::about, states};

#[async_trait]
impl Callbacks for Rpi {
    fn sender(&self) -> Provider {
        PROVIDER
    }

    /// Always a [`Received::Hint`]: confirm it before acting.
    fn receive(&self, _: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let unreadable = |reason: String| CallbackError::Unreadable(reason);
        let callback = Callback::from_slice(body).map_err(|error| unreadable(decoding(&error)))?;
        let query = query(&callback).map_err(|error| unreadable(error.to_string()))?;
        Ok(Received::Hint(Hint::Mandate(query)))
    }

    /// Asks for the mandate. No call of the provider tells what became of a single charge.
    ///
    /// The provider's answer must repeat the reference. Reference and ids of a hint come from one unproved body, so an answer that leaves it out
    /// (which [`get`](payments_core::Mandates::get) takes for that of the mandate asked for) would lend its truth to anybody's claim.
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        let event = hint.ask(Asked::Mandates(self)).await?;
        event.try_map(|event| match &event.news {
            News::Mandate(mandate) if states::is_repeated(mandate) => Ok(event),
            _ => {
                let error = Error::integrity("transactionId", "the callback's", "none");
                Err(about(error, hint.reference()))
            }
        })
    }
}

/// How to ask for the mandate that a callback claims to tell of. The id in the envelope is that of the instruction; in the details stands that
/// of the charge.
fn query(callback: &Callback) -> Result<MandateQuery> {
    let Callback::Charge(body) = callback;
    let mut query = MandateQuery::new(states::reference(body.transaction_id.as_deref())?);
    query.provider_id.clone_from(&body.details.rpi_code);
    query.customer_id.clone_from(&body.customer_id);
    Ok(query)
}
