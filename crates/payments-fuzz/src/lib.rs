//! What the targets have in common; what they run is `payments_conformance::fuzz`, which the tests
//! of the workspace run for a moment.

#![allow(clippy::expect_used)]

use payments::{Name, Settings};
use payments_conformance::{SECRET, fuzz::Receiver};

/// Holds the name of the one provider whose callbacks are tried; all of them, if it is not set.
pub const PROVIDER: &str = "PAYMENTS_FUZZ_PROVIDER";

/// The receivers of the callbacks of some providers.
#[must_use]
pub fn receivers() -> Vec<Receiver> {
    let settings = Settings::sandbox("http://127.0.0.1:1").callback_secret(SECRET);
    let names = match std::env::var(PROVIDER) {
        Ok(name) => vec![name.parse::<Name>().expect("the name of a provider")],
        Err(_) => Name::ALL.to_vec(),
    };
    let receiver = |name: Name| {
        let client = name
            .client(&settings)
            .expect("a client can be made of these settings");
        Receiver::new(name.dictionary(), client.callbacks)
    };
    names.into_iter().map(receiver).collect()
}
