//! `payments trigger`: makes a provider of the sandbox send a callback of a given kind.

use std::time::Duration;

use clap::Args;
use payments::{Money, Name, Reference};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    arguments::{reference, rupiah},
    callbacks::shown,
    control::Control,
    failure::Failure,
    output::{Output, data},
    signing::signer,
};

#[derive(Args, Debug)]
pub(crate) struct TriggerArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser(), required_unless_present = "list")]
    pub(crate) provider: Option<Name>,
    /// What it tells: an event of --list, or a status for the first event that tells it
    pub(crate) event: Option<String>,
    /// List the events of each provider
    #[arg(long)]
    pub(crate) list: bool,
    /// Your own id of the payment, bill or mandate; of one that the sandbox knows, its id, method
    /// and amount are told
    #[arg(long, value_parser = reference)]
    pub(crate) reference: Option<Reference>,
    /// In whole rupiah
    #[arg(long, value_parser = rupiah)]
    pub(crate) amount: Option<Money>,
    /// Where it goes, over http on this machine; by default to `payments listen`,
    /// http://127.0.0.1:4020/<provider>
    #[arg(long, value_name = "URL")]
    pub(crate) to: Option<String>,
    /// Let a running sandbox send it, signed with its secrets, instead of one of its own
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
}

/// Longer than a provider waits for an answer.
const PATIENCE: Duration = Duration::from_secs(35);

const PAUSE: Duration = Duration::from_millis(20);

/// What `payments listen` answers to a hint that the sandbox, when it is asked, does not know of.
const UNCONFIRMED: &str = "a hint is confirmed only if the payment really is so: pay it, with POST \
    _sandbox/payments/<provider>/<reference>/pay at the sandbox that `payments listen --sandbox` asks";

/// A kind of callback that the sandbox can send.
#[derive(Deserialize, Serialize)]
struct Kind {
    provider: String,
    event: String,
    status: String,
    text: String,
}

/// A callback in the sandbox's outbox.
#[derive(Deserialize)]
struct Sent {
    id: u64,
    provider: String,
    reference: String,
    target: Option<String>,
    status: String,
    /// Why it was not even tried.
    reason: Option<String>,
    attempts: Vec<Attempt>,
}

#[derive(Deserialize)]
struct Attempt {
    status: Option<u16>,
    error: Option<String>,
}

pub(crate) async fn run(arguments: TriggerArguments, output: &Output) -> Result<(), Failure> {
    let control = signer(arguments.sandbox.as_deref())?;
    let mut kinds: Vec<Kind> = control.look("callbacks/kinds").await?;
    if let Some(provider) = arguments.provider {
        kinds.retain(|kind| kind.provider == provider.as_str());
    }
    let (Some(provider), false) = (arguments.provider, arguments.list) else {
        return list(&kinds, output);
    };
    let event = known(arguments.event.as_deref(), provider, &kinds)?;
    let usual = format!("http://127.0.0.1:4020/{provider}");
    let order = json!({
        "provider": provider.as_str(),
        "event": event,
        "reference": arguments.reference,
        "amount": arguments.amount.map(|amount| amount.amount().to_string()),
        "target": arguments.to.unwrap_or(usual),
    });
    let sent: Sent = control.ask("callbacks", order).await?;
    let sent = tried(&control, sent.id).await?;
    report(event, &sent, output)
}

/// An event of the provider, or a status that it tells.
fn known<'a>(event: Option<&'a str>, provider: Name, kinds: &[Kind]) -> Result<&'a str, Failure> {
    let events: Vec<_> = kinds.iter().map(|kind| &*kind.event).collect();
    let failure = match event {
        Some(event)
            if kinds
                .iter()
                .any(|kind| kind.event == event || kind.status == event) =>
        {
            return Ok(event);
        }
        Some(event) => Failure::usage(format!("{provider} sends no {event:?}")),
        None => Failure::usage("missing event"),
    };
    Err(failure.advise(format!("{provider} sends {}", events.join(", "))))
}

fn list(kinds: &[Kind], output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        return output.json(&json!({ "events": kinds }));
    }
    let rows: Vec<_> = kinds
        .iter()
        .map(|kind| [&kind.provider, &kind.event, &kind.status, &kind.text].map(Clone::clone))
        .collect();
    output.table(["provider", "event", "status", "tells"], &rows)
}

/// Waits for the first attempt to deliver.
async fn tried(control: &Control, id: u64) -> Result<Sent, Failure> {
    let wait = async {
        loop {
            let sent: Sent = control.look(&format!("callbacks/{id}")).await?;
            if !sent.attempts.is_empty() || sent.reason.is_some() {
                return Ok(sent);
            }
            tokio::time::sleep(PAUSE).await;
        }
    };
    tokio::time::timeout(PATIENCE, wait)
        .await
        .map_err(|_| Failure::failed("the sandbox has not sent the callback"))?
}

/// What cannot be read is not repeated: it may hold a key.
fn place(target: &str) -> String {
    reqwest::Url::parse(target).map_or_else(|_| "the target".to_owned(), |url| shown(&url))
}

fn report(event: &str, sent: &Sent, output: &Output) -> Result<(), Failure> {
    let Sent {
        provider,
        reference,
        ..
    } = sent;
    let target = sent.target.as_deref().map(place);
    let target = target.as_deref().unwrap_or("nowhere");
    let attempt = sent.attempts.first();
    let status = attempt.and_then(|attempt| attempt.status);
    match status {
        Some(status) if sent.status == "delivered" => {
            if output.is_json() {
                return output.json(&json!({
                    "provider": provider,
                    "event": event,
                    "reference": reference,
                    "target": target,
                    "answer": status,
                }));
            }
            data(&format!(
                "{provider} {event} of {reference} → {target}: answered {status}"
            ))
        }
        Some(status) => {
            let failure = Failure::failed(format!(
                "{provider} {event} of {reference} is not delivered: {target} answered {status}"
            ));
            Err(match status {
                503 => failure.advise(UNCONFIRMED),
                _ => failure,
            })
        }
        None => {
            let error = attempt.and_then(|attempt| attempt.error.as_deref());
            let why = sent.reason.as_deref().or(error).unwrap_or_default();
            Err(Failure::failed(format!(
                "{provider} {event} of {reference} is not delivered to {target}: {why}"
            ))
            .advise(format!(
                "`payments listen` takes it at http://127.0.0.1:4020/{provider}"
            )))
        }
    }
}
