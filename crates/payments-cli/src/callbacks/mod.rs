//! `payments callbacks`: what `payments listen` has stored, and sending it again.

mod application;
mod bytes;
mod store;
mod told;

use std::collections::BTreeMap;

use anstream::{eprintln, println};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use payments::operation::Form;
use serde::Deserialize;
use serde_json::{Value, json};

use self::store::Contents;
pub(crate) use self::{
    application::{Answered, Application},
    store::{Check, Store, Stored},
    told::Told,
};
use crate::{
    arguments::{
        CallbacksCommand, ReplayArguments, ResendArguments, ShowArguments, StoreArguments,
    },
    failure::Failure,
    output::Output,
    signing::Signer,
};

pub(crate) async fn run(command: CallbacksCommand, output: &Output) -> Result<(), Failure> {
    match command {
        CallbacksCommand::List(arguments) => list(&arguments, output),
        CallbacksCommand::Show(arguments) => show(&arguments, output),
        CallbacksCommand::Replay(arguments) => replay(arguments, output).await,
        CallbacksCommand::Resend(arguments) => resend(arguments, output).await,
    }
}

fn list(arguments: &StoreArguments, output: &Output) -> Result<(), Failure> {
    let Contents { stored, torn } = store::read(&arguments.store)?;
    for number in torn {
        eprintln!("line {number} is not whole and is left out");
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
                one.at.clone(),
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
    output.table(heading, &rows);
    Ok(())
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

fn show(arguments: &ShowArguments, output: &Output) -> Result<(), Failure> {
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
        ["at".to_owned(), stored.at.clone()],
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
    output.table([stored.provider.as_str(), ""], &rows);
    println!();
    output.table(["header", ""], &headers);
    match body {
        // Anybody may have sent it: a terminal must not obey it.
        Some(body) => println!("\n{}", body.replace(is_order, "\u{fffd}")),
        None => eprintln!("\nthe body is shown with --body: it may hold personal data"),
    }
    Ok(())
}

fn is_order(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// Headers that neither prove anything nor belong to anybody. Everything else is kept back: nobody knows what a provider puts there.
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

/// As it arrived; where it holds a token, without that.
fn body(stored: &Stored, proof: bool) -> String {
    let text = String::from_utf8_lossy(stored.body()).into_owned();
    let Ok(mut json) = serde_json::from_slice::<Value>(stored.body()) else {
        return text;
    };
    let mut holds_one = false;
    let callbacks = stored.provider.dictionary().callbacks.iter();
    for member in callbacks.flat_map(|(_, body)| body.members) {
        let pointer = format!("/{}", member.path.replace('.', "/"));
        if member.form == Form::Secret
            && let Some(secret) = json.pointer_mut(&pointer)
        {
            *secret = KEPT_BACK.into();
            holds_one = true;
        }
    }
    match holds_one && !proof {
        true => json.to_string(),
        false => text,
    }
}

async fn replay(arguments: ReplayArguments, output: &Output) -> Result<(), Failure> {
    let stored = store::one(&arguments.store.store, arguments.number)?;
    let body = stored.body().to_vec();
    send(&arguments, &stored, &stored.headers(), body, output).await
}

async fn resend(arguments: ResendArguments, output: &Output) -> Result<(), Failure> {
    let ResendArguments { replay, sandbox } = arguments;
    let stored = store::one(&replay.store.store, replay.number)?;
    let text = std::str::from_utf8(stored.body())
        .map_err(|_| Failure::failed("the body is no text: it can only be replayed"))?;
    let signer = Signer::find(sandbox.as_deref()).await?;
    let order = json!({"provider": stored.provider.as_str(), "body": text});
    let signed: Signed = signer.control.ask("callbacks/sign", order).await?;
    let mut headers = stored.headers();
    for (name, value) in &signed.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            headers.insert(name, value);
        }
    }
    send(&replay, &stored, &headers, signed.body.into(), output).await
}

/// What the sandbox makes of a body: the proof is in the headers, or in the body.
#[derive(Deserialize)]
struct Signed {
    body: String,
    headers: BTreeMap<String, String>,
}

async fn send(
    arguments: &ReplayArguments,
    stored: &Stored,
    headers: &HeaderMap,
    body: Vec<u8>,
    output: &Output,
) -> Result<(), Failure> {
    let application = Application::at(&arguments.to)?;
    let answered = application.post(headers, body).await;
    let (number, provider) = (arguments.number, stored.provider);
    let place = place(&application);
    match &answered.status {
        Ok(status) if answered.is_taken() => {
            if output.is_json() {
                return output.json(&json!({
                    "number": number,
                    "provider": provider.as_str(),
                    "target": place,
                    "answer": status,
                }));
            }
            println!("#{number} {provider} → {place}: answered {status}");
            Ok(())
        }
        Ok(status) => Err(Failure::failed(format!("{place} answered {status}"))),
        Err(why) => Err(Failure::failed(format!("{place}: {why}"))),
    }
}

/// A URL may hold a key behind the question mark.
pub(crate) fn place(application: &Application) -> String {
    let mut url = application.url.clone();
    url.set_query(None);
    url.to_string()
}
