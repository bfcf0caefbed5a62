//! Drives the real server over HTTP, as a merchant and as the person at the control API would.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy.toml exempts test functions, not what they share"
)]

mod bench;
mod callbacks;
mod charges;
mod ciputra;
mod control;
mod digiswitch;
mod digiswitch_client;
mod digiswitch_desk;
mod ewallet_refusals;
mod ewallets;
mod faults;
mod faults_of_callbacks;
mod faults_of_content;
mod fazz;
mod gate;
mod leniency;
mod pictures;
mod qris;
mod rpi;
mod rpi_client;
mod rpi_lost;
mod rpi_refusals;
mod scenes;
mod shop;
mod story;
mod testing;
mod trigger;
