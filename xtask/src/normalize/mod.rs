//! Converts any OpenAPI 3.0 document to one that progenitor translates faithfully.
//!
//! Each operation has one body type and one success. Refusals are removed from the operations, so
//! that they reach the client whole. Every inline object and enum gets a name. Every path parameter
//! refuses values that would change the path. Sent and received components are distinguished,
//! because sent ones are checked and received ones are read leniently.

mod components;
mod operations;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{
    refusal::{Outcome, Place},
    schema::{members, referred},
};

/// Components that stand for types of payments-core.
pub(crate) const CORE_TYPES: [(&str, &str); 8] = [
    ("Amount", "::payments_provider::wire::Amount"),
    ("AmountDigits", "::payments_provider::wire::AmountDigits"),
    ("AmountInteger", "::payments_provider::wire::AmountInteger"),
    (
        "AmountTwoDigits",
        "::payments_provider::wire::AmountTwoDigits",
    ),
    ("PathSegment", "::payments_provider::wire::PathSegment"),
    ("Personal", "::payments_core::Personal"),
    ("Raw", "::payments_core::Raw"),
    ("Secret", "::payments_core::Secret"),
];

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
    /// Components received inside members that may be any JSON.
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

    /// The members of a component that the client puts in, each with its schema.
    pub(crate) fn own_members(&self, name: &str) -> impl Iterator<Item = (&str, &Value)> {
        let members = self.schema(name)["properties"].as_object();
        let members = members.into_iter().flatten();
        members
            .filter(|(_, schema)| schema["x-own"] == true)
            .map(|(name, schema)| (name.as_str(), schema))
    }
}

/// An operation, as the tables and the client see it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    /// The path as it is sent, without the `#suffix` that distinguishes two operations on one path.
    pub(crate) path: String,
    pub(crate) effect: String,
    /// The document's summary.
    pub(crate) summary: String,
    pub(crate) request: Option<String>,
    pub(crate) response: String,
    /// Where the merchant's reference is: a pointer into the request, or a parameter in braces.
    pub(crate) reference: Option<String>,
    /// Where the customer is whom the answer must be about, too: a pointer into the request.
    pub(crate) customer: Option<String>,
    /// Whether the client prepares the request itself; then no public operation is made.
    pub(crate) prepared: bool,
    /// Whether the crate has a check that no schema can express.
    pub(crate) own_check: bool,
    /// The parameters that the client adds, as Rust names.
    pub(crate) own_parameters: Vec<String>,
}

/// A callback, and what distinguishes it.
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
        merging: BTreeSet::new(),
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
    for callback in &callbacks {
        let here = at.at("x-callbacks").at(&callback.name).at("where");
        for member in callback.conditions.keys() {
            let path: Vec<_> = member.split('.').collect();
            if !has_member(&components, &callback.schema, &path) {
                return Err(here
                    .at(member)
                    .refuse(format!("{} has no such member", callback.schema)));
            }
        }
    }
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
    for (name, schema) in &components {
        let members = schema["properties"].as_object().into_iter().flatten();
        let mut own = members.filter(|(_, schema)| schema["x-own"] == true);
        if let (true, Some((member, _))) = (received.contains(name), own.next()) {
            let here = at.at("components").at("schemas").at(name).at(member);
            return Err(here.refuse("x-own is for what is only sent"));
        }
    }
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
    /// Components whose `allOf` is being merged, to detect a cycle.
    merging: BTreeSet<String>,
}

impl Normalizer {
    fn callbacks(&self, callbacks: &Value, at: &Place) -> Outcome<Vec<Callback>> {
        let mut out = Vec::new();
        if !callbacks.is_array() && !callbacks.is_null() {
            return Err(at.refuse("expected a list"));
        }
        for (index, callback) in callbacks.as_array().into_iter().flatten().enumerate() {
            let here = at.at(index);
            if let Some(key) = members(callback, &here)?
                .keys()
                .find(|key| !matches!(key.as_str(), "name" | "schema" | "where"))
            {
                return Err(here.at(key).refuse("this member is not translated"));
            }
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

/// Whether a component, or one of its choices, has a member.
fn has_member(components: &BTreeMap<String, Value>, name: &str, path: &[&str]) -> bool {
    let Some(schema) = components.get(name) else {
        return false;
    };
    if let Some(choices) = schema["oneOf"].as_array() {
        let mut choices = choices.iter().filter_map(referred);
        return choices.any(|choice| has_member(components, choice, path));
    }
    let Some((member, rest)) = path.split_first() else {
        return true;
    };
    let member = &schema["properties"][*member];
    match (referred(member), rest) {
        _ if member.is_null() => false,
        (_, []) => true,
        (Some(below), rest) => has_member(components, below, rest),
        // Nothing more is known about any JSON.
        (None, _) => false,
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

/// The component that a `$ref` of OpenAPI names.
fn component_name(target: &str, at: &Place) -> Outcome<String> {
    target
        .strip_prefix("#/components/schemas/")
        .map(str::to_owned)
        .ok_or_else(|| at.refuse(format!("{target:?} names no component")))
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

/// The version is sometimes used as a header value, which must be ASCII.
fn ascii<'a>(version: &'a Value, at: &Place) -> Outcome<&'a str> {
    version
        .as_str()
        .filter(|text| text.is_ascii())
        .ok_or_else(|| at.at("info").at("version").refuse("expected ASCII text"))
}
