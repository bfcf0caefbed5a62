//! What an exchange means for the calling program, in this project's terms: its outcome, and what a
//! client may do. The sandbox knows this because it knows what it did.

use serde_json::Value;

use crate::{code::Code, faults::Operation, story::Exchange, tables::codes_of};

pub(super) struct Meaning {
    /// `done`, `refused`, `unknown`, or for a question `answered` and `unanswered`.
    pub(super) outcome: &'static str,
    pub(super) says: String,
    pub(super) may: &'static str,
}

const ASK: &str = "ask for the payment by its reference; no other reference, and no repeat before the answer to that";
const CORRECT: &str =
    "correct the request: nothing was done, and the same reference may be sent again";
const ASK_AGAIN: &str = "ask again: a question moves no money";
const GO_ON: &str = "go on: ask for it, or wait for the callback";

/// Members in which a provider says its code.
const CODES: [&str; 4] = ["error_code", "rc", "responseCode", "code"];

pub(super) fn of(exchange: &Exchange, operation: Option<Operation>, did: bool) -> Meaning {
    let asks = matches!(operation, Some(Operation::Get | Operation::Token));
    let happened = if did {
        "The provider did it"
    } else {
        "The provider did nothing"
    };
    let unknown = |why: String| Meaning {
        outcome: if asks { "unanswered" } else { "unknown" },
        says: match asks {
            true => why,
            false => format!("{why} {happened}, but the client cannot know that."),
        },
        may: if asks { ASK_AGAIN } else { ASK },
    };
    let Some(answer) = &exchange.answer else {
        return unknown("No answer came: the connection was reset.".to_owned());
    };
    let status = answer.status;
    let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
    let Some(body) = body.filter(Value::is_object) else {
        return unknown(format!("HTTP {status}, and no answer of the provider."));
    };
    let code = exchange
        .provider
        .and_then(|provider| listed(provider, &body));
    match (status, code) {
        (500.., _) => unknown(format!("HTTP {status}: something broke at the provider.")),
        (_, Some(code)) if code.is_refused() => Meaning {
            outcome: if asks { "answered" } else { "refused" },
            says: format!("{}: {}", code.code, code.meaning),
            may: if asks { ASK_AGAIN } else { CORRECT },
        },
        (_, Some(code)) => {
            let meaning = code.meaning.trim_end_matches('.');
            unknown(format!("{}: {meaning}.", code.code))
        }
        (200..=299, None) => {
            let word = word(&body).map(|word| format!(", it says {word}"));
            Meaning {
                outcome: if asks { "answered" } else { "done" },
                says: format!("HTTP {status}{}", word.unwrap_or_default()),
                may: if asks {
                    "believe it: the provider says so"
                } else {
                    GO_ON
                },
            }
        }
        _ => Meaning {
            outcome: if asks { "answered" } else { "refused" },
            says: format!("HTTP {status}: the provider refuses it"),
            may: if asks { ASK_AGAIN } else { CORRECT },
        },
    }
}

/// The code of the answer, if the provider's tables list it as something else than a success.
fn listed(provider: &str, body: &Value) -> Option<&'static Code> {
    let said = CODES.iter().filter_map(|name| find(body, name));
    let mut said = said.filter_map(Value::as_str);
    said.find_map(|said| codes_of(provider).find(|code| code.code == said && code.answers()))
}

/// The provider's word for where the payment stands.
fn word(body: &Value) -> Option<&str> {
    ["payment_status", "status", "statusDescription"]
        .iter()
        .find_map(|name| find(body, name)?.as_str())
}

/// A member of that name, the outermost first, within objects.
fn find<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let members = value.as_object()?;
    let inner = || members.values().find_map(|member| find(member, name));
    members
        .get(name)
        .filter(|member| member.is_string())
        .or_else(inner)
}
