//! The journal itself: opening it, its time, and the one way to change a row.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use payments_core::{AccountId, retry::Budget};
use sha2::{Digest, Sha256};

use crate::{
    crash::Point,
    error::{Error, Result},
    intent::{Note, Row, later},
    options::Options,
    store::{Commit, Database, Dialect, Health},
    time::Time,
};

/// A journal of payments, bills, top-ups and mandates. It is cheap to clone: clones share their
/// connections.
///
/// ```
/// use std::time::Duration;
///
/// use payments_core::{Customer, Method, Money, PaymentRequest};
/// use payments_instamoney::{Config, Instamoney};
/// use payments_journal::{Executed, Journal};
///
/// #[tokio::main]
/// async fn main() -> Result<(), Box<dyn std::error::Error>> {
///     let sandbox = payments_sandbox::test().await?;
///     let config = Config::new("xnd_development_me")?;
///     let config = config.base_url(&format!("{}/instamoney", sandbox.url()))?;
///     let instamoney = Instamoney::new(config)?;
///
///     let journal = Journal::open("sqlite::memory:").await?;
///     let request = PaymentRequest::new("order-1".parse()?, Money::idr(20_000), Method::OVO)
///         .customer(Customer::default().phone("08123123123"));
///     let executed = journal.execute(&instamoney, &request).await?;
///     assert!(matches!(executed, Executed::Answered(_)));
///     for change in journal.changes(100, Duration::from_secs(60)).await? {
///         println!("{} is {:?}", change.reference, change.what.status);
///         journal.acknowledge(&change).await?;
///     }
///     Ok(())
/// }
/// ```
#[doc(alias = "idempotency")]
#[derive(Clone, Debug)]
pub struct Journal(pub(crate) Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) database: Database,
    pub(crate) options: Options,
    pub(crate) time: Arc<Time>,
    /// Distinguishes this journal's leases from those of others.
    own: u64,
    counter: AtomicU64,
    budgets: Mutex<BTreeMap<AccountId, Budget>>,
    /// Accounts whose host has been checked.
    pub(crate) admitted: Mutex<BTreeSet<(String, String)>>,
    /// Whether the warning about fingerprints without a key was given.
    pub(crate) told_of_key: AtomicBool,
    /// The accounts for which metrics were reported: when nothing is open any more, that must be
    /// reported too.
    pub(crate) told: Mutex<BTreeSet<AccountId>>,
}

impl Journal {
    /// Opens a journal, `sqlite://payments.db` or `postgres://user@host/database`, and creates or
    /// updates its tables (`journal_…`).
    ///
    /// SQLite waits for the disk at every write; the file must not be on a network share. Machines
    /// that share a journal need PostgreSQL.
    ///
    /// ```
    /// use payments_journal::{Health, Journal};
    ///
    /// # #[tokio::main]
    /// # async fn main() -> payments_journal::Result<()> {
    /// // In memory, for a test; otherwise `sqlite://payments.db` or `postgres://shop@db/payments`.
    /// let journal = Journal::open("sqlite::memory:").await?;
    /// assert_eq!(journal.health(), Health::default());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Nothing is sent. [`Error::Configuration`]: the URL is wrong; [`Error::Database`]: it cannot
    /// be opened; [`Error::Unreadable`]: a newer version of this crate wrote it.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, Options::new()).await
    }

    /// Opens a journal with other options.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub async fn open_with(url: &str, options: Options) -> Result<Self> {
        if options.lease < Duration::from_millis(100) {
            return Err(Error::Configuration(
                "a lease must not be that short".into(),
            ));
        }
        let time = Arc::new(Time::new(Arc::clone(&options.clock)));
        let database = Database::open(url, &options, &time).await?;
        let mut bytes = [0; 8];
        if options.seed.is_none() {
            random(&mut bytes)?;
        }
        let own = options.seed.unwrap_or(u64::from_be_bytes(bytes));
        Ok(Self(Arc::new(Inner {
            database,
            options,
            time,
            own,
            counter: AtomicU64::new(0),
            budgets: Mutex::default(),
            admitted: Mutex::default(),
            told_of_key: AtomicBool::new(false),
            told: Mutex::default(),
        })))
    }

    /// Writes what is pending, and closes the connections. Later calls fail.
    pub async fn close(&self) {
        self.0.database.close().await;
    }

    /// Whether the database works. Costs nothing.
    #[must_use]
    pub fn health(&self) -> Health {
        self.0.database.health()
    }

    /// Writes a consistent copy of the whole journal to a new file. SQLite only: a copy of its file
    /// alone lacks what is in the write-ahead log. For PostgreSQL, use its own tools.
    ///
    /// ```
    /// use payments_journal::Journal;
    ///
    /// async fn nightly(journal: &Journal) -> payments_journal::Result<()> {
    ///     journal.backup("/backups/payments-2026-03-01.db").await
    /// }
    /// ```
    ///
    /// # Errors
    /// Nothing is sent. [`Error::NotPossible`]: PostgreSQL has tools of its own;
    /// [`Error::Database`]: the file exists or cannot be written.
    pub async fn backup(&self, path: impl AsRef<Path>) -> Result<()> {
        if self.0.database.dialect() == Dialect::Postgres {
            return Err(Error::NotPossible(
                "PostgreSQL is backed up by its own tools, such as pg_dump".into(),
            ));
        }
        let path = path.as_ref();
        let Some(name) = path.to_str() else {
            return Err(Error::Configuration(
                "the name of the backup is not UTF-8".into(),
            ));
        };
        // Created here, so that nobody else can read it; SQLite accepts an empty file.
        crate::store::make_private(path)?;
        let sql = "VACUUM INTO $1".to_owned();
        self.0.database.rows(sql, vec![name.into()]).await?;
        Ok(())
    }

    /// The journal's time: steady, and with PostgreSQL the database's.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.time.now()
    }

    /// Continues, unless a simulation lets the worker die here.
    pub(crate) async fn pass(&self, point: Point) {
        if let Some(crash) = &self.0.options.crash {
            crash.pass(point).await;
        }
    }

    pub(crate) async fn sleep(&self, time: Duration) {
        self.0.time.sleep(time).await;
    }

    pub(crate) fn lease_until(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        later(now, self.0.options.lease)
    }

    /// A number that no other call returns; with a seed, the same in every run.
    pub(crate) fn number(&self) -> u64 {
        self.0.counter.fetch_add(1, Ordering::Relaxed)
    }

    /// The name of a new lease.
    pub(crate) fn lease_name(&self) -> String {
        format!("{:016x}:{}", self.0.own, self.number())
    }

    /// A number that spreads concurrent workers over different rows. It need not be secret.
    pub(crate) fn dice(&self) -> u64 {
        let mut hasher = Sha256::new();
        hasher.update(self.0.own.to_be_bytes());
        hasher.update(self.number().to_be_bytes());
        let digest: [u8; 32] = hasher.finalize().into();
        let [a, b, c, d, e, f, g, h, ..] = digest;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }

    /// 16 bytes that cannot be guessed, unless there is a seed.
    pub(crate) fn chance(&self) -> Result<[u8; 16]> {
        let mut bytes = [0; 16];
        match self.0.options.seed {
            None => random(&mut bytes)?,
            Some(seed) => {
                let mut hasher = Sha256::new();
                hasher.update(seed.to_be_bytes());
                hasher.update(self.number().to_be_bytes());
                for (byte, chance) in bytes.iter_mut().zip(hasher.finalize()) {
                    *byte = chance;
                }
            }
        }
        Ok(bytes)
    }

    pub(crate) fn budget(&self, account: &AccountId) -> Budget {
        let (at_once, every) = self.0.options.budget;
        let mut budgets = self
            .0
            .budgets
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        budgets
            .entry(account.clone())
            .or_insert_with(|| Budget::new(at_once, every))
            .clone()
    }

    /// Changes a row. If another process was faster, reads the row again and starts over. `change`
    /// returns what it did, or `None` if nothing is to be done with the row as it is now. Returns
    /// the row as it is afterwards, and whether it was changed.
    pub(crate) async fn change(
        &self,
        mut row: Row,
        mut change: impl FnMut(&mut Row, DateTime<Utc>) -> Option<Note>,
    ) -> Result<(Row, bool)> {
        loop {
            let now = self.now();
            let mut new = row.clone();
            let Some(note) = change(&mut new, now) else {
                return Ok((row, false));
            };
            new.version = new.version.saturating_add(1);
            new.entry.updated_at = now;
            new.derive();
            self.pass(Point::BeforeCommit).await;
            let commit = match note.says_nothing {
                true => Commit::without_step(&row, &new),
                false => Commit::replace(&row, &new, &note),
            };
            if self.0.database.commit(commit).await? {
                self.pass(Point::AfterCommit).await;
                return Ok((new, true));
            }
            row = self.mind_the_clock(self.0.database.load(&row).await?);
        }
    }
}

impl Journal {
    /// After a clock step, what was lost before counts as lost since the step.
    pub(crate) fn mind_the_clock(&self, mut row: Row) -> Row {
        if let Some(set) = self.0.time.stepped() {
            row.progress.clock_was_set(set, self.now());
        }
        row
    }
}

fn random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes)
        .map_err(|_| Error::Configuration("the machine has no source of chance".into()))
}
