//! The envelope of answers, and the provider's refusals.

use payments_core::{Error, Raw, SuggestedAction};
use payments_provider::{
    http::{Codes, Refusal},
    read,
};
use serde::Serialize;
use serde_json::Value;

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

/// The provider's error body is recognised by a code. The code of the first error says more than
/// the envelope's, which repeats the HTTP status.
fn read(body: &[u8]) -> Option<Refusal> {
    let error = read::read::<types::Error>(body).ok()?.body;
    let first = error.errors.and_then(|errors| errors.into_iter().next());
    let first = first.unwrap_or_default();
    let envelope = error.code.as_ref().map(Raw::json).and_then(text);
    // The details name the field if they are text.
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

/// A code, which may be an integer or text.
fn text(code: &Value) -> Option<String> {
    match code {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// The refusal in the body of a 2xx, if there is one: a code that is an HTTP error status, or a
/// list of errors.
pub(crate) fn contradicts(body: &impl Serialize) -> Option<Refusal> {
    let body = serde_json::to_value(body).unwrap_or_default();
    let member = |name| body.get(name).unwrap_or(&Value::Null);
    let lists_errors = ["errors", "ErrorCode", "Error"]
        .into_iter()
        .any(|name| !is_empty(member(name)));
    let says_no = text(member("code")).is_some_and(|code| refuses(&code));
    (lists_errors || says_no).then(|| read(body.to_string().as_bytes()).unwrap_or_default())
}

/// Whether the code is a three-digit HTTP error status. Other codes decide nothing: the provider's
/// own have four digits.
fn refuses(code: &str) -> bool {
    let status = code.parse().ok().filter(|_| code.len() == 3);
    status.is_some_and(|status: u16| (300..600).contains(&status))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// An instruction cannot be looked up by its reference, so the error must not advise that.
/// Repeating the request under the same reference is harmless: a create moves no money, and a
/// change sets an amount, adds nothing, and is not sent once its date has come.
pub(crate) fn repeatable(error: Error) -> Error {
    match error.suggested_action() {
        SuggestedAction::AskByReference => error.with_action(SuggestedAction::RetryLater),
        _ => error,
    }
}
