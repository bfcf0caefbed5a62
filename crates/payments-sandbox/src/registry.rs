//! The table of all simulated providers.

use crate::{
    ciputra::Ciputra,
    digiswitch::Digiswitch,
    fazz::Fazz,
    instamoney::Instamoney,
    payment::{Key, Payment},
    provider::Provider,
    rpi::Rpi,
    world::World,
};

/// Every provider under its own path.
pub(crate) const PROVIDERS: [&dyn Provider; 5] = [&Ciputra, &Digiswitch, &Fazz, &Instamoney, &Rpi];

pub(crate) fn named(name: &str) -> Option<&'static dyn Provider> {
    PROVIDERS
        .into_iter()
        .find(|provider| provider.name() == name)
}

/// A payment, and whose rules are its own.
pub(crate) fn of(world: &World, key: Key) -> Option<(&'static dyn Provider, &Payment)> {
    let payment = world.book.get(key)?;
    Some((named(payment.provider)?, payment))
}
