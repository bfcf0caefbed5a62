#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod local;
mod room;
mod server;

pub use local::LocalOnly;
pub use room::Exchange;
pub use server::{Server, serve};
