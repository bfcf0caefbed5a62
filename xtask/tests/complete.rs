//! No provider still holds the example of `cargo xtask new-provider`.

#![allow(clippy::unwrap_used)]

use std::path::Path;

#[test]
fn every_provider_holds_its_own_facts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let missing = xtask::new_provider::incomplete(root).unwrap();
    assert!(
        missing.is_empty(),
        "to be filled in from the provider's document:\n{}",
        missing.join("\n")
    );
}
