//! Safe retry, and the resolution of unknown outcomes: what to do after an answer was lost.
//!
//! [`Retry::settle`] takes an [`Instruction`](crate::Instruction) (a payment, a bill, a mandate) to
//! its answer: it sends it, and repeats only what was never sent or not accepted. After a lost
//! answer it looks it up by reference, and sends the same reference again only if the provider does
//! not know it, has had time to show it, and accepts a reference once. Otherwise it returns a
//! [`SettleError`] with the outcome `Unknown`, the reference, the query for a later lookup, and the
//! reason.
//!
//! The decision is a pure function over a small state that can be stored, [`Progress`]. The loop
//! here and a worker with a database use the same function. Neither ever makes a new reference. The
//! state is stored before each send ([`Progress::begin`]). After a crash at any point, work resumes
//! from what was stored last ([`Progress::resume`]), and a send that may have begun counts as lost.
//!
//! ```rust
//! use payments_core::{Outcome, PaymentRequest, Payment, Payments, PaymentQuery};
//! use payments_core::retry::Retry;
//!
//! # async fn charge(retry: &Retry, provider: &dyn Payments, request: &PaymentRequest) -> Option<Payment> {
//! match retry.settle(provider, request).await {
//!     // Created, or found after its answer was lost. It may be pending, paid, failed: all of these are answers.
//!     Ok(payment) => Some(payment),
//!     Err(open) if open.outcome() == Outcome::Unknown => {
//!         // It may have happened: keep this, and ask again later. Never a new reference.
//!         let (_query, _state): (&PaymentQuery, _) = (open.query(), open.progress());
//!         None
//!     }
//!     // Nothing happened.
//!     Err(_refused_or_not_sent) => None,
//! }
//! # }
//! ```
#![doc = include_str!("table.md")]

mod answer;
mod budget;
mod clock;
mod error;
mod phase;
mod policy;
mod progress;
mod reason;
mod settle;
mod step;
mod table;

pub use answer::{Asked, LONGEST_WAIT, Sent};
pub use budget::Budget;
pub use clock::{Clock, SystemClock, VirtualClock, later};
pub use error::SettleError;
pub use phase::Phase;
pub use policy::Policy;
pub use progress::Progress;
pub use reason::Reason;
pub use settle::Retry;
pub use step::{Rules, Step};
pub use table::{Standing, Verdict, after_question, after_send};

#[cfg(test)]
mod tests;
