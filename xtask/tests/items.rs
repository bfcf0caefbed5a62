//! What rustdoc's search and a reader of one item find: aliases for the words that people type, and
//! what an error means, by outcome.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use regex_lite::Regex;

fn sources(name: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let (mut found, mut folders) = (Vec::new(), vec![root.join("crates").join(name).join("src")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|ending| ending == "rs") => found.push(path),
                false => {}
            }
        }
    }
    found
}

/// An item with what stands above it: documentation and attributes.
struct Item {
    name: String,
    /// The line on which it begins.
    code: String,
    above: Vec<String>,
}

/// Every item, method, variant and member that has documentation.
fn items(text: &str) -> Vec<Item> {
    let name = Regex::new(
        r"^(?:pub )?(?:const )?(?:async )?(?:(?:struct|enum|trait|fn|const|type) )?(\w+)",
    )
    .unwrap();
    let (mut items, mut above) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim) {
        if line.starts_with("///") || (line.starts_with("#[") && !above.is_empty()) {
            above.push(line.to_owned());
        } else if let (Some(found), false) = (name.captures(line), above.is_empty()) {
            items.push(Item {
                name: found[1].to_owned(),
                code: line.to_owned(),
                above: std::mem::take(&mut above),
            });
        } else {
            above.clear();
        }
    }
    items
}

/// The items by the words under which a search finds them.
fn aliases(of: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let alias = Regex::new(r#"^#\[doc\(alias = "([^"]+)"\)\]$"#).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in of.iter().flat_map(|name| sources(name)) {
        for item in items(&fs::read_to_string(file).unwrap()) {
            let words = item.above.iter().filter_map(|line| alias.captures(line));
            for word in words {
                let under = found.entry(word[1].to_owned()).or_default();
                under.insert(item.name.clone());
            }
        }
    }
    found
}

#[test]
fn what_people_search_for_finds_something() {
    let found = aliases(&["payments-core", "payments-journal", "payments-axum"]);
    for (word, wanted) in [
        (
            "webhook",
            &["Callbacks", "Endpoint", "Intake", "Received", "receive"][..],
        ),
        ("idempotency", &["Journal", "Reference", "execute"]),
        ("idempotency key", &["Reference", "execute"]),
        ("rupiah", &["IDR", "Money", "idr"]),
        (
            "virtual account",
            &["Method", "VirtualAccount", "virtual_account"],
        ),
        ("va", &["Method", "VirtualAccount", "virtual_account"]),
        ("refund", &["Refund", "Refunded"]),
        ("recurring", &["MandateRequest", "Mandates", "Schedule"]),
        ("subscription", &["MandateRequest", "Mandates"]),
        ("e-wallet", &["EWallet", "Method"]),
        ("qr", &["Drawing", "QRIS", "QrisCode", "ShowQr"]),
    ] {
        let under = found.get(word).cloned().unwrap_or_default();
        let missing: Vec<_> = wanted
            .iter()
            .filter(|name| !under.contains(**name))
            .collect();
        assert!(missing.is_empty(), "{word:?} does not find {missing:?}");
    }
}

/// The methods of a block of code that return a result and say nothing of its errors.
fn silent(text: &str, begins: &str, only_public: bool) -> (usize, Vec<String>) {
    let (mut checked, mut silent) = (0, Vec::new());
    for block in text.split(begins).skip(1) {
        let block = block.split("\n}\n").next().unwrap_or_default();
        // A signature may take several lines.
        let signature = |name: &str| {
            let start = block.find(&format!("fn {name}"))?;
            block[start..].split(['{', ';']).next()
        };
        for item in items(block) {
            let is_method = item.code.contains("fn ");
            let is_seen = !only_public || item.code.starts_with("pub ");
            let fails = signature(&item.name).is_some_and(|text| text.contains("-> Result<"));
            if is_method && is_seen && !item.code.contains("pub(crate)") && fails {
                checked += 1;
                if !item.above.iter().any(|line| line == "/// # Errors") {
                    silent.push(item.name);
                }
            }
        }
    }
    (checked, silent)
}

#[test]
fn every_method_of_the_providers_traits_says_what_its_errors_mean() {
    let mut checked = 0;
    for file in sources("payments-core") {
        let text = fs::read_to_string(&file).unwrap();
        for name in ["Payments", "Bills", "Topups", "Mandates", "Callbacks"] {
            let begins = format!("pub trait {name}: ProviderClient {{");
            let (methods, silent) = silent(&text, &begins, false);
            checked += methods;
            assert_eq!(silent, [""; 0], "{}", file.display());
        }
    }
    assert_eq!(checked, 20);
}

#[test]
fn every_method_of_the_journal_says_what_its_errors_mean() {
    let mut checked = 0;
    for file in sources("payments-journal") {
        let text = fs::read_to_string(&file).unwrap();
        let (methods, silent) = silent(&text, "impl Journal {", true);
        checked += methods;
        assert_eq!(silent, [""; 0], "{}", file.display());
    }
    assert!(checked > 25, "{checked}");
}
