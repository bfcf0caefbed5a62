#![doc = include_str!("../README.md")]

mod auth;
mod callbacks;
mod client;
mod config;
#[cfg(feature = "dictionary")]
mod dictionary;
mod form;
#[rustfmt::skip]
mod generated;
mod methods;
mod own_checks;
mod payments;
mod refusals;
mod transactions;

pub use client::Ciputra;
pub use config::{BodyFormat, Config, ReturnUrl};
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
pub use payments_provider::http::{BaseUrl, Timeouts};
