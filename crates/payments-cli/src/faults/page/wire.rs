//! What happens on the wire and at the provider, in plain English.

use serde_json::Value;

use super::{step::Wire, words};

pub(super) const CALLBACK_LOST: &str =
    "This callback never arrives. Whoever waits for it alone never learns what happened.";
pub(super) const ODD_CALLBACK: &str = "The content of this callback is odd.";

/// The faults that change what an answer or a callback says.
const ODD: [(&str, &str); 11] = [
    ("another_type", "a member has another type"),
    ("null_member", "a member is null"),
    ("absent_member", "a member is missing"),
    ("list_member", "a member is an empty list"),
    ("latin_1", "a byte is not UTF-8"),
    ("half_surrogate", "a text ends in half a character"),
    ("byte_order_mark", "bytes stand before the body"),
    ("cut_body", "half of the body is missing"),
    ("wrong_amount", "another amount"),
    ("wrong_reference", "another reference"),
    ("another_event", "another event or status"),
];

/// The others: in a few words, and what they are for who looks on.
const OTHERS: [(&str, &str, &str); 13] = [
    (
        "reset_before_commit",
        "the request is lost",
        "The connection breaks before the provider reads the request, so nothing is done. The merchant cannot tell this from a lost answer.",
    ),
    (
        "reset_after_commit",
        "the answer is lost",
        "The provider has done it, and the answer is lost on its way back. The merchant sees a broken connection and nothing else.",
    ),
    (
        "hidden_after_commit",
        "the answer is lost, and a lookup finds nothing for a while",
        "The provider has done it, and the answer is lost. For a while even a question about it is answered with “not found”.",
    ),
    (
        "error_before_commit",
        "a server error, and nothing is done",
        "A server error, and nothing was done. Another time the same error comes after it was done.",
    ),
    (
        "error_after_commit",
        "a server error, and it is done",
        "A server error, although the provider has done it. It looks like a failure and is none.",
    ),
    (
        "too_many_requests",
        "too many requests",
        "The provider refuses to look at the request now: nothing is done.",
    ),
    (
        "html",
        "a page of a proxy in place of the answer",
        "A page for people comes in place of the answer, from some machine in between. It says nothing about the payment.",
    ),
    (
        "code",
        "an error code",
        "The provider answers with an error code of its tables.",
    ),
    (
        "price_rise",
        "the price rises before the sale",
        "The price has risen since the merchant looked. Only a limit in the request keeps the merchant from paying it.",
    ),
    (
        "void_after_capture",
        "the money goes back after the payment",
        "",
    ),
    (
        "partial_refund",
        "part of the money goes back after the payment",
        "",
    ),
    ("failed_charge", "the charge fails", ""),
    ("delay", "the answer is late", ""),
];

/// A fault, in a few words.
pub(super) fn fault(name: &str) -> String {
    let odd = ODD.iter().find(|(known, _)| *known == name);
    let other = OTHERS.iter().find(|(known, ..)| *known == name);
    match (odd, other) {
        (Some((_, words)), _) | (_, Some((_, words, _))) => (*words).to_owned(),
        _ => name.replace('_', " "),
    }
}

fn is_odd(name: &str) -> bool {
    ODD.iter().any(|(known, _)| *known == name)
}

/// A fault that waits, as it was ordered.
pub(super) fn ordered(order: &Value, only: Option<String>) -> String {
    let member = |name: &str| order.get(name).and_then(Value::as_str).unwrap_or_default();
    let what = match member("operation") {
        "create" => "order or purchase",
        "get" => "question about a payment",
        "inquire" => "question about a bill",
        "token" => "request for a token",
        "update" => "change of a charge",
        "callback" => "callback",
        "capture" => "money taken",
        _ => match member("fault") {
            "void_after_capture" | "partial_refund" => "money taken",
            "failed_charge" => "charge",
            "price_rise" => "purchase",
            _ => "request of any kind",
        },
    };
    let name = member("fault");
    let mut text = format!("{}, the next {what}", words::provider(member("provider")));
    if let Some(only) = only {
        text += &format!(" of {only}");
    }
    text += &format!(": {}", fault(name));
    if name == "code" {
        text += &format!(" {}", member("code"));
    }
    if let Some(seconds) = order.get("seconds").and_then(Value::as_u64) {
        text += &format!(" ({seconds} s)");
    }
    match order.get("times").and_then(Value::as_u64) {
        Some(times) if times > 1 => text + &format!(", {times} times"),
        _ => text,
    }
}

/// How the request and the answer look.
pub(super) fn wires(entry: &Value, fault: Option<&str>) -> (Wire, Wire) {
    let outcome = entry.pointer("/meaning/outcome").and_then(Value::as_str);
    let status = entry.get("status").and_then(Value::as_u64);
    match fault {
        Some("reset_before_commit") => (Wire::Lost, Wire::Lost),
        Some("reset_after_commit" | "hidden_after_commit") => (Wire::Whole, Wire::Lost),
        Some("html") => (Wire::Whole, Wire::Odd),
        Some(name) if is_odd(name) => (Wire::Whole, Wire::Odd),
        _ if matches!(outcome, Some("done" | "answered")) && status < Some(300) => {
            (Wire::Whole, Wire::Whole)
        }
        _ => (Wire::Whole, Wire::No),
    }
}

/// Whether the fault itself says that the provider did nothing.
pub(super) fn did_nothing(fault: Option<&str>) -> bool {
    matches!(
        fault,
        Some("reset_before_commit" | "error_before_commit" | "too_many_requests")
    )
}

/// What a request is for.
pub(super) fn operation(name: &str) -> &str {
    match name {
        "create" => "sends",
        "get" => "asks about",
        "inquire" => "asks for the bill",
        "token" => "fetches a token",
        "update" => "changes the charge of",
        "cancel" => "cancels",
        name => name,
    }
}

/// What stands on the arrow back.
pub(super) fn answer(entry: &Value, fault: Option<&str>) -> String {
    let Some(status) = entry.get("status").and_then(Value::as_u64) else {
        return "no answer".to_owned();
    };
    let odd = fault.map(|name| match is_odd(name) || name == "html" {
        true => format!(" ({})", self::fault(name)),
        false => String::new(),
    });
    let says = entry.pointer("/meaning/says").and_then(Value::as_str);
    let said = says.and_then(|says| says.split_once(", it says "));
    let said = match said {
        Some((_, word)) => format!(", “{word}”"),
        None => String::new(),
    };
    format!("HTTP {status}{said}{}", odd.unwrap_or_default())
}

/// What a request and its answer mean.
pub(super) fn exchange(
    operation: &str,
    entry: &Value,
    fault: Option<&str>,
    did: bool,
    is_repeat: bool,
) -> String {
    let meaning = |name: &str| entry.pointer(&format!("/meaning/{name}"));
    let meaning = |name: &str| meaning(name).and_then(Value::as_str).unwrap_or_default();
    let asks = matches!(operation, "get" | "token");
    if let Some(name) = fault {
        let sentence = OTHERS.iter().find(|(known, ..)| *known == name);
        return match sentence {
            Some(("code", ..)) => format!("An error code: {}.", ended(meaning("says"))),
            Some(("html", ..)) if did => {
                "A page for people comes in place of the answer. The provider has done it all the same.".to_owned()
            }
            Some(("error_after_commit", ..)) if !asks && !did => {
                "A server error. This time nothing new was done; the merchant cannot know that.".to_owned()
            }
            Some(("reset_after_commit" | "hidden_after_commit", ..)) if !asks && !did => {
                "The answer is lost on its way back. This time nothing new was done; the merchant cannot know that.".to_owned()
            }
            Some(("error_after_commit" | "reset_after_commit" | "hidden_after_commit", ..)) if asks => {
                "No usable answer to a question. A question moves no money, so it can be asked again.".to_owned()
            }
            Some((_, _, sentence)) if !sentence.is_empty() => (*sentence).to_owned(),
            _ if is_odd(name) => {
                "The answer is odd: it does not say what the provider means.".to_owned()
            }
            _ => ended(meaning("says")) + ".",
        };
    }
    match (operation, meaning("outcome")) {
        ("token", "answered") if entry.get("status") == Some(&200.into()) => {
            "The provider lets the merchant in.".to_owned()
        }
        (_, "answered") if entry.get("status") == Some(&200.into()) => {
            "The provider says how it stands. A question moves no money.".to_owned()
        }
        ("create", "done") if is_repeat && !did => {
            "The same reference again: the provider recognises it, and does nothing new.".to_owned()
        }
        ("create", "done") => "The provider takes the order.".to_owned(),
        ("inquire", "done") => "The provider says what it costs. No money moves yet.".to_owned(),
        ("update", "done") => "The provider changes the amount of the charge.".to_owned(),
        _ if entry.get("status") == Some(&401.into()) => {
            "The provider wants to see a token first.".to_owned()
        }
        _ => format!("The provider says: {}.", ended(meaning("says"))),
    }
}

/// Without the full stop at its end.
fn ended(text: &str) -> String {
    text.trim_end_matches('.').to_owned()
}
