//! What a callback reports, and what distinguishes it from others.

use serde::Serialize;

use super::News;
use crate::{payment::Payment, provider::Provider, unmodelled::Unmodelled};

/// What a callback reports, in the same words for every provider.
///
/// ```
/// use std::collections::HashSet;
///
/// use payments_core::Event;
///
/// /// Whether it is delivered for the first time.
/// fn is_new(seen: &mut HashSet<String>, event: &Event) -> bool {
///     seen.insert(event.key.clone())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// The provider.
    pub provider: Provider,
    /// The same for every delivery of the same news, different for other news of the same provider.
    pub key: String,
    /// The news.
    #[serde(flatten)]
    pub news: News,
}

impl Event {
    /// Makes an event from news and its key: for clients, and for providers in tests.
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
    /// The news, with a key from the bytes of the message: the same bytes delivered again are the
    /// same event.
    #[must_use]
    pub fn event(self, body: &[u8]) -> Event {
        // FNV-1a: stable, and only the provider can choose the bytes.
        let digest = body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let key = format!("unmodelled:{}:{digest:016x}", self.event);
        Event::new(key, self)
    }
}
