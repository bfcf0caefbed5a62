//! What to do next, and the rules that decide it.

use chrono::{DateTime, Utc};

use super::{Policy, Reason};
use crate::{capabilities::Settlement, observe::RETRIES};

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send: [`begin`](super::Progress::begin), store it, send, [`sent`](super::Progress::sent).
    Send {
        /// Whether it is a repeat.
        again: bool,
    },
    /// Look it up, then [`asked`](super::Progress::asked).
    Ask {
        /// Whether it is a repeat.
        again: bool,
    },
    /// Do nothing before this time.
    Wait(DateTime<Utc>),
    /// Do nothing automatically: a person, a callback or another policy must decide.
    Stop(Reason),
    /// Everything is done.
    Done,
}

impl Step {
    /// Whether the step is a repeat, which counts against the [`Budget`](super::Budget).
    #[must_use]
    pub fn is_repeat(self) -> bool {
        matches!(self, Self::Send { again: true } | Self::Ask { again: true })
    }

    /// Counts a repeat in the metrics.
    pub fn count_repeat(self, provider: &str) {
        match self {
            Self::Send { again: true } => RETRIES.count([provider, "send"]),
            Self::Ask { again: true } => RETRIES.count([provider, "ask"]),
            _ => {}
        }
    }
}

/// What a decision depends on besides the progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rules {
    /// How the provider settles an unknown outcome, from its capability table.
    pub settlement: Settlement,
    /// The limits.
    pub policy: Policy,
}

impl Rules {
    /// Makes the rules from a provider's settlement and a policy.
    #[must_use]
    pub fn new(settlement: Settlement, policy: Policy) -> Self {
        Self { settlement, policy }
    }
}
