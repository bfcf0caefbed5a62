//! Callbacks: signed with HMAC-SHA256 over the raw body.

use hmac::{Hmac, KeyInit, Mac};
use payments_core::{
    CallbackError, Callbacks, Error, Event, Hint, PaymentRequest, Proof, Received, Result, Secrets,
    Unmodelled, Verified, async_trait, signatures,
};
use payments_provider::read::{self, Arrived, Tree, Unreadable};
use payments_provider::settings::CallbackKeys;
use reqwest::header::{HeaderMap, HeaderName};
use sha2::Sha256;

use crate::{
    Callback, Fazz, PROVIDER, SETTINGS, states,
    types::{PaymentDocument, PaymentResource},
};

/// Checks who sent a callback, then reads it: one of the headers (`Xfers-Signature` and
/// `X-Xfers-Signature` are both in use) must hold the hexadecimal HMAC-SHA256 of the body, as it
/// arrived, with one of the signing secrets.
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
    let algorithm = SETTINGS.callback_algorithm.unwrap_or_default();
    let presented = signatures(headers, names, algorithm);
    let expected = secrets
        .iter()
        .filter_map(|secret| signature(secret.expose().as_bytes(), body));
    Proof::by_signature(presented, expected)
}

fn signature(secret: &[u8], body: &[u8]) -> Option<[u8; 32]> {
    // HMAC accepts keys of any length, so this is never `None`.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(body);
    Some(mac.finalize().into_bytes().into())
}

#[async_trait]
impl Callbacks for Fazz {
    /// News of anything but a payment (a payout, a link) is reported as unmodelled, which is never
    /// a success.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let CallbackKeys {
            secrets,
            headers: names,
        } = self.signing.as_ref().ok_or_else(|| {
            CallbackError::NotConfigured(Error::configuration(
                "no signing secret is set (FAZZ_SIGNING_SECRETS)",
            ))
        })?;
        let proof = prove(secrets, names, headers, body)?;
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
        let (resource, pointer) = match read.body {
            Callback::Enveloped(document) => (document.data, "/data"),
            Callback::Bare(resource) => (resource, ""),
        };
        let raw = match pointer {
            "" => Arrived::new::<PaymentResource>(body.to_vec()),
            _ => Arrived::new::<PaymentDocument>(body.to_vec()),
        };
        let key = format!("{}:{}", resource.id, resource.attributes.status);
        let payment =
            states::payment(resource, raw.raw(pointer), None).map_err(Unreadable::sense)?;
        Ok((name.to_owned(), Event::new(key, payment)))
    });
    told.or_else(|reason| {
        let tree = Tree::parse(&text)?;
        let raw = Arrived::new::<PaymentDocument>(body.to_vec()).raw("");
        let message = unmodelled(&tree).because(reason).raw(raw);
        Ok((message.event.clone(), message.event(body)))
    })
}

/// What is known about an arbitrary message.
fn unmodelled(tree: &Tree<'_>) -> Unmodelled {
    let text = |place: [&str; 3]| {
        let [_, inside @ ..] = &place;
        tree.mark(&place).text().or(tree.mark(inside).text())
    };
    let within = |name| {
        let enveloped = tree.mark(&["data", name]).text();
        enveloped.or(tree.mark(&[name]).text())
    };
    let reference = text(["data", "attributes", "referenceId"]);
    Unmodelled::new(PROVIDER, within("type").unwrap_or_default(), "").about(reference, within("id"))
}

#[cfg(test)]
mod tests {
    use payments_core::wire::hex;

    use super::*;

    #[test]
    fn the_signature_is_hexadecimal_hmac_sha256() {
        // RFC 4231, test case 2.
        assert_eq!(
            hex(&signature(b"Jefe", b"what do ya want for nothing?").unwrap()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
