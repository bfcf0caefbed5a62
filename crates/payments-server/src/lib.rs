#![doc = include_str!("../README.md")]

mod local;
mod room;
mod server;

pub use local::LocalOnly;
pub use room::Exchange;
pub use server::{Server, serve};
