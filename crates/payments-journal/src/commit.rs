//! A commit is one round trip: an intent's row, the steps of its history and what the application is told are one command, all of it or nothing.
//!
//! PostgreSQL runs it as one statement whose parts hand on the row's number. SQLite has no such statement, but its driver runs a text of several in
//! one go. Parts and arguments are the same for both.

use sqlx::{Any, any::AnyArguments, query::Query};

use crate::database::Dialect;

/// A command with its arguments.
pub(crate) type Bound<'q> = Query<'q, Any, AnyArguments<'q>>;

/// What is sent to the database to write one row of `journal_intent`, and more if it was written.
#[derive(Debug)]
pub(crate) struct Commit {
    /// By itself.
    pub(crate) alone: String,
    /// As a part of a transaction.
    pub(crate) within: String,
}

impl Commit {
    /// `row` writes the row or does not, and `same` finds the one that was written. In what is written with it, `{from}` is where its `id` is
    /// from.
    pub(crate) fn new(dialect: Dialect, row: &str, same: &str, more: &[&str]) -> Self {
        match dialect {
            Dialect::Postgres => {
                let parts = more.iter().enumerate().map(|(number, part)| {
                    let part = part.replace("{from}", "FROM written WHERE TRUE");
                    format!(", part{number} AS ({part})")
                });
                let parts: String = parts.collect();
                let sql = format!(
                    "WITH written AS ({row} RETURNING id, provider, reference){parts} SELECT id FROM written"
                );
                Self {
                    alone: sql.clone(),
                    within: sql,
                }
            }
            Dialect::Sqlite => {
                // Each statement looks whether the one before it has written.
                let from = format!("FROM journal_intent WHERE {same} AND changes() > 0");
                let parts = more
                    .iter()
                    .map(|part| format!("; {}", part.replace("{from}", &from)));
                let parts: String = parts.collect();
                let sql = format!("{row} RETURNING id{parts}");
                Self {
                    alone: format!("BEGIN IMMEDIATE; {sql}; COMMIT"),
                    within: sql,
                }
            }
        }
    }
}
