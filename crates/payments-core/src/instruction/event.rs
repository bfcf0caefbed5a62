//! What a callback tells, and what tells it from others.

use serde::Serialize;

use super::News;
use crate::{payment::Payment, provider::Provider, unmodelled::Unmodelled};

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
    /// News under a key: what a client reads in a callback, a test's own one too.
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

impl Unmodelled {
    /// The news, and what to deduplicate it by: whoever delivers the same bytes again tells the
    /// same.
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
