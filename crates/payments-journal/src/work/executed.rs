//! The result for the caller.

use payments_core::{Answer, ErrorKind, Instruction, Outcome, SuggestedAction};

use crate::{
    error::{Error, Result},
    intent::{Entry, Row, State},
};

/// The result of executing an instruction.
///
/// ```
/// use payments_core::{Outcome, Payment};
/// use payments_journal::Executed;
///
/// fn may_pay_otherwise(executed: Executed<Payment>) -> bool {
///     match executed.into_answer() {
///         Ok(_) => false,
///         // While the outcome is unknown, never.
///         Err(error) => error.outcome() != Outcome::Unknown,
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Executed<A> {
    /// The provider has it, and this is its answer. Look at the status: pending, paid, failed.
    Answered(A),
    /// Nothing happened, and nothing will happen automatically.
    Refused(Box<Entry>),
    /// It is not known yet whether it happened. The workers continue; the outbox will report the
    /// result. **Do not use another reference.**
    Open(Box<Entry>),
    /// It is not known whether it happened, and a person must decide. **Do not use another
    /// reference.**
    NeedsAttention(Box<Entry>),
}

impl<A> Executed<A> {
    /// The answer, or an error whose outcome says whether money may have moved.
    ///
    /// # Errors
    /// - `Refused`: nothing happened.
    /// - `Unknown`: it is open, or needs attention: it may have happened.
    pub fn into_answer(self) -> Result<A, payments_core::Error> {
        match self {
            Self::Answered(answer) => Ok(answer),
            Self::Refused(entry) => Err(unanswered(&entry, Outcome::Refused)),
            Self::Open(entry) | Self::NeedsAttention(entry) => {
                Err(unanswered(&entry, Outcome::Unknown))
            }
        }
    }
}

fn unanswered(entry: &Entry, outcome: Outcome) -> payments_core::Error {
    let error = match (&entry.error, outcome) {
        (Some(last), _) => {
            payments_core::Error::new(last.kind, outcome, last.action, &*last.message)
        }
        (None, Outcome::Unknown) => payments_core::Error::new(
            ErrorKind::Interrupted,
            outcome,
            SuggestedAction::AskByReference,
            format!("the journal has no answer yet: it is {}", entry.state),
        ),
        (None, _) => payments_core::Error::new(
            ErrorKind::Rejected,
            outcome,
            SuggestedAction::FixRequest,
            format!("it is {}", entry.state),
        ),
    };
    error.with_reference(&entry.reference)
}

/// The result from a row. `told` is the answer just received, with the provider's own JSON.
pub(crate) fn recorded<I: Instruction>(
    request: &I,
    row: Row,
    told: Option<I::Answer>,
) -> Result<Executed<I::Answer>> {
    let entry = row.entry;
    match entry.state {
        State::Open => Ok(Executed::Open(Box::new(entry))),
        State::NeedsAttention => Ok(Executed::NeedsAttention(Box::new(entry))),
        State::Refused => Ok(Executed::Refused(Box::new(entry))),
        State::Pending | State::Finished => {
            let fresh = told.filter(|told| Some(told.status()) == entry.status);
            let answer = fresh.or_else(|| {
                let recorded = entry.answer.as_ref().and_then(I::answer_in)?;
                Some(request.recall(recorded.clone()))
            });
            answer
                .map(Executed::Answered)
                .ok_or_else(|| Error::Unreadable("answer".into()))
        }
    }
}
