//! What the targets have in common; what they run is `payments_conformance::fuzz`, which the tests
//! of the workspace run for a moment.

#![allow(clippy::expect_used)]

use payments::{Name, Settings};
use payments_conformance::fuzz::{Receiver, SETTINGS};

/// A receiver of the callbacks of one provider.
#[must_use]
pub fn receiver(name: Name) -> Receiver {
    let settings = Settings::from_toml(SETTINGS).expect("these settings can be read");
    let client = name
        .client(&settings)
        .expect("a client can be made of them");
    Receiver::new(name.dictionary(), client.callbacks)
}
