//! Answers a request that a fault hits.

use std::time::Duration;

use serde_json::json;

use crate::{
    faults::{Effect, MOMENT, Operation, Says, Target},
    payment::Action,
    provider::Provider,
    reply::{Answer, Reply},
    request::Request,
    world::{Event, World},
};

pub(crate) fn answer(
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
        // These are aimed at captures and at callbacks, never at a request.
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
