//! JSON that several answers of the control API share: a payment, the clock.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::{clock, ledger::account_name, money, payment::Payment, registry, world::World};

pub(crate) fn payment_json(payment: &Payment, base_url: &str) -> Value {
    let provider = registry::named(payment.provider);
    let mut shown = json!({
        "provider": payment.provider,
        "reference": payment.reference,
        "id": payment.id,
        "method": payment.method,
        "amount": money::digits(payment.amount),
        "currency": payment.currency,
        "status": provider.map(|provider| provider.status(payment)),
        "created": clock::utc_text(payment.created),
        "changed": clock::utc_text(payment.changed),
        "expires": clock::utc_text(payment.expires),
        "page": format!("{base_url}/{}", payment.page),
        "account": account_name(&payment.account),
    });
    let charges = provider.and_then(|provider| provider.charges(payment));
    if let (Some(shown), Some(charges)) = (shown.as_object_mut(), charges) {
        shown.insert("charges".to_owned(), charges);
    }
    shown
}

pub(crate) fn clock_json(world: &World) -> Value {
    let [expiry, callback] = world.next_times();
    let shown = |at: Option<DateTime<Utc>>| at.map(clock::utc_text);
    json!({
        "now": clock::utc_text(world.now()),
        "manual": world.clock.is_manual(),
        "advanced_seconds": world.clock.offset_seconds(),
        "jakarta": clock::jakarta_text(world.now()),
        "next_expiry": shown(expiry),
        "next_callback": shown(callback),
        "midnight": shown(clock::next_jakarta_day(world.now())),
    })
}
