//! A kind of write: the version it was decided on, and its statements, which are all executed or
//! none.
//!
//! The statements are the same for both databases and use a write's members as `NEW.member`. SQLite
//! runs them one by one, each prepared once on the writer's own connection. PostgreSQL runs them in
//! a function that is created with the tables and takes a group of writes as an array of rows: row
//! by row what may be refused, and in one statement for the whole group what only adds rows.

use std::fmt::Write as _;

use payments_core::wire::hex;
use sha2::{Digest, Sha256};

use super::sql::Argument;

/// A kind of write.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(super) name: &'static str,
    members: Vec<Member>,
    pub(super) parts: Vec<Part>,
}

/// A value of a write.
#[derive(Clone, Copy, Debug)]
struct Member {
    name: &'static str,
    kind: &'static str,
}

/// A condition on writes: which members they have (`true`) or lack (`false`).
pub(super) type When = &'static [(&'static str, bool)];

/// A step of a write.
#[derive(Debug)]
pub(super) struct Part {
    when: When,
    step: Step,
    /// The text for SQLite, with `?1`, `?2`, … for the members.
    pub(super) sql: String,
    /// The positions of their values in a write.
    pub(super) places: Vec<usize>,
    /// The positions of the members that [`When`] names.
    conditions: Vec<(usize, bool)>,
}

/// The action of a step.
#[derive(Debug)]
pub(super) enum Step {
    /// If this is false, nothing of the write is written.
    Check(String),
    /// If this changes no row, nothing more of the write is written: another process was faster.
    Decide(Statement),
    /// Written in addition.
    Write(Statement),
}

/// A statement.
#[derive(Debug)]
pub(super) enum Statement {
    /// New rows. Where one with its key is there, none is written if that `may_be_there`, and
    /// otherwise nothing of the whole group.
    Insert {
        into: &'static str,
        /// The names of the columns, and the values of each row.
        columns: String,
        rows: Vec<String>,
        may_be_there: bool,
    },
    /// Any other statement, which names its row.
    Other(String),
}

/// One write: the values of a [`Batch`]'s members, in its order.
#[derive(Debug)]
pub(crate) struct Write {
    batch: &'static Batch,
    values: Vec<Argument>,
    /// The position after the member that was set last: most often the next one to set.
    next: usize,
}

impl Write {
    pub(super) fn new(batch: &'static Batch) -> Self {
        Self {
            batch,
            values: vec![Argument::Null; batch.members.len()],
            next: 0,
        }
    }

    pub(super) fn set(mut self, member: &str, value: impl Into<Argument>) -> Self {
        let is_it = |place: &usize| {
            let here = self.batch.members.get(*place);
            here.is_some_and(|here| here.name == member)
        };
        let place = Some(self.next)
            .filter(is_it)
            .or_else(|| self.batch.place_of(member));
        debug_assert!(
            place.is_some(),
            "{member} is not a member of {}",
            self.batch.name
        );
        if let Some(place) = place
            && let Some(slot) = self.values.get_mut(place)
        {
            *slot = value.into();
            self.next = place + 1;
        }
        self
    }

    pub(super) fn batch(&self) -> &'static Batch {
        self.batch
    }

    pub(super) fn value(&self, place: usize) -> &Argument {
        self.values.get(place).unwrap_or(&Argument::Null)
    }

    /// A text that was set.
    pub(super) fn text(&self, member: &str) -> &str {
        match self.batch.place_of(member).map(|place| self.value(place)) {
            Some(Argument::Text(text)) => text,
            _ => "",
        }
    }

    /// The row that it writes: an intent, or a change in the outbox.
    pub(super) fn place(&self) -> (&'static str, [Option<&Argument>; 3]) {
        let value = |member| self.values.get(self.batch.place_of(member)?);
        (
            self.batch.name,
            ["reference", "account", "number"].map(value),
        )
    }

    /// Whether a step is done for it.
    pub(super) fn has(&self, part: &Part) -> bool {
        part.conditions.iter().all(|(place, there)| {
            let value = self.values.get(*place);
            value.is_some_and(|value| *value != Argument::Null) == *there
        })
    }

    /// Adds it to PostgreSQL's text of an array of rows, under the number of its `job`.
    #[cfg(feature = "postgres")]
    pub(super) fn add_to(&self, text: &mut String, job: usize) {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "\"({job}");
        for value in &self.values {
            text.push(',');
            let _ = match value {
                Argument::Number(number) => write!(text, "{number}"),
                Argument::Text(value) => {
                    quote(value, text);
                    Ok(())
                }
                Argument::Null => Ok(()),
            };
        }
        text.push_str(")\"");
    }
}

/// A text in quotes within a row, within an array: each of the two has escapes of its own.
/// PostgreSQL has no NUL.
#[cfg(feature = "postgres")]
fn quote(value: &str, text: &mut String) {
    text.push_str("\\\"");
    let mut rest = value;
    while let Some(end) = rest.find(['"', '\\', '\0']) {
        let (plain, special) = rest.split_at(end);
        text.push_str(plain);
        let mut special = special.chars();
        text.push_str(match special.next() {
            Some('"') => "\\\"\\\"",
            Some('\\') => "\\\\\\\\",
            _ => "\u{fffd}",
        });
        rest = special.as_str();
    }
    text.push_str(rest);
    text.push_str("\\\"");
}

impl Batch {
    /// Members that are numbers, and those that are text.
    pub(super) fn new(
        name: &'static str,
        numbers: &[&'static str],
        texts: &[&'static str],
        steps: Vec<(When, Step)>,
    ) -> Self {
        let of = |names: &[&'static str], kind| -> Vec<_> {
            names.iter().map(|name| Member { name, kind }).collect()
        };
        let mut members = of(texts, "text");
        members.extend(of(numbers, "bigint"));
        let mut batch = Self {
            name,
            members,
            parts: Vec::new(),
        };
        let parts = steps.into_iter().map(|(when, step)| batch.part(when, step));
        batch.parts = parts.collect();
        batch
    }

    fn part(&self, when: When, step: Step) -> Part {
        let (sql, places) = self.numbered(&match &step {
            Step::Check(holds) => format!("SELECT CAST({holds} AS INTEGER)"),
            Step::Decide(statement) | Step::Write(statement) => statement.of_one(),
        });
        let conditions = when
            .iter()
            .filter_map(|(member, there)| Some((self.place_of(member)?, *there)))
            .collect();
        Part {
            when,
            step,
            sql,
            places,
            conditions,
        }
    }

    /// A statement with numbers for its members, and where their values stand.
    fn numbered(&self, sql: &str) -> (String, Vec<usize>) {
        let mut parts = sql.split("NEW.");
        let mut text = parts.next().unwrap_or_default().to_owned();
        let mut places = Vec::new();
        for part in parts {
            let end = part.find(|c: char| !c.is_ascii_lowercase() && c != '_');
            let (member, rest) = part.split_at(end.unwrap_or(part.len()));
            debug_assert!(self.place_of(member).is_some(), "{member} in {sql}");
            let place = self.place_of(member).unwrap_or_default();
            let number = places.iter().position(|known| *known == place);
            let number = number.unwrap_or_else(|| {
                places.push(place);
                places.len() - 1
            });
            let _ = write!(text, "?{}{rest}", number + 1);
        }
        (text, places)
    }

    fn place_of(&self, member: &str) -> Option<usize> {
        self.members.iter().position(|here| here.name == member)
    }

    /// The statement for PostgreSQL that takes a group as a literal. It returns the `job` of each
    /// write that was written, and then the server's time as a negative number. `parts`: the steps
    /// that some of the writes have.
    #[cfg(feature = "postgres")]
    pub(super) fn call(&self, writes: &str, parts: u32) -> String {
        let name = self.function_name();
        format!("SELECT job FROM {name}({writes}, {parts}) AS job; ")
    }

    /// The name of the function on PostgreSQL. It depends on the function's text, so that two
    /// versions of a program can share a database.
    pub(super) fn function_name(&self) -> String {
        let digest = hex(&Sha256::digest(self.body() + SETTINGS + &self.row()));
        format!("{}_{}", self.name, digest.get(..8).unwrap_or_default())
    }

    /// The definition of the function and of its row type. Without its own type, a row costs
    /// several times as much.
    pub(super) fn function(&self, is_cluster: bool) -> String {
        let name = self.function_name();
        let settings = if is_cluster {
            CLUSTER_SETTINGS
        } else {
            SETTINGS
        };
        format!(
            "DO $do$ BEGIN CREATE TYPE {name}_row AS ({}); \
             EXCEPTION WHEN duplicate_object THEN NULL; END $do$; \
             CREATE OR REPLACE FUNCTION {name}(rows {name}_row[], parts int) RETURNS SETOF bigint \
             LANGUAGE plpgsql {settings} AS $body${}$body$",
            self.row(),
            self.body().replace("{row}", &format!("{name}_row"))
        )
    }

    /// The columns of the type.
    fn row(&self) -> String {
        let mut columns = "job bigint".to_owned();
        for Member { name, kind } in &self.members {
            let _ = write!(columns, ", {name} {kind}");
        }
        columns
    }

    /// The function's text, with `{row}` for the type of its rows.
    fn body(&self) -> String {
        let (mut each, mut all) = (String::new(), String::new());
        for (number, part) in self.parts.iter().enumerate() {
            let text = match &part.step {
                Step::Check(holds) => {
                    format!("CONTINUE WHEN NOT ({holds});")
                }
                Step::Decide(statement) => {
                    format!("{}; CONTINUE WHEN NOT FOUND;", statement.of_one())
                }
                Step::Write(Statement::Other(statement)) => format!("{statement};"),
                // It neither waits nor reads: one statement for the whole group.
                Step::Write(statement) => {
                    let condition = format!("NEW.job = ANY (written) AND {}", part.condition());
                    let _ = writeln!(
                        all,
                        "IF parts & {} <> 0 THEN {}; END IF;",
                        part_bit(number),
                        statement.of_group(&condition)
                    );
                    continue;
                }
            };
            let _ = writeln!(each, "IF {} THEN {text} END IF;", part.condition());
        }
        // What was committed before a send must be there after the server fails, whatever the
        // server's default.
        format!(
            "\n#variable_conflict use_column\n\
             DECLARE new {{row}}; written bigint[] := '{{}}';\n\
             BEGIN\n\
             IF current_setting('synchronous_commit') IN ('off', 'local') \
             THEN PERFORM set_config('synchronous_commit', 'on', true); END IF;\n\
             FOREACH new IN ARRAY rows LOOP\n\
             {each}\
             written := written || new.job;\n\
             RETURN NEXT new.job;\n\
             END LOOP;\n\
             {all}\
             RETURN NEXT -CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT);\n\
             END "
        )
    }
}

/// One plan is good for every value, because all rows are found by their keys. Left alone,
/// PostgreSQL plans the conditions anew for each write, which takes longer than the rest.
const SETTINGS: &str = "SET plan_cache_mode = force_generic_plan SET enable_seqscan = off";

/// Citus finds the shard by the value of the reference, which a generic plan does not have.
const CLUSTER_SETTINGS: &str = "SET plan_cache_mode = force_custom_plan";

/// The bit that says that some write of a group has a step.
pub(super) fn part_bit(number: usize) -> u32 {
    1 << number
}

impl Part {
    /// Whether the rest depends on the result of the statement.
    pub(super) fn decides(&self) -> bool {
        !matches!(self.step, Step::Write(_))
    }

    pub(super) fn is_check(&self) -> bool {
        matches!(self.step, Step::Check(_))
    }

    fn condition(&self) -> String {
        let mut condition = "TRUE".to_owned();
        for (member, there) in self.when {
            let not = if *there { " NOT" } else { "" };
            let _ = write!(condition, " AND NEW.{member} IS{not} NULL");
        }
        condition
    }
}

impl Statement {
    /// For one write.
    fn of_one(&self) -> String {
        match self {
            Self::Insert {
                into,
                columns,
                rows,
                may_be_there,
            } => {
                let on_conflict = match may_be_there {
                    true => " ON CONFLICT DO NOTHING",
                    false => "",
                };
                let rows = rows.join("), (");
                format!("INSERT INTO {into} ({columns}) VALUES ({rows}){on_conflict}")
            }
            Self::Other(statement) => statement.clone(),
        }
    }

    /// For the writes of a group, `new`.
    fn of_group(&self, condition: &str) -> String {
        match self {
            Self::Insert {
                into,
                columns,
                rows,
                ..
            } => {
                let (values, each) = match rows.as_slice() {
                    [row] => (row.as_str(), String::new()),
                    rows => {
                        let rows = rows.join("), (");
                        ("one.*", format!(", LATERAL (VALUES ({rows})) AS one"))
                    }
                };
                format!(
                    "INSERT INTO {into} ({columns}) SELECT {values} \
                     FROM unnest(rows) AS NEW{each} WHERE {condition}"
                )
            }
            Self::Other(statement) => statement.clone(),
        }
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
        assert!(
            BATCHES[0]
                .function(false)
                .contains(&BATCHES[0].function_name())
        );
    }
}
