// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `details` is there.
    Charge(types::ChargeCallback),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, ::serde_json::Error> {
        let [details_mark] = ::payments_core::marks(json, ["details"])?;
        if details_mark.is_there() {
            return ::serde_json::from_slice(json).map(Self::Charge);
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
            Self::Charge(_) => "Charge",
        }
    }
}
