//! Rows in and out of the database. Every write names the version it replaces.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::{Any, Row as _, Transaction};

use crate::{
    database::Database,
    entry::Entry,
    error::{Error, Result},
    kind::Kind,
    note::Note,
    row::Row,
    stored::{Trouble, read},
};

pub(crate) type Tx = Transaction<'static, Any>;

const COLUMNS: &str = "id, version, provider, reference, kind, state, status, amount, currency, due_at, lease, sends, asks, created_at, \
     updated_at, finished_at, round_at, archived, whole, request, fingerprint, progress, answer, trouble";

impl Database {
    pub(crate) async fn find(&self, provider: &str, reference: &str) -> Result<Option<Row>> {
        let row = sqlx::query(&select("provider = $1 AND reference = $2"))
            .bind(provider)
            .bind(reference)
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

    /// Writes a row in the place of the version it was made of, with a step of its history and what the application is told. False:
    /// somebody else was faster, and nothing was written.
    pub(crate) async fn replace(&self, old: &Row, new: &Row, note: &Note) -> Result<bool> {
        let mut tx = self.begin().await?;
        let written = replace(&mut tx, old, new, note).await?;
        if written {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
        Ok(written)
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

/// Records a new intent; `None` if the reference is recorded already.
pub(crate) async fn insert(tx: &mut Tx, row: &Row, notes: &[Note]) -> Result<Option<i64>> {
    let numbers: Vec<_> = (1..=23).map(|number| format!("${number}")).collect();
    let columns = COLUMNS.trim_start_matches("id, ");
    let sql = format!(
        "INSERT INTO journal_intent ({columns}) VALUES ({}) ON CONFLICT (provider, reference) DO NOTHING RETURNING id",
        numbers.join(", ")
    );
    let entry = &row.entry;
    let inserted = sqlx::query(&sql)
        .bind(row.version)
        .bind(entry.provider.as_str())
        .bind(entry.reference.as_str())
        .bind(entry.kind.as_str())
        .bind(entry.state.as_str())
        .bind(entry.status.as_ref().map(|status| text(status.as_str())))
        .bind(
            entry
                .amount
                .map(|money| money.amount().normalize().to_string()),
        )
        .bind(entry.amount.map(|money| money.currency().to_string()))
        .bind(millis(entry.due_at))
        .bind(row.lease.as_deref())
        .bind(entry.sends)
        .bind(entry.asks)
        .bind(entry.created_at.timestamp_millis())
        .bind(entry.updated_at.timestamp_millis())
        .bind(millis(entry.finished_at))
        .bind(row.round_at.timestamp_millis())
        .bind(i64::from(entry.archived))
        .bind(i64::from(row.whole))
        .bind(row.request.to_string())
        .bind(json(&row.fingerprint))
        .bind(json(&row.progress))
        .bind(entry.answer.as_ref().map(Value::to_string))
        .bind(trouble(entry))
        .fetch_all(&mut **tx)
        .await?;
    let Some(inserted) = inserted.first() else {
        return Ok(None);
    };
    let id = inserted.try_get(0)?;
    let first = row.version - i64::try_from(notes.len()).unwrap_or_default() + 1;
    history(tx, id, first, entry.updated_at, notes).await?;
    Ok(Some(id))
}

/// As [`Database::replace`], within a transaction.
pub(crate) async fn replace(tx: &mut Tx, old: &Row, new: &Row, note: &Note) -> Result<bool> {
    let entry = &new.entry;
    let written = sqlx::query(
        "UPDATE journal_intent SET version = $3, state = $4, status = $5, due_at = $6, lease = $7, sends = $8, asks = $9, updated_at = $10, \
         finished_at = $11, round_at = $12, archived = $13, whole = $14, request = $15, progress = $16, answer = $17, trouble = $18 \
         WHERE id = $1 AND version = $2",
    )
    .bind(entry.id)
    .bind(old.version)
    .bind(new.version)
    .bind(entry.state.as_str())
    .bind(entry.status.as_ref().map(|status| text(status.as_str())))
    .bind(millis(entry.due_at))
    .bind(new.lease.as_deref())
    .bind(entry.sends)
    .bind(entry.asks)
    .bind(entry.updated_at.timestamp_millis())
    .bind(millis(entry.finished_at))
    .bind(new.round_at.timestamp_millis())
    .bind(i64::from(entry.archived))
    .bind(i64::from(new.whole))
    .bind(new.request.to_string())
    .bind(json(&new.progress))
    .bind(entry.answer.as_ref().map(Value::to_string))
    .bind(trouble(entry))
    .execute(&mut **tx)
    .await?;
    if written.rows_affected() != 1 {
        return Ok(false);
    }
    history(
        tx,
        entry.id,
        new.version,
        entry.updated_at,
        std::slice::from_ref(note),
    )
    .await?;
    let before = (old.entry.state, &old.entry.status);
    // A mandate stays active from charge to charge.
    let charged = next_charge(&old.entry) != next_charge(entry);
    if before != (entry.state, &entry.status) || charged {
        let event = json!({
            "cause": note.what,
            "kind": entry.kind,
            "state": entry.state,
            "status": entry.status,
            "state_before": before.0,
            "status_before": before.1,
            "reason": entry.reason,
        });
        tell(tx, new, &event).await?;
    }
    Ok(true)
}

/// Writes down some steps, one after the other from a version on, in one statement: each is a round trip.
async fn history(
    tx: &mut Tx,
    id: i64,
    first: i64,
    at: DateTime<Utc>,
    notes: &[Note],
) -> Result<()> {
    let steps = (0..notes.len()).map(|step| {
        let [version, what, detail] = [3, 4, 5].map(|place| place + 3 * step);
        format!("($1, ${version}, $2, ${what}, ${detail})")
    });
    let sql = format!(
        "INSERT INTO journal_history (intent_id, version, at, what, detail) VALUES {}",
        steps.collect::<Vec<_>>().join(", ")
    );
    let mut query = sqlx::query(&sql).bind(id).bind(at.timestamp_millis());
    for (version, note) in (first..).zip(notes) {
        query = query
            .bind(version)
            .bind(note.what)
            .bind(note.detail.to_string());
    }
    query.execute(&mut **tx).await?;
    Ok(())
}

fn next_charge(entry: &Entry) -> Option<&Value> {
    entry.answer.as_ref()?.get("next_charge_on")
}

/// Puts an event into the outbox.
async fn tell(tx: &mut Tx, row: &Row, event: &Value) -> Result<()> {
    let entry = &row.entry;
    let (provider, reference) = (entry.provider.as_str(), entry.reference.as_str());
    crate::outbox::put(tx, provider, reference, entry.updated_at, event).await
}

/// Rounded up: what is due must not be taken before it is.
fn millis(time: Option<DateTime<Utc>>) -> Option<i64> {
    time.map(|time| {
        let part = i64::from(time.timestamp_subsec_nanos() % 1_000_000 > 0);
        time.timestamp_millis() + part
    })
}

fn trouble(entry: &Entry) -> String {
    json(&Trouble {
        reason: entry.reason,
        error: entry.error.clone(),
    })
}

/// Our own types always have a form in JSON.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Text that comes from outside: PostgreSQL takes no NUL.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}
