//! SECURITY.md: each row of what was attacked names tests, and they are there.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

/// Every function that is a test, or in a block of properties, by its name.
fn tests_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path
                .file_name()
                .is_some_and(|name| name != "target" && name != "generated")
            {
                tests_below(&path, found);
            }
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut is_test = false;
        for line in text.lines().map(str::trim) {
            let attribute = line.starts_with("#[");
            is_test |= attribute && line.contains("test");
            let name = line.strip_prefix("async fn ").or(line.strip_prefix("fn "));
            if let Some(name) = name.filter(|_| is_test) {
                let end = name.find(['(', '<']).unwrap_or(name.len());
                found.insert(name[..end].to_owned());
            }
            is_test &= attribute;
        }
    }
}

#[test]
fn every_row_of_what_was_attacked_names_tests_that_are_there() {
    let mut tests = BTreeSet::new();
    tests_below(&root().join("crates"), &mut tests);
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let rows: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .collect();
    assert!(rows.len() > 20, "{rows:?}");
    for row in rows {
        let named = row.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap();
        let named: Vec<_> = named.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "no test: {row}");
        for name in named {
            assert!(tests.contains(name), "there is no test {name}: {row}");
        }
    }
}
