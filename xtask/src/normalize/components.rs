//! Components: merges them, gives inline ones a name, and keeps their names distinct.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use super::{CORE_TYPES, Normalizer, component_name, strings};
use crate::{
    refusal::{Outcome, Place},
    schema::{self, component_reference, members, referred},
};

impl Normalizer {
    pub(super) fn components(&mut self, components: &Value, at: &Place) -> Outcome<()> {
        for (kind, schemas) in components.as_object().into_iter().flatten() {
            match kind.as_str() {
                "schemas" => {}
                // Resolved where they are used. Security schemes are removed, because the crate's
                // `auth.rs` sends keys.
                "parameters" | "requestBodies" | "responses" | "securitySchemes" => continue,
                _ => return Err(at.at(kind).refuse("this member is not translated")),
            }
            let reference = |target: &str, at: &Place| {
                component_name(target, at).and_then(|name| match schemas.get(&name) {
                    Some(_) => Ok(name),
                    None => Err(at.refuse(format!("{target:?} names no component"))),
                })
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
        if !self.merging.insert(name.to_owned()) {
            return Err(here.refuse("a component that is a part of itself"));
        }
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
        self.merging.remove(name);
        self.components.insert(name.to_owned(), merged);
        Ok(())
    }

    /// Gives a name to every object, enum and choice below `schema`.
    pub(super) fn hoist_below(
        &mut self,
        name: &str,
        schema: &mut Value,
        at: &Place,
    ) -> Outcome<()> {
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

    pub(super) fn hoist(&mut self, name: String, schema: &mut Value, at: &Place) -> Outcome<()> {
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

    pub(super) fn insert(&mut self, name: String, schema: Value, at: &Place) -> Outcome<()> {
        match self.components.insert(name.clone(), schema) {
            None => Ok(()),
            Some(_) => Err(at.refuse(format!(
                "its name would be {name}, which another component has"
            ))),
        }
    }

    /// Two components with the same Rust name would silently become one type.
    pub(super) fn names_stay_apart(&self) -> Outcome<()> {
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

    pub(super) fn known(&self, component: &str, at: &Place) -> Outcome<()> {
        match self.components.contains_key(component) {
            true => Ok(()),
            false => Err(at.refuse(format!("there is no component {component}"))),
        }
    }
}
