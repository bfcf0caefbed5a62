//! The journal against providers that lose answers, workers that die, and databases that are
//! shared.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod accounts;
mod adopt;
mod attention;
mod beside;
mod both;
mod callbacks;
mod changes_of_amount;
mod clock;
mod commits;
mod compare;
mod dropped;
mod due;
mod files;
mod fleet;
mod kill;
mod line;
mod living;
mod outbox;
mod place;
mod planted;
mod privacy;
mod process;
mod proof;
mod provider;
mod repeats;
mod retention;
mod sandbox;
mod schedule;
mod simulation;
mod sums;
mod topups;
mod year;
