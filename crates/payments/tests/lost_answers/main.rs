//! The clients against the sandbox, which shares no code with them: answers and requests are lost,
//! and the ledger is the judge.

#![cfg(all(
    feature = "ciputra",
    feature = "digiswitch",
    feature = "fazz",
    feature = "instamoney",
    feature = "rpi"
))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy.toml exempts test functions, not what they share"
)]

mod accounts;
mod bills;
mod codes;
mod lost;
mod rules;
mod stand;
mod topups;
