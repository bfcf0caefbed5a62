// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

#![allow(unreachable_pub, unused_imports, unused_mut, dead_code, clippy::all)]
/// The operations, and every body as data.
pub mod bodies;
/// What the provider sends.
pub mod callbacks;
/// What the provider can do.
pub mod capabilities;
/// The provider's codes, and what each proves.
pub mod codes;
/// Generated.
pub mod options;
/// What a client is set up with.
pub mod settings;
/// The provider's status words, and what each means.
pub mod statuses;
/// The provider's types.
pub mod types;
pub(crate) mod requests;
mod operations;
mod variables;
mod checks;
mod shapes;
