//! The provider's refusals.

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

/// The provider's error body is recognised by its code.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal = read::read::<types::Refusal>(body).ok()?.body;
    Some(Refusal {
        code: Some(refusal.code?),
        message: refusal.message,
    })
}
