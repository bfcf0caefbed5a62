//! The document as progenitor sees it: our own code checks constraints, and received bodies are
//! read leniently.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    normalize::{Api, CORE_TYPES},
    schema::component_reference,
};

/// Keywords that become our own code, or that only readers need.
const KEPT_BACK: [&str; 14] = [
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "format",
    "x-personal",
    "x-decides",
    "x-fractional",
    "x-effect",
    "x-own",
    "x-signs",
];

pub(crate) fn document(api: &Api) -> Value {
    let components = api.document["components"]["schemas"].as_object();
    let mut schemas: Map<String, Value> = components
        .into_iter()
        .flatten()
        .map(|(name, schema)| (name.clone(), view(schema, direction(api, name))))
        .collect();
    for (name, _) in CORE_TYPES {
        schemas.insert(name.into(), json!({"type": "string"}));
    }
    json!({
        "openapi": "3.0.3",
        "info": {"title": api.document["info"]["title"], "version": api.document["info"]["version"]},
        "paths": view(&api.document["paths"], Direction::Sent),
        "components": {"schemas": schemas},
    })
}

/// Whether a component is sent or received: sent ones have a strict form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Sent,
    Received,
}

fn direction(api: &Api, component: &str) -> Direction {
    match api.sent.contains(component) {
        true => Direction::Sent,
        false => Direction::Received,
    }
}

fn view(value: &Value, direction: Direction) -> Value {
    match value {
        Value::Object(object) => match core_type(object, direction) {
            Some(name) => component_reference(name),
            None => schema(object, direction),
        },
        Value::Array(list) => list.iter().map(|value| view(value, direction)).collect(),
        other => other.clone(),
    }
}

fn schema(object: &Map<String, Value>, direction: Direction) -> Value {
    let mut out = Map::new();
    for (key, value) in object {
        match key.as_str() {
            // A member called "pattern" is not a keyword.
            "properties" => {
                let properties = value.as_object().into_iter().flatten();
                let properties: Map<_, _> = properties
                    .map(|(name, schema)| (name.clone(), view(schema, direction)))
                    .collect();
                out.insert(key.clone(), properties.into());
            }
            "description" | "summary" => {
                out.insert(key.clone(), sentence(value).into());
            }
            // The client puts its own members in: before that, they are missing.
            "required" if value.is_array() => {
                let is_own = |name: &Value| {
                    let name = name.as_str().unwrap_or_default();
                    object["properties"][name]["x-own"] == true
                };
                let names = value.as_array().into_iter().flatten();
                let names: Vec<_> = names.filter(|name| !is_own(name)).cloned().collect();
                out.insert(key.clone(), names.into());
            }
            kept if KEPT_BACK.contains(&kept) => {}
            _ => {
                out.insert(key.clone(), view(value, direction));
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
fn core_type(schema: &Map<String, Value>, direction: Direction) -> Option<&'static str> {
    if direction == Direction::Received && is_open(schema) {
        return Some("Raw");
    }
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    match (text("type")?, text("format")) {
        (_, Some("amount" | "amount-2")) if direction == Direction::Received => Some("Amount"),
        ("integer", Some("amount")) => Some("AmountInteger"),
        ("integer", Some("amount-2")) => Some("AmountTwoDigits"),
        ("string", Some("amount")) => Some("AmountDigits"),
        ("string", Some("password")) => Some("Secret"),
        ("string", _) if schema.get("x-personal") == Some(&Value::Bool(true)) => Some("Personal"),
        _ => None,
    }
}

/// Any JSON, or an object with any members. Nothing in it is marked as personal, so received values
/// of it must not print.
pub(super) fn is_open(schema: &Map<String, Value>) -> bool {
    let has = |key: &str| schema.contains_key(key);
    match schema.get("type").and_then(Value::as_str) {
        None => !["$ref", "oneOf", "allOf", "enum"].into_iter().any(has),
        Some("object") => schema
            .get("properties")
            .and_then(Value::as_object)
            .is_none_or(Map::is_empty),
        Some(_) => false,
    }
}

/// In one line, because an indented line in a description would become a doc test.
fn sentence(text: &Value) -> String {
    text.as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
