//! Operations: one body, one success, parameters that are one value.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::{Map, Value, json};

use super::{Normalizer, Operation, component_name};
use crate::{
    refusal::{Outcome, Place},
    schema::{self, component_reference, members, referred},
};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

impl Normalizer {
    pub(super) fn paths(&mut self, paths: &Value, at: &Place) -> Outcome<(Value, Vec<Operation>)> {
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
                    | "x-reference"
                    | "x-customer"
                    | "x-prepared"
                    | "x-own-check"
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
        let own_parameters = self.own_parameters(operation, shared_parameters, at)?;
        let flag = |name: &str| match &operation[name] {
            Value::Null => Ok(false),
            Value::Bool(flag) => Ok(*flag),
            _ => Err(at.at(name).refuse("expected true or false")),
        };
        let (prepared, own_check) = (flag("x-prepared")?, flag("x-own-check")?);
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
            summary: summary_of(operation),
            request,
            response,
            reference: operation["x-reference"].as_str().map(str::to_owned),
            customer: operation["x-customer"].as_str().map(str::to_owned),
            prepared,
            own_check,
            own_parameters,
        };
        Ok((normalized, summary))
    }

    /// The parameters that the client adds, such as a sub-account, which are not arguments of an
    /// operation.
    fn own_parameters(
        &self,
        operation: &Value,
        shared: Option<&Value>,
        at: &Place,
    ) -> Outcome<Vec<String>> {
        let own = operation.get("parameters").and_then(Value::as_array);
        let all = own.into_iter().chain(shared.and_then(Value::as_array));
        let mut names = Vec::new();
        for (index, parameter) in all.flatten().enumerate() {
            let parameter = self.resolved(parameter, &at.at("parameters").at(index))?;
            if parameter["x-own"] == true {
                names.push(
                    parameter["name"]
                        .as_str()
                        .unwrap_or_default()
                        .to_snake_case(),
                );
            }
        }
        Ok(names)
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
                    "name"
                        | "in"
                        | "required"
                        | "description"
                        | "schema"
                        | "example"
                        | "examples"
                        | "x-own"
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
                // The crate's `auth.rs` sends it, marked sensitive.
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
        let mut schema = schema::translate(schema, &here, &component_name)?;
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
        let here = here.at("schema");
        let mut schema = schema::translate(&content["schema"], &here, &component_name)?;
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
    pub(super) fn resolved(&self, value: &Value, at: &Place) -> Outcome<Value> {
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
}

/// A document's description of an operation, in one line.
fn summary_of(operation: &Value) -> String {
    let texts = ["summary", "description"].map(|name| operation[name].as_str().unwrap_or_default());
    texts
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
