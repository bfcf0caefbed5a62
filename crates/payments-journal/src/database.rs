//! The connection: which database, how it is set up, how a transaction begins.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::{
    Any, AnyPool, Connection, Executor, Row, Transaction,
    any::{AnyPoolOptions, install_default_drivers},
};

use crate::error::{Error, Result};

/// What changes the tables, oldest first. Never edit one that was released.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_journal.sql")];

/// A key that no other program is likely to lock: "payments" in ASCII.
const MIGRATION_LOCK: i64 = 0x7061_796d_656e_7473;

/// After so long without use a connection may be gone; before, it answered a moment ago.
const REST: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub(crate) struct Database {
    pool: AnyPool,
    postgres: bool,
}

impl Database {
    pub(crate) async fn open(url: &str, durable: bool) -> Result<Self> {
        install_default_drivers();
        let scheme = url.split(':').next().unwrap_or_default();
        let postgres = match scheme {
            "sqlite" => false,
            "postgres" | "postgresql" if cfg!(feature = "postgres") => true,
            "postgres" | "postgresql" => {
                return Err(Error::Configuration(
                    "the crate's feature postgres is off".into(),
                ));
            }
            _ => {
                return Err(Error::Configuration(
                    "expected a URL that begins with sqlite: or postgres:".into(),
                ));
            }
        };
        let pool = if postgres {
            AnyPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(30))
                // Asked only after a rest whether the server is still there: before every statement, that is a third of all round trips.
                .test_before_acquire(false)
                .before_acquire(|connection, rest| {
                    Box::pin(async move {
                        if rest.idle_for > REST {
                            connection.ping().await?;
                        }
                        Ok(true)
                    })
                })
                .after_connect(|connection, _| {
                    Box::pin(async move {
                        // What was committed before a send must be there after the server fails.
                        connection
                            .execute(
                                "SELECT set_config('synchronous_commit', 'on', false) \
                                 WHERE current_setting('synchronous_commit') IN ('off', 'local')",
                            )
                            .await?;
                        Ok(())
                    })
                })
                .connect(url)
                .await?
        } else {
            sqlite(url, durable).await?
        };
        let database = Self { pool, postgres };
        // A look costs less than a transaction, and there is no table to look at the first time only.
        if database.version().await.ok() != Some(MIGRATIONS.len()) {
            database.migrate().await?;
        }
        Ok(database)
    }

    /// How many migrations were done.
    async fn version(&self) -> Result<usize> {
        let row = sqlx::query("SELECT COUNT(*) FROM journal_migration")
            .fetch_one(&self.pool)
            .await?;
        let done: i64 = row.try_get(0)?;
        Ok(usize::try_from(done).unwrap_or_default())
    }

    pub(crate) fn pool(&self) -> &AnyPool {
        &self.pool
    }

    /// Begins to write. SQLite takes the lock at once: two readers that both want to write later could only fail.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>> {
        let begin = if self.postgres {
            // The compare-and-set reads what was committed meanwhile.
            "BEGIN ISOLATION LEVEL READ COMMITTED"
        } else {
            "BEGIN IMMEDIATE"
        };
        Ok(self.pool.begin_with(begin).await?)
    }

    /// The clause by which workers pass over each other's rows. SQLite has one writer and needs none.
    pub(crate) fn skip_locked(&self) -> &'static str {
        if self.postgres {
            "FOR UPDATE SKIP LOCKED"
        } else {
            ""
        }
    }

    /// The database's own time, where it may be on another machine.
    pub(crate) async fn now(&self) -> Result<Option<DateTime<Utc>>> {
        if !self.postgres {
            return Ok(None);
        }
        let row =
            sqlx::query("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")
                .fetch_one(&self.pool)
                .await?;
        Ok(DateTime::from_timestamp_millis(row.try_get(0)?))
    }

    async fn migrate(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        if self.postgres {
            sqlx::query("SELECT pg_advisory_xact_lock($1)")
                .bind(MIGRATION_LOCK)
                .execute(&mut *tx)
                .await?;
        }
        tx.execute("CREATE TABLE IF NOT EXISTS journal_migration (version BIGINT PRIMARY KEY)")
            .await?;
        let row = sqlx::query("SELECT COUNT(*) FROM journal_migration")
            .fetch_one(&mut *tx)
            .await?;
        let done: i64 = row.try_get(0)?;
        let id = if self.postgres {
            "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
        } else {
            "INTEGER PRIMARY KEY AUTOINCREMENT"
        };
        let done = usize::try_from(done).unwrap_or_default();
        if done > MIGRATIONS.len() {
            return Err(Error::Unreadable("schema of a later version".into()));
        }
        for (version, migration) in (1i64..).zip(MIGRATIONS).skip(done) {
            let migration = migration.replace("{id}", id);
            tx.execute(migration.as_str()).await?;
            sqlx::query("INSERT INTO journal_migration (version) VALUES ($1)")
                .bind(version)
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// One connection: SQLite has one writer anyway, and here they queue in order instead of polling for the lock. Other processes wait for it by the
/// busy time-out.
async fn sqlite(url: &str, durable: bool) -> Result<AnyPool> {
    let url = match url.split_once('?') {
        _ if url.contains(":memory:") => url.to_owned(),
        None => format!("{url}?mode=rwc"),
        Some((_, options)) if options.contains("mode=") => url.to_owned(),
        Some(_) => format!("{url}&mode=rwc"),
    };
    let synchronous = if durable { "FULL" } else { "OFF" };
    let pool = AnyPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(60))
        // There is no network between: asking whether it is there costs as much as a question.
        .test_before_acquire(false)
        // A database in memory lives as long as its connection.
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                // Secure: what is erased is overwritten.
                let pragmas = format!(
                    "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA synchronous = {synchronous}"
                );
                connection.execute(pragmas.as_str()).await?;
                Ok(())
            })
        })
        .connect(&url)
        .await?;
    Ok(pool)
}
