//! What can be watched: a `tracing` span per call, intent, callback and handler, and metrics by the
//! `metrics` facade.
//!
//! A span ends with an event of its own: a warning where a person may want to look (an unknown
//! outcome, a refused callback), information for intents and callbacks, and debug for calls. All
//! have the target `payments`, so `RUST_LOG=payments=debug` shows them. None carries a body, a
//! secret or personal data: a reference is the merchant's own, and errors are told by their kind.
//!
//! Metrics need the feature `metrics`, and a recorder in the program, such as an exporter for
//! Prometheus; [`describe`] tells the recorder units and meanings. Counters and histograms are of
//! the process that tells them. Gauges are of the journal, and every process with workers tells the
//! same: take the maximum of them, not the sum.
#![doc = include_str!("table.md")]

mod callback;
mod intent;
mod journal;
mod meters;
mod spans;
#[cfg(test)]
mod tests;

pub use callback::{CallbackWatch, HandlerWatch, callback, handler};
pub use intent::{IntentWatch, intent};
pub use journal::{clock_was_set, fingerprints_without_a_key, journal_failed};
pub use meters::{
    ATTENTION_INTENTS, ENABLED, JOURNAL_FAILURES, METERS, Meter, MeterKind, OUTBOX_AGE,
    OUTBOX_CHANGES, OUTBOX_STUCK, REQUEST_DURATION, REQUESTS, RETRIES, UNKNOWN_AGE,
    UNKNOWN_INTENTS, UNSERVED_INTENTS, describe,
};
pub use spans::{SPANS, SpanKind};

/// The target of every span and event.
pub const TARGET: &str = "payments";

/// The outcome of a future that was dropped before its end.
pub const DROPPED: &str = "dropped";

/// Whole milliseconds.
#[must_use]
pub fn millis(time: std::time::Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
