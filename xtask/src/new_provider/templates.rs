//! The files of a new provider, from the templates about Exampleco.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::name::{self, Name};
use crate::refusal::{Outcome, Refusal};

const TEMPLATES: &str = "xtask/templates/provider";

/// A file to be made, from the root of the project.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

/// Every file of a provider of this name.
pub(super) fn files(root: &Path, name: &Name) -> Outcome<Vec<File>> {
    let places = [
        ("specs", format!("specs/{}", name.lower)),
        ("crate", name.crate_folder()),
        ("sandbox", name.sandbox_folder()),
        ("verify", name::SCENARIOS.to_owned()),
    ];
    let mut files = Vec::new();
    for (template, place) in places {
        for (below, text) in read(&root.join(TEMPLATES).join(template))? {
            files.push(File {
                path: format!("{place}/{}", name.put_into(&below)),
                text: name.put_into(&text),
            });
        }
    }
    Ok(files)
}

/// The templates in Rust.
pub(super) fn sources(root: &Path) -> Outcome<Vec<(String, String)>> {
    let mut sources = read(&root.join(TEMPLATES))?;
    sources.retain(|(file, _)| file.ends_with(".rs"));
    Ok(sources)
}

/// Every file below a folder, by its path from there.
pub(super) fn read(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut found = Vec::new();
    below(folder, "", &mut found)
        .map_err(|why| Refusal::plain(format!("{}: {why}", folder.display())))?;
    found.sort();
    Ok(found)
}

fn below(folder: &Path, at: &str, found: &mut Vec<(String, String)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let place = format!("{at}{name}");
        if path.is_dir() {
            below(&path, &format!("{place}/"), found)?;
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push((place, text));
        }
    }
    Ok(())
}
