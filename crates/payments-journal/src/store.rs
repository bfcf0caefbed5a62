//! Finding intents, and taking the one that is due.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use payments_core::Reference;
use serde::Serialize;
use sqlx::{Any, Row as _, Transaction};

use crate::{
    database::Database,
    error::{Error, Result},
    kind::Kind,
    row::Row,
    stored::read,
};

pub(crate) type Tx = Transaction<'static, Any>;

pub(crate) const COLUMNS: &str = "id, version, provider, reference, kind, state, status, amount, currency, due_at, lease, sends, asks, created_at, \
     updated_at, finished_at, round_at, archived, whole, request, fingerprint, progress, answer, trouble";

/// In these words, or SQLite does not see that the index on the states holds what is asked for.
pub(crate) const UNFINISHED: &str = "state <> 'finished'";

impl Database {
    pub(crate) async fn find(&self, provider: &str, reference: &Reference) -> Result<Option<Row>> {
        let row = sqlx::query(&select("provider = $1 AND reference = $2"))
            .bind(provider)
            .bind(reference.as_str())
            .fetch_optional(self.pool())
            .await?;
        row.as_ref().map(read).transpose()
    }

    pub(crate) async fn load(&self, id: i64) -> Result<Row> {
        let row = sqlx::query(&select("id = $1"))
            .bind(id)
            .fetch_optional(self.pool())
            .await?;
        read(row.as_ref().ok_or(Error::NotFound)?)
    }

    /// Leases the intent that is due for longest, if there is one that is served; workers pass over each other.
    pub(crate) async fn take(
        &self,
        served: &[(&str, Kind)],
        lease: &str,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<Row>> {
        let mut any = String::new();
        for index in 0..served.len() {
            let or = if index == 0 { "" } else { " OR " };
            let (provider, kind) = (4 + 2 * index, 5 + 2 * index);
            // Writing to a `String` cannot fail.
            let _ = write!(any, "{or}(provider = ${provider} AND kind = ${kind})");
        }
        if any.is_empty() {
            return Ok(None);
        }
        let skip = self.skip_locked();
        let sql = format!(
            "UPDATE journal_intent SET lease = $1, due_at = $2, version = version + 1 WHERE id = (SELECT id FROM journal_intent \
             WHERE state = 'open' AND due_at <= $3 AND ({any}) ORDER BY due_at, id LIMIT 1 {skip}) RETURNING {COLUMNS}"
        );
        let mut query = sqlx::query(&sql)
            .bind(lease)
            .bind(until.timestamp_millis())
            .bind(now.timestamp_millis());
        for (provider, kind) in served {
            query = query.bind(*provider).bind(kind.as_str());
        }
        let rows = query.fetch_all(self.pool()).await?;
        rows.first().map(read).transpose()
    }

    /// When the next intent is due.
    pub(crate) async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        let row = sqlx::query("SELECT MIN(due_at) FROM journal_intent WHERE state = 'open'")
            .fetch_one(self.pool())
            .await?;
        let due: Option<i64> = row.try_get(0)?;
        Ok(due.and_then(DateTime::from_timestamp_millis))
    }
}

/// The intents for which a condition holds.
pub(crate) fn select(condition: &str) -> String {
    format!("SELECT {COLUMNS} FROM journal_intent WHERE {condition}")
}

/// As [`Database::find`], within a transaction.
pub(crate) async fn find(tx: &mut Tx, provider: &str, reference: &str) -> Result<Option<Row>> {
    let row = sqlx::query(&select("provider = $1 AND reference = $2"))
        .bind(provider)
        .bind(reference)
        .fetch_optional(&mut **tx)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Our own types always have a form in JSON.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Text that comes from outside: PostgreSQL takes no NUL.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}
