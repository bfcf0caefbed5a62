//! The bodies that the providers' documents print.

use std::fs;

use payments_provider::{explain::Dictionary, operation::Body};
use serde::Deserialize;
use serde_json::Value;

use crate::folder;

/// A file of `specs/<provider>/examples/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The file's name without its ending.
    #[serde(skip)]
    pub name: String,
    /// Its source.
    pub origin: String,
    /// What it decodes as: `operation <id> request`, `operation <id> response`,
    /// `operation <id> refusal`, `callback <Name>`.
    pub decodes: String,
    /// The HTTP status of an answer.
    #[serde(default)]
    pub status: Option<u16>,
    /// How it was corrected, if it is not valid JSON as printed.
    #[serde(default)]
    pub mended: Option<String>,
    /// The body.
    pub body: Value,
}

impl Example {
    /// The body's bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.body.to_string().into_bytes()
    }
}

/// Every example of a provider, by name.
#[must_use]
pub fn examples(provider: &str) -> Vec<Example> {
    let folder = folder(provider).join("examples");
    let mut examples: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let mut example: Example = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            example.name = path.file_stem().unwrap().to_string_lossy().into_owned();
            example
        })
        .collect();
    examples.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!examples.is_empty(), "{} is empty", folder.display());
    examples
}

/// One example by name.
#[must_use]
pub fn example(provider: &str, name: &str) -> Example {
    examples(provider)
        .into_iter()
        .find(|example| example.name == name)
        .unwrap_or_else(|| panic!("{provider} has no example {name}"))
}

/// Every example decodes as the type that it names; a request, serialised again, is the same JSON;
/// a refusal is recognised and becomes an error.
///
/// Returns the names of the examples, so that the caller can compare them with what its document
/// prints.
pub fn every_example_decodes(dictionary: &Dictionary) -> Vec<String> {
    let provider = dictionary.provider.as_str();
    examples(provider)
        .into_iter()
        .map(|example| {
            decodes(dictionary, &example);
            example.name
        })
        .collect()
}

fn decodes(dictionary: &Dictionary, example: &Example) {
    let name = &example.name;
    let bytes = example.bytes();
    let words: Vec<_> = example.decodes.split(' ').collect();
    let bodies = |id: &str| {
        dictionary
            .operations
            .iter()
            .find(|bodies| bodies.operation.name == id)
            .unwrap_or_else(|| panic!("{name}: there is no operation {id}"))
    };
    let read = |body: &Body| {
        body.read(&bytes)
            .unwrap_or_else(|error| panic!("{name} is no {}: {error}", body.name))
    };
    match words.as_slice() {
        ["operation", id, "request"] => {
            let body = bodies(id)
                .request
                .unwrap_or_else(|| panic!("{name}: {id} sends no body"));
            assert_eq!(read(&body), example.body, "{name} is written differently");
        }
        ["operation", id, "response"] => {
            read(&bodies(id).response);
        }
        ["operation", id, "refusal"] => {
            bodies(id);
            read(&dictionary.refusal);
            let refusal = (dictionary.codes.read)(&bytes);
            assert!(refusal.is_some(), "{name} is not taken for a refusal");
            let explained = dictionary.answer(id, example.status.unwrap_or(400), &bytes);
            let error = explained.ok().and_then(|explained| explained.error);
            assert!(error.is_some(), "{name} does not end in an error");
        }
        ["callback", callback] => {
            let found = (dictionary.callback)(&bytes)
                .unwrap_or_else(|error| panic!("{name} is no callback: {error}"));
            assert_eq!(
                found.name, *callback,
                "{name} is taken for another callback"
            );
        }
        _ => panic!("{name}: {:?} says nothing known", example.decodes),
    }
}

/// The other direction: everything generated has an example.
pub fn every_operation_and_callback_has_an_example(dictionary: &Dictionary) {
    let shown: Vec<_> = examples(dictionary.provider.as_str())
        .into_iter()
        .map(|example| example.decodes)
        .collect();
    let mut needed = Vec::new();
    for bodies in dictionary.operations {
        let id = bodies.operation.name;
        needed.push(format!("operation {id} response"));
        if bodies.request.is_some() {
            needed.push(format!("operation {id} request"));
        }
    }
    for (callback, _) in dictionary.callbacks {
        needed.push(format!("callback {callback}"));
    }
    for decodes in needed {
        assert!(shown.contains(&decodes), "no example shows: {decodes}");
    }
}
