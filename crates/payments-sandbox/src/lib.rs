#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod ciputra;
mod clock;
mod code;
mod connection;
mod control;
mod delivery;
mod digiswitch;
mod events;
mod faults;
mod fazz;
mod fields;
mod form;
mod gate;
#[rustfmt::skip]
mod generated;
#[cfg(test)]
mod hostile_input;
mod identifiers;
mod instamoney;
mod kind;
mod ledger;
mod money;
mod outbox;
mod overview;
mod page;
mod paging;
mod payment;
mod provider;
mod qris;
mod reply;
mod request;
mod resign;
mod rpi;
mod scene;
mod server;
mod settings;
mod shared;
mod shop;
mod shown;
mod signature;
mod splice;
mod story;
mod telling;
mod testing;
mod times;
mod trigger;
mod variables;
mod world;

/// Every provider under its own path. It stands here because each provider uses most of the other
/// modules, which use this list.
const PROVIDERS: &[&dyn provider::Provider] = &[
    &ciputra::Ciputra,
    &digiswitch::Digiswitch,
    &fazz::Fazz,
    &instamoney::Instamoney,
    &rpi::Rpi,
];

pub use server::{InProcess, Sandbox};
pub use settings::{CALLBACK_URLS, Settings};
pub use testing::{Fault, Ledger, test};
