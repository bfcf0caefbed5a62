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

/// The provider's error body is told by its code; the message of a validation error may stand in
/// its list only.
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
