//! What a body means: for a person who holds one in the hand.

use std::fmt;

use http::HeaderMap;
use serde_json::Value;

use crate::{
    callback::News,
    error::Error,
    http::{Call, Codes, decoding, refused, unreadable},
    operation::{Bodies, Body, Form},
    provider::Provider,
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
    /// Bodies that are received inside of members of any JSON.
    pub parts: &'static [Body],
    /// The body of its refusals.
    pub refusal: Body,
    /// What its codes mean.
    pub codes: &'static Codes,
    /// The error that a call with this answer ends in: [`by_status`], unless the provider has a rule of its own.
    pub judge: fn(call: &Call<'_>, status: u16, body: &[u8]) -> Option<Error>,
    /// What an operation's answer tells, if it tells of a payment, a bill or a mandate.
    pub news: fn(operation: &str, body: &[u8]) -> Option<News>,
    /// Reads a callback.
    pub callback: fn(body: &[u8]) -> Result<Told, serde_json::Error>,
}

/// The name of a callback, and what its body alone tells.
pub type Told = (&'static str, Option<News>);

/// What a body means.
#[derive(Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// The callback's name, for a callback.
    pub callback: Option<&'static str>,
    /// The type that it decodes as.
    pub type_name: &'static str,
    /// The members that were understood; secrets are masked.
    pub understood: Value,
    /// What it tells of a payment, a bill or a mandate.
    pub news: Option<News>,
    /// The error that the call would end in.
    pub error: Option<Error>,
}

/// Why a body has no meaning.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unexplained {
    /// The provider has no such operation; the known ones.
    NoSuchOperation(Vec<&'static str>),
    /// The body does not decode: for an operation, the error that the call would end in.
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
    ) -> Result<Explanation, Unexplained> {
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
        match (
            (self.judge)(&call, status, body),
            bodies.response.read(body),
        ) {
            (Some(error), _) if !is_success(status) => Ok(self.refusal(body, error)),
            (error, Ok(understood)) => Ok(Explanation {
                callback: None,
                type_name: bodies.response.name,
                understood: masked(understood, &bodies.response),
                news: (self.news)(operation, body),
                error,
            }),
            (Some(error), Err(_)) => Ok(self.refusal(body, error)),
            (None, Err(cause)) => Err(Unexplained::Undecodable(unreadable(&call, cause).into())),
        }
    }

    fn refusal(&self, body: &[u8], error: Error) -> Explanation {
        Explanation {
            callback: None,
            type_name: self.refusal.name,
            understood: self.refusal.read(body).unwrap_or(Value::Null),
            news: None,
            error: Some(error),
        }
    }

    /// Explains the body of a callback. The sender is not checked.
    pub fn callback(&self, body: &[u8]) -> Result<Explanation, Unexplained> {
        let undecodable =
            |cause: serde_json::Error| Unexplained::Undecodable(decoding(&cause).into());
        let (name, news) = (self.callback)(body).map_err(undecodable)?;
        let known = self.callbacks.iter().find(|(known, _)| *known == name);
        let (type_name, understood) = match known {
            Some((_, shape)) => (
                shape.name,
                masked(shape.read(body).map_err(undecodable)?, shape),
            ),
            None => (name, Value::Null),
        };
        Ok(Explanation {
            callback: Some(name),
            type_name,
            understood,
            news,
            error: None,
        })
    }
}

/// The general rule: an answer is an error unless its status is 2xx.
#[must_use]
pub fn by_status(call: &Call<'_>, status: u16, body: &[u8]) -> Option<Error> {
    (!is_success(status)).then(|| refused(call, status, &HeaderMap::new(), body))
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
