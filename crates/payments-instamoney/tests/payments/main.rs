//! The common trait against one answer at a time: what goes over the wire, and what comes of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod lost;
mod methods;
mod refused;
mod stand;
