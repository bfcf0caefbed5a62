//! Handing out what the application is told.

use serde::Serialize;

use super::batch::Batch;

/// Where a change stands in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) reference: String,
    pub(crate) account: String,
    pub(crate) number: i64,
}

/// What is done with a change.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Handing {
    pub(super) job: i64,
    pub(super) reference: String,
    pub(super) account: String,
    pub(super) number: i64,
    /// When it was due until now; none: whenever that was.
    was_due: Option<i64>,
    /// When it is due next; none: it is taken away.
    due: Option<i64>,
    /// By how many its attempts grow.
    attempts: i64,
}

impl Handing {
    /// Given to somebody, if nobody was faster.
    pub(crate) fn out(place: Place, was_due: i64, until: i64) -> Self {
        Self::new(place, Some(was_due), Some(until), 1)
    }

    /// Due at another time.
    pub(crate) fn put_off(place: Place, until: i64) -> Self {
        Self::new(place, None, Some(until), 0)
    }

    /// Handled for good.
    pub(crate) fn done(place: Place) -> Self {
        Self::new(place, None, None, 0)
    }

    fn new(place: Place, was_due: Option<i64>, due: Option<i64>, attempts: i64) -> Self {
        Self {
            job: 0,
            reference: place.reference,
            account: place.account,
            number: place.number,
            was_due,
            due,
            attempts,
        }
    }
}

/// How a [`Handing`] is written.
pub(super) fn batch() -> Batch {
    const SAME: &str =
        "reference = NEW.reference AND account = NEW.account AND number = NEW.number";
    Batch {
        name: "journal_hand",
        numbers: &["number", "was_due", "due", "attempts"],
        texts: &["reference", "account"],
        when: format!(
            "EXISTS (SELECT 1 FROM journal_outbox WHERE {SAME} AND (NEW.was_due IS NULL OR due_at = NEW.was_due))"
        ),
        first: format!(
            "UPDATE journal_outbox SET due_at = NEW.due, attempts = attempts + NEW.attempts \
             WHERE {SAME} AND NEW.due IS NOT NULL AND (NEW.was_due IS NULL OR due_at = NEW.was_due)"
        ),
        first_if: "NEW.due IS NOT NULL",
        rest: vec![format!(
            "DELETE FROM journal_outbox WHERE {SAME} AND NEW.due IS NULL"
        )],
    }
}
