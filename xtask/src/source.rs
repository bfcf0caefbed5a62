//! Reading a folder of `specs/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::refusal::{Outcome, Place, Refusal};

/// The files of one provider.
#[derive(Clone, Debug)]
pub struct Source {
    /// The folder's name.
    pub provider: String,
    /// An OpenAPI document, for those that have one.
    pub openapi: Option<Value>,
    /// JSON Schema files by name, for the others.
    pub schemas: Vec<(String, Value)>,
    folder: PathBuf,
}

/// Every provider of `specs/`, by name.
pub fn providers(specs: &Path) -> Outcome<Vec<Source>> {
    let mut folders: Vec<_> = entries(specs)?
        .into_iter()
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().map(|folder| Source::read(folder)).collect()
}

/// The name of every provider of `specs/`, whether its files can be read or not.
pub fn provider_names(specs: &Path) -> Outcome<Vec<String>> {
    let folders = entries(specs)?.into_iter().filter(|path| path.is_dir());
    let mut names: Vec<_> = folders.map(|folder| name(&folder)).collect();
    names.sort();
    Ok(names)
}

impl Source {
    /// Reads a folder.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let provider = name(folder);
        let openapi = folder.join("openapi.json");
        let mut source = Self {
            provider,
            openapi: None,
            schemas: Vec::new(),
            folder: folder.to_owned(),
        };
        if openapi.exists() {
            source.openapi = Some(json(&openapi)?);
            return Ok(source);
        }
        let mut files: Vec<_> = entries(&folder.join("schemas"))?
            .into_iter()
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "json")
            })
            .collect();
        files.sort();
        for file in files {
            source.schemas.push((name(&file), json(&file)?));
        }
        Ok(source)
    }

    /// The place of a file of the folder, for messages.
    pub fn place(&self, file: &str) -> Place {
        Place::file(format!("specs/{}/{file}", self.provider))
    }

    /// The examples by name: bodies from the provider's document, and similar ones.
    pub(crate) fn examples(&self) -> Outcome<Vec<(String, Value)>> {
        let mut files = entries(&self.folder.join("examples"))?;
        files.sort();
        files
            .iter()
            .map(|file| Ok((name(file).trim_end_matches(".json").to_owned(), json(file)?)))
            .collect()
    }

    /// Reads a table.
    pub(crate) fn toml<T: DeserializeOwned>(&self, file: &str) -> Outcome<T> {
        let text = read(&self.folder.join(file))?;
        toml::from_str(&text).map_err(|error| self.place(file).refuse(error.to_string()))
    }

    /// Reads a file of JSON.
    pub(crate) fn json(&self, file: &str) -> Outcome<Value> {
        json(&self.folder.join(file))
    }
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|error| Refusal::plain(format!("{}: {error}", folder.display())))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| {
        let place = file.display();
        Refusal::plain(match belongs_into(&name(file)) {
            Some(what) => format!("{place}: {error}; {what} belong there, see specs/README.md"),
            None => format!("{place}: {error}"),
        })
    })
}

/// The content of a table.
fn belongs_into(file: &str) -> Option<&'static str> {
    Some(match file {
        "operations.toml" => "the provider's operations and callbacks",
        "codes.toml" => "the provider's codes and what each proves",
        "statuses.toml" => "the provider's status words and what each means",
        "callbacks.toml" => "the kinds of callbacks, each with its example",
        "evidence.toml" => "what each fact stands on, and its probe,",
        "options.toml" => "the provider's own options, beyond the common requests,",
        "capabilities.toml" => "what the provider can do, and how a client is set up,",
        _ => return None,
    })
}

fn json(file: &Path) -> Outcome<Value> {
    serde_json::from_str(&read(file)?)
        .map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
