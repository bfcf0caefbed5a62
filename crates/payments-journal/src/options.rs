//! The options of a journal.

use std::{sync::Arc, time::Duration};

use payments_core::{
    Secret,
    retry::{Clock, Policy, SystemClock},
};

use crate::crash::{Crash, Point};

/// The options of a journal. The defaults are for production.
///
/// ```
/// use std::time::Duration;
///
/// use payments_journal::Options;
///
/// let options = Options::new()
///     // Longer than the client's time-outs together.
///     .lease(Duration::from_secs(300))
///     // Workers finish bills and top-ups alone; customers' numbers are stored until then.
///     .keep_requests()
///     // Where no callback comes.
///     .ask_pending(Duration::from_secs(600), Duration::from_secs(300));
/// ```
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

    /// How often and how long an intent is sent and looked up automatically, over its whole life.
    /// By default: 8 sends, any number of tries that are never sent, 40 lookups after each send,
    /// one day. After that a person is needed.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// How long [`execute`](crate::Journal::execute) works on an intent before it leaves it to the
    /// workers: 10 s by default, at most a third of the lease.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// How long a worker holds an intent; 5 minutes by default.
    ///
    /// **It must outlast the client's time-outs**, for all exchanges of one call together (75 s
    /// each by default; a token may need one more). After nine tenths of the lease, a send is given
    /// up and counts as lost.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// How many repeated sends and lookups this journal makes per provider: `at_once`, and one more
    /// after each `every`.
    pub fn budget(mut self, at_once: u32, every: Duration) -> Self {
        self.budget = (at_once, every);
        self
    }

    /// Stores requests whole, **including personal data**, until the intent is finished or refused,
    /// and then erases them. Any worker can then finish bills, whose number is personal, and send
    /// again where that is allowed.
    pub fn keep_requests(mut self) -> Self {
        self.keep_requests = true;
        self
    }

    /// Sets a key for the fingerprints, in addition to the salt of each row. Because the key is not
    /// in the database, nobody who reads the database can try out phone numbers. Every program that
    /// shares the journal needs the same key, permanently.
    pub fn fingerprint_key(mut self, key: Secret) -> Self {
        self.fingerprint_key = Some(key);
        self
    }

    /// How many intents [`recover`](crate::Journal::recover) works on at once; 4 by default.
    pub fn workers(mut self, workers: usize) -> Self {
        self.workers = workers.max(1);
        self
    }

    /// How often [`recover`](crate::Journal::recover) looks for work when it is idle; 1 s by
    /// default.
    pub fn idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// Makes [`recover`](crate::Journal::recover) also look up intents without callbacks: those
    /// pending for longer than `after`, at most once per `every`; active mandates once a day, and
    /// after the day of a charge. By default it does not look up pending intents, and waits for
    /// callbacks.
    ///
    /// A provider's minimum pause between two lookups, and its [budget](Self::budget), are
    /// respected.
    pub fn ask_pending(mut self, after: Duration, every: Duration) -> Self {
        self.ask_pending = Some((after, every));
        self
    }

    /// Does not wait for the disk. **For simulations only**: after a machine failure, the journal
    /// may have lost what was sent. SQLite only.
    pub fn not_durable(mut self) -> Self {
        self.durable = false;
        self
    }

    /// Whether to create the journal if the database has none; true by default. A program that only
    /// reads should not create one: a typing error in the URL would look like an empty journal.
    pub fn create(mut self, create: bool) -> Self {
        self.create = create;
        self
    }

    /// Splits the tables of a new journal on PostgreSQL into this many partitions, by reference. An
    /// existing journal is not changed.
    pub fn partitions(mut self, partitions: u16) -> Self {
        self.partitions = partitions;
        self
    }

    /// Connects to a PostgreSQL on another machine as the URL's `sslmode` says, without verifying
    /// its identity. **An attacker on the network can then read what is recorded, and change it**:
    /// have something sent twice, or never. By default such a connection is encrypted, and its
    /// certificate must be valid for the host (`sslmode=verify-full`; `sslrootcert=` names your own
    /// authority). A PostgreSQL on this machine needs no certificate.
    pub fn unverified_database(mut self) -> Self {
        self.unverified_database = true;
        self
    }

    /// Sets the clock. If it has a [monotonic](Clock::steady) reading, as the default has,
    /// PostgreSQL's time is used, so that machines agree.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Lets workers die. **For simulations only**: where `dies` returns true, a future never
    /// completes, and the simulation drops it.
    pub fn crash_at(mut self, dies: impl Fn(Point) -> bool + Send + Sync + 'static) -> Self {
        self.crash = Some(Crash::new(dies));
        self
    }

    /// Makes jitter, salts and leases repeatable. **For simulations only**, because salts can then
    /// be guessed. Each journal on one database needs a different seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }
}
