//! What a program compiles that only keeps a journal, or only takes callbacks in: no HTTP client.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{collections::BTreeSet, path::Path, process::Command};

/// The names of the crates that a crate needs, as `cargo tree` tells them.
fn tree(of: &[&str]) -> BTreeSet<String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .current_dir(workspace)
        .args(["tree", "--locked", "--offline", "--edges=normal"])
        .args(["--prefix=none", "--format={lib}", "--package"])
        .args(of)
        .output()
        .unwrap();
    let (told, wrong) = (output.stdout, String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{of:?}: {wrong}");
    let told = String::from_utf8(told).unwrap();
    told.lines().map(str::to_owned).collect()
}

fn holds_none_of(of: &[&str], foreign: &[&str]) {
    let tree = tree(of);
    assert!(tree.contains("payments_core"), "{of:?}: {tree:?}");
    let held: Vec<_> = foreign
        .iter()
        .filter(|name| tree.contains(**name))
        .collect();
    assert!(held.is_empty(), "{of:?} needs {held:?}");
}

#[test]
fn the_core_and_a_journal_on_sqlite_compile_without_http_and_tls() {
    let foreign = ["reqwest", "hyper", "rustls", "payments_provider"];
    holds_none_of(&["payments-core"], &foreign);
    holds_none_of(&["payments-journal", "--no-default-features"], &foreign);
}

#[test]
fn a_journal_and_an_endpoint_compile_without_an_http_client() {
    let foreign = ["reqwest", "payments_provider"];
    holds_none_of(&["payments-journal"], &[&foreign[..], &["hyper"]].concat());
    holds_none_of(&["payments-axum"], &foreign);
}
