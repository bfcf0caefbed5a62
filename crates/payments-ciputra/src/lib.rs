#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

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
/// The common types and traits, so that a program needs no other crate of the project for them.
pub use payments_core as core;
pub use payments_provider::http::{BaseUrl, Timeouts};
