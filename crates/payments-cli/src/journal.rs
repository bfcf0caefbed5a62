//! `payments journal`: shows what is recorded, and records a person's decisions.

use std::{ffi::OsString, time::Duration};

use payments::{
    AccountId, AmountChangeStatus, Instruction, Mandate, MandateStatus, News, Outcome,
    PaymentStatus, Performs, ProviderClient, Reference, Retry, Status, jakarta, printable,
    retry::Policy,
};
use payments_journal::{Decision, Entry, Error, Executed, Filter, Journal, Options, Record};
use serde_json::json;

use crate::{
    arguments::{
        DecisionWord, EntryArguments, JournalCommand, JournalListArguments, JournalUrl, Recorded,
        ResolveArguments,
    },
    failure::Failure,
    output::{Output, Rows, data, styled},
    providers::variable,
};

pub(crate) async fn run(command: JournalCommand, output: &Output) -> Result<(), Failure> {
    match command {
        JournalCommand::List {
            arguments,
            stuck: true,
        } => stuck(arguments, output).await,
        JournalCommand::List { arguments, .. } => list(arguments, output).await,
        JournalCommand::Show(arguments) => show(arguments, output).await,
        JournalCommand::Resolve(arguments) => resolve(arguments, output).await,
        JournalCommand::Export(arguments) => export(arguments).await,
        JournalCommand::Schema { .. } => data(payments_journal::citus_schema().trim_end()),
    }
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

async fn list(arguments: JournalListArguments, output: &Output) -> Result<(), Failure> {
    let journal = open(&arguments.url).await?;
    let entries = journal.list(&filter(&arguments)).await?;
    if output.is_json() {
        return output.json(&json!({ "entries": entries }));
    }
    let rows: Vec<_> = entries.iter().map(row).collect();
    output.table(
        [
            "account",
            "reference",
            "kind",
            "amount",
            "state",
            "status",
            "since",
        ],
        &rows,
    )
}

/// The changes whose handlers keep failing.
async fn stuck(arguments: JournalListArguments, output: &Output) -> Result<(), Failure> {
    let journal = open(&arguments.url).await?;
    let changes = journal.stuck(arguments.limit.unwrap_or(100)).await?;
    if output.is_json() {
        return output.json(&json!({ "changes": changes }));
    }
    let rows: Vec<_> = changes
        .iter()
        .map(|change| {
            [
                change.account.to_string(),
                change.reference.to_string(),
                change.what.cause.to_string(),
                change
                    .what
                    .status
                    .as_ref()
                    .map_or_else(String::new, |status| status.to_string()),
                change.attempts.to_string(),
                jakarta::text(change.at),
            ]
        })
        .collect();
    let names = [
        "account",
        "reference",
        "cause",
        "status",
        "attempts",
        "since",
    ];
    output.table(names, &rows)
}

async fn show(arguments: EntryArguments, output: &Output) -> Result<(), Failure> {
    let journal = open(&arguments.url).await?;
    let record = journal
        .record_of(&account(&journal, &arguments).await?, &arguments.reference)
        .await?;
    if output.is_json() {
        return output.json(&record);
    }
    print(&record, output)
}

/// What is recorded under a reference.
pub(crate) async fn entry(arguments: &EntryArguments) -> Result<Entry, Failure> {
    let journal = open(&arguments.url).await?;
    let account = account(&journal, arguments).await?;
    let entry = journal.get(&account, &arguments.reference).await?;
    entry.ok_or_else(|| Error::NotFound.into())
}

async fn resolve(arguments: ResolveArguments, output: &Output) -> Result<(), Failure> {
    let journal = open(&arguments.entry.url).await?;
    let account = account(&journal, &arguments.entry).await?;
    let entry = journal
        .resolve(
            &account,
            &arguments.entry.reference,
            decision(arguments.decision),
            &arguments.who,
            &arguments.why,
        )
        .await?;
    print_entry(&entry, output)
}

/// Whose intent is meant: that of the account which is named, or the only one under the reference.
async fn account(journal: &Journal, arguments: &EntryArguments) -> Result<AccountId, Failure> {
    let named = |entry: &Entry| {
        let name = arguments.account.as_deref();
        name.is_none_or(|name| {
            entry.account.as_str() == name || entry.account.as_str().ends_with(&format!("/{name}"))
        })
    };
    let found = journal.find(&arguments.reference).await?;
    let mut accounts = found
        .into_iter()
        .filter(|entry| entry.provider.as_str() == arguments.provider.as_str() && named(entry))
        .map(|entry| entry.account);
    match (accounts.next(), accounts.next()) {
        (Some(account), None) => Ok(account),
        (None, _) => Err(Error::NotFound.into()),
        (Some(first), Some(second)) => Err(Failure::usage(format!(
            "recorded in several accounts: add --account {first} or --account {second}"
        ))),
    }
}

async fn export(arguments: JournalListArguments) -> Result<(), Failure> {
    let journal = open(&arguments.url).await?;
    let mut left = arguments.limit.unwrap_or(u32::MAX);
    let printed = journal
        .export(&filter(&arguments), |record| {
            left = left.checked_sub(1).ok_or(Stop::Enough)?;
            styled(&printable::json(&record.line())).map_err(Stop::Unwritten)
        })
        .await;
    match printed {
        Ok(_) | Err(Stop::Enough) => Ok(()),
        Err(Stop::Failed(error)) => Err(error.into()),
        Err(Stop::Unwritten(failure)) => Err(failure),
    }
}

/// Why an export ends before its end.
enum Stop {
    Enough,
    Failed(Error),
    Unwritten(Failure),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

fn filter(arguments: &JournalListArguments) -> Filter {
    let mut filter = Filter::new();
    for state in &arguments.state {
        filter = filter.state(*state);
    }
    if let Some(provider) = arguments.provider {
        filter = filter.provider(provider.as_str());
    }
    match arguments.limit {
        Some(limit) => filter.limit(limit),
        None => filter,
    }
}

fn decision(word: DecisionWord) -> Decision {
    Decision::Settled(match word {
        DecisionWord::NothingHappened => return Decision::NothingHappened,
        DecisionWord::TryAgain => return Decision::TryAgain,
        DecisionWord::SendAgain => return Decision::SendAgain,
        DecisionWord::Paid => PaymentStatus::Paid.into(),
        DecisionWord::Settled => PaymentStatus::Settled.into(),
        DecisionWord::Failed => PaymentStatus::Failed.into(),
        DecisionWord::Expired => PaymentStatus::Expired.into(),
        DecisionWord::Cancelled => PaymentStatus::Cancelled.into(),
        DecisionWord::Refunded => PaymentStatus::Refunded.into(),
        DecisionWord::Active => MandateStatus::Active.into(),
        DecisionWord::Rejected => MandateStatus::Rejected.into(),
        DecisionWord::Applied => AmountChangeStatus::Applied.into(),
    })
}

/// What became of an intent.
pub(crate) fn print_entry(entry: &Entry, output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        return output.json(entry);
    }
    output.rows(entry.provider.as_str(), &rows(entry))
}

fn print(record: &Record, output: &Output) -> Result<(), Failure> {
    let mut rows = rows(&record.entry);
    rows.add("query", Some(&record.query));
    output.rows(record.entry.provider.as_str(), &rows)?;
    data("")?;
    let steps: Vec<_> = record
        .history
        .iter()
        .map(|step| {
            let detail = match &step.detail {
                serde_json::Value::Null => String::new(),
                detail => detail.to_string(),
            };
            [jakarta::text(step.at), step.what.to_string(), detail]
        })
        .collect();
    output.table(["when", "what", "detail"], &steps)
}

fn row(entry: &Entry) -> [String; 7] {
    [
        entry.account.to_string(),
        entry.reference.to_string(),
        entry.kind.to_string(),
        entry
            .amount
            .map_or_else(String::new, |amount| amount.to_string()),
        entry.state.to_string(),
        entry
            .status
            .as_ref()
            .map_or_else(String::new, |status| status.as_str().to_owned()),
        jakarta::text(entry.updated_at),
    ]
}

fn rows(entry: &Entry) -> Rows {
    let mut rows = Rows::about(&entry.reference);
    rows.add("account", Some(&entry.account));
    rows.add("kind", Some(entry.kind));
    rows.add("state", Some(entry.state));
    rows.add("status", entry.status.as_ref().map(Status::as_str));
    rows.add("amount", entry.amount);
    rows.add("outcome", entry.outcome);
    rows.add("error", entry.error.as_ref().map(|error| &error.message));
    rows.add("advice", entry.reason);
    rows.add("sent", Some(entry.sends));
    rows.add("asked", Some(entry.asks));
    rows.add("recorded", Some(jakarta::text(entry.created_at)));
    rows.add("next", entry.due_at.map(jakarta::text));
    rows
}
