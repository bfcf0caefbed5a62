//! Many writes in one statement: of each, its parts are written one after the other, or none of
//! them.
//!
//! The parts are the same for both databases and have a write's members as `NEW.member`. SQLite
//! runs them by the trigger of a view of the connection's own, which takes the members as
//! arguments. PostgreSQL runs them by a function that is made with the tables, and takes all writes
//! as one JSON text.

use payments_core::wire::hex;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::sql::Argument;

/// A kind of write.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(super) name: &'static str,
    /// The members that are numbers, besides `job`, which is told where it was written.
    pub(super) numbers: &'static [&'static str],
    /// The members that are text.
    pub(super) texts: &'static [&'static str],
    /// Whether it is written at all. Writes of one batch do not see each other here on SQLite.
    pub(super) when: String,
    /// When PostgreSQL needs to look at that: otherwise the first part tells.
    pub(super) look_if: &'static str,
    /// Writes one row, or none if another process was faster; then the rest is not written.
    pub(super) first: Part,
    /// What is written besides.
    pub(super) rest: Vec<Part>,
}

/// A statement of a write.
#[derive(Debug)]
pub(super) struct Part {
    /// When there is something to be written.
    pub(super) only_if: &'static str,
    /// With `{if}` where that condition stands for those who have no other way to leave it out.
    pub(super) sql: String,
}

/// One write: the values of a [`Batch`]'s members, in its order.
#[derive(Debug)]
pub(crate) struct Write {
    batch: &'static Batch,
    values: Vec<Argument>,
}

impl Write {
    pub(super) fn new(batch: &'static Batch) -> Self {
        let values = vec![Argument::Null; batch.numbers.len() + batch.texts.len()];
        Self { batch, values }
    }

    pub(super) fn set(mut self, member: &str, value: impl Into<Argument>) -> Self {
        let place = self.place_of(member);
        let place = place.and_then(|place| self.values.get_mut(place));
        debug_assert!(
            place.is_some(),
            "{member} is no member of {}",
            self.batch.name
        );
        if let Some(place) = place {
            *place = value.into();
        }
        self
    }

    pub(super) fn batch(&self) -> &'static Batch {
        self.batch
    }

    /// What it writes to: an intent, or a change in the outbox.
    pub(super) fn place(&self) -> (&'static str, [Option<&Argument>; 3]) {
        let value = |member| self.values.get(self.place_of(member)?);
        (
            self.batch.name,
            ["reference", "account", "number"].map(value),
        )
    }

    /// Its values, the number of its `job` first.
    pub(super) fn arguments(&self, job: i64) -> impl Iterator<Item = Argument> {
        let job = [Argument::Number(job)];
        job.into_iter().chain(self.values.iter().cloned())
    }

    /// Its values as JSON; those that are not there are left out.
    pub(super) fn json(&self, job: i64) -> Value {
        let members = self.batch.members().zip(self.arguments(job));
        let members = members.filter_map(|((member, _), value)| {
            let value = match value {
                Argument::Number(number) => number.into(),
                Argument::Text(text) => text.into(),
                Argument::Null => return None,
            };
            Some((member.to_owned(), value))
        });
        Value::Object(members.collect::<Map<_, _>>())
    }

    fn place_of(&self, member: &str) -> Option<usize> {
        let members = self.batch.numbers.iter().chain(self.batch.texts);
        members.into_iter().position(|name| *name == member)
    }
}

impl Batch {
    /// The statement for SQLite that takes so many writes, all members of one after those of the
    /// other, and tells the `job` of each that was written.
    pub(super) fn insert(&self, writes: usize) -> String {
        let Self { name, when, .. } = self;
        let members: Vec<_> = self.members().map(|(member, _)| member).collect();
        // Without numbers: SQLite looks each numbered one up among all the others.
        let row = format!("({})", vec!["?"; members.len()].join(", "));
        let rows = vec![row; writes].join(", ");
        format!(
            "WITH NEW ({}) AS (VALUES {}) INSERT INTO {name} SELECT * FROM NEW WHERE {when} RETURNING job",
            members.join(", "),
            rows
        )
    }

    /// What a connection to SQLite must be told before.
    pub(super) fn trigger(&self) -> String {
        let Self { name, .. } = self;
        let members: Vec<_> = self
            .members()
            .map(|(member, _)| format!("NULL AS {member}"))
            .collect();
        let parts: String = [&self.first]
            .into_iter()
            .chain(&self.rest)
            .map(|part| format!("{}; ", part.sql.replace("{if}", part.only_if)))
            .collect();
        format!(
            "CREATE TEMP VIEW {name} AS SELECT {}; CREATE TEMP TRIGGER {name}_writes INSTEAD OF INSERT ON {name} BEGIN {parts}END; ",
            members.join(", ")
        )
    }

    /// The statement for PostgreSQL that takes writes as `$1`, a JSON array, and tells as
    /// [`insert`](Self::insert) does.
    pub(super) fn call(&self) -> String {
        format!("SELECT job FROM {}($1) AS job", self.function_name())
    }

    /// The name of the function on PostgreSQL. Another text has another name, so that two versions
    /// of a program can share a database.
    pub(super) fn function_name(&self) -> String {
        let digest = hex(&Sha256::digest(self.body() + &self.row()));
        format!("{}_{}", self.name, digest.get(..8).unwrap_or_default())
    }

    /// What PostgreSQL must be told once: the function, and the type of its rows. Without a type of
    /// its own, a row costs several times as much.
    pub(super) fn function(&self) -> String {
        let name = self.function_name();
        let row = format!("{name}_row");
        format!(
            "DO $do$ BEGIN CREATE TYPE {row} AS ({}); EXCEPTION WHEN duplicate_object THEN NULL; END $do$; \
             CREATE OR REPLACE FUNCTION {name}(jobs text) RETURNS SETOF bigint LANGUAGE plpgsql AS $body${}$body$",
            self.row(),
            self.body().replace("{row}", &row)
        )
    }

    /// The columns of the type.
    fn row(&self) -> String {
        let members = self.members();
        let columns: Vec<_> = members
            .map(|(member, kind)| format!("{member} {kind}"))
            .collect();
        columns.join(", ")
    }

    /// The function's text, with `{row}` for the type of its rows.
    fn body(&self) -> String {
        let Self { when, look_if, .. } = self;
        let guarded = |part: &Part, then: &str| {
            let sql = part.sql.replace("{if}", "TRUE");
            format!("IF {} THEN {sql}; {then}END IF;\n", part.only_if)
        };
        let rest: String = self.rest.iter().map(|part| guarded(part, "")).collect();
        // What was committed before a send must be there after the server fails, whatever the
        // server's default.
        format!(
            "\nDECLARE new {{row}};\n\
             BEGIN\n\
             IF current_setting('synchronous_commit') IN ('off', 'local') THEN PERFORM set_config('synchronous_commit', 'on', true); END IF;\n\
             FOR new IN SELECT * FROM json_populate_recordset(NULL::{{row}}, jobs::json) LOOP\n\
             IF {look_if} THEN CONTINUE WHEN NOT ({when}); END IF;\n\
             {}{rest}\
             RETURN NEXT new.job;\n\
             END LOOP;\n\
             END ",
            guarded(&self.first, "CONTINUE WHEN NOT FOUND; ")
        )
    }

    fn members(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let numbers = self.numbers.iter().map(|member| (*member, "bigint"));
        let texts = self.texts.iter().map(|member| (*member, "text"));
        [("job", "bigint")].into_iter().chain(numbers).chain(texts)
    }
}

#[cfg(test)]
mod tests {
    use super::super::BATCHES;

    #[test]
    fn each_kind_of_write_has_a_function_of_its_own_name() {
        let mut names = BATCHES.map(|batch| batch.function_name());
        names.sort();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        assert!(BATCHES[0].function().contains(&BATCHES[0].function_name()));
    }
}
