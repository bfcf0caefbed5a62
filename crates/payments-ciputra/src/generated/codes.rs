// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_core::{EarlierTry, ErrorKind, Outcome, SuggestedAction};
use payments_provider::operation::{CodeInfo, HttpRule, Listing};
/// A code of the provider's refusals and failures. Each says what it means, whether money may have moved, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl Code {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &[];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for Code {
    fn from(word: &str) -> Self {
        match word {
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for Code {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for Code {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for Code {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for Code {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
impl Code {
    /// What the code means; `None` for one that no table lists.
    #[must_use]
    pub fn info(&self) -> Option<&'static CodeInfo> {
        match self {
            Self::Other(_) => None,
        }
    }
}
/// Every code, in the order of `codes.toml`.
pub const ALL: &[CodeInfo] = &[];
/// What a status without a known code means, where the provider's rule differs from the general one.
pub const HTTP: &[HttpRule] = &[];
