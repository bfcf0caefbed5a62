//! Converts hand-written JSON Schema and a table of operations to OpenAPI 3.0.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    refusal::{Outcome, Place},
    schema,
    source::Source,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    api: ApiEntry,
    operation: Vec<OperationEntry>,
    #[serde(default)]
    callback: Vec<CallbackEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApiEntry {
    title: String,
    version: String,
    error: String,
    #[serde(default)]
    also_received: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OperationEntry {
    id: String,
    method: String,
    path: String,
    effect: String,
    summary: String,
    request: Option<String>,
    response: String,
    status: u16,
    reference: Option<String>,
    customer: Option<String>,
    #[serde(default)]
    prepared: bool,
    #[serde(default)]
    own_check: bool,
    #[serde(default)]
    parameter: Vec<ParameterEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterEntry {
    name: String,
    r#in: String,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    description: String,
    /// Whether the client adds it.
    #[serde(default)]
    own: bool,
    schema: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CallbackEntry {
    name: String,
    schema: String,
    r#where: BTreeMap<String, String>,
}

/// Lifts a folder with `operations.toml` and `schemas/`.
pub(crate) fn lift(source: &Source) -> Outcome<Value> {
    let manifest: Manifest = source.toml("operations.toml")?;
    let at = source.place("operations.toml");

    let mut paths = Map::new();
    for operation in manifest.operation {
        let here = at.at("operation").at(&operation.id);
        let method = operation.method.to_lowercase();
        let path = paths
            .entry(operation.path.clone())
            .or_insert_with(|| json!({}));
        if path.get(&method).is_some() {
            return Err(here.refuse("another operation has this method and path"));
        }
        path[method] = lift_operation(operation);
    }
    let callbacks: Vec<_> = manifest
        .callback
        .into_iter()
        .map(|callback| {
            json!({"name": callback.name, "schema": callback.schema, "where": callback.r#where})
        })
        .collect();

    Ok(json!({
        "openapi": "3.0.3",
        "info": {
            "title": manifest.api.title,
            "version": manifest.api.version,
            "x-error": manifest.api.error,
            "x-also-received": manifest.api.also_received,
        },
        "paths": paths,
        "components": { "schemas": lift_schemas(source)? },
        "x-callbacks": callbacks,
    }))
}

fn lift_operation(operation: OperationEntry) -> Value {
    let parameters: Vec<_> = operation
        .parameter
        .into_iter()
        .map(|parameter| {
            json!({
                "name": parameter.name,
                "in": parameter.r#in,
                "required": parameter.required,
                "description": parameter.description,
                "x-own": parameter.own,
                "schema": parameter.schema,
            })
        })
        .collect();
    let body = |component: &str| json!({"application/json": {"schema": schema::component_reference(component)}});
    let mut lifted = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "x-effect": operation.effect,
        "x-reference": operation.reference,
        "x-customer": operation.customer,
        "x-prepared": operation.prepared,
        "x-own-check": operation.own_check,
        "parameters": parameters,
        "responses": {
            operation.status.to_string(): {
                "description": "Success.",
                "content": body(&operation.response),
            },
        },
    });
    if let Some(request) = operation.request {
        lifted["requestBody"] = json!({"required": true, "content": body(&request)});
    }
    lifted
}

/// Every `$defs` entry is a component, and so is a file with more than `$defs`.
fn lift_schemas(source: &Source) -> Outcome<Map<String, Value>> {
    let mut components = Map::new();
    let mut homes: BTreeMap<String, String> = BTreeMap::new();
    for (file, content) in &source.schemas {
        let at = source.place(&format!("schemas/{file}"));
        let mut own = Vec::new();
        for (name, definition) in content["$defs"].as_object().into_iter().flatten() {
            own.push((name.clone(), definition, at.at("$defs").at(name)));
        }
        if ["type", "oneOf", "allOf"]
            .iter()
            .any(|keyword| content.get(keyword).is_some())
        {
            own.push((component_of(file), content, at));
        }
        if own.is_empty() {
            return Err(source
                .place(&format!("schemas/{file}"))
                .refuse("the file holds no component: neither $defs nor a type, oneOf or allOf"));
        }
        for (name, definition, here) in own {
            if let Some(other) = homes.insert(name.clone(), file.clone()) {
                return Err(here.refuse(format!("{other} holds a component of this name too")));
            }
            let reference = |target: &str, at: &Place| resolve(target, file, source, at);
            components.insert(name, schema::translate(definition, &here, &reference)?);
        }
    }
    Ok(components)
}

/// `#/$defs/Name`, `file.json#/$defs/Name`, `file.json`, `#`.
fn resolve(target: &str, file: &str, source: &Source, at: &Place) -> Outcome<String> {
    let (named, pointer) = target.split_once('#').unwrap_or((target, ""));
    let home = if named.is_empty() { file } else { named };
    let content = source
        .schemas
        .iter()
        .find(|(name, _)| name == home)
        .map(|(_, content)| content)
        .ok_or_else(|| at.refuse(format!("there is no schemas/{home}")))?;
    if pointer.is_empty() {
        return Ok(component_of(home));
    }
    pointer
        .strip_prefix("/$defs/")
        .filter(|name| content["$defs"].get(name).is_some())
        .map(str::to_owned)
        .ok_or_else(|| at.refuse(format!("{target:?} names no entry of $defs")))
}

fn component_of(file: &str) -> String {
    file.trim_end_matches(".json").to_upper_camel_case()
}
