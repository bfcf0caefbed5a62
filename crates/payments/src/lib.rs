#![doc = include_str!("../README.md")]
// Without a provider there is nobody to set up.
#![cfg_attr(
    not(any(
        feature = "ciputra",
        feature = "digiswitch",
        feature = "fazz",
        feature = "instamoney",
        feature = "rpi"
    )),
    allow(dead_code, unused_variables)
)]

mod client;
mod name;
mod settings;

pub use payments_core::*;

#[cfg(feature = "ciputra")]
pub use payments_ciputra as ciputra;
#[cfg(feature = "digiswitch")]
pub use payments_digiswitch as digiswitch;
#[cfg(feature = "fazz")]
pub use payments_fazz as fazz;
#[cfg(feature = "instamoney")]
pub use payments_instamoney as instamoney;
#[cfg(feature = "rpi")]
pub use payments_rpi as rpi;

pub use client::Client;
pub use name::Name;
pub use settings::Settings;
