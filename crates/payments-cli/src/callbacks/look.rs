//! `payments callbacks list` and `show`: print received callbacks.

use axum::http::{HeaderName, HeaderValue};
use payments::{jakarta, provider::operation::Form};
use serde_json::{Value, json};

use super::{
    ShowArguments, StoreArguments,
    store::{self, Check, Contents, Stored},
    told::Told,
};
use crate::{
    failure::Failure,
    output::{Output, data, talk},
};

pub(super) fn list(arguments: &StoreArguments, output: &Output) -> Result<(), Failure> {
    let Contents { stored, torn } = store::read(&arguments.store)?;
    for number in torn {
        talk(&format!("line {number} is not whole and is left out"));
    }
    let rows = stored
        .iter()
        .map(|(number, one)| (*number, one, claimed(one)));
    if output.is_json() {
        let summaries = rows.map(|(number, one, told)| summary(number, one, told.as_ref()));
        let rows: Vec<_> = summaries.collect();
        return output.json(&json!({ "callbacks": rows }));
    }
    let rows: Vec<_> = rows
        .map(|(number, one, told)| {
            let told = |part: fn(&Told) -> Option<&str>| {
                told.as_ref().and_then(part).unwrap_or_default().to_owned()
            };
            [
                number.to_string(),
                in_jakarta(&one.at),
                one.provider.to_string(),
                told(|told| Some(&told.status)),
                told(|told| Some(&told.reference)),
                told(|told| told.amount.as_deref()),
                one.check.as_str().to_owned(),
                one.reason.clone().unwrap_or_default(),
            ]
        })
        .collect();
    let heading = [
        "#",
        "at",
        "provider",
        "says",
        "reference",
        "amount",
        "check",
        "reason",
    ];
    output.table(heading, &rows)
}

/// As it is kept, where it is no time.
fn in_jakarta(at: &str) -> String {
    at.parse().map_or_else(|_| at.to_owned(), jakarta::text)
}

/// What a refused one says is nobody's word, and not repeated.
fn claimed(stored: &Stored) -> Option<Told> {
    match stored.check {
        Check::Refused => None,
        Check::Verified | Check::Hint => Told::claimed(stored.provider, stored.body()),
    }
}

fn summary(number: usize, stored: &Stored, told: Option<&Told>) -> Value {
    json!({
        "number": number,
        "at": stored.at,
        "provider": stored.provider.as_str(),
        "check": stored.check.as_str(),
        "reason": stored.reason,
        "says": told,
    })
}

pub(super) fn show(arguments: &ShowArguments, output: &Output) -> Result<(), Failure> {
    let stored = store::one(&arguments.store.store, arguments.number)?;
    let told = claimed(&stored);
    let headers: Vec<_> = stored
        .headers()
        .iter()
        .map(|(name, value)| [name.to_string(), printed(name, value, arguments.proof)])
        .collect();
    let body = arguments.body.then(|| body(&stored, arguments.proof));
    if output.is_json() {
        let callback = summary(arguments.number, &stored, told.as_ref());
        return output.json(&json!({"callback": callback, "headers": headers, "body": body}));
    }
    let mut rows = vec![
        ["at".to_owned(), in_jakarta(&stored.at)],
        ["check".to_owned(), stored.check.as_str().to_owned()],
    ];
    let says = told.iter().flat_map(|told| {
        let amount = told.amount.clone().unwrap_or_default();
        [
            ["says".to_owned(), told.status.clone()],
            ["reference".to_owned(), told.reference.clone()],
            ["amount".to_owned(), amount],
            ["method".to_owned(), told.method.clone()],
        ]
    });
    rows.extend(
        stored
            .reason
            .iter()
            .map(|reason| ["reason".to_owned(), reason.clone()]),
    );
    rows.extend(says.filter(|[_, value]| !value.is_empty()));
    output.table([stored.provider.as_str(), ""], &rows)?;
    data("")?;
    output.table(["header", ""], &headers)?;
    match body {
        Some(body) => data(&format!("\n{body}")),
        None => {
            talk("\nthe body is shown with --body: it may hold personal data");
            Ok(())
        }
    }
}

/// Headers that neither prove anything nor belong to anybody. Everything else is kept back: nobody
/// knows what a provider puts there.
const HARMLESS: [&str; 8] = [
    "accept",
    "content-length",
    "content-type",
    "date",
    "host",
    "user-agent",
    "webhook-id",
    "x-digiflazz-event",
];

const KEPT_BACK: &str = "(kept back: --proof)";

fn printed(name: &HeaderName, value: &HeaderValue, proof: bool) -> String {
    match proof || HARMLESS.contains(&name.as_str()) {
        true => String::from_utf8_lossy(value.as_bytes()).into_owned(),
        false => KEPT_BACK.to_owned(),
    }
}

/// As it arrived; where it holds a token, without that. Where one may be anywhere in it, nothing.
fn body(stored: &Stored, proof: bool) -> String {
    let text = String::from_utf8_lossy(stored.body()).into_owned();
    let callbacks = stored.provider.dictionary().callbacks.iter();
    let mut secrets = callbacks
        .flat_map(|(_, body)| body.members)
        .filter(|member| member.form == Form::Secret)
        .peekable();
    if proof || secrets.peek().is_none() {
        return text;
    }
    let Ok(mut json) = serde_json::from_slice::<Value>(stored.body()) else {
        return KEPT_BACK.to_owned();
    };
    let mut holds_one = false;
    for member in secrets {
        let pointer = format!("/{}", member.path.replace('.', "/"));
        if let Some(secret) = json.pointer_mut(&pointer) {
            *secret = KEPT_BACK.into();
            holds_one = true;
        }
    }
    match holds_one {
        true => json.to_string(),
        false => text,
    }
}
