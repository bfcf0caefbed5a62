//! Authentication: HTTP Basic with the key as user and an empty password.

use super::{
    Memory,
    refusals::{KEY_UNKNOWN, KEY_UNREADABLE, Refusal},
};
use crate::{request::Request, world::World};

const TEST_KEY: &str = "xnd_development_";

/// The key and the sub-account, within which references are unique.
pub(super) fn identify(request: &Request) -> Result<String, Refusal> {
    let (key, password) = request.basic().ok_or(KEY_UNREADABLE)?;
    if !key.starts_with(TEST_KEY) || !password.is_empty() {
        return Err(KEY_UNKNOWN);
    }
    let sub_account = request.header("for-user-id").unwrap_or_default();
    Ok(format!("{key}:{sub_account}"))
}

/// The merchant's id, made when the account is first seen.
pub(super) fn business_id(world: &mut World, account: &str) -> String {
    let memory = world.memories.get_or_insert_default::<Memory>();
    let known = &mut memory.business_ids;
    if let Some(id) = known.get(account) {
        return id.clone();
    }
    let id = world.identifiers.hex(24);
    known.insert(account.to_owned(), id.clone());
    id
}
