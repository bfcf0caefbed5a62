//! The table of all simulated providers.

use crate::{
    ciputra::Ciputra, digiswitch::Digiswitch, fazz::Fazz, instamoney::Instamoney,
    provider::Provider, rpi::Rpi,
};

/// Every provider under its own path.
pub(crate) const PROVIDERS: [&dyn Provider; 5] = [&Ciputra, &Digiswitch, &Fazz, &Instamoney, &Rpi];

pub(crate) fn named(name: &str) -> Option<&'static dyn Provider> {
    PROVIDERS
        .into_iter()
        .find(|provider| provider.name() == name)
}
