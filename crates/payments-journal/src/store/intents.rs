//! Finding intents, and taking one that is due.

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Kind, News, Reference};

use super::{
    Commit,
    commit::COLUMNS,
    database::Database,
    sql::Argument,
    stored::{read, time},
};
use crate::{
    error::{Error, Result},
    intent::Row,
};

/// The wording must match the index on the states, or SQLite does not use it.
pub(crate) const UNFINISHED: &str = "state <> 'finished'";

/// When the next intent is due.
const NEXT_DUE: &str = "SELECT MIN(due_at) FROM journal_intent WHERE state = 'open'";

/// How many due rows are read, so that concurrent workers rarely take the same one.
const PAGE: i64 = 16;

impl Database {
    pub(crate) async fn find(
        &self,
        account: &AccountId,
        reference: &Reference,
    ) -> Result<Option<Row>> {
        let arguments = vec![reference.as_str().into(), account.as_str().into()];
        let sql = select("reference = $1 AND account = $2");
        let row = self.row(sql, arguments).await?;
        row.as_ref().map(read).transpose()
    }

    /// Like [`find`](Self::find); otherwise what a sub-account of that account has recorded under
    /// the reference: a platform's callbacks may be about those.
    pub(crate) async fn find_heard(
        &self,
        account: &AccountId,
        reference: &Reference,
    ) -> Result<Option<Row>> {
        // Everything between `x+` and `x,` begins with `x+`.
        let [from, to] = ['+', ','].map(|end| format!("{account}{end}"));
        let sql = select(
            "reference = $1 AND (account = $2 OR (account > $3 AND account < $4)) ORDER BY account LIMIT 2",
        );
        let arguments = vec![
            reference.as_str().into(),
            account.as_str().into(),
            from.into(),
            to.into(),
        ];
        let rows = self.rows(sql, arguments).await?;
        match rows.as_slice() {
            [] => Ok(None),
            // The account's own row comes before those of its sub-accounts.
            [first, rest @ ..] => {
                let first = read(first)?;
                let is_clear = first.entry.account == *account || rest.is_empty();
                Ok(is_clear.then_some(first))
            }
        }
    }

    /// The intent with this id of the provider. There is no index for it: it is for the rare news
    /// that names nothing else.
    pub(crate) async fn find_by_provider_id(
        &self,
        account: &AccountId,
        id: &str,
    ) -> Result<Option<Row>> {
        let member = serde_json::json!({"provider_id": id}).to_string();
        let member = member.trim_matches(['{', '}']);
        let escaped = member
            .replace('!', "!!")
            .replace('%', "!%")
            .replace('_', "!_");
        let arguments = vec![account.as_str().into(), format!("%{escaped}%").into()];
        let sql = select("account = $1 AND answer LIKE $2 ESCAPE '!'");
        for row in self.rows(sql, arguments).await? {
            let row = read(&row)?;
            if row.entry.answer.as_ref().and_then(News::provider_id) == Some(id) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// Like [`find`](Self::find), for a row that existed a moment ago.
    pub(crate) async fn load(&self, row: &Row) -> Result<Row> {
        let found = self.find(&row.entry.account, &row.entry.reference).await?;
        found.ok_or(Error::NotFound)
    }

    /// Leases one of the intents that have been due for longest, among the served ones. No row is
    /// locked: a slower process tries another row.
    pub(crate) async fn take(
        &self,
        served: &[(AccountId, Kind)],
        now: DateTime<Utc>,
        chance: u64,
        mut hold: impl FnMut(&mut Row) -> bool,
    ) -> Result<Option<Row>> {
        if served.is_empty() {
            return Ok(None);
        }
        loop {
            let mut due = self.due(served, now).await?;
            if due.is_empty() {
                return Ok(None);
            }
            let length = due.len();
            due.rotate_left(usize::try_from(chance).unwrap_or_default() % length);
            for (reference, account) in due {
                let Some(old) = self.find(&account, &reference).await? else {
                    continue;
                };
                let mut new = old.clone();
                if hold(&mut new) {
                    new.version = new.version.saturating_add(1);
                    if self.commit(Commit::without_step(&old, &new)).await? {
                        return Ok(Some(new));
                    }
                }
            }
        }
    }

    async fn due(
        &self,
        served: &[(AccountId, Kind)],
        now: DateTime<Utc>,
    ) -> Result<Vec<(Reference, AccountId)>> {
        let (sql, arguments) = due(served, now);
        let rows = self.rows(sql, arguments).await?;
        rows.iter()
            .map(|row| {
                let reference: String = row.try_get(0)?;
                let reference = crate::error::readable("reference", reference.try_into())?;
                Ok((reference, row.try_get(1)?))
            })
            .collect()
    }

    /// The accounts and kinds of what is due.
    pub(crate) async fn due_accounts(&self, now: DateTime<Utc>) -> Result<Vec<(AccountId, Kind)>> {
        let sql = "SELECT DISTINCT account, kind FROM journal_intent WHERE state = 'open' AND due_at <= $1";
        let arguments = vec![now.timestamp_millis().into()];
        let rows = self.rows(sql.to_owned(), arguments).await?;
        rows.iter()
            .map(|row| {
                let kind: String = row.try_get(1)?;
                let kind = Kind::read(&kind).ok_or_else(|| Error::Unreadable("kind".into()))?;
                Ok((row.try_get(0)?, kind))
            })
            .collect()
    }

    /// When the next intent is due.
    pub(crate) async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        let row = self.row(NEXT_DUE.to_owned(), Vec::new()).await?;
        let due: Option<i64> = row.map(|row| row.try_get(0)).transpose()?.flatten();
        due.map(time).transpose()
    }
}

/// The intents for which a condition holds.
pub(crate) fn select(condition: &str) -> String {
    format!("SELECT {COLUMNS} FROM journal_intent WHERE {condition}")
}

/// The due intents of the served kinds and accounts.
fn due(served: &[(AccountId, Kind)], now: DateTime<Utc>) -> (String, Vec<Argument>) {
    let mut arguments = vec![Argument::Number(now.timestamp_millis())];
    let mut any = Vec::new();
    for (account, kind) in served {
        arguments.extend([
            Argument::from(account.as_str()),
            Argument::from(kind.as_str()),
        ]);
        let number = arguments.len();
        any.push(format!("(account = ${} AND kind = ${number})", number - 1));
    }
    let sql = format!(
        "SELECT reference, account FROM journal_intent WHERE state = 'open' AND due_at <= $1 AND ({}) ORDER BY due_at LIMIT {PAGE}",
        any.join(" OR ")
    );
    (sql, arguments)
}

#[cfg(test)]
mod tests {
    use payments_core::retry::SystemClock;
    use std::sync::Arc;

    use super::*;
    use crate::{options::Options, store::Dialect, time::Time};

    /// Fewer than a journal has in a year; the plan is the same for a million finished and a
    /// hundred thousand open.
    const FINISHED: i64 = 20_000;
    const OPEN: i64 = 2_000;

    async fn database(url: &str, time: &Arc<Time>) -> Database {
        let options = Options::new().not_durable();
        Database::open(url, &options, time).await.unwrap()
    }

    /// Opens a journal with many intents, of which none is due, and tells the plans of what a
    /// worker asks.
    async fn plans(database: &Database, explain: &str) -> Vec<Vec<String>> {
        let series = match database.dialect() {
            Dialect::Sqlite => {
                "WITH RECURSIVE n(i) AS (SELECT $1 UNION ALL SELECT i + 1 FROM n WHERE i < $2)"
            }
            Dialect::Postgres => "WITH n(i) AS (SELECT * FROM generate_series($1, $2))",
        };
        let rows = [
            ("finished", 0, FINISHED),
            ("open", FINISHED + 1, FINISHED + OPEN),
        ];
        for (state, from, to) in rows {
            let due = if state == "open" {
                "4102444800000 + i"
            } else {
                "NULL"
            };
            let sql = format!(
                "{series} INSERT INTO journal_intent (reference, account, version, kind, state, \
                 due_at, sends, asks, created_at, updated_at, round_at, archived, whole, request, \
                 fingerprint, progress, trouble) SELECT 'order-' || i, 'one', 1, 'payment', \
                 '{state}', {due}, 1, 0, i, i, i, 0, 0, '{{}}', '{{}}', '{{}}', '{{}}' FROM n"
            );
            let arguments = vec![from.into(), to.into()];
            database.rows(sql, arguments).await.unwrap();
        }
        let clean = match database.dialect() {
            Dialect::Sqlite => "ANALYZE",
            Dialect::Postgres => "VACUUM (ANALYZE) journal_intent",
        };
        database.rows(clean.to_owned(), Vec::new()).await.unwrap();
        let account = |name: &str| format!("fake/live/{name}").parse().unwrap();
        let served = [
            (account("one"), Kind::Payment),
            (account("two"), Kind::Bill),
        ];
        let (due, arguments) = due(&served, Utc::now());
        let next = (NEXT_DUE.to_owned(), Vec::new());
        let mut plans = Vec::new();
        for (sql, arguments) in [(due, arguments), next] {
            let rows = database.rows(format!("{explain} {sql}"), arguments).await;
            let column = if database.dialect() == Dialect::Sqlite {
                3
            } else {
                0
            };
            let plan = rows.unwrap();
            plans.push(
                plan.iter()
                    .map(|row| row.try_get(column).unwrap())
                    .collect(),
            );
        }
        plans
    }

    #[tokio::test]
    async fn whether_something_is_due_is_told_by_the_index_alone() {
        let time = Arc::new(Time::new(Arc::new(SystemClock)));
        let database = database("sqlite::memory:", &time).await;
        let plans = plans(&database, "EXPLAIN QUERY PLAN").await;
        let search = "SEARCH journal_intent USING COVERING INDEX journal_intent_due";
        assert_eq!(plans[0], [format!("{search} (due_at<?)")]);
        assert_eq!(plans[1], [search]);
    }

    #[cfg(feature = "postgres")]
    #[tokio::test]
    async fn whether_something_is_due_is_told_by_the_index_alone_on_postgres() {
        use sqlx::{Connection as _, Executor as _};

        let Ok(server) = std::env::var("DATABASE_URL") else {
            return;
        };
        let mut beside = sqlx::PgConnection::connect(&server).await.unwrap();
        let schema = format!("journal_due_{}", std::process::id());
        beside
            .execute(&*format!("CREATE SCHEMA {schema}"))
            .await
            .unwrap();
        let separator = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{separator}options[search_path]={schema}");
        let time = Arc::new(Time::new(Arc::new(SystemClock)));
        let database = database(&url, &time).await;
        let plans = plans(&database, "EXPLAIN (COSTS OFF)").await;
        database.close().await;
        let drop = format!("DROP SCHEMA {schema} CASCADE");
        beside.execute(&*drop).await.unwrap();
        for plan in plans {
            let scans: Vec<_> = plan.iter().filter(|line| line.contains("Scan")).collect();
            let [scan] = scans.as_slice() else {
                panic!("{plan:?}");
            };
            let by = "Index Only Scan using journal_intent_due on journal_intent";
            assert!(scan.contains(by), "{plan:?}");
        }
    }
}
