//! Where a crate is found until a registry has it: a block in each README, written from the line
//! `repository` of the workspace's Cargo.toml, the only place that knows the URL.

use std::{fs, path::Path};

use crate::refusal::{Outcome, Refusal};

/// A crate that is made to be published.
pub(crate) struct Published {
    pub(crate) name: String,
    is_binary: bool,
}

/// Every crate of the workspace that is made to be published, by name.
pub(crate) fn published(root: &Path) -> Outcome<Vec<Published>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(root.join("crates"));
    for entry in entries.into_iter().flatten().flatten() {
        let file = entry.path().join("Cargo.toml");
        if !file.exists() {
            continue;
        }
        let manifest = manifest(&file)?;
        let package = manifest.get("package");
        let member = |key| package.and_then(|package| package.get(key));
        if member("publish").and_then(toml::Value::as_bool) == Some(false) {
            continue;
        }
        if let Some(name) = member("name").and_then(toml::Value::as_str) {
            found.push(Published {
                name: name.to_owned(),
                is_binary: manifest.contains_key("bin"),
            });
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// The URL of the repository.
pub(crate) fn repository(root: &Path) -> Outcome<String> {
    of_workspace(root, "repository")
}

/// What all crates have in common: a text of `[workspace.package]`.
pub(crate) fn of_workspace(root: &Path, key: &str) -> Outcome<String> {
    let manifest = manifest(&root.join("Cargo.toml"))?;
    manifest
        .get("workspace")
        .and_then(|workspace| workspace.get("package")?.get(key)?.as_str())
        .map(str::to_owned)
        .ok_or_else(|| Refusal::plain(format!("Cargo.toml: no {key} in [workspace.package]")))
}

fn manifest(file: &Path) -> Outcome<toml::Table> {
    let shown = file.display();
    let text = fs::read_to_string(file).map_err(|why| Refusal::plain(format!("{shown}: {why}")))?;
    text.parse()
        .map_err(|why| Refusal::plain(format!("{shown}: {why}")))
}

impl Published {
    /// How to take it from the repository, or from a copy of that on this machine.
    pub(crate) fn origin(&self, repository: &str) -> String {
        let name = &self.name;
        if self.is_binary {
            return format!(
                "Until {name} is on crates.io, install it from its repository, or in a copy of \
                 that:\n\n```sh\ncargo install --locked --git {repository} {name}\n\
                 cargo install --locked --path crates/{name}\n```\n"
            );
        }
        // The umbrella has no provider by default.
        let features = match &**name {
            "payments" => ", features = [\"instamoney\", \"toml\"]",
            _ => "",
        };
        format!(
            "Until it is on crates.io, take it from its repository, or from a copy of that:\n\n\
             ```toml\n[dependencies]\n{name} = {{ git = \"{repository}\"{features} }}\n\
             # {name} = {{ path = \"../payments/crates/{name}\"{features} }}\n```\n"
        )
    }
}
