//! Why nothing more is done automatically.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why nothing more is done automatically although the intent is open.
///
/// ```
/// use payments_core::retry::Reason;
///
/// fn needs_a_person(reason: Reason) -> bool {
///     reason == Reason::MustNotSendAgain
/// }
///
/// assert!(!needs_a_person(Reason::Deadline));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The policy allows no further try.
    Attempts,
    /// The next try would be after the policy's deadline.
    Deadline,
    /// It can be looked up only by an id that was lost: the callback must tell.
    CannotAsk,
    /// The provider does not know the reference, and it is not known what a repeat would do: a
    /// person must decide.
    MustNotSendAgain,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Attempts => "the policy allows no further try",
            Self::Deadline => "the next try lies beyond the deadline",
            Self::CannotAsk => "it cannot be looked up by its reference",
            Self::MustNotSendAgain => "it was not found, and a repeat might have a second effect",
        })
    }
}
