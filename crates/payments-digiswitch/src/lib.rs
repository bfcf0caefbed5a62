#![doc = include_str!("../README.md")]

mod auth;
mod bills;
mod callbacks;
mod client;
mod config;
mod details;
#[rustfmt::skip]
mod generated;
mod refusals;
mod topup;

pub use callbacks::verify_callback;
pub use client::Digiswitch;
pub use config::Config;
pub use details::Details;
pub use generated::{
    bodies,
    callbacks::Callback,
    capabilities::{CAPABILITIES, PROVIDER},
    codes, statuses, types,
};
pub use refusals::DICTIONARY;
pub use topup::Topup;
