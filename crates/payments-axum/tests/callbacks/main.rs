//! Callbacks reach the application once, verified, and never backwards.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod confirmation;
mod extract;
mod fake;
mod forged;
mod journal;
mod killed;
mod odd_news;
mod orders;
mod place;
mod sandbox;
mod schedules;
mod shutdown;
mod window;
