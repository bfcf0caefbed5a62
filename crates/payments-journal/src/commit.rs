//! A commit is one statement: an intent's row, the steps of its history and what the application is told, all of it or nothing, in one round trip.
//!
//! On PostgreSQL the parts of the statement hand on the row's number. SQLite has no such statement, but triggers: a view of the connection's own
//! takes the arguments, and its trigger writes the parts. Parts and arguments are the same for both.

use sqlx::{Any, any::AnyArguments, query::Query};

use crate::database::Dialect;

/// A statement with its arguments.
pub(crate) type Bound<'q> = Query<'q, Any, AnyArguments<'q>>;

/// What a commit writes.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub(crate) name: &'a str,
    /// How many there are: `$1` and so on.
    pub(crate) arguments: usize,
    /// Whether it writes at all.
    pub(crate) when: &'a str,
    /// Writes one row of `journal_intent`.
    pub(crate) row: &'a str,
    /// Finds the row that was written.
    pub(crate) same: &'a str,
    /// What is written besides; `{from}` is where they have the row's `id` from.
    pub(crate) more: &'a [&'a str],
}

#[derive(Debug)]
pub(crate) struct Commit {
    /// Tells the row's `id` if it wrote.
    pub(crate) sql: String,
    /// What a connection must be told before.
    pub(crate) setup: String,
}

impl Commit {
    pub(crate) fn new(dialect: Dialect, parts: &Parts<'_>) -> Self {
        match dialect {
            Dialect::Postgres => Self::one_statement(parts),
            Dialect::Sqlite => Self::by_trigger(parts),
        }
    }

    fn one_statement(parts: &Parts<'_>) -> Self {
        let mut sql = format!(
            "WITH written AS ({} RETURNING id, provider, reference)",
            parts.row
        );
        for (number, part) in parts.more.iter().enumerate() {
            let part = part.replace("{from}", "FROM written WHERE TRUE");
            sql += &format!(", part{number} AS ({part})");
        }
        sql += " SELECT id FROM written";
        Self {
            sql,
            setup: String::new(),
        }
    }

    /// A statement that writes holds the lock from its beginning: what is looked at is still so when the trigger writes.
    fn by_trigger(parts: &Parts<'_>) -> Self {
        let Parts {
            name, when, same, ..
        } = parts;
        let list = |each: fn(usize) -> String| {
            let each: Vec<_> = (1..=parts.arguments).map(each).collect();
            each.join(", ")
        };
        let from = format!("FROM journal_intent WHERE {same}");
        let more = parts.more.iter().map(|part| part.replace("{from}", &from));
        let writes: String = [parts.row.to_owned()]
            .into_iter()
            .chain(more)
            .map(|part| format!("{part}; "))
            .collect();
        Self {
            sql: format!(
                "INSERT INTO {name} SELECT {} WHERE {when} RETURNING (SELECT id {from})",
                list(|number| format!("${number}"))
            ),
            setup: format!(
                "CREATE TEMP VIEW {name} AS SELECT {}; CREATE TEMP TRIGGER {name}_writes INSTEAD OF INSERT ON {name} BEGIN {}END; ",
                list(|number| format!("NULL AS p{number}")),
                writes.replace('$', "NEW.p")
            ),
        }
    }
}
