//! Callbacks: signed with HMAC-SHA256 over the raw body.

use hmac::{Hmac, KeyInit, Mac};
use payments_core::{
    Asked, CallbackError, Callbacks, Error, Event, Hint, Proof, Provider, Received, Result,
    Secrets, Verified, async_trait,
};
use payments_core::{http::decoding, wire::hex};
use reqwest::header::HeaderMap;
use sha2::Sha256;

use crate::{Callback, Fazz, PROVIDER, states, types::PaymentResource};

/// Checks who sent a callback, then reads it: the header `Xfers-Signature` must be the hexadecimal HMAC-SHA256 of the body with one of the
/// signing secrets.
pub fn verify_callback(
    secrets: &Secrets,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Verified<Callback>, CallbackError> {
    let presented = headers
        .get("xfers-signature")
        .map(|signature| signature.as_bytes());
    let expected: Vec<_> = secrets
        .iter()
        .filter_map(|secret| signature(secret.expose().as_bytes(), body))
        .collect();
    let proof = Proof::by_signature(presented, expected.iter().map(String::as_str))?;
    let callback = serde_json::from_slice(body)
        .and_then(Callback::from_json)
        .map_err(|error| CallbackError::Unreadable(decoding(&error)))?;
    Ok(Verified::new(proof, callback))
}

fn signature(secret: &[u8], body: &[u8]) -> Option<String> {
    // HMAC takes a key of any length, so this is never none.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(body);
    Some(hex(&mac.finalize().into_bytes()))
}

#[async_trait]
impl Callbacks for Fazz {
    fn sender(&self) -> Provider {
        PROVIDER
    }

    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let secrets = self.signing_secrets.as_ref().ok_or_else(|| {
            CallbackError::NotConfigured(Error::configuration(
                "no signing secret is set (FAZZ_SIGNING_SECRETS)",
            ))
        })?;
        verify_callback(secrets, headers, body)?
            .try_map(|callback| {
                let resource = resource(&callback);
                let payment = states::payment(resource, None)
                    .map_err(|error| CallbackError::Unreadable(error.to_string()))?;
                let key = format!("{}:{}", resource.id, resource.attributes.status);
                Ok(Event::new(key, payment))
            })
            .map(Received::Verified)
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask(Asked::Payments(self)).await
    }
}

/// The payment of a callback, wrapped or bare.
pub(crate) fn resource(callback: &Callback) -> &PaymentResource {
    match callback {
        Callback::Enveloped(document) => &document.data,
        Callback::Bare(resource) => resource,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_hexadecimal_hmac_sha256() {
        // RFC 4231, test case 2.
        assert_eq!(
            signature(b"Jefe", b"what do ya want for nothing?").unwrap(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
