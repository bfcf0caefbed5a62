//! How the provider refuses.

use payments_provider::{
    http::{Codes, Refusal},
    read,
};

use crate::{
    codes::{self, Code},
    types,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read,
    info: |code| Code::from(code).info(),
    http: codes::HTTP,
};

/// The first of the errors counts. Its detail names the field, so it is the better message.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal = read::read::<types::Refusal>(body).ok()?.body;
    let first = refusal.errors.into_iter().next()?;
    Some(Refusal {
        code: Some(first.code?),
        message: first.detail.or(first.title),
    })
}
