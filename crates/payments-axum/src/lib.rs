#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod confirmation;
mod endpoint;
mod extract;
mod handler;
mod intake;
mod rejection;
#[cfg(feature = "journal")]
mod runner;
mod subject;
mod window;

pub use endpoint::Endpoint;
pub use extract::{Confirmed, Delivered};
pub use intake::Intake;
pub use payments_server::{Server, serve};
pub use rejection::{Cause, HandlerError, Rejection};
#[cfg(feature = "journal")]
pub use runner::{Runner, run};
pub use window::InMemoryWindow;
