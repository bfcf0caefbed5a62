//! The workers, which finish whatever is due, on any machine.

use std::{future::Future, pin::pin, time::Duration};

use chrono::{DateTime, Utc};
use futures_util::future::{Either, join, join_all, select};
use payments_core::{AccountId, Kind, observe};
use serde_json::Value;
use tokio::sync::watch;

use super::{Providers, round::Round};
use crate::{
    crash::Point,
    error::{Error, Result},
    intent::{Entry, LastError, Note, Reason, Row, State, Step},
    journal::Journal,
    list::Filter,
};

/// For how many unlisted accounts clients are made at a time.
const FOUND: usize = 32;

/// The longest pause after failures, as a multiple of the idle time.
const LONGEST: u32 = 30;

impl Journal {
    /// Works until `shutdown` is ready: finishes whatever is due and was left by others. Running
    /// work is then awaited.
    ///
    /// Run it in every process that executes, on every machine; they share the work. Returns how
    /// many intents it worked on, or an error if the journal holds something that cannot be read.
    /// While the database is unavailable, it waits.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use payments_core::Payments;
    /// use payments_journal::{Journal, Providers};
    ///
    /// /// In every process, from its start to its end.
    /// async fn work(
    ///     journal: Journal,
    ///     provider: Arc<dyn Payments>,
    ///     stop: impl Future<Output = ()>,
    /// ) {
    ///     let providers = Providers::new().payments(provider);
    ///     match journal.recover(&providers, stop).await {
    ///         Ok(worked) => println!("{worked} intents were worked on"),
    ///         Err(error) => eprintln!("the workers have ended: {error}"),
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// Only a lasting one ([`Error::is_lasting`]). What was open stays open: workers of another
    /// process continue.
    pub async fn recover(
        &self,
        providers: &Providers,
        shutdown: impl Future<Output = ()>,
    ) -> Result<u64> {
        let (stop, stopped) = watch::channel(false);
        let lanes = (0..self.0.options.workers).map(|_| self.lane(providers, stopped.clone()));
        let lanes = join_all(lanes);
        let mut lanes = pin!(async {
            let beside = join(self.keep_telling(providers), self.keep_asking(providers));
            match select(pin!(lanes), pin!(beside)).await {
                Either::Left((results, _)) => results,
                Either::Right(((never, _), _)) => match never {},
            }
        });
        let results = match select(&mut lanes, pin!(shutdown)).await {
            Either::Left((results, _)) => results,
            Either::Right(((), _)) => {
                // Sending cannot fail: each lane holds a receiver.
                let _ = stop.send(true);
                lanes.await
            }
        };
        let mut worked = 0u64;
        for result in results {
            worked = worked.saturating_add(result?);
        }
        Ok(worked)
    }

    async fn lane(&self, providers: &Providers, mut stopped: watch::Receiver<bool>) -> Result<u64> {
        let (mut worked, mut failures) = (0u64, 0u32);
        while !*stopped.borrow() {
            let idle = self.0.options.idle;
            let pause = match self.recover_one(providers).await {
                Ok(Some(_)) => {
                    (worked, failures) = (worked.saturating_add(1), 0);
                    continue;
                }
                Ok(None) => {
                    failures = 0;
                    // A failed reading of the database's time is ignored here.
                    let _ = self.0.database.look_at_time(&self.0.time).await;
                    idle
                }
                Err(error) => {
                    // A database becomes available again.
                    if error.is_lasting() {
                        return Err(error);
                    }
                    observe::journal_failed(&error);
                    failures = (failures + 1).min(LONGEST);
                    idle.saturating_mul(failures)
                }
            };
            self.pause(pause, &mut stopped).await;
        }
        Ok(worked)
    }

    async fn pause(&self, time: Duration, stopped: &mut watch::Receiver<bool>) {
        select(pin!(self.sleep(time)), pin!(stopped.changed())).await;
    }

    /// Works on the intent that has been due for longest, until it would have to wait. `None`:
    /// nothing is due.
    ///
    /// # Errors
    /// `Unknown`: what was sent counts as sent, and the intent stays open; call it again, unless
    /// [`Error::is_lasting`].
    pub async fn recover_one(&self, providers: &Providers) -> Result<Option<Entry>> {
        self.deal_with_a_step().await?;
        let now = self.now();
        let served = self.served(providers, now).await?;
        let lease = self.lease_name();
        let until = self.lease_until(now);
        let hold = |row: &mut Row| {
            let free =
                row.entry.state == State::Open && row.entry.due_at.is_some_and(|due| due <= now);
            if free {
                row.hold(&lease, until);
            }
            free
        };
        let database = &self.0.database;
        let taken = database.take(&served, now, self.dice(), hold).await?;
        let Some(row) = taken else { return Ok(None) };
        self.pass(Point::AfterCommit).await;
        self.work(row, providers).await.map(Some)
    }

    /// The accounts and kinds that can be worked on now, each at the host at which it was first
    /// used.
    async fn served(
        &self,
        providers: &Providers,
        now: DateTime<Utc>,
    ) -> Result<Vec<(AccountId, Kind)>> {
        for account in providers.accounts() {
            self.admit(account).await?;
        }
        let listed = providers.listed();
        let mut served: Vec<_> = listed
            .map(|(account, kind)| (account.clone(), kind))
            .collect();
        if providers.are_found() {
            let mut due = self.0.database.due_accounts(now).await?;
            let length = due.len().max(1);
            due.rotate_left(usize::try_from(self.dice()).unwrap_or_default() % length);
            let before = served.len();
            for (account, kind) in due {
                if served.len() >= before + FOUND {
                    break;
                }
                if !served.contains(&(account.clone(), kind))
                    && let Some(worker) = providers.get(&account, kind)
                {
                    self.admit(worker.account()).await?;
                    served.push((account, kind));
                }
            }
        }
        Ok(served)
    }

    /// After a clock step, moves what was recorded in the old time to the new time, also for
    /// processes that start later: running delays and leases start again.
    async fn deal_with_a_step(&self) -> Result<()> {
        if !self.0.time.take_step() {
            return Ok(());
        }
        observe::clock_was_set();
        let done = self.after_a_step().await;
        if done.is_err() {
            self.0.time.step_again();
        }
        done
    }

    async fn after_a_step(&self) -> Result<()> {
        let Some(set) = self.0.time.stepped() else {
            return Ok(());
        };
        let mut filter = Filter::new().state(State::Open);
        loop {
            let page = self.list(&filter).await?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            filter = filter.after(last);
            for entry in page {
                let row = self.row(&entry.account, &entry.reference).await?;
                let change = |row: &mut Row, now| {
                    if row.entry.state != State::Open {
                        return None;
                    }
                    let changed = row.progress.clock_was_set(set, now);
                    match row.lease.clone() {
                        // Its holder may be sending: the lease starts again, in the new time.
                        Some(lease) => row.hold(&lease, self.lease_until(now)),
                        None if changed || row.entry.due_at > Some(now) => row.release(now),
                        None => return None,
                    }
                    Some(Note::new(Step::ClockWasSet, Value::Null))
                };
                self.change(row, change).await?;
            }
        }
    }

    /// Works on a leased intent.
    pub(crate) async fn work(&self, row: Row, providers: &Providers) -> Result<Entry> {
        let entry = &row.entry;
        let worker = providers
            .get(&entry.account, entry.kind)
            .ok_or_else(|| no_client(&entry.account))?;
        let row = match worker.take_up(&row) {
            Ok(deed) => {
                let round = Round::of(&row.entry, false);
                round.watch(self.drive(row, &*deed, self.now())).await?
            }
            Err(error) => {
                // The provider no longer supports the method.
                let change = |row: &mut Row, now| {
                    row.entry.error = Some(LastError::of(&error));
                    Some(row.stop(Reason::CannotAsk, now))
                };
                self.change(row, change).await?.0
            }
        };
        Ok(row.entry)
    }

    /// When the next intent is due, if any is open.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        self.0.database.next_due().await
    }
}

/// No client was given for this account.
pub(crate) fn no_client(account: &AccountId) -> Error {
    Error::NotPossible(format!("no client of the account {account} is given"))
}
