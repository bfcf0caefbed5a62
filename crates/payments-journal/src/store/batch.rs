//! Many writes in one statement: each is a JSON object, and its parts are written one after the other, or none of them.
//!
//! The parts are the same for both databases and have the object's members as `NEW.member`. SQLite runs them by the trigger of a view of
//! the connection's own, PostgreSQL by a function that is made with the tables and runs them object by object.

use payments_core::wire::hex;
use sha2::{Digest, Sha256};

use super::sql::Dialect;

/// A kind of write.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) name: &'static str,
    /// Its members that are numbers, besides `job`, which is told where it was written.
    pub(crate) numbers: &'static [&'static str],
    /// Its members that are text.
    pub(crate) texts: &'static [&'static str],
    /// Whether it is written at all. Objects of one batch do not see each other here on SQLite.
    pub(crate) when: String,
    /// Writes one row, or none if another process was faster; then the rest is not written.
    pub(crate) first: String,
    /// When that row is to be written.
    pub(crate) first_if: &'static str,
    /// What is written besides.
    pub(crate) rest: Vec<String>,
}

impl Batch {
    /// The statement that takes the objects as `$1`, a JSON array, and tells the `job` of each that was written.
    pub(crate) fn sql(&self, dialect: Dialect) -> String {
        let Self { name, when, .. } = self;
        match dialect {
            Dialect::Postgres => format!("SELECT job FROM {}($1) AS job", self.function_name()),
            Dialect::Sqlite => {
                let members: Vec<_> = self
                    .members()
                    .map(|(member, _)| format!("value ->> '{member}' AS {member}"))
                    .collect();
                format!(
                    "INSERT INTO {name} SELECT * FROM (SELECT {} FROM json_each($1)) AS NEW WHERE {when} RETURNING job",
                    members.join(", ")
                )
            }
        }
    }

    /// What a connection to SQLite must be told before.
    pub(crate) fn trigger(&self) -> String {
        let Self { name, .. } = self;
        let members: Vec<_> = self
            .members()
            .map(|(member, _)| format!("NULL AS {member}"))
            .collect();
        let parts: String = self.parts().map(|part| format!("{part}; ")).collect();
        format!(
            "CREATE TEMP VIEW {name} AS SELECT {}; CREATE TEMP TRIGGER {name}_writes INSTEAD OF INSERT ON {name} BEGIN {parts}END; ",
            members.join(", ")
        )
    }

    /// The name of the function on PostgreSQL. Another text has another name, so that two versions of a program can share a database.
    pub(crate) fn function_name(&self) -> String {
        let digest = hex(&Sha256::digest(self.body()));
        format!("{}_{}", self.name, digest.get(..8).unwrap_or_default())
    }

    /// What PostgreSQL must be told once.
    pub(crate) fn function(&self) -> String {
        format!(
            "CREATE OR REPLACE FUNCTION {}(jobs text) RETURNS SETOF bigint LANGUAGE plpgsql AS $body${}$body$",
            self.function_name(),
            self.body()
        )
    }

    fn body(&self) -> String {
        let Self {
            when,
            first,
            first_if,
            rest,
            ..
        } = self;
        let members: Vec<_> = self
            .members()
            .map(|(member, kind)| format!("{member} {kind}"))
            .collect();
        let rest: String = rest.iter().map(|part| format!("{part}; ")).collect();
        // What was committed before a send must be there after the server fails, whatever the server's default.
        format!(
            "\nDECLARE new record;\n\
             BEGIN\n\
             IF current_setting('synchronous_commit') IN ('off', 'local') THEN PERFORM set_config('synchronous_commit', 'on', true); END IF;\n\
             FOR new IN SELECT * FROM json_to_recordset(jobs::json) AS member({}) LOOP\n\
             IF ({when}) THEN\n\
             IF {first_if} THEN {first}; CONTINUE WHEN NOT FOUND; END IF;\n\
             {rest}\n\
             RETURN NEXT new.job;\n\
             END IF;\n\
             END LOOP;\n\
             END ",
            members.join(", ")
        )
    }

    fn members(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let numbers = self.numbers.iter().map(|member| (*member, "bigint"));
        let texts = self.texts.iter().map(|member| (*member, "text"));
        [("job", "bigint")].into_iter().chain(numbers).chain(texts)
    }

    fn parts(&self) -> impl Iterator<Item = &String> {
        [&self.first].into_iter().chain(&self.rest)
    }
}
