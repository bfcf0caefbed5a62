//! The envelope of answers, and the provider's refusals.

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

/// The provider's error body is recognised by a negative status.
fn read(body: &[u8]) -> Option<Refusal> {
    let refusal = read::read::<types::Refusal>(body).ok()?.body;
    (!refusal.status?).then_some(Refusal {
        code: refusal.code,
        message: refusal.message,
    })
}

/// The envelope of every success.
pub(crate) trait Envelope {
    /// The refusal, if the envelope is negative or contradicts itself.
    fn refusal(&self) -> Option<Refusal>;
}

/// Only code "00" with status true is a success; one without the other is a contradiction.
pub(crate) fn refusal(code: &str, status: bool, message: Option<&str>) -> Option<Refusal> {
    (code != "00" || !status).then(|| Refusal {
        code: Some(code.to_owned()),
        message: message.map(str::to_owned),
    })
}

macro_rules! envelope {
    ($($body:ident),*) => {$(
        impl Envelope for types::$body {
            fn refusal(&self) -> Option<Refusal> {
                refusal(&self.code, self.status, self.message.as_deref())
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
