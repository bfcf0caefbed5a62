//! Comparing a provider's report of a day with what is recorded, in both directions.
//!
//! A report proves nothing by itself: comparing changes nothing. What a person wants to adopt is
//! looked up at the provider ([`Journal::confirm`](crate::Journal::confirm)), and what only the
//! provider has is never recorded as ours ([`Journal::ask_first`](crate::Journal::ask_first)).

mod adopt;
mod compare;
mod difference;
mod known;
mod report;
mod shelf;

pub use difference::{Compared, Difference, Differs, OnRecord};
pub use report::{Lists, Reported, Scope};
