//! Leaves out secrets and personal data before anything is kept: by the marks of the
//! specification, by the values of the settings, and whatever no specification knows.

use std::collections::BTreeMap;

use payments::provider::{
    explain::Dictionary,
    operation::{Form, Member},
};
use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::session::Body;

/// Headers whose values are of use and tell nothing of anybody.
const OPEN: [&str; 6] = [
    "content-type",
    "retry-after",
    "x-api-version",
    "x-digiflazz-event",
    "rate-limit-limit",
    "rate-limit-remaining",
];

/// Nothing that is as short as that says who somebody is.
const SHORT: usize = 4;

const HIDDEN: &str = "(secret)";

/// What must not be kept, wherever it appears.
#[derive(Clone)]
pub(crate) struct Redactor {
    secrets: Vec<String>,
    /// The members of every body of the provider.
    everywhere: Vec<&'static [Member]>,
}

impl Redactor {
    /// Short values are left out of the search: they would be found in every text.
    pub(crate) fn new(
        secrets: impl IntoIterator<Item = String>,
        dictionary: &'static Dictionary,
    ) -> Self {
        let secrets = secrets.into_iter().filter(|secret| secret.len() >= 4);
        let operations = dictionary.operations.iter();
        let sent = operations.clone().filter_map(|bodies| bodies.request);
        let received = operations.map(|bodies| bodies.response);
        let all = sent.chain(received).chain(dictionary.parts.iter().copied());
        Self {
            secrets: secrets.collect(),
            everywhere: all.map(|body| body.members).collect(),
        }
    }

    /// Learns of a secret that an answer has told, such as a token.
    pub(crate) fn learn(&mut self, secret: &str) {
        let is_new = !self.secrets.iter().any(|known| known == secret);
        if secret.len() >= 4 && is_new {
            self.secrets.push(secret.to_owned());
        }
    }

    /// Learns what a request says about persons: an answer may repeat it anywhere.
    pub(crate) fn learn_persons(&mut self, body: &Value, members: &[Member]) {
        for member in members.iter().filter(|one| one.form == Form::Personal) {
            let steps: Vec<_> = member.path.split('.').collect();
            learn_at(body, &steps, &mut |text| self.learn(text));
        }
    }

    pub(crate) fn text(&self, text: &str) -> String {
        self.secrets.iter().fold(text.to_owned(), |text, secret| {
            text.replace(&**secret, HIDDEN)
        })
    }

    pub(crate) fn headers(&self, headers: &HeaderMap) -> BTreeMap<String, String> {
        let kept = headers.iter().map(|(name, value)| {
            let value = value.to_str().unwrap_or_default();
            let kept = match OPEN.contains(&name.as_str()) {
                true => self.text(value),
                false => hidden(value),
            };
            (name.as_str().to_owned(), kept)
        });
        kept.collect()
    }

    /// A body, by the members that the specification knows.
    pub(crate) fn body(&self, bytes: &[u8], members: &[&[Member]]) -> Body {
        match serde_json::from_slice(bytes) {
            Ok(json) => Body::Json(self.json(&json, members)),
            Err(_) => Body::Other(bytes.len()),
        }
    }

    pub(crate) fn json(&self, json: &Value, members: &[&[Member]]) -> Value {
        self.value(json, "", members)
    }

    fn value(&self, value: &Value, path: &str, members: &[&[Member]]) -> Value {
        match value {
            Value::Object(object) => {
                let below = object.iter().map(|(name, value)| {
                    let path = match path {
                        "" => name.clone(),
                        _ => format!("{path}.{name}"),
                    };
                    (self.text(name), self.value(value, &path, members))
                });
                Value::Object(below.collect())
            }
            Value::Array(items) => {
                let path = format!("{path}[]");
                let items = items.iter().map(|item| self.value(item, &path, members));
                Value::Array(items.collect())
            }
            Value::String(text) => Value::String(self.string(text, self.form(path, members))),
            Value::Number(number) => match self.form(path, members) {
                Some(Form::Any) if number.to_string().len() <= SHORT => value.clone(),
                Some(form) if !is_closed(form) => value.clone(),
                _ => 0.into(),
            },
            other => other.clone(),
        }
    }

    /// The mark of a member. Items of a list have those that the same members have elsewhere.
    fn form(&self, path: &str, members: &[&[Member]]) -> Option<Form> {
        if let Some(form) = form(path, members) {
            return Some(form);
        }
        let (_, item) = path.rsplit_once("[].")?;
        let all = self.everywhere.iter().flat_map(|body| body.iter());
        let same = all.filter(|member| {
            let before = member.path.strip_suffix(item);
            before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
        });
        strictest(same.map(|member| member.form))
    }

    fn string(&self, text: &str, form: Option<Form>) -> String {
        match form {
            Some(Form::Secret) => HIDDEN.to_owned(),
            // A code, which the specification leaves open.
            Some(Form::Any) if text.len() <= SHORT => self.text(text),
            Some(form) if !is_closed(form) => self.text(&without_path(text)),
            _ => shape(text),
        }
    }
}

/// The texts at a path such as `items[].name`.
fn learn_at(value: &Value, steps: &[&str], learn: &mut dyn FnMut(&str)) {
    match (value, steps.split_first()) {
        (Value::String(text), None) => learn(text),
        (Value::Array(items), _) => items.iter().for_each(|item| learn_at(item, steps, learn)),
        (_, Some((step, rest))) => {
            if let Some(below) = value.get(step.trim_end_matches("[]")) {
                learn_at(below, rest, learn);
            }
        }
        _ => {}
    }
}

/// One of several bodies that may be meant: the strictest mark counts.
fn form(path: &str, members: &[&[Member]]) -> Option<Form> {
    let all = members.iter().flat_map(|body| body.iter());
    // Items of a list have the mark of their list.
    let name = path.strip_suffix("[]").unwrap_or(path);
    let forms = all.filter(|member| member.path == path || member.path == name);
    strictest(forms.map(|member| member.form))
}

fn strictest(forms: impl Iterator<Item = Form>) -> Option<Form> {
    forms.reduce(|kept, form| match form {
        Form::Secret | Form::Personal => form,
        _ => kept,
    })
}

/// Nobody knows what is in it, or it is about a person.
fn is_closed(form: Form) -> bool {
    matches!(
        form,
        Form::Secret | Form::Personal | Form::Any | Form::Object
    )
}

/// The path of a customer's page lets anybody in.
fn without_path(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else {
        return text.to_owned();
    };
    if scheme.contains(char::is_whitespace) {
        return text.to_owned();
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    format!("{scheme}://{host}/left-out")
}

/// A text of the same shape: `08123123123` is `00000000000`. A URL stays one.
fn shape(text: &str) -> String {
    if let Some((scheme @ ("http" | "https"), _)) = text.split_once("://") {
        return format!("{scheme}://host.invalid/left-out");
    }
    let shaped = text.chars().map(|character| match character {
        _ if character.is_ascii_digit() => '0',
        _ if character.is_uppercase() => 'X',
        _ if character.is_alphabetic() => 'x',
        _ if character.is_ascii() => character,
        _ => '?',
    });
    shaped.collect()
}

fn hidden(value: &str) -> String {
    let scheme = value.split_once(' ').map(|(scheme, _)| scheme);
    match scheme {
        Some(scheme @ ("Basic" | "Bearer")) => format!("{scheme} {HIDDEN}"),
        _ => format!("({} characters)", value.chars().count()),
    }
}
