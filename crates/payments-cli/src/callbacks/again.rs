//! `payments callbacks replay` and `resend`: send a received callback again.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderName};
use serde::Deserialize;
use serde_json::json;

use super::{
    ReplayArguments, ResendArguments,
    application::{Application, shown},
    store::{self, Stored},
};
use crate::{
    failure::Failure,
    output::{Output, data, talk},
    signing::signer,
};

pub(super) async fn replay(arguments: ReplayArguments, output: &Output) -> Result<(), Failure> {
    let stored = store::one(&arguments.store.store, arguments.number)?;
    let body = stored.body().to_vec();
    send(&arguments, &stored, stored.headers(), body, output).await
}

pub(super) async fn resend(arguments: ResendArguments, output: &Output) -> Result<(), Failure> {
    let ResendArguments { replay, sandbox } = arguments;
    let stored = store::one(&replay.store.store, replay.number)?;
    let text = std::str::from_utf8(stored.body())
        .map_err(|_| Failure::failed("the body is not text: it can only be replayed"))?;
    let control = signer(sandbox.as_deref())?;
    let order = json!({"provider": stored.provider.as_str(), "body": text});
    let signed: Signed = control.ask("callbacks/sign", order).await?;
    let mut headers = stored.headers().clone();
    for name in &signed.proof {
        headers.remove(name);
    }
    if signed.headers.is_empty() && !signed.proof.is_empty() {
        talk(&format!(
            "it is not signed: there is no secret of {}",
            stored.provider
        ));
    }
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
    /// The headers that a proof is in, if there is one.
    proof: Vec<String>,
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
    let place = shown(&application.url);
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
            data(&format!(
                "#{number} {provider} → {place}: answered {status}"
            ))
        }
        Ok(status) => Err(Failure::failed(format!("{place} answered {status}"))),
        Err(why) => Err(Failure::failed(format!("{place}: {why}"))),
    }
}
