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
    pub fn from_json(
        json: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Error> {
        if json.get("details").is_some_and(|member| !member.is_null()) {
            return ::serde_json::from_value(json).map(Self::Charge);
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
