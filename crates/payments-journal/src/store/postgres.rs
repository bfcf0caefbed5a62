//! PostgreSQL: statements in its simple protocol, a group of writes in one message.

use std::{str::FromStr, sync::Arc};

use chrono::DateTime;
use futures_util::TryStreamExt;
use sqlx::{
    Column as _, ConnectOptions as _, Connection as _, PgConnection, Row as _, TypeInfo as _,
    ValueRef as _,
    postgres::{PgConnectOptions, PgRow},
};

use super::{
    BATCHES,
    batch::{Write, part_bit},
    failure::Failure,
    proof,
    sql::{Argument, Cells, between_dollars, with_literals},
};
use crate::{
    error::{Error, Result},
    time::Time,
};

pub(super) struct Postgres(PgConnection);

impl Postgres {
    pub(super) async fn connect(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url).map_err(Failure::from)?;
        match options.connect().await {
            Ok(connection) => Ok(Self(connection)),
            Err(error) => Err(proof::refused(url, error)),
        }
    }

    /// Runs statements without arguments, and returns the rows of all of them.
    pub(super) async fn script(&mut self, sql: &str) -> Result<Vec<Cells>, Failure> {
        let rows: Vec<PgRow> = sqlx::raw_sql(sql).fetch(&mut self.0).try_collect().await?;
        let mut names: Arc<[String]> = Arc::default();
        rows.iter()
            .map(|row| {
                let columns = row.columns();
                let same = columns.len() == names.len()
                    && columns.iter().map(|column| column.name()).eq(names.iter());
                if !same {
                    names = columns
                        .iter()
                        .map(|column| column.name().to_owned())
                        .collect();
                }
                let values = (0..columns.len()).map(|column| value(row, column));
                Ok(Cells::new(
                    Arc::clone(&names),
                    values.collect::<Result<_, _>>()?,
                ))
            })
            .collect()
    }

    /// Runs a statement with arguments for `$1`, `$2`, … and returns its rows.
    pub(super) async fn rows(
        &mut self,
        sql: &str,
        arguments: &[Argument],
    ) -> Result<Vec<Cells>, Failure> {
        self.script(&with_literals(sql, arguments)).await
    }

    /// Writes a group in one transaction and one message, and returns for each whether it was
    /// written. The compare-and-set must read what was committed meanwhile, whatever the server's
    /// default isolation level.
    pub(super) async fn write(
        &mut self,
        group: &[&Write],
        time: &Time,
    ) -> Result<Vec<bool>, Failure> {
        let mut message = String::from("BEGIN ISOLATION LEVEL READ COMMITTED; ");
        for batch in BATCHES {
            let (mut writes, mut parts) = ("{".to_owned(), 0);
            for (job, write) in group.iter().enumerate() {
                if write.batch().name == batch.name {
                    if writes.len() > 1 {
                        writes.push(',');
                    }
                    write.add_to(&mut writes, job);
                    for (number, part) in batch.parts.iter().enumerate() {
                        if write.has(part) {
                            parts |= part_bit(number);
                        }
                    }
                }
            }
            if writes.len() > 1 {
                writes.push('}');
                message += &batch.call(&between_dollars(&writes), parts);
            }
        }
        message += "COMMIT";
        let begun = time.monotonic();
        let mut written = vec![false; group.len()];
        for row in self.script(&message).await? {
            let told: i64 = row.try_get(0)?;
            if let Some(written) = usize::try_from(told)
                .ok()
                .and_then(|job| written.get_mut(job))
            {
                *written = true;
            } else if let Some(now) = DateTime::from_timestamp_millis(-told) {
                time.told(now, begun);
            }
        }
        Ok(written)
    }

    pub(super) async fn answers(&mut self) -> bool {
        self.0.ping().await.is_ok()
    }

    pub(super) async fn close(self) {
        let _ = self.0.close().await;
    }
}

/// A value in the simple protocol, where every value is text.
fn value(row: &PgRow, column: usize) -> Result<Argument, Failure> {
    let value = row.try_get_raw(column)?;
    if value.is_null() {
        return Ok(Argument::Null);
    }
    let unreadable = || Failure::from(Error::Unreadable(format!("column {column}")));
    let text = value.as_str().map_err(|_| unreadable())?;
    match value.type_info().name() {
        "INT8" | "INT4" | "INT2" => {
            let number = text.parse().map_err(|_| unreadable())?;
            Ok(Argument::Number(number))
        }
        _ => Ok(Argument::Text(text.to_owned())),
    }
}

impl From<sqlx::Error> for Failure {
    /// Only the message is kept: a database's details may quote rows, and a driver's options may
    /// contain the password.
    fn from(error: sqlx::Error) -> Self {
        let told = match &error {
            sqlx::Error::Database(error) => {
                let message = match error.code() {
                    Some(code) => format!("{} (code {code})", error.message()),
                    None => error.message().to_owned(),
                };
                return Self::Refused(Error::Database(message));
            }
            sqlx::Error::Io(error) => Error::Database(error.kind().to_string()),
            sqlx::Error::Tls(_) => Error::Database("TLS failed".into()),
            sqlx::Error::ColumnDecode { index, .. } => Error::Unreadable(format!("column {index}")),
            sqlx::Error::Configuration(_) => {
                Error::Configuration("the database's URL cannot be used".into())
            }
            _ => Error::Database("the driver failed".into()),
        };
        Self::Broken(told)
    }
}
