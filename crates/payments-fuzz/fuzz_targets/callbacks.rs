//! Any bytes as a callback: of every provider, or of one.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use payments_conformance::fuzz::Receiver;

static RECEIVERS: LazyLock<Vec<Receiver>> = LazyLock::new(payments_fuzz::receivers);

fuzz_target!(|bytes: &[u8]| RECEIVERS.iter().for_each(|one| one.callback(bytes)));
