//! The commit of an intent: its row in the place of the version it was made of, the steps of its history, the callback that is counted
//! with it, and what the application is told. All of it or nothing.

use chrono::{DateTime, Utc};
use payments_core::Event;
use serde::Serialize;
use serde_json::Value;

use super::{batch::Batch, json, stored::Trouble, text};
use crate::{answer, entry::Entry, note::Note, row::Row};

/// What is written of an intent in one commit.
#[derive(Debug, Serialize)]
pub(crate) struct Commit {
    pub(super) job: i64,
    pub(super) reference: String,
    pub(super) account: String,
    /// The version it was decided on; none: nothing is recorded under the reference.
    replaces: Option<i64>,
    /// Only if no callback told of the reference before.
    unless_told: i64,
    at: i64,
    #[serde(flatten)]
    row: Option<Columns>,
    first_version: Option<i64>,
    first_what: Option<&'static str>,
    first_detail: Option<String>,
    second_version: Option<i64>,
    second_what: Option<&'static str>,
    second_detail: Option<String>,
    event: Option<String>,
    event_key: Option<String>,
    outcome: Option<&'static str>,
    news: Option<String>,
    /// Takes away history and callbacks.
    shrinks: i64,
}

/// A row of `journal_intent`, but for its key.
#[derive(Debug, Serialize)]
struct Columns {
    version: i64,
    kind: &'static str,
    state: &'static str,
    status: Option<String>,
    amount: Option<String>,
    currency: Option<String>,
    due_at: Option<i64>,
    lease: Option<String>,
    sends: i64,
    asks: i64,
    created_at: i64,
    updated_at: i64,
    finished_at: Option<i64>,
    round_at: i64,
    archived: i64,
    whole: i64,
    request: String,
    fingerprint: String,
    progress: String,
    answer: Option<String>,
    trouble: String,
}

/// A callback that is counted with a commit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) event: &'a Event,
    /// What became of it, in a word.
    pub(crate) outcome: &'static str,
}

impl Commit {
    /// A new intent, with one step of its history or two.
    pub(crate) fn record(row: &Row, first: &Note, second: Option<&Note>) -> Self {
        let version = row.version - i64::from(second.is_some());
        let mut commit = Self::of(row, None).step(version, first);
        if let Some(second) = second {
            commit.second_version = Some(row.version);
            commit.second_what = Some(second.what);
            commit.second_detail = Some(second.detail.to_string());
        }
        commit
    }

    /// An intent in the place of the version that `old` is.
    pub(crate) fn replace(old: &Row, new: &Row, note: &Note) -> Self {
        let event = note.tells(old, new).map(|event| event.to_string());
        Self {
            event,
            ..Self::of(new, Some(old.version)).step(new.version, note)
        }
    }

    /// An intent of which only the lease is another: no step of its history.
    pub(crate) fn lease(old: &Row, new: &Row) -> Self {
        Self::of(new, Some(old.version))
    }

    /// A callback that changes no intent: none is recorded (`None`), or it tells nothing new of this version.
    pub(crate) fn heard(
        told: Told<'_>,
        version: Option<i64>,
        at: DateTime<Utc>,
        event: Option<&Value>,
    ) -> Self {
        let Event { provider, news, .. } = told.event;
        Self {
            event: event.map(Value::to_string),
            ..Self::empty(news.reference().as_str(), provider.as_str(), version, at)
        }
        .counting(told)
    }

    /// Counts a callback with it.
    pub(crate) fn counting(mut self, told: Told<'_>) -> Self {
        self.event_key = Some(text(&told.event.key));
        self.outcome = Some(told.outcome);
        self.news = Some(text(&answer::stored(&told.event.news).to_string()));
        self
    }

    /// Only if no callback told of the reference before.
    pub(crate) fn unless_told(mut self) -> Self {
        self.unless_told = 1;
        self
    }

    /// Takes away the history before it, and the callbacks.
    pub(crate) fn shrinking(mut self) -> Self {
        self.shrinks = 1;
        self
    }

    fn of(row: &Row, replaces: Option<i64>) -> Self {
        let entry = &row.entry;
        let (reference, at) = (entry.reference.as_str(), entry.updated_at);
        Self {
            row: Some(Columns::of(row)),
            ..Self::empty(reference, &entry.provider, replaces, at)
        }
    }

    fn empty(reference: &str, account: &str, replaces: Option<i64>, at: DateTime<Utc>) -> Self {
        Self {
            job: 0,
            reference: reference.to_owned(),
            account: account.to_owned(),
            replaces,
            unless_told: 0,
            at: at.timestamp_millis(),
            row: None,
            first_version: None,
            first_what: None,
            first_detail: None,
            second_version: None,
            second_what: None,
            second_detail: None,
            event: None,
            event_key: None,
            outcome: None,
            news: None,
            shrinks: 0,
        }
    }

    fn step(mut self, version: i64, note: &Note) -> Self {
        self.first_version = Some(version);
        self.first_what = Some(note.what);
        self.first_detail = Some(note.detail.to_string());
        self
    }
}

impl Columns {
    fn of(row: &Row) -> Self {
        let entry = &row.entry;
        Self {
            version: row.version,
            kind: entry.kind.as_str(),
            state: entry.state.as_str(),
            status: entry.status.as_ref().map(|status| text(status.as_str())),
            amount: entry
                .amount
                .map(|money| money.amount().normalize().to_string()),
            currency: entry.amount.map(|money| money.currency().to_string()),
            due_at: entry.due_at.map(rounded_up),
            lease: row.lease.clone(),
            sends: entry.sends,
            asks: entry.asks,
            created_at: entry.created_at.timestamp_millis(),
            updated_at: entry.updated_at.timestamp_millis(),
            finished_at: entry.finished_at.map(rounded_up),
            round_at: row.round_at.timestamp_millis(),
            archived: i64::from(entry.archived),
            whole: i64::from(row.whole),
            request: row.request.to_string(),
            fingerprint: json(&row.fingerprint),
            progress: json(&row.progress),
            answer: entry.answer.as_ref().map(Value::to_string),
            trouble: trouble(entry),
        }
    }
}

/// What is due must not be taken before it is.
pub(super) fn rounded_up(time: DateTime<Utc>) -> i64 {
    let part = i64::from(time.timestamp_subsec_nanos() % 1_000_000 > 0);
    time.timestamp_millis() + part
}

fn trouble(entry: &Entry) -> String {
    json(&Trouble {
        reason: entry.reason,
        error: entry.error.clone(),
    })
}

/// The columns of `journal_intent`, its key first.
pub(super) const COLUMNS: &str = "reference, account, version, kind, state, status, amount, currency, due_at, lease, sends, asks, created_at, \
     updated_at, finished_at, round_at, archived, whole, request, fingerprint, progress, answer, trouble";

/// How many of them never change.
const FIXED: [&str; 7] = [
    "reference",
    "account",
    "kind",
    "amount",
    "currency",
    "created_at",
    "fingerprint",
];

/// How a [`Commit`] is written.
pub(super) fn batch() -> Batch {
    const SAME: &str = "reference = NEW.reference AND account = NEW.account";
    let columns: Vec<_> = COLUMNS.split(", ").map(str::trim).collect();
    let values: Vec<_> = columns.iter().map(|name| format!("NEW.{name}")).collect();
    let changed: Vec<_> = columns
        .iter()
        .filter(|name| !FIXED.contains(name))
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    Batch {
        name: "journal_commit",
        numbers: &[
            "replaces",
            "unless_told",
            "at",
            "version",
            "due_at",
            "sends",
            "asks",
            "created_at",
            "updated_at",
            "finished_at",
            "round_at",
            "archived",
            "whole",
            "first_version",
            "second_version",
            "shrinks",
        ],
        texts: &[
            "reference",
            "account",
            "kind",
            "state",
            "status",
            "amount",
            "currency",
            "lease",
            "request",
            "fingerprint",
            "progress",
            "answer",
            "trouble",
            "first_what",
            "first_detail",
            "second_what",
            "second_detail",
            "event",
            "event_key",
            "outcome",
            "news",
        ],
        when: format!(
            "(NEW.event_key IS NULL OR NOT EXISTS (SELECT 1 FROM journal_inbox WHERE {SAME} AND event_key = NEW.event_key)) \
             AND (NEW.unless_told = 0 OR NOT EXISTS (SELECT 1 FROM journal_inbox WHERE {SAME})) \
             AND CASE WHEN NEW.replaces IS NULL THEN NOT EXISTS (SELECT 1 FROM journal_intent WHERE {SAME}) \
             ELSE EXISTS (SELECT 1 FROM journal_intent WHERE {SAME} AND version = NEW.replaces) END"
        ),
        // Where nothing is replaced, a row that is there is replaced by nothing.
        first: format!(
            "INSERT INTO journal_intent ({COLUMNS}) SELECT {} WHERE NEW.version IS NOT NULL \
             ON CONFLICT (reference, account) DO UPDATE SET {} WHERE journal_intent.version = NEW.replaces",
            values.join(", "),
            changed.join(", ")
        ),
        first_if: "NEW.version IS NOT NULL",
        rest: vec![
            // Not passed over if it is there: then another process was faster, and none of this commit is true.
            "INSERT INTO journal_inbox (reference, account, event_key, received_at, outcome, news) \
             SELECT NEW.reference, NEW.account, NEW.event_key, NEW.at, NEW.outcome, NEW.news WHERE NEW.event_key IS NOT NULL"
                .to_owned(),
            "INSERT INTO journal_history (reference, account, version, at, what, detail) \
             SELECT NEW.reference, NEW.account, NEW.first_version, NEW.at, NEW.first_what, NEW.first_detail WHERE NEW.first_what IS NOT NULL"
                .to_owned(),
            "INSERT INTO journal_history (reference, account, version, at, what, detail) \
             SELECT NEW.reference, NEW.account, NEW.second_version, NEW.at, NEW.second_what, NEW.second_detail WHERE NEW.second_what IS NOT NULL"
                .to_owned(),
            // Changes of an intent are numbered by its versions. What is told before an intent is recorded comes before all of them.
            format!(
                "INSERT INTO journal_outbox (reference, account, number, created_at, due_at, attempts, event) \
                 SELECT NEW.reference, NEW.account, COALESCE(NEW.version, (SELECT COUNT(*) FROM journal_inbox WHERE {SAME}) - 1000000000), \
                 NEW.at, NEW.at, 0, NEW.event WHERE NEW.event IS NOT NULL"
            ),
            format!(
                "DELETE FROM journal_history WHERE {SAME} AND version < NEW.version AND NEW.shrinks = 1"
            ),
            format!("DELETE FROM journal_inbox WHERE {SAME} AND NEW.shrinks = 1"),
        ],
    }
}
