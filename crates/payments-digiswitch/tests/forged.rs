//! Callbacks that Digiswitch did not send.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use payments_conformance::{
    FORGERIES, SECRET, no_forged_callback_is_taken, no_header_panics_or_changes_a_hint,
    no_header_panics_or_proves_anything,
};
use payments_core::{Callbacks, Result};
use payments_digiswitch::{Config, Digiswitch};

fn digiswitch(secret: &str) -> Result<Arc<dyn Callbacks>> {
    // On this machine a client needs no certificates, and is made at once.
    let config = Config::new("user1", "k3y")?.base_url("http://127.0.0.1:1")?;
    Ok(Arc::new(Digiswitch::new(
        config.callback_secrets([secret])?,
    )?))
}

#[test]
fn no_forged_callback_is_an_event() {
    assert!(no_forged_callback_is_taken("digiswitch", &digiswitch) >= FORGERIES);
}

#[test]
fn no_bytes_in_any_header_panic() {
    no_header_panics_or_proves_anything("digiswitch", &*digiswitch(SECRET).unwrap());
    let unsigned = Digiswitch::new(Config::new("user1", "k3y").unwrap()).unwrap();
    no_header_panics_or_changes_a_hint("digiswitch", &unsigned);
}
