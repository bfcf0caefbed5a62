//! What a journal tells of itself.

use std::error::Error;

use tracing::warn;

use super::{TARGET, meters::JOURNAL_FAILURES};

/// The database of a journal failed; whoever works on it waits and tries again. The error must hold
/// no secret and nothing personal.
pub fn journal_failed(error: &dyn Error) {
    JOURNAL_FAILURES.count([]);
    warn!(target: TARGET, error = %error, "the journal's database failed: trying again");
}

/// A journal without a key of its own writes down a fingerprint of personal data for the first
/// time.
pub fn fingerprints_without_a_key() {
    warn!(
        target: TARGET,
        "fingerprints of personal data are stored without a key of the journal's own: who has the rows can try out phone numbers \
         (set Options::fingerprint_key)"
    );
}

/// The clock was seen to make a step.
pub fn clock_was_set() {
    warn!(target: TARGET, "the clock was set: delays that are under way begin again");
}
