//! A call of an operation, and how the provider refuses.

use payments_core::Provider;

use crate::operation::{CodeInfo, HttpRule, Operation};

/// A call of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The provider.
    pub provider: Provider,
    /// The operation.
    pub operation: &'static Operation,
    /// The merchant's reference. If it is not a valid [`Reference`](payments_core::Reference),
    /// errors leave it out.
    pub reference: Option<&'a str>,
    /// What the provider's codes mean.
    pub codes: &'static Codes,
}

/// How to read a provider's refusals, from its generated tables.
#[derive(Debug)]
pub struct Codes {
    /// Reads code and message from a body. `None`: this is not the provider's own error body.
    pub read: fn(&[u8]) -> Option<Refusal>,
    /// What a code means. `None`: the code is not known.
    pub info: fn(&str) -> Option<&'static CodeInfo>,
    /// What a status without a known code means, where that differs from the general rule.
    pub http: &'static [HttpRule],
}

/// Code and message of a provider's error body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// The code.
    pub code: Option<String>,
    /// The message.
    pub message: Option<String>,
}
