//! The database: how it is opened, how it is read, and the one writer that every commit goes
//! through.

mod admission;
mod batch;
mod commit;
mod connection;
mod database;
mod failure;
mod files;
mod intents;
mod migrations;
mod outbox;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "postgres")]
mod proof;
mod readers;
mod sql;
mod sqlite;
mod stored;
mod writer;

pub use migrations::citus_schema;
pub use writer::Health;

pub(crate) use files::make_private;

pub(crate) use admission::Admission;
pub(crate) use commit::{Commit, Told};
pub(crate) use database::Database;
pub(crate) use intents::{UNFINISHED, select};
pub(crate) use outbox::{Handing, Place};
pub(crate) use sql::{Argument, Cells, Dialect};
pub(crate) use stored::{money, read, time};

use std::sync::LazyLock;

use serde::Serialize;

/// Every kind of write.
static BATCHES: [&LazyLock<batch::Batch>; 3] = [&commit::BATCH, &outbox::BATCH, &admission::BATCH];

/// Our own types can always be serialised as JSON.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Text that comes from outside: PostgreSQL takes no NUL.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}
