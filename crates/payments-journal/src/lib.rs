#![doc = include_str!("../README.md")]

mod answer;
mod archive;
mod database;
mod deed;
mod drive;
mod entry;
mod error;
mod execute;
mod fingerprint;
mod inbox;
mod journal;
mod kind;
mod list;
mod options;
mod outbox;
mod providers;
mod recover;
mod request;
mod resolve;
mod row;
mod status;
mod store;

pub use entry::{Entry, LastError, Reason, State};
pub use error::{Error, Result};
pub use execute::Executed;
pub use inbox::Delivery;
pub use journal::Journal;
pub use kind::Kind;
pub use list::{Filter, HistoryStep, Record};
pub use options::Options;
pub use outbox::{Change, Lag, What};
pub use providers::{Performs, Providers};
pub use request::Request;
pub use resolve::Decision;
pub use status::Status;
