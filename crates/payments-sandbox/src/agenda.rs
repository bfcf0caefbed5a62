//! Lets happen what falls due as the clock goes on.

use crate::{
    lifecycle,
    payment::{Action, State},
    registry,
    world::{Event, World},
};

/// Moves the clock and lets happen what falls due on the way; false when that is too far.
pub(crate) fn advance(world: &mut World, seconds: u64) -> bool {
    let moved = world.clock.advance(seconds);
    tick(world);
    moved
}

/// Lets happen what is due, each event at its own time and in the order of time.
pub(crate) fn tick(world: &mut World) {
    let now = world.now();
    while let Some((at, key, event)) = world.take_due_event(now) {
        let Some((provider, _)) = registry::of(world, key) else {
            continue;
        };
        // A conflict only says that the payment was closed before: there is nothing left to do.
        let _closed_before = match event {
            Event::Expire => provider.act(world, key, Action::Expire, at),
            Event::Pay => provider.act(world, key, Action::Pay, at),
            Event::Charge => provider.charge(world, key, at),
            Event::Fail(code) => lifecycle::change(world, provider, key, State::Failed(code), at),
            Event::Void => provider.void(world, key, at),
            Event::Refund(part) => provider.refund(world, key, part, at),
            Event::Reveal => {
                world.book.reveal(key);
                Ok(())
            }
        };
    }
}
