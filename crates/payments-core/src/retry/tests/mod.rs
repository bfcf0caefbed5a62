mod budget;
mod classification;
mod crashes;
mod intents;
mod lost;
mod policy;
mod provider;
mod rules;
mod settle;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::{
    capabilities::{Lookup, Settlement},
    error::{EarlierTry, Error, ErrorKind, Outcome, SuggestedAction},
};

/// How long "not found" proves nothing, in these tests.
const DELAY: Duration = Duration::from_secs(60);

fn start() -> DateTime<Utc> {
    "2026-03-02T03:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> DateTime<Utc> {
    start() + TimeDelta::seconds(seconds)
}

fn settlement(lookup: Lookup, send_again: bool) -> Settlement {
    Settlement::new(lookup, send_again, DELAY)
}

fn error(kind: ErrorKind, outcome: Outcome) -> Error {
    Error::new(kind, outcome, SuggestedAction::ContactProvider, "a test")
}

fn lost() -> Error {
    error(ErrorKind::Timeout, Outcome::Unknown)
}

fn not_sent() -> Error {
    error(ErrorKind::Connect, Outcome::NotSent)
}

fn not_found() -> Error {
    error(ErrorKind::NotFound, Outcome::Refused)
}

fn duplicate() -> Error {
    error(ErrorKind::Duplicate, Outcome::Refused).with_earlier(EarlierTry::Exists)
}

fn limited(seconds: u64) -> Error {
    error(ErrorKind::RateLimited, Outcome::Refused).with_retry_after(Duration::from_secs(seconds))
}
