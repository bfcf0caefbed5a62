//! Callbacks that Fazz did not send.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use payments_conformance::{
    FORGERIES, SECRET, no_forged_callback_is_taken, no_header_panics_or_proves_anything,
};
use payments_core::{Callbacks, Result};
use payments_fazz::{Config, Fazz};

fn fazz(secret: &str) -> Result<Arc<dyn Callbacks>> {
    // On this machine a client needs no certificates, and is made at once.
    let config = Config::new("test_key", "secret")?.base_url("http://127.0.0.1:1")?;
    Ok(Arc::new(Fazz::new(config.signing_secrets([secret])?)?))
}

#[test]
fn no_forged_callback_is_an_event() {
    assert!(no_forged_callback_is_taken("fazz", &fazz) >= FORGERIES);
}

#[test]
fn no_bytes_in_any_header_panic() {
    no_header_panics_or_proves_anything("fazz", &*fazz(SECRET).unwrap());
}
