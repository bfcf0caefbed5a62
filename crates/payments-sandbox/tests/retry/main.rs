//! The real clients against the sandbox: an answer is lost, and the ledger is the judge.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy.toml exempts test functions, not what they share"
)]

mod lost;
mod stand;
