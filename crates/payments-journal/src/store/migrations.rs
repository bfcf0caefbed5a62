//! Migrations of the tables.

use sha2::{Digest, Sha256};

use super::{BATCHES, connection::Connection, sql::Dialect};
use crate::{
    error::{Error, Result},
    options::Options,
};

/// Oldest first. Never edit a released one: its checksum is stored in every journal. On SQLite, the
/// triggers of the batches exist already, and prevent renaming the tables that they use.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_journal.sql")];

/// The tables that grow. PostgreSQL can split them, because nothing crosses references.
const TABLES: [&str; 4] = [
    "journal_intent",
    "journal_history",
    "journal_inbox",
    "journal_outbox",
];
const PARTITIONED: &str = "PARTITION BY HASH (reference)";

/// SQL that an operator of Citus runs on the coordinator after the journal was opened there for the
/// first time and before anything is recorded. It distributes the tables over the workers; all rows
/// of one reference are on one worker. The extension must exist before the journal is opened.
///
/// ```
/// assert!(payments_journal::citus_schema().contains("journal_intent"));
/// ```
#[must_use]
pub fn citus_schema() -> String {
    let [first, rest @ ..] = TABLES;
    let mut sql = format!("SELECT create_distributed_table('{first}', 'reference');\n");
    for table in rest {
        sql += &format!(
            "SELECT create_distributed_table('{table}', 'reference', colocate_with => '{first}');\n"
        );
    }
    sql + "SELECT create_reference_table('journal_account');\n"
}

/// A key that no other program is likely to lock: "payments" in ASCII.
const LOCK: i64 = 0x7061_796d_656e_7473;

/// Creates or updates the tables, or only checks them if it may not `create`.
pub(super) async fn run(
    connection: &mut Connection,
    dialect: Dialect,
    options: &Options,
) -> Result<()> {
    let partitions = options.partitions;
    if partitions > 0 && dialect == Dialect::Sqlite {
        return Err(Error::Configuration(
            "only PostgreSQL splits tables into partitions".into(),
        ));
    }
    // A read costs less than a transaction, and only the first time is there no table to read.
    if let Ok(done) = done(connection).await
        && verify(&done)? == MIGRATIONS.len()
        && has_functions(connection, dialect).await?
    {
        return Ok(());
    }
    if !options.create {
        return Err(Error::NotPossible(
            "this database has no journal, or a journal of an earlier version".into(),
        ));
    }
    let begin = match dialect {
        Dialect::Postgres => {
            format!(
                "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock({LOCK})::text"
            )
        }
        Dialect::Sqlite => "BEGIN IMMEDIATE".into(),
    };
    connection.script(&begin).await?;
    connection.script("CREATE TABLE IF NOT EXISTS journal_migration (version BIGINT PRIMARY KEY, checksum TEXT NOT NULL)",
    )
    .await?;
    // What another process did meanwhile.
    let before = verify(&done(connection).await?)?;
    for (version, migration) in (1i64..).zip(MIGRATIONS).skip(before) {
        let (by, keyed) = match dialect {
            Dialect::Postgres if partitions > 0 => (PARTITIONED, PARTITIONED),
            Dialect::Postgres => ("", ""),
            Dialect::Sqlite => ("", "WITHOUT ROWID"),
        };
        let exact = match dialect {
            Dialect::Postgres => "COLLATE \"C\"",
            Dialect::Sqlite => "",
        };
        let sql = migration
            .replace("{exact}", exact)
            .replace("{keyed}", keyed)
            .replace("{by}", by);
        connection.script(&sql).await?;
        let checksum = checksum(migration);
        let insert = format!(
            "INSERT INTO journal_migration (version, checksum) VALUES ({version}, '{checksum}')"
        );
        connection.script(&insert).await?;
    }
    if before == 0 {
        for (table, number) in TABLES
            .iter()
            .flat_map(|table| (0..partitions).map(move |number| (table, number)))
        {
            let sql = format!(
                "CREATE TABLE {table}_{number} PARTITION OF {table} FOR VALUES WITH (MODULUS {partitions}, REMAINDER {number})"
            );
            connection.script(&sql).await?;
        }
    }
    if dialect == Dialect::Postgres {
        let citus = "SELECT 1 AS there FROM pg_extension WHERE extname = 'citus'";
        let is_cluster = !connection.script(citus).await?.is_empty();
        for batch in BATCHES {
            connection.script(&batch.function(is_cluster)).await?;
        }
    }
    connection.script("COMMIT").await?;
    Ok(())
}

/// Whether PostgreSQL has the functions of this version.
async fn has_functions(connection: &mut Connection, dialect: Dialect) -> Result<bool> {
    if dialect == Dialect::Sqlite {
        return Ok(true);
    }
    let names: Vec<_> = BATCHES
        .iter()
        .map(|batch| format!("to_regproc('{}') IS NOT NULL", batch.function_name()))
        .collect();
    let sql = format!("SELECT 1 AS there WHERE {}", names.join(" AND "));
    Ok(!connection.script(&sql).await?.is_empty())
}

/// The checksums of the applied migrations.
async fn done(connection: &mut Connection) -> Result<Vec<String>> {
    let rows = connection
        .script("SELECT checksum FROM journal_migration ORDER BY version")
        .await?;
    rows.iter().map(|row| row.try_get(0)).collect()
}

/// How many were applied, after checking that they equal those here.
fn verify(done: &[String]) -> Result<usize> {
    if done.len() > MIGRATIONS.len() {
        return Err(Error::Unreadable("schema of a later version".into()));
    }
    match done
        .iter()
        .zip(MIGRATIONS)
        .position(|(done, migration)| *done != checksum(migration))
    {
        None => Ok(done.len()),
        Some(index) => Err(Error::Unreadable(format!(
            "schema: its migration {} is not the one of this version",
            index + 1
        ))),
    }
}

fn checksum(migration: &str) -> String {
    payments_core::wire::hex(&Sha256::digest(migration))
}
