//! Callbacks: a hint, unless a secret is set; then HMAC-SHA1 over the raw body.

use hmac::{Hmac, KeyInit, Mac};
use payments_core::{
    Asked, CallbackError, Callbacks, Event, Hint, Proof, Provider, Received, Result, Secrets,
    Verified, async_trait, http::decoding,
};
use reqwest::header::{HeaderMap, HeaderName};
use sha1::Sha1;

use crate::{
    Callback, Digiswitch, PROVIDER, bills,
    told::Told,
    types::{BillData, BillResponse},
};

/// How callbacks are signed.
#[derive(Clone, Debug)]
pub(crate) struct Signing {
    pub(crate) secrets: Secrets,
    pub(crate) header: HeaderName,
}

/// Checks who sent a callback, then reads it: `header` must hold the hexadecimal HMAC-SHA1 of the body with one of the secrets, after `sha1=`
/// or alone.
pub fn verify_callback(
    secrets: &Secrets,
    header: &HeaderName,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Verified<Callback>, CallbackError> {
    let presented = headers.get(header).map(|signature| {
        let signature = signature.as_bytes();
        signature.strip_prefix(b"sha1=").unwrap_or(signature)
    });
    let expected = secrets
        .iter()
        .filter_map(|secret| signature(secret.expose().as_bytes(), body));
    let proof = Proof::by_signature(presented, expected)?;
    Ok(Verified::new(proof, read(body)?))
}

fn signature(secret: &[u8], body: &[u8]) -> Option<[u8; 20]> {
    // HMAC takes a key of any length, so this is never none.
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(body);
    Some(mac.finalize().into_bytes().into())
}

fn read(body: &[u8]) -> Result<Callback, CallbackError> {
    Callback::from_slice(body).map_err(|error| CallbackError::Unreadable(decoding(&error)))
}

#[async_trait]
impl Callbacks for Digiswitch {
    fn sender(&self) -> Provider {
        PROVIDER
    }

    /// [`Received::Hint`], unless a secret is set and the message decides something: a code that proves nothing about the payment stays a
    /// hint, whoever sent it.
    ///
    /// A hint's product is the code of the message, which may be another than that of the request (`dspln` for `pln`), and the status call
    /// wants that of the request: put the one that was kept in its place before confirming.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let unreadable = |error: payments_core::Error| CallbackError::Unreadable(error.to_string());
        let Some(Signing { secrets, header }) = &self.signing else {
            let callback = read(body)?;
            let bill = bills::bill(data(&callback)).map_err(unreadable)?;
            return Ok(Received::Hint(Hint::Bill(bill)));
        };
        let callback = verify_callback(secrets, header, headers, body)?;
        let bill = bills::bill(data(callback.get())).map_err(unreadable)?;
        if !decides(data(callback.get())) {
            return Ok(Received::Hint(Hint::Bill(bill)));
        }
        callback
            .try_map(|Callback::Bill(BillResponse { data })| {
                let key = format!("{}:{}:{}", data.ref_id, data.status, data.rc);
                let payment = bills::payment(&bill, data).map_err(unreadable)?;
                Ok(Event::new(key, payment))
            })
            .map(Received::Verified)
    }

    /// Asks for the status of a bill. The news of a top-up cannot be asked for that way: see [`Digiswitch::topup_status`].
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask(Asked::Bills(self)).await
    }
}

/// Whether it decides a payment.
pub(crate) fn decides(data: &BillData) -> bool {
    Told::of(data).proof(false).is_some()
}

pub(crate) fn data(callback: &Callback) -> &BillData {
    let Callback::Bill(body) = callback;
    &body.data
}
