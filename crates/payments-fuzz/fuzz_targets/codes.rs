//! Any bytes as the content of a QRIS code, or as a picture of one.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| payments_conformance::fuzz::code(bytes));
