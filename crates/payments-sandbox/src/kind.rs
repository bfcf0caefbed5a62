//! The kinds of callbacks, from `specs/*/callbacks.toml`.

use serde_json::{Value, json};

pub(crate) use crate::generated::callbacks::KINDS;

/// A kind of callback of a provider. Lists are of JSON pointers into the body.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) provider: &'static str,
    /// Its name among those of the provider.
    pub(crate) event: &'static str,
    /// What it tells, in the words of all providers.
    pub(crate) status: &'static str,
    pub(crate) text: &'static str,
    /// Only of payments whose method begins so.
    pub(crate) of: &'static str,
    pub(crate) channel: &'static [&'static str],
    pub(crate) reference: &'static [&'static str],
    pub(crate) amount: &'static [&'static str],
    /// The provider's id of what the callback is about.
    pub(crate) id: &'static [&'static str],
    /// Ids that no two callbacks share.
    pub(crate) new_id: &'static [&'static str],
    /// What tells it from the other kinds.
    pub(crate) says: &'static [&'static str],
    /// The first one tells when it happened.
    pub(crate) times: &'static [&'static str],
    pub(crate) token: &'static [&'static str],
    /// The example that it is made from.
    pub(crate) body: &'static str,
}

impl Kind {
    pub(crate) fn body(&self) -> Value {
        serde_json::from_str(self.body).unwrap_or_default()
    }

    /// Whether a payment by this method can be told of.
    pub(crate) fn is_of(&self, method: &str) -> bool {
        method.starts_with(self.of)
    }

    /// Whether a body says what this kind does.
    pub(crate) fn is_said_by(&self, body: &Value) -> bool {
        let own = self.body();
        let same = |pointer: &&str| match (own.pointer(pointer), body.pointer(pointer)) {
            (Some(Value::String(one)), Some(Value::String(other))) => {
                one.eq_ignore_ascii_case(other)
            }
            (one, other) => one.is_some() && one == other,
        };
        !self.says.is_empty() && self.says.iter().all(same)
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({
            "provider": self.provider,
            "event": self.event,
            "status": self.status,
            "text": self.text,
        })
    }
}

/// All kinds of a provider.
pub(crate) fn of(provider: &str) -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(move |kind| kind.provider == provider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_body_and_every_provider_kinds() {
        assert!(KINDS.iter().all(|kind| kind.body().is_object()));
        for provider in crate::PROVIDERS {
            assert!(of(provider.name()).count() >= 3, "{provider:?}");
        }
    }
}
