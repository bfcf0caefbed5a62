//! Names that something else has.

use std::{collections::BTreeSet, fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};

use super::{name::Name, templates};
use crate::refusal::{Outcome, Refusal};

/// Refuses a name that is taken.
pub(super) fn refuse(root: &Path, name: &Name) -> Outcome<()> {
    let lower = &name.lower;
    let refuse = |reason: String| Err(Refusal::plain(format!("{lower:?}: {reason}")));
    for path in [
        format!("specs/{lower}"),
        name.crate_folder(),
        name.sandbox_folder(),
        format!("{}.rs", name.sandbox_folder()),
        name.scenarios(),
    ] {
        if root.join(&path).exists() {
            return refuse(format!("{path} exists"));
        }
    }
    for file in ["Cargo.toml", "crates/payments/Cargo.toml"] {
        if let Some(taken) = named_in_manifest(root, file, lower)? {
            return refuse(format!("{file} has {taken} of that name"));
        }
    }
    let known = fs::read_to_string(root.join(UMBRELLA)).unwrap_or_default();
    if identifiers(&known).contains(lower) {
        return refuse(format!("{UMBRELLA} uses that name for something else"));
    }
    if ["std", "alloc", "test"].contains(&&**lower) {
        return refuse("it is a crate of Rust itself".to_owned());
    }
    for (file, text) in templates::sources(root)? {
        let used = identifiers(&text);
        if let Some(taken) = [&name.lower, &name.camel]
            .into_iter()
            .find(|one| used.contains(*one))
        {
            return refuse(format!("{taken} is something else in {file}"));
        }
    }
    Ok(())
}

const UMBRELLA: &str = "crates/payments/src/lib.rs";

/// A dependency would be ambiguous beside a module of its name, and a feature is there once.
fn named_in_manifest(root: &Path, file: &str, name: &str) -> Outcome<Option<&'static str>> {
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    let manifest: toml::Table = text
        .parse()
        .map_err(|why| Refusal::plain(format!("{file}: {why}")))?;
    let workspace = manifest.get("workspace");
    let has = |table: Option<&toml::Value>| {
        let names = table.and_then(toml::Value::as_table).into_iter().flatten();
        names
            .into_iter()
            .any(|(key, _)| key.replace('-', "_") == name)
    };
    Ok(
        if has(workspace.and_then(|workspace| workspace.get("dependencies"))) {
            Some("a dependency")
        } else if has(manifest.get("features")) {
            Some("a feature")
        } else {
            None
        },
    )
}

/// Every identifier of a Rust file.
fn identifiers(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut left: Vec<_> = text.parse::<TokenStream>().into_iter().collect();
    while let Some(stream) = left.pop() {
        for tree in stream {
            match tree {
                TokenTree::Group(group) => left.push(group.stream()),
                TokenTree::Ident(ident) => drop(found.insert(ident.to_string())),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    found
}
