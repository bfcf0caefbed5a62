//! Headers: any bytes in any header must not cause a panic.

use http::{HeaderMap, HeaderName, HeaderValue};
use payments_core::{CallbackError, Callbacks, Received};
use proptest::{prelude::*, sample};

use crate::{
    forged::{SECRET, genuine},
    signer::Signer,
};

/// Headers that a client might read.
const KNOWN: [&str; 12] = [
    "xfers-signature",
    "x-hub-signature",
    "x-callback-token",
    "x-signature",
    "content-type",
    "content-length",
    "content-encoding",
    "transfer-encoding",
    "authorization",
    "date",
    "host",
    "cookie",
];

/// Any bytes in any headers, any number of each, with any body: no panic, no proof, and no other
/// header invalidates a correct proof. For a client that accepts [`SECRET`].
pub fn no_header_panics_or_proves_anything(provider: &str, client: &dyn Callbacks) {
    let signer = Signer::of(provider).expect("it proves its callbacks");
    proptest!(config(), |(headers in headers(), body in bodies(provider))| {
        let received = client.receive(&headers, &body);
        let refused = matches!(
            received,
            Err(CallbackError::WrongProof | CallbackError::MissingProof)
        );
        prop_assert!(refused, "{received:?}");
        let mut right = headers;
        right.remove(&signer.header);
        let proof = signer.present(&signer.proof(SECRET.as_bytes(), &body)).unwrap();
        let alone = client.receive(&proof, &body);
        right.extend(proof);
        let received = client.receive(&right, &body);
        prop_assert_eq!(format!("{received:?}"), format!("{alone:?}"));
    });
}

/// Like [`no_header_panics_or_proves_anything`], for a client without a secret: headers change
/// nothing, and nothing becomes an event.
pub fn no_header_panics_or_changes_a_hint(provider: &str, client: &dyn Callbacks) {
    proptest!(config(), |(headers in headers(), body in bodies(provider))| {
        let received = client.receive(&headers, &body);
        prop_assert!(!matches!(received, Ok(Received::Verified(_))), "{received:?}");
        let alone = client.receive(&HeaderMap::new(), &body);
        prop_assert_eq!(format!("{received:?}"), format!("{alone:?}"));
    });
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(2_000)
    }
}

/// Printed callbacks, and bytes that are not callbacks.
fn bodies(provider: &str) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![sample::select(genuine(provider)), any::<Vec<u8>>()]
}

fn headers() -> impl Strategy<Value = HeaderMap> {
    let known = sample::select(&KNOWN[..]).prop_map(HeaderName::from_static);
    let any_name = prop::collection::vec(b'a'..=b'z', 1..20)
        .prop_map(|name| HeaderName::from_bytes(&name).unwrap());
    let value = any::<Vec<u8>>().prop_map(|mut bytes| {
        // What no header can carry.
        bytes.retain(|byte| *byte == b'\t' || *byte >= b' ' && *byte != 0x7f);
        HeaderValue::from_bytes(&bytes).unwrap()
    });
    prop::collection::vec((prop_oneof![known, any_name], value), 0..12).prop_map(|pairs| {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(name, value);
        }
        headers
    })
}
