//! Callbacks: signed with HMAC-SHA256 over the raw body.

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
    signed::prove::<Hmac<Sha256>>(secrets, names, &SETTINGS, headers, body)
}

#[async_trait]
impl Callbacks for Fazz {
    /// News of anything but a payment (a payout, a link) is reported as unmodelled, which is never
    /// a success.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let keys = SETTINGS.callback_keys(self.signing.as_ref())?;
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
    use super::*;

    #[test]
    fn the_signature_is_hexadecimal_hmac_sha256() {
        // RFC 4231, test case 2.
        let right = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let wrong = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844";
        let secrets = Secrets::new("secrets", ["Jefe"]).unwrap();
        let name = HeaderName::from_static("xfers-signature");
        let proved = |signature: &'static str| {
            let headers = HeaderMap::from_iter([(name.clone(), signature.parse().unwrap())]);
            let body = b"what do ya want for nothing?";
            prove(&secrets, std::slice::from_ref(&name), &headers, body)
        };
        assert!(proved(right).is_ok());
        assert!(matches!(proved(wrong), Err(CallbackError::WrongProof)));
    }

    #[test]
    fn without_a_secret_the_error_names_the_variable_to_set() {
        let config = crate::Config::new("test_key", "secret").unwrap();
        let fazz = Fazz::new(config).unwrap();
        let refused = fazz.receive(&HeaderMap::new(), b"{}").unwrap_err();
        assert!(
            matches!(&refused, CallbackError::NotConfigured(error) if
            error.to_string().contains("(FAZZ_SIGNING_SECRETS)")),
            "{refused:?}"
        );
    }
}
