//! Callbacks that Exampleco did not send.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use payments_conformance::{
    FORGERIES, SECRET, no_forged_callback_is_taken, no_header_panics_or_proves_anything,
};
use payments_core::{Callbacks, Result};
use payments_exampleco::{Config, Exampleco};

fn exampleco(secret: &str) -> Result<Arc<dyn Callbacks>> {
    // On this machine a client needs no certificates, and is made at once.
    let config = Config::new("test_key")?.base_url("http://127.0.0.1:1")?;
    let config = config.callback_secrets([secret])?;
    Ok(Arc::new(Exampleco::new(config)?))
}

#[test]
fn no_forged_callback_is_an_event() {
    assert!(no_forged_callback_is_taken("exampleco", &exampleco) >= FORGERIES);
}

#[test]
fn no_bytes_in_any_header_panic() {
    no_header_panics_or_proves_anything("exampleco", &*exampleco(SECRET).unwrap());
}
