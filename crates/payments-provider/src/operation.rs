//! The types of the generated tables: operations and codes, as in `specs/`.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use payments_core::{EarlierTry, Error, ErrorKind, Outcome, SuggestedAction};

use crate::read::{Read, Received, Unreadable, decoding, read};

/// One call of a provider's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Operation {
    /// Its name in the specification: `create_ewallet_payment`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path under the base URL, with parameters in braces.
    pub path: &'static str,
    /// Whether it can move money or change anything.
    pub effect: Effect,
}

impl Operation {
    /// For generated tables.
    #[must_use]
    pub const fn new(
        name: &'static str,
        method: &'static str,
        path: &'static str,
        effect: Effect,
    ) -> Self {
        Self {
            name,
            method,
            path,
            effect,
        }
    }
}

/// What an operation may do at the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Nothing: it can be repeated freely.
    Reads,
    /// It may move money or change state: after an unknown outcome, look it up first.
    Writes,
}

/// The bodies of an operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Bodies {
    /// The operation.
    pub operation: &'static Operation,
    /// The request's body, if there is one.
    pub request: Option<Body>,
    /// The body of a success.
    pub response: Body,
}

impl Bodies {
    /// For generated tables.
    #[must_use]
    pub const fn new(operation: &'static Operation, request: Option<Body>, response: Body) -> Self {
        Self {
            operation,
            request,
            response,
        }
    }
}

/// A generated type as data: for tests of all types, and for explanations.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Body {
    /// The type's name.
    pub name: &'static str,
    /// Its members, including those of nested objects.
    pub members: &'static [Member],
    reads: fn(&[u8]) -> Result<Read<Value>, Unreadable>,
    prints: fn(&[u8]) -> Result<String, Unreadable>,
    checks: fn(&[u8]) -> Option<Error>,
}

impl Body {
    /// A body that is sent; it is read as strictly as it is written. For generated tables.
    #[must_use]
    pub const fn sent<T: DeserializeOwned + Serialize + fmt::Debug>(
        name: &'static str,
        members: &'static [Member],
    ) -> Self {
        Self {
            name,
            members,
            reads: |bytes| {
                let body = strictly::<T>(bytes)?;
                Ok(Read::new(json(&body)))
            },
            prints: |bytes| Ok(format!("{:#?}", strictly::<T>(bytes)?)),
            checks: |_| None,
        }
    }

    /// Adds the check that a request passes before it is sent. For generated tables.
    #[must_use]
    pub const fn checked(self, checks: fn(&[u8]) -> Option<Error>) -> Self {
        Self { checks, ..self }
    }

    /// A body that is received. For generated tables.
    #[must_use]
    pub const fn received<T: Received + fmt::Debug>(
        name: &'static str,
        members: &'static [Member],
    ) -> Self {
        Self {
            name,
            members,
            reads: |bytes| Ok(read::<T>(bytes)?.map(|body| json(&body))),
            prints: |bytes| Ok(format!("{:#?}", read::<T>(bytes)?.body)),
            checks: |_| None,
        }
    }

    /// Reads bytes as the type, and returns what it understood as JSON.
    pub fn read(&self, bytes: &[u8]) -> Result<Value, Unreadable> {
        self.read_all(bytes).map(|read| read.body)
    }

    /// The same, with the members that were left out.
    pub fn read_all(&self, bytes: &[u8]) -> Result<Read<Value>, Unreadable> {
        (self.reads)(bytes)
    }

    /// The error with which a request of these bytes would be refused before sending, if any.
    #[must_use]
    pub fn check(&self, bytes: &[u8]) -> Option<Error> {
        (self.checks)(bytes)
    }

    /// Reads bytes as the type, and returns its `Debug` output: for tests that search it for
    /// secrets and personal data.
    pub fn debug(&self, bytes: &[u8]) -> Result<String, Unreadable> {
        (self.prints)(bytes)
    }
}

/// The error of a check of bytes read as the type; none if they cannot be read. For generated
/// tables.
pub fn check<T: DeserializeOwned>(
    bytes: &[u8],
    check: fn(&T) -> Result<(), Error>,
) -> Option<Error> {
    check(&strictly(bytes).ok()?).err()
}

fn strictly<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(bytes).map_err(|error| Unreadable::sense(decoding(&error)))
}

fn json(body: &impl Serialize) -> Value {
    serde_json::to_value(body).unwrap_or_default()
}

/// A member of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// Its path: `data.order_id`, `items[].price`.
    pub path: &'static str,
    /// Whether its object is unreadable without it.
    pub required: bool,
    /// Whether the meaning depends on it: if it is present and cannot be read, nothing is known.
    pub decides: bool,
    /// What it holds.
    pub form: Form,
}

impl Member {
    /// For generated tables.
    #[must_use]
    pub const fn new(path: &'static str, required: bool, form: Form) -> Self {
        Self {
            path,
            required,
            decides: required,
            form,
        }
    }

    /// Marks the member as one that decides. For generated tables.
    #[must_use]
    pub const fn decides(self) -> Self {
        Self {
            decides: true,
            ..self
        }
    }
}

/// What a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Any text.
    Text,
    /// A secret, as text.
    Secret,
    /// Personal data, as text.
    Personal,
    /// One of a set of words; in received bodies, other words are kept too.
    Words(&'static [&'static str]),
    /// A whole number.
    Integer,
    /// Money.
    Amount,
    /// Money, possibly with fractions of the smallest unit.
    FractionalAmount,
    /// Yes or no.
    Boolean,
    /// A time, as text.
    Time,
    /// An object.
    Object,
    /// A list.
    List,
    /// Any JSON.
    Any,
}

/// What a provider's code means, from `specs/<provider>/codes.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CodeInfo {
    /// The code as it is sent.
    pub code: &'static str,
    /// Its meaning, from the provider's document.
    pub meaning: &'static str,
    /// What went wrong, in common terms.
    pub kind: ErrorKind,
    /// Whether the request that got this code may have had an effect.
    pub outcome: Outcome,
    /// What the code proves of an earlier request with the same reference.
    pub earlier: EarlierTry,
    /// What to do.
    pub action: SuggestedAction,
    /// The tables that list it.
    pub listed: &'static [Listing],
}

/// A table of the provider's documents that lists a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Listing {
    /// The name of the table in `codes.toml`.
    pub table: &'static str,
    /// The HTTP status printed there.
    pub http: Option<u16>,
}

impl Listing {
    /// For generated tables.
    #[must_use]
    pub const fn new(table: &'static str, http: Option<u16>) -> Self {
        Self { table, http }
    }
}

impl CodeInfo {
    /// For generated tables.
    #[must_use]
    pub const fn new(
        code: &'static str,
        meaning: &'static str,
        judgement: (ErrorKind, Outcome, EarlierTry, SuggestedAction),
        listed: &'static [Listing],
    ) -> Self {
        Self {
            code,
            meaning,
            kind: judgement.0,
            outcome: judgement.1,
            earlier: judgement.2,
            action: judgement.3,
            listed,
        }
    }
}

/// What an HTTP status without a known code means for one provider, where that differs from the
/// general rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HttpRule {
    /// The HTTP status.
    pub status: u16,
    /// What went wrong.
    pub kind: ErrorKind,
    /// Whether the request may have had an effect.
    pub outcome: Outcome,
    /// What to do.
    pub action: SuggestedAction,
}

impl HttpRule {
    /// For generated tables.
    #[must_use]
    pub const fn new(
        status: u16,
        kind: ErrorKind,
        outcome: Outcome,
        action: SuggestedAction,
    ) -> Self {
        Self {
            status,
            kind,
            outcome,
            action,
        }
    }
}
