//! Authentication: the username, and an MD5 over the username, the key and a word that depends on
//! the call.

use serde_json::Value;

use super::{
    codes::{self, Code},
    order::Members,
};
use crate::{signature, world::World};

/// A member as text: clients send customer numbers as JSON numbers, too.
pub(super) fn text(members: &Members, name: &str) -> String {
    match members.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

pub(super) fn check(world: &World, members: &Members, signed: &str) -> Result<(), Code> {
    let settings = &world.settings;
    let main = (&settings.digiswitch_user, &settings.digiswitch_key);
    let more = settings.digiswitch_accounts.iter();
    let mut accounts = [main]
        .into_iter()
        .chain(more.map(|(user, key)| (user, key)));
    let username = text(members, "username");
    let known = accounts.find(|(user, _)| **user == username);
    let (user, key) = known.ok_or(codes::USERNAME)?;
    if text(members, "sign") != signature::md5(&format!("{user}{key}{signed}")) {
        return Err(codes::SIGNATURE);
    }
    Ok(())
}
