//! Handing out changes to the application.

use std::sync::LazyLock;

use super::batch::{Batch, Statement, Step, Write};
use payments_core::AccountId;

/// The key of a change in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) reference: String,
    pub(crate) account: AccountId,
    pub(crate) number: i64,
}

/// An operation on a change.
#[derive(Debug)]
pub(crate) struct Handing(Write);

impl Handing {
    /// Hands it out, if no other process was faster.
    pub(crate) fn out(place: Place, was_due: i64, until: i64) -> Self {
        Self::new(place, Some(was_due), Some(until), 1)
    }

    /// Makes it due at another time.
    pub(crate) fn put_off(place: Place, until: i64) -> Self {
        Self::new(place, None, Some(until), 0)
    }

    /// Removes it: it is handled.
    pub(crate) fn done(place: Place) -> Self {
        Self::new(place, None, None, 0)
    }

    pub(super) fn into_write(self) -> Write {
        self.0
    }

    /// `was_due`: the expected current due time; none: any. `due`: the next due time; none: it is
    /// removed.
    fn new(place: Place, was_due: Option<i64>, due: Option<i64>, attempts: i64) -> Self {
        let write = Write::new(&BATCH)
            .set("reference", place.reference)
            .set("account", place.account.as_str())
            .set("number", place.number)
            .set("was_due", was_due)
            .set("due", due)
            .set("attempts", attempts);
        Self(write)
    }
}

/// How a [`Handing`] is written.
pub(super) static BATCH: LazyLock<Batch> = LazyLock::new(batch);

fn batch() -> Batch {
    const SAME: &str =
        "reference = NEW.reference AND account = NEW.account AND number = NEW.number";
    let again = "due_at = NEW.due, attempts = attempts + NEW.attempts";
    let update = |condition| {
        let sql = format!("UPDATE journal_outbox SET {again} WHERE {SAME}{condition}");
        Step::Decide(Statement::Other(sql))
    };
    let steps = vec![
        (
            &[("due", true), ("was_due", true)][..],
            update(" AND due_at = NEW.was_due"),
        ),
        (&[("due", true), ("was_due", false)], update("")),
        (
            &[("due", false)],
            Step::Decide(Statement::Other(format!(
                "DELETE FROM journal_outbox WHERE {SAME}"
            ))),
        ),
    ];
    let numbers = ["number", "was_due", "due", "attempts"];
    Batch::new("journal_hand", &numbers, &["reference", "account"], steps)
}
