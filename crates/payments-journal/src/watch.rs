//! What those who watch are told: a span per round of an intent, and how much is open.

use std::{collections::BTreeMap, convert::Infallible, future::Future, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::observe::{self, IntentWatch};
use serde::Serialize;
use sqlx::Row as _;
use tracing::Instrument;

use crate::{
    entry::Entry, error::Result, journal::Journal, providers::Providers, row::Row, stored::time,
};

/// How often workers tell how much is open.
const TELL: Duration = Duration::from_secs(15);

/// What was sent to a provider, and nobody knows what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Unknowns {
    /// To whom.
    pub provider: String,
    /// How many intents.
    pub count: i64,
    /// When the oldest of them was recorded.
    pub oldest: DateTime<Utc>,
}

impl Journal {
    /// Of how many intents nobody knows what became of them, by provider, and since when: watch it. Those that a person must decide about are
    /// among them.
    pub async fn unknowns(&self) -> Result<Vec<Unknowns>> {
        // What can have had no effect is known; an answer is a status; what was refused is in neither state.
        let rows = sqlx::query(
            "SELECT provider, COUNT(*), MIN(created_at) FROM journal_intent WHERE state IN ('open', 'needs_attention') AND status IS NULL \
             AND progress NOT LIKE '{\"phase\":\"ready\"%' GROUP BY provider ORDER BY provider",
        )
        .fetch_all(self.0.database.pool())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Unknowns {
                    provider: row.try_get(0)?,
                    count: row.try_get(1)?,
                    oldest: time(row.try_get(2)?)?,
                })
            })
            .collect()
    }

    /// Tells metrics how much is open and how far the application is behind. [`recover`](Self::recover) does it every 15 s.
    pub async fn tell_metrics(&self, providers: &Providers) -> Result<()> {
        let now = self.now();
        let mut open: BTreeMap<_, _> = providers
            .served()
            .into_iter()
            .map(|(provider, _)| (provider.to_owned(), (0, 0)))
            .collect();
        for unknowns in self.unknowns().await? {
            let told = (
                few(unknowns.count),
                few((now - unknowns.oldest).num_seconds()),
            );
            open.insert(unknowns.provider, told);
        }
        for (provider, (count, age)) in open {
            observe::UNKNOWN_INTENTS.set([&provider], count);
            observe::UNKNOWN_AGE.set([&provider], age);
        }
        let lag = self.lag().await?;
        let age = lag.oldest.map_or(TimeDelta::zero(), |oldest| now - oldest);
        observe::OUTBOX_CHANGES.set([], few(lag.count));
        observe::OUTBOX_AGE.set([], few(age.num_seconds()));
        Ok(())
    }

    /// Tells metrics for ever, if there are any. A database that is away is no news here: the lanes wait for it.
    pub(crate) async fn keep_telling(&self, providers: &Providers) -> Infallible {
        if !observe::ENABLED {
            return std::future::pending().await;
        }
        loop {
            let _ = self.tell_metrics(providers).await;
            self.sleep(TELL).await;
        }
    }
}

fn few(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}

/// A round of an intent, watched.
pub(crate) struct Round {
    watch: IntentWatch,
    sends: i64,
    asks: i64,
}

impl Round {
    /// A round that begins where the intent stands. `begun`: its first send was recorded with it.
    pub(crate) fn of(entry: &Entry, begun: bool) -> Self {
        Self {
            watch: observe::intent(&entry.provider, entry.kind.as_str(), &entry.reference),
            sends: entry.sends - i64::from(begun),
            asks: entry.asks,
        }
    }

    pub(crate) async fn watch(self, round: impl Future<Output = Result<Row>>) -> Result<Row> {
        let result = round.instrument(self.watch.span()).await;
        match &result {
            Ok(Row { entry, .. }) => self.watch.end(
                entry.outcome.map_or("answered", |outcome| outcome.as_str()),
                entry.status.as_ref().map(|status| status.as_str()),
                few(entry.sends - self.sends),
                few(entry.asks - self.asks),
            ),
            // What the journal could not write down may have happened.
            Err(_) => self.watch.end("unknown", None, 0, 0),
        }
        result
    }
}
