//! Signed callbacks: an HMAC over the body, as it arrived.

use hmac::{KeyInit, Mac};
use http::{HeaderMap, HeaderName};
use payments_core::{CallbackError, Proof, Secrets, signatures};

use crate::settings::ClientSettings;

/// Checks who sent a callback: one of the headers must hold the hexadecimal HMAC of the body with
/// one of the secrets, alone or after the name of the algorithm (`sha1=`).
///
/// `M` is the HMAC: `hmac::Hmac<sha2::Sha256>`.
pub fn prove<M: Mac + KeyInit>(
    secrets: &Secrets,
    names: &[HeaderName],
    settings: &ClientSettings,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, CallbackError> {
    let algorithm = settings.callback_algorithm.unwrap_or_default();
    let presented = signatures(headers, names, algorithm);
    let expected = secrets.iter().filter_map(|secret| {
        // HMAC accepts keys of any length, so this is never `None`.
        let mac = <M as KeyInit>::new_from_slice(secret.expose().as_bytes()).ok()?;
        Some(mac.chain_update(body).finalize().into_bytes())
    });
    Proof::by_signature(presented, expected)
}
