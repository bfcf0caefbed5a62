//! The command line of the journal.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use payments::{Name, Reference};
use payments_journal::State;

use super::reference;

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

#[derive(Args, Debug)]
pub(crate) struct ReconcileArguments {
    #[command(flatten)]
    pub(crate) url: JournalUrl,
    /// Only those of a provider
    #[arg(long, value_parser = crate::providers::parser())]
    pub(crate) provider: Option<Name>,
    /// Ask a running sandbox instead of the real hosts, such as http://127.0.0.1:4010
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
    #[command(flatten)]
    pub(crate) report: ReportArguments,
}

/// A provider's report of a day, to compare with the journal both ways.
#[derive(Args, Debug)]
#[command(next_help_heading = "Compare a provider's report with the journal")]
pub(crate) struct ReportArguments {
    /// The day in Jakarta that the report is of, such as 2026-11-27. Nothing is changed without
    /// --adopt
    #[arg(long, value_name = "DAY", requires = "source")]
    pub(crate) day: Option<NaiveDate>,
    /// The report: a CSV file
    #[arg(long, value_name = "FILE", group = "source", requires_all = ["day", "columns"])]
    pub(crate) file: Option<PathBuf>,
    /// What the columns of the file mean, in TOML; the README of this binary has an example
    #[arg(long, value_name = "FILE", requires = "file")]
    pub(crate) columns: Option<PathBuf>,
    /// Instead of a file, the provider's own list of the payments that were created on the day
    /// (Fazz only: no document of another provider shows one)
    #[arg(long, group = "source", requires = "day")]
    pub(crate) list: bool,
    /// The account of the report, where the journal has several: its name, or the whole of it as
    /// fazz/live/default
    #[arg(long, requires = "day")]
    pub(crate) account: Option<String>,
    /// Ask the provider about each difference, and record its answer, never what the report says.
    /// A payment that is missing here is not recorded: it is noted, so that it is looked up before
    /// anything is sent under its reference
    #[arg(long, requires = "day")]
    pub(crate) adopt: bool,
}

fn state(word: &str) -> Result<State, String> {
    let mut known = State::ALL.into_iter();
    known.find(|state| state.as_str() == word).ok_or_else(|| {
        let words = State::ALL.map(State::as_str).join(", ");
        format!("expected one of {words}")
    })
}
