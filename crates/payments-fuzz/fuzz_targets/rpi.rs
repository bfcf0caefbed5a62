//! Any bytes as a callback of one provider.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use payments::Name;
use payments_conformance::fuzz::Receiver;

static RECEIVER: LazyLock<Receiver> = LazyLock::new(|| payments_fuzz::receiver(Name::Rpi));

fuzz_target!(|bytes: &[u8]| RECEIVER.callback(bytes));
