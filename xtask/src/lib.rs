//! Generates `crates/payments-<provider>/src/generated/`, the sandbox's tables of callbacks and
//! codes, and the tables of the READMEs from `specs/`.
//!
//! A folder of `specs/` is read (`source`); JSON Schema and its table of operations become OpenAPI
//! 3.0 (`lift`); every document is brought into the form that progenitor translates faithfully
//! ([`normalize()`]); and the code is made (`emit`). Whatever cannot be translated is refused with
//! file, pointer and reason.

// Indexing a JSON value returns null for a missing member.
#![allow(clippy::indexing_slicing)]

pub mod bench;
mod emit;
mod evidence;
mod examples;
mod folder;
mod kinds;
mod lift;
mod limits;
pub mod links;
pub mod new_provider;
mod normalize;
mod options;
mod origin;
mod pattern;
mod readme;
mod refusal;
pub mod release;
mod schema;
mod source;
mod tables;

use std::path::Path;

pub use normalize::{Api, normalize};
pub use refusal::{Outcome, Place, Refusal};
pub use source::{Source, provider_names, providers};

use folder::Folder;
use readme::Page;
use tables::Tables;

/// Generates every provider's code and writes what changed.
pub fn regen(root: &Path) -> Outcome<String> {
    let generated = generate(root)?;
    let mut changed = 0;
    for page in &generated.pages {
        changed += page.write()?;
    }
    for folder in &generated.folders {
        changed += folder.write()?;
    }
    Ok(format!(
        "{} folders, {changed} files changed",
        generated.folders.len()
    ))
}

/// Generates every provider's code and compares it with the existing files.
pub fn check(root: &Path) -> Outcome<String> {
    let generated = generate(root)?;
    let mut differences: String = generated.pages.iter().map(Page::difference).collect();
    for folder in &generated.folders {
        differences += &folder.difference()?;
    }
    if differences.is_empty() {
        Ok(format!(
            "{} folders, all up to date",
            generated.folders.len()
        ))
    } else {
        Err(Refusal::plain(format!(
            "{differences}\nthe generated code differs from specs/: run `cargo xtask regen`"
        )))
    }
}

/// A provider's document as progenitor sees it, without operations that share a path: what its own
/// client is made from, for comparison.
pub fn document(root: &Path, provider: &str) -> Outcome<serde_json::Value> {
    let source = Source::read(&root.join("specs").join(provider))?;
    let mut document = emit::document(&api(&source)?);
    if let Some(serde_json::Value::Object(paths)) = document.get_mut("paths") {
        paths.retain(|path, _| !path.contains('#'));
    }
    Ok(document)
}

/// How much of each provider stands on what; with a provider, each fact that is only assumed or
/// inferred, with its probe.
pub fn evidence(root: &Path, provider: Option<&str>) -> Outcome<String> {
    let mut facts = Vec::new();
    for source in providers(&root.join("specs"))? {
        facts.extend(evidence::read(&source, &Tables::read(&source)?)?);
    }
    match provider {
        None => Ok(evidence::table(&facts)),
        Some(name) if facts.iter().any(|fact| fact.provider == name) => {
            Ok(evidence::facts(&facts, name))
        }
        Some(name) => Err(Refusal::plain(format!("specs/ has no provider {name:?}"))),
    }
}

/// The sandbox has tables of all providers' callbacks and codes, and no provider's code.
const SANDBOX: &str = "crates/payments-sandbox";

/// `payments verify` has a table of all providers' facts.
const VERIFY: &str = "crates/payments-verify";

struct Generated {
    folders: Vec<Folder>,
    pages: Vec<Page>,
}

fn generate(root: &Path) -> Outcome<Generated> {
    let (mut folders, mut pages) = (Vec::new(), Vec::new());
    let (mut capabilities, mut kinds, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    let mut facts = Vec::new();
    for source in providers(&root.join("specs"))? {
        let tables = Tables::read(&source)?;
        let api = api(&source)?;
        examples::check(&source, &api)?;
        let options = options::read(&source, &api)?;
        let files = emit::files(&api, &tables, &options)?;
        limits::check(&source, &api, &tables.capabilities, &options)?;
        kinds.extend(kinds::read(&source)?);
        facts.extend(evidence::read(&source, &tables)?);
        let crate_path = format!("crates/payments-{}", source.provider);
        if !root.join(&crate_path).exists() {
            // A specification may exist before its crate, but must be translatable.
            continue;
        }
        let path = format!("{crate_path}/src/generated");
        folders.push(Folder::new(root, &path, files));
        pages.push(Page::of_crate(root, &tables.capabilities, &options)?);
        capabilities.push(tables.capabilities);
        codes.push((source.provider.clone(), tables.codes));
    }
    folders.extend(orphans(root, &capabilities));
    if root.join(SANDBOX).exists() {
        let path = format!("{SANDBOX}/src/generated");
        folders.push(Folder::new(
            root,
            &path,
            emit::sandbox::files(&kinds, &codes, &capabilities)?,
        ));
    }
    if root.join(VERIFY).exists() {
        let path = format!("{VERIFY}/src/generated");
        folders.push(Folder::new(root, &path, evidence::files(&facts)?));
    }
    let repository = origin::repository(root)?;
    pages.extend(Page::of_project(root, &capabilities, &facts, &repository)?);
    if root.join(readme::UMBRELLA).exists() {
        pages.push(Page::of_umbrella(root, &capabilities)?);
    }
    for published in origin::published(root)? {
        let page = Page::of_origin(root, &published, &repository, &mut pages)?;
        pages.push(page);
    }
    Ok(Generated { folders, pages })
}

/// Generated folders of providers without a specification: they should be empty.
fn orphans(root: &Path, known: &[tables::Capabilities]) -> Vec<Folder> {
    let crates = std::fs::read_dir(root.join("crates"));
    crates
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let provider = name.strip_prefix("payments-")?;
            let orphan = entry.path().join("src/generated").exists()
                && known.iter().all(|known| known.provider != provider);
            let path = format!("crates/{name}/src/generated");
            let orphan = orphan && ![SANDBOX, VERIFY].iter().any(|own| path.starts_with(own));
            orphan.then(|| Folder::new(root, &path, Default::default()))
        })
        .collect()
}

/// The normalised document of one provider.
pub fn api(source: &Source) -> Outcome<Api> {
    let (file, document) = match &source.openapi {
        Some(document) => ("openapi.json", document.clone()),
        None => ("operations.toml", lift::lift(source)?),
    };
    normalize(&source.provider, source.place(file), document)
}

/// The code of one document, without a provider's tables, for the tests of single traps.
pub fn code(api: &Api) -> Outcome<String> {
    emit::api_files(api).map(|files| files.into_values().collect::<Vec<_>>().join("\n"))
}
