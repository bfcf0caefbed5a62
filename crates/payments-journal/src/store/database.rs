//! The database of a journal: connections that read, and the writer.
//!
//! Every call of the database runs in a task of the journal's own. A caller that goes away does not
//! cut it, so nothing that a caller does can leave a connection in the middle of a transaction.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, Connection, Row as _, any::AnyRow};
use tokio::sync::Semaphore;

use super::{
    admission::Admission,
    commit::Commit,
    connection::Target,
    migrations,
    outbox::Handing,
    sql::{Argument, Dialect, script},
    writer::{Health, Writer},
};
use crate::{
    error::{Error, Result},
    options::Options,
    time::Time,
};

/// How many read at once.
const READERS: usize = 4;

/// After so long without use a connection may be gone; before, it answered a moment ago.
pub(super) const REST: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub(crate) struct Database {
    readers: Arc<Readers>,
    writer: Writer,
}

#[derive(Debug)]
struct Readers {
    target: Target,
    places: Semaphore,
    idle: Mutex<Vec<(AnyConnection, Instant)>>,
}

impl Database {
    pub(crate) async fn open(url: &str, options: &Options, time: &Arc<Time>) -> Result<Self> {
        let target = Target::new(url, options)?;
        let mut connection = target.connect().await?;
        migrations::run(&mut connection, target.dialect, options).await?;
        if target.dialect == Dialect::Postgres {
            look_at_clock(&mut connection, time).await?;
        }
        Ok(Self {
            writer: Writer::start(target.clone(), connection, time.clone()),
            readers: Arc::new(Readers {
                target,
                places: Semaphore::new(READERS),
                idle: Mutex::default(),
            }),
        })
    }

    /// Writes a commit. False: it was decided on what is not so any more, and nothing was written.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<bool> {
        self.writer.commit(commit).await
    }

    /// Writes down where an account is, if it is not written down.
    pub(crate) async fn admit(&self, admission: Admission) -> Result<bool> {
        self.writer.write(admission.into_write()).await
    }

    /// Hands out changes, puts them off or takes them away. Tells of each whether that was done.
    pub(crate) async fn hand(&self, handings: Vec<Handing>) -> Result<Vec<bool>> {
        self.writer.hand(handings).await
    }

    pub(crate) fn health(&self) -> Health {
        self.writer.health()
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.readers.target.dialect
    }

    /// Reads.
    pub(crate) async fn rows(&self, sql: String, arguments: Vec<Argument>) -> Result<Vec<AnyRow>> {
        let readers = Arc::clone(&self.readers);
        tokio::spawn(async move { readers.rows(&sql, arguments).await })
            .await
            .unwrap_or_else(|_| Err(Error::Database("reading was cut off".into())))
    }

    /// Reads one row.
    pub(crate) async fn row(
        &self,
        sql: String,
        arguments: Vec<Argument>,
    ) -> Result<Option<AnyRow>> {
        Ok(self.rows(sql, arguments).await?.into_iter().next())
    }

    /// The database's own time, where it may be on another machine.
    pub(crate) async fn look_at_time(&self, time: &Arc<Time>) -> Result<()> {
        if self.dialect() == Dialect::Sqlite {
            return Ok(());
        }
        let (readers, time) = (Arc::clone(&self.readers), Arc::clone(time));
        tokio::spawn(async move {
            let _place = readers.places.acquire().await.map_err(|_| closed())?;
            let mut connection = readers.acquire().await?;
            look_at_clock(&mut connection, &time).await?;
            readers.give_back(connection);
            Ok(())
        })
        .await
        .unwrap_or_else(|_| Err(Error::Database("reading was cut off".into())))
    }

    /// Writes what waits, and closes the connections.
    pub(crate) async fn close(&self) {
        self.writer.close().await;
        self.readers.places.close();
        let idle = std::mem::take(&mut *self.readers.idle());
        for (connection, _) in idle {
            let _ = connection.close().await;
        }
    }
}

impl Readers {
    async fn rows(&self, sql: &str, arguments: Vec<Argument>) -> Result<Vec<AnyRow>> {
        let _place = self.places.acquire().await.map_err(|_| closed())?;
        let mut connection = self.acquire().await?;
        let rows = self
            .target
            .dialect
            .rows(&mut connection, sql, arguments)
            .await?;
        // After an error it is not used again.
        self.give_back(connection);
        Ok(rows)
    }

    async fn acquire(&self) -> Result<AnyConnection> {
        let idle = self.idle().pop();
        self.target.fresh(idle).await
    }

    fn give_back(&self, connection: AnyConnection) {
        if !self.places.is_closed() {
            self.idle().push((connection, Instant::now()));
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<(AnyConnection, Instant)>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Target {
    /// A connection that answers: this one, or another in its place.
    pub(super) async fn fresh(
        &self,
        connection: Option<(AnyConnection, Instant)>,
    ) -> Result<AnyConnection> {
        match connection {
            Some((connection, used))
                if self.dialect == Dialect::Sqlite || used.elapsed() < REST =>
            {
                Ok(connection)
            }
            Some((mut connection, _)) => match connection.ping().await {
                Ok(()) => Ok(connection),
                Err(_) => self.connect().await,
            },
            None => self.connect().await,
        }
    }
}

/// The time that PostgreSQL tells.
pub(super) const CLOCK: &str =
    "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS clock";

/// Asks PostgreSQL for its time.
async fn look_at_clock(connection: &mut AnyConnection, time: &Time) -> Result<()> {
    let asked = time.steady();
    let rows = script(connection, CLOCK).await?;
    let Some(now) = rows.first().and_then(clock) else {
        return Err(Error::Unreadable("time of the database".into()));
    };
    time.take_from_database(now, asked)
}

/// The time in a row of [`CLOCK`].
pub(super) fn clock(row: &AnyRow) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(row.try_get("clock").ok()?)
}

pub(super) fn closed() -> Error {
    Error::Closed
}
