//! How the provider refuses, and the dictionary of its bodies.

use payments_core::{
    explain::{Dictionary, by_status},
    http::{Codes, Refusal},
};

use crate::{
    bodies, callbacks, charges,
    codes::{self, Code},
    ewallets,
    generated::capabilities::PROVIDER,
    types,
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
        "create_ewallet_payment" => {
            let answer = serde_json::from_slice(body).ok()?;
            // Which version was asked for cannot be seen; only that of 2019 gives no status and an id of the transaction.
            ewallets::created(&answer, crate::ApiVersion::X20190204)
                .ok()
                .map(Into::into)
        }
        "get_ewallet_payment" => {
            let answer: types::EwalletPaymentStatus = serde_json::from_slice(body).ok()?;
            let method = ewallets::method_of(&answer)?;
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

/// The provider's error body is told by its code; the message of a validation error may stand in its list only.
fn read(body: &[u8]) -> Option<Refusal> {
    let error: types::Error = serde_json::from_slice(body).ok()?;
    let code = error.error_code?;
    let message = error.message.or_else(|| {
        let first = error.errors?.into_iter().next()?;
        first.message.or_else(|| first.messages?.into_iter().next())
    });
    Some(Refusal {
        code: Some(code),
        message,
    })
}
