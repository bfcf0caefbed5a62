//! Looking up what has no callback: payments that stay pending, and active mandates.

use std::{collections::BTreeSet, convert::Infallible, time::Duration};

use chrono::{DateTime, Utc};
use payments_core::{Account, ChargeProof, ErrorKind, News, jakarta, observe};

use super::{Providers, round::Round};
use crate::{
    error::{Error, Result},
    intent::{Entry, LastError, State, later},
    journal::Journal,
    list::Filter,
};

/// Active mandates are looked up once a day: their customers may have cancelled them.
const DAILY: Duration = Duration::from_secs(24 * 60 * 60);

impl Journal {
    /// Looks up pending intents and active mandates for ever, if the options say so.
    pub(super) async fn keep_asking(&self, providers: &Providers) -> Infallible {
        let Some((_, every)) = self.0.options.ask_pending else {
            return std::future::pending().await;
        };
        loop {
            if let Err(error) = self.ask_about_living(providers).await {
                observe::journal_failed(&error);
            }
            // What becomes due in between waits a little longer.
            self.sleep(every.min(DAILY) / 10 + self.0.options.idle)
                .await;
        }
    }

    /// Looks up once every pending intent and active mandate that is due according to
    /// [`Options::ask_pending`](crate::Options::ask_pending), and nothing without that option.
    /// Returns how many it looked up. [`recover`](Self::recover) does this repeatedly.
    ///
    /// An account whose provider does not answer is skipped until the next time, and does not hold
    /// up others.
    ///
    /// # Errors
    /// It only looks up: no error moves money. [`Error::Database`]: call it again.
    pub async fn ask_about_living(&self, providers: &Providers) -> Result<u64> {
        let mut asked = 0;
        // Providers that do not answer now: each further lookup would take a whole time-out.
        let mut away = BTreeSet::new();
        for mut filter in living() {
            loop {
                let page = self.list(&filter).await?;
                let Some(last) = page.last() else {
                    break;
                };
                filter = filter.after(last);
                for entry in page {
                    if away.contains(&entry.account) {
                        continue;
                    }
                    match self.ask_if_due(providers, &entry).await {
                        Ok(Some(answered)) => {
                            asked += 1;
                            if answered.error.as_ref().is_some_and(is_away) {
                                away.insert(entry.account);
                            }
                        }
                        Ok(None) => {}
                        // It concerns only this account or this row.
                        Err(error) if error.is_lasting() && !matches!(error, Error::Closed) => {
                            observe::journal_failed(&error);
                        }
                        Err(error) => return Err(error),
                    }
                }
            }
        }
        Ok(asked)
    }

    /// Looks one up, if it is due and there is a client.
    async fn ask_if_due(&self, providers: &Providers, entry: &Entry) -> Result<Option<Entry>> {
        if !self.is_due(entry) {
            return Ok(None);
        }
        let Some(worker) = providers.get(&entry.account, entry.kind) else {
            return Ok(None);
        };
        self.admit(worker.account()).await?;
        // Meanwhile a callback may have arrived, or another process may have looked it up.
        let row = self.row(&entry.account, &entry.reference).await?;
        let lives = matches!(row.entry.state, State::Pending | State::Finished);
        if !lives || !self.is_due(&row.entry) {
            return Ok(None);
        }
        // The provider may no longer support the method.
        let Ok(deed) = worker.take_up(&row) else {
            return Ok(None);
        };
        let settlement = deed.settlement();
        let again = later(row.entry.updated_at, settlement.minimum_pause);
        let may_ask =
            deed.can_ask() && again <= self.now() && self.may_be_asked(&row, &settlement).is_ok();
        if !may_ask {
            return Ok(None);
        }
        self.wait_for_budget(worker.account()).await;
        let round = Round::of(&row.entry, false);
        let row = round.watch(self.ask_quietly(row, &*deed)).await?;
        Ok(Some(row.entry))
    }

    async fn wait_for_budget(&self, account: &Account) {
        let budget = self.budget(account.id());
        while let Err(free_at) = budget.take(self.now()) {
            let wait = (free_at - self.now()).to_std().unwrap_or_default();
            self.sleep(wait).await;
        }
    }

    /// Whether a pending intent or active mandate is due for a lookup.
    fn is_due(&self, entry: &Entry) -> bool {
        self.asked_from(entry).is_some_and(|due| due <= self.now())
    }

    /// The time from which a pending intent or active mandate is looked up, if the options say so.
    pub(super) fn asked_from(&self, entry: &Entry) -> Option<DateTime<Utc>> {
        let (after, every) = self.0.options.ask_pending?;
        let again = later(entry.updated_at, every);
        Some(match entry.state {
            State::Pending => again.max(later(entry.created_at, after)),
            _ => again.max(charged_at(entry)),
        })
    }
}

/// Intents with an answer that may get a newer one: pending ones, and active mandates.
pub(super) fn living() -> [Filter; 2] {
    let pending = Filter::new().state(State::Pending);
    let active = Filter::new().state(State::Finished).active();
    [pending, active]
}

/// Whether the error concerns the provider rather than the intent.
fn is_away(error: &LastError) -> bool {
    matches!(
        error.kind,
        ErrorKind::Connect
            | ErrorKind::Timeout
            | ErrorKind::Interrupted
            | ErrorKind::Unavailable
            | ErrorKind::RateLimited
            | ErrorKind::Unauthorized
    )
}

/// When there may be news of an active mandate: after the day of its next charge, while a claim
/// waits for confirmation, and otherwise once a day.
fn charged_at(entry: &Entry) -> DateTime<Utc> {
    let daily = later(entry.updated_at, DAILY);
    let Some(News::Mandate(mandate)) = &entry.answer else {
        return daily;
    };
    let mut charges = mandate.charges.iter();
    if charges.any(|charge| charge.proof == ChargeProof::Claimed) {
        return entry.updated_at;
    }
    let next = mandate.next_charge_on.map(jakarta::bounds);
    let day_after = next.map(|day| day.end);
    day_after.map_or(daily, |time| daily.min(time))
}
