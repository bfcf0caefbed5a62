//! One problem: an answer is lost, odd or an error code, or money goes back.
//!
//! Providers may be odd, but do not lie: what they repeatedly say about moved money is true.

use fastrand::Rng;
use payments::{Method, Name};
use serde_json::{Value, json};

use super::{
    order::{Order, Wish},
    theatre::Theatre,
};

/// What may become of a request on its way.
const LOST: [&str; 7] = [
    "reset_before_commit",
    "reset_after_commit",
    "error_before_commit",
    "error_after_commit",
    "hidden_after_commit",
    "html",
    "too_many_requests",
];

/// What may be odd about an answer or a callback.
const ODD: [&str; 11] = [
    "another_type",
    "null_member",
    "absent_member",
    "list_member",
    "latin_1",
    "half_surrogate",
    "byte_order_mark",
    "cut_body",
    "wrong_amount",
    "wrong_reference",
    "another_event",
];

/// The statuses of pages that proxies and firewalls send. 411, 413 to 415, 429 and 431 are not
/// here: they are sent before a request is read.
const PAGES: [u16; 13] = [
    200, 201, 302, 400, 401, 403, 404, 409, 422, 500, 502, 503, 504,
];

/// Orders a fault for the provider of an order.
pub(super) fn draw(rng: &mut Rng, theatre: &Theatre, order: &Order, longest_hidden: u64) -> Value {
    let mut fault = json!({
        "provider": order.provider.as_str(),
        "operation": rng.choice(operations(order)),
        "times": rng.u32(1..=2),
    });
    let own = match rng.u32(0..10) {
        0..4 => lost(rng, longest_hidden),
        4..6 => odd(rng),
        6 | 7 => {
            aim(&mut fault, "callback");
            odd(rng)
        }
        8 if of_capture(order).is_some() => {
            aim(&mut fault, "*");
            json!({"fault": rng.choice(of_capture(order).unwrap_or_default())})
        }
        _ => code(rng, theatre, order, &mut fault).unwrap_or_else(|| lost(rng, longest_hidden)),
    };
    if let (Value::Object(fault), Value::Object(own)) = (&mut fault, own) {
        fault.extend(own);
    }
    fault
}

fn operations(order: &Order) -> &'static [&'static str] {
    match order.changes() {
        [] => &["create", "create", "get", "inquire", "token", "*"],
        _ => &["create", "update", "update", "get", "token", "*"],
    }
}

fn aim(fault: &mut Value, operation: &str) {
    if let Some(fault) = fault.as_object_mut() {
        fault.insert("operation".to_owned(), operation.into());
    }
}

fn lost(rng: &mut Rng, longest_hidden: u64) -> Value {
    let fault = rng.choice(LOST).unwrap_or_default();
    match fault {
        "hidden_after_commit" => {
            json!({"fault": fault, "seconds": rng.u64(1..=longest_hidden)})
        }
        "html" => json!({"fault": fault, "status": rng.choice(PAGES), "commits": rng.bool()}),
        _ => json!({"fault": fault}),
    }
}

/// Whatever is said wrongly is said so once: nobody could see through a provider who says it twice,
/// and the same.
fn odd(rng: &mut Rng) -> Value {
    let fault = rng.choice(ODD).unwrap_or_default();
    match fault {
        "wrong_amount" => json!({"fault": fault, "amount": rng.u64(100..100_000), "times": 1}),
        _ => json!({"fault": fault}),
    }
}

/// What can become of an order's money in the moment in which it is taken, or asked for, so that
/// the merchant's belief about the order must follow.
fn of_capture(order: &Order) -> Option<&'static [&'static str]> {
    match &order.wish {
        Wish::Pay { method, .. }
            if order.provider == Name::Instamoney && *method == Method::SHOPEEPAY =>
        {
            Some(&["void_after_capture", "partial_refund"])
        }
        Wish::Bill { .. } => Some(&["void_after_capture"]),
        Wish::Topup { .. } => Some(&["void_after_capture", "price_rise"]),
        // What goes back of a charge is told by a callback alone.
        Wish::Mandate { .. } => Some(&["failed_charge", "void_after_capture"]),
        Wish::Pay { .. } => None,
    }
}

/// A code of the provider's tables, where it can be true.
fn code(rng: &mut Rng, theatre: &Theatre, order: &Order, fault: &mut Value) -> Option<Value> {
    let provider = fault.get("provider").cloned()?;
    let is_create = rng.bool();
    // Of a top-up the question is the same request.
    let is_question = !is_create || matches!(order.wish, Wish::Topup { .. });
    let codes = theatre.codes.iter().filter(|code| {
        let is = |name: &str, word: &str| code.get(name).and_then(Value::as_str) == Some(word);
        // To a question, a code that tells of a payment would have to tell what is so.
        let can_be = !is_question || (is("earlier", "nothing") && !is("kind", "not_found"));
        code.get("provider") == Some(&provider) && can_be && answers(code)
    });
    let code = rng.choice(codes.collect::<Vec<_>>())?;
    let is_refused = code
        .get("outcome")
        .is_some_and(|outcome| outcome == "refused");
    let commits = match is_create && !is_refused {
        true => json!(rng.bool()),
        false => Value::Null,
    };
    let operation = match is_create {
        true => "create",
        false => rng.choice(["get", "inquire"]).unwrap_or_default(),
    };
    aim(fault, operation);
    if is_create && let (Some(fault), Ok(reference)) = (fault.as_object_mut(), order.reference(1)) {
        // What can be true of this order may not be true of another one's question.
        fault.insert("reference".to_owned(), reference.as_str().into());
    }
    Some(json!({"fault": "code", "code": code.get("code")?, "commits": commits}))
}

/// Whether one of the tables that list it is about requests.
fn answers(code: &Value) -> bool {
    let listed = code.get("listed").and_then(Value::as_array);
    let mut tables = listed
        .into_iter()
        .flatten()
        .filter_map(|listed| listed.get("table")?.as_str());
    tables.any(|table| !table.ends_with(" failure"))
}
