//! Authentication: the username, and an MD5 over the username, the key and a word that depends on
//! the call.

use super::{
    codes::{self, Code},
    members::{Members, text},
};
use crate::{signature, world::World};

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
