#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod callbacks;
mod charges;
mod client;
mod config;
#[cfg(feature = "dictionary")]
mod dictionary;
mod ewallets;
#[rustfmt::skip]
mod generated;
mod own_checks;
mod payments;
mod refusals;

pub use callbacks::verify_callback;
pub use client::Instamoney;
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
/// The version of `/ewallets` with which a payment is created. It matters only for OVO: 2019-02-04
/// waits for the customer, 2020-02-01 answers at once and sends a callback.
pub use types::CreateEwalletPaymentXApiVersion as ApiVersion;
