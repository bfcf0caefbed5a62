//! The effects of faults: on a request and its answer, on a callback, on captured money.

use chrono::TimeDelta;
use rust_decimal::Decimal;

use super::change::Change;
use crate::code::Code;

/// One idea for all: whether the provider acts, and what it says then.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    Request {
        /// Whether the provider does what it is asked for. Nobody can tell that from what it says.
        acts: bool,
        says: Says,
    },
    /// The payment is taken in, and fails a moment later with this code.
    Fails(&'static Code),
    /// What was captured goes back a moment later: a part of it, or all.
    GivesBack { part: Option<Part> },
    /// A charge of a mandate takes nothing.
    FailsCharge,
    /// Before the request is looked at, the provider's products become so much dearer.
    RaisesPrices(Decimal),
    /// The callback is told in another manner.
    Told(Manner),
    /// The customer pays at once, and the merchant is told before the answer.
    TellsFirst,
}

/// How the merchant is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Twice,
    /// Behind the next one of its provider.
    Swapped,
    Dropped,
    Unsigned,
    /// Under a proof that is not the sender's.
    Forged,
}

/// How much of a capture goes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    Half,
    So(Decimal),
}

/// What the client sees.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Says {
    /// The provider's own answer, so many milliseconds late.
    Late(u64),
    /// Nothing: the connection is reset.
    Nothing,
    /// Nothing, and for so many seconds nobody finds what was made.
    NothingAndHides(u64),
    /// That something broke on the provider's side.
    Outage(u16),
    /// A page for people, as a proxy or a firewall in between would send it.
    Page(u16),
    TooManyRequests,
    /// A documented code, under this HTTP status or the one that is printed beside it.
    Code(&'static Code, Option<u16>),
    /// The provider's own answer, but for this.
    Changed(Change),
}

/// How long after a payment the customer has the money back, or an accepted payment fails.
pub(crate) const MOMENT: TimeDelta = TimeDelta::seconds(1);
