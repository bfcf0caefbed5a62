//! What a program compiles: no HTTP client for a journal or an endpoint alone, and no TLS for a
//! program that brings its own.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

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

/// Every crate that has TLS by default, and all of its other features.
fn with_tls() -> Vec<(String, String)> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(workspace.join("crates")).unwrap() {
        let path = entry.unwrap().path();
        let manifest = std::fs::read_to_string(path.join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let name = manifest["package"]["name"].as_str().unwrap().to_owned();
        let features = manifest.get("features").and_then(toml::Value::as_table);
        let Some(features) = features.filter(|all| all.contains_key("rustls")) else {
            continue;
        };
        // It is what brings TLS, and is asked below.
        if name != "payments-provider" {
            let others = features.keys().map(String::as_str);
            let others = others.filter(|name| !["default", "rustls"].contains(name));
            found.push((name, others.collect::<Vec<_>>().join(",")));
        }
    }
    assert!(found.len() > 8, "{found:?}");
    found
}

#[test]
fn without_the_default_features_no_crate_compiles_a_tls_library() {
    let tls = [
        "aws_lc_rs",
        "native_tls",
        "openssl",
        "ring",
        "rustls",
        "rustls_platform_verifier",
    ];
    for (name, others) in with_tls() {
        assert!(
            tree(&[&name]).contains("rustls"),
            "{name} has no TLS by default"
        );
        holds_none_of(&[&name, "--no-default-features"], &tls);
        let rest = [&*name, "--no-default-features", "--features", &*others];
        holds_none_of(&rest, &tls);
    }
    for name in ["payments-core", "payments-provider"] {
        holds_none_of(&[name, "--no-default-features"], &tls);
    }
}
