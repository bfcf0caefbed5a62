//! The kinds of callbacks and their examples, checked for completeness in both directions.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use crate::{
    refusal::{Outcome, Place},
    source::Source,
    tables::Means,
};

const FILE: &str = "callbacks.toml";

/// A kind of callback, with the body of its example.
pub(crate) struct Kind {
    pub(crate) provider: String,
    pub(crate) entry: Entry,
    pub(crate) body: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    callback: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) event: String,
    example: String,
    pub(crate) status: Means,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) of: String,
    #[serde(default)]
    pub(crate) channel: Vec<String>,
    pub(crate) reference: Vec<String>,
    #[serde(default)]
    pub(crate) amount: Vec<String>,
    #[serde(default)]
    pub(crate) id: Vec<String>,
    #[serde(default)]
    pub(crate) new_id: Vec<String>,
    pub(crate) says: Vec<String>,
    #[serde(default)]
    pub(crate) times: Vec<String>,
    #[serde(default)]
    pub(crate) token: Vec<String>,
}

/// Every kind of a provider. Each has an example, and each example of a callback belongs to one
/// kind.
pub(crate) fn read(source: &Source) -> Outcome<Vec<Kind>> {
    let table: Table = source.toml(FILE)?;
    let mut examples = source.examples()?;
    examples.retain(|(_, example)| {
        let decodes = example["decodes"].as_str();
        decodes.is_some_and(|decodes| decodes.starts_with("callback "))
    });
    let (place, mut events) = (source.place(FILE), BTreeSet::new());
    let mut kinds = Vec::new();
    for entry in table.callback {
        let at = place.at("callback").at(&entry.event);
        if !events.insert(entry.event.clone()) {
            return Err(at.refuse("is listed twice"));
        }
        is_named_after_its_status(&entry, &at)?;
        let found = examples.iter().position(|(name, _)| *name == entry.example);
        let Some(found) = found else {
            let reason = "is no example of a callback, or that of another kind";
            return Err(at.refuse(format!("{} {reason}", entry.example)));
        };
        let (_, example) = examples.swap_remove(found);
        let body = example["body"].clone();
        points_into(&entry, &body, &at)?;
        kinds.push(Kind {
            provider: source.provider.clone(),
            entry,
            body,
        });
    }
    match examples.first() {
        Some((name, _)) => Err(place.refuse(format!(
            "examples/{name}.json is a callback of no kind: list it here"
        ))),
        None => Ok(kinds),
    }
}

/// Checks that a name begins with its status, so that it can be guessed: `paid`, `paid-dana`.
fn is_named_after_its_status(entry: &Entry, at: &Place) -> Outcome<()> {
    let status = format!("{:?}", entry.status).to_lowercase();
    let rest = entry.event.strip_prefix(&status);
    let plain = entry
        .event
        .chars()
        .all(|character| character.is_ascii_lowercase() || character == '-');
    if plain && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')) {
        return Ok(());
    }
    Err(at.refuse(format!(
        "an event is named {status}, or {status}- and what sets it apart"
    )))
}

/// Checks that every pointer leads to text or a number in the example.
fn points_into(entry: &Entry, body: &Value, at: &Place) -> Outcome<()> {
    let named = [
        ("channel", &entry.channel),
        ("reference", &entry.reference),
        ("amount", &entry.amount),
        ("id", &entry.id),
        ("new_id", &entry.new_id),
        ("says", &entry.says),
        ("times", &entry.times),
        ("token", &entry.token),
    ];
    for (name, pointers) in named {
        for pointer in pointers {
            let found = body.pointer(pointer);
            let may_be_number = matches!(name, "amount" | "says");
            let is_number = may_be_number && found.is_some_and(Value::is_number);
            if !is_number && !found.is_some_and(Value::is_string) {
                let reason = format!("{pointer} leads to nothing in {}", entry.example);
                return Err(at.at(name).refuse(reason));
            }
        }
    }
    if entry.reference.is_empty() && entry.id.is_empty() {
        return Err(at
            .at("reference")
            .refuse("a callback without a reference or an id"));
    }
    Ok(())
}
