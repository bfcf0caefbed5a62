//! A provider's report of a day against the journal, both ways.

use chrono::NaiveDate;
use futures_util::{StreamExt, stream};
use payments::{AccountId, Name, jakarta};
use payments_journal::{Error, Journal, Lists, Scope};

use super::{
    ReconcileArguments, ReportArguments,
    adopting::Adopting,
    columns, list, rows,
    told::{Found, Telling},
};
use crate::{failure::Failure, output::Output, recorded};

pub(super) async fn run(
    day: NaiveDate,
    arguments: ReconcileArguments,
    output: &Output,
) -> Result<(), Failure> {
    let journal = recorded::open(&arguments.url).await?;
    let report = &arguments.report;
    let account = account(&journal, arguments.provider, report.account.as_deref()).await?;
    let sandbox = arguments.sandbox.as_deref();
    let file = match file(report)? {
        Some((file, columns)) => Some((file, columns::read(columns)?)),
        None => None,
    };
    let lists = (file.as_ref()).map_or(Lists::Created, |(_, columns)| columns.lists);
    let scope = Scope::new(account.clone(), day).lists(lists);
    let mut adopting = match report.adopt {
        true => Some(Adopting::new(&journal, &account, &scope, sandbox)?),
        false => None,
    };
    let mut telling = Telling::new(*output, &account, day, lists);
    let take = async |difference| {
        let adopted = match &mut adopting {
            Some(adopting) => Some(adopting.adopt(&difference).await),
            None => None,
        };
        let found = Found {
            difference,
            adopted,
        };
        telling.difference(found).map_err(Stop::Told)
    };
    let (compared, skipped) = match file {
        Some((file, columns)) => {
            let mut rows = rows::open(file, columns)?;
            let read = stream::iter(&mut rows).map(|row| row.map_err(Stop::Told));
            let compared = journal.compare(&scope, read, take).await?;
            (compared, rows.skipped)
        }
        None => {
            let rows = list::of_day(&account, day, sandbox)?;
            let read = rows.map(|row| row.map_err(Stop::Told));
            (journal.compare(&scope, read, take).await?, 0)
        }
    };
    let is_over = jakarta::bounds(day).end <= journal.now();
    telling.end(&compared, skipped, is_over, report.adopt)
}

/// The file and what its columns mean; `None` if the provider's own list is wanted.
fn file(report: &ReportArguments) -> Result<Option<(&std::path::Path, &std::path::Path)>, Failure> {
    match (&report.file, &report.columns) {
        (Some(file), Some(columns)) => Ok(Some((file, columns))),
        _ if report.list => Ok(None),
        _ => Err(Failure::usage(
            "a day needs --file and --columns, or --list",
        )),
    }
}

/// Whose report it is: of the account that is named, or of the only one.
async fn account(
    journal: &Journal,
    provider: Option<Name>,
    named: Option<&str>,
) -> Result<AccountId, Failure> {
    let known = journal.accounts().await?;
    let fits = |account: &&AccountId| {
        let (whole, name) = (account.as_str(), account.name());
        provider.is_none_or(|provider| account.provider().as_str() == provider.as_str())
            && named.is_none_or(|named| whole == named || name == named)
    };
    let mut fitting = known.iter().filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(account), None) => return Ok(account.clone()),
        (Some(first), Some(second)) => {
            return Err(Failure::usage(format!(
                "several accounts are in the journal: add --account {first} or --account {second}"
            )));
        }
        (None, _) => {}
    }
    // A restored or new journal may not know the account yet.
    match named.map(str::parse) {
        Some(Ok(account)) => Ok(account),
        _ => Err(Failure::usage("the journal has no such account")
            .advise("name it in full, such as --account fazz/live/default")),
    }
}

/// Why a comparison ends before its end.
pub(super) enum Stop {
    Journal(Error),
    Told(Failure),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Journal(error)
    }
}

impl From<Stop> for Failure {
    /// Comparing sends nothing, so nothing is unknown because of it.
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Journal(error) => Self::failed(error.to_string()),
            Stop::Told(failure) => failure,
        }
    }
}
