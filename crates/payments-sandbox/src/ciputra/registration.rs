//! Autodebit registrations: the document shows only their status, so the control API makes them.

use serde_json::{Map, Value, json};

use super::{BROKER_ID, BROKER_NAME, Memory, refusals::REGISTRATION_NOT_FOUND, success};
use crate::{clock, reply::Reply, world::World};

/// Makes a registration with the members of the document's sample; given members of that name
/// replace them.
pub(crate) fn register(world: &mut World, given: &Map<String, Value>) -> Result<Value, String> {
    let reference = given
        .get("external_id")
        .and_then(Value::as_str)
        .filter(|reference| !reference.is_empty())
        .ok_or("\"external_id\" must be a string")?;
    let now = clock::jakarta_text(world.now());
    let mut registration = json!({
        "broker_id": BROKER_ID,
        "broker_name": BROKER_NAME,
        "order_id": super::transaction::next_order_id(world),
        "external_id": reference,
        "reference_number": "90200000003",
        "name": "Jhone",
        "phone": "081111111111",
        "action": "registration",
        "registration_channel": "autodebet_bca",
        "description": "Clics",
        "status": "success",
        "account_number": "11000011",
        "created_time": now,
        "registration_time": now,
        "transaction_time": now,
        "expired_time": now,
        "remark": "customer successfully registers BCA autodebit",
        "callback_url": "",
    });
    if let Some(members) = registration.as_object_mut() {
        for (name, value) in members {
            if let Some(given) = given.get(name).filter(|given| given.is_string()) {
                *value = given.clone();
            }
        }
    }
    let memory = world.memories.get_or_insert_default::<Memory>();
    memory
        .registrations
        .insert(reference.to_owned(), registration.clone());
    Ok(registration)
}

pub(super) fn status(world: &World, reference: &str) -> Reply {
    let memory = world.memories.get::<Memory>();
    match memory.and_then(|memory| memory.registrations.get(reference)) {
        Some(registration) => Reply::json(200, success(registration.clone())),
        None => REGISTRATION_NOT_FOUND.reply(),
    }
}
