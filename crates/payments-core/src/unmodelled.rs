//! A message that this version does not model.

use serde::{Deserialize, Serialize};

use crate::{provider::Provider, raw::Raw, reference::Reference};

/// A message that this version does not model: its sender may have proved himself, but nobody knows
/// what it means. It is kept whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unmodelled {
    /// Who tells.
    pub provider: Provider,
    /// What the provider calls it; empty where it does not say.
    pub event: String,
    /// The merchant's reference, where it names one.
    pub reference: Option<Reference>,
    /// The provider's own id of what it is about, where it names one.
    pub provider_id: Option<String>,
    /// Why it is not modelled.
    pub reason: String,
    /// The whole message.
    pub raw: Raw,
}

impl Unmodelled {
    /// A message of which nothing but its event and the reason is known.
    #[must_use]
    pub fn new(provider: Provider, event: impl Into<String>, reason: impl ToString) -> Self {
        Self {
            provider,
            event: event.into(),
            reference: None,
            provider_id: None,
            reason: reason.to_string(),
            raw: Raw::default(),
        }
    }

    /// The merchant's reference, as far as a text is one.
    #[must_use]
    pub fn about(mut self, reference: Option<&str>, provider_id: Option<&str>) -> Self {
        self.reference = reference.and_then(|text| Reference::new(text).ok());
        self.provider_id = provider_id.map(str::to_owned);
        self
    }

    /// Why it is not modelled.
    #[must_use]
    pub fn because(mut self, reason: impl ToString) -> Self {
        self.reason = reason.to_string();
        self
    }

    /// The message itself.
    #[must_use]
    pub fn raw(mut self, raw: Raw) -> Self {
        self.raw = raw;
        self
    }
}
