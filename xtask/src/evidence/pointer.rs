//! Places in the files of `specs/`: `capabilities.toml#/method/*/minimum`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{refusal::Outcome, source::Source};

/// One place, and what stands there if it is a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub(crate) file: String,
    pub(crate) pointer: String,
    pub(crate) value: Option<String>,
}

/// The files that were read, by their names.
pub(super) type Documents = BTreeMap<String, Value>;

/// The members by which an item of a list is named.
const NAMES: [&str; 6] = ["id", "code", "method", "event", "product", "name"];

/// Every place that a pointer with wildcards leads to; a file alone is itself. A file of the
/// project's code, which is named from its root, has no pointers.
pub(super) fn resolve(
    source: &Source,
    documents: &mut Documents,
    pointed: &str,
) -> Outcome<Vec<Location>> {
    let (file, pointer) = pointed.split_once('#').unwrap_or((pointed, ""));
    if file.starts_with("crates/") {
        return Ok(vec![Location {
            file: file.into(),
            pointer: String::new(),
            value: None,
        }]);
    }
    if !documents.contains_key(file) {
        let document = match file.ends_with(".json") {
            true => source.json(file)?,
            false => source.toml(file)?,
        };
        documents.insert(file.to_owned(), document);
    }
    let document = documents.get(file).unwrap_or(&Value::Null);
    let steps: Vec<_> = pointer.split('/').skip(1).map(unescaped).collect();
    let mut found = Vec::new();
    walk(document, &steps, String::new(), &mut |pointer, value| {
        found.push(Location {
            file: file.to_owned(),
            pointer,
            value: single(value),
        });
    });
    Ok(found)
}

fn walk(value: &Value, steps: &[String], path: String, found: &mut dyn FnMut(String, &Value)) {
    let Some((step, rest)) = steps.split_first() else {
        found(path, value);
        return;
    };
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if step == "*" || step == name {
                    walk(member, rest, format!("{path}/{}", escaped(name)), found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let number = index.to_string();
                let name = named(item).unwrap_or(&number);
                if step == "*" || step == name || *step == number {
                    walk(item, rest, format!("{path}/{}", escaped(name)), found);
                }
            }
        }
        _ => {}
    }
}

fn named(item: &Value) -> Option<&str> {
    NAMES.iter().find_map(|name| item[*name].as_str())
}

fn single(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
