//! Every body of the provider, and what it means.

use payments_core::{BillPayment, Result, explain::Dictionary};

use crate::{
    Callback, bills, bodies,
    callbacks::{data, decides},
    generated::capabilities::PROVIDER,
    refusals::CODES,
    told::{Subject, Told},
    types, verdict,
};

/// Every body of the provider and what it means.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    // Nobody knows what was asked for.
    judge: |call, status, body| verdict::of_body(call, Subject::default(), status, body),
    news: |operation, body| {
        let answer: types::BillResponse = serde_json::from_slice(body).ok()?;
        verdict::payment(operation, &Told::of(&answer.data))?;
        let bill = bills::bill(&answer.data).ok()?;
        let payment = bills::payment(&bill, answer.data).ok()?;
        Some(payment.into())
    },
    callback: |body| {
        let callback = Callback::from_slice(body)?;
        let payment = payment(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), payment.map(Into::into)))
    },
};

/// What a callback tells of a payment, if it decides anything.
fn payment(callback: &Callback) -> Result<Option<BillPayment>> {
    let data = data(callback);
    let bill = bills::bill(data)?;
    decides(data)
        .then(|| bills::payment(&bill, data.clone()))
        .transpose()
}
