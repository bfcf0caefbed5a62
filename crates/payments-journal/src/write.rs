//! Writing an intent. Every write names the version it replaces, or that there is none, and takes a step of the history and what the application is
//! told along.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::{Any, Executor, Row as _};

use crate::{
    commit::{Bound, Commit, Parts},
    database::{Database, Dialect},
    entry::Entry,
    error::Result,
    note::Note,
    outbox,
    row::Row,
    store::{COLUMNS, json, text},
    stored::Trouble,
};

/// The two commits, in the words of one database.
#[derive(Debug)]
pub(crate) struct Commits {
    record: Commit,
    replace: Commit,
}

impl Commits {
    pub(crate) fn new(dialect: Dialect) -> Self {
        Self {
            record: recording(dialect),
            replace: replacing(dialect),
        }
    }

    /// What a connection must be told before.
    pub(crate) fn setup(&self) -> String {
        format!("{}{}", self.record.setup, self.replace.setup)
    }
}

/// When an intent is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unless {
    /// Its reference is recorded.
    Recorded,
    /// Its reference is recorded, or a callback told of it.
    Told,
}

impl Database {
    /// Records a new intent, with one step of its history or two, and tells its number.
    pub(crate) async fn record(
        &self,
        row: &Row,
        first: &Note,
        second: Option<&Note>,
        unless: Unless,
    ) -> Result<Option<i64>> {
        let sql = &self.commits().record.sql;
        // To the end: only then it is committed.
        let recorded = record(sql, row, first, second, unless)
            .fetch_all(self.pool())
            .await?;
        let id = recorded.first().map(|row| row.try_get(0)).transpose()?;
        Ok(id)
    }

    /// Writes a row in the place of the version it was made of. False: somebody else was faster, and nothing was written.
    pub(crate) async fn replace(
        &self,
        at: impl Executor<'_, Database = Any>,
        old: &Row,
        new: &Row,
        note: &Note,
    ) -> Result<bool> {
        let sql = &self.commits().replace.sql;
        let written = replace(sql, old, new, note).fetch_all(at).await?;
        Ok(!written.is_empty())
    }
}

fn recording(dialect: Dialect) -> Commit {
    let columns = COLUMNS.trim_start_matches("id, ");
    let values: Vec<_> = (1..=23).map(|number| format!("${number}")).collect();
    let values = values.join(", ");
    let same = "provider = $2 AND reference = $3";
    let when = format!(
        "NOT EXISTS (SELECT 1 FROM journal_intent WHERE {same}) AND ($29 = 1 OR NOT EXISTS (SELECT 1 FROM journal_inbox WHERE {same}))"
    );
    let row = format!(
        "INSERT INTO journal_intent ({columns}) SELECT {values} WHERE {when} ON CONFLICT (provider, reference) DO NOTHING"
    );
    let history = "INSERT INTO journal_history (intent_id, version, at, what, detail) SELECT id, $24, $14, $25, $26 {from} \
                   UNION ALL SELECT id, $24 + 1, $14, $27, $28 {from} AND $27 IS NOT NULL";
    let parts = Parts {
        name: "journal_record",
        arguments: 29,
        when: &when,
        row: &row,
        same,
        more: &[history],
    };
    Commit::new(dialect, &parts)
}

fn record<'q>(
    sql: &'q str,
    row: &Row,
    first: &Note,
    second: Option<&Note>,
    unless: Unless,
) -> Bound<'q> {
    let entry = &row.entry;
    sqlx::query(sql)
        .bind(row.version)
        .bind(entry.provider.clone())
        .bind(entry.reference.as_str().to_owned())
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
        .bind(row.lease.clone())
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
        .bind(row.version - i64::from(second.is_some()))
        .bind(first.what)
        .bind(first.detail.to_string())
        .bind(second.map(|note| note.what))
        .bind(second.map(|note| note.detail.to_string()))
        .bind(i64::from(unless == Unless::Recorded))
}

fn replacing(dialect: Dialect) -> Commit {
    let row = "UPDATE journal_intent SET version = $3, state = $4, status = $5, due_at = $6, lease = $7, sends = $8, asks = $9, \
               updated_at = $10, finished_at = $11, round_at = $12, archived = $13, whole = $14, request = $15, progress = $16, \
               answer = $17, trouble = $18 WHERE id = $1 AND version = $2";
    let history = "INSERT INTO journal_history (intent_id, version, at, what, detail) SELECT id, $3, $10, $19, $20 {from}";
    let event = "INSERT INTO journal_outbox (provider, reference, created_at, leased_until, event) \
                 SELECT provider, reference, $10, $21, $22 {from} AND $22 IS NOT NULL";
    let parts = Parts {
        name: "journal_replace",
        arguments: 22,
        when: "EXISTS (SELECT 1 FROM journal_intent WHERE id = $1 AND version = $2)",
        row,
        same: "id = $1",
        more: &[history, event],
    };
    Commit::new(dialect, &parts)
}

fn replace<'q>(sql: &'q str, old: &Row, new: &Row, note: &Note) -> Bound<'q> {
    let entry = &new.entry;
    sqlx::query(sql)
        .bind(entry.id)
        .bind(old.version)
        .bind(new.version)
        .bind(entry.state.as_str())
        .bind(entry.status.as_ref().map(|status| text(status.as_str())))
        .bind(millis(entry.due_at))
        .bind(new.lease.clone())
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
        .bind(note.what)
        .bind(note.detail.to_string())
        .bind(outbox::FREE)
        .bind(told(old, new, note).map(|event| event.to_string()))
}

/// What the application is told of a change, if anything.
fn told(old: &Row, new: &Row, note: &Note) -> Option<Value> {
    let (old, entry) = (&old.entry, &new.entry);
    let changed = (old.state, &old.status) != (entry.state, &entry.status);
    // A mandate stays active from charge to charge.
    let charged = next_charge(old) != next_charge(entry);
    (changed || charged).then(|| {
        json!({
            "cause": note.what,
            "kind": entry.kind,
            "state": entry.state,
            "status": entry.status,
            "state_before": old.state,
            "status_before": old.status,
            "reason": entry.reason,
        })
    })
}

fn next_charge(entry: &Entry) -> Option<&Value> {
    entry.answer.as_ref()?.get("next_charge_on")
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
