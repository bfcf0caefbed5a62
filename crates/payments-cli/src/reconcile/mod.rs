//! `payments reconcile`: the provider against the journal. Without a report, it looks up what the
//! journal knows and has not finished; with one, it looks for what either side lacks.

mod adopting;
mod advice;
mod amounts;
mod cells;
mod columns;
mod day;
mod list;
mod rows;
mod text;
mod times;
mod told;
mod unfinished;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use payments::Name;

use crate::{failure::Failure, output::Output, recorded::JournalUrl};

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
    /// anything is sent under its reference, or left to a person where it cannot be looked up.
    /// About a top-up nothing is asked: the question could be a new sale
    #[arg(long, requires = "day")]
    pub(crate) adopt: bool,
}

pub(crate) async fn run(arguments: ReconcileArguments, output: &Output) -> Result<(), Failure> {
    match arguments.report.day {
        Some(day) => day::run(day, arguments, output).await,
        None => unfinished::run(arguments, output).await,
    }
}
