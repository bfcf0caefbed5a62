//! The pages of the sandbox in a real browser. Without one, each test says that it is skipped.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy.toml exempts test functions, not what they share"
)]

mod attacker;
mod checkout;
mod controls;
mod driver;
mod stage;
mod story;
