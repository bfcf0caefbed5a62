//! Callbacks: signed with HMAC-SHA256 over the raw body.
// example of new-provider: what the document says that proves a callback

use hmac::Hmac;
use payments_core::{
    CallbackError, Callbacks, Event, Hint, PaymentRequest, Proof, Received, Result, Secrets,
    Unmodelled, Verified, async_trait,
};
use payments_provider::{
    read::{self, Arrived, Tree, Unreadable},
    signed,
};
use reqwest::header::{HeaderMap, HeaderName};
use sha2::Sha256;

use crate::{Callback, Exampleco, PROVIDER, SETTINGS, qris, types::PaymentCallback};

/// Checks who sent a callback, then reads it: one of the headers must hold the hexadecimal
/// HMAC-SHA256 of the body, as it arrived, with one of the secrets.
pub fn verify_callback(
    secrets: &Secrets,
    names: &[HeaderName],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Verified<Callback>, CallbackError> {
    let proof = prove(secrets, names, headers, body)?;
    let callback = Callback::from_slice(body)?;
    Ok(Verified::new(proof, callback))
}

fn prove(
    secrets: &Secrets,
    names: &[HeaderName],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, CallbackError> {
    signed::prove::<Hmac<Sha256>>(secrets, names, &SETTINGS, headers, body)
}

#[async_trait]
impl Callbacks for Exampleco {
    /// An unmodelled event is reported as such, which is never a success.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let keys = SETTINGS.callback_keys(self.checks.as_ref())?;
        let proof = prove(&keys.secrets, &keys.headers, headers, body)?;
        let (_, event) = event(body)?;
        Ok(Received::Verified(Verified::new(proof, event)))
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask::<PaymentRequest>(self).await
    }
}

/// The event of a callback, and its name. Any JSON gives an event: unmodelled or inconsistent
/// messages are reported as unmodelled.
pub(crate) fn event(body: &[u8]) -> Result<(String, Event), Unreadable> {
    let text = read::text(body);
    let told = Callback::from_tree(Tree::parse(&text)?).and_then(|read| {
        let name = read.body.name();
        let Callback::Payment(message) = read.body;
        let raw = Arrived::new::<PaymentCallback>(body.to_vec()).raw("/data");
        let payment = qris::payment(&message.data, raw).map_err(Unreadable::sense)?;
        // The same for every delivery of the same news.
        let key = format!("{}:{}", message.data.reference, message.data.status);
        Ok((name.to_owned(), Event::new(key, payment)))
    });
    told.or_else(|reason| {
        let tree = Tree::parse(&text)?;
        let raw = Arrived::new::<PaymentCallback>(body.to_vec()).raw("");
        let message = unmodelled(&tree).because(reason).raw(raw);
        Ok((message.event.clone(), message.event(body)))
    })
}

/// What is known about an arbitrary message.
fn unmodelled(tree: &Tree<'_>) -> Unmodelled {
    let text = |place: &[&str]| tree.mark(place).text();
    let event = text(&["event"]).unwrap_or_default();
    Unmodelled::new(PROVIDER, event, "").about(text(&["data", "reference"]), text(&["data", "id"]))
}
