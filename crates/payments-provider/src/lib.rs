#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod cancel;
pub mod check;
pub mod explain;
pub mod http;
pub mod observe;
pub mod operation;
pub mod options;
pub mod read;
pub mod settings;
#[cfg(feature = "hmac")]
pub mod signed;
pub mod wire;

mod call;
