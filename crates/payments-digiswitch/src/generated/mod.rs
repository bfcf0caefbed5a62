// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

#![allow(
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_mut,
    dead_code,
    clippy::all
)]
pub mod bodies;
pub mod callbacks;
pub mod capabilities;
pub mod codes;
pub mod settings;
pub mod statuses;
pub mod types;
pub(crate) mod requests;
mod operations;
mod variables;
mod checks;
mod shapes;
