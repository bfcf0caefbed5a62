//! What nobody tells of is asked for: payments that stay pending, mandates under which the provider
//! charges.

use std::{convert::Infallible, time::Duration};

use chrono::{DateTime, Utc};
use payments_core::{Account, ChargeProof, News, jakarta, observe};

use super::{Providers, round::Round};
use crate::{
    error::Result,
    intent::{Entry, State, later},
    journal::Journal,
    list::Filter,
};

/// Active mandates are asked for once a day: their customers may have called them off.
const DAILY: Duration = Duration::from_secs(24 * 60 * 60);

impl Journal {
    /// Asks for ever about what lives, if the options say so.
    pub(super) async fn keep_asking(&self, providers: &Providers) -> Infallible {
        let Some((_, every)) = self.0.options.ask_pending else {
            return std::future::pending().await;
        };
        loop {
            if let Err(error) = self.ask_about_living(providers).await {
                observe::journal_failed(&error);
            }
            // What comes due in between waits a little longer.
            self.sleep(every.min(DAILY) / 10 + self.0.options.idle)
                .await;
        }
    }

    /// Asks once about everything that lives and is due to be asked for, as
    /// [`Options::ask_pending`](crate::Options::ask_pending) says; nothing without that. Tells how
    /// many intents it asked for. [`recover`](Self::recover) does it again and again.
    pub async fn ask_about_living(&self, providers: &Providers) -> Result<u64> {
        let mut asked = 0;
        let pending = Filter::new().state(State::Pending);
        let active = Filter::new().state(State::Finished).active();
        for mut filter in [pending, active] {
            loop {
                let page = self.list(&filter).await?;
                let Some(last) = page.last() else {
                    break;
                };
                filter = filter.after(last);
                for entry in &page {
                    asked += u64::from(self.ask_if_due(providers, entry).await?);
                }
            }
        }
        Ok(asked)
    }

    async fn ask_if_due(&self, providers: &Providers, entry: &Entry) -> Result<bool> {
        if !self.is_due(entry) {
            return Ok(false);
        }
        let Some(worker) = providers.get(&entry.account, entry.kind) else {
            return Ok(false);
        };
        self.admit(worker.account()).await?;
        // Meanwhile a callback may have told, or another process asked.
        let row = self.row(&entry.account, &entry.reference).await?;
        let lives = matches!(row.entry.state, State::Pending | State::Finished);
        if !lives || !self.is_due(&row.entry) {
            return Ok(false);
        }
        let Ok(deed) = worker.take_up(&row) else {
            return Ok(false);
        };
        let settlement = deed.settlement();
        let again = later(row.entry.updated_at, settlement.minimum_pause);
        let may_ask =
            deed.can_ask() && again <= self.now() && self.may_be_asked(&row, &settlement).is_ok();
        if !may_ask {
            return Ok(false);
        }
        self.wait_for_budget(worker.account()).await;
        let round = Round::of(&row.entry, false);
        round.watch(self.ask_quietly(row, &*deed)).await?;
        Ok(true)
    }

    async fn wait_for_budget(&self, account: &Account) {
        let budget = self.budget(account.as_str());
        while let Err(free_at) = budget.take(self.now()) {
            let wait = (free_at - self.now()).to_std().unwrap_or_default();
            self.sleep(wait).await;
        }
    }

    /// Whether it is time to ask about what is pending or active.
    fn is_due(&self, entry: &Entry) -> bool {
        let due = self.0.options.ask_pending.map(|(after, every)| {
            let again = later(entry.updated_at, every);
            match entry.state {
                State::Pending => again.max(later(entry.created_at, after)),
                _ => again.max(charged_at(entry)),
            }
        });
        due.is_some_and(|due| due <= self.now())
    }
}

/// When there may be news of an active mandate: after the day of its next charge, while a claim
/// waits to be borne out, and otherwise once a day.
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
