//! The decision table: where an intent stands × what was done × what came of it.

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
    /// The provider has it; what became of it was not told.
    Exists,
}

/// What an answer changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The answer is the intent's: done.
    Adopt,
    /// Nothing happened, and nothing will: done.
    Refuse,
    /// Nothing happened: send again after a pause.
    SendAgain,
    /// This send may have happened: ask, and count the visibility delay from now.
    Lost,
    /// Nothing new: ask again after a pause.
    StillLost,
    /// It is not there: send the same reference again, if the provider takes a reference once;
    /// otherwise it stays unknown.
    Absent,
    /// It is there: ask until the provider tells more, never send again.
    Exists,
}

/// What the answer to a send changes.
#[must_use]
pub const fn after_send(standing: Standing, answer: Sent) -> Verdict {
    match (standing, answer) {
        (_, Sent::Accepted) => Verdict::Adopt,
        // Whatever became of this send, an earlier one arrived.
        (_, Sent::Exists) | (Standing::Exists, _) => Verdict::Exists,
        (_, Sent::Lost) => Verdict::Lost,
        (Standing::Clear, Sent::NotSent | Sent::RateLimited) => Verdict::SendAgain,
        (Standing::Clear, Sent::Unsendable | Sent::Refused) => Verdict::Refuse,
        // This send did nothing, which says nothing of the one before.
        (
            Standing::Hidden | Standing::Visible,
            Sent::NotSent | Sent::RateLimited | Sent::Unsendable | Sent::Refused,
        ) => Verdict::StillLost,
    }
}

/// What the answer to a question changes.
#[must_use]
pub const fn after_question(standing: Standing, answer: Asked) -> Verdict {
    match (standing, answer) {
        (_, Asked::Found) => Verdict::Adopt,
        (_, Asked::Failed) => Verdict::Refuse,
        // Once proved, it is not lost again because a question says otherwise.
        (_, Asked::Exists) | (Standing::Exists, _) => Verdict::Exists,
        (Standing::Visible, Asked::NotFound) => Verdict::Absent,
        // Too early to believe it.
        (Standing::Hidden, Asked::NotFound) => Verdict::StillLost,
        (Standing::Hidden | Standing::Visible, Asked::Nothing) => Verdict::StillLost,
        (Standing::Clear, Asked::NotFound | Asked::Nothing) => Verdict::SendAgain,
    }
}
