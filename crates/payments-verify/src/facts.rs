//! The facts of `specs/`, as `cargo xtask regen` lists them.

use payments::Name;

use crate::{fact::Fact, generated::facts::FACTS};

/// The facts of a provider.
pub fn facts(provider: Name) -> impl Iterator<Item = &'static Fact> {
    let of_provider = move |fact: &&Fact| fact.provider == provider.as_str();
    FACTS.iter().filter(of_provider)
}
