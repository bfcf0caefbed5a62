//! What to do next, and what that is decided by.

use chrono::{DateTime, Utc};

use super::{Policy, Reason};
use crate::{capabilities::Settlement, observe::RETRIES};

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send: [`begin`](super::Progress::begin), write it down, send,
    /// [`sent`](super::Progress::sent).
    Send {
        /// Not for the first time.
        again: bool,
    },
    /// Ask, then [`asked`](super::Progress::asked).
    Ask {
        /// Not for the first time.
        again: bool,
    },
    /// Nothing before this time.
    Wait(DateTime<Utc>),
    /// Nothing by itself: somebody else must decide, or another policy.
    Stop(Reason),
    /// Nothing any more.
    Done,
}

impl Step {
    /// Whether something is done that was done before: it counts against the
    /// [`Budget`](super::Budget).
    #[must_use]
    pub fn is_repeat(self) -> bool {
        matches!(self, Self::Send { again: true } | Self::Ask { again: true })
    }

    /// Tells the metrics of something that is done again.
    pub fn count_repeat(self, provider: &str) {
        match self {
            Self::Send { again: true } => RETRIES.count([provider, "send"]),
            Self::Ask { again: true } => RETRIES.count([provider, "ask"]),
            _ => {}
        }
    }
}

/// What a decision rests on besides the progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rules {
    /// How the provider settles an unknown outcome, from its capability table.
    pub settlement: Settlement,
    /// How often and how long.
    pub policy: Policy,
}

impl Rules {
    /// The rules of a provider under a policy.
    #[must_use]
    pub fn new(settlement: Settlement, policy: Policy) -> Self {
        Self { settlement, policy }
    }
}
