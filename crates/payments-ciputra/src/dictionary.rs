//! Every body of the provider, and what it means.

use payments_core::{
    explain::{Dictionary, by_status},
    http::contradiction,
};

use crate::{
    bodies, callbacks,
    generated::capabilities::PROVIDER,
    refusals::{CODES, refusal},
    transactions, types,
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
        by_status(call, status, body).or_else(|| {
            let envelope: types::Refusal = serde_json::from_slice(body).ok()?;
            let refusal = refusal(&envelope.code?, envelope.status?, envelope.message)?;
            Some(contradiction(call, status, refusal))
        })
    },
    news: |operation, body| match operation {
        "get_transaction" => {
            let answer: types::TransactionStatus = serde_json::from_slice(body).ok()?;
            transactions::told(&answer.data?).ok().map(Into::into)
        }
        _ => None,
    },
    callback: |body| {
        let callback = crate::Callback::from_slice(body)?;
        let payment = callbacks::data(&callback)
            .and_then(transactions::told)
            .map_err(serde::de::Error::custom)?;
        Ok((callback.name(), Some(payment.into())))
    },
};
