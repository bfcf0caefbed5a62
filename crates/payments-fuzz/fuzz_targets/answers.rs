//! Any bytes as an answer of each provider.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use payments::{Name, provider::explain::Dictionary};

static DICTIONARIES: LazyLock<Vec<&'static Dictionary>> =
    LazyLock::new(|| Name::ALL.iter().map(|name| name.dictionary()).collect());

fuzz_target!(|bytes: &[u8]| payments_conformance::fuzz::answer(&DICTIONARIES, bytes));
