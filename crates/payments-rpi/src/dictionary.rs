//! Every body of the provider, and what it means.

use payments_core::{
    Error, Method, Money, Payment, Raw, Result,
    explain::{Dictionary, by_status},
    http::contradiction,
};
use serde_json::Value;

use crate::{
    CAPABILITIES, Callback, bodies,
    generated::capabilities::PROVIDER,
    refusals::{CODES, contradicts, repeatable},
    states,
    statuses::StatusTable,
};

/// Every body of the provider and what it means.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    judge: |call, status, body| {
        by_status(call, status, body)
            .or_else(|| {
                let body: Value = serde_json::from_slice(body).ok()?;
                Some(contradiction(call, status, contradicts(&body)?))
            })
            .map(repeatable)
    },
    news: |operation, body| match operation {
        "create_rpi" => states::created(&serde_json::from_slice(body).ok()?, None)
            .ok()
            .map(Into::into),
        "get_rpi" => states::told(&serde_json::from_slice(body).ok()?, None)
            .ok()
            .map(Into::into),
        _ => None,
    },
    callback: |body| {
        let callback = Callback::from_slice(body)?;
        let charge = charge(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), Some(charge.into())))
    },
};

/// The charge that a callback claims to tell of.
fn charge(callback: &Callback) -> Result<Payment> {
    let Callback::Charge(body) = callback;
    let details = &body.details;
    let word = details.status.to_string();
    let status = StatusTable::Charge.read(&word);
    let reference = states::reference(body.transaction_id.as_deref())?;
    let mut payment = Payment::new(PROVIDER, reference, Method::ANY, status, word);
    payment.provider_id.clone_from(&details.transaction_id);
    payment.amount = details
        .amount
        .map(|amount| Money::new(amount.into(), CAPABILITIES.currency))
        .transpose()
        .map_err(|_| Error::integrity("amount", "at least 0", "less"))?;
    payment.raw = Raw::of(body.clone());
    Ok(payment)
}
