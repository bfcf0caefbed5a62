//! The phase of an intent.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The phase of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Phase {
    /// No send can have had an effect.
    Ready,
    /// A send has begun, and its answer has not been stored.
    Sending {
        /// Since when an earlier send counts as lost, if there is one.
        lost: Option<DateTime<Utc>>,
    },
    /// The outcome of a send is unknown.
    Lost {
        /// When the last send with an unknown outcome was given up.
        since: DateTime<Utc>,
    },
    /// The outcome of a send is unknown. The provider does not know it, although it would show it
    /// by now.
    Absent {
        /// As in [`Lost`](Self::Lost).
        since: DateTime<Utc>,
    },
    /// The provider has it; its status is not known yet.
    Exists,
    /// There is an answer that matches the request.
    Answered,
    /// Nothing happened, and nothing will.
    Refused,
}
