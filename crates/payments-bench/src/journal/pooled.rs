//! A database of its own, which is reached directly and by way of a pooler: a pooler does not pass
//! on the schema that a URL names.

use sqlx::{Connection, Executor, PgConnection};

const DATABASE: &str = "payments_bench_pooled";

/// Makes it anew, and tells its URL on the server and on the pooler.
pub async fn prepare(server: &str, pooler: &str) -> crate::Result<(String, String)> {
    remove(server).await?;
    run(server, &format!("CREATE DATABASE {DATABASE}")).await?;
    Ok((named(server), named(pooler)))
}

/// Takes it away.
pub async fn remove(server: &str) -> crate::Result<()> {
    let sql = format!("DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)");
    run(server, &sql).await
}

async fn run(server: &str, sql: &str) -> crate::Result<()> {
    let mut connection = PgConnection::connect(server).await?;
    connection.execute(sql).await?;
    Ok(connection.close().await?)
}

/// The URL with this database in place of its own.
fn named(url: &str) -> String {
    let (before, options) = url.split_once('?').unwrap_or((url, ""));
    let host = match before.rsplit_once('/') {
        Some((host, _)) if !host.ends_with('/') => host,
        _ => before,
    };
    match options {
        "" => format!("{host}/{DATABASE}"),
        options => format!("{host}/{DATABASE}?{options}"),
    }
}
