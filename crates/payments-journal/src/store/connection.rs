//! Opening one connection.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use sqlx::{AnyConnection, Connection, any::install_default_drivers};

#[cfg(feature = "postgres")]
use super::proof;
use super::{
    BATCHES,
    files::{self, File},
    sql::{Dialect, script},
};
use crate::{
    error::{Error, Result},
    options::Options,
};

/// How long a connection may take to come about.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long SQLite waits for another process that writes.
const BUSY: Duration = Duration::from_secs(30);

/// Where the database is, and how a connection to it is set up.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(super) dialect: Dialect,
    url: String,
    /// Where SQLite keeps it, if not in memory.
    pub(super) file: Option<File>,
    setup: String,
}

impl Target {
    /// Reads a URL. `create`: a file that is not there is made.
    pub(super) fn new(url: &str, options: &Options) -> Result<Self> {
        let Options {
            durable, create, ..
        } = *options;
        install_default_drivers();
        match url.split(':').next().unwrap_or_default() {
            "sqlite" => Ok(Self::sqlite(url, durable, create)),
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
        let url = match url.split_once('?') {
            // With a name of its own, which its connections share.
            _ if in_memory => {
                static COUNT: AtomicU64 = AtomicU64::new(0);
                let number = COUNT.fetch_add(1, Ordering::Relaxed);
                format!("sqlite:file:payments-journal-{number}?mode=memory&cache=shared")
            }
            None => format!("{url}?mode=rw"),
            Some((_, options)) if options.contains("mode=") => url.to_owned(),
            Some(_) => format!("{url}&mode=rw"),
        };
        let synchronous = if durable { "FULL" } else { "OFF" };
        let triggers: String = BATCHES.iter().map(|batch| batch.trigger()).collect();
        Self {
            dialect: Dialect::Sqlite,
            file: (!in_memory).then(|| File::new(name, create)),
            url,
            // Secure: what is erased is overwritten.
            setup: format!(
                "PRAGMA busy_timeout = {}; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA synchronous = {synchronous}; {triggers}",
                BUSY.as_millis()
            ),
        }
    }

    fn refused(&self, error: sqlx::Error) -> Error {
        match self.dialect {
            #[cfg(feature = "postgres")]
            Dialect::Postgres => proof::refused(&self.url, error),
            _ => error.into(),
        }
    }

    /// Opens a connection and sets it up, or tells at once why that cannot be.
    pub(super) async fn connect(&self) -> Result<AnyConnection> {
        if let Some(file) = &self.file {
            file.prepare()?;
        }
        let connect = async {
            let connection = AnyConnection::connect(&self.url).await;
            let mut connection = connection.map_err(|error| self.refused(error))?;
            if !self.setup.is_empty() {
                script(&mut connection, &self.setup).await?;
            }
            Ok::<_, Error>(connection)
        };
        let connection = tokio::time::timeout(PATIENCE.max(BUSY), connect)
            .await
            .map_err(|_| Error::Database("the database did not answer in time".into()))??;
        if let Some(file) = &self.file {
            files::check(file)?;
        }
        Ok(connection)
    }
}
