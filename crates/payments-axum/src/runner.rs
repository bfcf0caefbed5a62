//! The application's handler, run from the journal's outbox.

use std::{
    collections::HashMap,
    fmt,
    future::Future,
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::BoxError;
use futures_util::future::{Either, select};
use payments_core::{Status, observe};
use payments_journal::{Change, Journal, Result};
use tokio::{
    sync::watch,
    task::{Id, JoinError, JoinSet},
    time::sleep,
};
use tracing::Instrument;

use crate::{handler, rejection::HandlerError};

/// How many slow handlers may run in addition to the places.
const SLOW: usize = 256;

/// A handler is slow after this many times the usual duration, but not before a minimum time.
const SLOW_FACTOR: u32 = 8;
const SLOW_AFTER: Duration = Duration::from_millis(50);

/// The longest pause while the database is unavailable, as a multiple of the idle time.
const LONGEST: u32 = 20;

/// Runs a handler for every change in a journal: at least once each, and per reference in order and
/// one at a time.
///
/// If its handler fails, a change comes again after a pause that grows with each attempt, on this
/// machine or another. Until then no later change of its reference is handled; those of other
/// references are. Failed changes take at most an eighth of the places, and a handler that takes
/// much longer than the others gives up its place, so neither holds up the rest. Run it in as many
/// processes as you like: they share the work.
///
/// ```
/// use std::time::Duration;
///
/// use payments_axum::Runner;
/// use payments_journal::{Change, Journal};
///
/// fn runner(journal: Journal) -> Runner {
///     Runner::new(journal)
///         .at_once(32)
///         .lease(Duration::from_secs(120))
/// }
/// ```
#[derive(Clone)]
#[must_use]
pub struct Runner {
    journal: Journal,
    at_once: u32,
    lease: Duration,
    idle: Duration,
    pauses: (Duration, Duration),
    on_failure: Arc<OnFailure>,
}

type OnFailure = dyn Fn(&Change, &HandlerError) + Send + Sync;

/// Runs a handler until `shutdown`, as [`Runner::run`] does, with the default settings.
///
/// ```
/// use payments_axum::run;
/// use payments_journal::{Change, Journal};
///
/// /// It must bear to be called twice with the same change: ask your own orders.
/// async fn fulfil(change: Change) -> std::io::Result<()> {
///     if let Some(money) = change.what.money_came() {
///         println!("{}: {money} came", change.reference);
///     }
///     Ok(())
/// }
///
/// async fn work(journal: &Journal, stop: impl Future<Output = ()>) {
///     if let Err(error) = run(journal, fulfil, stop).await {
///         eprintln!("the handler's worker has ended: {error}");
///     }
/// }
/// ```
///
/// # Errors
/// Only a lasting one: the journal is closed, or holds what this version cannot read. Changes that
/// were not handled stay in the journal.
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
    /// Makes a runner with the default settings.
    pub fn new(journal: Journal) -> Self {
        Self {
            journal,
            at_once: 8,
            lease: Duration::from_secs(60),
            idle: Duration::from_millis(250),
            pauses: (Duration::from_secs(1), Duration::from_secs(300)),
            on_failure: Arc::new(|_, _| {}),
        }
    }

    /// Sets how many changes are handled at once; 8 by default. Up to 256 slow handlers may run in
    /// addition.
    pub fn at_once(mut self, at_once: u32) -> Self {
        self.at_once = at_once.max(1);
        self
    }

    /// Sets how long a change is reserved for its handler; a minute by default. After nine tenths
    /// of it the handler is dropped and counts as failed, so that no two handlers process the same
    /// change.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// Sets how often it looks for changes when idle; every 250 ms by default.
    pub fn idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// Sets the pause before a failed change comes again: `first`, then twice as long each time, up
    /// to `longest`; from 1 s to 5 minutes by default.
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.pauses = (first, longest);
        self
    }

    /// Sets a function that is called for every failure of the handler: log it, and monitor
    /// [`Journal::lag`].
    pub fn on_failure(
        mut self,
        tell: impl Fn(&Change, &HandlerError) + Send + Sync + 'static,
    ) -> Self {
        self.on_failure = Arc::new(tell);
        self
    }

    /// Runs until `shutdown` is ready. Running handlers are then finished, and the rest stays in
    /// the journal. Returns how many changes were handled, or an error if the journal was closed or
    /// holds something that this version cannot read. While the database is unavailable, it waits.
    ///
    /// A change is acknowledged after its handler has succeeded. If the process dies in between,
    /// the change is handled again. So the handler should act only once per reference and number of
    /// the change, or per reference and status, in one transaction with what it writes.
    pub async fn run<H, F, E>(&self, handler: H, shutdown: impl Future<Output = ()>) -> Result<u64>
    where
        H: Fn(Change) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let (stop, stopped) = watch::channel(false);
        let mut work = pin!(self.work(Arc::new(handler), stopped));
        // Both are polled all the time: `shutdown` may use the same database.
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
        let mut places = Places::new(self.at_once);
        let (mut failures, mut result) = (0u32, Ok(()));
        while !*stopped.borrow() {
            let mut pause = self.idle;
            match self.fetch(&places).await {
                Ok(changes) => {
                    failures = 0;
                    for change in changes {
                        let again = change.attempts > 1;
                        places.begin(again, self.clone().handle(Arc::clone(&handler), change));
                    }
                }
                Err(error) if error.is_lasting() => {
                    result = Err(error);
                    break;
                }
                Err(error) => {
                    observe::journal_failed(&error);
                    failures = failures.saturating_add(1).min(LONGEST);
                    pause = self.idle.saturating_mul(failures);
                }
            }
            if failures == 0 && places.are_taken() {
                pause = places.slow_after();
            }
            tokio::select! {
                _ = stopped.changed() => {}
                () = places.ended(), if failures == 0 => {}
                () = sleep(pause) => {}
            }
        }
        places.all_ended().await;
        result.map(|()| places.handled)
    }

    /// New changes come before failed ones, which take at most an eighth of the places.
    async fn fetch(&self, places: &Places) -> Result<Vec<Change>> {
        let again = self
            .journal
            .repeated_changes(places.for_repeats(), self.lease)
            .await?;
        let taken = u32::try_from(again.len()).unwrap_or(u32::MAX);
        let free = places.free().saturating_sub(taken);
        let mut changes = self.journal.fresh_changes(free, self.lease).await?;
        changes.extend(again);
        Ok(changes)
    }

    /// Handles a change; returns whether it was handled and acknowledged.
    async fn handle<H, F, E>(self, handler: Arc<H>, change: Change) -> bool
    where
        H: Fn(Change) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let status = change.what.status.as_ref().map(Status::as_str);
        let watch = observe::handler(&change.account, change.reference.as_str(), status);
        let result = handler::call(|| handler(change.clone()), self.lease / 10 * 9)
            .instrument(watch.span())
            .await;
        match result {
            Ok(()) => {
                let lag = self.journal.now() - change.at;
                watch.handled(lag.to_std().unwrap_or_default());
                // If that fails, the change comes again, as after any crash.
                self.journal.acknowledge(&change).await.is_ok()
            }
            Err(error) => {
                watch.failed(error.word());
                (self.on_failure)(&change, &error);
                // If that fails, it comes again at the end of its lease.
                let _ = self
                    .journal
                    .put_off(&change, self.pause(change.attempts))
                    .await;
                false
            }
        }
    }

    /// The pause after so many attempts.
    fn pause(&self, attempts: i64) -> Duration {
        let (first, longest) = self.pauses;
        let doublings = u32::try_from(attempts.saturating_sub(1))
            .unwrap_or(0)
            .min(31);
        first.saturating_mul(1 << doublings).min(longest)
    }
}

/// The running handlers.
struct Places {
    at_once: usize,
    tasks: JoinSet<bool>,
    /// Since when each runs, and whether its change is a repeat.
    running: HashMap<Id, (Instant, bool)>,
    /// The usual duration of a handler.
    usual: Duration,
    handled: u64,
}

impl Places {
    fn new(at_once: u32) -> Self {
        Self {
            at_once: usize::try_from(at_once).unwrap_or(usize::MAX),
            tasks: JoinSet::new(),
            running: HashMap::new(),
            usual: Duration::ZERO,
            handled: 0,
        }
    }

    fn begin(&mut self, again: bool, work: impl Future<Output = bool> + Send + 'static) {
        let id = self.tasks.spawn(work).id();
        self.running.insert(id, (Instant::now(), again));
    }

    /// The time after which a handler counts as slow and gives up its place.
    fn slow_after(&self) -> Duration {
        self.usual.saturating_mul(SLOW_FACTOR).max(SLOW_AFTER)
    }

    /// How many places are taken: of all, and of those for repeated changes.
    fn taken(&self) -> (usize, usize) {
        let slow_after = self.slow_after();
        let slow = |since: &Instant| since.elapsed() > slow_after;
        let quick = self.running.values().filter(|(since, _)| !slow(since));
        let (mut all, mut repeats) = (0, 0);
        for (_, again) in quick {
            all += 1;
            repeats += usize::from(*again);
        }
        // Beyond the bound, slow handlers keep their places.
        let too_many = (self.running.len() - all).saturating_sub(SLOW);
        (all + too_many, repeats)
    }

    fn free(&self) -> u32 {
        let free = self.at_once.saturating_sub(self.taken().0);
        u32::try_from(free).unwrap_or(u32::MAX)
    }

    fn for_repeats(&self) -> u32 {
        let all = u32::try_from(self.at_once.div_ceil(8)).unwrap_or(u32::MAX);
        let taken = u32::try_from(self.taken().1).unwrap_or(u32::MAX);
        all.saturating_sub(taken).min(self.free())
    }

    fn are_taken(&self) -> bool {
        self.free() == 0
    }

    /// Waits until a handler has ended; for ever if none is running.
    async fn ended(&mut self) {
        match self.tasks.join_next_with_id().await {
            Some(done) => self.count(done),
            None => std::future::pending().await,
        }
        while let Some(done) = self.tasks.try_join_next_with_id() {
            self.count(done);
        }
    }

    async fn all_ended(&mut self) {
        while let Some(done) = self.tasks.join_next_with_id().await {
            self.count(done);
        }
    }

    fn count(&mut self, done: Result<(Id, bool), JoinError>) {
        let (id, handled) = match done {
            Ok(done) => done,
            Err(error) => (error.id(), false),
        };
        let Some((since, _)) = self.running.remove(&id) else {
            return;
        };
        if handled {
            self.handled = self.handled.saturating_add(1);
            // The newest duration counts one tenth, so that one unusual handler changes little.
            self.usual = (self.usual * 9 + since.elapsed()) / 10;
        }
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
