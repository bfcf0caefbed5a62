//! The name of a new provider, and which names are refused.

use std::{collections::BTreeSet, fs, path::Path};

use heck::ToUpperCamelCase;
use proc_macro2::{TokenStream, TokenTree};

use super::templates;
use crate::refusal::{Outcome, Refusal};

/// A registry takes keywords of twenty characters, and the name is one.
const LONGEST: usize = 20;

/// `acme`, `Acme`, `ACME`.
pub(super) struct Name {
    pub(super) lower: String,
    pub(super) camel: String,
    pub(super) upper: String,
}

impl Name {
    /// A name that nothing has yet.
    pub(super) fn new(root: &Path, name: &str) -> Outcome<Self> {
        let refuse = |reason: String| Err(Refusal::plain(format!("{name:?}: {reason}")));
        let is_plain = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name
                .chars()
                .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
        if !is_plain || name.len() > LONGEST {
            return refuse(format!(
                "a provider's name is at most {LONGEST} lower-case letters and digits and begins \
                 with a letter, because it names a crate, a module, a feature and variables"
            ));
        }
        if syn::parse_str::<syn::Ident>(name).is_err() {
            return refuse("it is a keyword of Rust".to_owned());
        }
        let this = Self::known(name);
        for path in [
            format!("specs/{name}"),
            this.crate_folder(),
            this.sandbox_folder(),
            format!("{}.rs", this.sandbox_folder()),
        ] {
            if root.join(&path).exists() {
                return refuse(format!("{path} exists"));
            }
        }
        for file in ["Cargo.toml", "crates/payments/Cargo.toml"] {
            if let Some(taken) = named_in_manifest(root, file, name)? {
                return refuse(format!("{file} has {taken} of that name"));
            }
        }
        let known = fs::read_to_string(root.join(UMBRELLA)).unwrap_or_default();
        if identifiers(&known).contains(name) {
            return refuse(format!("{UMBRELLA} uses that name for something else"));
        }
        if ["std", "alloc", "test"].contains(&name) {
            return refuse("it is a crate of Rust itself".to_owned());
        }
        for (file, text) in templates::sources(root)? {
            let used = identifiers(&text);
            if let Some(taken) = [&this.lower, &this.camel]
                .into_iter()
                .find(|one| used.contains(*one))
            {
                return refuse(format!("{taken} is something else in {file}"));
            }
        }
        Ok(this)
    }

    /// The name of a provider that is there.
    pub(super) fn known(name: &str) -> Self {
        Self {
            lower: name.to_owned(),
            camel: name.to_upper_camel_case(),
            upper: name.to_uppercase(),
        }
    }

    /// An example's text about this provider.
    pub(super) fn put_into(&self, text: &str) -> String {
        text.replace("exampleco", &self.lower)
            .replace("Exampleco", &self.camel)
            .replace("EXAMPLECO", &self.upper)
    }

    pub(super) fn crate_folder(&self) -> String {
        format!("crates/payments-{}", self.lower)
    }

    pub(super) fn sandbox_folder(&self) -> String {
        format!("crates/payments-sandbox/src/{}", self.lower)
    }
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
