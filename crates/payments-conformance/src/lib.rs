//! Checks that every provider's crate must pass, against `specs/`. A failing check panics with the
//! fact that is wrong.
//!
//! A provider's tests call these with the provider's [`Dictionary`] and the name of its folder.

// A check of this crate is a test.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod canaries;
mod edits;
mod examples;
mod forged;
pub mod fuzz;
mod headers;
mod lost;
mod meaning;
mod odd;
mod printed;
mod received;
mod sample;
mod signer;

use std::path::PathBuf;

pub use canaries::what_is_shown;
pub use examples::{
    Example, every_example_decodes, every_operation_and_callback_has_an_example, example, examples,
};
pub use forged::{FORGERIES, SECRET, WithSecret, no_forged_callback_is_taken};
pub use headers::{no_header_panics_or_changes_a_hint, no_header_panics_or_proves_anything};
pub use lost::{
    every_code_proves_what_its_table_says, every_lost_answer_is_settled_as_the_table_says,
};
pub use meaning::{Kept, no_odd_member_changes_the_meaning};
pub use odd::no_odd_body_panics;
pub use payments_provider::explain::Dictionary;
pub use printed::no_received_body_prints_a_secret_or_a_person;
pub use received::every_received_body_is_read_leniently;
pub use sample::{sample, sample_by};
pub use signer::Signer;

fn folder(provider: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../specs")
        .join(provider)
}

/// The program of the project's README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;
