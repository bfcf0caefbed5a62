//! `POST /payments/{id}/tasks`: cancel, and in the sandbox receive_payment and settle.

use serde_json::{Value, json};

use super::{
    Fazz, find_key,
    refusals::{self, Refusal},
    request::{Members, one_of},
    shapes::Instructions,
};
use crate::{payment::Action, provider::Provider, reply::Reply, world::World};

pub(super) fn act(
    world: &mut World,
    account: &str,
    id: &str,
    attributes: &Members,
) -> Result<Reply, Refusal> {
    let word = one_of(
        attributes,
        "action",
        &["cancel", "receive_payment", "settle"],
    )?;
    let (key, payment) = find_key(world, account, id)?;
    let details = payment.details.downcast_ref::<Instructions>();
    let one_time_account =
        details.is_some_and(|details| details.kind == "virtual_bank_account" && details.expires);
    let action = match word.as_str() {
        "cancel" if !one_time_account => {
            let detail = "only a payment by virtual account can be cancelled";
            return Err(refusals::invalid(detail));
        }
        "cancel" => Action::Cancel,
        "settle" => Action::Settle,
        _ => Action::Pay,
    };
    let now = world.now();
    Fazz.act(world, key, action, now)
        .map_err(|conflict| refusals::invalid(conflict.0))?;
    Ok(task(id, "payment", &word, json!({})))
}

/// A task as it is answered: no id, no status.
pub(super) fn task(target: &str, kind: &str, action: &str, more: Value) -> Reply {
    let mut attributes = json!({"targetId": target, "targetType": kind, "action": action});
    if let (Some(attributes), Value::Object(more)) = (attributes.as_object_mut(), more) {
        attributes.extend(more);
    }
    Reply::json(
        201,
        json!({"data": {"type": "task", "attributes": attributes}}),
    )
}
