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

/// How many handlers may be left running that take much longer than the others.
const SLOW: usize = 256;

/// A handler is slow after so many times what handlers take, and not before so long.
const SLOW_FACTOR: u32 = 8;
const SLOW_AFTER: Duration = Duration::from_millis(50);

/// The longest pause while the database is away, in idle times.
const LONGEST: u32 = 20;

/// Runs a handler on every change in a journal, at least once each, those of one reference in order
/// and one at a time.
///
/// A change whose handler failed comes again after a pause that grows with each attempt, on this
/// machine or another; until then no later change of its reference is handled, and those of others
/// are. Changes that failed take an eighth of the places at most, and a handler that takes much
/// longer than the others gives its place away, so neither holds up what is well. Run it in as many
/// processes as you like: they share the work.
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
            pauses: (Duration::from_secs(1), Duration::from_secs(300)),
            on_failure: Arc::new(|_, _| {}),
        }
    }

    /// How many changes are handled at once; 8 by default. Handlers that take much longer than the
    /// others come on top, up to 256.
    pub fn at_once(mut self, at_once: u32) -> Self {
        self.at_once = at_once.max(1);
        self
    }

    /// How long a change belongs to who handles it; a minute by default. After nine tenths of it a
    /// handler is dropped and has failed, so that nobody else is at the same change.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// How often it looks for changes when there were none; every 250 ms by default.
    pub fn idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// After which pause a change whose handler failed comes again: `first`, and twice as long each
    /// time, up to `longest`; from 1 s to 5 minutes by default.
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.pauses = (first, longest);
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

    /// Runs until `shutdown` is ready; what is being handled then is finished, and the rest stays
    /// in the journal. Tells how many changes were handled. A database that is away is waited for;
    /// an error when the journal was closed or holds what this version cannot read.
    ///
    /// A change is acknowledged after its handler has succeeded. Whoever dies in between handles it
    /// again: let the handler do its work only once per reference and number of the change, or per
    /// reference and status, in one transaction with what it writes.
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

    /// Fresh changes before those that failed, which take an eighth of the places at most.
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

    /// Whether it was handled and acknowledged.
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

/// Who is at work.
struct Places {
    at_once: usize,
    tasks: JoinSet<bool>,
    /// Since when each works, and whether on a change that comes again.
    running: HashMap<Id, (Instant, bool)>,
    /// What a handler takes, about.
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

    /// After how long a handler counts as slow, and gives its place to another.
    fn slow_after(&self) -> Duration {
        self.usual.saturating_mul(SLOW_FACTOR).max(SLOW_AFTER)
    }

    /// How many places are taken: of all, and of those for repeats.
    fn taken(&self) -> (usize, usize) {
        let slow_after = self.slow_after();
        let slow = |since: &Instant| since.elapsed() > slow_after;
        let quick = self.running.values().filter(|(since, _)| !slow(since));
        let (mut all, mut repeats) = (0, 0);
        for (_, again) in quick {
            all += 1;
            repeats += usize::from(*again);
        }
        // Beyond the bound the slow ones keep their places.
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

    /// Waits until one has ended, for ever if nobody is at work.
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
            // A tenth of the newest, so that one odd handler changes little.
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
