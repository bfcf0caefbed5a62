//! The effects of faults: on a request and its answer, on a callback, on captured money.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::json;

use super::{Operation, Target, change::Change};
use crate::{
    code::Code,
    payment::{Action, Key},
    provider::Provider,
    reply::{Answer, Reply},
    request::Request,
    world::{Event, World},
};

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
const MOMENT: TimeDelta = TimeDelta::seconds(1);

/// Answers a request that is hit.
pub(crate) fn request(
    world: &mut World,
    provider: &'static dyn Provider,
    (request, target): (&Request, Target),
    effect: Effect,
) -> Answer {
    let known = world.book.len();
    let (acts, says) = match effect {
        Effect::Request { acts, says } => (acts, says),
        Effect::Fails(code) => {
            let own = provider.handle(world, request);
            let at = world.now() + MOMENT;
            for key in world.book.since(known) {
                world.plan(at, key, Event::Fail(code.code));
            }
            return own.into();
        }
        Effect::RaisesPrices(by) => {
            provider.raise_prices(world, by);
            return provider.handle(world, request).into();
        }
        // It is aimed at captures only.
        Effect::GivesBack { .. } | Effect::FailsCharge | Effect::Told(_) => {
            return provider.handle(world, request).into();
        }
        Effect::TellsFirst => {
            let told = world.outbox.len();
            let own = provider.handle(world, request);
            let now = world.now();
            for key in world.book.since(known) {
                // What is paid already has told of it.
                let _paid_before = provider.act(world, key, Action::Pay, now);
            }
            return Answer {
                after: (told + 1..=world.outbox.len()).collect(),
                ..own.into()
            };
        }
    };
    let own = acts.then(|| provider.handle(world, request));
    match (says, own) {
        (Says::Late(milliseconds), Some(own)) => Answer {
            delay: Duration::from_millis(milliseconds),
            ..own.into()
        },
        (Says::Changed(change), Some(own)) => own
            .changed(|body| change.apply(body, &provider.words(), &mut world.identifiers))
            .into(),
        (Says::NothingAndHides(seconds), _) => {
            let mut keys = world.book.since(known);
            // A bill was made by its inquiry, and is asked for now. What is only looked at stays.
            let asked = (target.operation == Operation::Create)
                .then_some(target.reference)
                .flatten()
                .map(|reference| world.book.with_reference(provider.name(), &reference));
            keys.extend(asked.into_iter().flatten().map(|(key, _)| key));
            world.hide(&keys, seconds);
            Answer::RESET
        }
        // Without an answer of its own there is nothing to be late or odd.
        (Says::Nothing | Says::Late(_) | Says::Changed(_), _) => Answer::RESET,
        (Says::Outage(status), _) => provider.outage(status).into(),
        (Says::Page(status), _) => page(status).into(),
        (Says::TooManyRequests, _) => {
            let body = json!({"message": "Too Many Requests"});
            Reply::json(429, body)
                .with_header("retry-after", "2")
                .into()
        }
        (Says::Code(code, http), _) => provider.refusal(world, request, code, http).into(),
    }
}

fn page(status: u16) -> Reply {
    let text = match status {
        200..=299 => "Please wait",
        403 => "403 Forbidden",
        502 => "502 Bad Gateway",
        _ => "An error occurred",
    };
    let body = format!("<html><head><title>{text}</title></head><body>{text}</body></html>");
    Reply::html(body).with_status(status)
}

/// Lets what has just been captured go back.
pub(crate) fn capture(world: &mut World, key: Key, amount: Decimal, at: DateTime<Utc>) {
    let Some(payment) = world.book.get(key) else {
        return;
    };
    let provider = payment.provider;
    let target = Target {
        operation: Operation::Capture,
        reference: Some(payment.reference.clone()),
    };
    if world.faults.is_empty() || !provider.can_give_back(payment) {
        return;
    }
    let gives_back = |effect: &Effect| matches!(effect, Effect::GivesBack { .. });
    let hit = world.faults.take_if(provider.name(), &target, gives_back);
    let Some((_, Effect::GivesBack { part })) = hit else {
        return;
    };
    let event = match part {
        None => Event::Void,
        Some(Part::Half) => Event::Refund((amount / Decimal::TWO).trunc().max(Decimal::ONE)),
        Some(Part::So(part)) => Event::Refund(part),
    };
    world.plan(at + MOMENT, key, event);
}

/// Whether the charge that is about to be made fails.
pub(crate) fn charge_fails(world: &mut World, provider: &dyn Provider, reference: &str) -> bool {
    let target = Target {
        operation: Operation::Capture,
        reference: Some(reference.to_owned()),
    };
    let fails = |effect: &Effect| *effect == Effect::FailsCharge;
    world
        .faults
        .take_if(provider.name(), &target, fails)
        .is_some()
}
