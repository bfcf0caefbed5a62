//! Where it is measured: a database of its own, with the journal's tables and, beside them, the
//! table that somebody would make by hand.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use sqlx::{
    Executor, PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

/// A database with nothing in it.
pub enum Place {
    Sqlite {
        pool: SqlitePool,
        file: PathBuf,
    },
    Postgres {
        pool: PgPool,
        url: String,
        schema: &'static str,
    },
}

impl Place {
    pub async fn sqlite() -> crate::Result<Self> {
        let file = std::env::temp_dir().join(format!("payments-bench-{}.db", std::process::id()));
        remove(&file);
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        // As many as there can be writers; more would poll for the lock.
        let pool = SqlitePoolOptions::new().max_connections(1);
        let pool = pool.connect_with(options).await?;
        let place = Self::Sqlite { pool, file };
        place
            .run(&table("INTEGER PRIMARY KEY AUTOINCREMENT"))
            .await?;
        Ok(place)
    }

    /// A schema of its own on a server.
    pub async fn postgres(server: &str, schema: &'static str) -> crate::Result<Self> {
        let separator = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{separator}options[search_path]={schema}");
        let pool = PgPoolOptions::new()
            .max_connections(16)
            .connect(&url)
            .await?;
        let place = Self::Postgres { pool, url, schema };
        place
            .run(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"))
            .await?;
        place.run(&format!("CREATE SCHEMA {schema}")).await?;
        place
            .run(&table("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"))
            .await?;
        Ok(place)
    }

    pub fn name(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "SQLite",
            Self::Postgres { .. } => "PostgreSQL",
        }
    }

    /// What the journal opens.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite { file, .. } => format!("sqlite://{}", file.display()),
            Self::Postgres { url, .. } => url.clone(),
        }
    }

    /// A statement without parameters.
    pub async fn run(&self, sql: &str) -> crate::Result<()> {
        match self {
            Self::Sqlite { pool, .. } => pool.execute(sql).await.map(drop)?,
            Self::Postgres { pool, .. } => pool.execute(sql).await.map(drop)?,
        }
        Ok(())
    }

    /// The numbers of a series as a table `n` with the column `i`.
    pub fn series(&self, from: u64, to: u64) -> String {
        match self {
            Self::Sqlite { .. } => format!(
                "WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to})"
            ),
            Self::Postgres { .. } => {
                format!("WITH n(i) AS (SELECT * FROM generate_series({from}, {to}))")
            }
        }
    }

    /// How many intents the journal has.
    pub async fn intents(&self) -> crate::Result<i64> {
        let sql = "SELECT COUNT(*) FROM journal_intent";
        Ok(match self {
            Self::Sqlite { pool, .. } => sqlx::query_scalar(sql).fetch_one(pool).await?,
            Self::Postgres { pool, .. } => sqlx::query_scalar(sql).fetch_one(pool).await?,
        })
    }

    /// Bytes that the journal's tables take, indices and all.
    pub async fn bytes(&self) -> crate::Result<f64> {
        let bytes: i64 = match self {
            Self::Sqlite { pool, .. } => {
                let sql =
                    "SELECT COALESCE(SUM(pgsize), 0) FROM dbstat WHERE name LIKE '%journal_%'";
                sqlx::query_scalar(sql).fetch_one(pool).await?
            }
            Self::Postgres { pool, schema, .. } => {
                let sql = "SELECT SUM(pg_total_relation_size(c.oid))::BIGINT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace \
                           WHERE nspname = $1 AND relkind = 'r' AND relname LIKE 'journal%'";
                sqlx::query_scalar(sql)
                    .bind(*schema)
                    .fetch_one(pool)
                    .await?
            }
        };
        Ok(bytes as f64)
    }

    /// What somebody would write by hand, of these texts.
    pub fn hand(&self, request: &str, answer: &str) -> Hand {
        let texts = Arc::new([request.to_owned(), answer.to_owned()]);
        match self {
            Self::Sqlite { pool, .. } => Hand(Pool::Sqlite(pool.clone()), texts),
            Self::Postgres { pool, .. } => Hand(Pool::Postgres(pool.clone()), texts),
        }
    }

    /// Takes it away.
    pub async fn close(self) -> crate::Result<()> {
        match &self {
            Self::Postgres { schema, .. } => {
                self.run(&format!("DROP SCHEMA {schema} CASCADE")).await?;
            }
            Self::Sqlite { pool, file } => {
                pool.close().await;
                remove(file);
            }
        }
        Ok(())
    }
}

/// What somebody would do by hand: a row before sending and its answer after, each committed by
/// itself.
#[derive(Clone)]
pub struct Hand(Pool, Arc<[String; 2]>);

#[derive(Clone)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Hand {
    pub async fn intent(&self, reference: &str) -> crate::Result<()> {
        let insert = "INSERT INTO bare_intent (provider, reference, state, request, created_at) VALUES ('fake', $1, 'open', $2, 0)";
        let update = "UPDATE bare_intent SET state = 'finished', answer = $2 WHERE reference = $1 AND provider = 'fake'";
        let Self(pool, texts) = self;
        let [request, answer] = &**texts;
        for (statement, text) in [(insert, request), (update, answer)] {
            macro_rules! run {
                ($pool:expr) => {
                    sqlx::query(statement)
                        .bind(reference)
                        .bind(text)
                        .execute($pool)
                        .await
                        .map(drop)?
                };
            }
            match pool {
                Pool::Sqlite(pool) => run!(pool),
                Pool::Postgres(pool) => run!(pool),
            }
        }
        Ok(())
    }
}

fn table(id: &str) -> String {
    format!(
        "CREATE TABLE bare_intent (id {id}, provider TEXT NOT NULL, reference TEXT NOT NULL, state TEXT NOT NULL, request TEXT NOT NULL, \
         answer TEXT, created_at BIGINT NOT NULL, UNIQUE (reference, provider))"
    )
}

fn remove(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        // Most often it is not there.
        let _ = std::fs::remove_file(name);
    }
}
