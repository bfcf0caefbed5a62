//! The shop from outside: a process that is told by HTTP, hung up on, killed, and given a full
//! disk, another time and a database that is read-only; and another connection that reads what
//! became of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod cluster;
mod customer;
mod disk;
mod flood;
mod folder;
mod handlers;
mod hangups;
mod pooler;
mod premiums;
mod program;
mod proved;
mod provider;
mod reader;
mod readonly;
mod reseller;
mod shop;
mod stepped;
