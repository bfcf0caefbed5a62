//! The provider's refusals.

use payments_provider::{
    http::{Call, Codes, Refusal},
    operation::Operation,
    read,
};

use crate::{
    PROVIDER,
    codes::{self, Code},
    types,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read,
    info: |code| Code::from(code).info(),
    http: codes::HTTP,
};

/// The first error counts. Its detail names the field, so it is the better message.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal = read::read::<types::Refusal>(body).ok()?.body;
    let first = refusal.errors.into_iter().next()?;
    Some(Refusal {
        code: Some(first.code?),
        message: first.detail.or(first.title),
    })
}

/// A call with this way of reading refusals.
pub(crate) fn call<'a>(operation: &'static Operation, reference: Option<&'a str>) -> Call<'a> {
    Call {
        provider: PROVIDER,
        operation,
        reference,
        codes: &CODES,
    }
}
