//! From any OpenAPI 3.0 document to one that progenitor translates faithfully.
//!
//! One body type and one success per operation; refusals leave the operations, so that they reach the façade whole; every inline object and enum
//! gets a name; every path parameter refuses what would reach another path. What is sent and what is received is told apart, because the
//! one is checked and the other is read leniently.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::{Map, Value, json};

use crate::{
    refusal::{Outcome, Place},
    schema::{self, component_reference, members, referred},
};

/// Components that stand for types of payments-core.
pub(crate) const CORE_TYPES: [(&str, &str); 6] = [
    ("AmountDigits", "::payments_core::wire::AmountDigits"),
    ("AmountInteger", "::payments_core::wire::AmountInteger"),
    ("AmountTwoDigits", "::payments_core::wire::AmountTwoDigits"),
    ("PathSegment", "::payments_core::wire::PathSegment"),
    ("Personal", "::payments_core::Personal"),
    ("Secret", "::payments_core::Secret"),
];

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// A normalised API.
#[derive(Clone, Debug)]
pub struct Api {
    /// The provider's name.
    pub provider: String,
    /// OpenAPI 3.0, with the extensions that `specs/README.md` lists.
    pub document: Value,
    pub(crate) operations: Vec<Operation>,
    pub(crate) callbacks: Vec<Callback>,
    /// The component of a refusal's body.
    pub(crate) error: String,
    /// Components that are received inside of members of any JSON.
    pub(crate) also_received: BTreeSet<String>,
    /// Components that can be reached from something sent.
    pub(crate) sent: BTreeSet<String>,
    /// Components that can be reached from something received.
    pub(crate) received: BTreeSet<String>,
}

impl Api {
    /// A component by its name.
    pub(crate) fn schema(&self, name: &str) -> &Value {
        &self.document["components"]["schemas"][name]
    }
}

/// An operation, as the tables and the façade see it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    /// As it is called: without the `#suffix` that keeps two operations on one path apart.
    pub(crate) path: String,
    pub(crate) effect: String,
    pub(crate) request: Option<String>,
    pub(crate) response: String,
}

/// A callback and what tells it apart.
#[derive(Clone, Debug)]
pub(crate) struct Callback {
    pub(crate) name: String,
    pub(crate) schema: String,
    pub(crate) conditions: BTreeMap<String, String>,
}

/// Normalises a document.
pub fn normalize(provider: &str, at: Place, document: Value) -> Outcome<Api> {
    let mut normalizer = Normalizer {
        at: at.clone(),
        source: document.clone(),
        components: BTreeMap::new(),
    };
    for key in members(&document, &at)?.keys() {
        if !matches!(
            key.as_str(),
            "openapi"
                | "info"
                | "paths"
                | "components"
                | "x-callbacks"
                | "servers"
                | "tags"
                | "security"
        ) {
            return Err(at.at(key).refuse("this member is not translated"));
        }
    }
    let dialect = at.string(&document, "openapi")?;
    if !dialect.starts_with("3.0.") {
        return Err(at
            .at("openapi")
            .refuse(format!("expected OpenAPI 3.0, got {dialect:?}")));
    }
    normalizer.components(&document["components"], &at.at("components"))?;
    let (paths, operations) = normalizer.paths(&document["paths"], &at.at("paths"))?;
    let callbacks = normalizer.callbacks(&document["x-callbacks"], &at.at("x-callbacks"))?;
    let error = at
        .at("info")
        .string(&document["info"], "x-error")?
        .to_owned();
    normalizer.known(&error, &at.at("info").at("x-error"))?;
    let also_received = strings(&document["info"]["x-also-received"]);
    for component in &also_received {
        normalizer.known(component, &at.at("info").at("x-also-received"))?;
    }
    normalizer.names_stay_apart()?;

    let components = normalizer.components;
    let sent = reach(
        operations
            .iter()
            .filter_map(|operation| operation.request.clone()),
        &components,
    );
    let received = reach(
        operations
            .iter()
            .map(|operation| operation.response.clone())
            .chain(callbacks.iter().map(|callback| callback.schema.clone()))
            .chain([error.clone()])
            .chain(also_received.iter().cloned()),
        &components,
    );
    let info = &document["info"];
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": info["title"], "version": ascii(&info["version"], &at)?, "x-error": error, "x-also-received": also_received},
        "paths": paths,
        "components": {"schemas": components},
        "x-callbacks": document.get("x-callbacks").cloned().unwrap_or_else(|| json!([])),
    });
    Ok(Api {
        provider: provider.to_owned(),
        document,
        operations,
        callbacks,
        error,
        also_received,
        sent,
        received,
    })
}

struct Normalizer {
    at: Place,
    source: Value,
    components: BTreeMap<String, Value>,
}

impl Normalizer {
    fn components(&mut self, components: &Value, at: &Place) -> Outcome<()> {
        for (kind, schemas) in components.as_object().into_iter().flatten() {
            match kind.as_str() {
                "schemas" => {}
                // Looked up where they are used; keys leave the document, because hooks send them.
                "parameters" | "requestBodies" | "responses" | "securitySchemes" => continue,
                _ => return Err(at.at(kind).refuse("this member is not translated")),
            }
            let reference = |target: &str, at: &Place| {
                target
                    .strip_prefix("#/components/schemas/")
                    .filter(|name| components["schemas"].get(name).is_some())
                    .map(str::to_owned)
                    .ok_or_else(|| at.refuse(format!("{target:?} names no component")))
            };
            for (name, schema) in members(schemas, &at.at(kind))? {
                let here = at.at(kind).at(name);
                if CORE_TYPES.iter().any(|(core, _)| core == name) {
                    return Err(here.refuse("this name belongs to a type of payments-core"));
                }
                let translated = schema::translate(schema, &here, &reference)?;
                self.components.insert(name.clone(), translated);
            }
        }
        let names: Vec<_> = self.components.keys().cloned().collect();
        for name in &names {
            self.merge(name, at)?;
        }
        for name in names {
            let mut component = self.components.remove(&name).unwrap_or_default();
            let here = at.at("schemas").at(&name);
            self.hoist_below(&name, &mut component, &here)?;
            self.insert(name, component, &here)?;
        }
        Ok(())
    }

    /// `allOf` becomes one object with the members of all.
    fn merge(&mut self, name: &str, at: &Place) -> Outcome<()> {
        let here = at.at("schemas").at(name).at("allOf");
        let Some(component) = self.components.get(name).cloned() else {
            return Ok(());
        };
        let Some(parts) = component["allOf"].as_array() else {
            return Ok(());
        };
        let mut merged = component.clone();
        if let Some(object) = merged.as_object_mut() {
            object.remove("allOf");
        }
        merged["type"] = "object".into();
        for (index, part) in parts.iter().enumerate() {
            let part = match referred(part) {
                Some(other) => {
                    let other = other.to_owned();
                    self.merge(&other, at)?;
                    self.components.get(&other).cloned().unwrap_or_default()
                }
                None => part.clone(),
            };
            if part.get("type").is_some_and(|kind| kind != "object") || part.get("oneOf").is_some()
            {
                return Err(here.at(index).refuse("only objects can be merged"));
            }
            for (property, schema) in part["properties"].as_object().into_iter().flatten() {
                let there = &mut merged["properties"][property];
                if !there.is_null() && there != schema {
                    return Err(here
                        .at(index)
                        .refuse(format!("{property:?} is described twice, differently")));
                }
                *there = schema.clone();
            }
            let mut required: BTreeSet<String> = strings(&merged["required"]);
            required.extend(strings(&part["required"]));
            merged["required"] = required.into_iter().collect();
        }
        self.components.insert(name.to_owned(), merged);
        Ok(())
    }

    /// Gives a name to every object, enum and choice below `schema`.
    fn hoist_below(&mut self, name: &str, schema: &mut Value, at: &Place) -> Outcome<()> {
        if schema.get("allOf").is_some() {
            return Err(at
                .at("allOf")
                .refuse("allOf is translated in components only"));
        }
        if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
            for (property, below) in properties {
                let here = at.at("properties").at(property);
                let below_name = format!("{name}{}", property.to_upper_camel_case());
                self.hoist(below_name, below, &here)?;
            }
        }
        if let Some(items) = schema.get_mut("items") {
            self.hoist(format!("{name}Item"), items, &at.at("items"))?;
        }
        Ok(())
    }

    fn hoist(&mut self, name: String, schema: &mut Value, at: &Place) -> Outcome<()> {
        self.hoist_below(&name, schema, at)?;
        let own_type = ["enum", "oneOf", "properties"]
            .iter()
            .any(|keyword| schema.get(keyword).is_some());
        if own_type {
            let hoisted = std::mem::replace(schema, component_reference(&name));
            self.insert(name, hoisted, at)?;
        }
        Ok(())
    }

    fn insert(&mut self, name: String, schema: Value, at: &Place) -> Outcome<()> {
        match self.components.insert(name.clone(), schema) {
            None => Ok(()),
            Some(_) => Err(at.refuse(format!(
                "its name would be {name}, which another component has"
            ))),
        }
    }

    /// Two components whose Rust names are the same would silently become one type.
    fn names_stay_apart(&self) -> Outcome<()> {
        let mut seen = BTreeMap::new();
        for name in self.components.keys() {
            let rust = name.to_upper_camel_case();
            if let Some(other) = seen.insert(rust.clone(), name) {
                return Err(self
                    .at
                    .at("components")
                    .at("schemas")
                    .at(name)
                    .refuse(format!("it becomes {rust} in Rust, and so does {other}")));
            }
        }
        for (name, schema) in &self.components {
            let at = self.at.at("components").at("schemas").at(name);
            let mut fields = BTreeMap::new();
            for property in schema["properties"].as_object().into_iter().flatten() {
                let field = property.0.to_snake_case();
                if let Some(other) = fields.insert(field.clone(), property.0) {
                    return Err(at
                        .at("properties")
                        .at(property.0)
                        .refuse(format!("it becomes {field} in Rust, and so does {other}")));
                }
            }
        }
        Ok(())
    }

    fn known(&self, component: &str, at: &Place) -> Outcome<()> {
        match self.components.contains_key(component) {
            true => Ok(()),
            false => Err(at.refuse(format!("there is no component {component}"))),
        }
    }

    fn paths(&mut self, paths: &Value, at: &Place) -> Outcome<(Value, Vec<Operation>)> {
        let mut normalized = Map::new();
        let mut operations = Vec::new();
        for (path, item) in members(paths, at)? {
            let here = at.at(path);
            let mut out = Map::new();
            for (method, operation) in members(item, &here)? {
                if method == "parameters" {
                    continue;
                }
                if !METHODS.contains(&method.as_str()) {
                    return Err(here.at(method).refuse("this member is not translated"));
                }
                let place = here.at(method);
                let shared = item.get("parameters");
                let (operation, summary) =
                    self.operation(path, method, operation, shared, &place)?;
                out.insert(method.clone(), operation);
                operations.push(summary);
            }
            normalized.insert(path.clone(), out.into());
        }
        operations.sort_by(|a, b| a.id.cmp(&b.id));
        if let Some(pair) = operations.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(at.refuse(format!("two operations are called {}", pair[0].id)));
        }
        Ok((normalized.into(), operations))
    }

    fn operation(
        &mut self,
        path: &str,
        method: &str,
        operation: &Value,
        shared_parameters: Option<&Value>,
        at: &Place,
    ) -> Outcome<(Value, Operation)> {
        for key in members(operation, at)?.keys() {
            if !matches!(
                key.as_str(),
                "operationId"
                    | "summary"
                    | "description"
                    | "tags"
                    | "parameters"
                    | "requestBody"
                    | "responses"
                    | "x-effect"
                    | "security"
                    | "servers"
                    | "deprecated"
            ) {
                return Err(at.at(key).refuse("this member is not translated"));
            }
        }
        let id = at.string(operation, "operationId")?.to_owned();
        if id != id.to_snake_case() {
            return Err(at.at("operationId").refuse("expected snake_case"));
        }
        let effect = at.string(operation, "x-effect")?.to_owned();
        if !matches!(effect.as_str(), "reads" | "writes") {
            return Err(at.at("x-effect").refuse("expected reads or writes"));
        }
        let parameters = self.parameters(&id, path, operation, shared_parameters, at)?;
        let request = match operation.get("requestBody") {
            None => None,
            Some(body) => {
                let name = format!("{}Request", id.to_upper_camel_case());
                Some(self.body(name, body, &at.at("requestBody"))?)
            }
        };
        let (response, refusals) =
            self.responses(&id, &operation["responses"], &at.at("responses"))?;

        let mut description = operation["summary"].as_str().unwrap_or_default().to_owned();
        if let Some(more) = operation["description"].as_str() {
            description = format!("{description} {more}");
        }
        if !refusals.is_empty() {
            description = format!("{description} Refusals: {}.", refusals.join(", "));
        }
        let mut normalized = json!({
            "operationId": id,
            "summary": description.trim(),
            "x-effect": effect,
            "parameters": parameters,
            "responses": {"2XX": {
                "description": "Success.",
                "content": {"application/json": {"schema": component_reference(&response)}},
            }},
        });
        if let Some(request) = &request {
            normalized["requestBody"] = json!({
                "required": true,
                "content": {"application/json": {"schema": component_reference(request)}},
            });
        }
        let called = path.split_once('#').map_or(path, |(called, _)| called);
        let summary = Operation {
            id,
            method: method.to_uppercase(),
            path: called.to_owned(),
            effect,
            request,
            response,
        };
        Ok((normalized, summary))
    }

    fn parameters(
        &mut self,
        id: &str,
        path: &str,
        operation: &Value,
        shared: Option<&Value>,
        at: &Place,
    ) -> Outcome<Vec<Value>> {
        let mut normalized: Vec<Value> = Vec::new();
        let mut names = BTreeSet::new();
        let own = operation.get("parameters").and_then(Value::as_array);
        let shared = shared.and_then(Value::as_array);
        for (index, parameter) in own.into_iter().chain(shared).flatten().enumerate() {
            let here = at.at("parameters").at(index);
            let parameter = self.resolved(parameter, &here)?;
            let name = here.string(&parameter, "name")?;
            let place = here.string(&parameter, "in")?;
            for key in members(&parameter, &here)?.keys() {
                if !matches!(
                    key.as_str(),
                    "name" | "in" | "required" | "description" | "schema" | "example" | "examples"
                ) {
                    return Err(here.at(key).refuse("this member is not translated"));
                }
            }
            if !matches!(place, "header" | "query" | "path") {
                return Err(here
                    .at("in")
                    .refuse(format!("a parameter in {place:?} is not translated")));
            }
            let secret = parameter["schema"]["format"] == "password";
            if secret && place != "header" {
                return Err(here.refuse("a secret outside of a header ends up in logs"));
            }
            if secret || (place == "header" && name.eq_ignore_ascii_case("authorization")) {
                // The façade's hook sends it, marked sensitive.
                continue;
            }
            let rust = name.to_snake_case();
            if matches!(rust.as_str(), "body" | "send" | "header_map" | "self") {
                return Err(here
                    .at("name")
                    .refuse("the generated code uses this name itself"));
            }
            if !names.insert(rust.clone()) {
                return Err(here
                    .at("name")
                    .refuse(format!("two parameters become {rust} in Rust")));
            }
            let schema = self.parameter_schema(id, name, place, &parameter["schema"], &here)?;
            let mut out = json!({
                "name": name,
                "in": place,
                "required": parameter["required"].as_bool().unwrap_or(place == "path"),
                "schema": schema,
            });
            if let Some(text) = parameter["description"].as_str() {
                out["description"] = text.into();
            }
            normalized.push(out);
        }
        for named in path.split('{').skip(1) {
            let name = named.split('}').next().unwrap_or_default();
            if !normalized
                .iter()
                .any(|parameter| parameter["in"] == "path" && parameter["name"] == name)
            {
                return Err(at.refuse(format!("the path names {name:?}, which is no parameter")));
            }
        }
        Ok(normalized)
    }

    fn parameter_schema(
        &mut self,
        id: &str,
        name: &str,
        place: &str,
        schema: &Value,
        at: &Place,
    ) -> Outcome<Value> {
        let here = at.at("schema");
        let reference = |target: &str, at: &Place| {
            target
                .strip_prefix("#/components/schemas/")
                .map(str::to_owned)
                .ok_or_else(|| at.refuse(format!("{target:?} names no component")))
        };
        let mut schema = schema::translate(schema, &here, &reference)?;
        if let Some(component) = referred(&schema) {
            self.known(component, &here)?;
            return Ok(schema);
        }
        let unchecked = ["minLength", "maxLength", "pattern", "minimum", "maximum"]
            .into_iter()
            .find(|keyword| schema.get(keyword).is_some());
        if let Some(keyword) = unchecked {
            return Err(here
                .at(keyword)
                .refuse("constraints of parameters are not checked: the façade must do it"));
        }
        if schema["nullable"] == true || matches!(schema["type"].as_str(), Some("array" | "object"))
        {
            return Err(here.refuse(
                "a parameter is one value: null, arrays and objects have no faithful translation",
            ));
        }
        let hoisted = format!("{}{}", id.to_upper_camel_case(), name.to_upper_camel_case());
        self.hoist(hoisted, &mut schema, &here)?;
        if place == "path" && schema == json!({"type": "string"}) {
            return Ok(component_reference("PathSegment"));
        }
        Ok(schema)
    }

    /// The component of the one JSON body.
    fn body(&mut self, name: String, body: &Value, at: &Place) -> Outcome<String> {
        let body = self.resolved(body, at)?;
        for (key, value) in members(&body, at)? {
            match key.as_str() {
                "content" | "description" | "headers" => {}
                "required" if value == &json!(true) => {}
                "required" => return Err(at.at(key).refuse("a body that may be left out")),
                _ => return Err(at.at(key).refuse("this member is not translated")),
            }
        }
        let here = at.at("content");
        let media = members(&body["content"], &here)?;
        let (kind, content) = match (media.iter().next(), media.len()) {
            (Some(only), 1) => only,
            _ => {
                return Err(here.refuse(
                    "expected one media type: two of them have no translation, choose the documented one",
                ));
            }
        };
        if kind != "application/json" {
            return Err(here.at(kind).refuse("only application/json is translated"));
        }
        let here = here.at(kind);
        if content.get("encoding").is_some() {
            return Err(here.at("encoding").refuse("this member is not translated"));
        }
        if content["schema"].is_null() {
            return Err(here.refuse("a body without a schema"));
        }
        let reference = |target: &str, at: &Place| {
            target
                .strip_prefix("#/components/schemas/")
                .map(str::to_owned)
                .ok_or_else(|| at.refuse(format!("{target:?} names no component")))
        };
        let here = here.at("schema");
        let mut schema = schema::translate(&content["schema"], &here, &reference)?;
        if let Some(component) = referred(&schema) {
            self.known(component, &here)?;
            return Ok(component.to_owned());
        }
        self.hoist_below(&name, &mut schema, &here)?;
        self.insert(name.clone(), schema, &here)?;
        Ok(name)
    }

    /// The component of the one success, and the refusals for the documents.
    fn responses(
        &mut self,
        id: &str,
        responses: &Value,
        at: &Place,
    ) -> Outcome<(String, Vec<String>)> {
        let mut success: Option<(String, String)> = None;
        let mut refusals = Vec::new();
        for (status, response) in members(responses, at)? {
            let here = at.at(status);
            if !status.starts_with('2') {
                refusals.push(status.clone());
                continue;
            }
            let response = self.resolved(response, &here)?;
            let name = format!("{}Response", id.to_upper_camel_case());
            if let Some((other, _)) = &success
                && response["content"]["application/json"]["schema"]["$ref"].is_null()
            {
                return Err(here.refuse(format!(
                    "a second success that differs from {other}: one operation has one success"
                )));
            }
            let component = self.body(name, &response, &here)?;
            match &success {
                Some((other, known)) if *known != component => {
                    return Err(here.refuse(format!(
                        "{component} differs from {known} of {other}: one operation has one success"
                    )));
                }
                Some(_) => {}
                None => success = Some((status.clone(), component)),
            }
        }
        let (_, component) =
            success.ok_or_else(|| at.refuse("an operation without a 2xx has nothing to decode"))?;
        Ok((component, refusals))
    }

    /// Follows a reference to a parameter, a body or a response.
    fn resolved(&self, value: &Value, at: &Place) -> Outcome<Value> {
        let Some(target) = value["$ref"].as_str() else {
            return Ok(value.clone());
        };
        target
            .strip_prefix('#')
            .and_then(|pointer| self.source.pointer(pointer))
            .cloned()
            .ok_or_else(|| {
                at.at("$ref")
                    .refuse(format!("{target:?} names nothing here"))
            })
    }

    fn callbacks(&self, callbacks: &Value, at: &Place) -> Outcome<Vec<Callback>> {
        let mut out = Vec::new();
        for (index, callback) in callbacks.as_array().into_iter().flatten().enumerate() {
            let here = at.at(index);
            let name = here.string(callback, "name")?.to_owned();
            let schema = here.string(callback, "schema")?.to_owned();
            self.known(&schema, &here.at("schema"))?;
            let mut conditions = BTreeMap::new();
            for (member, value) in members(&callback["where"], &here.at("where"))? {
                let value = value
                    .as_str()
                    .ok_or_else(|| here.at("where").at(member).refuse("expected a string"))?;
                conditions.insert(member.clone(), value.to_owned());
            }
            out.push(Callback {
                name,
                schema,
                conditions,
            });
        }
        Ok(out)
    }
}

/// Everything that can be reached from some components.
fn reach(
    roots: impl Iterator<Item = String>,
    components: &BTreeMap<String, Value>,
) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<String> = roots.collect();
    while let Some(name) = open.pop() {
        if let Some(schema) = components.get(&name)
            && reached.insert(name)
        {
            references(schema, &mut open);
        }
    }
    reached
}

fn references(schema: &Value, out: &mut Vec<String>) {
    out.extend(referred(schema).map(str::to_owned));
    match schema {
        Value::Object(object) => object.values().for_each(|below| references(below, out)),
        Value::Array(list) => list.iter().for_each(|below| references(below, out)),
        _ => {}
    }
}

fn strings(value: &Value) -> BTreeSet<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The version becomes a header value in places; only ASCII survives that.
fn ascii<'a>(version: &'a Value, at: &Place) -> Outcome<&'a str> {
    version
        .as_str()
        .filter(|text| text.is_ascii())
        .ok_or_else(|| at.at("info").at("version").refuse("expected ASCII text"))
}
