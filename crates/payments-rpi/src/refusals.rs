//! The envelope, how the provider refuses, and the dictionary of its bodies.

use payments_core::{
    Error, Raw, SuggestedAction,
    explain::{Dictionary, by_status},
    http::{Codes, Refusal, contradiction},
};
use serde_json::Value;

use crate::{
    bodies, callbacks,
    codes::{self, Code},
    generated::capabilities::PROVIDER,
    states, types,
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
        by_status(call, status, body)
            .or_else(|| {
                let envelope: types::Error = serde_json::from_slice(body).ok()?;
                let refusal = refusal(envelope.code.as_ref().map(Raw::json), envelope.message)?;
                Some(contradiction(call, status, refusal))
            })
            .map(repeatable)
    },
    news: |operation, body| match operation {
        "create_rpi" => states::created(&serde_json::from_slice(body).ok()?, None)
            .ok()
            .map(Into::into),
        "get_rpi" => states::told(&serde_json::from_slice(body).ok()?, None)
            .ok()
            .map(Into::into),
        _ => None,
    },
    callback: |json| {
        let callback = crate::Callback::from_json(json)?;
        let charge = callbacks::charge(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), Some(charge.into())))
    },
};

/// The provider's error body is told by a code; that of the first thing that is wrong says more than the envelope's, which repeats the HTTP
/// status.
fn read(body: &[u8]) -> Option<Refusal> {
    let error: types::Error = serde_json::from_slice(body).ok()?;
    let first = error.errors.and_then(|errors| errors.into_iter().next());
    let first = first.unwrap_or_default();
    let envelope = error.code.as_ref().map(Raw::json).and_then(text);
    // The details name the field where they are a text.
    let message = match (first.message, first.details.map(Raw::into_json)) {
        (Some(message), Some(Value::String(details))) if details != message => {
            Some(format!("{message}: {details}"))
        }
        (message, _) => message.or(error.message).or(error.error),
    };
    Some(Refusal {
        code: Some(first.code.or(error.error_code).or(envelope)?),
        message,
    })
}

/// A code, which comes as an integer or as a text.
fn text(code: &Value) -> Option<String> {
    match code {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// What every answer says of itself beside its HTTP status.
pub(crate) trait Envelope {
    /// The refusal, if it says no.
    fn refusal(&self) -> Option<Refusal>;
}

/// The code repeats the HTTP status: one that says no under a 2xx contradicts it. Any other code decides nothing.
fn refusal(code: Option<&Value>, message: Option<String>) -> Option<Refusal> {
    let code = text(code?)?;
    let says_no = code
        .parse()
        .is_ok_and(|status: u16| (300..600).contains(&status));
    says_no.then_some(Refusal {
        code: Some(code),
        message,
    })
}

macro_rules! envelope {
    ($($body:ident),*) => {$(
        impl Envelope for types::$body {
            fn refusal(&self) -> Option<Refusal> {
                refusal(self.code.as_ref().map(Raw::json), self.message.clone())
            }
        }
    )*};
}

envelope!(InstructionCreated, InstructionState, BillAmountUpdated);

impl Envelope for types::TokenResponse {
    /// It has no envelope: the token itself says yes.
    fn refusal(&self) -> Option<Refusal> {
        None
    }
}

/// No instruction can be asked for by its reference, so that is no advice. To send the same request again does no harm: nobody confirms an
/// instruction whose page was never shown, and a change of an amount sets it and adds nothing.
pub(crate) fn repeatable(error: Error) -> Error {
    match error.suggested_action() {
        SuggestedAction::AskByReference => error.with_action(SuggestedAction::RetryLater),
        _ => error,
    }
}
