//! The table of all simulated providers.

use crate::{
    payment::{Key, Payment},
    provider::Provider,
    world::World,
};

/// Every provider under its own path.
pub(crate) const PROVIDERS: &[&dyn Provider] = &[
    &crate::ciputra::Ciputra,
    &crate::digiswitch::Digiswitch,
    &crate::fazz::Fazz,
    &crate::instamoney::Instamoney,
    &crate::rpi::Rpi,
];

pub(crate) fn named(name: &str) -> Option<&'static dyn Provider> {
    let mut all = PROVIDERS.iter().copied();
    all.find(|provider| provider.name() == name)
}

/// The name of every provider.
pub(crate) fn names() -> Vec<&'static str> {
    PROVIDERS.iter().map(|provider| provider.name()).collect()
}

/// A payment, and whose rules are its own.
pub(crate) fn of(world: &World, key: Key) -> Option<(&'static dyn Provider, &Payment)> {
    let payment = world.book.get(key)?;
    Some((named(payment.provider)?, payment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{CALLBACK_URLS, Settings};

    #[test]
    fn the_url_of_a_dashboard_can_be_set_for_exactly_the_providers_that_have_one() {
        for provider in PROVIDERS {
            let name = provider.name();
            let settings = Settings::new().callback_url(name, "http://127.0.0.1:9/");
            let is_used = provider.dashboard_url(&settings).is_some();
            assert_eq!(is_used, CALLBACK_URLS.contains(&name), "{name}");
        }
    }
}
