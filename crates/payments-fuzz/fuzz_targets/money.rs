//! Any bytes as an amount of money.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| payments_conformance::fuzz::money(bytes));
