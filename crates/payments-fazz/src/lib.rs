#![doc = include_str!("../README.md")]

mod auth;
mod callbacks;
mod client;
mod config;
#[rustfmt::skip]
mod generated;
mod list;
mod payments;
mod refusals;
mod requests;
mod states;

pub use callbacks::verify_callback;
pub use client::Fazz;
pub use config::Config;
pub use generated::{
    bodies,
    callbacks::Callback,
    capabilities::{CAPABILITIES, PROVIDER},
    codes, statuses, types,
};
pub use list::Filter;
pub use refusals::DICTIONARY;
