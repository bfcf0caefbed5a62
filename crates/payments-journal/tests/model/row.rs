//! A row of the journal, as far as it decides: who has it, until when, and how far it is.
//!
//! A write names the version that it replaces. Versions only ever grow, so here a process knows
//! instead whether its copy is the row as it is.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, Utc};
use payments_core::{
    Error, ErrorKind, Outcome, Result, SuggestedAction,
    retry::{Phase, Progress, Rules},
};

/// Seconds of the model's time.
pub(crate) type Time = i64;

pub(crate) fn at(time: Time) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + time, 0).unwrap()
}

pub(crate) fn seconds(time: DateTime<Utc>) -> Time {
    time.timestamp() - 1_700_000_000
}

/// The real progress, which has no hash of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    progress: Progress,
    hash: u64,
}

impl Hash for Known {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl Known {
    pub(crate) fn new(progress: Progress) -> Self {
        let mut hasher = DefaultHasher::new();
        serde_json::to_string(&progress).unwrap().hash(&mut hasher);
        let hash = hasher.finish();
        Self { progress, hash }
    }

    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    pub(crate) fn change(&mut self, change: impl FnOnce(&mut Progress)) {
        let mut progress = self.progress.clone();
        change(&mut progress);
        *self = Self::new(progress);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum State {
    Open,
    Answered,
    Refused,
    NeedsAttention,
}

#[derive(Clone, Debug, Hash)]
pub(crate) struct Row {
    pub(crate) state: State,
    /// Whose it is: the number of a process and how often it has died.
    pub(crate) lease: Option<(u8, u8)>,
    pub(crate) due: Option<Time>,
    pub(crate) known: Known,
}

impl Row {
    pub(crate) fn held_by(&self, lease: (u8, u8)) -> bool {
        self.state == State::Open && self.lease == Some(lease)
    }

    pub(crate) fn hold(&mut self, lease: (u8, u8), until: Time) {
        (self.lease, self.due) = (Some(lease), Some(until));
    }

    pub(crate) fn rest(&mut self, state: State) {
        (self.state, self.lease, self.due) = (state, None, None);
    }

    /// The provider tells of it.
    pub(crate) fn adopt(&mut self, now: Time, rules: &Rules) {
        self.known
            .change(|progress| progress.asked(&Ok(()), at(now), at(now), rules));
        self.rest(State::Answered);
    }

    /// What the progress says now is what the row is.
    pub(crate) fn follow(&mut self) {
        match self.known.progress().phase() {
            Phase::Answered => self.rest(State::Answered),
            Phase::Refused => self.rest(State::Refused),
            _ => {}
        }
    }
}

/// What a send or a question comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Answer {
    Yes,
    NotReached,
    Refused,
    NotFound,
    Lost,
}

impl Answer {
    pub(crate) fn result(self) -> Result<()> {
        let (kind, outcome) = match self {
            Self::Yes => return Ok(()),
            Self::NotReached => (ErrorKind::Connect, Outcome::NotSent),
            Self::Refused => (ErrorKind::Declined, Outcome::Refused),
            Self::NotFound => (ErrorKind::NotFound, Outcome::Refused),
            Self::Lost => (ErrorKind::Timeout, Outcome::Unknown),
        };
        let action = SuggestedAction::AskByReference;
        Err(Error::new(kind, outcome, action, "as the model says"))
    }
}
