//! Looks up everything that is not finished, and active mandates, and reports what changed.

use indicatif::{ProgressBar, ProgressStyle};
use payments::{AccountId, Name, jakarta};
use payments_journal::{Entry, Filter, Journal, Providers, State};
use serde::Serialize;
use serde_json::json;

use super::ReconcileArguments;
use crate::{
    failure::Failure,
    output::Output,
    providers, recorded,
    stopping::{Signals, quoted},
};

/// What asking came to.
#[derive(Serialize)]
struct Asked {
    account: AccountId,
    reference: String,
    was: String,
    is: String,
    /// Why it could not be looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// Why nobody was asked now, although nothing is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    waits: Option<String>,
}

pub(super) async fn run(arguments: ReconcileArguments, output: &Output) -> Result<(), Failure> {
    let journal = recorded::open(&arguments.url).await?;
    let entries = unfinished_or_living(&journal, arguments.provider).await?;
    let workers = workers(&entries, arguments.sandbox.as_deref())?;
    let bar = bar(entries.len());
    let mut signals = Signals::listen();
    let mut asked = Vec::with_capacity(entries.len());
    for entry in &entries {
        bar.set_message(entry.reference.to_string());
        let now = tokio::select! {
            biased;
            now = journal.reconcile(&workers, &entry.account, &entry.reference) => now,
            () = signals.next() => {
                bar.finish_and_clear();
                return Err(stopped(entry, asked.len(), entries.len()));
            }
        };
        let waits = now.as_ref().ok().filter(|now| !was_asked(entry, now));
        asked.push(Asked {
            waits: waits.map(not_yet),
            account: entry.account.clone(),
            reference: entry.reference.to_string(),
            was: stands(entry),
            is: now.as_ref().map_or_else(|_| stands(entry), stands),
            error: match now {
                Ok(now) if !was_asked(entry, &now) => None,
                Ok(now) => now.error.map(|error| error.message),
                Err(error) => Some(error.to_string()),
            },
        });
        bar.inc(1);
    }
    bar.finish_and_clear();
    report(&asked, output)
}

async fn unfinished_or_living(
    journal: &Journal,
    provider: Option<Name>,
) -> Result<Vec<Entry>, Failure> {
    let unfinished = Filter::new()
        .state(State::Open)
        .state(State::Pending)
        .state(State::NeedsAttention);
    // Their customers may have called them off: nobody tells that by himself.
    let living = Filter::new().state(State::Finished).active();
    let mut entries: Vec<Entry> = Vec::new();
    for mut filter in [unfinished, living] {
        if let Some(provider) = provider {
            filter = filter.provider(provider.as_str());
        }
        loop {
            let page = journal.list(&filter).await?;
            let Some(last) = page.last() else {
                break;
            };
            filter = filter.after(last);
            entries.extend(page);
        }
    }
    Ok(entries)
}

/// Who asks: clients of the providers that are recorded, and of no other, since only their settings
/// must be there.
fn workers(entries: &[Entry], sandbox: Option<&str>) -> Result<Providers, Failure> {
    let mut workers = Providers::new();
    for &name in Name::ALL {
        if !entries
            .iter()
            .any(|entry| entry.provider.as_str() == name.as_str())
        {
            continue;
        }
        workers = providers::employ(workers, &providers::client(name, sandbox)?);
    }
    Ok(workers)
}

/// On a terminal only, and on standard error.
fn bar(count: usize) -> ProgressBar {
    let bar = ProgressBar::new(count as u64);
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Whether the provider heard of it since.
fn was_asked(before: &Entry, now: &Entry) -> bool {
    now.asks != before.asks || now.sends != before.sends
}

/// Somebody did not want to wait any longer: of the one that was being asked for, and of those
/// after it, nothing new is known.
fn stopped(entry: &Entry, asked: usize, of: usize) -> Failure {
    let (provider, reference) = (&entry.provider, quoted(&entry.reference));
    let account = quoted(&entry.account);
    Failure::unknown(format!(
        "stopped before {provider} answered about {reference}: its outcome is unknown; {asked} of {of} were looked up"
    ))
    .advise(format!(
        "`payments reconcile` with the same journal asks again; `payments journal show {provider} {reference} --account {account}` shows what is known"
    ))
}

/// Why nobody was asked now.
fn not_yet(entry: &Entry) -> String {
    match entry.due_at {
        Some(due) => format!("not due before {}", jakarta::text(due)),
        None if entry.state == State::NeedsAttention => "a person must decide".into(),
        None => "it is finished".into(),
    }
}

/// State, and status where the provider told one.
pub(super) fn stands(entry: &Entry) -> String {
    match &entry.status {
        Some(status) => format!("{}, {}", entry.state, status.as_str()),
        None => entry.state.to_string(),
    }
}

fn report(asked: &[Asked], output: &Output) -> Result<(), Failure> {
    let changed: Vec<_> = asked.iter().filter(|asked| asked.was != asked.is).collect();
    let failed: Vec<_> = asked.iter().filter(|asked| asked.error.is_some()).collect();
    let waiting: Vec<_> = asked.iter().filter(|asked| asked.waits.is_some()).collect();
    if output.is_json() {
        output.json(&json!({
            "asked": asked.len(), "changed": changed, "waiting": waiting, "failed": failed,
        }))?;
    } else {
        let rows: Vec<_> = asked
            .iter()
            .filter(|asked| asked.was != asked.is || asked.error.is_some() || asked.waits.is_some())
            .map(|asked| {
                let why = asked.error.as_ref().or(asked.waits.as_ref());
                [
                    asked.account.to_string(),
                    asked.reference.clone(),
                    asked.was.clone(),
                    asked.is.clone(),
                    why.cloned().unwrap_or_default(),
                ]
            })
            .collect();
        output.table(["account", "reference", "was", "is", "not asked"], &rows)?;
        let counts = format!(
            "{} open, {} changed, {} not due, {} could not be looked up",
            asked.len(),
            changed.len(),
            waiting.len(),
            failed.len()
        );
        output.verdict(failed.is_empty(), &counts);
    }
    // The same for people and for programs: what is open and not due is no failure.
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Failure::failed("not everything could be asked for")),
    }
}
