//! Every body of the provider, and what it means.

use payments_core::explain::{Dictionary, by_status};

use crate::{bodies, callbacks, generated::capabilities::PROVIDER, refusals::CODES, states, types};

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
