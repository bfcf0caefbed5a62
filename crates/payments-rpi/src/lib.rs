#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod callbacks;
mod charges;
mod client;
mod config;
mod dates;
#[cfg(feature = "dictionary")]
mod dictionary;
mod echo;
#[rustfmt::skip]
mod generated;
mod ids;
mod mandates;
mod own_checks;
mod refusals;
mod requests;
mod schedule;
mod states;

pub use client::Rpi;
pub use config::Config;
pub use dates::DateFormat;
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
pub use schedule::{ScheduleWords, StartDatePlace};
