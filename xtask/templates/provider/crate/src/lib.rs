#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod callbacks;
mod client;
mod config;
#[cfg(feature = "dictionary")]
mod dictionary;
#[rustfmt::skip]
mod generated;
mod payments;
mod qris;
mod refusals;

pub use callbacks::verify_callback;
pub use client::Exampleco;
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
/// The common types and traits, so that a program needs no other crate of the project for them.
pub use payments_core as core;
pub use payments_provider::http::{BaseUrl, Timeouts};
