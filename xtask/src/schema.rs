//! Translates schemas, keyword by keyword, from JSON Schema 2020-12 or OpenAPI 3.0 to the one
//! dialect that later steps understand.
//!
//! The dialect: `$ref` alone; `type` string, integer, boolean, array, object or none (any JSON);
//! `enum` of strings; `oneOf` of `$ref`s; `allOf`; `properties`, `required`, `items`; length,
//! pattern and range; `nullable`; `format` amount, password, date-time; `x-personal`, `x-decides`,
//! `x-fractional`, `x-own`, `x-signs`; `description`.

use serde_json::{Map, Value, json};

use crate::refusal::{Outcome, Place};

/// Formats without a meaning for the generated code.
const PLAIN_FORMATS: [&str; 9] = [
    "int32", "int64", "uri", "url", "email", "uuid", "date", "time", "ipv4",
];

/// Keywords that limit a value of a type.
const CONSTRAINTS: [&str; 7] = [
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
];

/// Translates one schema and all below it. `reference` turns the text of a `$ref` into the name of
/// a component.
pub(crate) fn translate(
    schema: &Value,
    at: &Place,
    reference: &dyn Fn(&str, &Place) -> Outcome<String>,
) -> Outcome<Value> {
    let object = match schema {
        Value::Bool(true) => return Ok(json!({})),
        Value::Object(object) => object,
        _ => return Err(at.refuse("expected a schema")),
    };
    if let Some(target) = object.get("$ref") {
        return translate_reference(object, target, at, reference);
    }
    let mut out = Map::new();
    for (keyword, value) in object {
        let here = at.at(keyword);
        let below = |value: &Value, here: &Place| translate(value, here, reference);
        match keyword.as_str() {
            "type" => translate_type(value, &here, &mut out)?,
            "nullable" | "x-personal" | "x-decides" | "x-fractional" | "x-own" => {
                out.insert(keyword.clone(), expect(value.is_boolean(), value, &here)?);
            }
            "x-signs" => {
                let text = value.as_str().is_some_and(|text| !text.is_empty());
                out.insert(keyword.clone(), expect(text, value, &here)?);
                out.insert("x-own".into(), true.into());
            }
            "description" => {
                let text = value.as_str().ok_or_else(|| here.refuse("expected text"))?;
                describe(&mut out, text);
            }
            "default" => describe(&mut out, &format!("When left out: `{value}`.")),
            "properties" => {
                let mut properties = Map::new();
                for (name, schema) in members(value, &here)? {
                    properties.insert(name.clone(), below(schema, &here.at(name))?);
                }
                out.insert(keyword.clone(), properties.into());
            }
            "items" => {
                out.insert(keyword.clone(), below(value, &here)?);
            }
            "required" => {
                let strings = value
                    .as_array()
                    .is_some_and(|names| names.iter().all(Value::is_string));
                out.insert(keyword.clone(), expect(strings, value, &here)?);
            }
            "enum" => {
                out.insert("enum".into(), words(value, &here)?);
                out.entry("type").or_insert("string".into());
            }
            "const" => {
                out.insert("enum".into(), words(&json!([value]), &here)?);
                out.entry("type").or_insert("string".into());
            }
            "oneOf" | "anyOf" => translate_union(keyword, value, &here, &mut out, &below)?,
            "allOf" => {
                let parts = list(value, &here)?
                    .iter()
                    .enumerate()
                    .map(|(index, part)| below(part, &here.at(index)))
                    .collect::<Outcome<Vec<_>>>()?;
                out.insert(keyword.clone(), parts.into());
            }
            "minLength" | "maxLength" | "minItems" | "maxItems" => {
                out.insert(keyword.clone(), expect(value.is_u64(), value, &here)?);
            }
            "minimum" | "maximum" => {
                out.insert(keyword.clone(), expect(value.is_i64(), value, &here)?);
            }
            "exclusiveMinimum" | "exclusiveMaximum" => {
                return Err(here.refuse(
                    "an open range has no faithful translation for money: write minimum or maximum",
                ));
            }
            "pattern" => {
                let pattern = value.as_str().unwrap_or_default();
                crate::pattern::alternatives(pattern).map_err(|reason| {
                    here.refuse(format!("the pattern has no translation: {reason}"))
                })?;
                out.insert(keyword.clone(), value.clone());
            }
            "format" => match value.as_str().unwrap_or_default() {
                "amount" | "amount-2" | "password" | "date-time" => {
                    out.insert(keyword.clone(), value.clone());
                }
                plain if PLAIN_FORMATS.contains(&plain) => {}
                other => return Err(here.refuse(format!("the format {other:?} is not known"))),
            },
            // Unknown members are always ignored, so this keyword matters only if it allows any
            // value.
            "additionalProperties" => match value {
                Value::Bool(_) => {}
                _ => return Err(here.refuse("a map of typed values is not translated")),
            },
            // A hint for readers that cannot try the alternatives one by one.
            "discriminator" => {}
            // Notes for people.
            "title" | "example" | "examples" | "$comment" | "$id" | "$schema" | "$defs"
            | "deprecated" => {}
            _ => return Err(here.refuse(format!("the keyword {keyword:?} is not translated"))),
        }
    }
    verify(&out, at)?;
    Ok(out.into())
}

fn translate_reference(
    object: &Map<String, Value>,
    target: &Value,
    at: &Place,
    reference: &dyn Fn(&str, &Place) -> Outcome<String>,
) -> Outcome<Value> {
    let here = at.at("$ref");
    let target = target
        .as_str()
        .ok_or_else(|| here.refuse("expected a reference"))?;
    let siblings = object.keys().find(|key| {
        !matches!(
            key.as_str(),
            "$ref" | "description" | "title" | "examples" | "x-decides"
        )
    });
    if let Some(sibling) = siblings {
        return Err(at.at(sibling).refuse(
            "a keyword beside $ref is ignored by half of all tools: write it into the target",
        ));
    }
    let mut out = component_reference(&reference(target, &here)?);
    // It concerns the member, not the target.
    if let Some(decides) = object.get("x-decides") {
        out["x-decides"] = expect(decides.is_boolean(), decides, at)?;
    }
    Ok(out)
}

/// A `$ref` to a component.
pub(crate) fn component_reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The component that a translated schema refers to.
pub(crate) fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"]
        .as_str()?
        .strip_prefix("#/components/schemas/")
}

fn translate_type(value: &Value, at: &Place, out: &mut Map<String, Value>) -> Outcome<()> {
    let kind = match value {
        Value::String(kind) => kind.as_str(),
        Value::Array(kinds) => {
            let mut others = kinds
                .iter()
                .filter_map(Value::as_str)
                .filter(|kind| *kind != "null");
            match (others.next(), others.next(), kinds.len()) {
                (Some(kind), None, 2) => {
                    out.insert("nullable".into(), true.into());
                    kind
                }
                _ => return Err(at.refuse("a choice of types: write it as oneOf components")),
            }
        }
        _ => return Err(at.refuse("expected a type")),
    };
    match kind {
        "string" | "integer" | "boolean" | "array" | "object" => {
            out.insert("type".into(), kind.into());
            Ok(())
        }
        "number" => Err(at.refuse(
            "a number becomes a float: write an integer, or a string with the format amount",
        )),
        other => Err(at.refuse(format!("the type {other:?} is not known"))),
    }
}

/// `oneOf` of components, or one schema or null.
fn translate_union(
    keyword: &str,
    value: &Value,
    at: &Place,
    out: &mut Map<String, Value>,
    below: &dyn Fn(&Value, &Place) -> Outcome<Value>,
) -> Outcome<()> {
    let members = list(value, at)?;
    let is_null = |member: &Value| member["type"] == "null";
    let others: Vec<_> = members
        .iter()
        .enumerate()
        .filter(|(_, member)| !is_null(member))
        .map(|(index, member)| below(member, &at.at(index)))
        .collect::<Outcome<_>>()?;
    let nullable = others.len() < members.len();
    match <[Value; 1]>::try_from(others) {
        Ok([only]) if nullable => {
            if let Some(object) = only.as_object() {
                out.extend(object.clone());
            }
            // Keywords beside a `$ref` are ignored, and a required member would lose its null.
            if out.contains_key("$ref") {
                return Err(at.refuse("a component or null: leave the member out of required instead, optional members take null"));
            }
            out.insert("nullable".into(), true.into());
            Ok(())
        }
        Ok(_) => Err(at.refuse("a choice of one")),
        Err(_) if keyword == "anyOf" => Err(at.refuse(
            "anyOf becomes a struct with all members at once: write oneOf if one of them holds",
        )),
        Err(others) => match others.iter().position(|member| referred(member).is_none()) {
            Some(index) => Err(at
                .at(index)
                .refuse("an alternative without a name: make it a component and refer to it")),
            None => {
                out.insert("oneOf".into(), others.into());
                Ok(())
            }
        },
    }
}

/// Checks that the keywords of a schema are consistent.
fn verify(schema: &Map<String, Value>, at: &Place) -> Outcome<()> {
    let kind = schema.get("type").and_then(Value::as_str).unwrap_or("");
    let has = |keyword: &str| schema.contains_key(keyword);
    let format = schema.get("format").and_then(Value::as_str).unwrap_or("");
    let properties = schema.get("properties").and_then(Value::as_object);
    let required = schema.get("required").and_then(Value::as_array);
    // A schema that is merged with others may require their members.
    if !has("allOf")
        && let Some(missing) = required.into_iter().flatten().find(|name| {
            let name = name.as_str().unwrap_or_default();
            properties.is_none_or(|properties| !properties.contains_key(name))
        })
    {
        return Err(at
            .at("required")
            .refuse(format!("{missing} is not among the properties")));
    }
    let reason = if format == "amount" && !matches!(kind, "integer" | "string") {
        "an amount is an integer or a string"
    } else if format == "amount-2" && kind != "integer" {
        "an amount with two digits after the point is written as an integer"
    } else if matches!(format, "password" | "date-time") && kind != "string" {
        "this format is for strings"
    } else if has("x-personal") && kind != "string" {
        "x-personal is for strings"
    } else if has("x-fractional") && !format.starts_with("amount") {
        "x-fractional is for amounts"
    } else if kind == "array" && !has("items") {
        "an array without items"
    } else if kind.is_empty() && CONSTRAINTS.iter().any(|constraint| has(constraint)) {
        "a constraint without a type"
    } else if has("enum") && kind != "string" {
        "an enum of anything but strings"
    } else {
        return Ok(());
    };
    Err(at.refuse(reason))
}

/// The words of an enum: strings with distinct Rust names.
fn words(value: &Value, at: &Place) -> Outcome<Value> {
    let words = list(value, at)?;
    let mut names = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let here = at.at(index);
        let word = word
            .as_str()
            .ok_or_else(|| here.refuse("an enum of anything but strings"))?;
        let name = variant(word);
        if word.is_empty() || name.is_empty() {
            return Err(here.refuse("a word without letters or digits has no Rust name"));
        }
        if names.contains(&name) {
            return Err(here.refuse(format!("{word:?} becomes {name}, as a word before it does")));
        }
        names.push(name);
    }
    Ok(value.clone())
}

/// The Rust variant of a word.
pub(crate) fn variant(word: &str) -> String {
    use heck::ToUpperCamelCase;
    let name = word.to_upper_camel_case();
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("V{name}")
    } else {
        name
    }
}

fn describe(out: &mut Map<String, Value>, text: &str) {
    let text = match out.get("description").and_then(Value::as_str) {
        Some(before) => format!("{before} {text}"),
        None => text.to_owned(),
    };
    out.insert("description".into(), text.into());
}

fn expect(right: bool, value: &Value, at: &Place) -> Outcome<Value> {
    if right {
        Ok(value.clone())
    } else {
        Err(at.refuse(format!("{value} is no value for this keyword")))
    }
}

fn list<'a>(value: &'a Value, at: &Place) -> Outcome<&'a Vec<Value>> {
    value
        .as_array()
        .filter(|list| !list.is_empty())
        .ok_or_else(|| at.refuse("expected a list that is not empty"))
}

/// The members of an object.
pub(crate) fn members<'a>(value: &'a Value, at: &Place) -> Outcome<&'a Map<String, Value>> {
    value
        .as_object()
        .ok_or_else(|| at.refuse("expected an object"))
}
