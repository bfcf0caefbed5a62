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

/// The provider's error body is recognised by its code; a validation error may have its message
/// only in its list.
fn read(body: &[u8]) -> Option<Refusal> {
    let error = read::read::<types::Error>(body).ok()?.body;
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
