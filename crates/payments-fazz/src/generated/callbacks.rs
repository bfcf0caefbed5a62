// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `data` is there.
    Enveloped(types::PaymentDocument),
    /// Told apart by: `attributes` is there.
    Bare(types::PaymentResource),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, ::serde_json::Error> {
        let [attributes_mark, data_mark] = ::payments_core::marks(
            json,
            ["attributes", "data"],
        )?;
        if data_mark.is_there() {
            return ::serde_json::from_slice(json).map(Self::Enveloped);
        }
        if attributes_mark.is_there() {
            return ::serde_json::from_slice(json).map(Self::Bare);
        }
        Err(
            ::serde::de::Error::custom(
                "none of the provider's callbacks looks like this",
            ),
        )
    }
    /// The callback's name in the specification.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Enveloped(_) => "Enveloped",
            Self::Bare(_) => "Bare",
        }
    }
}
