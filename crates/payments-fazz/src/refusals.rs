//! How the provider refuses, and the dictionary of its bodies.

use payments_core::{
    explain::{Dictionary, by_status},
    http::{Codes, Refusal},
};

use crate::{
    bodies, callbacks,
    codes::{self, Code},
    generated::capabilities::PROVIDER,
    states, types,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read,
    info: |code| Code::from(code).info(),
    http: codes::HTTP,
};

/// Every body of the provider and what it means.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    judge: by_status,
    news: |operation, body| match operation {
        "create_payment" | "get_payment" => {
            let answer: types::PaymentDocument = serde_json::from_slice(body).ok()?;
            states::payment(answer.data, None).ok().map(Into::into)
        }
        _ => None,
    },
    callback: |body| {
        let callback = crate::Callback::from_slice(body)?;
        let name = callback.name();
        let payment = states::payment(callbacks::resource(callback), None)
            .map_err(serde::de::Error::custom)?;
        Ok((name, Some(payment.into())))
    },
};

/// The first of the errors counts. Its detail names the field, so it is the better message.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal: types::Refusal = serde_json::from_slice(body).ok()?;
    let first = refusal.errors.into_iter().next()?;
    Some(Refusal {
        code: Some(first.code?),
        message: first.detail.or(first.title),
    })
}
