//! The connection: which database, how it is set up, how a transaction begins.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::{
    Any, AnyPool, Connection, Executor, Row, Transaction,
    any::{AnyPoolOptions, install_default_drivers},
};

use crate::{
    error::{Error, Result},
    write::Commits,
};

/// What changes the tables, oldest first. Never edit one that was released. On SQLite, the triggers of `commit.rs` are there already, and let no
/// table that they name be renamed.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_journal.sql")];

/// A key that no other program is likely to lock: "payments" in ASCII.
const MIGRATION_LOCK: i64 = 0x7061_796d_656e_7473;

/// After so long without use a connection may be gone; before, it answered a moment ago.
const REST: Duration = Duration::from_secs(1);

/// Whose words of SQL are spoken, where they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

#[derive(Debug)]
pub(crate) struct Database {
    pool: AnyPool,
    dialect: Dialect,
    commits: Commits,
}

impl Database {
    pub(crate) async fn open(url: &str, durable: bool) -> Result<Self> {
        install_default_drivers();
        let scheme = url.split(':').next().unwrap_or_default();
        let dialect = match scheme {
            "sqlite" => Dialect::Sqlite,
            "postgres" | "postgresql" if cfg!(feature = "postgres") => Dialect::Postgres,
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
        let commits = Commits::new(dialect);
        let pool = match dialect {
            Dialect::Postgres => postgres(url).await?,
            Dialect::Sqlite => sqlite(url, durable, commits.setup()).await?,
        };
        let database = Self {
            pool,
            dialect,
            commits,
        };
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

    pub(crate) fn commits(&self) -> &Commits {
        &self.commits
    }

    /// Begins to write. SQLite takes the lock at once: two readers that both want to write later could only fail.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>> {
        let begin = match self.dialect {
            Dialect::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
            Dialect::Sqlite => "BEGIN IMMEDIATE",
        };
        Ok(self.pool.begin_with(begin).await?)
    }

    /// The clause by which workers pass over each other's rows. SQLite has one writer and needs none.
    pub(crate) fn skip_locked(&self) -> &'static str {
        match self.dialect {
            Dialect::Postgres => "FOR UPDATE SKIP LOCKED",
            Dialect::Sqlite => "",
        }
    }

    /// The database's own time, where it may be on another machine.
    pub(crate) async fn now(&self) -> Result<Option<DateTime<Utc>>> {
        if self.dialect == Dialect::Sqlite {
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
        if self.dialect == Dialect::Postgres {
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
        let words = match self.dialect {
            Dialect::Postgres => {
                let growing = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
                [("{id}", growing), ("{once}", growing), ("{keyed}", "")]
            }
            Dialect::Sqlite => [
                ("{id}", "INTEGER PRIMARY KEY"),
                ("{once}", "INTEGER PRIMARY KEY AUTOINCREMENT"),
                ("{keyed}", "WITHOUT ROWID"),
            ],
        };
        let done = usize::try_from(done).unwrap_or_default();
        if done > MIGRATIONS.len() {
            return Err(Error::Unreadable("schema of a later version".into()));
        }
        for (version, migration) in (1i64..).zip(MIGRATIONS).skip(done) {
            let migration = words
                .iter()
                .fold((*migration).to_owned(), |text, (word, means)| {
                    text.replace(word, means)
                });
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

async fn postgres(url: &str) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
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
                // The compare-and-set reads what was committed meanwhile, and fails for nobody.
                connection
                    .execute("SELECT set_config('default_transaction_isolation', 'read committed', false)")
                    .await?;
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
        .await?;
    Ok(pool)
}

/// One connection: SQLite has one writer anyway, and here they queue in order instead of polling for the lock. Other processes wait for it by the
/// busy time-out.
async fn sqlite(url: &str, durable: bool, setup: String) -> Result<AnyPool> {
    let url = match url.split_once('?') {
        _ if url.contains(":memory:") => url.to_owned(),
        None => format!("{url}?mode=rwc"),
        Some((_, options)) if options.contains("mode=") => url.to_owned(),
        Some(_) => format!("{url}&mode=rwc"),
    };
    let synchronous = if durable { "FULL" } else { "OFF" };
    // Secure: what is erased is overwritten.
    let setup = format!(
        "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA synchronous = {synchronous}; {setup}"
    );
    let pool = AnyPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(60))
        // There is no network between: asking whether it is there costs as much as a question.
        .test_before_acquire(false)
        // A database in memory lives as long as its connection.
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            let setup = setup.clone();
            Box::pin(async move {
                connection.execute(setup.as_str()).await?;
                Ok(())
            })
        })
        .connect(&url)
        .await?;
    Ok(pool)
}
