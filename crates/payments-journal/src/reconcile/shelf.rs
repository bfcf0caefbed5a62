//! The rows of a report, put in order on disk: a report may be larger than memory.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::DateTime;
use payments_core::{Money, PaymentStatus};
use rusqlite::{Connection, Row, params};
use tokio::task::spawn_blocking;

use super::report::Reported;
use crate::error::{Error, Result, readable};

/// A private database without a name: SQLite deletes its file when it is closed, or when the
/// program dies. Its cache bounds the memory, also of the sort. Nothing in it outlives this call,
/// so nothing waits for the disk.
const SETUP: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA temp_store = FILE;
    PRAGMA cache_size = -32768;
    CREATE TABLE reported (
        reference TEXT NOT NULL,
        is_elsewhen INTEGER NOT NULL,
        number INTEGER NOT NULL,
        line INTEGER NOT NULL,
        id TEXT,
        amount TEXT,
        fee TEXT,
        cost TEXT,
        status TEXT,
        at INTEGER
    );";

/// All columns, so that reading in order reads the index alone.
const SORT: &str = "CREATE INDEX in_order ON reported
    (reference, is_elsewhen, number, line, id, amount, fee, cost, status, at)";

const ADD: &str = "INSERT INTO reported VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

const NEXT: &str = "SELECT * FROM reported INDEXED BY in_order
    WHERE (reference, is_elsewhen, number) > (?1, ?2, ?3)
    ORDER BY reference, is_elsewhen, number LIMIT ?4";

const HAS: &str = "SELECT 1 FROM reported INDEXED BY in_order WHERE reference = ?1 LIMIT 1";

/// The rows of a report.
#[derive(Clone)]
pub(super) struct Shelf(Arc<Mutex<Connection>>);

/// A row with its place in the order: by reference, those of the day first, then as they came.
#[derive(Clone, Debug)]
pub(super) struct Shelved {
    pub(super) row: Reported,
    pub(super) is_elsewhen: bool,
    pub(super) number: i64,
}

impl Shelf {
    pub(super) async fn new() -> Result<Self> {
        let opened = spawn_blocking(|| {
            let connection = Connection::open("").map_err(failed)?;
            connection.execute_batch(SETUP).map_err(failed)?;
            Ok(Self(Arc::new(Mutex::new(connection))))
        });
        opened.await.unwrap_or_else(|_| Err(Error::cut_off()))
    }

    /// Adds rows.
    pub(super) async fn add(&self, rows: Vec<Shelved>) -> Result<()> {
        self.with(move |connection| {
            connection.execute_batch("BEGIN")?;
            let mut statement = connection.prepare_cached(ADD)?;
            for Shelved {
                row,
                is_elsewhen,
                number,
            } in rows
            {
                statement.execute(params![
                    row.reference,
                    is_elsewhen,
                    number,
                    i64::try_from(row.line).unwrap_or(i64::MAX),
                    row.provider_id,
                    row.amount.map(|money| money.to_string()),
                    row.fee.map(|money| money.to_string()),
                    row.cost.map(|money| money.to_string()),
                    row.status.as_ref().map(PaymentStatus::as_str),
                    row.at.map(|at| at.timestamp_millis()),
                ])?;
            }
            connection.execute_batch("COMMIT")
        })
        .await
    }

    /// Puts them in order, after the last was added.
    pub(super) async fn sort(&self) -> Result<()> {
        self.with(|connection| connection.execute_batch(SORT)).await
    }

    /// The next rows in order.
    pub(super) async fn next(&self, after: Option<&Shelved>, limit: u32) -> Result<Vec<Shelved>> {
        let place = after.map(|last| {
            let reference = last.row.reference.clone();
            (reference, last.is_elsewhen, last.number)
        });
        // Before the empty reference, there is none.
        let (reference, is_elsewhen, number) = place.unwrap_or((String::new(), false, -1));
        let cells: Vec<Cells> = self
            .with(move |connection| {
                let mut statement = connection.prepare_cached(NEXT)?;
                let place = params![reference, is_elsewhen, number, limit];
                let rows = statement.query_map(place, Cells::read)?;
                rows.collect()
            })
            .await?;
        cells.into_iter().map(Cells::shelved).collect()
    }

    /// Those of these references that are in no row.
    pub(super) async fn without(&self, references: Vec<String>) -> Result<BTreeSet<String>> {
        self.with(move |connection| {
            let mut statement = connection.prepare_cached(HAS)?;
            let mut absent = BTreeSet::new();
            for reference in references {
                if !statement.exists(params![reference])? {
                    absent.insert(reference);
                }
            }
            Ok(absent)
        })
        .await
    }

    /// SQLite blocks the thread.
    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T> {
        let connection = Arc::clone(&self.0);
        let done = spawn_blocking(move || {
            let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            work(&connection).map_err(failed)
        });
        done.await.unwrap_or_else(|_| Err(Error::cut_off()))
    }
}

/// A row as SQLite holds it.
struct Cells {
    place: (String, bool, i64),
    line: i64,
    id: Option<String>,
    /// Amount, fee, cost.
    money: [Option<String>; 3],
    status: Option<String>,
    at: Option<i64>,
}

impl Cells {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            place: (row.get(0)?, row.get(1)?, row.get(2)?),
            line: row.get(3)?,
            id: row.get(4)?,
            money: [row.get(5)?, row.get(6)?, row.get(7)?],
            status: row.get(8)?,
            at: row.get(9)?,
        })
    }

    fn shelved(self) -> Result<Shelved> {
        let (reference, is_elsewhen, number) = self.place;
        let [amount, fee, cost] = self.money;
        let row = Reported {
            line: self.line.unsigned_abs(),
            reference,
            provider_id: self.id,
            amount: amount.map(|text| money(&text)).transpose()?,
            fee: fee.map(|text| money(&text)).transpose()?,
            cost: cost.map(|text| money(&text)).transpose()?,
            status: self.status.as_deref().map(PaymentStatus::read),
            at: self.at.and_then(DateTime::from_timestamp_millis),
        };
        Ok(Shelved {
            row,
            is_elsewhen,
            number,
        })
    }
}

/// Reads what `Money` prints.
fn money(text: &str) -> Result<Money> {
    let (currency, amount) = text.split_once(' ').unwrap_or_default();
    let amount = readable("amount", payments_core::decimal::read(amount))?;
    readable(
        "amount",
        Money::new(amount, readable("currency", currency.parse())?),
    )
}

fn failed(error: rusqlite::Error) -> Error {
    Error::Database(format!("the report cannot be put in order: {error}"))
}
