//! A message that this version does not model.

use serde::{Deserialize, Serialize};

use crate::{provider::Provider, raw::Raw, reference::Reference};

/// A message that this version does not model: its sender may be proved, but its meaning is
/// unknown. It is kept whole.
///
/// ```
/// use payments_core::{Event, News};
///
/// /// A proved message that this version does not know is no success: a person looks at it.
/// fn for_a_person(event: &Event) -> bool {
///     matches!(event.news, News::Unmodelled(_))
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unmodelled {
    /// The provider.
    pub provider: Provider,
    /// The provider's name for the event; empty if there is none.
    pub event: String,
    /// The merchant's reference, if the message names one.
    pub reference: Option<Reference>,
    /// The provider's id of its subject, if the message names one.
    pub provider_id: Option<String>,
    /// The reason why it is not modelled.
    pub reason: String,
    /// The whole message.
    pub raw: Raw,
}

impl Unmodelled {
    /// Makes a message with only its event and the reason.
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

    /// Sets the reference, if the text is a valid one, and the provider's id.
    #[must_use]
    pub fn about(mut self, reference: Option<&str>, provider_id: Option<&str>) -> Self {
        self.reference = reference.and_then(|text| Reference::new(text).ok());
        self.provider_id = provider_id.map(str::to_owned);
        self
    }

    /// The reason why it is not modelled.
    #[must_use]
    pub fn because(mut self, reason: impl ToString) -> Self {
        self.reason = reason.to_string();
        self
    }

    /// Sets the whole message.
    #[must_use]
    pub fn raw(mut self, raw: Raw) -> Self {
        self.raw = raw;
        self
    }
}
