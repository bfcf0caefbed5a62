//! How a journal works.

use std::{sync::Arc, time::Duration};

use payments_core::{
    Secret,
    retry::{Clock, Policy, SystemClock},
};

use crate::crash::{Crash, Point};

/// How a journal works. The defaults are for production.
#[derive(Clone, Debug)]
#[must_use]
pub struct Options {
    pub(crate) policy: Policy,
    pub(crate) patience: Duration,
    pub(crate) lease: Duration,
    pub(crate) budget: (u32, Duration),
    pub(crate) keep_requests: bool,
    pub(crate) fingerprint_key: Option<Secret>,
    pub(crate) workers: usize,
    pub(crate) idle: Duration,
    pub(crate) ask_pending: Option<(Duration, Duration)>,
    pub(crate) durable: bool,
    pub(crate) create: bool,
    pub(crate) partitions: u16,
    pub(crate) unverified_database: bool,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) seed: Option<u64>,
    pub(crate) crash: Option<Crash>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            policy: Policy::default()
                .sends(8)
                .vain(u32::MAX)
                .asks(40)
                .deadline(Duration::from_secs(24 * 60 * 60))
                .pauses(Duration::from_secs(1), Duration::from_secs(60 * 60)),
            patience: Duration::from_secs(10),
            lease: Duration::from_secs(300),
            budget: (50, Duration::from_millis(100)),
            keep_requests: false,
            fingerprint_key: None,
            workers: 4,
            idle: Duration::from_secs(1),
            ask_pending: None,
            durable: true,
            create: true,
            partitions: 0,
            unverified_database: false,
            clock: Arc::new(SystemClock),
            seed: None,
            crash: None,
        }
    }
}

impl Options {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// How often and how long an intent is sent and asked for by itself, over its whole life: by
    /// default 8 sends, as many tries that never leave as there is time for, 40 questions after
    /// each send, a day. After that a person is needed.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// How long [`execute`](crate::Journal::execute) stays with an intent that is not settled at
    /// once, before it leaves it to the workers: 10 s by default, at most a third of the lease.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// How long an intent belongs to who works on it; 5 minutes by default.
    ///
    /// **It must outlast the client's time-outs**, all exchanges of one call together (75 s each by
    /// default, a token may take another). After nine tenths of it a send is given up and counts as
    /// lost.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// How many repeated sends and questions each provider gets from this journal: so many at once,
    /// and one more after each `every`.
    pub fn budget(mut self, at_once: u32, every: Duration) -> Self {
        self.budget = (at_once, every);
        self
    }

    /// Keeps requests whole, **personal data too**, until the intent is finished or refused, and
    /// erases them then. Any worker can then finish bills, whose number is personal, and send again
    /// where that is allowed.
    pub fn keep_requests(mut self) -> Self {
        self.keep_requests = true;
        self
    }

    /// Keys the fingerprints, besides the salt of each row. With a key that is not in the database,
    /// nobody who reads the database can try out phone numbers. Every program that shares the
    /// journal needs the same one, for good.
    pub fn fingerprint_key(mut self, key: Secret) -> Self {
        self.fingerprint_key = Some(key);
        self
    }

    /// How many intents [`recover`](crate::Journal::recover) works on at once; 4 by default.
    pub fn workers(mut self, workers: usize) -> Self {
        self.workers = workers.max(1);
        self
    }

    /// How often [`recover`](crate::Journal::recover) looks for work when there was none; 1 s by
    /// default.
    pub fn idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// Lets [`recover`](crate::Journal::recover) also ask about what nobody told of: what is
    /// pending for longer than `after`, at most once in `every`; active mandates once a day, and
    /// after the day of a charge. By default it asks about nothing that is pending, and waits for
    /// callbacks.
    ///
    /// A provider's own pause between two questions is kept, and its [budget](Self::budget).
    pub fn ask_pending(mut self, after: Duration, every: Duration) -> Self {
        self.ask_pending = Some((after, every));
        self
    }

    /// Does not wait for the disk. **For simulations only**: a machine that fails may forget what
    /// was sent. SQLite only.
    pub fn not_durable(mut self) -> Self {
        self.durable = false;
        self
    }

    /// Whether a database without a journal gets one; it does by default. A program that only reads
    /// should not make one: a typing error in the URL would look like a journal in which nothing is
    /// recorded.
    pub fn create(mut self, create: bool) -> Self {
        self.create = create;
        self
    }

    /// Splits the tables of a new journal on PostgreSQL into so many partitions, by the reference.
    /// A journal that is there stays as it is.
    pub fn partitions(mut self, partitions: u16) -> Self {
        self.partitions = partitions;
        self
    }

    /// Takes a PostgreSQL on another machine as the URL's `sslmode` says, without proof who it is.
    /// **Whoever stands between the two can then read what is recorded, and change it**: have
    /// something sent twice, or never. By default such a connection is encrypted, and its
    /// certificate must be valid for the host (`sslmode=verify-full`; `sslrootcert=` names one's
    /// own authority). One on this machine is not asked for any.
    pub fn unverified_database(mut self) -> Self {
        self.unverified_database = true;
        self
    }

    /// Takes time from another clock. With one that has a [steady](Clock::steady) side, as the
    /// default one has, PostgreSQL's time is taken, so that machines agree.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Lets workers die. **For simulations only**: where `dies` says so, a future stays for good,
    /// and whoever polls it drops it.
    pub fn crash_at(mut self, dies: impl Fn(Point) -> bool + Send + Sync + 'static) -> Self {
        self.crash = Some(Crash::new(dies));
        self
    }

    /// Makes jitter, salts and leases repeatable. **For simulations only**: salts can be guessed
    /// then. Each journal on one database needs another seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }
}
