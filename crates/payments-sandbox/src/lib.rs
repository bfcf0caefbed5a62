#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod agenda;
mod callbacks;
mod ciputra;
mod clock;
mod code;
mod connection;
mod control;
mod delivery;
mod digiswitch;
mod events;
mod exchange;
mod fault_order;
mod fault_request;
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
mod lifecycle;
mod money;
mod outbox;
mod overview;
mod page;
mod paging;
mod payment;
mod provider;
mod qris;
mod registry;
mod reply;
mod request;
mod resign;
mod routes;
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
mod tables;
mod telling;
mod testing;
mod times;
mod trigger;
mod variables;
mod world;

pub use server::{InProcess, Sandbox};
pub use settings::{CALLBACK_URLS, Settings};
pub use testing::{Fault, Ledger, test};
