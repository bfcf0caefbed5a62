//! Opening one connection.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use percent_encoding::percent_decode_str;

use super::{
    failure::Failure,
    files::{self, File},
    sql::{Argument, Cells, Dialect},
    sqlite::Sqlite,
};
#[cfg(feature = "postgres")]
use super::{postgres::Postgres, proof};
use crate::{
    error::{Error, Result},
    options::Options,
};

/// The time-out for connecting to PostgreSQL.
#[cfg(feature = "postgres")]
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection unused for this long may be gone and is checked; a more recently used one is not.
pub(super) const REST: Duration = Duration::from_secs(1);

/// How long SQLite waits for another process that writes.
const BUSY: Duration = Duration::from_secs(30);

/// Where the database is, and how a connection to it is set up.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(super) dialect: Dialect,
    url: String,
    /// SQLite's file, if it is not in memory.
    pub(super) file: Option<File>,
    setup: String,
}

/// A connection. SQLite blocks the thread, so each of its connections belongs to a thread of the
/// journal.
pub(super) enum Connection {
    Sqlite(Sqlite),
    #[cfg(feature = "postgres")]
    Postgres(Postgres),
}

impl Connection {
    /// Runs statements without arguments, and returns the rows of all of them.
    pub(super) async fn script(&mut self, sql: &str) -> Result<Vec<Cells>, Failure> {
        match self {
            Self::Sqlite(connection) => connection.script(sql),
            #[cfg(feature = "postgres")]
            Self::Postgres(connection) => connection.script(sql).await,
        }
    }

    /// Runs a statement with arguments for `$1`, `$2`, … and returns its rows.
    pub(super) async fn rows(
        &mut self,
        sql: &str,
        arguments: &[Argument],
    ) -> Result<Vec<Cells>, Failure> {
        match self {
            Self::Sqlite(connection) => connection.rows(sql, arguments),
            #[cfg(feature = "postgres")]
            Self::Postgres(connection) => connection.rows(sql, arguments).await,
        }
    }

    /// Whether it still works after a pause.
    pub(super) async fn answers(&mut self) -> bool {
        match self {
            Self::Sqlite(_) => true,
            #[cfg(feature = "postgres")]
            Self::Postgres(connection) => connection.answers().await,
        }
    }

    pub(super) async fn close(self) {
        match self {
            Self::Sqlite(connection) => drop(connection),
            #[cfg(feature = "postgres")]
            Self::Postgres(connection) => connection.close().await,
        }
    }
}

impl Target {
    /// Reads a URL. `create`: a missing file is created.
    pub(super) fn new(url: &str, options: &Options) -> Result<Self> {
        match url.split(':').next().unwrap_or_default() {
            "sqlite" => Ok(Self::sqlite(url, options.durable, options.create)),
            #[cfg(feature = "postgres")]
            "postgres" | "postgresql" => Ok(Self {
                dialect: Dialect::Postgres,
                url: proof::proved(url, options.unverified_database)?,
                file: None,
                setup: String::new(),
            }),
            #[cfg(not(feature = "postgres"))]
            "postgres" | "postgresql" => Err(Error::Configuration(
                "the crate's feature postgres is off".into(),
            )),
            _ => Err(Error::Configuration(
                "expected a URL that begins with sqlite: or postgres:".into(),
            )),
        }
    }

    fn sqlite(url: &str, durable: bool, create: bool) -> Self {
        let name = url
            .trim_start_matches("sqlite:")
            .trim_start_matches("//")
            .split('?')
            .next()
            .unwrap_or_default();
        let in_memory = name.is_empty() || name == ":memory:" || url.contains("mode=memory");
        // SQLite reads the URI itself, including the parameters after the question mark.
        let uri = match url.split_once('?') {
            // A name of its own, shared by its connections.
            _ if in_memory => {
                static COUNT: AtomicU64 = AtomicU64::new(0);
                let number = COUNT.fetch_add(1, Ordering::Relaxed);
                format!("file:payments-journal-{number}?mode=memory&cache=shared")
            }
            None => format!("file:{name}?mode=rw"),
            Some((_, options)) if options.contains("mode=") => format!("file:{name}?{options}"),
            Some((_, options)) => format!("file:{name}?{options}&mode=rw"),
        };
        let path = percent_decode_str(name).decode_utf8_lossy();
        let synchronous = if durable { "FULL" } else { "OFF" };
        Self {
            dialect: Dialect::Sqlite,
            file: (!in_memory).then(|| File::new(&path, create)),
            url: uri,
            // Secure delete: erased data is overwritten.
            setup: format!(
                "PRAGMA busy_timeout = {}; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; \
                 PRAGMA synchronous = {synchronous}",
                BUSY.as_millis()
            ),
        }
    }

    /// Opens a connection and sets it up; fails at once if that is impossible.
    pub(super) async fn connect(&self) -> Result<Connection> {
        match self.dialect {
            Dialect::Sqlite => Ok(Connection::Sqlite(self.open()?)),
            #[cfg(feature = "postgres")]
            Dialect::Postgres => {
                let connect = tokio::time::timeout(PATIENCE, Postgres::connect(&self.url)).await;
                let late = |_| Error::Database("the database did not answer in time".into());
                Ok(Connection::Postgres(connect.map_err(late)??))
            }
            #[cfg(not(feature = "postgres"))]
            Dialect::Postgres => Err(Error::Closed),
        }
    }

    /// Opens SQLite's file; blocks the thread.
    fn open(&self) -> Result<Sqlite> {
        if let Some(file) = &self.file {
            file.prepare()?;
        }
        let connection = Sqlite::open(&self.url)?;
        connection.script(&self.setup)?;
        if let Some(file) = &self.file {
            files::check(file)?;
        }
        Ok(connection)
    }
}
