//! What the application is told: at least once, in order per reference.

use std::time::Duration;

use chrono::{DateTime, Utc};
use payments_core::Reference;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row as _;

use crate::{
    entry::{Reason, State},
    error::{Result, readable},
    journal::Journal,
    kind::Kind,
    row::later,
    store::Tx,
    stored::time,
};

/// A change of an intent's state or status, written in the same commit as the change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// What to acknowledge; the same at every delivery.
    pub id: i64,
    /// Who did it.
    pub provider: String,
    /// The merchant's reference.
    pub reference: Reference,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct What {
    /// By what: the step of the history (`sent`, `asked`, `callback`, `decided`, …), `charge` of a mandate, or `unknown_reference`, a callback about
    /// nothing that is recorded.
    pub cause: String,
    /// What the intent is about.
    pub kind: Option<Kind>,
    /// Its state now.
    pub state: Option<State>,
    /// Its status now, in lower case.
    pub status: Option<String>,
    /// Its state before.
    pub state_before: Option<State>,
    /// Its status before.
    pub status_before: Option<String>,
    /// Why a person is needed.
    pub reason: Option<Reason>,
    /// What was told, where it is no change of a recorded intent.
    pub news: Option<Value>,
}

/// How far the application is behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Lag {
    /// How many changes are not acknowledged.
    pub count: i64,
    /// When the oldest of them happened.
    pub oldest: Option<DateTime<Utc>>,
}

/// The lease of what nobody has taken yet.
pub(crate) const FREE: i64 = i64::MIN;

impl Journal {
    /// Up to `limit` changes that are nobody else's for the time of `lease`: of each reference only the oldest, so that a later one never
    /// overtakes it. One that is not acknowledged in time comes again.
    pub async fn changes(&self, limit: u32, lease: Duration) -> Result<Vec<Change>> {
        let now = self.now();
        let skip = match self.0.database.skip_locked() {
            "" => "",
            _ => "FOR UPDATE OF o SKIP LOCKED",
        };
        let sql = format!(
            "WITH due AS MATERIALIZED (SELECT o.id FROM journal_outbox AS o WHERE o.leased_until <= $2 AND NOT EXISTS (SELECT 1 FROM \
             journal_outbox AS e WHERE e.provider = o.provider AND e.reference = o.reference AND e.id < o.id) ORDER BY o.id LIMIT $3 {skip}) \
             UPDATE journal_outbox SET leased_until = $1 WHERE id IN (SELECT id FROM due) RETURNING id, provider, reference, created_at, event"
        );
        let rows = sqlx::query(&sql)
            .bind(later(now, lease).timestamp_millis())
            .bind(now.timestamp_millis())
            .bind(i64::from(limit))
            .fetch_all(self.0.database.pool())
            .await?;
        let mut changes = Vec::with_capacity(rows.len());
        for row in rows {
            let reference: String = row.try_get("reference")?;
            let event: String = row.try_get("event")?;
            changes.push(Change {
                id: row.try_get("id")?,
                provider: row.try_get("provider")?,
                reference: readable("reference", reference.try_into())?,
                at: time(row.try_get("created_at")?)?,
                what: readable("event", serde_json::from_str(&event))?,
            });
        }
        changes.sort_by_key(|change| change.id);
        Ok(changes)
    }

    /// The application has taken a change in, for good. Doing so twice is no harm.
    pub async fn acknowledge(&self, change: i64) -> Result<()> {
        sqlx::query("DELETE FROM journal_outbox WHERE id = $1")
            .bind(change)
            .execute(self.0.database.pool())
            .await?;
        Ok(())
    }

    /// How many changes are not acknowledged, and since when: watch it.
    pub async fn lag(&self) -> Result<Lag> {
        let row = sqlx::query("SELECT COUNT(*), MIN(created_at) FROM journal_outbox")
            .fetch_one(self.0.database.pool())
            .await?;
        let oldest: Option<i64> = row.try_get(1)?;
        Ok(Lag {
            count: row.try_get(0)?,
            oldest: oldest.map(time).transpose()?,
        })
    }
}

pub(crate) async fn put(
    tx: &mut Tx,
    provider: &str,
    reference: &str,
    at: DateTime<Utc>,
    event: &Value,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO journal_outbox (provider, reference, created_at, leased_until, event) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(provider)
    .bind(reference)
    .bind(at.timestamp_millis())
    .bind(FREE)
    .bind(event.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
