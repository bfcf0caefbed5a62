#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod amount;
mod auth;
mod bills;
mod callbacks;
mod client;
mod config;
mod details;
#[cfg(feature = "dictionary")]
mod dictionary;
#[rustfmt::skip]
mod generated;
mod own_checks;
mod own_members;
mod prices;
mod refusals;
mod requests;
mod told;
mod topups;
mod verdict;

pub use callbacks::verify_callback;
pub use client::Digiswitch;
pub use config::Config;
pub use details::Details;
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
