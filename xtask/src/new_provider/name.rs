//! The name of a provider in its three spellings.

use heck::ToUpperCamelCase;

use crate::refusal::{Outcome, Refusal};

/// A registry takes keywords of twenty characters, and the name is one.
const LONGEST: usize = 20;

/// Where the scenarios of `payments verify` are, a file for each provider.
pub(super) const SCENARIOS: &str = "crates/payments-verify/src/scenarios";

/// `acme`, `Acme`, `ACME`.
pub(super) struct Name {
    pub(super) lower: String,
    pub(super) camel: String,
    pub(super) upper: String,
}

impl Name {
    /// A name as a provider may have one.
    pub(super) fn new(name: &str) -> Outcome<Self> {
        let refuse = |reason: String| Err(Refusal::plain(format!("{name:?}: {reason}")));
        let is_plain = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name
                .chars()
                .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
        if !is_plain || name.len() > LONGEST {
            return refuse(format!(
                "a provider's name is at most {LONGEST} lower-case letters and digits and begins \
                 with a letter, because it names a crate, a module, a feature and variables"
            ));
        }
        if syn::parse_str::<syn::Ident>(name).is_err() {
            return refuse("it is a keyword of Rust".to_owned());
        }
        Ok(Self::known(name))
    }

    /// The name of a provider that is there.
    pub(super) fn known(name: &str) -> Self {
        Self {
            lower: name.to_owned(),
            camel: name.to_upper_camel_case(),
            upper: name.to_uppercase(),
        }
    }

    /// An example's text about this provider.
    pub(super) fn put_into(&self, text: &str) -> String {
        text.replace("exampleco", &self.lower)
            .replace("Exampleco", &self.camel)
            .replace("EXAMPLECO", &self.upper)
    }

    pub(super) fn crate_folder(&self) -> String {
        format!("crates/payments-{}", self.lower)
    }

    pub(super) fn scenarios(&self) -> String {
        format!("{SCENARIOS}/{}.rs", self.lower)
    }

    pub(super) fn sandbox_folder(&self) -> String {
        format!("crates/payments-sandbox/src/{}", self.lower)
    }
}
