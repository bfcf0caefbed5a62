//! Where an intent stands.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where an intent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Phase {
    /// No send can have had an effect.
    Ready,
    /// A send has begun, and its answer was not written down.
    Sending {
        /// Since when an earlier send counts as lost, if there is one.
        lost: Option<DateTime<Utc>>,
    },
    /// The outcome of a send is unknown.
    Lost {
        /// When the last one whose outcome is unknown was given up.
        since: DateTime<Utc>,
    },
    /// The outcome of a send is unknown, and the provider, which would show it by now, does not
    /// know it.
    Absent {
        /// As in [`Lost`](Self::Lost).
        since: DateTime<Utc>,
    },
    /// The provider has it; what became of it was not told.
    Exists,
    /// There is an answer: what the provider tells is what was asked for.
    Answered,
    /// Nothing happened, and nothing will.
    Refused,
}
