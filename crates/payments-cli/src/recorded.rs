//! Takes an instruction to its answer: with a journal once, without one as far as is safe.

use std::{ffi::OsString, time::Duration};

use clap::Args;
use payments::{
    Instruction, Mandate, News, Outcome, Performs, ProviderClient, Reference, Retry, retry::Policy,
};
use payments_journal::{Executed, Journal, Options};

use crate::{failure::Failure, providers::variable};

/// Where a command that may move money records it first.
#[derive(Args, Clone, Debug)]
pub(crate) struct Recorded {
    /// Record it before it is sent, so that the same command again never does it twice:
    /// sqlite://payments.db or postgres://user@host/database. One on another machine must prove who
    /// it is, unless PAYMENTS_JOURNAL_UNVERIFIED is set
    #[arg(
        long,
        value_name = "URL",
        env = "PAYMENTS_JOURNAL",
        hide_env_values = true
    )]
    pub(crate) journal: Option<String>,
    /// Without a journal: for how long to go on settling a lost answer. What is open then has the
    /// exit code 4
    #[arg(
        long,
        value_name = "SECONDS",
        env = "PAYMENTS_WAIT",
        hide_env_values = true,
        default_value_t = 10,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub(crate) wait: u32,
}

#[derive(Args, Clone, Debug)]
pub(crate) struct JournalUrl {
    /// The journal: sqlite://payments.db or postgres://user@host/database.
    /// One on another machine must prove who it is, unless PAYMENTS_JOURNAL_UNVERIFIED is set
    #[arg(
        long,
        value_name = "URL",
        env = "PAYMENTS_JOURNAL",
        hide_env_values = true
    )]
    pub(crate) journal: String,
}

/// Opens a journal that is there. One that is not is never made here: a typing error would look
/// like a journal in which nothing is recorded.
pub(crate) async fn open(url: &JournalUrl) -> Result<Journal, Failure> {
    there(&url.journal).await
}

async fn there(url: &str) -> Result<Journal, Failure> {
    let journal = Journal::open_with(url, options(url)?.create(false)).await;
    // Nothing was sent.
    journal.map_err(|error| Failure::failed(error.to_string()))
}

fn options(url: &str) -> Result<Options, Failure> {
    let (_, after) = url.split_once("://").unwrap_or_default();
    let (user, _) = after.split_once('@').unwrap_or_default();
    let on_the_line = |argument: OsString| argument.to_string_lossy().contains(url);
    if user.contains(':') && std::env::args_os().any(on_the_line) {
        let message = "a password on the command line is shown to every user of this machine";
        return Err(Failure::usage(message).advise("set PAYMENTS_JOURNAL instead of --journal"));
    }
    Ok(match variable("PAYMENTS_JOURNAL_UNVERIFIED") {
        Some(_) => Options::new().unverified_database(),
        None => Options::new(),
    })
}

/// Takes an instruction to its answer: with a journal once, whatever was recorded before; without
/// one as far as is safe while this process runs.
pub(crate) async fn settle<I: Instruction>(
    recorded: &Recorded,
    provider: &(impl Performs<I> + ?Sized),
    request: &I,
) -> Result<I::Answer, Failure> {
    let Some(url) = &recorded.journal else {
        let policy = Policy::within(Duration::from_secs(recorded.wait.into()));
        return Ok(Retry::new(policy).settle(provider, request).await?);
    };
    execute(url, provider, request).await
}

/// Does something once, whatever was recorded before.
pub(crate) async fn execute<I: Instruction>(
    url: &str,
    provider: &(impl Performs<I> + ?Sized),
    request: &I,
) -> Result<I::Answer, Failure> {
    let journal = Journal::open_with(url, options(url)?)
        .await
        .map_err(|error| Failure::failed(format!("nothing was sent: {error}")))?;
    answered(journal.execute(provider, request).await?)
}

/// Asks what became of what is recorded.
pub(crate) async fn ask<I: Instruction>(
    url: &str,
    provider: &(impl Performs<I> + ?Sized),
    request: &I,
) -> Result<I::Answer, Failure> {
    let journal = there(url).await?;
    answered(journal.ask(provider, request).await?)
}

/// What is recorded of a mandate: the provider's ids among it.
pub(crate) async fn mandate(
    url: &str,
    provider: &(impl ProviderClient + ?Sized),
    reference: &Reference,
) -> Result<Option<Mandate>, Failure> {
    let journal = there(url).await?;
    let entry = journal.get(provider.account().id(), reference).await?;
    Ok(match entry.and_then(|entry| entry.answer) {
        Some(News::Mandate(mandate)) => Some(*mandate),
        _ => None,
    })
}

fn answered<A>(executed: Executed<A>) -> Result<A, Failure> {
    executed.into_answer().map_err(|error| {
        let outcome = error.outcome();
        let failure = Failure::from(error);
        match outcome {
            Outcome::Unknown => failure.advise(
                "it is in the journal: the same command again goes on with it, and `payments reconcile` asks for it",
            ),
            _ => failure,
        }
    })
}
