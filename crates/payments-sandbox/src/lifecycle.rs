//! A payment is taken up and changes its state: the story tells it, the ledger has the money, the
//! merchant is told, and what was captured may go back.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::{
    faults::{Effect, MOMENT, Operation, Part, Target},
    ledger::Kind,
    payment::{Conflict, Key, Payment, State},
    provider::Provider,
    story::What,
    world::{Event, World},
};

/// Takes up a new payment, which expires by the clock.
pub(crate) fn open(world: &mut World, provider: &dyn Provider, payment: Payment) -> Key {
    let expires = payment.expires;
    let word = provider.status(&payment);
    let key = world.book.add(payment);
    world.plan(expires, key, Event::Expire);
    world.note(What::Payment(key, word));
    key
}

/// The only place where a payment changes state, and where money moves, but for the charges of a
/// mandate and refunds of a part.
pub(crate) fn change(
    world: &mut World,
    provider: &dyn Provider,
    key: Key,
    next: State,
    at: DateTime<Utc>,
) -> Result<(), Conflict> {
    let Some(payment) = world.book.get_mut(key) else {
        return Err(Conflict("there is no such payment".to_owned()));
    };
    payment.step(next, at)?;
    match next {
        State::Paid => world.ledger.record(Kind::Debit, payment, at),
        State::Voided => world.ledger.record(Kind::Refund, payment, at),
        _ => {}
    }
    let amount = payment.amount;
    let word = provider.status(payment);
    world.story.note(at, What::Payment(key, word));
    world.note_money();
    provider.announce(world, key, at);
    if next == State::Paid {
        captured(world, provider, key, amount, at);
    }
    Ok(())
}

/// Lets what has just been captured go back, if a fault wants it.
pub(crate) fn captured(
    world: &mut World,
    provider: &dyn Provider,
    key: Key,
    amount: Decimal,
    at: DateTime<Utc>,
) {
    let Some(payment) = world.book.get(key) else {
        return;
    };
    let target = Target::new(Operation::Capture, Some(payment.reference.clone()));
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
pub(crate) fn charge_fails(world: &mut World, provider: &str, reference: &str) -> bool {
    let target = Target::new(Operation::Capture, Some(reference.to_owned()));
    let fails = |effect: &Effect| *effect == Effect::FailsCharge;
    let hit = world.faults.take_if(provider, &target, fails);
    hit.is_some()
}
