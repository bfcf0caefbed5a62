//! The decision table: state of an intent × what was done × its result.

use super::{Asked, Sent};

/// What is known of an intent when an answer comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// No send can have had an effect.
    Clear,
    /// The outcome of a send is unknown, and the provider may not show it yet.
    Hidden,
    /// The outcome of a send is unknown, and the provider would show it by now.
    Visible,
    /// The provider has it; its status is not known yet.
    Exists,
}

/// What an answer changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The answer belongs to the intent: done.
    Adopt,
    /// Nothing happened, and nothing will: done.
    Refuse,
    /// Nothing happened: send again after a pause.
    SendAgain,
    /// This send may have happened: look it up, and count the visibility delay from now.
    Lost,
    /// Nothing new: look it up again after a pause.
    StillLost,
    /// The provider does not have it: send the same reference again, if the provider accepts a
    /// reference once; otherwise it stays unknown.
    Absent,
    /// The provider has it: look it up until its status is known, never send again.
    Exists,
}

/// What the answer to a send changes.
#[must_use]
pub const fn after_send(standing: Standing, answer: Sent) -> Verdict {
    match (standing, answer) {
        (_, Sent::Accepted) => Verdict::Adopt,
        // Whatever the result of this send, an earlier one arrived.
        (_, Sent::Exists) | (Standing::Exists, _) => Verdict::Exists,
        (_, Sent::Lost) => Verdict::Lost,
        (Standing::Clear, Sent::NotSent | Sent::RateLimited) => Verdict::SendAgain,
        (Standing::Clear, Sent::Unsendable | Sent::Refused) => Verdict::Refuse,
        // This send did nothing, which says nothing about an earlier one.
        (
            Standing::Hidden | Standing::Visible,
            Sent::NotSent | Sent::RateLimited | Sent::Unsendable | Sent::Refused,
        ) => Verdict::StillLost,
    }
}

/// What the answer to a lookup changes.
#[must_use]
pub const fn after_question(standing: Standing, answer: Asked) -> Verdict {
    match (standing, answer) {
        (_, Asked::Found) => Verdict::Adopt,
        (_, Asked::Failed) => Verdict::Refuse,
        // Once it is proved to exist, no lookup undoes that.
        (_, Asked::Exists) | (Standing::Exists, _) => Verdict::Exists,
        (Standing::Visible, Asked::NotFound) => Verdict::Absent,
        // Too early: "not found" proves nothing yet.
        (Standing::Hidden, Asked::NotFound) => Verdict::StillLost,
        (Standing::Hidden | Standing::Visible, Asked::Nothing) => Verdict::StillLost,
        (Standing::Clear, Asked::NotFound | Asked::Nothing) => Verdict::SendAgain,
    }
}
