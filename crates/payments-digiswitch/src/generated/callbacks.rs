// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `data` is there.
    Bill(types::BillResponse),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_json(
        json: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Error> {
        if json.get("data").is_some_and(|member| !member.is_null()) {
            return ::serde_json::from_value(json).map(Self::Bill);
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
            Self::Bill(_) => "Bill",
        }
    }
}
