//! Who asks: HTTP Basic with the key as user and an empty password.

use base64::{
    Engine,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use super::refusals::{KEY_UNKNOWN, KEY_UNREADABLE, Refusal};
use crate::{request::Request, world::World};

const TEST_KEY: &str = "xnd_development_";

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The key and the sub-account, within which references are unique.
pub(super) fn identify(request: &Request) -> Result<String, Refusal> {
    let credentials = request.credentials("Basic").ok_or(KEY_UNREADABLE)?;
    let decoded = BASE64.decode(credentials).map_err(|_| KEY_UNREADABLE)?;
    let decoded = String::from_utf8(decoded).map_err(|_| KEY_UNREADABLE)?;
    let (key, password) = decoded.split_once(':').ok_or(KEY_UNREADABLE)?;
    if !key.starts_with(TEST_KEY) || !password.is_empty() {
        return Err(KEY_UNKNOWN);
    }
    let sub_account = request.header("for-user-id").unwrap_or_default();
    Ok(format!("{key}:{sub_account}"))
}

/// The merchant's id, made when the account is first seen.
pub(super) fn business_id(world: &mut World, account: &str) -> String {
    let known = &mut world.instamoney.business_ids;
    if let Some(id) = known.get(account) {
        return id.clone();
    }
    let id = world.identifiers.hex(24);
    known.insert(account.to_owned(), id.clone());
    id
}
