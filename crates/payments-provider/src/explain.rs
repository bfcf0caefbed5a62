//! Explains a body to a person.

use std::{collections::BTreeMap, fmt};

use http::HeaderMap;
use serde::Serialize;
use serde_json::Value;

use payments_core::{BillInquiry, Error, ErrorKind, Money, News, Provider, Result};

use crate::{
    call::{Call, Codes},
    http::{refused, unreadable},
    operation::{Bodies, Body, Form},
    read::{LeftOut, Unreadable},
};

/// A provider's bodies, and how they are read.
#[derive(Debug)]
pub struct Dictionary {
    /// The provider.
    pub provider: Provider,
    /// Its operations.
    pub operations: &'static [Bodies],
    /// Its callbacks, by name.
    pub callbacks: &'static [(&'static str, Body)],
    /// Bodies received inside members that may be any JSON.
    pub parts: &'static [Body],
    /// The body of its refusals.
    pub refusal: Body,
    /// What its codes mean.
    pub codes: &'static Codes,
    /// The error that a call with this answer returns: [`by_status`], unless the provider has its
    /// own rule.
    pub judge: fn(call: &Call<'_>, status: u16, body: &[u8]) -> Option<Error>,
    /// The meaning of an operation's answer, or the error of an inconsistent answer.
    pub meaning: fn(operation: &str, body: &[u8]) -> Result<Meaning>,
    /// The values in answers that are not about a payment, bill or mandate.
    pub facts: &'static [Facts],
    /// Reads a callback without checking its sender.
    pub callback: fn(body: &[u8]) -> std::result::Result<Told, Unreadable>,
}

/// Where to find values in an answer that is not about a payment, bill or mandate, under the same
/// names for every provider.
#[derive(Debug)]
pub struct Facts {
    /// The operations with such an answer.
    pub operations: &'static [&'static str],
    /// JSON pointer to its subject: one object, or a list of them.
    pub of: &'static str,
    /// The names, and the pointers to the values in each object.
    pub lines: &'static [(&'static str, &'static str)],
}

impl Facts {
    /// The values of each object; missing ones are left out.
    fn read(&self, body: &Value) -> Vec<BTreeMap<&'static str, Value>> {
        let one = |thing: &Value| {
            let told = self.lines.iter().filter_map(|(name, pointer)| {
                let value = thing.pointer(pointer)?;
                let is_told = !(value.is_null() || *value == "");
                is_told.then(|| (*name, value.clone()))
            });
            told.collect()
        };
        match body.pointer(self.of) {
            Some(Value::Array(things)) => things.iter().map(one).collect(),
            Some(thing) => vec![one(thing)],
            None => Vec::new(),
        }
    }
}

/// What a callback says, by its body alone.
#[derive(Debug)]
pub struct Told {
    /// The callback's name; for an unmodelled one, the provider's name.
    pub name: String,
    /// The news.
    pub news: Option<News>,
}

/// The meaning of an answer, in the same words for every provider.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Meaning {
    /// News of a payment, a bill or a mandate.
    News(News),
    /// What is owed.
    Inquiry(Box<BillInquiry>),
    /// The items of a list; an item may be the reason why it cannot be read.
    List(Vec<Listed>),
    /// The balance of a deposit.
    Balance(Money),
    /// Other values, under the same names for every provider.
    Facts(Vec<BTreeMap<&'static str, Value>>),
    /// Nothing that is common to all providers.
    #[default]
    Nothing,
}

/// One of a list.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Listed {
    /// The news.
    News(News),
    /// Why it cannot be read.
    Error(String),
}

impl From<Result<News>> for Listed {
    fn from(news: Result<News>) -> Self {
        match news {
            Ok(news) => Self::News(news),
            Err(error) => Self::Error(error.to_string()),
        }
    }
}

impl<T: Into<News>> From<T> for Meaning {
    fn from(news: T) -> Self {
        Self::News(news.into())
    }
}

/// What a body means.
#[derive(Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// The callback's name, for a callback.
    pub callback: Option<String>,
    /// The type that it decodes as.
    pub type_name: &'static str,
    /// The members that were understood; secrets are masked.
    pub understood: Value,
    /// Members that could not be read and decide nothing.
    pub left_out: Vec<LeftOut>,
    /// The news of a payment, a bill or a mandate.
    pub news: Option<News>,
    /// The rest of its meaning.
    pub more: Meaning,
    /// The error that the call would return.
    pub error: Option<Error>,
}

/// Why a body has no meaning.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unexplained {
    /// The provider has no such operation; lists the known ones.
    NoSuchOperation(Vec<&'static str>),
    /// The body does not decode: for an operation, the error that the call would return.
    Undecodable(Box<dyn std::error::Error + Send + Sync>),
}

impl fmt::Display for Unexplained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchOperation(known) => {
                write!(f, "expected callback or one of: {}", known.join(", "))
            }
            Self::Undecodable(cause) => write!(f, "{cause}"),
        }
    }
}

impl std::error::Error for Unexplained {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoSuchOperation(_) => None,
            Self::Undecodable(cause) => cause.source(),
        }
    }
}

impl Dictionary {
    /// Explains the body of an operation's answer with an HTTP status.
    pub fn answer(
        &self,
        operation: &str,
        status: u16,
        body: &[u8],
    ) -> std::result::Result<Explanation, Unexplained> {
        let bodies = self
            .operations
            .iter()
            .find(|known| known.operation.name == operation)
            .ok_or_else(|| {
                let names = self.operations.iter().map(|known| known.operation.name);
                Unexplained::NoSuchOperation(names.collect())
            })?;
        let call = Call {
            provider: self.provider,
            operation: bodies.operation,
            reference: None,
            codes: self.codes,
        };
        let error = (self.judge)(&call, status, body);
        match (error, bodies.response.read_all(body)) {
            (Some(error), _) if !is_success(status) => Ok(self.refusal(body, error)),
            (error, Ok(read)) => {
                let (more, unsound) = match (&error, (self.meaning)(operation, body)) {
                    (_, Ok(meaning)) => (meaning, None),
                    // A refusal needs no further meaning.
                    (Some(_), Err(_)) => (Meaning::Nothing, None),
                    (None, Err(error)) => (Meaning::Nothing, Some(unsound(&call, error))),
                };
                let understood = masked(read.body, &bodies.response);
                let mut tables = self.facts.iter();
                let facts = tables.find(|facts| facts.operations.contains(&operation));
                let (news, more) = match (more, facts) {
                    (Meaning::News(news), _) => (Some(news), Meaning::Nothing),
                    (Meaning::Nothing, Some(facts)) if error.is_none() && unsound.is_none() => {
                        (None, Meaning::Facts(facts.read(&understood)))
                    }
                    (more, _) => (None, more),
                };
                Ok(Explanation {
                    callback: None,
                    type_name: bodies.response.name,
                    understood,
                    left_out: read.left_out,
                    news,
                    more,
                    error: error.or(unsound),
                })
            }
            (Some(error), Err(_)) => Ok(self.refusal(body, error)),
            (None, Err(cause)) => Err(Unexplained::Undecodable(unreadable(&call, cause).into())),
        }
    }

    fn refusal(&self, body: &[u8], error: Error) -> Explanation {
        let (understood, left_out) = match self.refusal.read_all(body) {
            Ok(read) => (read.body, read.left_out),
            Err(_) => (Value::Null, Vec::new()),
        };
        Explanation {
            callback: None,
            type_name: self.refusal.name,
            understood,
            left_out,
            news: None,
            more: Meaning::Nothing,
            error: Some(error),
        }
    }

    /// Explains the body of a callback. The sender is not checked.
    pub fn callback(&self, body: &[u8]) -> std::result::Result<Explanation, Unexplained> {
        let undecodable = |cause: Unreadable| Unexplained::Undecodable(cause.into());
        let Told { name, news } = (self.callback)(body).map_err(undecodable)?;
        let known = self.callbacks.iter().find(|(known, _)| *known == name);
        let read = known.and_then(|(_, shape)| Some((shape, shape.read_all(body).ok()?)));
        let (type_name, understood, left_out) = match read {
            Some((shape, read)) => (shape.name, masked(read.body, shape), read.left_out),
            None => ("nothing that is modelled", Value::Null, Vec::new()),
        };
        Ok(Explanation {
            callback: Some(name),
            type_name,
            understood,
            left_out,
            news,
            more: Meaning::Nothing,
            error: None,
        })
    }
}

/// The general rule: an answer is an error unless its status is 2xx.
#[must_use]
pub fn by_status(call: &Call<'_>, status: u16, body: &[u8]) -> Option<Error> {
    (!is_success(status)).then(|| refused(call, status, &HeaderMap::new(), body))
}

/// The error of an inconsistent answer: whatever is wrong with it, the call may have had its
/// effect.
fn unsound(call: &Call<'_>, error: Error) -> Error {
    let error = match error.kind() {
        ErrorKind::Integrity => error,
        _ => Error::integrity(
            "content",
            "an answer that holds together",
            &error.to_string(),
        )
        .with_source(error),
    };
    error
        .with_provider(call.provider)
        .with_operation(call.operation.name)
}

/// The body that was read, for tables of meanings; an unreadable one is judged elsewhere.
pub fn sound<T>(read: std::result::Result<crate::read::Read<T>, Unreadable>) -> Result<T> {
    read.map(|read| read.body)
        .map_err(|cause| Error::integrity("content", "an answer", &cause.to_string()))
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// Hides the secrets of a body.
fn masked(mut json: Value, body: &Body) -> Value {
    for member in body.members {
        if member.form == Form::Secret
            && let Some(secret) = json.pointer_mut(&format!("/{}", member.path.replace('.', "/")))
        {
            *secret = "(secret)".into();
        }
    }
    json
}
