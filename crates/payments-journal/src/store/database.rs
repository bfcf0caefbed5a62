//! The database of a journal: connections that read, and the writer.
//!
//! Every database call runs in the journal's own task. A caller that is dropped does not cancel it,
//! so no caller can leave a connection in the middle of a transaction.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use tokio::{runtime::Handle, task::spawn_blocking};

use super::{
    admission::Admission,
    commit::Commit,
    connection::{Connection, Target},
    migrations,
    outbox::Handing,
    readers::Readers,
    sql::{Argument, Cells, Dialect},
    writer::{Health, Writer},
};
use crate::{
    error::{Error, Result},
    options::Options,
    time::Time,
};

#[derive(Debug)]
pub(crate) struct Database {
    readers: Readers,
    writer: Writer,
}

impl Database {
    pub(crate) async fn open(url: &str, options: &Options, time: &Arc<Time>) -> Result<Self> {
        let target = Target::new(url, options)?;
        let (opened, options, clock) = (target.clone(), options.clone(), Arc::clone(time));
        let open = async move {
            let mut connection = opened.connect().await?;
            migrations::run(&mut connection, opened.dialect, &options).await?;
            if opened.dialect == Dialect::Postgres {
                look_at_clock(&mut connection, &clock).await?;
            }
            Ok::<_, Error>(connection)
        };
        let connection = match target.dialect {
            Dialect::Postgres => open.await?,
            // It may wait for another process, and blocks its thread.
            Dialect::Sqlite => {
                let runtime = Handle::current();
                let opened = spawn_blocking(move || runtime.block_on(open)).await;
                opened.unwrap_or_else(|_| Err(Error::cut_off()))?
            }
        };
        Ok(Self {
            writer: Writer::start(target.clone(), connection, Arc::clone(time))?,
            readers: Readers::new(target),
        })
    }

    /// Writes a commit. False: the row has changed since the decision, and nothing was written.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<bool> {
        self.writer.commit(commit).await
    }

    /// Records an account's host, if none is recorded.
    pub(crate) async fn admit(&self, admission: Admission) -> Result<bool> {
        self.writer.write(admission.into_write()).await
    }

    /// Hands out changes, postpones them or removes them. Returns for each whether that was done.
    pub(crate) async fn hand(&self, handings: Vec<Handing>) -> Result<Vec<bool>> {
        self.writer.hand(handings).await
    }

    pub(crate) fn health(&self) -> Health {
        self.writer.health()
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.readers.dialect()
    }

    /// Reads.
    pub(crate) async fn rows(&self, sql: String, arguments: Vec<Argument>) -> Result<Vec<Cells>> {
        self.readers.rows(sql, arguments).await
    }

    /// Reads one row.
    pub(crate) async fn row(&self, sql: String, arguments: Vec<Argument>) -> Result<Option<Cells>> {
        Ok(self.rows(sql, arguments).await?.into_iter().next())
    }

    /// Reads the database's time, if it may be on another machine.
    pub(crate) async fn look_at_time(&self, time: &Arc<Time>) -> Result<()> {
        if self.dialect() == Dialect::Sqlite {
            return Ok(());
        }
        let asked = time.steady();
        let row = self.row(CLOCK.to_owned(), Vec::new()).await?;
        take_clock(row.as_ref(), time, asked)
    }

    /// Writes what waits, and closes the connections.
    pub(crate) async fn close(&self) {
        self.writer.close().await;
        self.readers.close().await;
    }
}

/// Selects PostgreSQL's time.
pub(super) const CLOCK: &str =
    "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS clock";

/// Asks PostgreSQL for its time.
async fn look_at_clock(connection: &mut Connection, time: &Time) -> Result<()> {
    let asked = time.steady();
    let rows = connection.script(CLOCK).await?;
    take_clock(rows.first(), time, asked)
}

fn take_clock(row: Option<&Cells>, time: &Time, asked: Option<Duration>) -> Result<()> {
    let Some(now) = row.and_then(clock) else {
        return Err(Error::Unreadable("time of the database".into()));
    };
    time.take_from_database(now, asked)
}

/// The time in a row of [`CLOCK`].
pub(super) fn clock(row: &Cells) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(row.try_get("clock").ok()?)
}
