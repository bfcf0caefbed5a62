#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod accounts;
mod archive;
mod crash;
mod error;
mod hints;
mod inbox;
mod intent;
mod journal;
mod list;
mod options;
mod outbox;
mod reconcile;
mod store;
mod sums;
mod time;
mod watch;
mod work;

pub use accounts::Unserved;
pub use crash::Point;
pub use error::{Error, Result};
pub use hints::Recorded;
pub use inbox::Delivery;
pub use intent::{Entry, LastError, Reason, State, Step, What};
pub use journal::Journal;
pub use list::{Filter, HistoryStep, Record};
pub use options::Options;
pub use outbox::{Change, Lag};
pub use reconcile::{Compared, Difference, Differs, Lists, OnRecord, Reported, Scope};
pub use store::{Health, citus_schema};
pub use sums::Sum;
pub use watch::Unknowns;
pub use work::{Decision, Due, Executed, Providers, Task};
