//! Observability: a span per round of an intent, and metrics of what is open.

use std::{collections::BTreeMap, convert::Infallible, sync::PoisonError, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{AccountId, observe};
use serde::Serialize;

use crate::{
    accounts::Unserved,
    error::Result,
    journal::Journal,
    store::{UNFINISHED, time},
    work::Providers,
};

/// How often workers report how much is open.
const TELL: Duration = Duration::from_secs(15);

/// Intents that were sent and whose outcome is unknown.
///
/// ```
/// use payments_journal::Unknowns;
///
/// fn tell(unknowns: &Unknowns) {
///     println!("{}: {} since {}", unknowns.account, unknowns.count, unknowns.oldest);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Unknowns {
    /// The account.
    pub account: AccountId,
    /// How many intents.
    pub count: i64,
    /// When the oldest of them was recorded.
    pub oldest: DateTime<Utc>,
}

impl Journal {
    /// How many intents have an unknown outcome, by account, and since when. Monitor this. A person
    /// must decide about some of them, and about others whose answer does not match: those are in
    /// the state [`NeedsAttention`](crate::State::NeedsAttention).
    ///
    /// ```
    /// use payments_journal::{Error, Journal};
    ///
    /// async fn is_alarming(journal: &Journal) -> Result<bool, Error> {
    ///     let unknowns = journal.unknowns().await?;
    ///     Ok(unknowns
    ///         .iter()
    ///         .any(|account| (journal.now() - account.oldest).num_minutes() > 15))
    /// }
    /// ```
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn unknowns(&self) -> Result<Vec<Unknowns>> {
        // Left out: intents that cannot have had an effect, that have a status, or that were
        // refused.
        let sql = format!(
            "SELECT account, COUNT(*), MIN(created_at) FROM journal_intent WHERE {UNFINISHED} AND state IN ('open', 'needs_attention') \
             AND status IS NULL AND progress NOT LIKE '{{\"phase\":\"ready\"%' GROUP BY account ORDER BY account",
        );
        let rows = self.0.database.rows(sql, Vec::new()).await?;
        rows.iter()
            .map(|row| {
                Ok(Unknowns {
                    account: row.try_get(0)?,
                    count: row.try_get(1)?,
                    oldest: time(row.try_get(2)?)?,
                })
            })
            .collect()
    }

    /// Reports to the metrics how much is open and how far behind the application is.
    /// [`recover`](Self::recover) does this every 15 s.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn tell_metrics(&self, providers: &Providers) -> Result<()> {
        let now = self.now();
        let mut all = self.told_of(providers);
        for unknowns in self.unknowns().await? {
            let open = all.entry(unknowns.account).or_default();
            open.unknown = few(unknowns.count);
            open.age = few((now - unknowns.oldest).num_seconds());
        }
        for (account, count) in self.attention().await? {
            all.entry(account).or_default().attention = few(count);
        }
        for Unserved { account, count } in self.unserved(providers).await? {
            all.entry(account).or_default().unserved = few(count);
        }
        for (account, open) in &all {
            let account = account.as_str();
            observe::UNKNOWN_INTENTS.set([account], open.unknown);
            observe::UNKNOWN_AGE.set([account], open.age);
            observe::ATTENTION_INTENTS.set([account], open.attention);
            observe::UNSERVED_INTENTS.set([account], open.unserved);
        }
        self.remember(all.into_keys());
        let lag = self.lag().await?;
        let age = lag.oldest.map_or(TimeDelta::zero(), |oldest| now - oldest);
        observe::OUTBOX_CHANGES.set([], few(lag.count));
        observe::OUTBOX_AGE.set([], few(age.num_seconds()));
        observe::OUTBOX_STUCK.set([], few(lag.stuck));
        Ok(())
    }

    /// How many intents of each account need a person.
    async fn attention(&self) -> Result<Vec<(AccountId, i64)>> {
        let sql = format!(
            "SELECT account, COUNT(*) FROM journal_intent WHERE {UNFINISHED} AND state = 'needs_attention' GROUP BY account",
        );
        let rows = self.0.database.rows(sql, Vec::new()).await?;
        rows.iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect()
    }

    fn remember(&self, accounts: impl Iterator<Item = AccountId>) {
        let mut told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.extend(accounts);
    }

    /// Starts with zero for the accounts that are served, and for those reported before.
    fn told_of(&self, providers: &Providers) -> BTreeMap<AccountId, Open> {
        let told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
        let served = providers.listed();
        let served = served.map(|(account, _)| account.clone());
        served
            .chain(told.iter().cloned())
            .map(|account| (account, Open::default()))
            .collect()
    }

    /// Reports metrics for ever, if they are enabled.
    pub(crate) async fn keep_telling(&self, providers: &Providers) -> Infallible {
        if !observe::ENABLED {
            return std::future::pending().await;
        }
        loop {
            if let Err(error) = self.tell_metrics(providers).await {
                observe::journal_failed(&error);
            }
            self.sleep(TELL).await;
        }
    }
}

/// The gauges of one account.
#[derive(Default)]
struct Open {
    unknown: u32,
    /// The age of the oldest unknown outcome, in seconds.
    age: u32,
    attention: u32,
    unserved: u32,
}

/// A count, limited to what a gauge holds.
fn few(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}
