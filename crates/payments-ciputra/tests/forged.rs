//! Callbacks that anybody may have sent.

#![allow(clippy::unwrap_used)]

use payments_ciputra::{Ciputra, Config};
use payments_conformance::no_header_panics_or_changes_a_hint;

#[test]
fn no_bytes_in_any_header_panic_or_prove_anything() {
    let config = Config::new("http://127.0.0.1:1", "key", "secret").unwrap();
    no_header_panics_or_changes_a_hint("ciputra", &Ciputra::new(config).unwrap());
}
