//! What a check, and what all checks of a fact, have found.

/// Where something was seen, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The index of the exchange in the session; none for callbacks.
    pub step: Option<usize>,
    /// What was seen, in words.
    pub what: String,
}

/// What one check has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It holds.
    Holds(Seen),
    /// It does not.
    Fails {
        /// What was seen.
        seen: Seen,
        /// The value that stands in the place of the fact's, if it is a single one.
        instead: Option<String>,
    },
    /// Nothing was seen that would tell.
    Untold(String),
}

/// What a session says of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Confirmed {
        /// What was seen.
        seen: Seen,
    },
    /// It does not hold.
    Refuted {
        /// What was seen.
        seen: Seen,
        /// The value that stands in the place of the fact's, if it is a single one.
        instead: Option<String>,
    },
    /// The session does not tell.
    NotTold {
        /// Why.
        why: String,
    },
}

impl Finding {
    pub(super) fn untold(why: impl Into<String>) -> Self {
        Self::Untold(why.into())
    }
}

impl Verdict {
    /// For people and programs.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Confirmed { .. } => "confirmed",
            Self::Refuted { .. } => "refuted",
            Self::NotTold { .. } => "not told",
        }
    }
}
