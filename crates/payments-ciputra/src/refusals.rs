//! The envelope, how the provider refuses, and the dictionary of its bodies.

use payments_core::{
    explain::{Dictionary, by_status},
    http::{Codes, Refusal, contradiction},
};

use crate::{
    bodies, callbacks,
    codes::{self, Code},
    generated::capabilities::PROVIDER,
    transactions, types,
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
        let payment = callbacks::payment(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), Some(payment.into())))
    },
};

/// The provider's error body is told by a status that says no.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal: types::Refusal = serde_json::from_slice(body).ok()?;
    (!refusal.status?).then_some(Refusal {
        code: refusal.code,
        message: refusal.message,
    })
}

/// What every success says of itself.
pub(crate) trait Envelope {
    /// The refusal, if it says no or contradicts itself.
    fn refusal(&self) -> Option<Refusal>;
}

/// Only code "00" with status true is a yes; one without the other contradicts itself.
fn refusal(code: &str, status: bool, message: Option<String>) -> Option<Refusal> {
    (code != "00" || !status).then(|| Refusal {
        code: Some(code.to_owned()),
        message,
    })
}

macro_rules! envelope {
    ($($body:ident),*) => {$(
        impl Envelope for types::$body {
            fn refusal(&self) -> Option<Refusal> {
                refusal(&self.code, self.status, self.message.clone())
            }
        }
    )*};
}

envelope!(
    TokenResponse,
    TransactionCreated,
    TransactionCancelled,
    TransactionStatus,
    RegistrationStatus
);
