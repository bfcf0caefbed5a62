//! Another connection that reads the journal's tables. It alone knows what they are called.

use std::{collections::BTreeMap, time::Duration};

use sqlx::{
    AnyPool, Executor, Row,
    any::{AnyPoolOptions, install_default_drivers},
};

pub(crate) struct Reader(AnyPool);

impl Reader {
    /// `None`: nobody is there.
    pub(crate) async fn connect(url: &str) -> Option<Self> {
        install_default_drivers();
        let one = AnyPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(5));
        one.connect(url).await.ok().map(Self)
    }

    /// The state of each payment that is recorded, by reference.
    pub(crate) async fn payments(&self) -> BTreeMap<String, String> {
        let rows = sqlx::query("SELECT reference, state FROM journal_intent");
        let rows = rows.fetch_all(&self.0).await.unwrap();
        rows.iter().map(|row| (row.get(0), row.get(1))).collect()
    }

    /// The references of the callbacks that are kept, with how many there are of each.
    pub(crate) async fn callbacks(&self) -> BTreeMap<String, i64> {
        let rows = sqlx::query("SELECT reference, COUNT(*) FROM journal_inbox GROUP BY reference");
        let rows = rows.fetch_all(&self.0).await.unwrap();
        rows.iter().map(|row| (row.get(0), row.get(1))).collect()
    }

    /// How many payments were recorded before a time, in milliseconds since 1970.
    pub(crate) async fn recorded_before(&self, time: i64) -> i64 {
        let rows = sqlx::query("SELECT COUNT(*) FROM journal_intent WHERE created_at < $1");
        rows.bind(time).fetch_one(&self.0).await.unwrap().get(0)
    }

    /// Commands to a PostgreSQL server, one after the other.
    pub(crate) async fn command(&self, commands: &[&str]) {
        for command in commands {
            self.0.execute(*command).await.unwrap();
        }
    }
}
