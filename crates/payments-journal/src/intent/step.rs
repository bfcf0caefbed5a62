//! The steps of an intent's history.

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
    /// It was recorded, before anything was sent.
    Recorded = "recorded",
    /// A send was about to begin.
    SendBegun = "send_begun",
    /// The result of a send.
    Sent = "sent",
    /// The result of a send, after another process had continued with it.
    SentLate = "sent_late",
    /// The result of a lookup.
    Asked = "asked",
    /// The result of a lookup, after another process had continued with it.
    AskedLate = "asked_late",
    /// Nothing is to be done until a time.
    Waits = "waits",
    /// Another process took it over.
    TakenUp = "taken_up",
    /// A callback about it arrived.
    Callback = "callback",
    /// A callback about one charge of a mandate arrived.
    Charge = "charge",
    /// A callback about a refund without money going back arrived.
    Refund = "refund",
    /// A callback that this version does not model arrived.
    Unmodelled = "unmodelled",
    /// A callback about a reference that is not recorded arrived.
    UnknownReference = "unknown_reference",
    /// It was given up without having been sent.
    GivenUp = "given_up",
    /// A person is needed.
    NeedsAttention = "needs_attention",
    /// A person has decided.
    Decided = "decided",
    /// It was looked up on demand.
    Reconciled = "reconciled",
    /// The clock was set, and delays started again.
    ClockWasSet = "clock_was_set",
    /// Its history was deleted.
    Archived = "archived",
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
