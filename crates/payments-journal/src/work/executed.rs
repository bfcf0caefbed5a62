//! What the caller is told.

use payments_core::{Answer, Instruction};

use crate::{
    error::{Error, Result},
    intent::{Entry, Row, State},
};

/// What became of an intent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Executed<A> {
    /// The provider has it, and this is what it told. Look at its status: pending, paid, failed.
    Answered(A),
    /// Nothing happened, and nothing will by itself.
    Refused(Box<Entry>),
    /// It is not known yet whether it happened. The workers go on; the outbox will tell. **Do not use another reference.**
    Open(Box<Entry>),
    /// It is not known whether it happened, and a person must decide. **Do not use another reference.**
    NeedsAttention(Box<Entry>),
}

/// What a row tells the caller. `told`: what the provider told here just now, with its own JSON.
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
                let recorded = entry.answer.as_ref().and_then(I::Answer::of)?;
                Some(request.recall(recorded.clone()))
            });
            answer
                .map(Executed::Answered)
                .ok_or_else(|| Error::Unreadable("answer".into()))
        }
    }
}
