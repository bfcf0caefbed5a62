//! `payments journal`: shows what is recorded, and records a person's decisions.

use clap::{Args, Subcommand, ValueEnum};
use payments::{
    AccountId, AmountChangeStatus, MandateStatus, Name, PaymentStatus, Reference, Status, jakarta,
    printable,
};
use payments_journal::{Decision, Entry, Error, Filter, Journal, Record, State};
use serde_json::json;

use crate::{
    arguments::reference,
    failure::Failure,
    output::{Output, Rows, data, styled},
    recorded::{JournalUrl, open},
};

#[derive(Debug, Subcommand)]
pub(crate) enum JournalCommand {
    /// List what is recorded
    List {
        #[command(flatten)]
        arguments: JournalListArguments,
        /// List the changes that the application's handler fails on again and again, instead of
        /// intents
        #[arg(long, conflicts_with_all = ["state", "provider"])]
        stuck: bool,
    },
    /// Show one intent with all that happened to it
    Show(EntryArguments),
    /// Record a person's decision about an intent that needs attention
    Resolve(ResolveArguments),
    /// Print everything as JSON lines
    Export(JournalListArguments),
    /// Print the SQL that an operator runs to spread a new journal over a cluster
    Schema {
        /// For Citus, on its coordinator, after the journal was opened there for the first time
        #[arg(long, required = true)]
        citus: bool,
    },
}

#[derive(Args, Debug)]
pub(crate) struct JournalListArguments {
    #[command(flatten)]
    pub(crate) url: JournalUrl,
    /// Only those in a state; may be repeated
    #[arg(long, value_parser = state)]
    pub(crate) state: Vec<State>,
    /// Only those of a provider
    #[arg(long, value_parser = crate::providers::parser())]
    pub(crate) provider: Option<Name>,
    /// How many at most
    #[arg(long)]
    pub(crate) limit: Option<u32>,
}

#[derive(Args, Debug)]
pub(crate) struct EntryArguments {
    #[command(flatten)]
    pub(crate) url: JournalUrl,
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// Your own id of the payment, bill or mandate
    #[arg(value_parser = reference)]
    pub(crate) reference: Reference,
    /// The account, where the reference is recorded in several: its name, or the whole of it as
    /// instamoney/live/default
    #[arg(long)]
    pub(crate) account: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ResolveArguments {
    #[command(flatten)]
    pub(crate) entry: EntryArguments,
    /// What became of it, or what is to be done
    #[arg(long, value_enum)]
    pub(crate) decision: DecisionWord,
    /// Who decides
    #[arg(long)]
    pub(crate) who: String,
    /// Why: what was seen, and where
    #[arg(long)]
    pub(crate) why: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DecisionWord {
    /// It was paid
    Paid,
    /// It was paid, and the money can be used
    Settled,
    /// It failed
    Failed,
    /// It expired
    Expired,
    /// It was cancelled
    Cancelled,
    /// It was paid back
    Refunded,
    /// The mandate is active
    Active,
    /// The mandate was rejected
    Rejected,
    /// The change of an amount was applied to the charge of its date
    Applied,
    /// It did not happen, and must not be sent
    NothingHappened,
    /// Look it up again, and send it again only where that is safe
    TryAgain,
    /// You confirm that nothing arrived: send it again, under the same reference
    SendAgain,
}

fn state(word: &str) -> Result<State, String> {
    let mut known = State::ALL.into_iter();
    known.find(|state| state.as_str() == word).ok_or_else(|| {
        let words = State::ALL.map(State::as_str).join(", ");
        format!("expected one of {words}")
    })
}

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
