//! The envelope, and how the provider refuses.

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

/// The provider's error body is told by a status that says no.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal = read::read::<types::Refusal>(body).ok()?.body;
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
pub(crate) fn refusal(code: &str, status: bool, message: Option<String>) -> Option<Refusal> {
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
