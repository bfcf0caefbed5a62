//! Callbacks that anybody may have sent.

#![allow(clippy::unwrap_used)]

use payments_conformance::no_header_panics_or_changes_a_hint;
use payments_rpi::{Config, Rpi};

#[test]
fn no_bytes_in_any_header_panic_or_prove_anything() {
    let config = Config::new("id", "secret", "SHOP01", "WEB").unwrap();
    no_header_panics_or_changes_a_hint("rpi", &Rpi::new(config).unwrap());
}
