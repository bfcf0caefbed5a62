//! The outbox: changes for the application, at least once, in order per reference.

use std::time::Duration;

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Provider, Reference};
use serde::Serialize;

use crate::{
    error::{Result, readable},
    intent::{What, later},
    journal::Journal,
    store::{Argument, Cells, Handing, Place, time},
};

/// A change of an intent's state or status, written in the same commit as the change.
///
/// ```
/// use payments_journal::Change;
///
/// /// By this key a reader notices that a change is handed out again.
/// fn key(change: &Change) -> String {
///     format!("{}/{}/{}", change.account, change.reference, change.number)
/// }
///
/// fn handle(change: &Change) {
///     // Exactly one change of each payment, bill and charge returns its money.
///     if let Some(money) = change.what.money_came() {
///         println!("fulfil {}: {money} came", change.reference);
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The provider.
    pub provider: Provider,
    /// The account.
    pub account: AccountId,
    /// The merchant's reference. For news that names none, the provider's id of its subject, or
    /// `-`.
    pub reference: Reference,
    /// Grows within a reference. Account, reference and number together identify the change at
    /// every delivery; a number is never used twice.
    pub number: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// How often it was handed out, including this time.
    pub attempts: i64,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// How far behind the application is.
///
/// ```
/// use payments_journal::{Error, Journal};
///
/// async fn is_late(journal: &Journal) -> Result<bool, Error> {
///     let lag = journal.lag().await?;
///     let age = lag.oldest.map(|oldest| journal.now() - oldest);
///     Ok(lag.stuck > 0 || age.is_some_and(|age| age.num_minutes() > 5))
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Lag {
    /// How many changes are not acknowledged.
    pub count: i64,
    /// When the oldest of them happened.
    pub oldest: Option<DateTime<Utc>>,
    /// How many of them were handed out [`STUCK`](Change::STUCK) times or more.
    pub stuck: i64,
}

/// How many due changes are read for each that is taken, so that concurrent processes rarely take
/// the same ones.
const SPREAD: u32 = 2;

/// The oldest of each reference, so that a later change never overtakes it.
const FIRST: &str = "NOT EXISTS (SELECT 1 FROM journal_outbox AS e WHERE e.reference = o.reference AND e.account = o.account AND e.number < o.number)";

const COLUMNS: &str =
    "o.reference, o.account, o.number, o.created_at, o.due_at, o.attempts, o.event";

impl Change {
    /// After this many attempts a change counts as stuck: its handler will probably not succeed
    /// without help.
    pub const STUCK: i64 = 5;

    fn place(&self) -> Place {
        Place {
            reference: self.reference.to_string(),
            account: self.account.clone(),
            number: self.number,
        }
    }
}

impl Journal {
    /// Up to `limit` changes, reserved for the caller for the time of `lease`: of each reference
    /// only the oldest, so that a later one never overtakes it. A change that is not acknowledged
    /// in time comes again.
    ///
    /// Changes that were never handed out come first; repeated ones fill the rest.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use payments_journal::{Error, Journal};
    ///
    /// /// A worker of the application. `payments_axum::run` is a ready one.
    /// async fn handle_all(journal: &Journal) -> Result<(), Error> {
    ///     for change in journal.changes(100, Duration::from_secs(60)).await? {
    ///         match change.what.money_came() {
    ///             Some(money) => println!("{}: {money} came", change.reference),
    ///             None => println!("{} is {:?}", change.reference, change.what.status),
    ///         }
    ///         // Without this, it comes again after 60 seconds.
    ///         journal.acknowledge(&change).await?;
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// It sends nothing. [`Error::Database`](crate::Error::Database): what was reserved comes again
    /// after the lease.
    #[doc(alias = "outbox")]
    pub async fn changes(&self, limit: u32, lease: Duration) -> Result<Vec<Change>> {
        let mut changes = self.fresh_changes(limit, lease).await?;
        let taken = u32::try_from(changes.len()).unwrap_or(limit);
        changes.extend(
            self.repeated_changes(limit.saturating_sub(taken), lease)
                .await?,
        );
        changes.sort_by(|a, b| (a.at, &a.reference, a.number).cmp(&(b.at, &b.reference, b.number)));
        Ok(changes)
    }

    /// As [`changes`](Self::changes), but only those that were never handed out.
    ///
    /// # Errors
    /// As [`changes`](Self::changes).
    pub async fn fresh_changes(&self, limit: u32, lease: Duration) -> Result<Vec<Change>> {
        let which = format!("o.attempts = 0 AND {FIRST} ORDER BY o.due_at");
        self.hand_out(&which, limit, lease).await
    }

    /// As [`changes`](Self::changes), but only those that were handed out before and not
    /// acknowledged.
    ///
    /// # Errors
    /// As [`changes`](Self::changes).
    pub async fn repeated_changes(&self, limit: u32, lease: Duration) -> Result<Vec<Change>> {
        let which = format!("o.attempts > 0 AND o.due_at <= $2 AND {FIRST} ORDER BY o.due_at");
        self.hand_out(&which, limit, lease).await
    }

    async fn hand_out(&self, which: &str, limit: u32, lease: Duration) -> Result<Vec<Change>> {
        if limit == 0 {
            return Ok(Vec::new());
        }
        let now = self.now();
        let sql = format!("SELECT {COLUMNS} FROM journal_outbox AS o WHERE {which} LIMIT $1");
        let arguments: Vec<Argument> = vec![
            i64::from(limit.saturating_mul(SPREAD)).into(),
            now.timestamp_millis().into(),
        ];
        let mut rows = self.0.database.rows(sql, arguments).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        if rows.len() > limit {
            let places = u64::try_from(rows.len() - limit).unwrap_or_default();
            let skipped = self.dice() % places.saturating_add(1);
            rows.drain(..usize::try_from(skipped).unwrap_or_default());
            rows.truncate(limit);
        }
        let until = later(now, lease).timestamp_millis();
        let mut changes = Vec::with_capacity(rows.len());
        let mut handings = Vec::with_capacity(rows.len());
        for row in &rows {
            let change = read(row)?;
            handings.push(Handing::out(change.place(), row.try_get("due_at")?, until));
            changes.push(change);
        }
        let mine = self.0.database.hand(handings).await?;
        let mine = changes.into_iter().zip(mine).filter(|(_, mine)| *mine);
        Ok(mine
            .map(|(change, _)| Change {
                attempts: change.attempts.saturating_add(1),
                ..change
            })
            .collect())
    }

    /// Records that the application has handled a change. Calling it twice does no harm.
    ///
    /// # Errors
    /// It sends nothing: no error moves money. After [`Error::Database`](crate::Error::Database) it
    /// may or may not be written: call it again.
    pub async fn acknowledge(&self, change: &Change) -> Result<()> {
        let done = Handing::done(change.place());
        self.0.database.hand(vec![done]).await.map(drop)
    }

    /// Records that the application could not handle a change now: it comes again after a pause,
    /// and no later change of its reference comes before it.
    ///
    /// # Errors
    /// It sends nothing: no error moves money. After [`Error::Database`](crate::Error::Database) it
    /// may or may not be written: call it again.
    pub async fn put_off(&self, change: &Change, pause: Duration) -> Result<()> {
        let until = later(self.now(), pause).timestamp_millis();
        let later = Handing::put_off(change.place(), until);
        self.0.database.hand(vec![later]).await.map(drop)
    }

    /// The changes that were handed out [`STUCK`](Change::STUCK) times or more and are not
    /// acknowledged, up to `limit`, the oldest first.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn stuck(&self, limit: u32) -> Result<Vec<Change>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM journal_outbox AS o WHERE o.attempts > 0 AND o.attempts >= $1 ORDER BY o.created_at, o.reference LIMIT $2"
        );
        let arguments: Vec<Argument> = vec![Change::STUCK.into(), i64::from(limit).into()];
        let rows = self.0.database.rows(sql, arguments).await?;
        rows.iter().map(read).collect()
    }

    /// How many changes are not acknowledged, and since when. Monitor this.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn lag(&self) -> Result<Lag> {
        let sql = format!(
            "SELECT COUNT(*), MIN(created_at), COUNT(CASE WHEN attempts >= {} THEN 1 END) FROM journal_outbox",
            Change::STUCK
        );
        let Some(row) = self.0.database.row(sql, Vec::new()).await? else {
            return Ok(Lag {
                count: 0,
                oldest: None,
                stuck: 0,
            });
        };
        let oldest: Option<i64> = row.try_get(1)?;
        Ok(Lag {
            count: row.try_get(0)?,
            oldest: oldest.map(time).transpose()?,
            stuck: row.try_get(2)?,
        })
    }
}

fn read(row: &Cells) -> Result<Change> {
    let reference: String = row.try_get("reference")?;
    let event: String = row.try_get("event")?;
    let account: AccountId = row.try_get("account")?;
    Ok(Change {
        provider: account.provider(),
        account,
        reference: readable("reference", reference.try_into())?,
        number: row.try_get("number")?,
        at: time(row.try_get("created_at")?)?,
        attempts: row.try_get("attempts")?,
        what: readable("event", serde_json::from_str(&event))?,
    })
}
