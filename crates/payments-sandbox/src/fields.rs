//! Reads the members of a request and collects what is wrong with them.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::money;

/// One member that the provider refuses.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Where: `["channel_properties", "mobile_number"]`.
    pub(crate) path: Vec<String>,
    /// Which rule, in the words of the validator: `any.required`, `string.max`, …
    pub(crate) rule: &'static str,
    pub(crate) message: String,
}

/// The members of one object; `null` counts as absent, unknown members are ignored.
pub(crate) struct Fields<'a> {
    members: &'a Map<String, Value>,
    prefix: Vec<String>,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(members: &'a Map<String, Value>) -> Self {
        Self::nested(members, Vec::new())
    }

    /// The members of an object inside the body; `prefix` is where it lies.
    pub(crate) fn nested(members: &'a Map<String, Value>, prefix: Vec<String>) -> Self {
        Self {
            members,
            prefix,
            problems: Vec::new(),
        }
    }

    pub(crate) fn problem(&mut self, name: &str, rule: &'static str, message: impl Into<String>) {
        let mut path = self.prefix.clone();
        path.push(name.to_owned());
        self.problems.push(Problem {
            path,
            rule,
            message: message.into(),
        });
    }

    pub(crate) fn missing(&mut self, name: &str) {
        self.problem(name, "any.required", format!("\"{name}\" is required"));
    }

    pub(crate) fn value(&self, name: &str) -> Option<&'a Value> {
        self.members.get(name).filter(|value| !value.is_null())
    }

    /// A string, which must be one when present.
    pub(crate) fn text(&mut self, name: &str) -> Option<&'a str> {
        match self.value(name)? {
            Value::String(text) => Some(text),
            _ => {
                let message = format!("\"{name}\" must be a string");
                self.problem(name, "string.base", message);
                None
            }
        }
    }

    /// A string with something in it and at most `maximum` characters.
    pub(crate) fn required_text(&mut self, name: &str, maximum: usize) -> &'a str {
        let before = self.problems.len();
        let text = self.text(name).unwrap_or_default();
        if text.chars().count() > maximum {
            let message = format!(
                "\"{name}\" length must be less than or equal to {maximum} characters long"
            );
            self.problem(name, "string.max", message);
        }
        // One complaint is enough about a member that is there but no string.
        if text.trim().is_empty() && self.problems.len() == before {
            self.missing(name);
        }
        text
    }

    /// A whole amount between the limits; zero when there was a problem.
    pub(crate) fn required_amount(&mut self, name: &str, minimum: i64, maximum: i64) -> Decimal {
        let Some(value) = self.value(name) else {
            self.missing(name);
            return Decimal::ZERO;
        };
        let (rule, complaint) = match money::parse(value) {
            None => ("number.base", "must be a number".to_owned()),
            Some(amount) if amount < minimum.into() => (
                "number.min",
                format!("must be larger than or equal to {minimum}"),
            ),
            Some(amount) if amount > maximum.into() => (
                "number.max",
                format!("must be less than or equal to {maximum}"),
            ),
            Some(amount) => match money::whole(amount) {
                Some(whole) => return whole,
                None => ("number.integer", "must be an integer".to_owned()),
            },
        };
        self.problem(name, rule, format!("\"{name}\" {complaint}"));
        Decimal::ZERO
    }
}
