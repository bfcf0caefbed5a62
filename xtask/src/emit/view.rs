//! The document as progenitor sees it: constraints are checked by our own code, and what is received is read leniently.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    normalize::{Api, CORE_TYPES},
    schema::component_reference,
};

/// Keywords that become code of our own or that only readers need.
const KEPT_BACK: [&str; 10] = [
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "format",
    "x-personal",
    "x-effect",
];

pub(super) fn document(api: &Api) -> Value {
    let mut document = json!({
        "openapi": "3.0.3",
        "info": {"title": api.document["info"]["title"], "version": api.document["info"]["version"]},
        "paths": view(&api.document["paths"]),
        "components": {"schemas": view(&api.document["components"]["schemas"])},
    });
    for (name, _) in CORE_TYPES {
        document["components"]["schemas"][name] = json!({"type": "string"});
    }
    document
}

fn view(value: &Value) -> Value {
    match value {
        Value::Object(object) => match core_type(object) {
            Some(name) => component_reference(name),
            None => schema(object),
        },
        Value::Array(list) => list.iter().map(view).collect(),
        other => other.clone(),
    }
}

fn schema(object: &Map<String, Value>) -> Value {
    let mut out = Map::new();
    for (key, value) in object {
        match key.as_str() {
            // A member called "pattern" is no keyword.
            "properties" => {
                let properties = value.as_object().into_iter().flatten();
                let properties: Map<_, _> = properties
                    .map(|(name, schema)| (name.clone(), view(schema)))
                    .collect();
                out.insert(key.clone(), properties.into());
            }
            "description" | "summary" => {
                out.insert(key.clone(), sentence(value).into());
            }
            kept if KEPT_BACK.contains(&kept) => {}
            _ => {
                out.insert(key.clone(), view(value));
            }
        }
    }
    let required: BTreeSet<String> = out
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    if let Some(properties) = out.get_mut("properties").and_then(Value::as_object_mut) {
        for (name, property) in properties {
            // Without this, a list or map that is `null` would make a whole answer unreadable.
            let collection = property["type"] == "array" || property["type"] == "object";
            if collection && !required.contains(name) {
                property["nullable"] = true.into();
            }
        }
    }
    out.into()
}

/// The type of payments-core that stands for a schema.
fn core_type(schema: &Map<String, Value>) -> Option<&'static str> {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    match (text("type")?, text("format")) {
        ("integer", Some("amount")) => Some("AmountInteger"),
        ("integer", Some("amount-2")) => Some("AmountTwoDigits"),
        ("string", Some("amount")) => Some("AmountDigits"),
        ("string", Some("password")) => Some("Secret"),
        ("string", _) if schema.get("x-personal") == Some(&Value::Bool(true)) => Some("Personal"),
        _ => None,
    }
}

/// One line: an indented line in a description would become a doc test.
fn sentence(text: &Value) -> String {
    text.as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
