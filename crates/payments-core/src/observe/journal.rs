//! Events of a journal.

use std::error::Error;

use tracing::warn;

use super::{TARGET, meters::JOURNAL_FAILURES};

/// A journal's database failed; its workers wait and try again. The error must contain no secret
/// and no personal data.
pub fn journal_failed(error: &dyn Error) {
    JOURNAL_FAILURES.count([]);
    warn!(target: TARGET, error = %error, "the journal's database failed: trying again");
}

/// A journal without its own fingerprint key records a fingerprint of personal data for the first
/// time.
pub fn fingerprints_without_a_key() {
    warn!(
        target: TARGET,
        "fingerprints of personal data are stored without a key of the journal's own: who has the rows can try out phone numbers \
         (set Options::fingerprint_key)"
    );
}

/// A clock step was noticed.
pub fn clock_was_set() {
    warn!(target: TARGET, "the clock was set: delays that are under way begin again");
}
