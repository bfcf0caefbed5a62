//! The application's handler, run from the journal's outbox.

use std::{fmt, future::Future, pin::pin, sync::Arc, time::Duration};

use axum::BoxError;
use futures_util::future::{Either, select};
use payments_core::observe;
use payments_journal::{Change, Journal, Result};
use tokio::{sync::watch, task::JoinSet, time::sleep};
use tracing::Instrument;

use crate::{handler, rejection::HandlerError};

/// After so many failures of the database in a row a runner gives up.
const FAILURES: u32 = 10;

/// Runs a handler on every change in a journal, at least once each, those of one reference in order and one at a time.
///
/// A change whose handler failed comes again when its lease is over, on this machine or another; until then no later change of its reference is
/// handled, and those of others are. Run it in as many processes as you like: they share the work.
#[derive(Clone)]
#[must_use]
pub struct Runner {
    journal: Journal,
    at_once: u32,
    lease: Duration,
    idle: Duration,
    on_failure: Arc<OnFailure>,
}

type OnFailure = dyn Fn(&Change, &HandlerError) + Send + Sync;

/// Runs a handler until `shutdown`, as [`Runner::run`] does, with the default settings.
pub async fn run<H, F, E>(
    journal: &Journal,
    handler: H,
    shutdown: impl Future<Output = ()>,
) -> Result<u64>
where
    H: Fn(Change) -> F + Send + Sync + 'static,
    F: Future<Output = Result<(), E>> + Send + 'static,
    E: Into<BoxError> + 'static,
{
    Runner::new(journal.clone()).run(handler, shutdown).await
}

impl Runner {
    /// With the default settings.
    pub fn new(journal: Journal) -> Self {
        Self {
            journal,
            at_once: 8,
            lease: Duration::from_secs(60),
            idle: Duration::from_millis(250),
            on_failure: Arc::new(|_, _| {}),
        }
    }

    /// How many changes are handled at once; 8 by default.
    pub fn at_once(mut self, at_once: u32) -> Self {
        self.at_once = at_once.max(1);
        self
    }

    /// How long a change belongs to who handles it, and after which it is tried again if that failed; a minute by default. After nine tenths of
    /// it a handler is dropped and has failed, so that nobody else is at the same change.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// How often it looks for changes when there were none; every 250 ms by default.
    pub fn idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// Is told of every failure of the handler: log it, and watch [`Journal::lag`].
    pub fn on_failure(
        mut self,
        tell: impl Fn(&Change, &HandlerError) + Send + Sync + 'static,
    ) -> Self {
        self.on_failure = Arc::new(tell);
        self
    }

    /// Runs until `shutdown` is ready; what is being handled then is finished, and the rest stays in the journal. Tells how many changes were
    /// handled; an error when the database has failed for a while.
    ///
    /// A change is acknowledged after its handler has succeeded. Whoever dies in between handles it again: let the handler do its work only once
    /// per `change.id`, or per reference and status, in one transaction with what it writes.
    pub async fn run<H, F, E>(&self, handler: H, shutdown: impl Future<Output = ()>) -> Result<u64>
    where
        H: Fn(Change) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let (stop, stopped) = watch::channel(false);
        let mut work = pin!(self.work(Arc::new(handler), stopped));
        // Both are polled all the time: what waits for the end may use the same database.
        match select(&mut work, pin!(shutdown)).await {
            Either::Left((result, _)) => result,
            Either::Right(((), _)) => {
                let _ = stop.send(true);
                work.await
            }
        }
    }

    async fn work<H, F, E>(
        &self,
        handler: Arc<H>,
        mut stopped: watch::Receiver<bool>,
    ) -> Result<u64>
    where
        H: Fn(Change) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let (mut at_work, places) = (JoinSet::new(), self.at_once as usize);
        let (mut handled, mut in_a_row) = (0u64, InARow::default());
        let mut result = Ok(());
        while !*stopped.borrow() {
            match self.fetch(places.saturating_sub(at_work.len())).await {
                Ok(changes) => {
                    in_a_row.database = 0;
                    for change in changes {
                        at_work.spawn(self.clone().handle(Arc::clone(&handler), change));
                    }
                }
                Err(error) => {
                    in_a_row.database += 1;
                    if in_a_row.database >= FAILURES {
                        result = Err(error);
                        break;
                    }
                }
            }
            tokio::select! {
                _ = stopped.changed() => {}
                Some(done) = at_work.join_next() => in_a_row.count(done.unwrap_or(false), &mut handled),
                () = sleep(self.idle), if at_work.len() < places => {}
            }
            while let Some(done) = at_work.try_join_next() {
                in_a_row.count(done.unwrap_or(false), &mut handled);
            }
            // When everything fails, there is no use in trying everything.
            if let Some(pause) = in_a_row.pause(self.idle) {
                tokio::select! {
                    _ = stopped.changed() => {}
                    () = sleep(pause) => {}
                }
            }
        }
        while let Some(done) = at_work.join_next().await {
            in_a_row.count(done.unwrap_or(false), &mut handled);
        }
        result.map(|()| handled)
    }

    async fn fetch(&self, free: usize) -> Result<Vec<Change>> {
        match u32::try_from(free) {
            Ok(free) if free > 0 => self.journal.changes(free, self.lease).await,
            _ => Ok(Vec::new()),
        }
    }

    /// Whether it was handled and acknowledged.
    async fn handle<H, F, E>(self, handler: Arc<H>, change: Change) -> bool
    where
        H: Fn(Change) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let status = change.what.status.as_deref();
        let watch = observe::handler(&change.provider, change.reference.as_str(), status);
        let result = handler::call(|| handler(change.clone()), self.lease / 10 * 9)
            .instrument(watch.span())
            .await;
        match result {
            Ok(()) => {
                let lag = self.journal.now() - change.at;
                watch.handled(lag.to_std().unwrap_or_default());
                // If that fails, the change comes again, as after any crash.
                self.journal.acknowledge(change.id).await.is_ok()
            }
            Err(error) => {
                watch.failed(error.word());
                (self.on_failure)(&change, &error);
                false
            }
        }
    }
}

/// Failures without a success in between.
#[derive(Default)]
struct InARow {
    database: u32,
    handler: u32,
}

impl InARow {
    fn count(&mut self, success: bool, handled: &mut u64) {
        match success {
            true => (self.handler, *handled) = (0, handled.saturating_add(1)),
            false => self.handler = self.handler.saturating_add(1),
        }
    }

    fn pause(&self, idle: Duration) -> Option<Duration> {
        let failures = self.database.max(self.handler).min(FAILURES);
        (failures > 0).then(|| idle.saturating_mul(failures))
    }
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner")
            .field("at_once", &self.at_once)
            .field("lease", &self.lease)
            .field("idle", &self.idle)
            .finish_non_exhaustive()
    }
}
