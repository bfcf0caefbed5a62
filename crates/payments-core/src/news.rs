//! What providers tell by themselves.

use serde::{Deserialize, Serialize};

use crate::{
    instruction::News, payment::Payment, provider::Provider, raw::Raw, reference::Reference,
};

/// What a callback tells, in words that are the same for every provider.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// Who tells.
    pub provider: Provider,
    /// The same for every delivery of the same news, different for other news of the same provider.
    pub key: String,
    /// What is told.
    #[serde(flatten)]
    pub news: News,
}

impl Event {
    /// Meant for provider crates.
    #[must_use]
    pub fn new(key: impl Into<String>, news: impl Into<News>) -> Self {
        let news = news.into();
        Self {
            provider: news.provider(),
            key: key.into(),
            news,
        }
    }

    /// The payment, if it is about one.
    #[must_use]
    pub fn payment(&self) -> Option<&Payment> {
        match &self.news {
            News::Payment(payment) => Some(payment),
            _ => None,
        }
    }
}

/// A message that this version does not model: its sender may have proved himself, but nobody knows what it means. It is kept whole.
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
    /// Meant for provider crates.
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

    /// The news, and what to deduplicate it by: whoever delivers the same bytes again tells the same.
    #[must_use]
    pub fn event(self, body: &[u8]) -> Event {
        // FNV-1a: stable, and nobody can choose the bytes but the provider.
        let digest = body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let key = format!("unmodelled:{}:{digest:016x}", self.event);
        Event::new(key, self)
    }
}
