//! The commit of an intent: its row in place of the version it was made from, the steps of its
//! history, the callback counted with it, and the change for the application. All of it or nothing.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Event, Reference};

use super::{
    batch::{Batch, Statement, Step, Write},
    json,
    stored::Trouble,
    text,
};
use crate::intent::{Entry, Note, Row, What, written};

/// What one commit of an intent writes.
#[derive(Debug)]
pub(crate) struct Commit(Write);

/// A callback counted with a commit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) account: &'a AccountId,
    pub(crate) event: &'a Event,
    /// The reference that it is stored under.
    pub(crate) about: &'a Reference,
    /// The result, as a word.
    pub(crate) outcome: &'static str,
}

impl Commit {
    /// A new intent, with one or two steps of its history.
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

    /// An intent that replaces the version `old`.
    pub(crate) fn replace(old: &Row, new: &Row, note: &Note) -> Self {
        let event = note.tells(&old.entry, &new.entry).map(|event| json(&event));
        Self::of(new, Some(old))
            .step(new.version, note)
            .with(|write| write.set("event", event))
    }

    /// A change of an intent that is not worth a step of its history: its lease, the time of its
    /// last lookup.
    pub(crate) fn without_step(old: &Row, new: &Row) -> Self {
        Self::of(new, Some(old))
    }

    /// A callback that changes no intent: none is recorded (`None`), or it says nothing new about
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

    /// A report lists a reference that is not recorded: it is kept beside the callbacks about
    /// unknown references, and no application is told.
    pub(crate) fn reported(account: &AccountId, reference: &Reference, at: DateTime<Utc>) -> Self {
        Self::new(reference.as_str(), account, None, at).with(|write| {
            write
                .set("event_key", "reported")
                .set("outcome", "reported")
                .set("news", "{}")
        })
    }

    /// Adds a callback to be counted.
    pub(crate) fn counting(self, told: Told<'_>) -> Self {
        let news = written(&told.event.news).to_string();
        self.with(|write| {
            write
                .set("event_key", text(&told.event.key))
                .set("outcome", told.outcome)
                .set("news", text(&news))
        })
    }

    /// Commits only if no callback about the reference has arrived.
    pub(crate) fn unless_told(self) -> Self {
        self.with(|write| {
            let platform = platform_of(write.text("account")).to_owned();
            write.set("platform", platform).set("unless_told", 1)
        })
    }

    /// Deletes the previous history, and the callbacks.
    pub(crate) fn shrinking(self) -> Self {
        self.with(|write| write.set("shrinks", 1))
    }

    pub(super) fn into_write(self) -> Write {
        self.0
    }

    /// The row, replacing `old` if there is one.
    fn of(row: &Row, old: Option<&Row>) -> Self {
        let entry = &row.entry;
        let (reference, at) = (entry.reference.as_str(), entry.updated_at);
        let replaces = old.map(|old| old.version);
        Self::new(reference, &entry.account, replaces, at).with(|write| columns(row, old, write))
    }

    /// A commit that was decided on a version, or on the absence of a record.
    fn new(reference: &str, account: &AccountId, replaces: Option<i64>, at: DateTime<Utc>) -> Self {
        let write = Write::new(&BATCH)
            .set("reference", reference)
            .set("account", account.as_str())
            .set("replaces", replaces)
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

/// The account whose callbacks may be about this one: the platform's, for a sub-account.
fn platform_of(account: &str) -> &str {
    account.split('+').next().unwrap_or_default()
}

/// The columns of `journal_intent` except the key. When replacing, only those that can change.
fn columns(row: &Row, old: Option<&Row>, write: Write) -> Write {
    let entry = &row.entry;
    let fixed = old.is_none();
    let amount = entry.amount.filter(|_| fixed);
    let request = old.is_none_or(|old| old.request != row.request);
    let status = entry.status.as_ref();
    let answer = entry.answer.as_ref();
    write
        .set("kind", fixed.then(|| entry.kind.as_str().to_owned()))
        .set("state", entry.state.as_str())
        .set("status", status.map(|status| text(status.as_str())))
        .set(
            "amount",
            amount.map(|money| money.amount().normalize().to_string()),
        )
        .set("currency", amount.map(|money| money.currency().to_string()))
        .set("lease", row.lease.clone())
        .set("request", request.then(|| row.request.to_string()))
        .set("fingerprint", fixed.then(|| json(&row.fingerprint)))
        .set("progress", json(&row.progress))
        .set("answer", answer.map(|answer| written(answer).to_string()))
        .set("trouble", trouble(entry))
        .set("version", row.version)
        .set("due_at", entry.due_at.map(rounded_up))
        .set("sends", entry.sends)
        .set("asks", entry.asks)
        .set(
            "created_at",
            fixed.then(|| entry.created_at.timestamp_millis()),
        )
        .set("updated_at", entry.updated_at.timestamp_millis())
        .set("finished_at", entry.finished_at.map(rounded_up))
        .set("round_at", row.round_at.timestamp_millis())
        .set("archived", i64::from(entry.archived))
        .set("whole", i64::from(row.whole))
}

/// Rounds up, so that nothing is taken before it is due.
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
pub(super) const COLUMNS: &str = "reference, account, version, kind, state, status, amount, \
    currency, due_at, lease, sends, asks, created_at, updated_at, finished_at, round_at, archived, \
    whole, request, fingerprint, progress, answer, trouble";

/// The columns that are written once, with the row.
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
    let columns = || COLUMNS.split(", ").map(str::trim);
    let row: Vec<_> = columns().map(|name| format!("NEW.{name}")).collect();
    let changed: Vec<_> = columns()
        .filter(|name| !FIXED.contains(name))
        .map(|name| match name {
            // It is passed only if it differs.
            "request" => "request = COALESCE(NEW.request, request)".to_owned(),
            _ => format!("{name} = NEW.{name}"),
        })
        .collect();
    let insert = |into, columns: &str, rows: &[String]| {
        let rows = rows
            .iter()
            .map(|row| format!("NEW.reference, NEW.account, {row}"));
        Step::Write(Statement::Insert {
            into,
            columns: format!("reference, account, {columns}"),
            rows: rows.collect(),
            may_be_there: false,
        })
    };
    let step =
        |name: &&str| format!("NEW.{name}_version, NEW.at, NEW.{name}_what, NEW.{name}_detail");
    let history = |steps: &[&str]| {
        let rows: Vec<_> = steps.iter().map(step).collect();
        insert("journal_history", "version, at, what, detail", &rows)
    };
    let change = "NEW.version, NEW.at, NEW.at, 0, NEW.event".to_owned();
    // Changes of an intent are numbered by its versions. Those from before the intent was recorded
    // come before all of them.
    let early = format!(
        "INSERT INTO journal_outbox (reference, account, number, created_at, due_at, attempts, event) \
         SELECT NEW.reference, NEW.account, COUNT(*) - 1000000000, NEW.at, NEW.at, 0, NEW.event \
         FROM journal_inbox WHERE {SAME}"
    );
    let callback = "NEW.event_key, NEW.at, NEW.outcome, NEW.news".to_owned();
    let steps = vec![
        (
            &[("event_key", true)][..],
            Step::Check(format!(
                "(SELECT COUNT(*) FROM journal_inbox WHERE {SAME} AND event_key = NEW.event_key) = 0"
            )),
        ),
        (
            &[("unless_told", true)],
            Step::Check(
                "(SELECT COUNT(*) FROM journal_inbox WHERE reference = NEW.reference \
                 AND account IN (NEW.account, NEW.platform)) = 0"
                    .to_owned(),
            ),
        ),
        (
            &[("version", false)],
            Step::Check(format!(
                "(SELECT version FROM journal_intent WHERE {SAME}) IS NOT DISTINCT FROM NEW.replaces"
            )),
        ),
        (
            &[("version", true), ("replaces", false)],
            Step::Decide(Statement::Insert {
                into: "journal_intent",
                columns: COLUMNS.to_owned(),
                rows: vec![row.join(", ")],
                may_be_there: true,
            }),
        ),
        (
            &[("version", true), ("replaces", true)],
            Step::Decide(Statement::Other(format!(
                "UPDATE journal_intent SET {} WHERE {SAME} AND version = NEW.replaces",
                changed.join(", ")
            ))),
        ),
        (
            &[("event", true), ("version", false)],
            Step::Write(Statement::Other(early)),
        ),
        // If it exists, another process was faster, and the whole commit is obsolete.
        (
            &[("event_key", true)],
            insert(
                "journal_inbox",
                "event_key, received_at, outcome, news",
                &[callback],
            ),
        ),
        (
            &[("first_what", true), ("second_what", false)],
            history(&["first"]),
        ),
        (&[("second_what", true)], history(&["first", "second"])),
        (
            &[("event", true), ("version", true)],
            insert(
                "journal_outbox",
                "number, created_at, due_at, attempts, event",
                &[change],
            ),
        ),
        (
            &[("shrinks", true)],
            Step::Write(Statement::Other(format!(
                "DELETE FROM journal_history WHERE {SAME} AND version < NEW.version"
            ))),
        ),
        (
            &[("shrinks", true)],
            Step::Write(Statement::Other(format!(
                "DELETE FROM journal_inbox WHERE {SAME}"
            ))),
        ),
    ];
    let numbers = [
        "replaces",
        "unless_told",
        "shrinks",
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
    ];
    let texts = [
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
    ];
    Batch::new("journal_commit", &numbers, &texts, steps)
}
