//! What an intent's history is made of.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! steps {
    ($($(#[$doc:meta])* $step:ident = $word:literal,)*) => {
        /// A step of an intent's history.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Step {
            $($(#[$doc])* $step,)*
        }

        impl Step {
            /// The word in lower case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$step => $word,)*
                }
            }

            pub(crate) fn read(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$step),)*
                    _ => None,
                }
            }
        }
    };
}

steps! {
    /// It was written down, before anything was sent.
    Recorded = "recorded",
    /// A send was about to begin.
    SendBegun = "send_begun",
    /// What a send came to.
    Sent = "sent",
    /// What a send came to, when somebody else had gone on with it.
    SentLate = "sent_late",
    /// What a question came to.
    Asked = "asked",
    /// What a question came to, when somebody else had gone on with it.
    AskedLate = "asked_late",
    /// Nothing is to be done until a time.
    Waits = "waits",
    /// Somebody went on with what another had left.
    TakenUp = "taken_up",
    /// A callback told of it.
    Callback = "callback",
    /// A callback told of one charge of a mandate.
    Charge = "charge",
    /// A callback told of a refund that did not end in money that went back.
    Refund = "refund",
    /// A callback told something that this version does not model.
    Unmodelled = "unmodelled",
    /// A callback told of a reference that is not recorded.
    UnknownReference = "unknown_reference",
    /// Nothing was sent, and nothing is any more.
    GivenUp = "given_up",
    /// A person is needed.
    NeedsAttention = "needs_attention",
    /// A person has decided.
    Decided = "decided",
    /// Somebody asked what became of it.
    Reconciled = "reconciled",
    /// The clock was set, and delays began again.
    ClockWasSet = "clock_was_set",
    /// Its history was taken away.
    Archived = "archived",
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
