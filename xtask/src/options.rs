//! A provider's own options: the table, resolved against the schemas of the bodies that carry them.
//!
//! Complete in both directions: every optional member of a body is an option, comes from the common
//! request, or is left out for a reason; and every entry of the table names a member.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use crate::{
    normalize::Api,
    refusal::{Outcome, Place},
    schema::referred,
    source::Source,
};

pub(crate) const FILE: &str = "options.toml";

/// The options of a provider.
pub(crate) struct Options {
    pub(crate) bodies: Vec<Body>,
    pub(crate) options: Vec<Own>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    body: Vec<Body>,
    #[serde(default)]
    option: Vec<Entry>,
}

/// A body that carries options.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    pub(crate) schema: String,
    pub(crate) kind: Kind,
    /// Whether it follows another body of the same instruction.
    #[serde(default)]
    pub(crate) later: bool,
    /// Optional members that the common request, or a setting, fills.
    #[serde(default)]
    common: Vec<String>,
    /// Optional members that are no option.
    #[serde(default)]
    never: Vec<Never>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Never {
    member: String,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    /// A pointer into the bodies.
    at: Option<String>,
    /// The bodies that carry it; without it, all that have the member.
    #[serde(default)]
    schemas: Vec<String>,
    /// A header, for an option that is in no body.
    header: Option<String>,
    /// The operation whose document describes the header.
    operation: Option<String>,
    /// What it is, where the schema does not say it.
    text: Option<String>,
    /// The words for no and yes.
    flag: Option<[String; 2]>,
    /// Whether it takes the place of what the common request says.
    #[serde(default)]
    replaces: bool,
}

/// The kinds of instructions that can carry options.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Payment,
    Bill,
    Topup,
    Mandate,
}

impl Kind {
    /// The word of the core.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Bill => "bill",
            Self::Topup => "topup",
            Self::Mandate => "mandate",
        }
    }
}

/// An option, with what the schemas say about it.
pub(crate) struct Own {
    pub(crate) name: String,
    pub(crate) kinds: BTreeSet<Kind>,
    pub(crate) form: Form,
    pub(crate) personal: bool,
    pub(crate) text: String,
    /// A pointer; empty if it is a header.
    pub(crate) at: String,
    pub(crate) flag: Option<[String; 2]>,
    pub(crate) replaces: bool,
    /// The bodies that carry it.
    pub(crate) schemas: BTreeSet<String>,
    /// The schema and the member that its Rust type is made from.
    pub(crate) member: Option<(String, String)>,
}

/// The form of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Form {
    Text,
    Flag,
    Whole,
    Amount,
    Word(Vec<String>),
    List,
    Object,
}

impl Form {
    /// The form in a few words.
    pub(crate) fn for_people(&self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Flag => "yes or no".into(),
            Self::Whole => "a whole number".into(),
            Self::Amount => "whole rupiah".into(),
            Self::Word(words) => format!("`{}`", words.join("` or `")),
            Self::List => "a list".into(),
            Self::Object => "an object".into(),
        }
    }
}

/// A member that a pointer leads to.
#[derive(Clone)]
struct Member<'a> {
    schema: &'a Value,
    /// The component and the name in it; `None` in an object of any members.
    of: Option<(String, String)>,
}

/// Reads and resolves the table of a provider.
pub(crate) fn read(source: &Source, api: &Api) -> Outcome<Options> {
    let table: Table = source.toml(FILE)?;
    let place = source.place(FILE);
    for body in &table.body {
        if api.schema(&body.schema).is_null() {
            return Err(place.at("body").at(&body.schema).refuse("is no schema"));
        }
    }
    let mut options = Vec::new();
    for entry in &table.option {
        let at = place.at("option").at(&entry.name);
        if ["provider", "personal"].contains(&&*entry.name) {
            return Err(at.refuse("is a member of recorded options: give it another name"));
        }
        if options.iter().any(|own: &Own| own.name == entry.name) {
            return Err(at.refuse("is listed twice"));
        }
        options.push(own(api, &table.body, entry, &at)?);
    }
    for body in &table.body {
        is_complete(api, body, &options, &place.at("body").at(&body.schema))?;
    }
    Ok(Options {
        bodies: table.body,
        options,
    })
}

fn own(api: &Api, bodies: &[Body], entry: &Entry, at: &Place) -> Outcome<Own> {
    let (found, carriers) = match (&entry.at, &entry.header) {
        (Some(pointer), None) => in_bodies(api, bodies, entry, pointer, at)?,
        (None, Some(header)) => in_header(api, bodies, entry, header, at)?,
        _ => return Err(at.refuse("needs `at` or `header`, and not both")),
    };
    let schema = resolved(api, found.schema);
    let described = found.schema["description"].as_str();
    let described = described.or_else(|| schema["description"].as_str());
    let text = entry.text.as_deref().or(described);
    let text = text.ok_or_else(|| at.refuse("the schema does not describe it: add `text`"))?;
    let form = match entry.flag {
        Some(_) => Form::Flag,
        None => form(schema, at)?,
    };
    Ok(Own {
        name: entry.name.clone(),
        kinds: carriers.iter().map(|body| body.kind).collect(),
        // A list and an object can hold anything, also of a person.
        personal: found.schema["x-personal"] == true || matches!(form, Form::List | Form::Object),
        form,
        text: text.to_owned(),
        at: entry.at.clone().unwrap_or_default(),
        flag: entry.flag.clone(),
        replaces: entry.replaces,
        schemas: carriers.iter().map(|body| body.schema.clone()).collect(),
        member: found.of,
    })
}

type Found<'a> = (Member<'a>, Vec<&'a Body>);

fn in_bodies<'a>(
    api: &'a Api,
    bodies: &'a [Body],
    entry: &Entry,
    pointer: &str,
    at: &Place,
) -> Outcome<Found<'a>> {
    let path: Vec<_> = pointer.split('/').skip(1).collect();
    let wanted = |body: &&Body| entry.schemas.is_empty() || entry.schemas.contains(&body.schema);
    let mut first = None;
    let mut carriers = Vec::new();
    for body in bodies.iter().filter(wanted) {
        let members = members(api, &body.schema, &path);
        if let Some(member) = members.into_iter().next() {
            first.get_or_insert(member);
            carriers.push(body);
        }
    }
    match first {
        Some(first) => Ok((first, carriers)),
        None => Err(at.refuse(format!("no body has the member {pointer}"))),
    }
}

/// Headers belong to the bodies of the kind of instruction that the operation creates.
fn in_header<'a>(
    api: &'a Api,
    bodies: &'a [Body],
    entry: &Entry,
    header: &str,
    at: &Place,
) -> Outcome<Found<'a>> {
    let operations = api.document["paths"].as_object();
    let operations = operations.into_iter().flatten();
    let parameters = operations
        .flat_map(|(_, path)| path.as_object().into_iter().flatten())
        .filter(|(_, operation)| operation["operationId"].as_str() == entry.operation.as_deref())
        .flat_map(|(_, operation)| operation["parameters"].as_array().into_iter().flatten());
    let mut named = parameters.filter(|parameter| parameter["name"] == *header);
    let parameter = named
        .next()
        .ok_or_else(|| at.refuse(format!("no `operation` has the header {header}")))?;
    if entry.text.is_none() {
        return Err(at.refuse("a header needs `text`"));
    }
    let carriers = bodies.iter().filter(|body| !body.later).collect();
    let schema = &parameter["schema"];
    Ok((Member { schema, of: None }, carriers))
}

/// The members that a path leads to, in every branch of a choice.
fn members<'a>(api: &'a Api, component: &str, path: &[&str]) -> Vec<Member<'a>> {
    let schema = api.schema(component);
    let branches = schema["oneOf"].as_array().into_iter().flatten();
    let branches = branches.filter_map(referred);
    let mut found: Vec<_> = branches
        .flat_map(|branch| members(api, branch, path))
        .collect();
    let Some((name, rest)) = path.split_first() else {
        return found;
    };
    let Some(below) = schema["properties"].get(name) else {
        return found;
    };
    if rest.is_empty() {
        let of = Some((component.to_owned(), (*name).to_owned()));
        found.push(Member { schema: below, of });
    } else if let Some(inner) = referred(below).filter(|inner| has_members(api, inner)) {
        found.extend(members(api, inner, rest));
    } else if is_free(resolved(api, below)) {
        // Any member is text.
        static TEXT: std::sync::LazyLock<Value> =
            std::sync::LazyLock::new(|| serde_json::json!({"type": "string"}));
        found.push(Member {
            schema: &TEXT,
            of: None,
        });
    }
    found
}

/// Whether it is an object of any members.
fn is_free(schema: &Value) -> bool {
    schema["type"] == "object" && schema["properties"].is_null()
}

fn has_members(api: &Api, component: &str) -> bool {
    let schema = api.schema(component);
    schema["properties"].is_object() || schema["oneOf"].is_array()
}

fn resolved<'a>(api: &'a Api, schema: &'a Value) -> &'a Value {
    match referred(schema) {
        Some(component) => resolved(api, api.schema(component)),
        None => schema,
    }
}

fn form(schema: &Value, at: &Place) -> Outcome<Form> {
    let is_amount = schema["format"]
        .as_str()
        .is_some_and(|format| format.starts_with("amount"));
    if is_amount {
        return Ok(Form::Amount);
    }
    if let Some(words) = schema["enum"].as_array() {
        let words = words.iter().filter_map(Value::as_str).map(str::to_owned);
        return Ok(Form::Word(words.collect()));
    }
    match schema["type"].as_str() {
        Some("string") => Ok(Form::Text),
        Some("boolean") => Ok(Form::Flag),
        Some("integer") => Ok(Form::Whole),
        Some("array") => Ok(Form::List),
        Some("object") => Ok(Form::Object),
        _ => Err(at.refuse(format!("no option has a value like {schema}"))),
    }
}

/// Checks that every optional member of a body is accounted for, and that what is listed exists.
fn is_complete(api: &Api, body: &Body, options: &[Own], at: &Place) -> Outcome<()> {
    let never = body.never.iter().map(|never| {
        if never.why.is_empty() {
            return Err(at.at(&never.member).refuse("say why it is never an option"));
        }
        Ok(&never.member)
    });
    let never: Vec<_> = never.collect::<Outcome<_>>()?;
    let listed = || body.common.iter().chain(never.iter().copied());
    for member in listed() {
        let path: Vec<_> = member.split('/').collect();
        if members(api, &body.schema, &path).is_empty() {
            return Err(at.at(member).refuse("the body has no such member"));
        }
    }
    let of_options = options
        .iter()
        .filter(|own| own.schemas.contains(&body.schema))
        .map(|own| own.at.trim_start_matches('/'));
    let known: Vec<_> = listed().map(String::as_str).chain(of_options).collect();
    let covers = |member: &str| {
        let inside = format!("{member}/");
        known
            .iter()
            .any(|known| *known == member || known.starts_with(&inside))
    };
    let optional = optional_members(api, &body.schema, "", false);
    match optional.into_iter().find(|member| !covers(member)) {
        Some(member) => Err(at.at(member).refuse(
            "an optional member: list it as an option, in `common`, or in `never` with a reason",
        )),
        None => Ok(()),
    }
}

/// The optional members of a component and of the objects in it, by path, without the client's own.
fn optional_members(api: &Api, component: &str, path: &str, is_optional: bool) -> BTreeSet<String> {
    let schema = api.schema(component);
    let mut found = BTreeSet::new();
    let branches = schema["oneOf"].as_array().into_iter().flatten();
    for branch in branches.filter_map(referred) {
        found.extend(optional_members(api, branch, path, is_optional));
    }
    let required = schema["required"].as_array();
    for (name, below) in schema["properties"].as_object().into_iter().flatten() {
        let is_required = required.is_some_and(|all| all.iter().any(|one| one == name));
        let is_optional = is_optional || !is_required;
        let path = match path {
            "" => name.clone(),
            path => format!("{path}/{name}"),
        };
        match referred(below).filter(|inner| has_members(api, inner)) {
            Some(inner) => found.extend(optional_members(api, inner, &path, is_optional)),
            None if is_optional && below["x-own"] != true => {
                found.insert(path);
            }
            None => {}
        }
    }
    found
}
