//! Every body of the provider, and what it means.

use payments_core::{explain::Dictionary, http::Codes};

use crate::{
    bills, bodies, callbacks,
    codes::{self, Code},
    generated::capabilities::PROVIDER,
    told::{Subject, Told},
    types, verdict,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read: |body| {
        let told = Told::read(body)?;
        told.says_anything().then(|| told.refusal())
    },
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
        let callback = crate::Callback::from_slice(body)?;
        let payment = callbacks::payment(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), payment.map(Into::into)))
    },
};
