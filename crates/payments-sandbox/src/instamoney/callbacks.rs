//! Instamoney's callbacks, per wallet.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Instamoney, charges, ewallets::Ewallet, wallet::Wallet};
use crate::{
    callbacks, clock,
    identifiers::Identifiers,
    money,
    outbox::{Headers, Message},
    payment::{Key, Payment, State},
    provider::Provider,
    world::World,
};

/// Tells the merchant of the payment's new state, where the document has words for it.
pub(super) fn announce(world: &mut World, key: Key, at: DateTime<Utc>) {
    let Some(payment) = world.book.get(key) else {
        return;
    };
    let token = world.settings.secret_of("instamoney");
    let body = match (payment.details.downcast_ref(), charges::details(payment)) {
        (Some(ewallet), _) => ewallet_body(payment, ewallet, token),
        (_, Some(charge)) => {
            let data = charges::object(payment, &world.base_url);
            charge_body(payment, &charge.business_id, data)
        }
        (None, None) => None,
    };
    let Some(body) = body else {
        return;
    };
    let dashboard = Instamoney.dashboard_url(&world.settings);
    let target = payment.callback_url.as_deref().or(dashboard);
    let target = target.map(str::to_owned);
    post(world, key, target, body, at);
}

/// Tells that a part of a charge went back. It names the charge by the provider's id alone.
pub(super) fn announce_refund(world: &mut World, key: Key, part: Decimal, at: DateTime<Utc>) {
    let id = format!("ewr_{}", world.identifiers.uuid());
    let charged = |payment| Some((payment, charges::details(payment)?));
    let Some((payment, charge)) = world.book.get(key).and_then(charged) else {
        return;
    };
    let body = json!({
        "event": "ewallet.refund",
        "business_id": charge.business_id,
        "created": clock::utc_text(at),
        "data": {
            "id": id,
            "charge_id": payment.id,
            "status": "SUCCEEDED",
            "currency": payment.currency,
            "channel_code": payment.method,
            "capture_amount": money::number(payment.amount),
            "refund_amount": money::number(part),
            "failure_code": null,
            "reason": "OTHERS",
        },
    });
    let target = payment.callback_url.clone();
    post(world, key, target, body, at);
}

fn post(world: &mut World, key: Key, target: Option<String>, body: Value, at: DateTime<Utc>) {
    let token = proof(world.settings.secret_of("instamoney"));
    let headers = [token, marks(&mut world.identifiers)].concat();
    let message = Message::new(target, headers, body);
    callbacks::notify(world, &Instamoney, key, message, at);
}

pub(super) fn proof(token: &str) -> Headers {
    vec![("x-callback-token", token.to_owned())]
}

pub(super) fn marks(identifiers: &mut Identifiers) -> Headers {
    vec![("webhook-id", identifiers.uuid())]
}

/// None: the document has no callback for this.
fn ewallet_body(payment: &Payment, ewallet: &Ewallet, token: &str) -> Option<Value> {
    // "Returns a response immediately without any callbacks returned."
    if ewallet.is_synchronous() {
        return None;
    }
    match ewallet.wallet {
        Wallet::Ovo => Some(ovo_body(payment, ewallet)),
        Wallet::Dana => {
            // A failed DANA payment has a status but no callback.
            let status = match payment.state {
                State::Paid => "PAID",
                State::Expired => "EXPIRED",
                _ => return None,
            };
            Some(json!({
                "external_id": payment.reference,
                "amount": money::number(payment.amount),
                "business_id": ewallet.business_id,
                "payment_status": status,
                "transaction_date": clock::jakarta_offset_text(payment.changed),
                "ewallet_type": "DANA",
                "callback_authentication_token": token,
            }))
        }
        Wallet::Linkaja => {
            // An expired LINKAJA payment has a status but no callback.
            let status = match payment.state {
                State::Paid => "SUCCESS_COMPLETED",
                State::Failed(_) => "FAILED",
                _ => return None,
            };
            Some(json!({
                "external_id": payment.reference,
                "amount": money::number(payment.amount),
                "items": ewallet.items,
                "status": status,
                "ewallet_type": "LINKAJA",
                "callback_authentication_token": token,
            }))
        }
    }
}

/// With `created` when it was paid and `failure_code` when it failed; the token is in the header
/// only.
fn ovo_body(payment: &Payment, ewallet: &Ewallet) -> Value {
    let mut body = json!({
        "event": "ewallet.payment",
        "id": payment.id,
        "external_id": payment.reference,
        "business_id": ewallet.business_id,
        "phone": ewallet.phone,
        "ewallet_type": "OVO",
        "amount": money::number(payment.amount),
        "status": Instamoney.status(payment),
    });
    let (name, value) = match payment.state {
        State::Failed(code) => ("failure_code", code.to_owned()),
        _ => ("created", clock::utc_text(payment.changed)),
    };
    if let Some(members) = body.as_object_mut() {
        members.insert(name.to_owned(), value.into());
    }
    body
}

fn charge_body(payment: &Payment, business_id: &str, data: Value) -> Option<Value> {
    let event = match payment.state {
        State::Paid | State::Settled | State::Failed(_) => "ewallet.capture",
        // No document names this event.
        State::Voided => "ewallet.void",
        _ => return None,
    };
    Some(json!({
        "event": event,
        "business_id": business_id,
        "created": clock::utc_text(payment.changed),
        "api_version": null,
        "data": data,
    }))
}
