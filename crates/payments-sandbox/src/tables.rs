//! The tables of `specs/`: every code of the providers, and every kind of callback.

pub(crate) use crate::generated::{callbacks::KINDS, codes::CODES};
use crate::{code::Code, kind::Kind};

/// All codes of a provider.
pub(crate) fn codes_of(provider: &str) -> impl Iterator<Item = &'static Code> {
    CODES.iter().filter(move |code| code.provider == provider)
}

/// All kinds of callbacks of a provider.
pub(crate) fn kinds_of(provider: &str) -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(move |kind| kind.provider == provider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_body_and_every_provider_kinds() {
        assert!(KINDS.iter().all(|kind| kind.body().is_object()));
        for provider in crate::registry::PROVIDERS {
            assert!(kinds_of(provider.name()).count() >= 3, "{provider:?}");
        }
    }
}
