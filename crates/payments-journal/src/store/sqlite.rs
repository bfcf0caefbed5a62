//! SQLite: each connection belongs to one thread, and keeps its prepared statements.

use std::sync::Arc;

use rusqlite::{
    Batch, CachedStatement, Connection, OpenFlags, Row, Statement, ToSql,
    types::{ToSqlOutput, ValueRef},
};

use super::{
    batch::Write,
    failure::Failure,
    sql::{Argument, Cells},
};
use crate::error::Error;

/// How many statements a connection keeps: all that write, and most that read.
const STATEMENTS: usize = 64;

pub(super) struct Sqlite(Connection);

impl Sqlite {
    /// Opens the database of a URI.
    pub(super) fn open(uri: &str) -> Result<Self, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(uri, flags)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self(connection))
    }

    /// Runs statements without arguments, and returns the rows of all of them.
    pub(super) fn script(&self, sql: &str) -> Result<Vec<Cells>, Failure> {
        let mut rows = Vec::new();
        let mut batch = Batch::new(&self.0, sql);
        while let Some(mut statement) = batch.next()? {
            rows.extend(all(&mut statement)?);
        }
        Ok(rows)
    }

    /// Runs a statement with arguments for `$1`, `$2`, … and returns its rows.
    pub(super) fn rows(&self, sql: &str, arguments: &[Argument]) -> Result<Vec<Cells>, Failure> {
        let mut statement = self.0.prepare_cached(sql)?;
        for number in 1..=statement.parameter_count() {
            let name = statement.parameter_name(number);
            let place = name.and_then(|name| name.get(1..)?.parse::<usize>().ok());
            let place = place.unwrap_or(number).saturating_sub(1);
            let argument = arguments.get(place).unwrap_or(&Argument::Null);
            statement.raw_bind_parameter(number, argument)?;
        }
        all(&mut statement)
    }

    /// Writes a group in one transaction, and returns for each whether it was written.
    pub(super) fn write<'a>(
        &self,
        group: impl Iterator<Item = &'a Write>,
    ) -> Result<Vec<bool>, Failure> {
        self.run("BEGIN IMMEDIATE")?;
        let written = group
            .map(|write| self.one(write))
            .collect::<Result<_, _>>()?;
        self.run("COMMIT")?;
        Ok(written)
    }

    fn run(&self, sql: &str) -> Result<(), Failure> {
        self.0.prepare_cached(sql)?.raw_execute()?;
        Ok(())
    }

    fn one(&self, write: &Write) -> Result<bool, Failure> {
        for part in &write.batch().parts {
            if !write.has(part) {
                continue;
            }
            let mut statement = self.0.prepare_cached(&part.sql)?;
            for (number, place) in (1..).zip(&part.places) {
                statement.raw_bind_parameter(number, write.value(*place))?;
            }
            let is_done = match part.is_check() {
                true => holds(&mut statement)?,
                false => statement.raw_execute()? > 0 || !part.decides(),
            };
            if !is_done {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether a check returns 1.
fn holds(statement: &mut CachedStatement<'_>) -> Result<bool, Failure> {
    let mut rows = statement.raw_query();
    let row = rows.next()?;
    Ok(row.map(|row| row.get::<_, i64>(0)).transpose()? == Some(1))
}

fn all(statement: &mut Statement<'_>) -> Result<Vec<Cells>, Failure> {
    let names = statement.column_names().into_iter().map(str::to_owned);
    let names: Arc<[String]> = names.collect();
    let mut rows = statement.raw_query();
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let values = (0..names.len()).map(|column| value(row, column));
        let values = values.collect::<Result<_, _>>()?;
        records.push(Cells::new(Arc::clone(&names), values));
    }
    Ok(records)
}

fn value(row: &Row<'_>, column: usize) -> Result<Argument, Failure> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => Argument::Null,
        ValueRef::Integer(number) => Argument::Number(number),
        ValueRef::Text(text) => Argument::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Real(_) | ValueRef::Blob(_) => {
            return Err(Error::Unreadable(format!("column {column}")).into());
        }
    })
}

impl ToSql for Argument {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl From<rusqlite::Error> for Failure {
    /// The code is more specific than the message: it distinguishes the many kinds of "I/O error".
    fn from(error: rusqlite::Error) -> Self {
        let (code, message) = match error {
            rusqlite::Error::SqliteFailure(error, message) => (error.extended_code, message),
            rusqlite::Error::SqlInputError { error, msg, .. } => (error.extended_code, Some(msg)),
            _ => return Self::Broken(Error::Database("the driver failed".into())),
        };
        let message = message.unwrap_or_else(|| "SQLite failed".into());
        Self::Refused(Error::Database(format!("{message} (code {code})")))
    }
}
