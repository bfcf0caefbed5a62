//! What the workers will do, for operators.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::living::living;
use crate::{
    error::Result,
    intent::{Entry, State},
    journal::Journal,
    list::Filter,
};

/// What the workers will do with an intent, and when.
///
/// ```
/// use payments_journal::{Due, Task};
///
/// fn tell(next: &Due) {
///     match next.task {
///         Task::Finish => println!("{} is finished at {}", next.entry.reference, next.at),
///         _ => println!("{} is looked up at {}", next.entry.reference, next.at),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Due {
    /// The earliest time. It may be later, because of a provider's minimum pause or a used-up
    /// budget.
    pub at: DateTime<Utc>,
    /// What it is.
    pub task: Task,
    /// The intent.
    pub entry: Entry,
}

/// What the workers do with an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Task {
    /// There is no answer yet: they send it or look it up. If a worker holds it now, this is when
    /// others may take it over.
    Finish,
    /// There is an answer, and they look for a newer one: a customer may have paid, a charge may
    /// have been made ([`Options::ask_pending`](crate::Options::ask_pending)).
    Ask,
}

impl Journal {
    /// What the workers will do until a time, the earliest first, including what is overdue. It
    /// reads everything that is open, pending or active, so do not call it every second.
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use payments_journal::Journal;
    ///
    /// async fn next_hour(journal: &Journal) -> payments_journal::Result<()> {
    ///     for next in journal.due(journal.now() + TimeDelta::hours(1)).await? {
    ///         println!("{}: {:?} {}", next.at, next.task, next.entry.reference);
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn due(&self, until: DateTime<Utc>) -> Result<Vec<Due>> {
        let mut due = Vec::new();
        let open = Filter::new().state(State::Open).due_by(until);
        for mut filter in [open].into_iter().chain(living()) {
            loop {
                let page = self.list(&filter).await?;
                let Some(last) = page.last() else {
                    break;
                };
                filter = filter.after(last);
                due.extend(page.into_iter().filter_map(|entry| self.next_of(entry)));
            }
        }
        due.retain(|next| next.at <= until);
        due.sort_by_key(|next| next.at);
        Ok(due)
    }

    fn next_of(&self, entry: Entry) -> Option<Due> {
        let (at, task) = match entry.state {
            State::Open => (entry.due_at?, Task::Finish),
            _ => (self.asked_from(&entry)?, Task::Ask),
        };
        Some(Due { at, task, entry })
    }
}
