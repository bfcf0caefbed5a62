#![doc = include_str!("../README.md")]

mod auth;
mod callbacks;
mod client;
mod config;
#[cfg(feature = "dictionary")]
mod dictionary;
#[rustfmt::skip]
mod generated;
mod list;
mod payments;
mod persistent;
mod refusals;
mod requests;
mod states;
mod told;

pub use callbacks::verify_callback;
pub use client::Fazz;
pub use config::Config;
#[cfg(feature = "dictionary")]
pub use dictionary::DICTIONARY;
pub use generated::{
    bodies,
    callbacks::Callback,
    capabilities::{CAPABILITIES, PROVIDER},
    codes,
    options::Options,
    settings::SETTINGS,
    statuses, types,
};
pub use list::Filter;
pub use payments_provider::http::{BaseUrl, Timeouts};
