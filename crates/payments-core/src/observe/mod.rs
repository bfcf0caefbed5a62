//! Observability: a `tracing` span per call, intent, callback and handler, and metrics through the
//! `metrics` facade.
//!
//! Each span ends with an event: `warn` where a person may want to look (an unknown outcome, a
//! refused callback), `info` for intents and callbacks, `debug` for calls. All have the target
//! `payments`, so `RUST_LOG=payments=debug` shows them. None contains a body, a secret or personal
//! data: a reference is the merchant's own, and errors are named by their kind.
//!
//! Metrics need the feature `metrics`, and a recorder in the program, such as an exporter for
//! Prometheus; [`describe`] gives the recorder units and meanings. Counters and histograms belong
//! to one process. Gauges describe the journal, and every process with workers reports the same
//! value: take their maximum, not their sum.
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
