//! The commit of an intent: its row in the place of the version it was made of, the steps of its
//! history, the callback that is counted with it, and what the application is told. All of it or
//! nothing.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use payments_core::{Event, Reference};

use super::{
    batch::{Batch, Part, Write},
    json,
    stored::Trouble,
    text,
};
use crate::intent::{Entry, Note, Row, What, written};

/// What is written of an intent in one commit.
#[derive(Debug)]
pub(crate) struct Commit(Write);

/// A callback that is counted with a commit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) account: &'a str,
    pub(crate) event: &'a Event,
    /// What it is filed under.
    pub(crate) about: &'a Reference,
    /// What became of it, in a word.
    pub(crate) outcome: &'static str,
}

impl Commit {
    /// A new intent, with one step of its history or two.
    pub(crate) fn record(row: &Row, first: &Note, second: Option<&Note>) -> Self {
        let version = row.version - i64::from(second.is_some());
        let commit = Self::of(row, None).step(version, first);
        match second {
            None => commit,
            Some(second) => commit.with(|write| {
                write
                    .set("second_version", row.version)
                    .set("second_what", second.step.as_str())
                    .set("second_detail", second.detail.to_string())
            }),
        }
    }

    /// An intent in the place of the version that `old` is.
    pub(crate) fn replace(old: &Row, new: &Row, note: &Note) -> Self {
        let event = note.tells(old, new).map(|event| json(&event));
        Self::of(new, Some(old.version))
            .step(new.version, note)
            .with(|write| write.set("event", event))
    }

    /// An intent of which nothing changes that is worth a step of its history: its lease, when it
    /// was asked for.
    pub(crate) fn without_step(old: &Row, new: &Row) -> Self {
        Self::of(new, Some(old.version))
    }

    /// A callback that changes no intent: none is recorded (`None`), or it tells nothing new of
    /// this version.
    pub(crate) fn heard(
        told: Told<'_>,
        version: Option<i64>,
        at: DateTime<Utc>,
        event: Option<&What>,
    ) -> Self {
        Self::new(told.about.as_str(), told.account, version, at)
            .with(|write| write.set("event", event.map(json)))
            .counting(told)
    }

    /// Counts a callback with it.
    pub(crate) fn counting(self, told: Told<'_>) -> Self {
        let news = written(&told.event.news).to_string();
        self.with(|write| {
            write
                .set("event_key", text(&told.event.key))
                .set("outcome", told.outcome)
                .set("news", text(&news))
        })
    }

    /// Only if no callback told of the reference before.
    pub(crate) fn unless_told(self) -> Self {
        self.with(|write| write.set("unless_told", 1))
    }

    /// Takes away the history before it, and the callbacks.
    pub(crate) fn shrinking(self) -> Self {
        self.with(|write| write.set("shrinks", 1))
    }

    pub(super) fn into_write(self) -> Write {
        self.0
    }

    fn of(row: &Row, replaces: Option<i64>) -> Self {
        let entry = &row.entry;
        let (reference, at) = (entry.reference.as_str(), entry.updated_at);
        Self::new(reference, &entry.account, replaces, at).with(|write| columns(row, write))
    }

    /// A commit that was decided on a version; on none: nothing is recorded under the reference.
    fn new(reference: &str, account: &str, replaces: Option<i64>, at: DateTime<Utc>) -> Self {
        let write = Write::new(&BATCH)
            .set("reference", reference)
            .set("account", account)
            .set("platform", platform_of(account))
            .set("replaces", replaces)
            .set("unless_told", 0)
            .set("shrinks", 0)
            .set("at", at.timestamp_millis());
        Self(write)
    }

    fn with(self, change: impl FnOnce(Write) -> Write) -> Self {
        Self(change(self.0))
    }

    fn step(self, version: i64, note: &Note) -> Self {
        self.with(|write| {
            write
                .set("first_version", version)
                .set("first_what", note.step.as_str())
                .set("first_detail", note.detail.to_string())
        })
    }
}

/// The account whose callbacks tell of this one, too: that of the platform, where it is a
/// sub-account.
fn platform_of(account: &str) -> &str {
    account.split('+').next().unwrap_or_default()
}

/// A row of `journal_intent`, but for its key.
fn columns(row: &Row, write: Write) -> Write {
    let entry = &row.entry;
    let amount = entry
        .amount
        .map(|money| money.amount().normalize().to_string());
    write
        .set("version", row.version)
        .set("kind", entry.kind.as_str())
        .set("state", entry.state.as_str())
        .set(
            "status",
            entry.status.as_ref().map(|status| text(status.as_str())),
        )
        .set("amount", amount)
        .set(
            "currency",
            entry.amount.map(|money| money.currency().to_string()),
        )
        .set("due_at", entry.due_at.map(rounded_up))
        .set("lease", row.lease.clone())
        .set("sends", entry.sends)
        .set("asks", entry.asks)
        .set("created_at", entry.created_at.timestamp_millis())
        .set("updated_at", entry.updated_at.timestamp_millis())
        .set("finished_at", entry.finished_at.map(rounded_up))
        .set("round_at", row.round_at.timestamp_millis())
        .set("archived", i64::from(entry.archived))
        .set("whole", i64::from(row.whole))
        .set("request", row.request.to_string())
        .set("fingerprint", json(&row.fingerprint))
        .set("progress", json(&row.progress))
        .set(
            "answer",
            entry
                .answer
                .as_ref()
                .map(|answer| written(answer).to_string()),
        )
        .set("trouble", trouble(entry))
}

/// What is due must not be taken before it is.
pub(super) fn rounded_up(time: DateTime<Utc>) -> i64 {
    let part = i64::from(!time.timestamp_subsec_nanos().is_multiple_of(1_000_000));
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
pub(super) static BATCH: LazyLock<Batch> = LazyLock::new(batch);

fn batch() -> Batch {
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
            "platform",
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
             AND (NEW.unless_told = 0 OR NOT EXISTS (SELECT 1 FROM journal_inbox WHERE reference = NEW.reference AND account IN (NEW.account, NEW.platform))) \
             AND CASE WHEN NEW.replaces IS NULL THEN NOT EXISTS (SELECT 1 FROM journal_intent WHERE {SAME}) \
             ELSE EXISTS (SELECT 1 FROM journal_intent WHERE {SAME} AND version = NEW.replaces) END"
        ),
        // A new row is refused by the row that is there; that of another version by its version.
        look_if: "NEW.version IS NULL OR NEW.event_key IS NOT NULL OR NEW.unless_told = 1",
        // Where nothing is replaced, a row that is there is replaced by nothing.
        first: Part {
            only_if: "NEW.version IS NOT NULL",
            sql: format!(
                "INSERT INTO journal_intent ({COLUMNS}) SELECT {} WHERE {{if}} \
                 ON CONFLICT (reference, account) DO UPDATE SET {} WHERE journal_intent.version = NEW.replaces",
                values.join(", "),
                changed.join(", ")
            ),
        },
        rest: vec![
            // Not passed over if it is there: then another process was faster, and none of this
            // commit is true.
            Part {
                only_if: "NEW.event_key IS NOT NULL",
                sql: "INSERT INTO journal_inbox (reference, account, event_key, received_at, outcome, news) \
                      SELECT NEW.reference, NEW.account, NEW.event_key, NEW.at, NEW.outcome, NEW.news WHERE {if}"
                    .to_owned(),
            },
            Part {
                only_if: "NEW.first_what IS NOT NULL",
                sql: "INSERT INTO journal_history (reference, account, version, at, what, detail) \
                      SELECT NEW.reference, NEW.account, NEW.first_version, NEW.at, NEW.first_what, NEW.first_detail WHERE {if}"
                    .to_owned(),
            },
            Part {
                only_if: "NEW.second_what IS NOT NULL",
                sql: "INSERT INTO journal_history (reference, account, version, at, what, detail) \
                      SELECT NEW.reference, NEW.account, NEW.second_version, NEW.at, NEW.second_what, NEW.second_detail WHERE {if}"
                    .to_owned(),
            },
            // Changes of an intent are numbered by its versions. What is told before an intent is
            // recorded comes before all of them.
            Part {
                only_if: "NEW.event IS NOT NULL",
                sql: format!(
                    "INSERT INTO journal_outbox (reference, account, number, created_at, due_at, attempts, event) \
                     SELECT NEW.reference, NEW.account, COALESCE(NEW.version, (SELECT COUNT(*) FROM journal_inbox WHERE {SAME}) - 1000000000), \
                     NEW.at, NEW.at, 0, NEW.event WHERE {{if}}"
                ),
            },
            Part {
                only_if: "NEW.shrinks = 1",
                sql: format!("DELETE FROM journal_history WHERE {SAME} AND version < NEW.version AND {{if}}"),
            },
            Part {
                only_if: "NEW.shrinks = 1",
                sql: format!("DELETE FROM journal_inbox WHERE {SAME} AND {{if}}"),
            },
        ],
    }
}
