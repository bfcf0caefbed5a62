//! Another connection to a journal's database, as another process has one. It alone knows what the
//! tables are called.

use std::time::Duration;

use sqlx::{AnyPool, Executor, Row, any::AnyPoolOptions};
use tokio::time::{sleep, timeout};

/// How long something that is over may still be seen.
const MOMENT: Duration = Duration::from_secs(3);

/// A connection beside the journal's.
pub(crate) async fn beside(url: &str) -> AnyPool {
    sqlx::any::install_default_drivers();
    let one = AnyPoolOptions::new().max_connections(1);
    one.connect(url).await.unwrap()
}

/// Writes intents past the journal. The values are those of the columns here, in their order.
pub(crate) async fn write_intents(beside: &AnyPool, values: &str) {
    let sql = format!(
        "INSERT INTO journal_intent (reference, account, version, kind, state, status, amount, \
         currency, sends, asks, created_at, updated_at, finished_at, round_at, archived, whole, \
         request, fingerprint, progress, answer, trouble) VALUES {values}"
    );
    sqlx::raw_sql(&sql).execute(beside).await.unwrap();
}

/// What is committed about a reference: what, and how often.
pub(crate) type Parts = Vec<(String, i64)>;

/// Reads it in one statement, so it is all of one moment. By the simple protocol, which goes
/// through any pooler.
pub(crate) async fn parts(beside: &AnyPool, reference: &str) -> Parts {
    let sql = "SELECT 'intent ' || state AS what, COUNT(*) FROM journal_intent WHERE reference = $1 GROUP BY state \
               UNION ALL SELECT 'step ' || what, COUNT(*) FROM journal_history WHERE reference = $1 GROUP BY what \
               UNION ALL SELECT 'callback ' || outcome, COUNT(*) FROM journal_inbox WHERE reference = $1 GROUP BY outcome \
               UNION ALL SELECT 'told', COUNT(*) FROM journal_outbox WHERE reference = $1 GROUP BY reference ORDER BY 1";
    let sql = sql.replace("$1", &format!("'{reference}'"));
    let rows = sqlx::raw_sql(&sql).fetch_all(beside).await;
    let rows = rows.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// Waits until nobody is in a transaction; an error if somebody stays in one.
pub(crate) async fn nobody_is_in_a_transaction(beside: &AnyPool, url: &str) -> Result<(), String> {
    let over = async {
        while is_somebody_in_a_transaction(beside, url).await {
            sleep(Duration::from_millis(5)).await;
        }
    };
    let late = |_| "a connection stays in a transaction".to_owned();
    timeout(MOMENT, over).await.map_err(late)
}

async fn is_somebody_in_a_transaction(beside: &AnyPool, url: &str) -> bool {
    if url.starts_with("sqlite") {
        // SQLite tells nobody; but who wants to write has to wait.
        beside.execute("PRAGMA busy_timeout = 0").await.unwrap();
        let lock = beside.execute("BEGIN IMMEDIATE; ROLLBACK").await;
        return lock.is_err();
    }
    let sql = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    let row = sqlx::raw_sql(sql).fetch_one(beside).await.unwrap();
    row.get::<i64, _>(0) > 0
}
