//! The journal itself: opening it, its time, and the one way to change a row.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::retry::Budget;
use sha2::{Digest, Sha256};

use crate::{
    crash::Point,
    database::Database,
    error::{Error, Result},
    note::Note,
    options::Options,
    row::{Row, later},
};

/// A journal of payments, bills and mandates. Clone it freely: clones share their connections.
#[derive(Clone, Debug)]
pub struct Journal(pub(crate) Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) database: Database,
    pub(crate) options: Options,
    /// Milliseconds by which the database's clock is ahead.
    ahead: AtomicI64,
    /// What makes this journal's leases its own.
    own: u64,
    counter: AtomicU64,
    budgets: Mutex<BTreeMap<String, Budget>>,
    /// The providers of which metrics were told: what is not open any more must be told, too.
    pub(crate) told: Mutex<BTreeSet<String>>,
}

impl Journal {
    /// Opens a journal, `sqlite://payments.db` or `postgres://user@host/database`, and makes or updates its tables (`journal_…`).
    ///
    /// SQLite waits for the disk at every write; the file must not be on a network share. Machines that share a journal need PostgreSQL.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, Options::new()).await
    }

    /// Opens a journal with other options.
    pub async fn open_with(url: &str, options: Options) -> Result<Self> {
        if options.lease < Duration::from_millis(100) {
            return Err(Error::Configuration(
                "a lease must not be that short".into(),
            ));
        }
        let database = Database::open(url, options.durable).await?;
        let mut bytes = [0; 8];
        if options.seed.is_none() {
            random(&mut bytes)?;
        }
        let own = options.seed.unwrap_or(u64::from_be_bytes(bytes));
        let journal = Self(Arc::new(Inner {
            database,
            options,
            ahead: AtomicI64::new(0),
            own,
            counter: AtomicU64::new(0),
            budgets: Mutex::default(),
            told: Mutex::default(),
        }));
        journal.set_clock().await?;
        Ok(journal)
    }

    /// Closes the connections. What is under way fails.
    pub async fn close(&self) {
        self.0.database.pool().close().await;
    }

    /// Takes the database's time, so that machines agree about it.
    pub(crate) async fn set_clock(&self) -> Result<()> {
        if self.0.options.own_clock {
            return Ok(());
        }
        let before = self.0.options.clock.now();
        if let Some(now) = self.0.database.now().await? {
            let after = self.0.options.clock.now();
            let middle = before + (after - before) / 2;
            let ahead = (now - middle).num_milliseconds();
            self.0.ahead.store(ahead, Ordering::Relaxed);
        }
        Ok(())
    }

    /// The time by which this journal works.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let ahead = TimeDelta::milliseconds(self.0.ahead.load(Ordering::Relaxed));
        self.0.options.clock.now() + ahead
    }

    pub(crate) async fn sleep(&self, time: Duration) {
        self.0.options.clock.sleep(time).await;
    }

    pub(crate) fn lease_until(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        later(now, self.0.options.lease)
    }

    /// A number that no other call got; with a seed, the same in every run.
    pub(crate) fn number(&self) -> u64 {
        self.0.counter.fetch_add(1, Ordering::Relaxed)
    }

    /// The name of a new lease.
    pub(crate) fn lease_name(&self) -> String {
        format!("{:016x}:{}", self.0.own, self.number())
    }

    /// 16 bytes that nobody guesses, unless there is a seed.
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

    pub(crate) fn budget(&self, provider: &str) -> Budget {
        let (at_once, every) = self.0.options.budget;
        let mut budgets = self
            .0
            .budgets
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        budgets
            .entry(provider.to_owned())
            .or_insert_with(|| Budget::new(at_once, every))
            .clone()
    }

    /// Changes a row: reads it again and starts over where somebody else was faster. `change` says what it did; `None` if, looking at the row
    /// as it is now, nothing is to be done. Tells the row as it is afterwards, and whether it was changed.
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
            let database = &self.0.database;
            if database.replace(database.pool(), &row, &new, &note).await? {
                self.pass(Point::AfterCommit).await;
                return Ok((new, true));
            }
            row = self.0.database.load(row.entry.id).await?;
        }
    }
}

fn random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes)
        .map_err(|_| Error::Configuration("the machine has no source of chance".into()))
}
