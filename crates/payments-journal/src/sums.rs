//! The totals of a day, in one account.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use payments_core::{AccountId, Currency, Kind, Money, Status, jakarta};
use serde::Serialize;

use crate::{
    error::{Error, Result, readable},
    journal::Journal,
    store::Argument,
};

/// How many instructions of a kind reached a status on a day, and their total amount.
///
/// ```
/// use payments_journal::Sum;
///
/// fn line(sum: &Sum) -> String {
///     format!("{} {:?}: {} of {:?}", sum.kind, sum.status, sum.count, sum.amount)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Sum {
    /// Their kind.
    pub kind: Kind,
    /// Their status as known now; `None` if nothing happened.
    pub status: Option<Status>,
    /// How many.
    pub count: i64,
    /// Their total amount, where the requests state amounts. For bills and top-ups it is what the
    /// customer pays, not the cost.
    pub amount: Option<Money>,
}

impl Journal {
    /// Totals of what was finished or refused on a day in Jakarta, in one account, by kind, status
    /// and currency. Compare them with the provider's report of that day. Charges of mandates are
    /// not included. It reads everything that is recorded, so do not call it every second.
    ///
    /// ```
    /// use payments_core::AccountId;
    /// use payments_journal::{Error, Journal};
    ///
    /// async fn report(journal: &Journal, account: &AccountId) -> Result<(), Error> {
    ///     let day = payments_core::jakarta::day(journal.now());
    ///     for sum in journal.sums(account, day).await? {
    ///         println!("{} {:?}: {} of {:?}", sum.kind, sum.status, sum.count, sum.amount);
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn sums(&self, account: &AccountId, day: NaiveDate) -> Result<Vec<Sum>> {
        let day = jakarta::bounds(day);
        let sql = "SELECT kind, status, amount, currency, COUNT(*) FROM journal_intent \
            WHERE account = $1 AND finished_at >= $2 AND finished_at < $3 \
            GROUP BY kind, status, amount, currency";
        let arguments: Vec<Argument> = vec![
            account.as_str().into(),
            day.start.timestamp_millis().into(),
            day.end.timestamp_millis().into(),
        ];
        type Key = (String, Option<String>, Option<String>);
        let mut sums: BTreeMap<Key, (i64, Option<Money>)> = BTreeMap::new();
        for row in self.0.database.rows(sql.to_owned(), arguments).await? {
            let currency: Option<String> = row.try_get(3)?;
            let count: i64 = row.try_get(4)?;
            let each = match (row.try_get::<Option<String>>(2)?, &currency) {
                (Some(amount), Some(currency)) => Some(money(&amount, currency)?),
                _ => None,
            };
            let sum = sums.entry((row.try_get(0)?, row.try_get(1)?, currency));
            let (counted, amount) = sum.or_default();
            *counted += count;
            *amount = match (*amount, each.map(|each| times(each, count)).transpose()?) {
                (Some(before), Some(more)) => Some(before.checked_add(more).ok_or_else(too_much)?),
                (before, more) => before.or(more),
            };
        }
        let read = |((kind, status, _), (count, amount)): (Key, _)| {
            let kind = Kind::read(&kind).ok_or_else(|| Error::Unreadable("kind".into()))?;
            let status = status.map(|word| Status::read(kind, &word));
            Ok(Sum {
                kind,
                status,
                count,
                amount,
            })
        };
        sums.into_iter().map(read).collect()
    }
}

fn money(amount: &str, currency: &str) -> Result<Money> {
    let currency: Currency = readable("currency", currency.parse())?;
    let amount = readable("amount", amount.parse())?;
    readable("amount", Money::new(amount, currency))
}

fn times(each: Money, count: i64) -> Result<Money> {
    let amount = each
        .amount()
        .checked_mul(count.into())
        .ok_or_else(too_much)?;
    readable("amount", Money::new(amount, each.currency()))
}

fn too_much() -> Error {
    Error::Unreadable("amount".into())
}
