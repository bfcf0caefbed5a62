//! Every body of the provider, and what it means.

use payments_core::{
    Method,
    explain::{Dictionary, by_status},
};

use crate::{
    bodies, callbacks, charges, ewallets, generated::capabilities::PROVIDER, refusals::CODES,
    types::EwalletPaymentStatus,
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
        "create_ewallet_payment" => {
            let answer = serde_json::from_slice(body).ok()?;
            // Which version was asked for cannot be seen; only that of 2019 gives no status and an id of the transaction.
            ewallets::created(&answer, crate::ApiVersion::X20190204)
                .ok()
                .map(Into::into)
        }
        "get_ewallet_payment" => {
            let answer: EwalletPaymentStatus = serde_json::from_slice(body).ok()?;
            let method = method_of(&answer)?;
            ewallets::found(&answer, &method).ok().map(Into::into)
        }
        _ => charges::payment(&serde_json::from_slice(body).ok()?)
            .ok()
            .map(Into::into),
    },
    callback: |body| {
        let callback = crate::Callback::from_slice(body)?;
        let payment = callbacks::payment(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), Some(payment.into())))
    },
};

/// The wallet of an answer that may not name it: only OVO does, only DANA says when it will expire and PAID.
fn method_of(answer: &EwalletPaymentStatus) -> Option<Method> {
    match &answer.ewallet_type {
        Some(wallet) => ewallets::method(wallet).ok(),
        None if answer.expiration_date.is_some() => Some(Method::DANA),
        None if answer.expired_at.is_some() || answer.payment_timestamp.is_some() => {
            Some(Method::LINKAJA)
        }
        None => None,
    }
}
