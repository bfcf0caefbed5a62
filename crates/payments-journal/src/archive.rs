//! Archiving: finished rows are reduced in size. They are kept for as long as the journal, because
//! they refuse a repeat.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use serde_json::json;

use crate::{
    error::{Error, Result},
    intent::{Note, Row, Step, essence},
    journal::Journal,
    list::Record,
    store::{self, Commit},
};

impl Journal {
    /// Archives up to `batch` intents that were finished or refused before a time: passes each with
    /// its history to `keep`, then deletes its history and callbacks. Returns how many; call it
    /// until it returns 0.
    ///
    /// Reference, fingerprint, amount and last answer are kept: the same reference is still never
    /// sent twice. If `keep` fails or the program dies, nothing was deleted, and the same intents
    /// come again.
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use payments_journal::Journal;
    ///
    /// /// Keeps what was finished a month ago as lines of JSON, and makes its rows small.
    /// async fn monthly(
    ///     journal: &Journal,
    ///     file: &mut impl std::io::Write,
    /// ) -> Result<u32, Box<dyn std::error::Error>> {
    ///     let month_ago = journal.now() - TimeDelta::days(30);
    ///     let mut all = 0;
    ///     loop {
    ///         let archived = journal
    ///             .archive(month_ago, 100, |record| -> Result<(), Box<dyn std::error::Error>> {
    ///                 Ok(writeln!(file, "{}", record.line())?)
    ///             })
    ///             .await?;
    ///         all += archived;
    ///         if archived == 0 {
    ///             return Ok(all);
    ///         }
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// It sends nothing. The error of `keep`, or [`Error::Database`]: nothing was deleted of what
    /// was not passed to `keep`.
    pub async fn archive<E: From<Error>>(
        &self,
        finished_before: DateTime<Utc>,
        batch: u32,
        mut keep: impl FnMut(&Record) -> Result<(), E>,
    ) -> Result<u32, E> {
        let sql = store::select(
            "archived = 0 AND finished_at IS NOT NULL AND finished_at < $1 AND state IN ('finished', 'refused') \
             ORDER BY finished_at LIMIT $2",
        );
        let arguments = vec![
            finished_before.timestamp_millis().into(),
            i64::from(batch).into(),
        ];
        let rows = self.0.database.rows(sql, arguments).await?;
        let mut old = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = store::read(row)?;
            keep(&self.with_history(row.clone()).await?)?;
            old.push(row);
        }
        let shrunk = join_all(old.into_iter().map(|row| self.shrink(row))).await;
        let mut archived = 0;
        for one in shrunk {
            archived += u32::from(one?);
        }
        Ok(archived)
    }

    /// False: the row was changed meanwhile, and is archived another time.
    async fn shrink(&self, row: Row) -> Result<bool> {
        let mut new = row.clone();
        new.version = new.version.saturating_add(1);
        new.entry.archived = true;
        new.whole = false;
        new.request = Arc::new(essence(row.entry.kind, &row.request));
        let note = Note::new(Step::Archived, json!({}));
        let commit = Commit::replace(&row, &new, &note).shrinking();
        self.0.database.commit(commit).await
    }
}
