//! What the caller is told.

use payments_core::{News, Provider};

use crate::{
    entry::{Entry, State},
    error::{Error, Result},
    request::Request,
    row::Row,
    status::Status,
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

/// What a row tells the caller.
pub(crate) fn recorded<R: Request>(
    request: &R,
    provider: Provider,
    row: Row,
    told: Option<News>,
) -> Result<Executed<R::Answer>> {
    let entry = row.entry;
    match entry.state {
        State::Open => Ok(Executed::Open(Box::new(entry))),
        State::NeedsAttention => Ok(Executed::NeedsAttention(Box::new(entry))),
        State::Refused => Ok(Executed::Refused(Box::new(entry))),
        State::Pending | State::Finished => {
            let fresh = told
                .filter(|news| Status::of(news) == entry.status)
                .and_then(R::of_news);
            let answer = fresh.or_else(|| {
                let answer = entry.answer.as_ref()?;
                request.recall(provider, answer)
            });
            answer
                .map(Executed::Answered)
                .ok_or_else(|| Error::Unreadable("answer".into()))
        }
    }
}
