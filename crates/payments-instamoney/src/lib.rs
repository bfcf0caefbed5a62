//! x
#[rustfmt::skip]
#[allow(missing_docs, unreachable_pub, unused_mut, dead_code, clippy::all)]
pub mod generated;
mod auth { #[derive(Clone, Debug)] pub(crate) struct Auth; }
