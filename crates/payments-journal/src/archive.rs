//! What is finished for long is made small. It stays as long as the journal: it is what refuses a repeat.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::{
    error::{Error, Result},
    journal::Journal,
    list::Record,
    note::Note,
    row::Row,
    store::{self, Tx},
    stored,
};

impl Journal {
    /// Archives up to `batch` intents that were finished or refused before a time: hands each over with its history, then takes history and
    /// callbacks away in one commit. Tells how many; call it until it tells 0.
    ///
    /// Reference, fingerprint, amount and last answer stay: the same reference is still never sent twice. If `keep` fails, or the program dies, nothing
    /// was taken away, and the same intents come again.
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
        let rows = sqlx::query(&sql)
            .bind(finished_before.timestamp_millis())
            .bind(i64::from(batch))
            .fetch_all(self.0.database.pool())
            .await
            .map_err(Error::from)?;
        let mut old = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = stored::read(row)?;
            keep(&self.with_history(row.entry.clone()).await?)?;
            old.push(row);
        }
        let mut tx = self.0.database.begin().await?;
        let mut archived = 0;
        for row in old {
            archived += u32::from(self.shrink(&mut tx, row).await?);
        }
        tx.commit().await.map_err(Error::from)?;
        Ok(archived)
    }

    async fn shrink(&self, tx: &mut Tx, row: Row) -> Result<bool> {
        let mut new = row.clone();
        new.version = new.version.saturating_add(1);
        new.entry.archived = true;
        new.whole = false;
        if let Value::Object(request) = &row.request {
            // What late news is checked against, and asked by.
            let kept = ["reference", "method", "amount", "cost"];
            let kept = request
                .iter()
                .filter(|(name, _)| kept.contains(&name.as_str()))
                .map(|(name, value)| (name.clone(), value.clone()));
            new.request = Value::Object(kept.collect());
        }
        let note = Note::new("archived", json!({}));
        let database = &self.0.database;
        if !database.replace(&mut **tx, &row, &new, &note).await? {
            // Somebody changed it meanwhile: another time.
            return Ok(false);
        }
        sqlx::query("DELETE FROM journal_history WHERE intent_id = $1 AND version < $2")
            .bind(row.entry.id)
            .bind(new.version)
            .execute(&mut **tx)
            .await?;
        sqlx::query("DELETE FROM journal_inbox WHERE provider = $1 AND reference = $2")
            .bind(row.entry.provider.as_str())
            .bind(row.entry.reference.as_str())
            .execute(&mut **tx)
            .await?;
        Ok(true)
    }
}
